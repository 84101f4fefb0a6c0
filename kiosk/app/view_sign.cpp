// A sign: every forum of a hall, or the one room of a door.
#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/app/guest.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

using Lane = ProgrammeView::Lane;
using Item = ProgrammeView::Item;

SignView::Talk talk_of(const Model& model, const Voice& voice, const Item& item) {
    SignView::Talk talk{item.starts, item.ends, item.title, item.speaker, item.progress, {}};
    const Session* session = model.programme.session(item.id);
    if (!item.now || !session) return talk;
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(session->ends - model.now).count();
    talk.left = voice.say("{1} left"_t, {voice.text("{1} min"_t, {std::to_string(minutes)})});
    return talk;
}

SignView::Row row_of(const Model& model, const Voice& voice, const Lane& lane) {
    SignView::Row row;
    row.room_code = lane.room_code;
    row.colour = lane.colour;
    row.forum = lane.name;
    row.seats = lane.seats;
    row.scarce = lane.scarce;
    const Session* session = nullptr; // what it is about: on, else next
    for (const Item& item : lane.items) {
        if (item.past || row.next) continue;
        (item.now ? row.now : row.next) = talk_of(model, voice, item);
        if (!session || item.now) session = model.programme.session(item.id);
        if (row.now_or_next.text.empty()) row.now_or_next = item.now_or_next;
    }
    if (!session) return row;
    row.fill = fill_view(model, voice, session->place);
    row.languages = channels_line(voice, *session);
    return row;
}

// Of the delegation that came last, for a while.
Label welcome_words(const Model& model, const Voice& voice) {
    const auto& came = model.welcomed;
    if (!came || model.now - came->when > welcome_lasts) return {};
    const Delegation* party = model.programme.delegation(came->delegation);
    return party ? voice.say("Welcome: {1}"_t, {voice.of(party->name).text}) : Label{};
}

// A door's sign tells of its own room; one in a hall, or for a whole site, of all of them.
bool is_told(const Model& model, const Lane& lane) {
    const Checkpoint* checkpoint = model.programme.checkpoint(model.settings.checkpoint);
    const Place* place = checkpoint ? model.programme.place(checkpoint->place) : nullptr;
    if (!place || (place->kind != PlaceKind::room && place->kind != PlaceKind::table)) return true;
    const Forum* forum = model.programme.forum_at(place->id);
    return forum ? lane.forum == forum->id : room_code(model.programme, place->id) == lane.room_code;
}

} // namespace

SignView sign_view(const Model& model, const Voice& voice) {
    const ProgrammeView programme = programme_view(model, voice, {});
    SignView view;
    view.header = programme.header;
    view.title = programme.title;
    for (const Lane& lane : programme.lanes)
        if (is_told(model, lane)) view.rows.push_back(row_of(model, voice, lane));
    if (view.rows.size() != 1) view.welcome = welcome_words(model, voice);
    view.status = programme.status;
    return view;
}

} // namespace foyer
