#include "kiosk/terminal/greeter.h"

#include <algorithm>
#include <utility>

namespace foyer {

// None: they are not here, or everything of it was taken back.
static std::optional<Instant> first_entry(const PersonFile& file) {
    std::optional<Instant> first;
    for (const AttendanceRow& row : file.attendance)
        if (row.event == "entered" && !row.voided) first = std::min(first.value_or(row.happened), row.happened);
    return first;
}

void Greeter::ledger_changed() {
    for (const AttendeeId& who : std::exchange(touched_, {})) notice(who);
}

void Greeter::notice(const AttendeeId& who) {
    const auto file = ledger_.person_file(who);
    if (!file || !file->attendee.delegation) return;
    const auto came = first_entry(*file);
    const Instant now = ledger_.now();
    if (!came || now - *came > comes_together) return;
    Party& party = parties_[*file->attendee.delegation];
    if (ledger_.programme().summit.discreet.contains(file->attendee.category)) party.told = Party::Told::never;
    if (!party.came.emplace(who, *came).second) return; // known
    const auto together =
        std::ranges::count_if(party.came, [&](const auto& entry) { return now - entry.second <= comes_together; });
    if (party.told == Party::Told::by_name && static_cast<std::size_t>(together) >= delegation_comes)
        tell_(DelegationArrived{*file->attendee.delegation, *came});
}

} // namespace foyer
