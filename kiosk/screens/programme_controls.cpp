// What a guest chooses by in the programme: pills whose words decide how many of them there is room for.
#include <algorithm>
#include <numeric>

#include "kiosk/screens/controls.h"
#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/programme.h"

namespace foyer {
namespace {

using DayPill = ProgrammeView::DayPill;
using PlacePill = ProgrammeView::PlacePill;

constexpr float around = 60;         // what a pill has beside its words
constexpr float least_share = 0.82f; // how far words may shrink before fewer pills stand in a row

float pill_width(Paint& paint, const Label& label) {
    return std::max(theme::pill_height, paint.measure(label, {theme::pill}).width + around);
}

float sum_of(const std::vector<float>& widths) {
    return std::accumulate(widths.begin(), widths.end(), -between_rows,
                           [](float sum, float width) { return sum + width + between_rows; });
}

// Side by side over all of `row`, as wide as each wants of it.
std::vector<Rect> spread(Rect row, const std::vector<float>& widths) {
    const float gaps = between_rows * (static_cast<float>(widths.size()) - 1),
                part = (row.width - gaps) / (sum_of(widths) - gaps);
    std::vector<Rect> parts;
    float x = row.x;
    for (const float width : widths) {
        parts.push_back({x, row.y, width * part, row.height});
        x += width * part + between_rows;
    }
    return parts;
}

// Of pills with one that is chosen: those that fit, the chosen one among them, or so many pages further.
template <class Pill>
Page seen_of(const std::vector<Pill>& pills, std::size_t fit, std::size_t turned) {
    const auto chosen = std::ranges::find_if(pills, &Pill::chosen);
    const std::size_t at = chosen == pills.end() ? 0 : static_cast<std::size_t>(chosen - pills.begin());
    return page_of(pills.size(), fit, at / std::max<std::size_t>(1, fit) + turned);
}

void place_pill(Paint& paint, Rect rect, const PlacePill& place, Intents& intents, ProgrammeBy by) {
    const bool room = by == ProgrammeBy::room;
    const auto id =
        (room ? "room " + (place.room ? place.room->text : "") : "forum " + (place.forum ? place.forum->text : ""));
    if (!pill(paint, id, rect, place.name, place.chosen ? Look::chosen : Look::ghost, paint.night())) return;
    if (room)
        intents.emplace_back(ChooseRoom{place.room});
    else
        intents.emplace_back(ChooseForum{place.forum});
}

void more_pill(Paint& paint, const ProgrammeView& view, ShowMore::Of of, std::size_t hidden, Rect rect,
               Intents& intents) {
    const auto id = "more " + std::to_string(static_cast<int>(of));
    if (pill(paint, id, rect, more_label(view, hidden), Look::ghost, paint.night())) intents.emplace_back(ShowMore{of});
}

// "All" stands on every page.
struct Places {
    std::vector<PlacePill> seen;
    std::size_t hidden = 0;
};
Places places_of(const ProgrammeView& view, std::size_t cells) {
    if (view.pills.size() <= cells || view.pills.empty()) return {view.pills, 0};
    const std::vector<PlacePill> rest{view.pills.begin() + 1, view.pills.end()};
    const Page page = seen_of(rest, std::max<std::size_t>(cells, 3) - 2, view.places_turned);
    Places places{{view.pills.front()}, rest.size() - (page.end - page.first)};
    places.seen.insert(places.seen.end(), rest.begin() + static_cast<std::ptrdiff_t>(page.first),
                       rest.begin() + static_cast<std::ptrdiff_t>(page.end));
    return places;
}

// How many of them stand beside each other: as few as two rows take, but no more than their words allow.
std::size_t places_a_row(const ProgrammeView& view, Paint& paint, float width) {
    std::size_t a_row = paint.gathered() ? 2 : 3;
    float widest = pill_width(paint, more_label(view, view.pills.size()));
    for (const auto& place : view.pills) widest = std::max(widest, pill_width(paint, place.name));
    const auto room = [&](std::size_t count) {
        return (width - between_rows * static_cast<float>(count - 1)) / static_cast<float>(count);
    };
    while (view.pills.size() > 2 * a_row && room(a_row + 1) >= widest * least_share) ++a_row;
    return a_row;
}

// In two rows at most, each as full as the other.
float places_upright(const ProgrammeView& view, Paint& paint, Rect row, Intents& intents) {
    const std::size_t a_row = places_a_row(view, paint, row.width);
    const Places places = places_of(view, 2 * a_row);
    const std::size_t count = places.seen.size() + (places.hidden > 0 ? 1 : 0);
    const std::size_t rows = count > a_row ? 2 : 1, first = (count + rows - 1) / rows;
    const float top = row.y - static_cast<float>(rows - 1) * (row.height + between_rows);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t line = i / first, in_line = line == 0 ? first : count - first;
        const Rect at{row.x, top + static_cast<float>(line) * (row.height + between_rows), row.width, row.height};
        const Rect place = shares(at, in_line, between_rows)[i - line * first];
        if (i < places.seen.size())
            place_pill(paint, place, places.seen[i], intents, view.by);
        else
            more_pill(paint, view, ShowMore::Of::places, places.hidden, place, intents);
    }
    return top;
}

// In one row, as wide as their words ask for.
float places_lying(const ProgrammeView& view, Paint& paint, Rect row, Intents& intents) {
    std::vector<float> widths;
    for (const auto& place : view.pills) widths.push_back(pill_width(paint, place.name));
    if (widths.empty()) return row.y;
    std::size_t cells = widths.size();
    if (sum_of(widths) * least_share > row.width) {
        const float widest = *std::ranges::max_element(widths) + between_rows;
        const float more = pill_width(paint, more_label(view, widths.size())) + between_rows;
        const float rest = row.width - widths.front() - between_rows - more;
        cells = 2 + static_cast<std::size_t>(std::max(1.f, rest / (widest * least_share)));
    }
    const Places places = places_of(view, cells);
    std::vector<float> seen;
    for (const auto& place : places.seen) seen.push_back(pill_width(paint, place.name));
    if (places.hidden > 0) seen.push_back(pill_width(paint, more_label(view, places.hidden)));
    Rect used = row; // no wider than the words need: the row is a choice and not a wall
    used.width = std::min(row.width, sum_of(seen));
    if (paint.gathered()) used.width = row.width;
    const auto parts = spread(used, seen);
    for (std::size_t i = 0; i < places.seen.size(); ++i) place_pill(paint, parts[i], places.seen[i], intents, view.by);
    if (places.hidden > 0) more_pill(paint, view, ShowMore::Of::places, places.hidden, parts.back(), intents);
    return row.y;
}

void other_pills(const ProgrammeView& view, Paint& paint, Rect rect, Intents& intents) {
    if (!pill(paint, "by", rect, view.by_button, Look::ghost, paint.night())) return;
    intents.emplace_back(ChooseBy{view.by == ProgrammeBy::room ? ProgrammeBy::forum : ProgrammeBy::room});
}

void search_pill(const ProgrammeView& view, Paint& paint, Rect rect, Intents& intents) {
    const bool words = rect.width > rect.height * 1.5f;
    if (pill(paint, "search", rect, words ? view.search_button : Label{}, Look::ghost, paint.night(), Icon::search))
        intents.emplace_back(OpenSearch{});
}

void day_pills(const ProgrammeView& view, Paint& paint, std::span<const DayPill> days, std::span<const Rect> parts,
               Intents& intents) {
    for (std::size_t i = 0; i < days.size(); ++i)
        if (pill(paint, "day " + days[i].name.text, parts[i], days[i].name, days[i].chosen ? Look::chosen : Look::ghost,
                 paint.night()))
            intents.emplace_back(ChooseDay{days[i].day});
    if (days.size() < view.days.size())
        more_pill(paint, view, ShowMore::Of::days, view.days.size() - days.size(), parts[days.size()], intents);
}

// A row of days alone, in pages where there are too many.
void days_alone(const ProgrammeView& view, Paint& paint, Rect row, Intents& intents) {
    float widest = 0;
    for (const auto& day : view.days) widest = std::max(widest, pill_width(paint, day.name));
    const auto fit = [&](float room) {
        return static_cast<std::size_t>((room + between_rows) / (widest * least_share + between_rows));
    };
    std::size_t cells = fit(row.width);
    if (view.days.size() > cells)
        cells = fit(row.width - pill_width(paint, more_label(view, view.days.size())) - between_rows);
    const Page page = seen_of(view.days, std::max<std::size_t>(1, cells), view.days_turned);
    const std::span days{view.days.data() + page.first, page.end - page.first};
    const auto parts = shares(row, days.size() + (page.pages > 1 ? 1 : 0), between_rows);
    day_pills(view, paint, days, parts, intents);
}

} // namespace

Label more_label(const ProgrammeView& view, std::size_t hidden) {
    return hidden < view.more.size() ? view.more[hidden] : plain("+" + std::to_string(hidden));
}

float programme_days(const ProgrammeView& view, Paint& paint, Rect row, Intents& intents) {
    const bool others = !view.by_button.text.empty();
    const float search = pill_width(paint, view.search_button) + 56; // its sign
    std::vector<float> ends;
    if (others) ends.push_back(pill_width(paint, view.by_button));
    ends.push_back(search);
    const auto draw_ends = [&](std::span<const Rect> parts) {
        if (others) other_pills(view, paint, parts.front(), intents);
        search_pill(view, paint, parts.back(), intents);
    };
    std::vector<float> all;
    for (const auto& day : view.days) all.push_back(pill_width(paint, day.name));
    all.insert(all.end(), ends.begin(), ends.end());
    if (sum_of(all) * least_share > row.width) { // the search by its sign alone
        all.back() = row.height;
        if (sum_of(all) * least_share > row.width) {
            draw_ends(shares(row, ends.size(), between_rows));
            row.y -= row.height + between_rows;
            days_alone(view, paint, row, intents);
            return row.y;
        }
        Rect rest = row;
        rest.width -= row.height + between_rows;
        all.pop_back();
        auto parts = spread(rest, all);
        parts.push_back({rest.end() + between_rows, row.y, row.height, row.height});
        draw_ends(std::span{parts}.last(ends.size()));
        day_pills(view, paint, view.days, parts, intents);
        return row.y;
    }
    const auto parts = spread(row, all);
    day_pills(view, paint, view.days, parts, intents);
    draw_ends(std::span{parts}.last(ends.size()));
    return row.y;
}

float programme_places(const ProgrammeView& view, Paint& paint, Rect row, Intents& intents) {
    return (paint.portrait() ? places_upright : places_lying)(view, paint, row, intents);
}

float programme_ways(const ProgrammeView& view, std::size_t hidden, Paint& paint, Rect row, Intents& intents) {
    const float sign = 56;
    std::vector<Rect> parts = shares(row, 2, theme::gap);
    if (hidden > 0)
        parts = spread(row, {pill_width(paint, view.back_button), pill_width(paint, more_label(view, hidden)),
                             pill_width(paint, view.language_button) + sign});
    if (pill(paint, "back", parts.front(), view.back_button, Look::solid, paint.night()))
        intents.emplace_back(GoBack{});
    if (hidden > 0) more_pill(paint, view, ShowMore::Of::rows, hidden, parts[1], intents);
    if (pill(paint, "languages", parts.back(), view.language_button, Look::ghost, paint.night(), Icon::globe))
        intents.emplace_back(OpenLanguages{});
    return row.y;
}

} // namespace foyer
