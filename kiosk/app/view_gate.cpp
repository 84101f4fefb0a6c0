// A gate: the verdict in a few large words, the room's fill and the last who came.
#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/app/guest.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/sources.h"
#include "kiosk/app/verdict_words.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

const Checkpoint* here(const Model& model) { return model.programme.checkpoint(model.settings.checkpoint); }

// The verdict's own screen has worked it all out; a gate says the part of it that is read in passing.
GateView::Told told_of(const VerdictView& full, const Voice& guests, const Outcome& outcome) {
    GateView::Told told;
    told.kind = full.kind;
    told.seconds_shown = full.seconds_shown;
    told.big_code = full.big_code;
    told.big_arrow = full.big_arrow;
    told.big_line = full.big_line;
    if (full.card && !full.card->case_number.empty()) {
        told.case_label = full.card->case_label;
        told.case_number = full.card->case_number;
    }
    if (!is_admission(full.kind)) {
        told.word = full.title;
        told.line = full.advice;
        if (!full.name.text.empty()) told.name = full.name;
        return told;
    }
    told.word = guests.say(words_for(outcome.verdict.reason).title);
    if (full.name.text != told.word.text) told.name = full.name;
    told.latin_name = full.latin_name;
    told.line = full.card && outcome.verdict.reason != Reason::left ? full.card->room_line : full.affiliation;
    return told;
}

// Who it was, for a steward: a name in letters that are read here, or the number that stands for whom nobody named.
Label who_came(const Voice& voice, const Summit& summit, const Outcome& outcome) {
    Person person = outcome.person.value_or(Person{});
    person.form_of_address.clear(); // a list has no room for it
    const GuestName name = greeted_as(summit, outcome.attendee.value_or(Attendee{}), person);
    const Label& read = name.latin.text.empty() ? name.native : name.latin;
    if (outcome.verdict.kind != VerdictKind::ask_a_person && !read.text.empty()) return read;
    if (!outcome.case_number.empty()) return {unbroken(outcome.case_number), voice.language()};
    return voice.say("note {1}"_t, {std::to_string(words_for(outcome.verdict.reason).note)});
}

// Whose session it is: what is on here, else what comes.
Label session_line(const Model& model, const Voice& voice) {
    const Checkpoint* checkpoint = here(model);
    if (!checkpoint) return {};
    const auto& sessions = model.programme.sessions;
    const auto found = std::ranges::find_if(sessions, [&](const Session& session) {
        return session.ends > model.now && session.kind != SessionKind::break_ &&
               model.programme.is_inside(session.place, checkpoint->place);
    });
    if (found == sessions.end()) return {};
    const Summit& summit = model.programme.summit;
    const auto title = voice.of(found->title).text;
    if (is_on(*found, model.now)) return voice.say("Until {1}: {2}"_t, {time_of_day(summit, found->ends), title});
    return voice.say("From {1}: {2}"_t, {time_of_day(summit, found->starts), title});
}

} // namespace

FillView fill_view(const Model& model, const Voice& voice, const PlaceId& id) {
    FillView fill;
    const auto known = model.occupancies.find(id);
    const int inside = known == model.occupancies.end() ? 0 : known->second.inside;
    fill.inside = voice.say("Inside"_t);
    fill.count = voice.number(inside);
    const Place* place = model.programme.place(id);
    if (!place || !place->capacity) return fill;
    fill.of = "/\u00a0" + voice.number(*place->capacity);
    fill.fraction = std::clamp(static_cast<double>(inside) / std::max(1, *place->capacity), 0.0, 1.0);
    return fill;
}

GateView gate_view(const Model& model, const Voice& voice, const Voice& guests) {
    GateView view;
    view.header = header_view(model, voice);
    const WaitingView waiting = waiting_view(model, voice);
    view.title = waiting.subtitle;
    view.preview = waiting.preview;
    view.camera_state = waiting.camera_state;
    view.code_outline = waiting.code_outline;
    if (const auto* showing = std::get_if<ShowingVerdict>(&model.screen)) {
        view.told = told_of(verdict_view(model, guests, *showing), guests, showing->outcome);
        view.staff_line = staff_line(model, voice, showing->outcome); // in the steward's language
    }
    if (const Checkpoint* checkpoint = here(model)) view.fill = fill_view(model, voice, checkpoint->place);
    for (const Outcome& outcome : model.passed)
        view.passed.push_back({outcome.verdict.kind, who_came(voice, model.programme.summit, outcome),
                               time_of_day(model.programme.summit, outcome.read_at)});
    if (mode_of(model) == Mode::room) view.session = session_line(model, voice);
    view.status = status_view(model, voice);
    return view;
}

} // namespace foyer
