// The day of the guest who has just scanned: how one asks the way.
#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/view_meeting.h"
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

// "with Mu Qingchuan", and 沐晴川 beside it; of an interpreter both who meet.
bool takes_part_itself(const MeetingSeen& seen, const AttendeeId& who) {
    return std::ranges::count(seen.meeting.parties, who) > 0;
}

OwnDayView::Row row_of(const Model& model, const Voice& voice, const MeetingSeen& seen, const AttendeeId& who) {
    OwnDayView::Row row;
    row.meeting = true;
    row.time = time_of_day(model.programme.summit, seen.meeting.starts);
    row.title = meeting_title(voice, seen.meeting);
    row.room_code = table_words(voice, model.programme, seen.meeting.table).text;
    row.past = seen.meeting.ends <= model.now;
    std::string names;
    for (const auto& party : seen.parties) {
        if (party.id == who) continue;
        const Person& person = party.person;
        const bool two_forms = !person.latin_name.empty() && person.latin_name != person.native_name;
        const std::string& name = two_forms ? person.latin_name : person.native_name;
        names = names.empty() ? name : voice.text("{1}, {2}"_t, {names, name});
        if (two_forms && seen.parties.size() == 2 && takes_part_itself(seen, who))
            row.beside = {person.native_name, person.native_language};
    }
    if (!names.empty()) row.line = voice.say("with {1}"_t, {names});
    return row;
}

// Today if something of theirs is left today, else the next day that has something.
std::optional<Day> day_meant(const Model& model, const Attendee& who, const std::vector<MeetingSeen>& meetings) {
    const auto& sessions = model.programme.sessions;
    const auto left = std::ranges::find_if(
        sessions, [&](const Session& session) { return session.ends > model.now && is_theirs(session, who); });
    const MeetingSeen* meeting = meeting_now(meetings, model.now);
    std::optional<Instant> first;
    if (left != sessions.end()) first = left->starts;
    if (meeting) first = std::min(first.value_or(meeting->meeting.starts), meeting->meeting.starts);
    if (!first) return std::nullopt;
    return day_of(model.programme.summit, *first);
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
    const auto& meetings = showing.outcome.meetings;
    const Day day = day_meant(model, who, meetings).value_or(day_of(summit, model.now));
    view.day = voice.join({voice.text("Your day"_t), weekday_date(voice, day)});
    const WhereNext meant = where_next(model, showing.outcome);
    std::vector<std::pair<Instant, OwnDayView::Row>> rows;
    for (const Session& session : model.programme.sessions) {
        if (!is_theirs(session, who) || day_of(summit, session.starts) != day) continue;
        rows.emplace_back(session.starts, row_of(model, voice, session, who));
        rows.back().second.meant = meant.session && meant.session->session == &session;
    }
    for (const MeetingSeen& one : meetings) {
        const bool takes_place = one.meeting.state == Meeting::State::planned;
        if (!takes_place || day_of(summit, one.meeting.starts) != day) continue;
        rows.emplace_back(one.meeting.starts, row_of(model, voice, one, who.id));
        rows.back().second.meant = meant.meeting == &one;
    }
    std::ranges::stable_sort(rows, {}, [](const auto& row) { return row.first; });
    for (auto& [starts, row] : rows) view.rows.push_back(std::move(row));
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
