#include "kiosk/terminal/arrivals.h"

#include <algorithm>

#include "kiosk/app/calendar.h"

namespace foyer {

namespace {

// Two doors that let the same guest in on one day speak of one card.
std::string arrival_id(const AttendeeId& who, Day day) {
    const std::string name = who.text + " " + std::to_string(day.time_since_epoch().count());
    return "arrival-" + to_hex(hash({as_bytes(name)}).view().first(8));
}

bool waits_already(const Ledger& ledger, const AttendeeId& who) {
    return std::ranges::any_of(ledger.open_calls(), [&](const auto& entry) {
        return entry.second.guest == who && !entry.second.case_number.empty();
    });
}

} // namespace

std::optional<Draft> arrival_of(const Ledger& ledger, const Checkpoint& checkpoint, const Outcome& outcome) {
    const Summit& summit = ledger.programme().summit;
    if (!outcome.attendee || !summit.discreet.contains(outcome.attendee->category)) return std::nullopt;
    const AttendeeId& who = outcome.attendee->id;
    std::string id;
    if (outcome.verdict.reason == Reason::welcome) {
        id = arrival_id(who, day_of(summit, outcome.read_at));
        if (ledger.call(id)) return std::nullopt; // told of at another door
    } else {
        if (outcome.verdict.kind != VerdictKind::ask_a_person || waits_already(ledger, who)) return std::nullopt;
        id = "arrival-" + to_hex(random_bytes(8));
    }
    const Call card{checkpoint.id, outcome.read_at, Call::State::open, {}, std::nullopt, who, outcome.case_number};
    return Draft{{SubjectKind::call, std::move(id)}, card, outcome.read_at};
}

} // namespace foyer
