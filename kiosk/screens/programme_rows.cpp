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

// A row in its place on a page.
struct Placed {
    Row row;
    Rect rect;
};
using Sheet = std::vector<Placed>; // a page

struct Grid {
    Rect area; // under the head
    std::size_t count;
    [[nodiscard]] float width() const {
        return (area.width - 2 * padding - (static_cast<float>(count) - 1) * theme::gap) / static_cast<float>(count);
    }
    [[nodiscard]] float x(std::size_t column) const {
        return area.x + padding + static_cast<float>(column) * (width() + theme::gap);
    }
};

float tall_of(Paint& paint, const Row& row, float width) {
    const float wide = width - 40 - 132 - 150;
    const float words = paint.measure(row.item->title, title_setting(row, wide)).height +
                        (row.item->speaker.text.empty() ? 0 : theme::small.size * theme::small.line_height);
    return std::max(theme::pill_height + 8, words + 30);
}

// From the top of the first column down, then the next; then the next page.
void place(Paint& paint, const std::vector<Row>& rows, const Grid& columns, std::vector<Sheet>& sheets) {
    std::size_t column = 0;
    float y = columns.area.y;
    if (!rows.empty()) sheets.emplace_back();
    for (const Row& row : rows) {
        const float tall = tall_of(paint, row, columns.width());
        if (y > columns.area.y && y + tall > columns.area.bottom()) {
            y = columns.area.y;
            if (++column == columns.count) {
                column = 0;
                sheets.emplace_back();
            }
        }
        sheets.back().push_back({row, {columns.x(column), y + 3, columns.width(), tall - 6}});
        y += tall;
    }
}

// In as few columns as one page takes, else in as many as there may be.
std::vector<Sheet> sheets_of(Paint& paint, const std::vector<Row>& rows, Rect area) {
    std::vector<Sheet> sheets;
    const std::size_t most = paint.portrait() ? 1 : 2;
    for (std::size_t count = 1; count <= most && (count == 1 || sheets.size() > 1); ++count) {
        sheets.clear();
        place(paint, rows, {area, count}, sheets);
    }
    return sheets;
}

// All of it in its order where that fits; else first what is on and what comes, and what was on pages of its own.
std::vector<Sheet> pages_of(Paint& paint, const std::vector<Row>& rows, Rect area) {
    auto sheets = sheets_of(paint, rows, area);
    if (sheets.size() <= 1) return sheets;
    std::vector<Row> over, left;
    for (const Row& row : rows) (row.item->past ? over : left).push_back(row);
    sheets = sheets_of(paint, left, area);
    for (Sheet& sheet : sheets_of(paint, over, area)) sheets.push_back(std::move(sheet));
    return sheets;
}

} // namespace

std::size_t programme_rows(const ProgrammeView& view, const Lane& lane, Paint& paint, Rect area, Intents& intents) {
    const auto rows = rows_of(view, lane);
    const Rect room{area.x, area.y + head_tall + 20, area.width, area.height - head_tall - 40};
    const auto sheets = pages_of(paint, rows, room);
    float foot = room.y + (rows.empty() ? 220.f : 0.f);
    for (const Sheet& sheet : sheets) // as high as the fullest, so that nothing jumps from page to page
        for (const Placed& placed : sheet) foot = std::max(foot, placed.rect.bottom() + 3);
    const Rect card{area.x, area.y, area.width, foot + 20 - area.y};
    paint.card(card);
    head(paint, lane, {card.x, card.y, card.width, head_tall});
    if (sheets.empty()) {
        paint.text_in({room.x + padding, room.y, room.width - 2 * padding, foot - room.y}, view.nothing,
                      {theme::body, 0, 3, Side::centre}, theme::mute);
        return 0;
    }
    const Sheet& sheet = sheets[view.rows_turned % sheets.size()];
    for (const Placed& placed : sheet) draw_row(paint, placed.row, lane, placed.rect, intents);
    return rows.size() - sheet.size();
}

void nothing_planned(Paint& paint, const Label& words, Rect area) {
    paint.text_in(area, words, {theme::second, 0, 3, Side::centre}, paint.night().second);
}

} // namespace foyer
