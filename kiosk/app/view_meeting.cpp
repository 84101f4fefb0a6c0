#include "kiosk/app/view_meeting.h"

#include <algorithm>

#include "kiosk/app/guest.h"
#include "kiosk/app/view_desk_parts.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

constexpr Milliseconds near{std::chrono::minutes{20}};

VerdictView::Partner partner(const Voice& voice, const MeetingSeen::Someone& someone, const std::string& what) {
    VerdictView::Partner view;
    const GuestName name = name_of(someone.person);
    view.name = name.native.text.empty() ? Label{someone.id.text, "en"} : name.native;
    view.line = voice.join({name.latin.text, what});
    view.there = someone.is == MeetingSeen::Someone::Is::there;
    view.state = view.there ? voice.say("is at the table"_t) : voice.say("is expected"_t);
    return view;
}

} // namespace

const MeetingSeen* meeting_now(const std::vector<MeetingSeen>& meetings, Instant now) {
    const auto found = std::ranges::find_if(meetings, [&](const MeetingSeen& one) {
        return one.meeting.ends > now && one.meeting.state == Meeting::State::planned;
    });
    return found == meetings.end() ? nullptr : &*found;
}

const MeetingSeen* meeting_with(const std::vector<MeetingSeen>& meetings, const MeetingId& id) {
    const auto found = std::ranges::find(meetings, id, [](const MeetingSeen& one) { return one.meeting.id; });
    return found == meetings.end() ? nullptr : &*found;
}

bool goes_first(const MeetingSeen& meeting, Instant now, std::optional<Instant> other) {
    return meeting.meeting.starts - now <= near || !other || meeting.meeting.starts <= *other;
}

Label table_words(const Voice& voice, const Programme& programme, const PlaceId& table) {
    const Place* place = programme.place(table);
    if (!place) return {table.text, "en"};
    if (!place->code.empty()) return voice.say("Table {1}"_t, {unbroken(place->code)});
    return voice.of(place->name);
}

std::string language_pair(const Meeting& meeting) {
    std::string pair;
    for (const Language& language : meeting.languages) pair += (pair.empty() ? "" : " / ") + own_name(language).text;
    return pair;
}

Label meeting_title(const Voice& voice, const Meeting& meeting) {
    return voice.join({voice.text("Meeting"_t), language_pair(meeting)});
}

std::string names_of(const MeetingSeen& meeting, const Voice& voice, MeetingSeen::Someone::Is is) {
    std::string names;
    const auto add = [&](const MeetingSeen::Someone& one) {
        if (one.is != is) return;
        const auto& name = staff_name(one.person, one.id).native.text;
        names = names.empty() ? name : voice.text("{1}, {2}"_t, {names, name});
    };
    std::ranges::for_each(meeting.parties, add);
    if (meeting.interpreter) add(*meeting.interpreter);
    return names;
}

std::vector<VerdictView::Partner> partners(const Voice& voice, const MeetingSeen& meeting, const AttendeeId& who) {
    std::vector<VerdictView::Partner> all;
    for (const auto& party : meeting.parties)
        if (party.id != who) all.push_back(partner(voice, party, voice.of(party.organisation).text));
    if (meeting.interpreter && meeting.interpreter->id != who)
        all.push_back(partner(voice, *meeting.interpreter, voice.text("Interpreter"_t)));
    return all;
}

WhereNext where_next(const Model& model, const Outcome& outcome) {
    const Attendee who = outcome.attendee.value_or(Attendee{});
    const Checkpoint* here = model.programme.checkpoint(model.settings.checkpoint);
    const auto session = session_for(model.programme, who.forums, here ? here->place : PlaceId{}, model.now);
    const MeetingSeen* meeting = meeting_now(outcome.meetings, model.now);
    const auto starts = session ? std::optional{session->session->starts} : std::nullopt;
    if (meeting && goes_first(*meeting, model.now, starts)) return {std::nullopt, meeting};
    return {session, nullptr};
}

} // namespace foyer
