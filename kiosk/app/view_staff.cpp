// The staff's panel: locked, unlocked, or with nothing that unlocks it.
#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/sources.h"
#include "kiosk/app/staff.h"
#include "kiosk/app/verdict_words.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

Msgid role_words(StaffRole role) {
    switch (role) {
    case StaffRole::admin: return "Admin"_t;
    case StaffRole::supervisor: return "Supervisor"_t;
    default: return "Steward"_t;
    }
}

std::string name_of_staff(const StaffMember& member) {
    const auto& person = member.person;
    const auto& name = person.latin_name.empty() ? person.native_name : person.latin_name;
    return name.empty() ? member.who.text : name;
}

// What is asked for, by badge: first the badge, then the PIN of whose it is.
void ask_by_badge(StaffView& view, const StaffPanel& panel, const Voice& voice) {
    if (!panel.member) {
        view.pad.reset();
        view.line_attention = panel.last == StaffPanel::Last::role_changed;
        view.line = view.line_attention ? voice.say("What this badge may do has changed: please unlock again."_t)
                                        : voice.say("Hold your staff badge in front of the camera."_t);
    } else if (panel.member->person.pin.empty()) {
        view.pad.reset();
        view.line = voice.say("This badge has no PIN yet. The organisers give one."_t);
        view.line_attention = true;
    } else if (panel.last == StaffPanel::Last::wrong) {
        view.line = voice.say("That is not the PIN of this badge."_t);
        view.line_attention = true;
    } else {
        view.line = voice.say("{1}: please enter your PIN."_t, {name_of_staff(*panel.member)});
    }
}

void describe_locked(StaffView& view, const Model& model, const Voice& voice) {
    const StaffDoor& staff = model.staff;
    view.title = voice.say("Staff"_t);
    view.leave_button = voice.say("Cancel"_t);
    view.pad = StaffView::Pad{staff.panel->typed.size(), unlock_digits, takes_digits(staff, model.monotonic)};
    view.line = voice.say("Enter the unlock number of this terminal."_t);
    const Milliseconds barred = staff.barred_until - model.monotonic;
    if (staff.check == StaffDoor::Check::running) {
        view.line = voice.say("Checking the number..."_t);
    } else if (barred > Milliseconds{0}) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(barred);
        view.line = voice.say("Several wrong numbers: please wait {1}."_t, {span_words(voice, seconds)});
        view.line_attention = true;
    } else if (unlocking(model) == Unlocking::by_badge) {
        ask_by_badge(view, *staff.panel, voice);
    } else if (staff.panel->last == StaffPanel::Last::wrong) {
        view.line = voice.say("That is not the number of this terminal."_t);
        view.line_attention = true;
    }
}

void describe_keyless(StaffView& view, const Voice& voice) {
    view.title = voice.say("This terminal has no unlock number"_t);
    view.line = voice.say("It was enrolled before there were any. Enrol it again, or end it by SIGTERM."_t);
    view.leave_button = voice.say("Back to guests"_t);
}

// How those of a kind are; nothing when there are none.
Label source_words(SourceState::Kind kind, const Model& model, const Voice& voice) {
    const auto all = model.sources.empty() && kind == SourceState::Kind::camera ? std::vector{SourceState{}}
                                                                                : only(kind, model.sources);
    if (all.empty()) return {};
    if (all.size() == 1) return source_words(all.front(), voice);
    const auto works = [](const SourceState& s) { return s.state == SourceState::State::ok && s.detail.empty(); };
    const auto working = std::ranges::count_if(all, works);
    const auto missing = std::ranges::find(all, SourceState::State::missing, &SourceState::state);
    const auto other = missing != all.end() ? missing : std::ranges::find_if_not(all, works);
    const std::string why = other == all.end() ? "" : other->detail;
    return voice.join({voice.text("{1} of {2} working"_t, {std::to_string(working), std::to_string(all.size())}), why});
}

// At a room's door: programmes overrun.
void describe_session(StaffView& view, const Model& model, const Voice& voice) {
    const Session* session = session_at(model);
    if (!session) return;
    using How = ChangeSession::How;
    using std::chrono::minutes;
    const auto span = time_span(model.programme.summit, session->starts, session->ends);
    view.rows.push_back({voice.say("Session"_t), voice.join({span, voice.of(session->title).text})});
    const auto offer = [&](Label label, How how, Milliseconds by = {}) {
        view.changes.push_back({std::move(label), {how, by}});
    };
    const bool asked = model.staff.panel->asked == StaffPanel::Asked::ended;
    const bool back = model.off_plan.contains(session->id) && !asked; // in the place of the ten minutes
    for (const int longer : {5, 10})
        if (longer == 5 || !back)
            offer({"+" + span_words(voice, minutes{longer}), voice.language()}, How::longer, minutes{longer});
    if (is_on(*session, model.now))
        offer(asked ? voice.say("Yes, it is over"_t) : voice.say("Has ended"_t), How::ended);
    else if (session->starts > model.now)
        offer(voice.say("Open now"_t), How::opens_now);
    if (back) offer(voice.say("As planned"_t), How::as_planned);
}

void describe_emergency(StaffView& view, const Model& model, const Voice& voice) {
    view.emergency_asked = model.staff.panel->asked == StaffPanel::Asked::emergency;
    const bool on = model.programme.emergency.state == Emergency::State::on;
    view.emergency_button = view.emergency_asked ? voice.say(on ? "Yes, it is over"_t : "Yes, let everybody through"_t)
                            : on                 ? voice.say("End the emergency"_t)
                                                 : voice.say("Emergency: open all doors"_t);
}

void describe_open(StaffView& view, const Model& model, const Voice& voice) {
    view.title = voice.say("Staff"_t);
    const auto row = [&](Msgid name, Label value) {
        if (!value.text.empty()) view.rows.push_back({voice.say(name), std::move(value)});
    };
    const auto plainly = [&](std::string text) { return Label{std::move(text), voice.language()}; };
    if (const auto& member = model.staff.panel->member)
        row("Unlocked by"_t, voice.join({name_of_staff(*member), voice.text(role_words(member->role))}));
    const CheckpointId& id = model.settings.checkpoint;
    const Checkpoint* checkpoint = model.programme.checkpoint(id);
    const Label called = checkpoint ? voice.of(checkpoint->name) : Label{};
    row("Checkpoint"_t, called.text.empty() ? Label{id.text, "en"} : called);
    row("Hub"_t, plainly(contact_words(model, voice)));
    row("Records"_t, plainly(unsent_words(model.link, voice)));
    row("Other terminals"_t, plainly(doors_words(model.link, voice)));
    row("Camera"_t, source_words(SourceState::Kind::camera, model, voice));
    row("Hand scanner"_t, source_words(SourceState::Kind::hand_scanner, model, voice));
    if (const auto& fault = model.staff.panel->fault) {
        view.line = voice.say("Not recorded: {1}"_t, {fault->detail});
        view.line_attention = true;
    }
    if (may(panel_role(model), StaffRole::supervisor)) describe_session(view, model, voice);
    view.health_button = voice.say("How this terminal is"_t);
    if (cameras_of(model.sources)) view.camera_button = voice.say("Check the camera"_t);
    describe_emergency(view, model, voice);
    if (may(panel_role(model), StaffRole::admin)) {
        view.stand_button = voice.say("Settings"_t);
        view.close_button = voice.say("Close Foyer"_t);
    }
    view.leave_button = voice.say("Back to guests"_t);
}

} // namespace

Label source_words(const SourceState& source, const Voice& voice) {
    if (source.state == SourceState::State::ok && source.detail.empty()) return voice.say("working"_t);
    if (source.kind == SourceState::Kind::hand_scanner) return {source.detail, "en"};
    return source.state == SourceState::State::ok ? voice.say("the recording has ended"_t)
                                                  : camera_words(source, voice);
}

StaffView staff_view(const Model& model, const Voice& voice) {
    StaffView view;
    view.header = header_view(model, voice);
    view.header.zoom = 1; // buttons below each other need the height
    view.status = status_view(model, voice);
    const Milliseconds ends = staff_panel_ends(model.staff);
    view.timeout = timeout_view(voice, ends - model.monotonic, ends - model.staff.panel->touched_at);
    if (const auto* showing = std::get_if<ShowingVerdict>(&model.screen)) {
        const Verdict& verdict = showing->outcome.verdict;
        view.behind = StaffView::Behind{verdict.kind, voice.say(words_for(verdict.reason).title)};
    }
    if (is_unlocked(model.staff))
        describe_open(view, model, voice);
    else if (unlocking(model) == Unlocking::never)
        describe_keyless(view, voice);
    else
        describe_locked(view, model, voice);
    return view;
}

} // namespace foyer
