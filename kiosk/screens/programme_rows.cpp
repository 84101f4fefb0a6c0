#include <algorithm>
#include <vector>

#include "kiosk/screens/pieces.h"
#include "kiosk/screens/programme.h"

namespace foyer {
namespace {

using Lane = ProgrammeView::Lane;
using Item = ProgrammeView::Item;

constexpr float padding = 28, head_tall = 132;

void head(Paint& paint, const Lane& lane, Rect rect) {
    paint.fill(rect, paint.forum(lane.colour), theme::card_radius, Rounded::top);
    const float code = lane.room_code.empty() ? 0 : paint.measure(plain(lane.room_code), {theme::room}).width + 32;
    const float x = rect.x + padding + 20, wide = rect.width - 2 * padding - 40;
    paint.text_in({x, rect.y, wide, rect.height}, plain(lane.room_code), {theme::room, 0, 1, Side::start},
                  theme::white);
    const Setting seats{theme::small_strong, wide * 0.42f, 2, Side::end};
    const Setting name{theme::strong, wide * 0.56f - code, 2}, level{theme::small, wide * 0.56f - code, 1};
    const float first = paint.measure(lane.name, name).height, second = paint.measure(lane.level, level).height;
    const float top = rect.y + (rect.height - first - second) / 2;
    paint.text(lane.name, name, {x + code, top}, theme::white);
    paint.text(lane.level, level, {x + code, top + first}, theme::white);
    const float tall = paint.measure(lane.seats, seats).height;
    paint.text(lane.seats, seats, {x + wide * 0.58f, rect.y + (rect.height - tall) / 2}, theme::white);
}

struct Row {
    const Item* item;
    const Lane* lane;
};

Setting title_setting(const Row& row, float width) {
    return {row.item->past ? theme::row : theme::row_strong, width, 2, Side::start, 34};
}

// At the end of a row: "now", or the room when it is another one than the head says.
float aside(Paint& paint, const Row& row, const Lane& lane, Rect rect) {
    const auto& item = *row.item;
    if (row.lane != &lane && !row.lane->room_code.empty()) {
        const theme::Type type{36, 1.1f, true};
        const float wide = room_chip_width(paint, 60, row.lane->room_code, type);
        room_chip(paint, {rect.end() - 20 - wide, rect.centre().y - 30}, 60, row.lane->room_code,
                  paint.forum(row.lane->colour), type);
        return wide + 24;
    }
    if (!item.now) return 0;
    const float wide = paint.measure(item.now_or_next, {theme::small_strong}).width + 8;
    paint.text_in({rect.end() - 20 - wide, rect.y, wide, rect.height}, item.now_or_next,
                  {theme::small_strong, 0, 1, Side::end}, paint.forum(lane.colour));
    return wide + 24;
}

void draw_row(Paint& paint, const Row& row, const Lane& lane, Rect rect, Intents& intents) {
    const auto& item = *row.item;
    const auto touch = paint.touch("row " + item.id.text, rect);
    if (touch == Touch::tapped) intents.emplace_back(OpenSession{item.id});
    if (item.now) paint.fill(rect, theme::now_row, theme::row_radius);
    if (touch == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::row_radius);
    const float x = rect.x + 20, clock = 132;
    if (item.past)
        paint.icon(Icon::tick, {x + 24, rect.centre().y}, 40, theme::seats_left, 2.6f);
    else
        paint.text_in({x, rect.y, clock, rect.height}, plain(item.starts), {theme::row_strong, 0, 1, Side::start},
                      item.now ? theme::seats_left : theme::ink);

    const float wide = rect.width - 40 - clock - aside(paint, row, lane, rect);
    const auto title = title_setting(row, wide);
    const Setting speaker{theme::small, wide, 1, Side::start, 30};
    const float first = paint.measure(item.title, title).height, second = paint.measure(item.speaker, speaker).height;
    const float top = rect.y + (rect.height - first - second) / 2;
    paint.text(item.title, title, {x + clock, top}, item.past ? theme::mute : theme::ink);
    paint.text(item.speaker, speaker, {x + clock, top + first}, theme::mute);
}

std::vector<Row> rows_of(const ProgrammeView& view, const Lane& lane) {
    std::vector<Row> rows;
    for (const auto& other : view.lanes)
        if (&other == &lane || !other.forum)
            for (const auto& item : other.items) rows.push_back({&item, &other});
    std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.item->from_hours; });
    return rows;
}

} // namespace

void programme_rows(const ProgrammeView& view, const Lane& lane, Paint& paint, Rect area, Intents& intents) {
    auto rows = rows_of(view, lane);
    const float room = area.height - head_tall - 2 * 20;
    const auto tall_of = [&](const Row& row) {
        const float wide = area.width - 2 * padding - 40 - 132 - 150;
        const float words = paint.measure(row.item->title, title_setting(row, wide)).height +
                            (row.item->speaker.text.empty() ? 0 : theme::small.size * theme::small.line_height);
        return std::max(theme::pill_height + 8, words + 30);
    };
    const auto sum = [&] {
        float tall = 0;
        for (const auto& row : rows) tall += tall_of(row);
        return tall;
    };
    // What is long over makes way when there are too many; then what is farthest off.
    while (rows.size() > 1 && sum() > room)
        rows.front().item->past ? rows.erase(rows.begin()) : rows.erase(rows.end() - 1);

    const Rect card{area.x, area.y, area.width, head_tall + 40 + sum()};
    paint.card(card);
    head(paint, lane, {card.x, card.y, card.width, head_tall});
    float y = card.y + head_tall + 20;
    for (const auto& row : rows) {
        const float tall = tall_of(row);
        draw_row(paint, row, lane, {card.x + padding, y + 3, card.width - 2 * padding, tall - 6}, intents);
        y += tall;
    }
}

} // namespace foyer
