#include "kiosk/app/view_browse.h"

#include <algorithm>

#include "kiosk/app/sessions.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

using Hit = ProgrammeView::Search::Hit;
using PlacePill = ProgrammeView::PlacePill;

std::vector<ProgrammeView::DayPill> day_pills(const Model& model, const Voice& voice, Day shown) {
    std::vector<ProgrammeView::DayPill> pills;
    for (const Day day : days_of(model.programme))
        pills.push_back({day, {weekday_day(voice, day), voice.language()}, day == shown});
    if (pills.size() == 1 && pills.front().chosen) pills.clear(); // nothing to choose
    return pills;
}

std::vector<PlacePill> forum_pills(const Model& model, const Voice& voice, const ShowingProgramme& showing) {
    std::vector<PlacePill> pills{{std::nullopt, voice.say("All"_t), !showing.forum}};
    for (const Forum& forum : model.programme.forums) {
        const Wording& name = forum.short_name.empty() ? forum.name : forum.short_name;
        pills.push_back({forum.id, voice.of(name), showing.forum == forum.id});
    }
    return pills;
}

// By what stands on their doors.
std::vector<PlacePill> room_pills(const Model& model, const Voice& voice, const ShowingProgramme& showing) {
    std::vector<PlacePill> pills{{std::nullopt, voice.say("All"_t), !showing.room}};
    for (const PlaceId& room : rooms_of(model.programme)) {
        const auto code = room_code(model.programme, room);
        const Label name = code.empty() ? room_name(model, voice, room) : Label{unbroken(code), voice.language()};
        pills.push_back({std::nullopt, name, showing.room == room, room});
    }
    return pills;
}

// One for every number that a screen may have left over.
std::vector<Label> more_words(const Voice& voice, std::size_t most) {
    std::vector<Label> words;
    for (std::size_t count = 0; count <= most; ++count)
        words.push_back(voice.say("{1} more"_t, {std::to_string(count)}));
    return words;
}

Hit hit_of(const Model& model, const Voice& voice, const Session& session) {
    const Summit& summit = model.programme.summit;
    Hit hit;
    hit.id = session.id;
    hit.day = {weekday_day(voice, day_of(summit, session.starts)), voice.language()};
    hit.starts = time_of_day(summit, session.starts);
    hit.title = voice.of(session.title);
    hit.speaker = voice.of(session.speaker);
    hit.room_code = room_code(model.programme, session.place);
    if (hit.room_code.empty()) hit.room = room_name(model, voice, session.place);
    hit.colour = colour_of(model.programme, session.forum);
    hit.now = is_on(session, model.now);
    hit.past = session.ends <= model.now;
    return hit;
}

} // namespace

Label room_name(const Model& model, const Voice& voice, const PlaceId& id) {
    const Place* room = model.programme.place(id);
    if (room && !room->name.empty()) return voice.of(room->name);
    return voice.say("Room {1}"_t, {unbroken(room_code(model.programme, id))});
}

void describe_choices(ProgrammeView& view, const Model& model, const Voice& voice, const ShowingProgramme& showing,
                      Day day) {
    view.days = day_pills(model, voice, day);
    view.by = showing.by;
    const bool by_room = showing.by == ProgrammeBy::room;
    view.pills = by_room ? room_pills(model, voice, showing) : forum_pills(model, voice, showing);
    if (by_room || rooms_of(model.programme).size() > 1)
        view.by_button = by_room ? voice.say("Sub-forums"_t) : voice.say("Rooms"_t);
    view.search_button = voice.say("Search"_t);
    view.rows_turned = showing.search ? showing.search->turned : showing.rows_turned;
    view.places_turned = showing.places_turned;
    view.days_turned = showing.days_turned;
    std::size_t items = 0;
    for (const auto& lane : view.lanes) items += lane.items.size();
    const std::size_t hits = showing.search ? showing.search->found.size() : 0;
    view.more = more_words(voice, std::max({items, hits, view.pills.size(), view.days.size()}));
}

ProgrammeView::Search search_view(const Model& model, const Voice& voice, const ShowingProgramme::Search& search) {
    ProgrammeView::Search view;
    view.hint = voice.say("Search"_t);
    view.typed = search.query;
    for (const SessionId& id : search.found)
        if (const Session* session = model.programme.session(id)) view.hits.push_back(hit_of(model, voice, *session));
    std::ranges::stable_partition(view.hits, [](const Hit& hit) { return !hit.past; });
    if (search.query.find_first_not_of(' ') == std::string::npos)
        view.line = voice.say("Type a word of the title, a name, a room or a sub-forum."_t);
    else if (search.found_for == search.query && view.hits.empty())
        view.line = voice.say("No session has these words. Please try fewer letters, or another word."_t);
    view.keys = {key_rows(search.keyboard, voice.language()), search.keyboard.page,
                 search.keyboard.shift == TouchKeyboard::Shift::once, false};
    return view;
}

} // namespace foyer
