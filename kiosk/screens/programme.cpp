#include "kiosk/screens/programme.h"

#include <algorithm>

#include "kiosk/screens/controls.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

// Upright: under the header. Lying, where height is dear: in its place. Gives the y below.
float head(Paint& paint, const ProgrammeView& view) {
    const float x = theme::margin, wide = paint.width - 2 * x;
    if (paint.portrait()) {
        const float top = header(paint, view.header) + 12;
        return top + paint.text(view.title, {theme::heading, wide, 1}, {x, top}, theme::white).height + 18;
    }
    const float base = theme::header_top + theme::small.size + 8;
    paint.text_on(view.title, {theme::heading, wide - 200, 1}, {x, base}, theme::white);
    paint.text_on(plain(view.header.clock), {theme::small_strong, 0, 1, Side::end}, {x + wide, base}, theme::white);
    return base + 24;
}

// What is over for the day comes after what is not.
LanesInSight in_order(const ProgrammeView& view) {
    LanesInSight lanes;
    for (const auto& lane : view.lanes) lanes.push_back(&lane);
    std::ranges::stable_partition(
        lanes, [](const auto* lane) { return !std::ranges::all_of(lane->items, &ProgrammeView::Item::past); });
    return lanes;
}

const ProgrammeView::Lane* chosen_lane(const ProgrammeView& view) {
    for (const auto& place : view.pills)
        for (const auto& lane : view.lanes)
            if (place.chosen && ((place.forum && lane.forum == place.forum) || (place.room && lane.room == place.room)))
                return &lane;
    return view.lanes.size() == 1 ? &view.lanes.front() : nullptr;
}

// The rows of pills: where they end upwards, and where the ways out go, which wait for what the list leaves over.
struct Controls {
    float top;
    Rect ways;
};

// Upright, and where they are gathered at a side: one row above the other.
Controls stacked(const ProgrammeView& view, Paint& paint, float bottom, Intents& intents) {
    constexpr float tall = theme::pill_height;
    const Rect ways = reach_row(paint, bottom, tall);
    float y = programme_places(view, paint, reach_row(paint, ways.y - between_rows, tall), intents);
    y = programme_days(view, paint, reach_row(paint, y - between_rows, tall), intents);
    return {y, ways};
}

// Lying, height is dear: the days share a row with the ways out.
Controls side_by_side(const ProgrammeView& view, Paint& paint, float bottom, Intents& intents) {
    constexpr float tall = theme::pill_height, ways_wide = 640, between = 48;
    const Rect row = reach_row(paint, bottom, tall);
    const Rect ways{row.end() - ways_wide, row.y, ways_wide, tall};
    const float y = programme_days(view, paint, {row.x, row.y, row.width - ways_wide - between, tall}, intents);
    return {programme_places(view, paint, {row.x, y - between_rows - tall, row.width, tall}, intents), ways};
}

// The list, or what there is instead; gives how much of it is on other pages.
std::size_t list(const ProgrammeView& view, Paint& paint, Rect area, Intents& intents) {
    if (const auto* lane = chosen_lane(view)) return programme_rows(view, *lane, paint, area, intents);
    return (paint.portrait() ? programme_cards : programme_lanes)(view, in_order(view), paint, area, intents);
}

// What was found stands over its field and keys, or lying beside them.
void searched(const ProgrammeView& view, Paint& paint, float bottom, Intents& intents) {
    const float top = head(paint, view);
    Columns sides = columns(paint, top, {bottom, bottom});
    if (!paint.portrait() && !paint.gathered()) { // ten keys a row are a finger wide then
        constexpr float keys = 0.592f;
        const float wide = (paint.width - 2 * theme::margin) * keys;
        sides.second = {theme::margin + wide + theme::between_columns, top, 0, sides.second.height};
        sides.second.width = paint.width - theme::margin - sides.second.x;
        sides.first.width = wide;
    }
    const bool upright = paint.portrait();
    const Rect side = upright ? reach_row(paint, bottom, 0) : sides.first;
    const Rect ways{side.x, bottom - theme::pill_height, side.width, theme::pill_height};
    const float y =
        programme_field(*view.search, paint, {side.x, top, side.width, 0}, ways.y - theme::gap, intents) - 24;
    const Rect whole{theme::margin, top, paint.width - 2 * theme::margin, y - top};
    programme_ways(view, programme_hits(view, paint, upright ? whole : sides.second, intents), paint, ways, intents);
}

} // namespace

void draw(const ProgrammeView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float strip = status_strip(paint, view.status) - 18, x = theme::margin, wide = paint.width - 2 * x;
    const float bar = time_bar(paint, view.timeout, strip, paint.night(), intents);
    if (view.detail) {
        const float top = header(paint, view.header) + 32;
        return programme_detail(*view.detail, paint, {x, top, wide, bar - 24 - top}, intents);
    }
    const float foot = bar - (paint.portrait() ? 20 : 18);
    if (view.search) return searched(view, paint, foot, intents);
    const bool stack = paint.portrait() || paint.gathered();
    const auto controls = (stack ? stacked : side_by_side)(view, paint, foot, intents);
    const float top = head(paint, view);
    const std::size_t hidden = list(view, paint, {x, top, wide, controls.top - 22 - top}, intents);
    programme_ways(view, hidden, paint, controls.ways, intents);
}

} // namespace foyer
