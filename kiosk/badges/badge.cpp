#include "kiosk/badges/badge.h"

#include <algorithm>
#include <cmath>
#include <new>

#include "kiosk/badges/cairo.h"
#include "kiosk/badges/qr.h"
#include "sync/summit/reading.h"

namespace foyer {

namespace {

// Everything below is in points, the unit of a PDF and of the type; the design is in mm.
constexpr double pt = 72 / 25.4;
constexpr double badge_width = badge_width_mm * pt, badge_height = badge_height_mm * pt;
constexpr double margin = 6 * pt, inner_width = badge_width - 2 * margin;
constexpr double header_height = 27 * pt, band_height = 15 * pt, gap = 1.6 * pt;
constexpr double code_area_max = 52 * pt; // with the quiet zone

struct Colour {
    double red, green, blue;
};
constexpr Colour rgb(unsigned hex) {
    return {(hex >> 16U & 255U) / 255.0, (hex >> 8U & 255U) / 255.0, (hex & 255U) / 255.0};
}
constexpr Colour night = rgb(0x0B1B33), sea = rgb(0x125C8A), white = rgb(0xFFFFFF), pale = rgb(0xC9DAEC),
                 ink = rgb(0x10202F), mute = rgb(0x3C4B5A);

struct Band {
    Colour ground, words;
};
// Each has at least 5:1 between ground and words, and no two are told apart by colour alone: the words differ too.
Band band_of(Category category) {
    switch (category) {
    case Category::delegate: return {rgb(0x1D4E89), white};
    case Category::speaker: return {rgb(0x0B7A3B), white};
    case Category::vip: return {night, rgb(0xFFC75A)};
    case Category::press: return {rgb(0x8A4B00), white};
    case Category::staff: return {rgb(0x5B2A86), white};
    case Category::crew: return {rgb(0x37474F), white};
    case Category::interpreter: return {rgb(0x00656B), white};
    case Category::exhibitor: return {rgb(0x9C2455), white};
    case Category::guest: return {rgb(0x5D4A36), white};
    }
    return {night, white};
}

void set_colour(cairo_t* cairo, const Colour& colour) {
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

// One text of the badge: what, how, and how large once it was measured.
struct Line {
    std::string text;
    TextStyle style;
    double height = 0; // of its box
    Placed placed;     // filled when the stack is laid out
};

struct Limits {
    double size_max, size_min, height; // points
    int lines;
    Weight weight;
    double size_single =
        1e9; // one line is enough down to this size; default: as large as it can be on any number of lines
};

// The size at which `text` fits, and the height it then takes. More than one line only where one would be smaller than
// `size_single`: two large lines shout, and a word alone on the second looks like a mistake.
Line fitted(Typesetter& type, const BadgeText& text, const Limits& limits, Align align) {
    Line line{printable(text.text), {}, 0, {}};
    line.style.language = text.language;
    line.style.weight = limits.weight;
    line.style.width_max = inner_width;
    line.style.lines_max = limits.lines;
    line.style.align = align;
    line.style.line_height = 1.2;
    if (line.text.empty()) return line;
    const auto largest = [&](int lines) {
        line.style.lines_max = lines;
        return type.largest_size(line.text, line.style, limits.height, limits.size_min, limits.size_max);
    };
    line.style.size_px = largest(1);
    if (line.style.size_px < limits.size_single && limits.lines > 1) line.style.size_px = largest(limits.lines);
    const TextSize size = type.measure(line.text, line.style);
    line.height = size.height;
    const double slack = inner_width - size.width;
    const double left = align == Align::left ? margin : align == Align::right ? margin + slack : margin + slack / 2;
    line.placed = {left / pt,          0, size.width / pt, size.height / pt, line.style.size_px / pt, size.cut,
                   size.unknown_glyphs};
    return line;
}

// The code's place, in device pixels for a picture (whole ones), in points for a PDF.
struct CodePlace {
    double module = 0, left = 0, top = 0; // without the quiet zone
};

struct Design {
    Line summit, when, name, latin_name, organisation, role;
    Qr qr;
    CodePlace code; // points
};

void put(Line& line, double top) { line.placed.top = top / pt; }

// Lines one below the other, the whole in the middle of [top, bottom].
void stack(std::span<Line* const> lines, double top, double bottom) {
    double height = 0;
    for (const Line* line : lines)
        if (!line->text.empty()) height += line->height + (height > 0 ? gap : 0);
    double y = top + std::max(0.0, (bottom - top - height) / 2);
    for (Line* line : lines)
        if (!line->text.empty()) {
            put(*line, y);
            y += line->height + gap;
        }
}

// `pixel`: points a device pixel, so that modules are whole pixels; 0 for a PDF, which has none.
Result<CodePlace> place_code(const Qr& qr, double pixel) {
    const double modules = qr.size, all = qr.size + 2 * qr_quiet_zone;
    double module = code_width_mm * pt / modules;
    if (pixel > 0) {
        module = std::ceil(module / pixel - 1e-6) * pixel;
        if (module * all > code_area_max) module = std::floor(code_area_max / all / pixel) * pixel;
        if (module < pixel) return fault(FaultKind::bad_input, "the code is too long to be printed at this resolution");
    }
    CodePlace place{module, (badge_width - modules * module) / 2, 0};
    place.top = badge_height - band_height - (modules + qr_quiet_zone) * module;
    if (pixel > 0) {
        place.left = std::round(place.left / pixel) * pixel;
        place.top = std::floor(place.top / pixel) * pixel;
    }
    return place;
}

Result<Design> design(Typesetter& type, const BadgeCard& card, double pixel) {
    auto qr = make_qr(card.code);
    if (!qr) return std::unexpected(qr.error());
    const auto code = place_code(*qr, pixel);
    if (!code) return std::unexpected(code.error());

    Design d;
    const auto side = [](const BadgeText& text) {
        return reads_right_to_left(text.language) ? Align::right : Align::left;
    };
    d.summit = fitted(type, card.summit, {5.4 * pt, 2.2 * pt, 13 * pt, 2, Weight::bold, 4.2 * pt}, side(card.summit));
    d.when = fitted(type, card.when, {3.5 * pt, 2 * pt, 5 * pt, 1, Weight::regular}, side(card.summit));
    const std::array head{&d.summit, &d.when};
    stack(head, 3 * pt, header_height - 2 * pt);

    // Name, Latin name and organisation share what is left above the code's quiet zone; the name takes what the
    // others do not need.
    const double top = header_height + 2.4 * pt, bottom = code->top - qr_quiet_zone * code->module - 0.6 * pt;
    const double room = bottom - top;
    d.organisation =
        fitted(type, card.organisation, {4 * pt, 1.9 * pt, room * 0.27, 2, Weight::regular, 3.2 * pt}, Align::centre);
    if (printable(card.latin_name.text) != printable(card.name.text))
        d.latin_name =
            fitted(type, card.latin_name, {5.6 * pt, 2.2 * pt, room * 0.24, 2, Weight::bold, 3.6 * pt}, Align::centre);
    double left = room;
    for (const Line* line : {&d.organisation, &d.latin_name})
        if (!line->text.empty()) left -= line->height + gap;
    d.name = fitted(type, card.name, {13 * pt, 2.4 * pt, left, 3, Weight::bold}, Align::centre);
    const std::array names{&d.name, &d.latin_name, &d.organisation};
    stack(names, top, bottom);

    d.role = fitted(type, card.role, {6.4 * pt, 2.4 * pt, band_height - 3 * pt, 2, Weight::bold}, Align::centre);
    const std::array foot{&d.role};
    stack(foot, badge_height - band_height, badge_height);
    d.qr = std::move(*qr);
    d.code = *code;
    return d;
}

void draw_ground(cairo_t* cairo, Category category) {
    set_colour(cairo, white);
    cairo_paint(cairo);
    auto* gradient = cairo_pattern_create_linear(0, 0, badge_width, header_height * 1.4);
    cairo_pattern_add_color_stop_rgb(gradient, 0, night.red, night.green, night.blue);
    cairo_pattern_add_color_stop_rgb(gradient, 1, sea.red, sea.green, sea.blue);
    cairo_set_source(cairo, gradient);
    cairo_rectangle(cairo, 0, 0, badge_width, header_height);
    cairo_fill(cairo);
    cairo_pattern_destroy(gradient);
    set_colour(cairo, band_of(category).ground);
    cairo_rectangle(cairo, 0, badge_height - band_height, badge_width, band_height + 1);
    cairo_fill(cairo);
}

void draw_line(cairo_t* cairo, Typesetter& type, const Line& line, const Colour& colour) {
    if (line.text.empty()) return;
    set_colour(cairo, colour);
    type.draw(cairo, line.text, line.style, margin, line.placed.top * pt);
}

// Runs of dark modules as one rectangle each; no antialiasing, so that none leaves a hairline.
void draw_code(cairo_t* cairo, const Design& d) {
    cairo_save(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (int y = 0; y < d.qr.size; ++y)
        for (int x = 0; x < d.qr.size;) {
            int end = x;
            while (d.qr.dark(end, y)) ++end;
            if (end > x)
                cairo_rectangle(cairo, d.code.left + x * d.code.module, d.code.top + y * d.code.module,
                                (end - x) * d.code.module, d.code.module);
            x = end + 1;
        }
    cairo_fill(cairo);
    cairo_restore(cairo);
}

void draw(cairo_t* cairo, Typesetter& type, const Design& d, Category category) {
    draw_ground(cairo, category);
    draw_line(cairo, type, d.summit, white);
    draw_line(cairo, type, d.when, pale);
    draw_line(cairo, type, d.name, ink);
    draw_line(cairo, type, d.latin_name, ink);
    draw_line(cairo, type, d.organisation, mute);
    draw_line(cairo, type, d.role, band_of(category).words);
    draw_code(cairo, d);
}

GreyPicture grey_of(cairo_surface_t* surface) {
    auto picture = make_grey(cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), 255);
    const auto* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const auto* pixel =
                reinterpret_cast<const std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride) + x;
            const std::uint32_t red = *pixel >> 16U & 255U, green = *pixel >> 8U & 255U, blue = *pixel & 255U;
            picture.at(x, y) = static_cast<std::uint8_t>((red * 77 + green * 150 + blue * 29) >> 8U);
        }
    return picture;
}

int pixels_of(double length_mm, int dpi) { return static_cast<int>(std::lround(length_mm / 25.4 * dpi)); }

} // namespace

std::string_view role_word(Category category) {
    switch (category) {
    case Category::delegate: return "Delegate";
    case Category::speaker: return "Speaker";
    case Category::vip: return "VIP";
    case Category::press: return "Press";
    case Category::staff: return "Staff";
    case Category::crew: return "Crew";
    case Category::interpreter: return "Interpreter";
    case Category::exhibitor: return "Exhibitor";
    case Category::guest: return "Guest";
    }
    return "";
}

struct BadgePress::Inside {
    Typesetter type;

    // A badge as pixels, and where its code is in them.
    struct Drawn {
        Surface surface;
        CodeBox code;
    };
    Result<Drawn> draw_pixels(const BadgeCard& card, int dpi) {
        if (dpi < dpi_min || dpi > dpi_max)
            return fault(FaultKind::bad_input, "a badge's resolution must be " + std::to_string(dpi_min) + " to " +
                                                   std::to_string(dpi_max) + " dpi");
        const double scale = dpi / 72.0;
        const auto d = design(type, card, 1 / scale);
        if (!d) return std::unexpected(d.error());
        Surface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels_of(badge_width_mm, dpi),
                                                   pixels_of(badge_height_mm, dpi))};
        const Cairo cairo{cairo_create(surface.get())};
        cairo_scale(cairo.get(), scale, scale);
        draw(cairo.get(), type, *d, card.category);
        cairo_surface_flush(surface.get());
        if (const auto status = cairo_status(cairo.get())) return std::unexpected(cairo_fault(status));
        const auto px = [&](double points) { return static_cast<float>(points * scale); };
        const float side = px(d->code.module * d->qr.size);
        return Drawn{std::move(surface), {px(d->code.left), px(d->code.top), side, side}};
    }
};

BadgePress::BadgePress() : inside_(std::make_unique<Inside>()) {}
BadgePress::~BadgePress() = default;

Result<Bytes> BadgePress::png(const BadgeCard& card, int dpi) {
    const auto drawn = inside_->draw_pixels(card, dpi);
    if (!drawn) return std::unexpected(drawn.error());
    Bytes bytes;
    const auto status = cairo_surface_write_to_png_stream(drawn->surface.get(), append_to, &bytes);
    if (status) return std::unexpected(cairo_fault(status));
    return bytes;
}

Result<BadgePicture> BadgePress::picture(const BadgeCard& card, int dpi) {
    const auto drawn = inside_->draw_pixels(card, dpi);
    if (!drawn) return std::unexpected(drawn.error());
    return BadgePicture{grey_of(drawn->surface.get()), drawn->code};
}

Result<Bytes> BadgePress::pdf(std::span<const BadgeCard> cards) {
    if (cards.empty()) return fault(FaultKind::bad_input, "there is no badge to print");
    Bytes bytes;
    const Surface surface{cairo_pdf_surface_create_for_stream(append_to, &bytes, badge_width, badge_height)};
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, printable(cards[0].summit.text).c_str());
    const Cairo cairo{cairo_create(surface.get())};
    for (const BadgeCard& card : cards) {
        const auto d = design(inside_->type, card, 0);
        if (!d) return std::unexpected(d.error());
        draw(cairo.get(), inside_->type, *d, card.category);
        cairo_show_page(cairo.get());
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get())) return std::unexpected(cairo_fault(status));
    return bytes;
}

Result<BadgeLayout> BadgePress::layout(const BadgeCard& card) {
    const auto d = design(inside_->type, card, 0);
    if (!d) return std::unexpected(d.error());
    const double side = d->code.module * d->qr.size / pt;
    return BadgeLayout{d->summit.placed,
                       d->when.placed,
                       d->name.placed,
                       d->latin_name.placed,
                       d->organisation.placed,
                       d->role.placed,
                       {d->code.left / pt, d->code.top / pt, side, side},
                       d->code.module / pt};
}

} // namespace foyer
