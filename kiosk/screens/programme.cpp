#include "kiosk/screens/programme.h"

#include <algorithm>

#include "kiosk/screens/controls.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

using ForumPill = ProgrammeView::ForumPill;

void forum_pill(Paint& paint, Rect rect, const ForumPill& forum, Intents& intents) {
    const auto id = "forum " + (forum.forum ? forum.forum->text : std::string());
    if (pill(paint, id, rect, forum.name, forum.chosen ? Look::chosen : Look::ghost, paint.night()))
        intents.emplace_back(ChooseForum{forum.forum});
}

// Back and language; gives the y of their top.
float ways_out(Paint& paint, const ProgrammeView& view, Rect row, Intents& intents) {
    const auto parts = shares(row, 2, theme::gap);
    if (pill(paint, "back", parts[0], view.back_button, Look::solid, paint.night())) intents.emplace_back(GoBack{});
    if (pill(paint, "languages", parts[1], view.language_button, Look::ghost, paint.night(), Icon::globe))
        intents.emplace_back(OpenLanguages{});
    return row.y;
}

// So many to a row, their foot at `bottom`; gives the y above them.
float forum_rows(Paint& paint, const ProgrammeView& view, float bottom, std::size_t a_row, Intents& intents) {
    constexpr float tall = theme::pill_height, gap = 16;
    const std::size_t rows = (view.pills.size() + a_row - 1) / a_row;
    const float y = bottom - static_cast<float>(rows) * (tall + gap);
    for (std::size_t i = 0; i < view.pills.size(); ++i) {
        const float foot = y + static_cast<float>(i / a_row) * (tall + gap) + tall;
        forum_pill(paint, shares(reach_row(paint, foot, tall), a_row, gap)[i % a_row], view.pills[i], intents);
    }
    return y;
}

float upright_controls(Paint& paint, const ProgrammeView& view, float bottom, Intents& intents) {
    const float foot = time_bar(paint, view.timeout, bottom, paint.night(), intents) - 20;
    const float y = ways_out(paint, view, reach_row(paint, foot, theme::pill_height), intents);
    return forum_rows(paint, view, y, paint.gathered() ? 2 : 3, intents);
}

// Pills as wide as their words ask, in one row with the ways out at its end, or at the side that is reached. The pills
// keep the whole row even then: more rows of them would leave the lanes no room.
float lying_controls(Paint& paint, const ProgrammeView& view, float bottom, Intents& intents) {
    const float tall = theme::pill_height, x = theme::margin;
    const float y = time_bar(paint, view.timeout, bottom, paint.night(), intents) - 18 - tall;
    const float out = 580, row = paint.width - 2 * x - out - 40;
    const bool at_start = paint.gathered() && paint.within_reach().x <= x;
    ways_out(paint, view, {at_start ? x : paint.width - x - out, y, out, tall}, intents);
    std::vector<float> wants;
    float sum = 0;
    for (const auto& forum : view.pills) {
        wants.push_back(std::max(tall, paint.measure(forum.name, {theme::pill}).width + 64));
        sum += wants.back();
    }
    const float gaps = 14 * (static_cast<float>(view.pills.size()) - 1),
                part = std::min(1.f, (row - gaps) / std::max(1.f, sum));
    float at = at_start ? x + out + 40 : x;
    for (std::size_t i = 0; i < view.pills.size(); ++i) {
        forum_pill(paint, {at, y, wants[i] * part, tall}, view.pills[i], intents);
        at += wants[i] * part + 14;
    }
    return y;
}

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
    return base + 34;
}

// What is over for the day makes room for what is not.
LanesInSight in_sight(const ProgrammeView& view) {
    LanesInSight lanes;
    for (const auto& lane : view.lanes)
        if (!std::ranges::all_of(lane.items, &ProgrammeView::Item::past)) lanes.push_back(&lane);
    if (lanes.empty())
        for (const auto& lane : view.lanes) lanes.push_back(&lane);
    return lanes;
}

const ProgrammeView::Lane* chosen_lane(const ProgrammeView& view) {
    for (const auto& forum : view.pills)
        for (const auto& lane : view.lanes)
            if (forum.chosen && forum.forum && lane.forum == forum.forum) return &lane;
    return view.lanes.size() == 1 ? &view.lanes.front() : nullptr;
}

} // namespace

void draw(const ProgrammeView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float strip = status_strip(paint, view.status) - 18, x = theme::margin, wide = paint.width - 2 * x;
    if (view.detail) {
        const float top = header(paint, view.header) + 32,
                    bottom = time_bar(paint, view.timeout, strip, paint.night(), intents) - 24;
        return programme_detail(*view.detail, paint, {x, top, wide, bottom - top}, intents);
    }
    const float bottom = (paint.portrait() ? upright_controls : lying_controls)(paint, view, strip, intents) - 24;
    const float top = head(paint, view);
    const Rect area{x, top, wide, bottom - top};
    if (const auto* lane = chosen_lane(view))
        programme_rows(view, *lane, paint, area, intents);
    else if (paint.portrait())
        programme_cards(in_sight(view), paint, area, intents);
    else
        programme_lanes(view, in_sight(view), paint, area, intents);
}

} // namespace foyer
