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

// Of the whole roster, whether or not they have come: asked once of a delegation, at a sign, where nobody waits.
static bool has_discreet(const Ledger& ledger, const DelegationId& party) {
    const Categories& discreet = ledger.programme().summit.discreet;
    if (discreet.empty()) return false;
    constexpr std::size_t portion = 500;
    std::vector<AttendeeId> ids = ledger.attendees_after({}, portion);
    for (; !ids.empty(); ids = ledger.attendees_after(ids.back(), portion))
        for (const AttendeeId& id : ids)
            if (const auto who = ledger.attendee(id);
                who && who->delegation == party && discreet.contains(who->category))
                return true;
    return false;
}

void Greeter::ledger_changed() {
    for (const AttendeeId& who : std::exchange(touched_, {})) notice(who);
}

void Greeter::notice(const AttendeeId& who) {
    const auto file = ledger_.person_file(who);
    if (!file || !file->attendee.delegation) return;
    const DelegationId& id = *file->attendee.delegation;
    const auto came = first_entry(*file);
    const Instant now = ledger_.now();
    if (!came || now - *came > comes_together) return;
    auto& party = parties_[id];
    if (!party.emplace(who, *came).second) return; // known
    const auto together =
        std::ranges::count_if(party, [&](const auto& entry) { return now - entry.second <= comes_together; });
    if (static_cast<std::size_t>(together) >= delegation_comes && !has_discreet(ledger_, id))
        tell_(DelegationArrived{id, *came});
}

} // namespace foyer
