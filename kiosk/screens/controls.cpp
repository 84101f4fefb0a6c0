#include "kiosk/screens/controls.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr float with_icon = 56; // what a sign takes beside the words of a button

// Off an end of `row`, as wide as it is high.
Rect taken(Rect& row, Side side) {
    const float step = row.height + theme::gap;
    const Rect round{side == Side::start ? row.x : row.end() - row.height, row.y, row.height, row.height};
    if (side == Side::start) row.x += step;
    row.width -= step;
    return round;
}

// Gathers what is touched at the side that it stands at; gathered, it spreads it again.
void reach_pill(Paint& paint, Rect& row, Side side, Reach now, const theme::Ground& ground, Intents& intents) {
    const Reach there = now == Reach::both ? paint.side_of(side) : now;
    const auto icon = there == Reach::left ? Icon::hand_at_left : Icon::hand_at_right;
    const auto look = now == Reach::both ? Look::ghost : Look::chosen;
    if (pill(paint, side == Side::start ? "reach start" : "reach end", taken(row, side), {}, look, ground, icon))
        intents.emplace_back(ChooseReach{now == Reach::both ? there : Reach::both});
}

// The round ones; what they leave of the row.
Rect signs(Paint& paint, const Choices& choices, Rect row, const theme::Ground& ground, Intents& intents) {
    const auto& header = choices.header;
    reach_pill(paint, row, Side::end, header.reach, ground, intents);
    const auto look = header.text == HeaderView::Text::large ? Look::chosen : Look::ghost;
    if (pill(paint, "text size", taken(row, Side::end), plain("Aa"), look, ground))
        intents.emplace_back(ToggleLargeText{});
    if (choices.privacy == Choices::Privacy::offered &&
        pill(paint, "privacy", taken(row, Side::end), {}, Look::ghost, ground, Icon::info))
        intents.emplace_back(OpenPrivacy{});
    // Who reaches the other end alone has a sign there, too; but not instead of a language.
    Rect rest = row;
    (void)taken(rest, Side::start);
    const bool room = choices.rows == Choices::Rows::as_needed || languages_fit(paint, choices.languages, rest.width);
    if (header.reach == Reach::both && room) reach_pill(paint, row, Side::start, header.reach, ground, intents);
    return row;
}

// In one row, or in two of the same length when there are more than fit.
float language_rows(Paint& paint, const std::vector<LanguagePill>& all, std::size_t a_row, Rect row,
                    const theme::Ground& ground, Intents& intents) {
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>((all.size() + 1) / 2);
    const std::vector<LanguagePill> first{all.begin(), middle}, second{middle, all.end()};
    const bool two = (all.size() > a_row || !languages_fit(paint, all, row.width)) && first.size() <= a_row &&
                     languages_fit(paint, first, row.width) && languages_fit(paint, second, row.width);
    language_row(paint, row, two ? second : all, a_row, ground, intents);
    if (!two) return row.y;
    row.y -= row.height + theme::gap;
    language_row(paint, row, first, a_row, ground, intents);
    return row.y;
}

// As many to a row as their words allow.
std::vector<std::size_t> rows_by_words(const std::vector<float>& widths, float room) {
    std::vector<std::size_t> rows;
    float left = 0;
    for (const float width : widths) {
        if (rows.empty() || width > left) {
            rows.push_back(0);
            left = room;
        }
        ++rows.back();
        left -= width + theme::gap;
    }
    return rows;
}

// How far words may shrink before a button goes to another row. Gathered and upright there is height for more rows.
float shrinking(const Paint& paint) {
    if (!paint.gathered()) return theme::smallest_control / theme::button.size;
    return paint.portrait() ? 1 : 0.8f;
}

std::vector<Rect> places(Paint& paint, Rect row, const std::vector<Label>& labels, float icon) {
    constexpr float around = 52;
    std::vector<float> widths;
    for (const Label& label : labels)
        widths.push_back(shrinking(paint) * paint.measure(label, {theme::button}).width + icon + around);
    const auto rows = rows_by_words(widths, row.width);
    row.y -= static_cast<float>(rows.size() - std::min<std::size_t>(1, rows.size())) * (row.height + theme::gap);
    std::vector<Rect> all;
    auto width = widths.begin();
    for (const std::size_t count : rows) {
        const auto end = width + static_cast<std::ptrdiff_t>(count);
        const float equal = (row.width - theme::gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        const auto first = labels.begin() + (width - widths.begin());
        const bool by_words = count > 2 || std::any_of(width, end, [&](float wants) { return wants > equal; });
        const auto parts =
            by_words ? shares_by_words(paint, row, {first, first + static_cast<std::ptrdiff_t>(count)}, theme::gap)
                     : shares(row, count, theme::gap);
        all.insert(all.end(), parts.begin(), parts.end());
        row.y += row.height + theme::gap;
        width = end;
    }
    return all;
}

} // namespace

Rect reach_row(const Paint& paint, float bottom, float height) {
    const Rect reach = paint.within_reach();
    return {reach.x, bottom - height, reach.width, height};
}

float choices(Paint& paint, const Choices& choices, Rect row, const theme::Ground& ground, Intents& intents) {
    const Rect rest = signs(paint, choices, row, ground, intents);
    const auto& all = choices.languages;
    if (choices.rows == Choices::Rows::one || (all.size() <= choices.a_row && languages_fit(paint, all, rest.width))) {
        language_row(paint, rest, all, choices.a_row, ground, intents);
        return row.y;
    }
    row.y -= row.height + theme::gap;
    return language_rows(paint, all, choices.a_row, row, ground, intents);
}

std::vector<Rect> places(Paint& paint, Rect row, const std::vector<Label>& labels) {
    return places(paint, row, labels, 0);
}

float ways(Paint& paint, Rect row, std::vector<Way> all, const theme::Ground& ground, Intents& intents) {
    std::erase_if(all, [](const Way& way) { return way.label.text.empty(); });
    std::vector<Label> labels;
    for (const Way& way : all) labels.push_back(way.label);
    const bool icons = all.size() <= 2 && std::ranges::any_of(all, [](const Way& way) { return way.icon.has_value(); });
    const auto parts = places(paint, row, labels, icons ? with_icon : 0);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (button(paint, all[i].id, parts[i], all[i].label, all[i].look, ground, icons ? all[i].icon : std::nullopt))
            intents.push_back(all[i].asks);
    return parts.empty() ? row.y : parts.front().y;
}

float one_way(Paint& paint, const Way& way, float bottom, float widest, const theme::Ground& ground, Intents& intents) {
    Rect row = reach_row(paint, bottom, theme::button_height);
    const float wide = std::min(row.width, widest);
    row = {row.x + (row.width - wide) / 2, row.y, wide, row.height};
    return ways(paint, row, {way}, ground, intents);
}

// Of a lying row: more for the ways where they would else take two rows, of which there is no height to spare.
static float share_of(Paint& paint, const std::vector<Way>& ways, Rect row) {
    constexpr float usual = 0.45f, most = 0.64f;
    std::vector<Label> labels;
    for (const Way& way : ways)
        if (!way.label.text.empty()) labels.push_back(way.label);
    if (labels.empty()) return usual;
    const auto top = [&](float share) {
        return places(paint, {0, row.y, row.width * share, row.height}, labels).front().y;
    };
    return top(usual) < row.y && top(most) >= row.y ? most : usual;
}

Foot foot(Paint& paint, const FootParts& parts, float bottom, const theme::Ground& ground, Intents& intents) {
    const float bar = time_bar(paint, parts.timeout, bottom, ground, intents), tall = theme::pill_height;
    Rect row = reach_row(paint, bar - 22, tall);
    if (!paint.portrait() && !paint.gathered()) {
        constexpr float between = 40;
        const float first = (row.width - between) * share_of(paint, parts.ways, row), x = row.x + first + between;
        const float over = ways(paint, {row.x, row.y, first, tall}, parts.ways, ground, intents);
        (void)choices(paint, parts.choices, {x, row.y, row.end() - x, tall}, ground, intents);
        if (over >= row.y) return {row.y, row.y};
        return {over, over, Rect{x, over, row.end() - x, tall}};
    }
    float y = bar - 22;
    if (!parts.choices.languages.empty()) y = choices(paint, parts.choices, row, ground, intents) - theme::gap;
    const float over =
        ways(paint, reach_row(paint, y, paint.portrait() ? theme::button_height : tall), parts.ways, ground, intents);
    return {over, paint.portrait() ? over : bar};
}

Columns columns(const Paint& paint, float top, Foot foot) {
    const float x = theme::margin, half = (paint.width - 2 * x - theme::between_columns) / 2;
    const float end = x + half + theme::between_columns;
    const bool at_end = paint.gathered() && paint.within_reach().x > x;
    return {{at_end ? end : x, top, half, foot.over - top}, {at_end ? x : end, top, half, foot.beside - top}};
}

} // namespace foyer
