#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/programme.h"

namespace foyer {
namespace {

using Lane = ProgrammeView::Lane;
using Item = ProgrammeView::Item;

constexpr float axis_height = 60, block = 112, name_width = 282, seats_least = 196, foot = 10, between_items = 10;

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

// How the title of an item is set in a box: in two lines, else in three where they are high enough; none where it is
// too short for words: a touch opens it.
struct Titled {
    Setting setting;
    bool whole = false;
};
std::optional<Titled> titled(Paint& paint, const Item& item, float width, float height) {
    constexpr float shortest = 130, smallest = 26;
    if (width < shortest) return std::nullopt;
    auto type = item.now ? theme::small_strong : theme::small;
    type.line_height = 1.18f; // the lines share a lane with the progress at its foot
    const float inset = width < 300 ? 14 : 22, room = height - (item.now ? foot : 0) - 11, usual = type.size;
    Titled best;
    for (int lines = 2; lines <= 3 && !best.whole; ++lines) {
        const float size = std::min(usual, room / (static_cast<float>(lines) * type.line_height));
        if (lines > 2 && size < smallest) break;
        type.size = std::max(size, smallest);
        best.setting = {type, width - 2 * inset, lines, Side::start, smallest};
        best.whole = paint.fits(item.title, best.setting);
    }
    return best;
}

// When it begins, where there is no room to say what it is.
void starts(Paint& paint, const Item& item, Rect box) {
    const Label time = clock(item.from_hours);
    const Setting words{{28, 1.2f, false}, 0, 1, Side::centre};
    const bool fits = paint.measure(time, words).width + 16 <= box.width;
    paint.text_in(box, fits ? time : plain("\u2026"), words, item.now ? theme::ink : paint.night().second);
}

// Cut off: part of it lies outside of what is in sight. Gives whether it is told what it is.
enum class Shown { whole, cut_off };
bool item_box(Paint& paint, const Item& item, Colour colour, Rect box, Shown shown, Intents& intents) {
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
    const auto words = titled(paint, item, box.width, box.height);
    if (!words || (shown == Shown::cut_off && !words->whole)) { // another page has it whole
        starts(paint, item, box);
        return false;
    }
    const float tall = paint.measure(item.title, words->setting).height, room = box.height - (item.now ? foot + 4 : 0);
    const float inset = (box.width - words->setting.width) / 2;
    paint.text(item.title, words->setting, {box.x + inset, box.y + std::max(0.f, (room - tall) / 2)},
               item.now    ? theme::ink
               : item.past ? paint.night().second
                           : theme::white);
    return true;
}

Setting seats_words(float width) { return {{30, 1.1f, true}, width, 3, Side::end, 26}; }

Setting unit_words(float width) { return {theme::small, width, 1, Side::end, 28}; }

// At the end of each lane: wider where words stand there instead of a number.
float seats_width(Paint& paint, const LanesInSight& lanes) {
    float width = seats_least;
    const auto fits = [&](const Lane* lane) {
        Setting words = seats_words(width - 20);
        words.smallest = words.type.size;
        return lane->seats_number.empty() ? paint.fits(lane->seats, words)
                                          : paint.fits(lane->seats_unit, unit_words(width - 20));
    };
    while (width < 300 && !std::ranges::all_of(lanes, fits)) width += 16;
    return width;
}

void seats(Paint& paint, const Lane& lane, Rect rect) {
    const auto colour = lane.scarce ? theme::scarce : theme::white;
    if (lane.seats_number.empty()) {
        const Setting words = seats_words(rect.width);
        const float tall = paint.measure(lane.seats, words).height;
        paint.text(lane.seats, words, {rect.x, rect.y + (rect.height - tall) / 2}, colour);
        return;
    }
    const Setting unit = unit_words(rect.width);
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

// Two hours at most, so that twenty minutes are wide enough for words; less where that would show all titles whole.
double hours_in_sight(Paint& paint, const LanesInSight& lanes, float width, float height) {
    constexpr double usual = 2, least = 1.5;
    const auto whole = [&](double hours) {
        return std::ranges::all_of(lanes, [&](const Lane* lane) {
            return std::ranges::all_of(lane->items, [&](const Item& item) {
                const double share = std::min(1.0, (item.to_hours - item.from_hours) / hours);
                const auto words = titled(paint, item, width * static_cast<float>(share) - between_items, height);
                return words && words->whole;
            });
        });
    };
    return whole(usual) || !whole(least) ? usual : least;
}

// "Now" is a quarter of an hour or more from the start. The rest of the day is on further pages: what comes later, then
// what was before.
std::vector<double> windows(const ProgrammeView& view, double most_hours) {
    const double first = view.axis_from_hours, last = view.axis_to_hours;
    if (last - first <= most_hours) return {first};
    constexpr double before = 0.25;
    const double now = std::floor((view.now_hours - before) * 2) / 2;
    const double start = view.now_hours >= last ? first : std::clamp(now, first, last - most_hours);
    std::vector<double> all;
    for (double at = start; at < last; at += most_hours) all.push_back(std::min(at, last - most_hours));
    for (double at = start - most_hours; at > first - most_hours; at -= most_hours) all.push_back(std::max(at, first));
    return all;
}

std::size_t items_of(const LanesInSight& lanes) {
    std::size_t count = 0;
    for (const auto* lane : lanes) count += lane->items.size();
    return count;
}

// Gives how many of its items are seen.
std::size_t lane_row(Paint& paint, const Lane& lane, const Axis& axis, Rect row, float head, Intents& intents) {
    const float end = axis.x + axis.width; // where the seats begin
    lane_head(paint, lane, {row.x, row.y, head, row.height});
    std::size_t seen = 0;
    for (const auto& item : lane.items) {
        const float from = axis.at(item.from_hours), to = axis.at(item.to_hours) - between_items;
        if (!axis.overlaps(item) || to - from <= 6) continue;
        const auto shown = axis.shows(item.from_hours) && axis.shows(item.to_hours) ? Shown::whole : Shown::cut_off;
        const Rect box{from, row.y, to - from, row.height};
        const bool told = item_box(paint, item, paint.forum(lane.colour), box, shown, intents);
        if (told || shown == Shown::whole) ++seen;
    }
    seats(paint, lane, {end + 20, row.y, row.end() - end - 20, row.height});
    return seen;
}

} // namespace

std::size_t programme_lanes(const ProgrammeView& view, const LanesInSight& lanes, Paint& paint, Rect area,
                            Intents& intents) {
    if (lanes.empty()) {
        nothing_planned(paint, view.nothing, area);
        return 0;
    }
    constexpr float gap = 12, least = 90;
    const float head = block + name_width + 16, top = area.y + axis_height;
    const auto fit = static_cast<std::size_t>(std::max(1.f, (area.bottom() - top + gap) / (least + gap)));
    const std::size_t at_most = std::min(lanes.size(), fit), lane_pages = (lanes.size() + fit - 1) / fit;
    const auto count = static_cast<float>(at_most);
    const float tall = std::min(136.f, (area.bottom() - top - gap * (count - 1)) / count);
    const float wide = area.width - head - seats_width(paint, lanes);
    const double hours = hours_in_sight(paint, lanes, wide, tall);
    const auto times = windows(view, hours);
    const std::size_t turned = view.rows_turned % (lane_pages * times.size());
    const Page page = page_of(lanes.size(), fit, turned % lane_pages);
    const double from = times[turned / lane_pages];
    const double span = std::min(hours, view.axis_to_hours - view.axis_from_hours);
    const Axis axis{area.x + head, wide, from, from + span};
    const float rows = static_cast<float>(page.end - page.first);
    time_axis(paint, axis, view.now_hours, area.y);
    now_line(paint, axis, view.now_hours, area.y + 54, top + rows * (tall + gap) - gap + 8);
    std::size_t seen = 0;
    float y = top;
    for (std::size_t i = page.first; i < page.end; ++i) {
        seen += lane_row(paint, *lanes[i], axis, {area.x, y, area.width, tall}, head, intents);
        y += tall + gap;
    }
    return items_of(lanes) - seen;
}

} // namespace foyer
