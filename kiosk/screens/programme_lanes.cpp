#include <algorithm>
#include <cmath>
#include <cstdio>

#include "kiosk/screens/pieces.h"
#include "kiosk/screens/programme.h"

namespace foyer {
namespace {

using Lane = ProgrammeView::Lane;
using Item = ProgrammeView::Item;

constexpr float axis_height = 64, block = 112, name_width = 282, seats_width = 196, foot = 10;

struct Axis {
    float x, width;
    double from, to;
    [[nodiscard]] float at(double hours) const {
        const double span = std::max(0.25, to - from);
        return x + width * static_cast<float>(std::clamp((hours - from) / span, 0.0, 1.0));
    }
    [[nodiscard]] bool overlaps(const Item& item) const { return item.to_hours > from && item.from_hours < to; }
    [[nodiscard]] bool shows(double hours) const { return hours >= from && hours <= to; }
};

Label clock(double hours) {
    const int minutes = static_cast<int>(std::lround(hours * 60));
    char text[24];
    std::snprintf(text, sizeof text, "%02d:%02d", minutes / 60 % 24, minutes % 60);
    return plain(text);
}

void now_line(Paint& paint, const Axis& axis, double now, float top, float bottom) {
    if (axis.shows(now)) paint.fill({axis.at(now) - 2, top, 4, bottom - top}, theme::guide);
}

// Half hours, or hours where those would crowd; none under the sign that says "now".
void time_axis(Paint& paint, const Axis& axis, double now, float y) {
    const bool dense = (axis.to - axis.from) * 2 * 140 > static_cast<double>(axis.width);
    const double step = dense ? 1.0 : 0.5;
    const Rect pill{axis.at(now) - 66, y, 132, 54};
    for (double at = std::ceil(axis.from / step) * step; at <= axis.to + 1e-6; at += step) {
        const float x = axis.at(at);
        if (axis.shows(now) && std::abs(x - axis.at(now)) < 140) continue;
        paint.text_in({x - 80, y, 160, pill.height}, clock(at), {theme::small, 0, 1, Side::centre},
                      paint.night().second);
    }
    if (!axis.shows(now)) return;
    paint.fill(pill, theme::guide, pill.height / 2);
    paint.text_in(pill, clock(now), {theme::small_strong, 0, 1, Side::centre}, theme::ink);
}

void item_box(Paint& paint, const Item& item, Colour colour, Rect box, Intents& intents) {
    const auto touch = paint.touch("item " + item.id.text, box);
    if (touch == Touch::tapped) intents.emplace_back(OpenSession{item.id});
    if (item.now) paint.shadow(box);
    paint.fill(box,
               item.now    ? theme::white
               : item.past ? between(paint.night().pill, paint.night().bottom, 0.7)
                           : paint.night().pill,
               theme::row_radius);
    if (item.now) { // its progress, along the foot
        const Rect strip{box.x, box.bottom() - foot, box.width, foot};
        const float done = strip.width * static_cast<float>(std::clamp(item.progress, 0.0, 1.0));
        paint.fill({strip.x + 12, strip.y - 2, strip.width - 24, 6}, with_alpha(colour, 0.22), 3);
        if (done > 18) paint.fill({strip.x + 12, strip.y - 2, std::min(done, strip.width - 12) - 12, 6}, colour, 3);
    }
    if (touch == Touch::down) paint.fill(box, with_alpha(theme::ink, theme::pressed_alpha), theme::row_radius);
    const float inset = box.width < 170 ? 12 : 22;
    if (box.width < 130) return; // too short for words: a touch opens it
    const int lines = box.height > 124 ? 3 : 2;
    auto type = item.now ? theme::small_strong : theme::small;
    type.line_height = 1.18f; // two lines share a lane with the progress at its foot
    const Setting words{type, box.width - 2 * inset, lines, Side::start, 26};
    const float tall = paint.measure(item.title, words).height, room = box.height - (item.now ? foot + 4 : 0);
    paint.text(item.title, words, {box.x + inset, box.y + std::max(0.f, (room - tall) / 2)},
               item.now    ? theme::ink
               : item.past ? paint.night().second
                           : theme::white);
}

void seats(Paint& paint, const Lane& lane, Rect rect) {
    const auto colour = lane.scarce ? theme::scarce : theme::white;
    if (lane.seats_number.empty()) {
        const theme::Type type{rect.height < 112 ? 26.f : 30.f, 1.14f, true};
        const Setting words{type, rect.width, 3, Side::end, 24};
        const float tall = paint.measure(lane.seats, words).height;
        paint.text(lane.seats, words, {rect.x, rect.y + (rect.height - tall) / 2}, colour);
        return;
    }
    const Setting unit{theme::small, rect.width, 2, Side::end, 22};
    const float number = 52, small = paint.measure(lane.seats_unit, unit).height,
                top = rect.y + (rect.height - number - small) / 2;
    paint.text_in({rect.x, top, rect.width, number}, plain(lane.seats_number), {{50, 1.1f, true}, 0, 1, Side::end},
                  colour);
    paint.text(lane.seats_unit, unit, {rect.x, top + number}, colour);
}

void lane_head(Paint& paint, const Lane& lane, Rect rect) {
    const float side = std::min(block, rect.height);
    const Rect code{rect.x, rect.y + (rect.height - side) / 2, block, side};
    paint.fill(code, paint.forum(lane.colour), theme::row_radius);
    paint.text_in({code.x + 8, code.y, code.width - 16, code.height}, plain(lane.room_code),
                  {{56, 1.1f, true}, 0, 1, Side::centre}, theme::white);
    const Setting name{theme::small_strong, name_width - 24, 2, Side::start, 28};
    const float tall = paint.measure(lane.name, name).height;
    paint.text(lane.name, name, {rect.x + block + 20, rect.y + (rect.height - tall) / 2}, theme::white);
}

// Two hours at most, so that twenty minutes are wide enough for words; "now" a quarter of an hour or more from the
// start. The whole day of a forum is one touch away.
Axis axis_of(const ProgrammeView& view, float x, float width) {
    constexpr double most = 2, before = 0.25;
    if (view.axis_to_hours - view.axis_from_hours <= most) return {x, width, view.axis_from_hours, view.axis_to_hours};
    const double start = std::floor((view.now_hours - before) * 2) / 2;
    const double from = std::clamp(start, view.axis_from_hours, view.axis_to_hours - most);
    return {x, width, from, from + most};
}

} // namespace

void programme_lanes(const ProgrammeView& view, const LanesInSight& lanes, Paint& paint, Rect area, Intents& intents) {
    if (lanes.empty()) return;
    const float head = block + name_width + 16;
    const auto axis = axis_of(view, area.x + head, area.width - head - seats_width);
    const auto count = static_cast<float>(lanes.size());
    const float gap = 12, top = area.y + axis_height;
    const float tall = std::min(136.f, (area.bottom() - top - gap * (count - 1)) / count);
    time_axis(paint, axis, view.now_hours, area.y);
    now_line(paint, axis, view.now_hours, area.y + 54, top + count * (tall + gap) - gap + 8);
    float y = top;
    for (const auto* lane : lanes) {
        lane_head(paint, *lane, {area.x, y, head, tall});
        for (const auto& item : lane->items) {
            const float from = axis.at(item.from_hours), to = axis.at(item.to_hours) - 10;
            if (axis.overlaps(item) && to - from > 6)
                item_box(paint, item, paint.forum(lane->colour), {from, y, to - from, tall}, intents);
        }
        seats(paint, *lane, {area.end() - seats_width + 20, y, seats_width - 20, tall});
        y += tall + gap;
    }
}

} // namespace foyer
