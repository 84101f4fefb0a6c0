// The day of the guest who has just scanned: the welcome as a band, where to be next, and all of the day.
#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/screens/controls.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/verdict_card.h"

namespace foyer {
namespace {

using Row = OwnDayView::Row;

constexpr const theme::Ground& green = theme::green;
constexpr float row_least = 100, clock_wide = 150;

// Who it is, beside the plate: from `x` on.
Column welcome_words(Paint& paint, const OwnDayView& view, float x, float wide, float scale) {
    Column words;
    const auto add = [&](const Label& label, const theme::Type& type, int lines, Colour colour) {
        if (label.text.empty()) return;
        const Setting setting{scaled(type, scale), wide, lines};
        words.add(0, paint.measure(label, setting).height,
                  [&paint, &label, setting, colour, x](float y) { paint.text(label, setting, {x, y}, colour); });
    };
    add(view.greeting, theme::latin, 1, theme::white);
    add(view.name, theme::heading, 2, theme::white);
    add(view.latin_name, theme::body, 1, theme::white);
    add(view.affiliation, theme::small, 2, green.second);
    return words;
}

// The plate and the words, on a band that ends at `band`, or further down where they do; gives the y below them.
float welcome(Paint& paint, const OwnDayView& view, Rect at, float scale, float band) {
    const float radius = 84 * scale;
    const float x = at.x + 2 * radius * 1.18f + 40, wide = at.width - (x - at.x);
    const Column words = welcome_words(paint, view, x, wide, scale);
    const float tall = std::max(words.height(), 2 * radius * 1.18f);
    const float longer = at.y + tall + 24 - band, covered = 2 * theme::panel_radius;
    if (longer > 0)
        paint.fill({0, band - covered, paint.width, covered + longer}, green.top,
                   paint.portrait() ? theme::panel_radius : 0, Rounded::bottom);
    plate(paint, {at.x + radius * 1.18f, at.y + tall / 2}, radius, VerdictKind::admitted, Arrow::none, green,
          view.seconds_shown);
    words.draw(at.y + (tall - words.height()) / 2);
    return at.y + tall;
}

// Where the welcome stands: upright under the header, lying in its place, beside the clock.
Rect under_header(Paint& paint, const HeaderView& view) {
    const float x = theme::margin, wide = paint.width - 2 * x;
    if (paint.portrait()) return {x, header(paint, view) + 28, wide, 0};
    const auto clock = plain(view.clock);
    const Setting words{theme::small_strong, 0, 1, Side::end};
    paint.text_on(clock, words, {x + wide, theme::header_top + theme::small.size}, theme::white);
    return {x, theme::header_top, wide - paint.measure(clock, words).width - theme::gap, 0};
}

// One row: its words are measured first, for a long title takes two lines.
struct DayRow {
    Paint& paint;
    const Row& row;
    float width;

    static constexpr float gap = 30; // between the two forms of a name
    [[nodiscard]] theme::Type chip_type() const { return {38, 1.1f, true}; }
    [[nodiscard]] float aside() const {
        return row.room_code.empty() ? 0 : room_chip_width(paint, 64, row.room_code, chip_type()) + 28;
    }
    [[nodiscard]] float words_wide() const { return width - 40 - clock_wide - aside(); }
    [[nodiscard]] Setting title() const {
        const Setting two{row.past ? theme::row : theme::row_strong, words_wide(), 2, Side::start, theme::smallest};
        if (!paint.fits(row.title, two)) return {two.type, two.width, 3, Side::start, theme::smallest};
        if (row.meeting) return paint.on_one_line(row.title, two);
        Setting one = two;
        one.lines = 1;
        // Lying, height is dear: smaller letters rather than a second line.
        return !paint.portrait() && paint.fits(row.title, one) ? one : two;
    }
    [[nodiscard]] Setting line() const {
        const Setting one{second(), words_wide(), 1, Side::start, theme::smallest_control};
        return paint.fits(row.line, one) ? one : Setting{second(), words_wide(), 2, Side::start, theme::smallest};
    }
    // A name in two forms gets smaller letters where it would not fit.
    [[nodiscard]] theme::Type second() const {
        if (row.beside.text.empty()) return theme::small;
        const float both =
            paint.measure(row.line, {theme::small}).width + gap + paint.measure(row.beside, {theme::small}).width;
        return both <= words_wide() ? theme::small : theme::Type{theme::smallest, theme::small.line_height, false};
    }
    [[nodiscard]] float tall() const {
        const float words = paint.measure(row.title, title()).height + paint.measure(row.line, line()).height;
        return std::max(row_least, words + 24);
    }
    void draw(Point at) const {
        const Rect rect{at.x, at.y, width, tall()};
        if (row.meant || row.meeting)
            paint.fill(rect, row.meant ? theme::now_row : theme::meeting_row, theme::row_radius);
        const float x = rect.x + 20;
        if (row.past)
            paint.icon(Icon::tick, {x + 24, rect.centre().y}, 40, theme::seats_left, 2.6f);
        else
            paint.text_in({x, rect.y, clock_wide, rect.height}, plain(row.time), {theme::row_strong, 0, 1, Side::start},
                          row.meant ? theme::seats_left : theme::ink);
        if (!row.room_code.empty())
            room_chip(paint, {rect.end() - 20 - aside() + 28, rect.centre().y - 32}, 64, row.room_code,
                      row.meeting ? theme::ink : paint.forum(row.colour), chip_type());
        const float first = paint.measure(row.title, title()).height;
        const float second = paint.measure(row.line, line()).height, top = rect.y + (rect.height - first - second) / 2;
        paint.text(row.title, title(), {x + clock_wide, top}, row.past ? theme::mute : theme::ink);
        const float said = paint.text(row.line, line(), {x + clock_wide, top + first}, theme::mute).width;
        if (!row.beside.text.empty()) beside({x + clock_wide + said, top + first}, words_wide() - said);
    }
    // The native name, where there is room for it.
    void beside(Point at, float room) const {
        const Setting name{second()};
        if (paint.measure(row.beside, name).width + gap > room) return;
        paint.text(plain("\u00b7"), {second(), 0, 1, Side::centre}, {at.x + gap / 2, at.y}, theme::mute);
        paint.text(row.beside, name, {at.x + gap, at.y}, theme::mute);
    }
};

// The rows that there is room for: what has gone by makes way first, then what comes last; what is meant stays.
std::vector<DayRow> rows_that_fit(Paint& paint, const OwnDayView& view, float width, float room) {
    auto first = view.rows.begin(), end = view.rows.end();
    const auto tall = [&] {
        float sum = 0;
        for (auto row = first; row != end; ++row) sum += DayRow{paint, *row, width}.tall();
        return sum;
    };
    while (end - first > 1 && tall() > room) first->past || (end - 1)->meant ? void(++first) : void(--end);
    std::vector<DayRow> rows;
    for (; first != end; ++first) rows.push_back({paint, *first, width});
    return rows;
}

void day(Paint& paint, const OwnDayView& view, Rect room) {
    const Setting heading{theme::small_strong, room.width - 88, 2};
    const float head = paint.measure(view.day, heading).height + 24;
    const auto rows = rows_that_fit(paint, view, room.width - 48, room.height - head - 72);
    float tall = view.rows.empty() ? row_least : 0;
    for (const auto& row : rows) tall += row.tall();
    const Rect card{room.x, room.y, room.width, head + tall + 72};
    if (card.bottom() > room.bottom() + 16) return; // not over what is touched: the whole programme has it, too
    paint.card(card);
    float y = room.y + 36;
    paint.text(view.day, heading, {room.x + 44, y}, theme::mute);
    y += head;
    if (view.rows.empty())
        paint.text_in({room.x + 44, y, room.width - 88, row_least}, view.nothing, {theme::row, 0, 2, Side::start},
                      theme::ink);
    for (const auto& row : rows) {
        row.draw({room.x + 24, y});
        y += row.tall();
    }
}

Foot controls(Paint& paint, const OwnDayView& view, float bottom, Intents& intents) {
    const std::vector<Way> ways{{"programme", view.programme_button, OpenProgramme{}, Look::solid},
                                {"keep open", view.keep_open_button, KeepOpen{}}};
    return foot(paint, {view.timeout, {view.header, view.languages, 4}, ways}, bottom, paint.night(), intents);
}

// As large as it fits; where it does not, what is said elsewhere too, or least needed, goes first.
float next_card(Paint& paint, const OwnDayView& view, Rect room) {
    if (!view.card) return room.y;
    VerdictView::Card facts = *view.card;
    const auto tall_at = [&](float scale) {
        const VerdictCard card{paint, facts, false, green, room, scale};
        return card.height(card.column());
    };
    give_way(facts, [&] { return tall_at(scale_to(room.height, tall_at)) <= room.height; });
    const float scale = scale_to(room.height, tall_at);
    const VerdictCard card{paint, facts, false, green, room, scale};
    const auto column = card.column();
    card.draw(column, room.y);
    return room.y + card.height(column);
}

} // namespace

void draw(const OwnDayView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float x = theme::margin, wide = paint.width - 2 * x;
    const float strip = status_strip(paint, view.status);
    const Foot touched = controls(paint, view, strip - 20, intents);
    const bool upright = paint.portrait();
    const float scale = upright ? 1 : std::min(1.f, paint.height / 1080); // lying and in larger text height is dear
    const float band = upright ? 520.f : 330.f * scale;
    paint.fill({0, 0, paint.width, band}, green.top, upright ? theme::panel_radius : 0, Rounded::bottom);
    const float y = welcome(paint, view, under_header(paint, view.header), scale, band) + 36 * scale;
    const Foot ends{touched.over - 36, touched.beside - 36};
    if (upright) {
        const float below = next_card(paint, view, {x, y, wide, (ends.over - y) * 0.52f}) + (view.card ? 28 : 0);
        day(paint, view, {x, below, wide, ends.over - below});
        return;
    }
    auto [card, rows] = columns(paint, y, ends);
    if (paint.gathered())
        std::swap(card, rows); // over the controls there is less room: rows can make way, a card cannot
    (void)next_card(paint, view, card);
    day(paint, view, view.card ? rows : Rect{x, y, wide, ends.over - y});
}

} // namespace foyer
