#include <algorithm>
#include <cmath>

#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/programme.h"

namespace foyer {
namespace {

using Lane = ProgrammeView::Lane;
using Item = ProgrammeView::Item;

constexpr float block_width = 156, bar = 14;

// What a card is about: what runs now, else what comes next, else the last of the day.
std::size_t current(const Lane& lane) {
    for (std::size_t i = 0; i < lane.items.size(); ++i)
        if (lane.items[i].now) return i;
    for (std::size_t i = 0; i < lane.items.size(); ++i)
        if (!lane.items[i].past) return i;
    return lane.items.size() - 1;
}

void room_block(Paint& paint, Rect rect, const Lane& lane) {
    paint.fill(rect, paint.forum(lane.colour), theme::card_radius - 4, Rounded::start);
    const auto code = plain(lane.room_code);
    const Setting big{theme::room, rect.width - 24, 1, Side::centre},
        small{theme::small, rect.width - 20, 2, Side::centre, 28};
    const float first = lane.room_code.empty() ? 0 : theme::room.size * 1.05f,
                second = paint.measure(lane.level, small).height;
    const float top = rect.y + (rect.height - first - second) / 2;
    if (first > 0) paint.text_in({rect.x + 12, top, rect.width - 24, first}, code, big, theme::white);
    paint.text(lane.level, small, {rect.x + 10, top + first}, theme::white);
}

// One piece an item, as long as it lasts: what is over is full, what runs is filled so far.
void time_line(Paint& paint, Rect rect, const Lane& lane) {
    const double from = lane.items.front().from_hours, span = std::max(0.25, lane.items.back().to_hours - from);
    for (const auto& item : lane.items) {
        const auto place = [&](double hours) {
            return rect.x + rect.width * static_cast<float>(std::clamp((hours - from) / span, 0.0, 1.0));
        };
        const float start = place(item.from_hours), end = place(item.to_hours) - 6;
        if (end - start < 4) continue;
        paint.fill({start, rect.y, end - start, rect.height}, theme::track_on_white, rect.height / 2);
        const double done = item.past ? 1 : item.now ? item.progress : 0;
        const auto filled = static_cast<float>(done) * (end - start);
        if (filled >= rect.height)
            paint.fill({start, rect.y, filled, rect.height}, paint.forum(lane.colour), rect.height / 2,
                       done < 1 ? Rounded::start : Rounded::all);
    }
}

// What comes after what runs; else when the one above is, and who speaks.
void foot_line(Paint& paint, Rect rect, const Lane& lane, std::size_t shown, float base) {
    const auto& item = lane.items[shown];
    const bool follows = item.now && shown + 1 < lane.items.size();
    const auto& next = follows ? lane.items[shown + 1] : item;
    Label when = follows || !item.now ? next.now_or_next : Label{};
    if (when.text.empty()) when = plain(next.starts + "–" + next.ends);
    const float taken = paint.text_on(when, {theme::row_strong}, {rect.x, base}, theme::ink).width + 18;
    const auto& what = follows ? next.title : next.speaker;
    paint.text_on(what, {theme::row, rect.width - taken, 1, Side::start, 32}, {rect.x + taken, base}, theme::mute);
}

float words_wide(float card) { return card - block_width - 2 * theme::list_padding; }

// Of all cards alike: the seats get smaller where the name of a forum has no room beside them.
theme::Type seats_type(Paint& paint, const LanesInSight& lanes, float card) {
    theme::Type type = theme::small_strong;
    const auto fits = [&](const Lane* lane) {
        const float taken = paint.measure(lane->seats, {type}).width;
        return paint.fits(lane->name, {theme::small_strong, words_wide(card) - taken - theme::gap, 1});
    };
    if (!std::ranges::all_of(lanes, fits)) type.size = 28;
    return type;
}

void card(const Lane& lane, const theme::Type& seats_in, Paint& paint, Rect rect, Intents& intents) {
    paint.shadow(rect);
    room_block(paint, {rect.x, rect.y, block_width, rect.height}, lane);
    paint.fill({rect.x + block_width, rect.y, rect.width - block_width, rect.height}, theme::white,
               theme::card_radius - 4, Rounded::end);
    const Rect inner{rect.x + block_width + theme::list_padding, rect.y, words_wide(rect.width), rect.height};

    const auto seats_colour = lane.scarce ? theme::seats_few : theme::seats_left;
    const Setting seats{seats_in, 0, 1, Side::end};
    const float taken = paint.measure(lane.seats, seats).width;
    const Setting forum{theme::small_strong, inner.width - taken - theme::gap, 1};
    const bool low = rect.height < 200; // lines stand closer where there are many cards
    const float leading = low ? 1.1f : 1.25f, over_bar = low ? 13 : 8, under_bar = low ? 6 : 8;
    Column column;
    column.add(0, theme::small.size * leading, [&](float y) {
        paint.text_on(lane.name, forum, {inner.x, y + theme::small.size}, paint.forum(lane.colour));
        paint.text_on(lane.seats, seats, {inner.end(), y + theme::small.size}, seats_colour);
    });
    if (!lane.items.empty()) {
        const auto now = current(lane);
        const auto& item = lane.items[now];
        const Setting title{{42, 1.25f, true}, inner.width, 1, Side::start, 34};
        column.add(2, 42 * leading,
                   [&, title](float y) { paint.text_on(item.title, title, {inner.x, y + 42}, theme::ink); });
        column.add(over_bar, bar, [&](float y) { time_line(paint, {inner.x, y, inner.width + 6, bar}, lane); });
        column.add(under_bar, 38 * leading, [&, now](float y) { foot_line(paint, inner, lane, now, y + 38); });
    }
    column.draw(rect.y + (rect.height - column.height()) / 2);
    if (lane.items.empty()) return;
    const auto id = "card " + lane.room_code + lane.name.text;
    if (paint.touch(id, rect) == Touch::tapped) intents.emplace_back(OpenSession{lane.items[current(lane)].id});
}

} // namespace

std::size_t programme_cards(const ProgrammeView& view, const LanesInSight& lanes, Paint& paint, Rect area,
                            Intents& intents) {
    if (lanes.empty()) {
        nothing_planned(paint, view.nothing, area);
        return 0;
    }
    constexpr float least = 176, least_gap = 12;
    const auto fit = static_cast<std::size_t>(std::max(1.f, (area.height + least_gap) / (least + least_gap)));
    const Page page = page_of(lanes.size(), fit, view.rows_turned);
    const std::size_t at_most = std::min(lanes.size(), fit);
    const auto count = static_cast<float>(at_most);
    const float gap = at_most > 5 ? least_gap : 16;
    const float tall = std::min(228.f, (area.height - gap * (count - 1)) / count);
    const auto seats = seats_type(paint, lanes, area.width);
    float y = area.y;
    for (std::size_t i = page.first; i < page.end; ++i) {
        card(*lanes[i], seats, paint, {area.x, y, area.width, tall}, intents);
        y += tall + gap;
    }
    return lanes.size() - (page.end - page.first);
}

} // namespace foyer
