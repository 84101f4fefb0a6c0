#include "kiosk/app/desk_form.h"
#include "kiosk/app/desk_inside.h"

#include <algorithm>

#include "kiosk/app/staff.h"

namespace foyer {

namespace {

using FormKind = DeskForm::Kind;
using Field = DeskForm::Field;
using What = DeskTap::What;

void search(StaffDesk& desk, Effects& effects) {
    desk.unknown.reset();
    desk.rows_page = 0;
    ask_clerk(effects, FindPeople{++desk.asked, desk.query});
}

// What is being typed into.
std::string& text_in_focus(StaffDesk& desk) {
    if (desk.form && !desk.form->fields.empty()) return desk.form->fields[desk.form->focus].second;
    return desk.query;
}

bool is_searching(const StaffDesk& desk) { return !desk.form; }

void begin_form(Model& model, DeskForm form) {
    StaffDesk& desk = model.desk;
    const bool types = !form.fields.empty();
    form.at = model.now;
    desk.form = std::move(form);
    desk.changed_at = model.monotonic;
    desk.told.reset();
    desk.inbox = StaffDesk::Inbox::closed;
    desk.keyboard = {};
    if (types) desk.keyboard.shown = TouchKeyboard::Shown::yes;
}

void confirm(Model& model, Effects& effects) {
    StaffDesk& desk = model.desk;
    if (!desk.form || !is_complete(*desk.form, model.at_desk.who)) return;
    const DeskForm& form = *desk.form;
    const auto who = desk.dossier ? desk.dossier->file.attendee.id : AttendeeId{};
    switch (form.kind) {
    case FormKind::from_paper:
        return act(desk, effects, CheckByHand{{who}, form.direction, form.at, ByHandWhy::from_paper});
    case FormKind::by_hand: return act(desk, effects, CheckByHand{{who}, form.direction, model.now, form.why});
    case FormKind::take_back:
        return act(desk, effects, TakeBack{{{who, form.row ? form.row->id : FactId{}}}, form.back_why});
    case FormKind::walk_in:
        return act(desk, effects,
                   AddGuest{text_of(form, Field::name), text_of(form, Field::latin_name),
                            text_of(form, Field::organisation), form.category});
    case FormKind::edit:
        return act(desk, effects,
                   EditGuest{who, text_of(form, Field::name), text_of(form, Field::latin_name),
                             text_of(form, Field::organisation)});
    case FormKind::substitute:
        return act(desk, effects,
                   SubstituteGuest{who, text_of(form, Field::name), text_of(form, Field::latin_name),
                                   text_of(form, Field::organisation), text_of(form, Field::allowed_by)});
    }
}

// What is done with the person who is open.
void tap_on_person(Model& model, Effects& effects, const DeskTap& tap) {
    StaffDesk& desk = model.desk;
    if (!desk.dossier) return;
    const PersonFile& file = desk.dossier->file;
    const AttendeeId& who = file.attendee.id;
    if (!tap.who.text.empty() && tap.who != who) return; // another one was on the screen
    switch (tap.what) {
    case What::check_in: return act(desk, effects, CheckByHand{{who}, Direction::in, model.now, desk.because});
    case What::check_out: return act(desk, effects, CheckByHand{{who}, Direction::out, model.now, desk.because});
    case What::give_reason: return begin_form(model, reasoning(*desk.dossier, desk.because));
    case What::print: return act(desk, effects, PrintBadge{who});
    case What::hand_over:
        if (file.badge) act(desk, effects, HandOverBadge{who, file.badge->id});
        return;
    case What::hand_to_focal:
        if (const auto focal = focal_point_of(model.programme, file.attendee); file.badge && focal)
            act(desk, effects, HandOverBadge{who, file.badge->id, *focal});
        return;
    case What::settle: return act(desk, effects, SettleHold{who});
    case What::together:
    case What::print_together:
    case What::hand_over_together: return tap_on_party(model, effects, tap.what);
    case What::from_paper: return begin_form(model, form_of(FormKind::from_paper));
    case What::edit: return begin_form(model, editing(file, offered_languages(model).front()));
    case What::substitute: return begin_form(model, form_of(FormKind::substitute));
    case What::take_back:
        if (const AttendanceRow* row = last_seen(desk.dossier->file)) {
            DeskForm form = form_of(FormKind::take_back);
            form.row = *row;
            begin_form(model, std::move(form));
        }
        return;
    case What::close_person:
        desk.dossier.reset();
        desk.form.reset();
        return;
    default: return;
    }
}

void undo(StaffDesk& desk, Effects& effects) {
    if (!desk.told) return;
    if (const auto* closed = std::get_if<SettleCase>(&desk.told->what.request))
        return act(desk, effects, SettleCase{closed->refusal, closed->number, CaseState::waits});
    if (desk.told->what.recorded.empty()) return;
    act(desk, effects, TakeBack{desk.told->what.recorded});
}

void next_field(Model& model, Effects& effects) {
    DeskForm& form = *model.desk.form;
    if (form.focus + 1 < form.fields.size())
        ++form.focus;
    else
        confirm(model, effects);
}

void open_first(const Model& model, Effects& effects) {
    const StaffDesk& desk = model.desk;
    if (may_search(model) && !desk.found.best.empty() && desk.found.number == desk.asked)
        ask_clerk(effects, LookUpPerson{desk.found.best.front().id});
}

// Esc: the nearest thing that is open closes.
bool close_nearest(Model& model) {
    StaffDesk& desk = model.desk;
    if (desk.form)
        end_form(model);
    else if (desk.keyboard.shown == TouchKeyboard::Shown::yes)
        desk.keyboard.shown = TouchKeyboard::Shown::no;
    else if (close_board(desk))
        return true;
    else if (desk.loans)
        desk.loans.reset();
    else if (desk.roll)
        desk.roll.reset();
    else if (desk.inbox == StaffDesk::Inbox::open)
        desk.inbox = StaffDesk::Inbox::closed;
    else if (desk.dossier)
        desk.dossier.reset();
    else if (!desk.query.empty())
        desk.query.clear(), desk.found = {};
    else
        return false;
    return true;
}

} // namespace

// A second tap on a button must not do it twice.
void act(StaffDesk& desk, Effects& effects, DeskRequest request) {
    if (desk.acting) return;
    desk.acting = request;
    desk.told.reset();
    ask_clerk(effects, std::move(request));
}

bool is_open_desk(const Model& model) {
    return mode_of(model) == Mode::desk && model.desk.lock == StaffDesk::Lock::open && !model.staff.panel;
}

void open_desk(Model& model) {
    const auto cards = std::move(model.desk.cards);
    const ListsChanged lists = std::move(model.desk.lists);
    const std::size_t asked = model.desk.asked;
    model.desk = {};
    model.desk.lock = StaffDesk::Lock::open;
    model.desk.asked = asked; // no answer to an older question fits
    model.desk.cards = cards;
    model.desk.lists = lists;
    model.desk.touched_at = model.monotonic;
}

void lock_desk(Model& model) {
    open_desk(model);
    model.desk.lock = StaffDesk::Lock::locked;
    model.at_desk = {};
}

void let_desk_end(Model& model) {
    StaffDesk& desk = model.desk;
    if (desk.told && model.monotonic - desk.told->since >= desk_told_lasts) desk.told.reset();
    if (desk.unknown && model.monotonic - desk.unknown->since >= desk_told_lasts) desk.unknown.reset();
    if (desk.offered && model.monotonic - desk.offered->since >= desk_told_lasts) desk.offered.reset();
    const bool locks = model.settings.run == Settings::Run::terminal;
    if (locks && desk.lock == StaffDesk::Lock::open && model.monotonic - desk.touched_at >= desk_lasts)
        lock_desk(model);
}

// Does it do something that a finger may not have meant?
static bool is_an_act(What what) {
    switch (what) {
    case What::check_in:
    case What::check_out:
    case What::give_reason:
    case What::from_paper:
    case What::print:
    case What::hand_over:
    case What::hand_to_focal:
    case What::settle:
    case What::substitute:
    case What::edit:
    case What::take_back:
    case What::together:
    case What::print_together:
    case What::hand_over_together:
    case What::confirm:
    case What::undo:
    case What::lend: return true;
    default: return false;
    }
}

// What a steward leaves to others: whoever is not there, and what was done already.
static StaffRole least_role(const Model& model, What what) {
    const auto& told = model.desk.told; // who says that somebody was seen to may take it back
    if (what == What::undo && told && std::holds_alternative<SettleCase>(told->what.request)) return StaffRole::steward;
    switch (what) {
    case What::from_paper:
    case What::substitute:
    case What::together:
    case What::edit:
    case What::settle:
    case What::take_back:
    case What::undo:
    case What::open_roll:
    case What::other_table:
    case What::other_interpreter:
    case What::open_inbox: return StaffRole::supervisor;
    case What::walk_in:
        return model.programme.summit.walk_ins == WalkIns::supervisor ? StaffRole::supervisor : StaffRole::steward;
    default: return StaffRole::steward;
    }
}

std::optional<AttendeeId> focal_point_of(const Programme& programme, const Attendee& attendee) {
    const Delegation* party = attendee.delegation ? programme.delegation(*attendee.delegation) : nullptr;
    return party && party->focal_point != attendee.id ? party->focal_point : std::nullopt;
}

bool may_at_desk(const Model& model, What what) {
    if (what == What::walk_in && model.programme.summit.walk_ins == WalkIns::refused) return false;
    return may(model.at_desk.role, least_role(model, what));
}

bool may_search(const Model& model) { return may(model.at_desk.role, StaffRole::supervisor); }

void desk_step(Model& model, Effects& effects, const DeskTap& tap) {
    StaffDesk& desk = model.desk;
    if (!may_at_desk(model, tap.what)) return;
    if (is_an_act(tap.what) && model.monotonic - desk.changed_at < desk_settles) return;
    if (tap_on_board(model, tap.what) || tap_on_lists(model, effects, tap.what)) return;
    using Shown = TouchKeyboard::Shown;
    using Shift = TouchKeyboard::Shift;
    switch (tap.what) {
    case What::lock: return lock_desk(model);
    case What::clear: return desk.query.clear(), search(desk, effects);
    case What::walk_in: {
        if (desk.form) return;
        DeskForm form = form_of(FormKind::walk_in);
        const bool nobody = desk.found.number == desk.asked && desk.found.all == 0 && !desk.found.visitor;
        if (nobody) form.fields.front().second = desk.query; // of that name
        return begin_form(model, std::move(form));
    }
    case What::confirm: return confirm(model, effects);
    case What::cancel: return end_form(model);
    case What::undo: return undo(desk, effects);
    case What::open_offered:
        if (desk.offered) {
            Dossier dossier = std::move(desk.offered->dossier);
            end_form(model);
            open_person(model, std::move(dossier), ByHandWhy::at_desk);
        }
        return;
    case What::lend:
        if (desk.dossier && !desk.item.empty())
            act(desk, effects, LendItem{desk.dossier->file.attendee.id, std::exchange(desk.item, {})});
        return;
    case What::open_roll: return ask_clerk(effects, ShowRoll{});
    case What::close_roll: return desk.roll.reset();
    case What::open_inbox: desk.inbox = StaffDesk::Inbox::open; return;
    case What::close_inbox: desk.inbox = StaffDesk::Inbox::closed; return;
    case What::next_rows: ++desk.rows_page; return;
    case What::next_members: ++desk.members_page; return;
    case What::hide_keyboard: desk.keyboard.shown = Shown::no; return;
    case What::shift: desk.keyboard.shift = desk.keyboard.shift == Shift::off ? Shift::once : Shift::off; return;
    case What::erase:
        if (desk.form && desk.form->fields.empty()) return;
        erase_character(text_in_focus(desk));
        if (desk.form) let_latin_follow(*desk.form);
        if (is_searching(desk)) search(desk, effects);
        return;
    default: return tap_on_person(model, effects, tap);
    }
}

void desk_step(Model& model, Effects& effects, const TypeCharacter& typed) {
    StaffDesk& desk = model.desk;
    if ((desk.form && desk.form->fields.empty()) || (!desk.form && !may_search(model))) return;
    type_character(text_in_focus(desk), typed.character);
    if (desk.form) let_latin_follow(*desk.form);
    desk.keyboard.shift = TouchKeyboard::Shift::off;
    if (is_searching(desk)) search(desk, effects);
}

void desk_step(Model& model, Effects& effects, const ChoosePerson& chosen) {
    if (may_search(model)) return ask_clerk(effects, LookUpPerson{chosen.who});
    DeskActed refused{.request = LookUpPerson{chosen.who}};
    refused.needs = DeskActed::Needs::supervisor;
    refused.fault = Fault{FaultKind::not_allowed, "this takes a supervisor"};
    model.desk.told = StaffDesk::Told{std::move(refused), model.monotonic, std::nullopt};
}

void desk_step(Model& model, Effects& effects, const DecideCard& decided) {
    if (!may_at_desk(model, What::open_inbox)) return;
    act(model.desk, effects, ResolveCard{decided.card, decided.choice});
}

void desk_step(Model& model, Effects& effects, const TakeCall& taken) {
    ask_clerk(effects, AnswerCall{taken.call, taken.state});
    const auto open = std::ranges::find(model.calls, taken.call, &OpenCall::id);
    const bool of_a_guest = open != model.calls.end() && open->guest && taken.state == Call::State::taken;
    const bool busy = model.desk.dossier || model.desk.form;
    if (of_a_guest && !busy && may_search(model)) ask_clerk(effects, LookUpPerson{open->guest->id});
}

void desk_step(Model& model, Effects& effects, const PrintTheRoll& wanted) { act(model.desk, effects, wanted.roll); }

void desk_step(Model& model, const TurnKeyboard& turned) { model.desk.keyboard.page = turned.page; }

void desk_step(Model& model, const ToggleAbsent& toggled) {
    auto& absent = model.desk.absent;
    if (absent.erase(toggled.who) == 0) absent.insert(toggled.who);
}

void desk_step(Model& model, const FocusField& focused) {
    StaffDesk& desk = model.desk;
    if (focused.field && desk.form && *focused.field < desk.form->fields.size()) desk.form->focus = *focused.field;
    if (!focused.field && (desk.form || !may_search(model))) return; // the form is in front
    if (!focused.field) desk.inbox = StaffDesk::Inbox::closed;
    desk.keyboard.shown = TouchKeyboard::Shown::yes;
}

void desk_step(Model& model, const StepBack& stepped) {
    static constexpr Milliseconds most{std::chrono::hours{24 * 14}};
    if (auto& form = model.desk.form) form->at = std::clamp(form->at - stepped.by, model.now - most, model.now);
}

void desk_step(Model& model, const ChooseDirection& chosen) {
    if (auto& form = model.desk.form) form->direction = chosen.direction;
}

void desk_step(Model& model, const ChooseCategory& chosen) {
    if (auto& form = model.desk.form) form->category = chosen.category;
}

void desk_step(Model& model, const ChooseBackWhy& chosen) {
    if (auto& form = model.desk.form) form->back_why = chosen.why;
}

void desk_step(Model& model, const ChooseByHandWhy& chosen) {
    if (auto& form = model.desk.form) form->why = chosen.why;
}

bool desk_key(Model& model, Effects& effects, char32_t key) {
    if (!is_open_desk(model)) return false;
    StaffDesk& desk = model.desk;
    constexpr char32_t tab = 9;
    if (key == KeyPressed::escape) return close_nearest(model);
    if (key == KeyPressed::enter) {
        desk.form ? next_field(model, effects) : open_first(model, effects);
    } else if (key == KeyPressed::backspace) {
        desk_step(model, effects, DeskTap{What::erase});
    } else if (key == tab) {
        if (desk.form && !desk.form->fields.empty())
            desk.form->focus = (desk.form->focus + 1) % desk.form->fields.size();
    } else {
        desk_step(model, effects, TypeCharacter{key});
    }
    return true;
}

} // namespace foyer
