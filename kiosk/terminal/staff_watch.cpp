#include "kiosk/terminal/staff_watch.h"

#include <utility>

#include "kiosk/terminal/decide.h"

namespace foyer {

bool StaffWatch::recognise(const Presented& code) {
    auto staff = staff_of(ledger_, code);
    if (!staff) return false;
    known_[staff->who] = {code, staff->role};
    tell_(std::move(*staff));
    return true;
}

// A badge dies by its own fact, or by that of its successor: which of them this one is costs a look-up.
void StaffWatch::touched(const Subject& subject) {
    if (subject.kind == SubjectKind::attendee && known_.contains({subject.id})) may_differ_ = true;
    if (subject.kind == SubjectKind::badge && !known_.empty()) may_differ_ = true;
}

void StaffWatch::ledger_changed() {
    if (!std::exchange(may_differ_, false)) return;
    for (auto& [who, known] : known_) {
        const auto staff = staff_of(ledger_, known.code);
        const StaffRole now = staff ? staff->role : StaffRole::none;
        if (std::exchange(known.role, now) != now) tell_(StaffChanged{who, now});
    }
}

} // namespace foyer
