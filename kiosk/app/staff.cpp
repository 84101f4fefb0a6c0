#include "kiosk/app/staff.h"

#include <algorithm>
#include <numeric>

#include "kiosk/app/desk_steps.h"
#include "kiosk/app/sources.h"

namespace foyer {

void open_staff_panel(StaffDoor& staff, Milliseconds now) {
    staff.panel = StaffPanel{.touched_at = now};
    staff.held_at.reset();
}

void hold_staff_corner(StaffDoor& staff, Milliseconds now) {
    if (staff.panel) return;
    if (!staff.held_at || now - *staff.held_at > staff_hold_gap) staff.held_since = now;
    staff.held_at = now;
    if (now - staff.held_since >= staff_hold) open_staff_panel(staff, now);
}

std::optional<Intent> staff_intent(const StaffDoor& staff, char32_t key) {
    if (!staff.panel) return std::nullopt;
    if (key >= U'0' && key <= U'9') return TypeDigit{static_cast<int>(key - U'0')};
    if (key == KeyPressed::backspace) return EraseDigit{};
    if (key == KeyPressed::enter) return EnterNumber{};
    if (key == KeyPressed::escape && staff.panel->reading) return LeaveHealth{};
    if (key == KeyPressed::escape && staff.panel->setting == StaffPanel::Setting::open) return LeaveStand{};
    if (key == KeyPressed::escape) return staff.panel->camera ? Intent{LeaveCamera{}} : Intent{LeaveStaff{}};
    return std::nullopt;
}

// Where nothing can read a badge now, the terminal's own number is the way in, to see to just that.
static bool reads_badges(const Model& model) {
    return mode_of(model) != Mode::sign &&
           (model.sources.empty() || std::ranges::any_of(model.sources, [](const SourceState& source) {
                return source.state == SourceState::State::ok;
            }));
}

Unlocking unlocking(const Model& model) {
    if (model.programme.summit.unlock == StaffUnlock::by_badge && reads_badges(model)) return Unlocking::by_badge;
    return model.settings.unlocks == Settings::Unlocks::never ? Unlocking::never : Unlocking::by_number;
}

bool awaits_staff_badge(const Model& model) {
    const auto& panel = model.staff.panel;
    return panel && panel->stage == StaffPanel::Stage::locked && unlocking(model) == Unlocking::by_badge &&
           model.staff.check == StaffDoor::Check::none;
}

void staff_recognised(Model& model, const StaffRecognised& seen) {
    if (!awaits_staff_badge(model)) return;
    StaffPanel& panel = *model.staff.panel;
    panel.member = StaffMember{seen.who, seen.person, seen.role};
    panel.typed.clear();
    panel.last = StaffPanel::Last::nothing;
    panel.touched_at = model.monotonic;
}

void staff_changed(Model& model, const StaffChanged& changed) {
    const auto differs = [&](const StaffMember& member) {
        return !member.who.text.empty() && member.who == changed.who && member.role != changed.role;
    };
    auto& panel = model.staff.panel;
    if (panel && panel->member && differs(*panel->member)) {
        open_staff_panel(model.staff, model.monotonic);
        panel->last = StaffPanel::Last::role_changed;
    }
    if (!differs(model.at_desk)) return;
    lock_desk(model);
    model.desk.locked_by = StaffDesk::LockedBy::role_changed;
}

StaffRole panel_role(const Model& model) {
    const auto& panel = model.staff.panel;
    return panel && panel->member ? panel->member->role : StaffRole::admin;
}

AttendeeId who_acts(const Model& model) {
    if (is_unlocked(model.staff)) return model.staff.panel->member.value_or(StaffMember{}).who;
    return is_open_desk(model) ? model.at_desk.who : AttendeeId{};
}

bool takes_digits(const StaffDoor& staff, Milliseconds now) {
    return staff.panel && staff.panel->stage == StaffPanel::Stage::locked && staff.check == StaffDoor::Check::none &&
           now >= staff.barred_until;
}

void type_digit(StaffDoor& staff, int digit, Milliseconds now) {
    if (!takes_digits(staff, now) || staff.panel->typed.size() == unlock_digits) return;
    staff.panel->typed.push_back(static_cast<char>('0' + digit));
    staff.panel->last = StaffPanel::Last::nothing;
}

void erase_digit(StaffDoor& staff) {
    if (staff.panel && !staff.panel->typed.empty()) staff.panel->typed.pop_back();
}

static AttendeeId who_is_at(const StaffPanel& panel) { return panel.member ? panel.member->who : AttendeeId{}; }

void enter_number(Model& model, Effects& effects) {
    StaffDoor& staff = model.staff;
    const Unlocking way = unlocking(model);
    if (way == Unlocking::never || !takes_digits(staff, model.monotonic)) return;
    const bool by_badge = way == Unlocking::by_badge;
    if (by_badge && (!staff.panel->member || staff.panel->member->person.pin.empty())) return;
    if (staff.panel->typed.size() < unlock_digits) return;
    effects.emplace_back(
        CheckUnlock{std::exchange(staff.panel->typed, {}), by_badge ? staff.panel->member->person.pin : ""});
    staff.asked = who_is_at(*staff.panel);
    staff.check = StaffDoor::Check::running;
}

void unlock_checked(StaffDoor& staff, UnlockChecked::Answer answer, Milliseconds now) {
    if (std::exchange(staff.check, StaffDoor::Check::none) == StaffDoor::Check::none) return; // nobody asked
    if (answer == UnlockChecked::Answer::right) {
        if (staff.asked == staff.wrong_of) staff.wrong = 0;
        const bool same = staff.panel && who_is_at(*staff.panel) == staff.asked; // it may be another panel by now
        if (same) staff.panel->stage = StaffPanel::Stage::open;
        return;
    }
    ++staff.wrong;
    staff.wrong_of = staff.asked;
    if (staff.panel) staff.panel->last = StaffPanel::Last::wrong;
    if (staff.wrong < tries_before_bar) return;
    staff.barred_until = now + first_bar * (1 << std::min(staff.wrong - tries_before_bar, doublings_most));
}

Milliseconds staff_panel_ends(const StaffDoor& staff) {
    const Milliseconds touched = staff.panel->touched_at, pause = staff.barred_until - touched;
    if (staff.panel->camera) return touched + camera_check_lasts;
    if (staff.panel->reading || staff.panel->setting == StaffPanel::Setting::open) return touched + health_lasts;
    const bool waited_for = staff.panel->stage == StaffPanel::Stage::locked && pause > Milliseconds{0};
    return (waited_for && pause <= staff_wait_most ? staff.barred_until : touched) + staff_panel_lasts;
}

void let_staff_panel_end(StaffDoor& staff, Milliseconds now) {
    if (staff.panel && now >= staff_panel_ends(staff)) staff.panel.reset();
}

std::optional<std::size_t> watched_camera(const StaffDoor& staff) {
    if (!staff.panel || !staff.panel->camera) return std::nullopt;
    return staff.panel->camera->index;
}

void check_camera(Model& model) {
    if (is_unlocked(model.staff) && cameras_of(model.sources)) model.staff.panel->camera = StaffPanel::Camera{};
}

void next_camera(Model& model) {
    const auto at = watched_camera(model.staff);
    const auto count = only(SourceState::Kind::camera, model.sources).size();
    if (at && count > 1) model.staff.panel->camera = StaffPanel::Camera{(*at + 1) % count, std::nullopt};
}

void leave_camera(StaffDoor& staff) {
    if (staff.panel) staff.panel->camera.reset();
}

void open_health(Model& model, Effects& effects) {
    if (!is_unlocked(model.staff)) return;
    model.staff.panel->reading = StaffPanel::Reading{std::nullopt, model.monotonic};
    effects.emplace_back(AskDesk{ShowHealth{}});
}

void read_on(Model& model, Effects& effects) {
    auto& panel = model.staff.panel;
    if (!panel || !panel->reading || model.monotonic - panel->reading->asked_at < health_told_anew) return;
    panel->reading->asked_at = model.monotonic;
    effects.emplace_back(AskDesk{ShowHealth{}});
}

void leave_health(StaffDoor& staff) {
    if (staff.panel) staff.panel->reading.reset();
}

void health_told(StaffDoor& staff, const Health& health) {
    if (staff.panel && staff.panel->reading) staff.panel->reading->health = health;
}

static bool is_admins(const Model& model) {
    return is_unlocked(model.staff) && may(panel_role(model), StaffRole::admin);
}

void open_stand(Model& model) {
    if (!is_admins(model)) return;
    model.staff.panel->setting = StaffPanel::Setting::open;
    model.staff.panel->fault.reset();
}

void leave_stand(StaffDoor& staff) {
    if (staff.panel) staff.panel->setting = StaffPanel::Setting::closed;
}

void set_stand(Model& model, Effects& effects, const Stand& stand) {
    if (!is_admins(model) || stand == model.settings.stand) return;
    effects.emplace_back(AskDesk{KeepStand{stand, model.settings.stand}});
    StaffDoor& staff = model.staff;
    if (staff.asked_stands.empty()) staff.in_force = model.settings.stand;
    staff.asked_stands.push_back({stand, model.settings.stand});
    model.settings.stand = stand;
    effects.emplace_back(ApplyStand{stand});
}

void camera_measured(StaffDoor& staff, const CameraCheck& check) {
    if (watched_camera(staff)) staff.panel->camera->check = check;
}

// True the second time that it is asked for.
static bool is_sure(StaffPanel& panel, StaffPanel::Asked what) {
    panel.fault.reset();
    const bool sure = panel.asked == what;
    panel.asked = sure ? StaffPanel::Asked::nothing : what;
    return sure;
}

void turn_emergency(Model& model, Effects& effects) {
    if (!is_unlocked(model.staff) || !is_sure(*model.staff.panel, StaffPanel::Asked::emergency)) return;
    using State = Emergency::State;
    effects.emplace_back(AskDesk{SetEmergency{model.programme.emergency.state == State::on ? State::over : State::on}});
}

void change_session(Model& model, Effects& effects, const ChangeSessionHere& change) {
    const Session* session = session_at(model);
    if (!is_unlocked(model.staff) || !session || !may(panel_role(model), StaffRole::supervisor)) return;
    const bool ends = change.how == ChangeSession::How::ended;
    if (ends && !is_sure(*model.staff.panel, StaffPanel::Asked::ended)) return;
    effects.emplace_back(AskDesk{ChangeSession{session->id, change.how, change.by}});
}

// What is shown is what is in force, and on top of it what still waits.
static void stand_is_kept(Model& model, Effects& effects, const StandChange& asked, bool kept) {
    StaffDoor& staff = model.staff;
    const auto waiting = std::ranges::find(staff.asked_stands, asked);
    if (waiting == staff.asked_stands.end()) return;
    staff.asked_stands.erase(waiting);
    if (kept) staff.in_force = with(staff.in_force, asked);
    const Stand shown = std::accumulate(staff.asked_stands.begin(), staff.asked_stands.end(), staff.in_force, with);
    if (shown == model.settings.stand) return;
    model.settings.stand = shown;
    effects.emplace_back(ApplyStand{shown});
}

void steward_acted(Model& model, Effects& effects, const DeskActed& acted) {
    if (const auto* asked = std::get_if<KeepStand>(&acted.request))
        stand_is_kept(model, effects, {asked->stand, asked->before}, !acted.fault);
    const bool on_panel = std::holds_alternative<ChangeSession>(acted.request) ||
                          std::holds_alternative<SetEmergency>(acted.request) ||
                          std::holds_alternative<KeepStand>(acted.request);
    if (on_panel && model.staff.panel) model.staff.panel->fault = acted.fault;
    // Nobody was called: the guest must not wait.
    if (std::holds_alternative<CallStaffHere>(acted.request) && acted.fault) {
        model.ledger_fault = acted.fault;
        model.screen = Trouble{};
    }
}

bool is_unlocked(const StaffDoor& staff) { return staff.panel && staff.panel->stage == StaffPanel::Stage::open; }

} // namespace foyer
