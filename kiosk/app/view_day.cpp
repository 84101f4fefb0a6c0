// The day of the guest who has just scanned: how one asks the way.
#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

bool is_theirs(const Session& session, const Attendee& who) {
    if (session.kind == SessionKind::break_) return false;
    return !session.forum || std::ranges::count(who.forums, *session.forum) > 0;
}

OwnDayView::Row row_of(const Model& model, const Voice& voice, const Session& session, const Attendee& who) {
    OwnDayView::Row row;
    row.time = time_of_day(model.programme.summit, session.starts);
    row.title = voice.of(session.title);
    row.line = room_line(model, voice, session.place, session.forum ? who.seat : "");
    row.room_code = room_code(model.programme, session.place);
    row.colour = colour_of(model.programme, session.forum);
    row.past = session.ends <= model.now;
    return row;
}

// Today if something of theirs is left today, else the next day that has something.
std::optional<Day> day_meant(const Model& model, const Attendee& who) {
    const auto& sessions = model.programme.sessions;
    const auto left = std::ranges::find_if(
        sessions, [&](const Session& session) { return session.ends > model.now && is_theirs(session, who); });
    if (left == sessions.end()) return std::nullopt;
    return day_of(model.programme.summit, left->starts);
}

} // namespace

OwnDayView own_day_view(const Model& model, const Voice& voice, const ShowingVerdict& showing) {
    const VerdictView said = verdict_view(model, voice, showing);
    const Attendee who = showing.outcome.attendee.value_or(Attendee{});
    OwnDayView view;
    view.header = said.header;
    view.greeting = said.greeting;
    view.name = said.name;
    view.latin_name = said.latin_name;
    view.affiliation = said.affiliation;
    view.card = said.card;
    const Summit& summit = model.programme.summit;
    const Day day = day_meant(model, who).value_or(day_of(summit, model.now));
    view.day = voice.join({voice.text("Your day"_t), weekday_date(voice, day)});
    const Checkpoint* checkpoint = model.programme.checkpoint(model.settings.checkpoint);
    const auto meant = session_for(model.programme, who.forums, checkpoint ? checkpoint->place : PlaceId{}, model.now);
    for (const Session& session : model.programme.sessions) {
        if (!is_theirs(session, who) || day_of(summit, session.starts) != day) continue;
        view.rows.push_back(row_of(model, voice, session, who));
        view.rows.back().meant = meant && meant->session == &session;
    }
    if (view.rows.empty()) view.nothing = voice.say("Nothing more is on your programme."_t);
    view.programme_button = voice.say("Whole programme"_t);
    view.keep_open_button = said.keep_open_button;
    view.languages = said.languages;
    view.timeout = said.timeout;
    view.seconds_shown = said.seconds_shown;
    view.status = said.status;
    return view;
}

} // namespace foyer
