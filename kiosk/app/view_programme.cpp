#include <algorithm>
#include <cmath>

#include "kiosk/app/calendar.h"
#include "kiosk/app/guest.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/view_browse.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

using Item = ProgrammeView::Item;
using Lane = ProgrammeView::Lane;

Item item_of(const Model& model, const Voice& voice, const Session& session, Day day) {
    const Summit& summit = model.programme.summit;
    Item item;
    item.id = session.id;
    item.title = voice.of(session.title);
    item.speaker = voice.of(session.speaker);
    const auto code = room_code(model.programme, session.place);
    item.room = code.empty() ? room_line(model, voice, session.place, "") : Label{code, voice.language()};
    item.starts = time_of_day(summit, session.starts);
    item.ends = time_of_day(summit, session.ends);
    item.from_hours = hours_since(summit, day, session.starts);
    item.to_hours = hours_since(summit, day, session.ends);
    item.now = is_on(session, model.now);
    item.past = session.ends <= model.now;
    if (item.now) {
        const std::chrono::duration<double> gone = model.now - session.starts, whole = session.ends - session.starts;
        item.progress = std::clamp(gone / whole, 0.0, 1.0);
        item.now_or_next = voice.say("Now"_t);
    }
    return item;
}

void mark_next(std::vector<Item>& items, const Voice& voice) {
    const auto next = std::ranges::find_if(items, [](const Item& item) { return !item.now && !item.past; });
    if (next != items.end()) next->now_or_next = voice.say("Next {1}"_t, {next->starts});
}

// Of the day's sessions those that are `meant`.
template <class Meant>
std::vector<Item> items_of(const Model& model, const Voice& voice, Day day, Meant meant) {
    std::vector<Item> items;
    for (const Session& session : model.programme.sessions)
        if (meant(session) && day_of(model.programme.summit, session.starts) == day)
            items.push_back(item_of(model, voice, session, day));
    mark_next(items, voice);
    return items;
}

bool is_over(const Lane& lane) { return std::ranges::all_of(lane.items, &Item::past); }

void describe_seats(Lane& lane, const Model& model, const Voice& voice, const PlaceId& id) {
    const auto seats = seats_in(model.programme, model.occupancies, id);
    if (!seats || is_over(lane)) return; // nobody looks for a seat where nothing follows
    const Session* first = model.programme.session(lane.items.front().id);
    const Summit& summit = model.programme.summit;
    if (!first || day_of(summit, first->starts) != day_of(summit, model.now)) return; // who is there is there now
    lane.scarce = seats->scarce;
    if (seats->free > 0) {
        lane.seats = voice.count("{1} seat left"_t, "{1} seats left"_t, seats->free);
        lane.seats_number = voice.number(seats->free);
        lane.seats_unit = voice.count("seat left"_t, "seats left"_t, seats->free);
        return;
    }
    if (seats->empty > 0) {
        // There are chairs, and registered guests on their way to them.
        lane.seats = voice.say("By registration"_t);
        return;
    }
    const Place* place = model.programme.place(id);
    const auto overflow = place && place->overflow ? room_code(model.programme, *place->overflow) : "";
    lane.seats = overflow.empty() ? voice.say("Full"_t) : voice.say("Full, overflow {1}"_t, {unbroken(overflow)});
}

Lane forum_lane(const Model& model, const Voice& voice, const Forum& forum, Day day) {
    Lane lane;
    lane.forum = forum.id;
    lane.name = voice.of(forum.name);
    lane.room_code = room_code(model.programme, forum.place);
    lane.level = level_words(voice, model.programme, forum.place);
    lane.colour = colour_of(model.programme, forum.id);
    lane.items = items_of(model, voice, day, [&](const Session& session) { return session.forum == forum.id; });
    describe_seats(lane, model, voice, forum.place);
    return lane;
}

Lane plenary_lane(const Model& model, const Voice& voice, Day day) {
    Lane lane;
    lane.name = voice.say("For everybody"_t);
    lane.items = items_of(model, voice, day, [](const Session& session) { return !session.forum; });
    const auto here = std::ranges::find_if(lane.items, [](const Item& item) { return !item.past; });
    if (lane.items.empty()) return lane;
    const Item& shown = here == lane.items.end() ? lane.items.back() : *here;
    const PlaceId place = model.programme.session(shown.id)->place;
    lane.room_code = room_code(model.programme, place);
    lane.level = level_words(voice, model.programme, place);
    describe_seats(lane, model, voice, place);
    return lane;
}

Lane room_lane(const Model& model, const Voice& voice, const PlaceId& room, Day day) {
    const Programme& programme = model.programme;
    Lane lane;
    lane.room = room;
    lane.name = room_name(model, voice, room);
    lane.room_code = room_code(programme, room);
    lane.level = level_words(voice, programme, room);
    const Forum* forum = programme.forum_at(room);
    lane.colour = colour_of(programme, forum ? std::optional{forum->id} : std::nullopt);
    lane.items =
        items_of(model, voice, day, [&](const Session& session) { return room_of(programme, session.place) == room; });
    describe_seats(lane, model, voice, room);
    return lane;
}

std::vector<Lane> lanes_by_room(const Model& model, const Voice& voice, const std::optional<PlaceId>& chosen, Day day) {
    std::vector<Lane> lanes;
    for (const PlaceId& room : rooms_of(model.programme))
        if (!chosen || room == *chosen) lanes.push_back(room_lane(model, voice, room, day));
    return lanes;
}

std::vector<Lane> lanes_by_forum(const Model& model, const Voice& voice, const std::optional<ForumId>& chosen,
                                 Day day) {
    std::vector<Lane> lanes;
    if (Lane plenary = plenary_lane(model, voice, day); !plenary.items.empty()) lanes.push_back(std::move(plenary));
    for (const Forum& forum : model.programme.forums)
        if (!chosen || forum.id == *chosen) lanes.push_back(forum_lane(model, voice, forum, day));
    return lanes;
}

std::vector<Lane> lanes_of(const Model& model, const Voice& voice, const ShowingProgramme& showing, Day day) {
    const bool by_room = showing.by == ProgrammeBy::room;
    auto lanes =
        by_room ? lanes_by_room(model, voice, showing.room, day) : lanes_by_forum(model, voice, showing.forum, day);
    if (showing.forum || showing.room) return lanes; // read as a list, with all that is in it
    std::erase_if(lanes, [](const Lane& lane) { return lane.items.empty(); });
    // Once everybody has gone to the forums, the plenary's past would only push them off the screen.
    const bool plenary_is_over = !by_room && !lanes.empty() && !lanes.front().forum && is_over(lanes.front());
    if (plenary_is_over && !std::ranges::all_of(lanes, is_over)) lanes.erase(lanes.begin());
    return lanes;
}

// From the first start to the last end, out to half hours, so that the scale has whole labels.
void set_axis(ProgrammeView& view) {
    bool any = false;
    for (const Lane& lane : view.lanes)
        for (const Item& item : lane.items) {
            view.axis_from_hours = any ? std::min(view.axis_from_hours, item.from_hours) : item.from_hours;
            view.axis_to_hours = any ? std::max(view.axis_to_hours, item.to_hours) : item.to_hours;
            any = true;
        }
    view.axis_from_hours = std::floor(view.axis_from_hours * 2) / 2;
    view.axis_to_hours = std::ceil(view.axis_to_hours * 2) / 2;
}

Label title_of(const Model& model, const Voice& voice, const ProgrammeView& view, const ShowingProgramme& showing,
               Day day) {
    if (showing.search) return voice.say("Search the programme"_t);
    if (const Forum* forum = showing.forum ? model.programme.forum(*showing.forum) : nullptr)
        return voice.of(forum->name);
    if (showing.room) return room_name(model, voice, *showing.room);
    const bool on = std::ranges::any_of(view.lanes, [](const Lane& lane) {
        return lane.forum && std::ranges::any_of(lane.items, [](const Item& item) { return item.now; });
    });
    if (on) return voice.say("Now in the sub-forums"_t);
    return voice.say("Programme, {1}"_t, {weekday_date(voice, day)});
}

ProgrammeView::Detail detail_of(const Model& model, const Voice& voice, const Session& session) {
    const Programme& programme = model.programme;
    ProgrammeView::Detail detail;
    detail.title = voice.of(session.title);
    detail.speaker = voice.of(session.speaker);
    const Forum* forum = session.forum ? programme.forum(*session.forum) : nullptr;
    detail.forum = forum ? voice.of(forum->name) : voice.say("For everybody"_t);
    detail.room_line = room_line(model, voice, session.place, "");
    detail.summary = voice.of(session.summary);
    detail.languages = channels_line(voice, session);
    if (const Hint* hint = programme.hint(model.settings.checkpoint, session.place)) {
        detail.hint = voice.of(hint->words);
        detail.arrow = hint->arrow;
    }
    detail.room_code = room_code(programme, session.place);
    detail.time = time_span(programme.summit, session.starts, session.ends);
    if (const Day day = day_of(programme.summit, session.starts); day != day_of(programme.summit, model.now))
        detail.time = voice.join({weekday_day(voice, day), detail.time}).text;
    detail.colour = colour_of(programme, session.forum);
    detail.close_button = voice.say("Close"_t);
    return detail;
}

} // namespace

ProgrammeView programme_view(const Model& model, const Voice& voice, const ShowingProgramme& showing) {
    const Programme& programme = model.programme;
    const Day day = showing.day.value_or(day_to_show(programme, model.now));
    ProgrammeView view;
    view.header = header_view(model, voice);
    if (!showing.opened) // five forums and more take all the height there is
        view.header.zoom = view.header.reach == Reach::both ? std::min(view.header.zoom, large_text_gathered) : 1;
    view.now_hours = hours_since(programme.summit, day, model.now);
    view.lanes = lanes_of(model, voice, showing, day);
    if (std::ranges::all_of(view.lanes, [](const Lane& lane) { return lane.items.empty(); }))
        view.nothing = voice.say("Nothing is planned here on this day."_t);
    set_axis(view);
    view.title = title_of(model, voice, view, showing, day);
    describe_choices(view, model, voice, showing, day);
    if (showing.search) view.search = search_view(model, voice, *showing.search);
    if (const Session* opened = showing.opened ? programme.session(*showing.opened) : nullptr)
        view.detail = detail_of(model, voice, *opened);
    view.language_button = own_name(voice.language());
    view.back_button = voice.say("Back"_t);
    view.timeout = timeout_view(model, voice);
    view.status = status_view(model, voice);
    return view;
}

} // namespace foyer
