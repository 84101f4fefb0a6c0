#include "kiosk/terminal/arrivals.h"

#include <algorithm>

#include "kiosk/app/guest.h"

namespace foyer {

namespace {

// Two doors that let the same guest in on one day speak of one card.
std::string arrival_id(const AttendeeId& who, const Summit& summit, Instant when) {
    const auto day = std::chrono::floor<std::chrono::days>(when + summit.utc_offset).time_since_epoch().count();
    const std::string name = who.text + " " + std::to_string(day);
    return "arrival-" + to_hex(hash({ByteView{Bytes(name.begin(), name.end())}}).view().first(8));
}

} // namespace

std::optional<Draft> arrival_of(const Ledger& ledger, const Checkpoint& checkpoint, const Outcome& outcome) {
    const Summit& summit = ledger.programme().summit;
    const Verdict& verdict = outcome.verdict;
    if (!is_discreet(summit, outcome.attendee)) return std::nullopt;
    const AttendeeId& who = outcome.attendee->id;
    Call card{checkpoint.id, outcome.read_at, Call::State::open, {}, std::nullopt, who, outcome.case_number};
    const auto written = [&](const std::string& id) {
        return Draft{{SubjectKind::call, id}, std::move(card), outcome.read_at};
    };
    if (verdict.reason == Reason::welcome) {
        const std::string id = arrival_id(who, summit, outcome.read_at);
        if (ledger.call(id)) return std::nullopt; // told of at another door
        return written(id);
    }
    if (verdict.kind != VerdictKind::ask_a_person) return std::nullopt;
    const bool told = std::ranges::any_of(ledger.open_calls(), [&](const auto& entry) {
        return entry.second.guest == who && !entry.second.case_number.empty();
    });
    if (told) return std::nullopt;
    return written("arrival-" + to_hex(random_bytes(8)));
}

} // namespace foyer
