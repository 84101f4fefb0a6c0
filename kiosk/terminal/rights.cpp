#include "kiosk/terminal/rights.h"

#include "kiosk/terminal/decide.h"

namespace foyer {

namespace {

struct RoleFor {
    const Summit& summit;

    StaffRole operator()(const FindPeople& asked) const {
        return asked.query.empty() ? StaffRole::steward : StaffRole::supervisor;
    }
    StaffRole operator()(const LookUpPerson&) const { return StaffRole::supervisor; }
    StaffRole operator()(const CheckByHand& act) const {
        const bool absent = act.why == ByHandWhy::from_paper || act.why == ByHandWhy::delegation;
        return absent ? StaffRole::supervisor : StaffRole::steward;
    }
    StaffRole operator()(const TakeBack&) const { return StaffRole::supervisor; }
    StaffRole operator()(const AddGuest&) const {
        return summit.walk_ins == WalkIns::allowed ? StaffRole::steward : StaffRole::supervisor;
    }
    StaffRole operator()(const SubstituteGuest&) const { return StaffRole::supervisor; }
    StaffRole operator()(const EditGuest&) const { return StaffRole::supervisor; }
    StaffRole operator()(const SettleHold&) const { return StaffRole::supervisor; }
    StaffRole operator()(const ResolveCard&) const { return StaffRole::supervisor; }
    StaffRole operator()(const ShowRoll&) const { return StaffRole::supervisor; }
    StaffRole operator()(const PrintRoll&) const { return StaffRole::supervisor; }
    StaffRole operator()(const ChangeMeeting&) const { return StaffRole::supervisor; }
    StaffRole operator()(const KeepStand&) const { return StaffRole::admin; }
    template <class Other>
    StaffRole operator()(const Other&) const {
        return StaffRole::steward;
    }
};

} // namespace

StaffRole role_of(const Ledger& ledger, const AttendeeId& by) {
    if (by.text.empty()) return StaffRole::admin;
    const auto who = ledger.attendee(by);
    return who && !who->withdrawn ? who->role : StaffRole::none;
}

StaffRole role_for(const DeskRequest& request, const Summit& summit) { return std::visit(RoleFor{summit}, request); }

bool may_ask(const Ledger& ledger, const AttendeeId& by, const DeskRequest& request) {
    const Summit& summit = ledger.programme().summit;
    if (std::holds_alternative<AddGuest>(request) && summit.walk_ins == WalkIns::refused) return false;
    return role_of(ledger, by) >= role_for(request, summit);
}

DeskActed takes_supervisor(const DeskRequest& request, std::optional<Reason> refused) {
    DeskActed acted{.request = request, .fault = Fault{FaultKind::not_allowed, "this takes a supervisor"}};
    acted.needs = DeskActed::Needs::supervisor;
    acted.refused = refused;
    return acted;
}

std::optional<Reason> refused_in_person(const Ledger& ledger, const AttendeeId& who, const Checkpoint& checkpoint,
                                        Instant when) {
    Checkpoint inwards = checkpoint;
    inwards.direction = Direction::in;
    const Verdict verdict = admit({}, InPerson{ledger, who}, inwards, when);
    return is_admission(verdict.kind) ? std::nullopt : std::optional{verdict.reason};
}

} // namespace foyer
