#include <algorithm>

#include "kiosk/app/desk_inside.h"

namespace foyer {

void ask_clerk(Effects& effects, DeskRequest request) { effects.emplace_back(AskDesk{std::move(request)}); }

void open_person(Model& model, Dossier dossier, ByHandWhy because) {
    StaffDesk& desk = model.desk;
    const Attendee& who = dossier.file.attendee;
    const bool another = !desk.dossier || desk.dossier->file.attendee.id != who.id;
    const bool same_party = desk.dossier && who.delegation && desk.dossier->file.attendee.delegation == who.delegation;
    if (!same_party) desk.absent.clear();
    if (another) {
        desk.members_page = 0;
        desk.form.reset();
        desk.because = because;
        desk.inbox = StaffDesk::Inbox::closed;
        desk.roll.reset();
        desk.loans.reset();
        desk.board.reset();
        desk.changed_at = model.monotonic;
    }
    desk.dossier = std::move(dossier);
    desk.keyboard.shown = TouchKeyboard::Shown::no;
}

void end_form(Model& model) {
    StaffDesk& desk = model.desk;
    desk.form.reset();
    desk.offered.reset();
    desk.keyboard.shown = TouchKeyboard::Shown::no;
    desk.changed_at = model.monotonic;
}

void people_found(Model& model, const PeopleFound& found) {
    if (found.number != model.desk.asked || model.desk.lock == StaffDesk::Lock::locked) return;
    model.desk.found = found;
}

// A code at the desk that is nobody's here: perhaps a thing that is to be lent to who is open.
static void unknown_code(Model& model, const PersonLookedUp& looked_up) {
    StaffDesk& desk = model.desk;
    desk.unknown.reset();
    if (desk.dossier && !desk.form && !looked_up.item.empty())
        desk.item = looked_up.item;
    else
        desk.unknown = StaffDesk::Unknown{looked_up.reason, model.monotonic};
}

// Who is open is being served: somebody touched them just now.
static bool is_busy(const Model& model, const AttendeeId& with_another) {
    const StaffDesk& desk = model.desk;
    const bool served = desk.dossier && desk.dossier->file.attendee.id != with_another &&
                        model.monotonic - desk.served_at < desk_served && !desk.told;
    return desk.form || served || desk.acting;
}

void person_looked_up(Model& model, const PersonLookedUp& looked_up) {
    using By = PersonLookedUp::By;
    StaffDesk& desk = model.desk;
    if (desk.lock == StaffDesk::Lock::locked) return;
    const bool scanned = looked_up.by == By::scanned;
    if (looked_up.by == By::changed) {
        const auto shown = desk.dossier ? desk.dossier->file.attendee.id : AttendeeId{};
        if (!looked_up.dossier || looked_up.dossier->file.attendee.id == shown) desk.dossier = looked_up.dossier;
        const bool by_hand = desk.form && desk.form->kind == DeskForm::Kind::by_hand;
        if (by_hand && (!desk.dossier || desk.dossier->inside != (desk.form->direction == Direction::out)))
            desk.form.reset(); // a door was first: the person's card shows it
        return;
    }
    desk.item.clear();
    if (!looked_up.dossier) {
        if (scanned) unknown_code(model, looked_up);
        return;
    }
    desk.unknown.reset();
    const auto& id = looked_up.dossier->file.attendee.id;
    if (desk.form || (scanned && is_busy(model, id))) { // what is under way is not lost by a badge
        desk.offered = StaffDesk::Offered{*looked_up.dossier, model.monotonic};
        return;
    }
    const bool dead = looked_up.reason != Reason::welcome; // staff see whose it was, and that it is good no more
    open_person(model, *looked_up.dossier, scanned && !dead ? ByHandWhy::at_desk : ByHandWhy::no_code);
    if (scanned) desk.touched_at = model.monotonic;
    desk.served_at = scanned ? model.monotonic - desk_served : model.monotonic; // the next badge may follow at once
    if (dead) desk.unknown = StaffDesk::Unknown{looked_up.reason, model.monotonic};
}

// Where no desk looks after discreet guests, all do.
bool is_for_desk(const Model& model, const OpenCall& open) {
    if (!open.call.guest) return true;
    const Programme& programme = model.programme;
    const Checkpoint* here = programme.checkpoint(model.settings.checkpoint);
    return (here && here->protocol) || std::ranges::none_of(programme.checkpoints, &Checkpoint::protocol);
}

// Heard at once; and then once a minute, while somebody waits who has called.
void ring(Model& model, Effects& effects) {
    static constexpr Milliseconds pause{60'000};
    if (mode_of(model) != Mode::desk) return;
    auto& rung_at = model.desk.rung_at;
    const bool waits = std::ranges::any_of(model.calls, [&](const OpenCall& open) {
        return open.call.state == Call::State::open && is_for_desk(model, open) && (!open.call.guest || !rung_at);
    });
    if (!waits || (rung_at && model.monotonic - *rung_at < pause)) return;
    rung_at = model.monotonic;
    effects.emplace_back(Sound{Sound::Kind::please_read});
}

void calls_changed(Model& model, Effects& effects, const CallsChanged& changed) {
    const auto is_new = [&](const OpenCall& open) {
        return is_for_desk(model, open) && std::ranges::find(model.calls, open.id, &OpenCall::id) == model.calls.end();
    };
    if (std::ranges::any_of(changed.open, is_new)) model.desk.rung_at.reset();
    model.calls = changed.open;
    ring(model, effects);
}

void desk_acted(Model& model, Effects& effects, const DeskActed& acted) {
    StaffDesk& desk = model.desk;
    const bool asked_for = desk.acting == acted.request;
    if (asked_for) desk.acting.reset();
    if (desk.lock == StaffDesk::Lock::locked) return;
    const bool by_itself = std::holds_alternative<ItemIsBack>(acted.request);
    if (!asked_for && !by_itself && !acted.fault) return; // a call that was taken: it is seen where it stands
    desk.told = StaffDesk::Told{acted, model.monotonic, std::nullopt};
    const bool of_one = acted.recorded.size() == 1 && desk.dossier;
    if (of_one && desk.dossier->file.attendee.id == acted.recorded.front().first) desk.told->of = desk.dossier->file;
    desk.changed_at = model.monotonic;
    if (const auto* change = std::get_if<ChangeMeeting>(&acted.request); change && desk.board) {
        desk.board->pick = StaffDesk::Board::Pick::nothing;
        ask_clerk(effects, OpenMeeting{change->meeting}); // what is free is another now, or somebody was faster
    }
    if (!asked_for || acted.fault) return; // the form stays: nothing that was typed is lost
    end_form(model);
    if (!desk.query.empty()) ask_clerk(effects, FindPeople{++desk.asked, desk.query});
}

} // namespace foyer
