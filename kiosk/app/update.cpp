#include "kiosk/app/model.h"

#include <algorithm>
#include <cassert>

#include "kiosk/app/browse.h"
#include "kiosk/app/claim.h"
#include "kiosk/app/desk_steps.h"
#include "kiosk/app/languages.h"
#include "kiosk/app/sources.h"
#include "kiosk/app/staff.h"
#include "kiosk/app/strings.h"
#include "sync/summit/overrun.h"

namespace foyer {

namespace {

bool can_work(const Model& model) {
    return !model.ledger_fault && model.programme.checkpoint(model.settings.checkpoint) && !lacks_roster(model);
}

Screen home(const Model& model) { return can_work(model) ? Screen{Waiting{}} : Screen{Trouble{}}; }

void show(Model& model, Screen screen) {
    model.screen = std::move(screen);
    model.touched_at = model.monotonic;
    if (is_idle(model)) model.offered.reset();
}

void begin_or_continue_visit(Model& model, const Outcome& outcome) {
    Visit& visit = model.visit;
    const auto who = outcome.attendee ? std::optional{outcome.attendee->id} : outcome.verdict.attendee;
    if (visit.stage == Visit::Stage::scanned && visit.attendee != who) visit = {};
    visit.stage = Visit::Stage::scanned;
    visit.attendee = who;
    visit.guests_own = outcome.attendee ? served_by(model, outcome.attendee->language) : std::nullopt;
}

// Whatever the desk says: what is not on disk is not green.
Outcome never_green_unrecorded(Outcome outcome) {
    if (!is_admission(outcome.verdict.kind) || !outcome.recorded.empty()) return outcome;
    outcome.verdict.kind = VerdictKind::ask_a_person;
    outcome.verdict.reason = Reason::cannot_record;
    return outcome;
}

bool has_own_day(const Model& model, const Outcome& outcome) {
    const bool has_items = !model.programme.sessions.empty() || !outcome.meetings.empty();
    return outcome.attendee && is_admission(outcome.verdict.kind) && has_items;
}

bool comes_back(const Model& model, const Outcome& outcome) {
    return outcome.verdict.reason == Reason::welcome_back && has_own_day(model, outcome);
}

struct IntentStep {
    Model& model;
    Effects& effects;

    void operator()(const ChooseLanguage& wanted) {
        const auto language = served_by(model, wanted.language);
        if (language) model.visit.touched = language;
        if (language && std::holds_alternative<ChoosingLanguage>(model.screen)) leave_languages();
    }
    void operator()(const OpenLanguages&) {
        if (auto opened = languages_over(model)) show(model, std::move(*opened));
    }
    void operator()(const OpenPrivacy&) {
        if (std::holds_alternative<Waiting>(model.screen)) show(model, ReadingPrivacy{});
    }
    void operator()(const ToggleLargeText&) {
        auto& text = model.visit.text;
        text = text == HeaderView::Text::usual ? HeaderView::Text::large : HeaderView::Text::usual;
    }
    void operator()(const ChooseReach& wanted) { model.visit.reach = wanted.reach; }
    void operator()(const OpenOwnDay&) {
        auto* verdict = std::get_if<ShowingVerdict>(&model.screen);
        if (verdict && has_own_day(model, verdict->outcome)) verdict->form = ShowingVerdict::Form::own_day;
    }
    void operator()(const OpenProgramme&) {
        if (!model.programme.sessions.empty()) show(model, ShowingProgramme{});
    }
    template <class Browsing>
        requires requires(Model& at, Browsing asked) { browse(at, asked); }
    void operator()(const Browsing& asked) {
        browse(model, asked);
    }
    void operator()(const GoBack&) {
        if (browse_back(model)) return;
        if (std::holds_alternative<ChoosingLanguage>(model.screen)) return leave_languages();
        if (!is_idle(model)) show(model, home(model));
    }
    void operator()(const KeepOpen&) {} // every touch keeps the screen
    void operator()(const CallStaff&) {
        if (std::holds_alternative<CallingStaff>(model.screen)) return;
        if (!own_call(model)) effects.emplace_back(AskDesk{CallStaffHere{}});
        show(model,
             CallingStaff{own_call(model) ? CallingStaff::Known::yes : CallingStaff::Known::not_yet, model.monotonic});
    }
    void operator()(const CancelCall&) {
        // It stands where the call was asked for: a finger that taps twice has not changed its mind.
        const auto* calling = std::get_if<CallingStaff>(&model.screen);
        if (!calling || model.monotonic - calling->since < desk_settles) return;
        if (const OpenCall* call = own_call(model))
            effects.emplace_back(AskDesk{AnswerCall{call->id, Call::State::done}});
        show(model, home(model));
    }
    void operator()(const TakeOffered&) {
        if (model.offered) effects.emplace_back(DecideOffered{model.offered->code});
        model.offered.reset();
    }
    void operator()(const OpenClaim&) {
        if (may_claim(model)) show(model, first_claim(model));
    }
    void operator()(const SendClaim&) { send_claim(model, effects); }
    void operator()(const TypeCharacter& typed) {
        if (claiming(model)) return type_claim(model, typed.character);
        if (is_searching(model)) return type_search(model, effects, typed.character);
        if (is_open_desk(model)) desk_step(model, effects, typed);
    }
    void operator()(const TurnKeyboard& turned) {
        if (Claiming* claim = claiming(model)) return void(claim->keyboard.page = turned.page);
        if (is_searching(model)) return turn_search_keys(model, turned.page);
        if (is_open_desk(model)) desk_step(model, turned);
    }
    void operator()(const FocusField& focused) {
        if (claiming(model)) return focus_claim(model, focused.field.value_or(0));
        if (is_open_desk(model)) desk_step(model, focused);
    }
    void operator()(const TurnEmergency&) { turn_emergency(model, effects); }
    void operator()(const HoldStaffCorner&) { hold_staff_corner(model.staff, model.monotonic); }
    void operator()(const TypeDigit& typed) { type_digit(model.staff, typed.digit, model.monotonic); }
    void operator()(const EraseDigit&) { erase_digit(model.staff); }
    void operator()(const EnterNumber&) { enter_number(model, effects); }
    void operator()(const LeaveStaff&) { model.staff.panel.reset(); }
    void operator()(const CheckCamera&) { check_camera(model); }
    void operator()(const NextCamera&) { next_camera(model); }
    void operator()(const LeaveCamera&) { leave_camera(model.staff); }
    void operator()(const OpenHealth&) { open_health(model, effects); }
    void operator()(const LeaveHealth&) { leave_health(model.staff); }
    void operator()(const OpenStand&) { open_stand(model); }
    void operator()(const LeaveStand&) { leave_stand(model.staff); }
    void operator()(const SetStand& wanted) { set_stand(model, effects, wanted.stand); }
    void operator()(const ChangeSessionHere& change) { change_session(model, effects, change); }
    void operator()(const CloseTerminal&) {
        if (is_unlocked(model.staff) && may(panel_role(model), StaffRole::admin)) effects.emplace_back(Quit{});
    }
    void operator()(const DeskTap& tap) {
        if (claiming(model)) return tap_claim(model, tap.what);
        if (is_searching(model)) return tap_search(model, effects, tap.what);
        if (tap.what == DeskTap::What::unlock && mode_of(model) == Mode::desk)
            open_staff_panel(model.staff, model.monotonic);
        else if (is_open_desk(model))
            desk_step(model, effects, tap);
    }
    template <class AtDesk>
        requires requires(AtDesk asked) { desk_step(model, effects, asked); }
    void operator()(const AtDesk& asked) {
        if (is_open_desk(model)) desk_step(model, effects, asked);
    }
    template <class AtDesk>
        requires requires(AtDesk asked) { desk_step(model, asked); }
    void operator()(const AtDesk& asked) {
        if (is_open_desk(model)) desk_step(model, asked);
    }

    void leave_languages() { show(model, behind_languages(model).value_or(home(model))); }
};

struct Step {
    Model& model;
    Effects& effects;

    void operator()(const Started& started) {
        model.settings = started.settings;
        model.programme = started.programme;
        show(model, home(model));
        if (model.settings.run != Settings::Run::terminal) open_desk(model); // a trial: nobody is kept out
    }
    void operator()(const Decided& decided) {
        Outcome outcome = never_green_unrecorded(decided.outcome);
        begin_or_continue_visit(model, outcome);
        model.outline.clear();
        model.offered.reset();
        const bool admitted = is_admission(outcome.verdict.kind);
        const auto& who = outcome.attendee;
        const bool discreet = who && model.programme.summit.discreet.contains(who->category);
        if (mode_of(model) != Mode::sign && !discreet)
            effects.emplace_back(Sound{admitted ? Sound::Kind::go_on : Sound::Kind::please_read});
        model.passed.insert(model.passed.begin(), outcome);
        if (model.passed.size() > passed_most) model.passed.pop_back();
        const auto form = comes_back(model, outcome) ? ShowingVerdict::Form::own_day : ShowingVerdict::Form::answer;
        show(model, ShowingVerdict{std::move(outcome), model.monotonic, form});
    }
    void operator()(const Intent& intent) {
        touch();
        std::visit(IntentStep{model, effects}, intent);
    }
    void operator()(const Touched&) { touch(); }
    void operator()(const Tick& tick) {
        model.now = tick.now;
        model.monotonic = std::max(model.monotonic, tick.monotonic);
        if (model.monotonic - model.outline_at >= outline_lasts) model.outline.clear();
        std::erase_if(model.passed, [&](const Outcome& one) { return model.now - one.read_at > passed_kept; });
        if (model.offered && model.monotonic - model.offered->since >= badge_offered) model.offered.reset();
        let_staff_panel_end(model.staff, model.monotonic);
        read_on(model, effects);
        let_desk_end(model);
        ring(model, effects);
        const auto limit = is_idle(model) ? std::optional{language_lasts} : lasts(model);
        if (!limit || model.monotonic - model.touched_at < *limit) return;
        model.visit = {};
        if (!is_idle(model)) show(model, home(model));
    }
    void operator()(const SourcesChanged& changed) {
        model.sources = changed.sources;
        const auto camera = cameras_of(model.sources);
        if (!camera || camera->state != SourceState::State::ok) model.outline.clear();
    }
    void operator()(const CameraMeasured& measured) { camera_measured(model.staff, measured.check); }
    void operator()(const PreviewOutline& seen) {
        model.outline = seen.corners;
        model.outline_at = model.monotonic;
    }
    void operator()(const LinkState& link) {
        model.link = link;
        settle();
    }
    void operator()(const ProgrammeChanged& changed) {
        model.programme = changed.programme;
        model.off_plan = changed.off_plan;
        forget_what_is_gone(model, effects);
        settle();
    }
    void operator()(const OccupancyChanged& changed) { model.occupancies = changed.places; }
    void operator()(const NetworkSwitched& network) { model.network = network; }
    void operator()(const LedgerTrouble& trouble) {
        model.ledger_fault = trouble.fault;
        settle();
    }
    void operator()(const UnlockChecked& checked) {
        unlock_checked(model.staff, checked.answer, model.monotonic);
        if (mode_of(model) != Mode::desk || model.desk.lock == StaffDesk::Lock::open || !is_unlocked(model.staff))
            return;
        const StaffMember member = model.staff.panel->member.value_or(StaffMember{});
        model.staff.panel.reset(); // the number was asked for the desk behind it
        open_desk(model);
        model.at_desk = member;
    }
    void operator()(const SessionsFound& found) { sessions_found(model, found); }
    void operator()(const HealthTold& told) { health_told(model.staff, told.health); }
    void operator()(const StaffRecognised& seen) { staff_recognised(model, seen); }
    void operator()(const StaffChanged& changed) { staff_changed(model, changed); }
    void operator()(const PeopleFound& found) { people_found(model, found); }
    void operator()(const PersonLookedUp& looked_up) { person_looked_up(model, looked_up); }
    void operator()(const RollCalled& called) {
        if (is_open_desk(model)) model.desk.roll = called;
    }
    void operator()(const MeetingsChanged& changed) { meetings_changed(model, effects, changed); }
    void operator()(const MeetingOpened& opened) { meeting_opened(model, opened); }
    void operator()(const CardsChanged& changed) { model.desk.cards = changed.open; }
    void operator()(const ListsChanged& changed) { lists_changed(model, changed); }
    void operator()(const LoansListed& listed) {
        if (is_open_desk(model)) loans_listed(model, listed);
    }
    void operator()(const DelegationArrived& arrived) { model.welcomed = arrived; }
    void operator()(const CallsChanged& changed) {
        calls_changed(model, effects, changed);
        auto* calling = std::get_if<CallingStaff>(&model.screen);
        if (!calling) return;
        if (own_call(model))
            calling->known = CallingStaff::Known::yes;
        else if (calling->known == CallingStaff::Known::yes) // it is done
            show(model, home(model));
    }
    void operator()(const BadgeOffered& badge) {
        if (!is_idle(model)) model.offered = Model::Offered{badge.code, model.monotonic};
    }
    void operator()(const ClaimRefused&) { claim_refused(model); }
    void operator()(const DeskActed& acted) {
        desk_acted(model, effects, acted);
        steward_acted(model, effects, acted);
    }
    void operator()(const KeyPressed& pressed) {
        using Run = Settings::Run;
        const Run run = model.settings.run;
        if (!model.staff.panel && (claim_key(model, effects, pressed.key) || search_key(model, effects, pressed.key)))
            return touch();
        if (is_open_desk(model)) model.desk.touched_at = model.desk.served_at = model.monotonic;
        if (desk_key(model, effects, pressed.key)) return;
        if (pressed.key == U'n' && run == Run::demo) effects.emplace_back(ToggleNetwork{});
        // In a foyer the terminal is ended by staff, never by a keyboard that somebody plugged in.
        if ((pressed.key == U'q' || pressed.key == KeyPressed::escape) && run != Run::terminal) {
            effects.emplace_back(Quit{});
            return;
        }
        if (const auto intent = staff_intent(model.staff, pressed.key)) return (*this)(*intent);
        if (pressed.key == KeyPressed::escape) open_staff_panel(model.staff, model.monotonic);
    }

    // A touch is for what is in front.
    void touch() {
        (model.staff.panel ? model.staff.panel->touched_at : model.touched_at) = model.monotonic;
        if (!model.staff.panel) model.finger_at = model.monotonic;
        if (is_open_desk(model)) model.desk.touched_at = model.desk.served_at = model.monotonic;
    }

    // An idle screen follows what the terminal can do; a guest's screen is left to end by itself.
    void settle() {
        if (is_idle(model)) model.screen = home(model);
    }
};

// It is for something else now: whoever was before it is not any more.
void begin_anew(Model& model) {
    model.visit = {};
    show(model, home(model));
    model.settings.run == Settings::Run::terminal ? lock_desk(model) : open_desk(model);
}

} // namespace

Updated update(Model model, const Event& event) {
    Effects effects;
    const Mode mode = mode_of(model);
    const auto watched = watched_camera(model.staff);
    std::visit(Step{model, effects}, event);
    if (mode_of(model) != mode) begin_anew(model);
    const AttendeeId by = who_acts(model);
    for (Effect& effect : effects)
        if (auto* asked = std::get_if<AskDesk>(&effect)) asked->by = by;
    if (const auto now = watched_camera(model.staff); now != watched) effects.emplace_back(WatchCamera{now});
    return {std::move(model), std::move(effects)};
}

} // namespace foyer
