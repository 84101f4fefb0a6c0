#include "kiosk/text/text.h"

#include <hb-ot.h>
#include <hb.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <memory>
#include <string>

#include "kiosk/text/version.h"
#include "sync/summit/reading.h"

namespace foyer {
namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

// Noto Sans: where the baseline lies in a line box, and how far ink usually reaches (em).
constexpr double ascent_em = 1.069, descent_em = 0.293, gap_em = 0.05;

bool starts_with_tag(std::string_view language, std::string_view tag) {
    return language.starts_with(tag) && (language.size() == tag.size() || language[tag.size()] == '-');
}

// Named in full, because fontconfig left to itself picks other fonts for Arabic and Hebrew, and one Han form for all.
// The emoji font is not named: Pango finds it by itself for emoji, and when it is named it takes plain digits from it
// too.
std::string families(std::string_view language) {
    std::string_view han = "SC";
    if (starts_with_tag(language, "ja")) han = "JP";
    if (starts_with_tag(language, "ko")) han = "KR";
    if (starts_with_tag(language, "zh-HK") || starts_with_tag(language, "zh-Hant-HK"))
        han = "HK";
    else if (starts_with_tag(language, "zh-Hant") || starts_with_tag(language, "zh-TW"))
        han = "TC";
    return "Noto Sans,Noto Sans Arabic,Noto Sans Hebrew,Noto Sans Thai,Noto Sans Devanagari,Noto Sans CJK " +
           std::string(han); // no emoji font: it has digits, and would be asked for them first
}

bool is_chinese_or_japanese(std::string_view language) {
    return starts_with_tag(language, "zh") || starts_with_tag(language, "ja");
}

struct PlacedLine {
    PangoLayoutLine* line; // the layout's
    double x, baseline;
};

struct Setting {
    Layout layout;
    std::vector<PlacedLine> lines;
    TextSize size;
    double ink_left = 0, ink_top = 0, ink_right = 0, ink_bottom = 0; // of the whole, from the box's corner
};

// Bytes that are no UTF-8 become U+FFFD; Pango would stop at the first of them.
void set_text(PangoLayout* layout, std::string_view text) {
    const auto size = static_cast<gssize>(text.size());
    if (g_utf8_validate(text.data(), size, nullptr)) {
        pango_layout_set_text(layout, text.data(), static_cast<int>(size));
        return;
    }
    char* valid = g_utf8_make_valid(text.data(), size);
    pango_layout_set_text(layout, valid, -1);
    g_free(valid);
}

double px(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

double widest_line(PangoLayout* layout) {
    double widest = 0;
    for (int i = 0; i < pango_layout_get_line_count(layout); ++i) {
        PangoRectangle logical;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, i), nullptr, &logical);
        widest = std::max(widest, px(logical.width));
    }
    return widest;
}

void set_width(PangoLayout* layout, double width) {
    pango_layout_set_width(layout, static_cast<int>(std::ceil(width * PANGO_SCALE)));
}

// True when a single word is wider than the line: only then are words broken within.
bool break_words_if_needed(PangoLayout* layout, double width_max) {
    if (width_max <= 0 || widest_line(layout) <= width_max + 0.5) return false;
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    return true;
}

// The narrowest width that needs no further line: lines come out even, and no word stands alone.
void balance(PangoLayout* layout, double width_max) {
    const int lines = pango_layout_get_line_count(layout);
    if (lines < 2 || width_max <= 0 || pango_layout_is_ellipsized(layout)) return;
    double narrow = width_max / lines * 0.8, wide = width_max;
    for (int i = 0; i < 9 && wide - narrow > 1; ++i) {
        const double middle = (narrow + wide) / 2;
        set_width(layout, middle);
        const bool fits = pango_layout_get_line_count(layout) == lines && !pango_layout_is_ellipsized(layout) &&
                          widest_line(layout) <= middle + 0.5;
        (fits ? wide : narrow) = middle;
    }
    set_width(layout, wide);
}

// Chinese may break between any two characters, but reads best when it breaks where the sentence breathes. Gives the
// text with a line break after the punctuation mark nearest the middle, or as it was.
std::string broken_at_punctuation(std::string_view text) {
    constexpr std::array<std::string_view, 10> marks{"，", "。", "：", "；", "、", "！", "？", "》", "）", " · "};
    std::size_t best = 0;
    for (const auto mark : marks)
        for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
            const auto end = at + mark.size();
            const auto off = [&](std::size_t cut) {
                return cut > text.size() / 2 ? cut - text.size() / 2 : text.size() / 2 - cut;
            };
            if (end < text.size() && (best == 0 || off(end) < off(best))) best = end;
        }
    if (best < text.size() / 4 || best > text.size() * 4 / 5) return std::string(text);
    return std::string(text.substr(0, best)) + "\u2028" + std::string(text.substr(best));
}

bool has_colour(PangoLayoutLine* line) {
    for (const GSList* run = line->runs; run; run = run->next) {
        auto* font = static_cast<PangoGlyphItem*>(run->data)->item->analysis.font;
        if (!font) continue;
        auto* face = hb_font_get_face(pango_font_get_hb_font(font));
        if (hb_ot_color_has_png(face) || hb_ot_color_has_layers(face)) return true;
    }
    return false;
}

// Lines to places: baselines by the line height, further apart only where ink would touch ink.
void place(Setting& setting, const TextStyle& style) {
    auto* layout = setting.layout.get();
    const double half_leading = (style.line_height - ascent_em - descent_em) / 2;
    const double ascent = (half_leading + ascent_em) * style.size_px;
    const double descent = (half_leading + descent_em) * style.size_px;
    auto& size = setting.size;
    size.width = widest_line(layout);
    size.lines = pango_layout_get_line_count(layout);
    const double box = style.width_max > 0 && style.align != Align::left ? style.width_max : size.width;
    double baseline = 0, ink_below = 0;
    for (int i = 0; i < size.lines; ++i) {
        auto* line = pango_layout_get_line_readonly(layout, i);
        PangoRectangle ink, logical;
        pango_layout_line_get_extents(line, &ink, &logical);
        const double above = px(-ink.y), below = px(ink.y + ink.height);
        baseline =
            i == 0 ? std::max(ascent, above)
                   : baseline + std::max(style.size_px * style.line_height, ink_below + above + gap_em * style.size_px);
        ink_below = below;
        const double slack = box - px(logical.width);
        const double x = (style.align == Align::centre  ? slack / 2
                          : style.align == Align::right ? slack
                                                        : 0) -
                         px(logical.x);
        if (i == 0) size.baseline = baseline;
        setting.ink_left = i == 0 ? x + px(ink.x) : std::min(setting.ink_left, x + px(ink.x));
        setting.ink_top = i == 0 ? baseline - above : std::min(setting.ink_top, baseline - above);
        setting.ink_right = std::max(setting.ink_right, x + px(ink.x + ink.width));
        setting.ink_bottom = std::max(setting.ink_bottom, baseline + below);
        setting.lines.push_back({line, x, baseline});
    }
    size.height = baseline + std::max(descent, ink_below);
    size.unknown_glyphs = pango_layout_get_unknown_glyphs_count(layout);
}

} // namespace

struct Typesetter::Fonts {
    std::unique_ptr<PangoFontMap, Unref> map{pango_cairo_font_map_new()};
    std::unique_ptr<PangoContext, Unref> context;

    Fonts() : context(pango_font_map_create_context(map.get())) {
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);
        auto* options = cairo_font_options_create();
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options);
        cairo_font_options_destroy(options);
        pango_context_set_round_glyph_positions(context.get(), FALSE); // so that a size scales every width alike
    }

    Layout layout(std::string_view text, const TextStyle& style) {
        Layout made(pango_layout_new(context.get()));
        pango_context_set_language(context.get(), style.language.empty()
                                                      ? pango_language_get_default()
                                                      : pango_language_from_string(style.language.c_str()));
        pango_context_set_base_dir(context.get(), style.language.empty()                ? PANGO_DIRECTION_WEAK_LTR
                                                  : reads_right_to_left(style.language) ? PANGO_DIRECTION_RTL
                                                                                        : PANGO_DIRECTION_LTR);
        pango_layout_context_changed(made.get());
        pango_layout_set_auto_dir(made.get(), style.language.empty());
        auto* font = pango_font_description_new();
        pango_font_description_set_family(font, families(style.language).c_str());
        pango_font_description_set_weight(font, static_cast<PangoWeight>(style.weight));
        pango_font_description_set_absolute_size(font, style.size_px * PANGO_SCALE);
        pango_layout_set_font_description(made.get(), font);
        pango_font_description_free(font);
        set_text(made.get(), text);
        auto* attributes = pango_attr_list_new(); // a word broken for want of room gets no hyphen that may be wrong
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
        pango_layout_set_attributes(made.get(), attributes);
        pango_attr_list_unref(attributes);
        if (style.width_max > 0) {
            set_width(made.get(), style.width_max);
            pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD);
            pango_layout_set_height(made.get(), -style.lines_max);
            pango_layout_set_ellipsize(made.get(), PANGO_ELLIPSIZE_END);
        }
        return made;
    }

    // Two lines, broken where the sentence breathes; nothing when they do not fit so.
    Layout phrased(std::string_view text, const TextStyle& style) {
        const auto broken = broken_at_punctuation(text);
        if (broken == text) return nullptr;
        Layout made = layout(broken, style);
        // An ellipsis would let the last line run on over our break.
        pango_layout_set_ellipsize(made.get(), PANGO_ELLIPSIZE_NONE);
        pango_layout_set_height(made.get(), -1);
        const bool fits =
            pango_layout_get_line_count(made.get()) == 2 && widest_line(made.get()) <= style.width_max + 0.5;
        return fits ? std::move(made) : nullptr;
    }

    Setting set(std::string_view text, const TextStyle& style) {
        Setting setting{layout(text, style), {}, {}};
        const bool broken = break_words_if_needed(setting.layout.get(), style.width_max);
        if (style.breaks == Breaks::balanced && style.lines_max > 1) {
            const int lines = pango_layout_get_line_count(setting.layout.get());
            Layout by_phrase = lines == 2 && is_chinese_or_japanese(style.language) ? phrased(text, style) : nullptr;
            if (by_phrase)
                setting.layout = std::move(by_phrase);
            else
                balance(setting.layout.get(), style.width_max);
        }
        setting.size.cut = broken || pango_layout_is_ellipsized(setting.layout.get());
        place(setting, style);
        return setting;
    }

    // Fits by breaks alone, at a reference size: whatever size is asked for, one size of font is loaded.
    bool fits(std::string_view text, TextStyle style, double height_max) {
        constexpr double reference = 64;
        const double scale = reference / style.size_px;
        style.size_px = reference;
        style.width_max *= scale * 0.995; // rounding must not break at the real size what fitted here
        style.breaks = Breaks::greedy;
        const auto size = set(text, style).size;
        return !size.cut && (height_max <= 0 || size.height <= height_max * scale);
    }
};

Typesetter::Typesetter() : fonts_(new Fonts) {}
Typesetter::~Typesetter() { delete fonts_; }

TextSize Typesetter::measure(std::string_view text, const TextStyle& style) { return fonts_->set(text, style).size; }

TextSize Typesetter::draw(cairo_t* cairo, std::string_view text, const TextStyle& style, double x, double y) {
    const auto setting = fonts_->set(text, style);
    for (const auto& line : setting.lines) {
        cairo_move_to(cairo, x + line.x, y + line.baseline);
        pango_cairo_show_layout_line(cairo, line.line);
    }
    return setting.size;
}

namespace {

void take_ink(TextBitmap& bitmap, const std::uint8_t* rows, int stride) {
    const auto width = static_cast<std::size_t>(bitmap.width);
    for (int y = 0; y < bitmap.height; ++y) {
        const auto* row = rows + static_cast<std::ptrdiff_t>(y) * stride;
        bitmap.pixels.insert(bitmap.pixels.end(), row, row + width);
    }
}

void take_colours(TextBitmap& bitmap, const std::uint8_t* rows, int stride) {
    for (int y = 0; y < bitmap.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < bitmap.width; ++x) {
            const std::uint32_t alpha = row[x] >> 24;
            for (const int shift : {16, 8, 0}) {
                const std::uint32_t part = (row[x] >> shift) & 255u;
                bitmap.pixels.push_back(static_cast<std::uint8_t>(alpha ? std::min(255u, part * 255u / alpha) : 0));
            }
            bitmap.pixels.push_back(static_cast<std::uint8_t>(alpha));
        }
    }
}

} // namespace

TextBitmap Typesetter::render(std::string_view text, const TextStyle& style, TextColour colour) {
    const auto setting = fonts_->set(text, style);
    TextBitmap bitmap;
    bitmap.size = setting.size;
    if (setting.ink_right <= setting.ink_left || setting.ink_bottom <= setting.ink_top) return bitmap; // blank
    bitmap.left = static_cast<int>(std::floor(setting.ink_left)) - 1;
    bitmap.top = static_cast<int>(std::floor(setting.ink_top)) - 1;
    bitmap.width = static_cast<int>(std::ceil(setting.ink_right)) + 1 - bitmap.left;
    bitmap.height = static_cast<int>(std::ceil(setting.ink_bottom)) + 1 - bitmap.top;
    bitmap.coloured =
        std::any_of(setting.lines.begin(), setting.lines.end(), [](auto& l) { return has_colour(l.line); });

    Surface surface(cairo_image_surface_create(bitmap.coloured ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8, bitmap.width,
                                               bitmap.height),
                    cairo_surface_destroy);
    {
        Context cairo(cairo_create(surface.get()), cairo_destroy);
        cairo_set_source_rgb(cairo.get(), colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
        for (const auto& line : setting.lines) {
            cairo_move_to(cairo.get(), line.x - bitmap.left, line.baseline - bitmap.top);
            pango_cairo_show_layout_line(cairo.get(), line.line);
        }
    }
    cairo_surface_flush(surface.get());
    const auto* rows = cairo_image_surface_get_data(surface.get());
    assert(rows);
    (bitmap.coloured ? take_colours : take_ink)(bitmap, rows, cairo_image_surface_get_stride(surface.get()));
    return bitmap;
}

double Typesetter::fitting_size(std::string_view text, const TextStyle& style, double size_min) {
    TextStyle tried = style;
    for (; tried.size_px > size_min; tried.size_px = std::max(size_min, std::floor(tried.size_px * 0.92)))
        if (fonts_->fits(text, tried, 0)) return tried.size_px;
    return size_min;
}

double Typesetter::largest_size(std::string_view text, const TextStyle& style, double height_max, double size_min,
                                double size_max) {
    TextStyle tried = style;
    tried.size_px = size_max;
    if (fonts_->fits(text, tried, height_max)) return size_max;
    double low = size_min, high = size_max;
    while (high - low > low * 0.01) {
        tried.size_px = (low + high) / 2;
        (fonts_->fits(text, tried, height_max) ? low : high) = tried.size_px;
    }
    return low;
}

int Typesetter::unknown_glyphs(std::string_view text, const Language& language) {
    TextStyle style;
    style.language = language;
    return pango_layout_get_unknown_glyphs_count(fonts_->layout(text, style).get());
}

std::string pango_version() { return pango_version_string(); }

} // namespace foyer
