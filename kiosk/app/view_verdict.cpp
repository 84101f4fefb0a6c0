#include "kiosk/app/calendar.h"
#include "kiosk/app/guest.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/verdict_words.h"
#include "kiosk/app/view_meeting.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

// Somewhere to go, seen from this checkpoint.
struct Way {
    std::string code;
    Arrow arrow = Arrow::none;
    Label words;
    Label minutes;
};

// The way to a table is the way to the room it is in, where nobody described its own.
const Hint* hint_to(const Model& model, const PlaceId& to) {
    const Place* place = model.programme.place(to);
    const Hint* hint = model.programme.hint(model.settings.checkpoint, to);
    if (hint || !place || place->kind != PlaceKind::table || !place->parent) return hint;
    return model.programme.hint(model.settings.checkpoint, *place->parent);
}

Way way_to(const Model& model, const Voice& voice, const PlaceId& place) {
    Way way;
    way.code = room_code(model.programme, place);
    const Hint* hint = hint_to(model, place);
    if (!hint) return way;
    way.arrow = hint->arrow;
    way.words = voice.of(hint->words);
    if (hint->minutes_on_foot)
        way.minutes = voice.count("{1} minute on foot"_t, "{1} minutes on foot"_t, *hint->minutes_on_foot);
    return way;
}

Label starts_in(const Model& model, const Voice& voice, Instant starts) {
    constexpr auto soon = std::chrono::minutes{90};
    const auto left = starts - model.now;
    if (left <= Milliseconds{0} || left > soon) return {};
    const long minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
    return voice.count("in {1} minute"_t, "in {1} minutes"_t, minutes);
}

void describe_way(VerdictView::Card& card, Way way) {
    card.room_code = std::move(way.code);
    card.arrow = way.arrow;
    card.hint = std::move(way.words);
    card.minutes = std::move(way.minutes);
}

VerdictView::Card session_card(const Model& model, const Voice& voice, const Session& session, Label heading,
                               std::string_view seat) {
    VerdictView::Card card;
    card.heading = std::move(heading);
    card.time = time_of_day(model.programme.summit, session.starts);
    card.starts_in = starts_in(model, voice, session.starts);
    card.title = voice.of(session.title);
    card.room_colour = colour_of(model.programme, session.forum);
    card.room_line = room_line(model, voice, session.place, seat);
    card.languages = languages_line(voice, session);
    describe_way(card, way_to(model, voice, session.place));
    return card;
}

Label heading_for(const Model& model, const Voice& voice, const GuestSession& found) {
    using enum GuestSession::When;
    // Everything is "here" to a terminal at the entrance of the whole site.
    const Checkpoint* checkpoint = model.programme.checkpoint(model.settings.checkpoint);
    const Place* here = checkpoint ? model.programme.place(checkpoint->place) : nullptr;
    if (found.when == on_here && here && here->kind != PlaceKind::site) return voice.say("Now in this room"_t);
    if (found.when != next) return voice.say("Now on for you"_t);
    const Summit& summit = model.programme.summit;
    const Day day = day_of(summit, found.session->starts);
    const auto heading = voice.text("Your next session"_t);
    return voice.join({heading, day == day_of(summit, model.now) ? "" : weekday_date(voice, day)});
}

VerdictView::Card meeting_card(const Model& model, const Voice& voice, const MeetingSeen& seen, Label heading,
                               const AttendeeId& who) {
    const Meeting& meeting = seen.meeting;
    VerdictView::Card card;
    card.heading = std::move(heading);
    card.time = time_of_day(model.programme.summit, meeting.starts);
    card.starts_in = starts_in(model, voice, meeting.starts);
    card.title = meeting_title(voice, meeting);
    card.partners = partners(voice, seen, who);
    describe_way(card, way_to(model, voice, meeting.table));
    card.room_code = table_words(voice, model.programme, meeting.table).text;
    card.room_line = level_words(voice, model.programme, meeting.table);
    const Checkpoint* here = model.programme.checkpoint(model.settings.checkpoint);
    if (here && model.programme.is_inside(meeting.table, here->place)) card.minutes = {}; // they are nearly there
    return card;
}

Label meeting_heading(const Model& model, const Voice& voice, const Meeting& meeting) {
    const Summit& summit = model.programme.summit;
    if (meeting.starts <= model.now) return voice.say("Your meeting now"_t);
    const Day day = day_of(summit, meeting.starts);
    return voice.join(
        {voice.text("Your next meeting"_t), day == day_of(summit, model.now) ? "" : weekday_date(voice, day)});
}

std::optional<VerdictView::Card> own_next_card(const Model& model, const Voice& voice, const Outcome& outcome) {
    const Attendee& who = *outcome.attendee;
    const auto [session, meeting] = where_next(model, outcome);
    if (meeting) return meeting_card(model, voice, *meeting, meeting_heading(model, voice, meeting->meeting), who.id);
    if (!session) return std::nullopt;
    return session_card(model, voice, *session->session, heading_for(model, voice, *session), who.seat);
}

// Where the staff are: the summit's place with this id (README.md); words alone when it has none.
VerdictView::Card desk_card(const Model& model, const Voice& voice, const std::string& case_number) {
    VerdictView::Card card;
    card.heading = voice.say("Where to go now"_t);
    card.title = voice.say("Our staff are here for you"_t);
    if (const Place* desk = model.programme.place(PlaceId{"help-desk"})) {
        if (!desk->name.empty()) card.title = voice.of(desk->name);
        card.room_line = level_words(voice, model.programme, desk->id);
        describe_way(card, way_to(model, voice, desk->id));
        card.room_code = desk->code;
    }
    if (case_number.empty()) return card;
    card.case_number = unbroken(case_number);
    card.case_label = voice.say("Your number"_t);
    card.case_advice = voice.say("Just show it, nothing to explain."_t);
    return card;
}

// A badge that somebody else may be holding must not name its owner to a foyer.
bool may_be_named(VerdictKind kind) { return kind != VerdictKind::ask_a_person; }

void describe_guest(VerdictView& view, const Model& model, const Voice& voice, const Outcome& outcome) {
    if (!may_be_named(view.kind)) return;
    const Reason reason = outcome.verdict.reason;
    const auto hello = voice.text(greeting_for(part_of_day(model.programme.summit, model.now)));
    const Summit& summit = model.programme.summit;
    if (outcome.attendee) view.affiliation = affiliation_of(voice, summit, *outcome.attendee);
    const GuestName name =
        outcome.person ? greeted_as(summit, outcome.attendee.value_or(Attendee{}), *outcome.person) : GuestName{};
    if (!name.native.text.empty()) {
        view.name = name.native;
        view.latin_name = name.latin;
        const bool first = reason == Reason::welcome;
        const bool known_words = reason == Reason::welcome_back || reason == Reason::left;
        const auto words = voice.text(words_for(reason).title);
        view.greeting = first         ? voice.say("{1} and welcome,"_t, {hello})
                        : known_words ? voice.say("{1},"_t, {words})
                                      : voice.say("{1},"_t, {hello});
        return;
    }
    // Admitted without a name: the welcome itself takes its place.
    view.greeting = voice.say("{1},"_t, {hello});
    if (is_admission(view.kind)) view.name = voice.say(words_for(reason).title);
}

void describe_wrong_room(VerdictView& view, const Model& model, const Voice& voice, const Outcome& outcome) {
    const Verdict& verdict = outcome.verdict;
    if (!verdict.go_to) return;
    const Way way = way_to(model, voice, *verdict.go_to);
    view.big_code = way.code;
    view.big_arrow = way.arrow;
    if (!way.words.text.empty()) view.advice = way.words;
    const Label level = level_words(voice, model.programme, *verdict.go_to);
    const Session* session = verdict.session ? model.programme.session(*verdict.session) : nullptr;
    if (!session) {
        view.big_line = level;
        return;
    }
    const auto time = time_of_day(model.programme.summit, session->starts);
    const auto starts =
        is_on(*session, model.now) ? voice.text("Since {1}"_t, {time}) : voice.text("Starts at {1}"_t, {time});
    view.big_line = voice.join({starts, level.text});
    view.card = session_card(model, voice, *session, voice.say("Your session"_t),
                             outcome.attendee ? outcome.attendee->seat : "");
}

void describe_overflow(VerdictView& view, const Model& model, const Voice& voice, const Verdict& verdict) {
    if (!verdict.go_to) return;
    const Way way = way_to(model, voice, *verdict.go_to);
    view.big_code = way.code;
    view.big_arrow = way.arrow;
    view.advice = voice.say("There is a place for you in"_t);
    const auto seats = seats_in(model.programme, model.occupancies, *verdict.go_to);
    const auto left =
        seats && seats->free > 0 ? voice.count("{1} seat left"_t, "{1} seats left"_t, seats->free).text : "";
    const auto where =
        way.words.text.empty() ? level_words(voice, model.programme, *verdict.go_to).text : way.words.text;
    view.big_line = voice.join({where, left});
}

void describe_times(VerdictView& view, const Model& model, const Voice& voice, const Outcome& outcome) {
    const Verdict& verdict = outcome.verdict;
    const Summit& summit = model.programme.summit;
    if (verdict.opens) {
        const Day day = day_of(summit, *verdict.opens);
        const auto time = time_of_day(summit, *verdict.opens);
        if (verdict.reason == Reason::wrong_day) {
            view.big_line = voice.join({weekday_date(voice, day), time});
            return;
        }
        view.title = voice.say("We open at {1}"_t, {time});
        if (day != day_of(summit, model.now)) view.big_line = {weekday_date(voice, day), voice.language()};
    }
    if (!verdict.before) return;
    const Day day = day_of(summit, *verdict.before);
    const std::string date = day == day_of(summit, model.now) ? "" : weekday_date(voice, day);
    const std::string when = voice.join({date, time_of_day(summit, *verdict.before)}).text;
    view.advice = voice.say("We welcomed you at {1}. Our staff will gladly help you."_t, {when});
    if (outcome.before_at)
        if (const Checkpoint* by = model.programme.checkpoint(*outcome.before_at)) view.big_line = voice.of(by->name);
}

// Where people meet: to the table, or when and where; and what else there is.
void describe_meeting(VerdictView& view, const Model& model, const Voice& voice, const Outcome& outcome) {
    const Verdict& verdict = outcome.verdict;
    if (!outcome.attendee) return;
    const MeetingSeen* seen = verdict.meeting ? meeting_with(outcome.meetings, *verdict.meeting) : nullptr;
    if (verdict.reason == Reason::meeting_released) {
        view.card = desk_card(model, voice, "");
        return;
    }
    if (!seen) {
        view.card = own_next_card(model, voice, outcome);
        return;
    }
    if (verdict.reason == Reason::meeting_later)
        view.title =
            voice.say("Your meeting begins at {1}"_t, {time_of_day(model.programme.summit, seen->meeting.starts)});
    if (verdict.reason == Reason::wrong_room) view.title = voice.say("Your table"_t);
    view.card = meeting_card(model, voice, *seen, meeting_heading(model, voice, seen->meeting), outcome.attendee->id);
}

bool is_of_meetings(const Verdict& verdict) {
    using enum Reason;
    const Reason reason = verdict.reason;
    return verdict.meeting || reason == to_table || reason == meeting_later || reason == meeting_released ||
           reason == no_meeting;
}

void describe_next_step(VerdictView& view, const Model& model, const Voice& voice, const Outcome& outcome) {
    switch (view.kind) {
    case VerdictKind::admitted:
        if (outcome.attendee && outcome.verdict.reason != Reason::left)
            view.card = own_next_card(model, voice, outcome);
        break;
    case VerdictKind::go_elsewhere: describe_wrong_room(view, model, voice, outcome); break;
    case VerdictKind::full: describe_overflow(view, model, voice, outcome.verdict); break;
    case VerdictKind::wait:
    case VerdictKind::again: describe_times(view, model, voice, outcome); break;
    case VerdictKind::ask_a_person: view.card = desk_card(model, voice, outcome.case_number); break;
    }
    if (is_of_meetings(outcome.verdict)) describe_meeting(view, model, voice, outcome);
}

} // namespace

// By a clock that is wrong the day is another one, and so is the answer.
static bool is_by_the_clock(Reason reason) {
    return reason == Reason::wrong_day || reason == Reason::not_yet_open || reason == Reason::closed ||
           reason == Reason::meeting_later || reason == Reason::no_meeting;
}

Label staff_line(const Model& model, const Voice& voice, const Outcome& outcome) {
    const Reason reason = outcome.verdict.reason;
    if (is_admission(outcome.verdict.kind) && reason != Reason::admitted_flagged) return {};
    const auto note = voice.text("For staff: note {1}"_t, {std::to_string(words_for(reason).note)});
    const bool doubtful = is_by_the_clock(reason) && !clock_words(model, voice).text.empty();
    return voice.join({note, unbroken(outcome.case_number), doubtful ? voice.text("check the clock"_t) : ""});
}

VerdictView verdict_view(const Model& model, const Voice& voice, const ShowingVerdict& showing) {
    const Outcome& outcome = showing.outcome;
    const VerdictWords& words = words_for(outcome.verdict.reason);
    VerdictView view;
    view.header = header_view(model, voice);
    view.kind = outcome.verdict.kind;
    if (!is_admission(view.kind)) {
        view.call_button = voice.say("Call staff"_t);
        view.title = voice.say(words.title);
        view.advice = voice.say(words.advice);
    }
    describe_guest(view, model, voice, outcome);
    describe_next_step(view, model, voice, outcome);
    view.staff_line = staff_line(model, voice, outcome);
    if (!model.programme.sessions.empty()) view.programme_button = voice.say("Programme"_t);
    const bool has_day = !model.programme.sessions.empty() || !outcome.meetings.empty();
    if (is_admission(view.kind) && outcome.attendee && has_day) view.own_day_button = voice.say("My programme"_t);
    view.keep_open_button = voice.say("Keep open"_t);
    view.languages = language_pills(model, voice);
    view.timeout = timeout_view(model, voice);
    constexpr double long_ago = 3600;
    const bool still = model.settings.stand.still;
    view.seconds_shown = still ? long_ago : std::chrono::duration<double>(model.monotonic - showing.since).count();
    view.status = status_view(model, voice);
    return view;
}

} // namespace foyer
