#include "kiosk/screens/pieces.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/layout.h"

namespace foyer {
namespace {

constexpr theme::Type header_type = theme::small_strong;

float shown(const Label& label) { return label.text.empty() ? 0.f : 1.f; }

// As tall as its words need, two lines at most; its upper edge.
float trouble_band(Paint& paint, const Label& trouble, float bottom) {
    const float x = theme::margin + 42, wide = paint.width - x - theme::margin;
    Setting setting{theme::status, wide, 2, Side::start, theme::smallest_status};
    setting.type.bold = true;
    const float tall = std::max(theme::strip_height, paint.measure(trouble, setting).height + 14);
    const Rect band{0, bottom - tall, paint.width, tall};
    paint.fill(band, theme::attention);
    paint.icon(Icon::warning, {theme::margin + 14, band.centre().y}, 30, theme::ink, 2.6f);
    paint.text_in({x, band.y, wide, band.height}, trouble, setting, theme::ink);
    return band.y;
}

} // namespace

theme::Type scaled(theme::Type type, float scale) {
    return {std::max(std::min(type.size, theme::smallest), type.size * scale), type.line_height, type.bold};
}

Label plain(std::string text) { return {std::move(text), "en"}; }

const theme::Ground& ground_of(VerdictKind kind) {
    switch (kind) {
    case VerdictKind::admitted: return theme::green;
    case VerdictKind::ask_a_person: return theme::red;
    case VerdictKind::again:
    case VerdictKind::go_elsewhere:
    case VerdictKind::full:
    case VerdictKind::wait: return theme::amber;
    }
    return theme::amber;
}

float header(Paint& paint, const HeaderView& view, std::optional<float> width) {
    const auto clock = plain(view.clock);
    const float taken = paint.measure(clock, {header_type}).width;
    const float wide = width.value_or(paint.width);
    const float y = theme::header_top, baseline = y + header_type.size;
    const float middle = y + header_type.size * header_type.line_height / 2;
    const float sign = paint.logo({theme::margin, middle - theme::logo_height / 2});
    const float x = theme::margin + (sign > 0 ? sign + theme::gap : 0);
    const float room = wide - x - theme::margin - taken - theme::gap;
    const auto left = paint.text_on(view.summit, {header_type, room}, {x, baseline}, theme::white);
    paint.text_on(clock, {header_type, 0, 1, Side::end}, {wide - theme::margin, baseline}, theme::white);
    const float bottom = y + std::max(left.height, header_type.size * header_type.line_height);
    return sign > 0 ? std::max(bottom, middle + theme::logo_height / 2 + 10) : bottom;
}

StripShares strip_shares(float room, DemoWidths demo, float network) {
    using enum StripShares::Said;
    constexpr float smallest = theme::smallest_status / theme::status.size, slack = 8; // as sizes go by steps
    const auto wide = [](float words, float scale) { return words > 0 ? words * scale + slack : 0; };
    const auto fit = [&](float words, float scale) { return wide(words, smallest) + wide(network, scale) <= room; };
    const auto share = [&](StripShares::Said said, float words, float network_wide) {
        return StripShares{said, std::min(wide(words, 1), room - network_wide), network_wide};
    };
    if (fit(demo.whole, 1)) return share(whole, demo.whole, wide(network, 1));
    if (fit(demo.shortly, 1)) return share(shortly, demo.shortly, wide(network, 1));
    if (fit(demo.shortly, smallest)) return share(shortly, demo.shortly, room - wide(demo.shortly, smallest));
    return {nothing, 0, room};
}

float status_strip(Paint& paint, const StatusView& view) {
    using Said = StripShares::Said;
    const Rect strip{0, paint.height - theme::strip_height, paint.width, theme::strip_height};
    paint.fill(strip, theme::strip);
    const Setting free{theme::status};
    const auto wide = [&](const Label& label) { return paint.measure(label, free).width; };
    const Setting all_of_it{theme::status, strip.width - 2 * theme::margin - 30, 1, Side::end, theme::smallest_status};
    const auto& network =
        view.network_shortly.text.empty() || paint.fits(view.network, all_of_it) ? view.network : view.network_shortly;
    const float dot = 30 * shown(network), between = shown(view.demo) * theme::gap;
    const auto& shortly = view.demo_shortly.text.empty() ? view.demo : view.demo_shortly;
    const auto shares =
        strip_shares(strip.width - 2 * theme::margin - dot - between, {wide(view.demo), wide(shortly)}, wide(network));
    Setting setting{theme::status, 0, 1, Side::start, theme::smallest_status};
    if (shares.demo != Said::nothing)
        paint.text_in({theme::margin, strip.y, shares.demo_wide, strip.height},
                      shares.demo == Said::whole ? view.demo : shortly, setting, paint.night().second);
    if (!network.text.empty()) {
        const float x = strip.width - theme::margin - shares.network_wide;
        const float inked =
            paint.measure(network, {theme::status, shares.network_wide, 1, Side::end, theme::smallest_status}).width;
        const auto colour = view.network_attention ? theme::attention : paint.night().second;
        paint.disc({strip.width - theme::margin - inked - dot + 9, strip.centre().y}, 8,
                   view.network_attention ? theme::attention : theme::guide);
        setting.side = Side::end;
        paint.text_in({x, strip.y, shares.network_wide, strip.height}, network, setting, colour);
    }
    if (view.trouble.text.empty()) return strip.y;
    return trouble_band(paint, view.trouble, strip.y);
}

static float words_tall(Paint& paint, const TimeoutView& view) {
    return std::max(paint.measure(view.words, {theme::small}).height, theme::small.size * theme::small.line_height);
}

static void time_bar_in(Paint& paint, const TimeoutView& view, Rect row) {
    const Setting words{theme::small};
    const auto size = paint.measure(view.words, words);
    const float middle = row.centre().y;
    const float track = row.width - (size.width > 0 ? size.width + 28 : 0);
    const Rect bar{row.x, middle - theme::bar_height / 2, track, theme::bar_height};
    paint.fill(bar, with_alpha(theme::white, theme::track_alpha), theme::bar_height / 2);
    const auto left = static_cast<float>(std::clamp(view.fraction_left, 0.0, 1.0));
    if (left > 0)
        paint.fill({bar.x, bar.y, std::max(theme::bar_height, bar.width * left), bar.height}, theme::white,
                   theme::bar_height / 2);
    Setting end = words;
    end.side = Side::end;
    paint.text(view.words, end, {row.end(), middle - size.height / 2}, theme::white);
}

float time_bar(Paint& paint, const TimeoutView& view, float bottom) {
    const float tall = words_tall(paint, view);
    time_bar_in(paint, view, {theme::margin, bottom - tall, paint.width - 2 * theme::margin, tall});
    return bottom - tall;
}

void offered_badge(Paint& paint, const TimeoutView& view, Rect rect, const theme::Ground& ground, Intents& intents) {
    if (pill(paint, "offered", rect, view.offer, Look::solid, ground)) intents.emplace_back(TakeOffered{});
}

float time_bar(Paint& paint, const TimeoutView& view, float bottom, const theme::Ground& ground, Intents& intents) {
    if (view.offer.text.empty()) return time_bar(paint, view, bottom);
    const float tall = theme::pill_height, wide = paint.width - 2 * theme::margin;
    const Rect reach = paint.within_reach();
    if (paint.portrait()) {
        const float y = time_bar(paint, view, bottom) - 20 - tall;
        offered_badge(paint, view, {reach.x, y, reach.width, tall}, ground, intents);
        return y;
    }
    constexpr float share = 0.42f, between = 40;
    const float offer = paint.gathered() ? reach.width : wide * share, y = bottom - tall;
    const bool at_start = paint.gathered() && reach.x <= theme::margin; // else at the end
    const float bar = wide - offer - between;
    time_bar_in(paint, view, {theme::margin + (at_start ? offer + between : 0), y, bar, tall});
    offered_badge(paint, view, {theme::margin + (at_start ? 0 : bar + between), y, offer, tall}, ground, intents);
    return y;
}

namespace {

bool control(Paint& paint, const std::string& id, Rect rect, float radius, const Label& label, Look look,
             const theme::Ground& ground, std::optional<Icon> icon, const theme::Type& type) {
    const auto touch = paint.touch(id, rect);
    const bool light = look != Look::ghost;
    paint.fill(rect, light ? theme::white : ground.pill, radius);
    if (!light) paint.outline(rect, ground.border, radius);
    if (touch == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), radius);
    const auto colour = light ? theme::ink : theme::white;
    if (label.text.empty()) {
        if (icon) paint.icon(*icon, rect.centre(), 46, colour, 2.2f);
        return touch == Touch::tapped;
    }
    const float inner = rect.width - 2 * std::min(radius, 22.f), sign = icon ? 40.f + 16.f : 0.f;
    Setting setting{type, inner - sign, 1, Side::centre, theme::smallest_control};
    if (!paint.fits(label, setting)) setting.lines = 2;
    if (icon) { // sign and words in the middle together
        const float wide = paint.measure(label, setting).width + sign, x = rect.x + (rect.width - wide) / 2;
        paint.icon(*icon, {x + 20, rect.centre().y}, 40, colour, 2.2f);
        Setting beside = setting;
        beside.side = Side::start;
        paint.text_in({x + sign, rect.y, inner - sign, rect.height}, label, beside, colour);
    } else {
        paint.text_in({rect.x + (rect.width - inner) / 2, rect.y, inner, rect.height}, label, setting, colour);
    }
    return touch == Touch::tapped;
}

} // namespace

bool button(Paint& paint, const std::string& id, Rect rect, const Label& label, Look look, const theme::Ground& ground,
            std::optional<Icon> icon) {
    return control(paint, id, rect, theme::button_radius, label, look, ground, icon, theme::button);
}

bool pill(Paint& paint, const std::string& id, Rect rect, const Label& label, Look look, const theme::Ground& ground,
          std::optional<Icon> icon) {
    return control(paint, id, rect, rect.height / 2, label, look, ground, icon, theme::pill);
}

std::vector<Rect> shares_by_words(Paint& paint, Rect whole, const std::vector<Label>& labels, float gap) {
    constexpr float around = 60; // what a button has beside its words
    std::vector<float> widths;
    float all = 0;
    for (const Label& label : labels) all += widths.emplace_back(paint.measure(label, {theme::button}).width + around);
    const float room = whole.width - gap * static_cast<float>(labels.size() - 1);
    std::vector<Rect> parts;
    float x = whole.x;
    for (const float width : widths) {
        parts.push_back({x, whole.y, width * room / all, whole.height});
        x += parts.back().width + gap;
    }
    return parts;
}

std::vector<Rect> shares(Rect whole, std::size_t count, float gap) {
    std::vector<Rect> parts;
    const auto n = static_cast<float>(count);
    const float wide = (whole.width - gap * (n - 1)) / n;
    for (std::size_t i = 0; i < count; ++i)
        parts.push_back({whole.x + static_cast<float>(i) * (wide + gap), whole.y, wide, whole.height});
    return parts;
}

namespace {

using Seen = std::vector<const LanguagePill*>;
constexpr float around_a_name = 48;

// What they take side by side, each name as small as it may be.
float least_width(Paint& paint, const Seen& seen) {
    float sum = -theme::gap;
    for (const auto* language : seen)
        sum += paint.measure(language->own_name, {theme::pill}).width * theme::smallest / theme::pill.size +
               around_a_name + theme::gap;
    return sum;
}

Seen all_of(const std::vector<LanguagePill>& languages) {
    Seen seen;
    for (const auto& language : languages) seen.push_back(&language);
    return seen;
}

// As many as fit, the chosen one among them.
Seen some_of(Paint& paint, const std::vector<LanguagePill>& languages, std::size_t most, float width) {
    const auto chosen = std::ranges::find_if(languages, &LanguagePill::chosen);
    Seen seen = all_of(languages);
    for (std::size_t count = std::min(most, seen.size()); count > 0; --count) {
        seen.resize(count);
        if (chosen != languages.end() && std::ranges::count(seen, &*chosen) == 0) seen.back() = &*chosen;
        if (least_width(paint, seen) <= width) return seen;
    }
    return {};
}

void language_pills(Paint& paint, Rect row, const Seen& seen, const theme::Ground& ground, Intents& intents) {
    std::vector<Label> names;
    for (const auto* language : seen) names.push_back(language->own_name);
    auto parts = shares(row, seen.size(), theme::gap);
    for (std::size_t i = 0; i < seen.size(); ++i) // equal, unless a long name needs more
        if (least_width(paint, {seen[i]}) > parts[i].width) {
            parts = shares_by_words(paint, row, names, theme::gap);
            break;
        }
    float scale = 1; // of all alike: a name that is smaller than its neighbours looks like another choice
    for (std::size_t i = 0; i < seen.size(); ++i)
        scale = std::min(scale, (parts[i].width - around_a_name) / paint.measure(names[i], {theme::pill}).width);
    const auto type = scaled(theme::pill, std::max(scale, theme::smallest / theme::pill.size));
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (control(paint, "language " + seen[i]->language, parts[i], row.height / 2, names[i],
                    seen[i]->chosen ? Look::chosen : Look::ghost, ground, std::nullopt, type))
            intents.emplace_back(ChooseLanguage{seen[i]->language});
}

} // namespace

bool languages_fit(Paint& paint, const std::vector<LanguagePill>& languages, float width) {
    const auto count = static_cast<float>(languages.size());
    return count * (theme::pill_least + theme::gap) - theme::gap <= width &&
           least_width(paint, all_of(languages)) <= width;
}

void language_row(Paint& paint, Rect row, const std::vector<LanguagePill>& languages, std::size_t most,
                  const theme::Ground& ground, Intents& intents) {
    if (languages.empty()) return;
    if (languages.size() <= most && languages_fit(paint, languages, row.width))
        return language_pills(paint, row, all_of(languages), ground, intents);
    const float rest = row.width - row.height - theme::gap;
    const auto room = static_cast<std::size_t>((rest + theme::gap) / (theme::pill_least + theme::gap));
    const Seen seen = some_of(paint, languages, std::clamp<std::size_t>(room, 1, most - 1), rest);
    const auto chosen = std::ranges::find_if(languages, &LanguagePill::chosen);
    // Where there is no room for one beside the globe, that has its name.
    const bool alone = seen.empty() && chosen != languages.end();
    const Rect globe = alone ? row : Rect{row.end() - row.height, row.y, row.height, row.height};
    if (pill(paint, "languages", globe, alone ? chosen->own_name : Label{}, Look::ghost, ground, Icon::globe))
        intents.emplace_back(OpenLanguages{});
    if (!seen.empty()) language_pills(paint, {row.x, row.y, rest, row.height}, seen, ground, intents);
}

void sign_and_words(Paint& paint, const Label& title, const Label& line, Rect room, const theme::Ground& ground) {
    const float radius = paint.portrait() ? 150 : 100;
    const auto set = [&](theme::Type type, float scale) {
        return Setting{scaled(type, scale), room.width, 3, Side::centre};
    };
    const auto words_tall = [&](float scale) {
        return paint.measure(title, set(theme::title, scale)).height + 20 +
               paint.measure(line, set(theme::second, scale)).height;
    };
    const auto tall = [&](float scale) { return (2 * radius + 48) * scale + words_tall(scale); };
    const float scale = scale_to(room.height - 48, tall), sign = radius * scale;
    float y = room.y + std::max(24.f, (room.height - tall(scale)) * 0.42f);
    const Point centre{room.centre().x, y + sign};
    paint.disc(centre, sign, theme::white);
    paint.icon(Icon::person_at_desk, centre, sign * 1.25f, ground.mark, 2.2f);
    y += 2 * sign + 48 * scale;
    y += paint.text(title, set(theme::title, scale), {room.x, y}, theme::white).height + 20;
    paint.text(line, set(theme::second, scale), {room.x, y}, ground.second);
}

float room_chip_width(Paint& paint, float height, const std::string& code, theme::Type type) {
    return std::max(height * 1.3f, paint.measure(plain(code), {type}).width + type.size);
}

float room_chip(Paint& paint, Point at, float height, const std::string& code, Colour colour, theme::Type type) {
    const float wide = room_chip_width(paint, height, code, type);
    const Rect chip{at.x, at.y, wide, height};
    paint.fill(chip, colour, theme::chip_radius);
    paint.text_in(chip, plain(code), {type, 0, 1, Side::centre}, theme::white);
    return wide;
}

Extent signed_line(Paint& paint, Rect row, Icon icon, Arrow arrow, Colour sign, const Label& label,
                   const theme::Type& type, Colour colour) {
    constexpr float size = 46;
    const Setting setting{type, row.width - size - theme::icon_gap, 2};
    const auto text = paint.measure(label, setting);
    const float y = row.y + std::max(0.f, (row.height - text.height) / 2);
    // Beside the first line.
    const Point centre{row.x + size / 2, y + type.size * type.line_height / 2 + 1};
    if (arrow == Arrow::none)
        paint.icon(icon, centre, size, sign, 2.4f);
    else
        paint.arrow(arrow, centre, size, sign, 2.8f);
    paint.text(label, setting, {row.x + size + theme::icon_gap, y}, colour);
    return {row.width, text.height};
}

} // namespace foyer
