#include "kiosk/terminal/exits.h"

#include <algorithm>

namespace foyer {

// What ended last in the room, when it is over for good or for a pause.
static const Session* session_over(const Programme& programme, const PlaceId& room, Instant now) {
    const Session* last = nullptr;
    const Session* next = nullptr;
    for (const Session& session : programme.sessions) { // sorted by start
        if (session.place != room || session.kind == SessionKind::break_) continue;
        if (session.starts <= now && (!last || session.ends > last->ends)) last = &session;
        if (session.starts > now && !next) next = &session;
    }
    const bool over = last && last->ends + exits_grace <= now;
    return over && !(next && next->starts < last->ends + exits_pause) ? last : nullptr;
}

static bool somebody_scans_out(const Programme& programme, const PlaceId& room) {
    return std::ranges::any_of(programme.checkpoints, [&](const Checkpoint& checkpoint) {
        return checkpoint.direction == Direction::out && checkpoint.place == room;
    });
}

// A terminal that stands at no checkpoint of its enrolment speaks for the room when no other one does.
static bool speaks_for(const Ledger& ledger, const PlaceId& room) {
    if (ledger.dismissed(ledger.identity().device)) return false;
    for (const auto& [device, what] : ledger.enrolled()) { // by id
        const auto* at = what.checkpoint ? ledger.programme().checkpoint(*what.checkpoint) : nullptr;
        if (at && at->place == room && at->mode == Mode::room && !ledger.dismissed(device))
            return device == ledger.identity().device;
    }
    return true;
}

// It was assumed already, and somebody took it back.
static bool was_assumed(const Ledger& ledger, const AttendeeId& who, const Session& over) {
    const auto file = ledger.person_file(who);
    return file && std::ranges::any_of(file->attendance, [&](const AttendanceRow& row) {
               return row.event == "left" && !row.observed && row.place == over.place && row.happened == over.ends;
           });
}

std::vector<Draft> assumed_exits(const Ledger& ledger, const CheckpointId& here, Instant now) {
    const Programme& programme = ledger.programme();
    const Checkpoint* at = programme.checkpoint(here);
    if (!at || at->direction == Direction::out || programme.emergency.state == Emergency::State::on) return {};
    const Session* over = session_over(programme, at->place, now);
    if (!over || somebody_scans_out(programme, at->place) || !speaks_for(ledger, at->place)) return {};
    if (ledger.occupancy(at->place).inside == 0) return {}; // one look-up, where the list of all is many
    std::vector<Draft> drafts;
    for (const auto& one : ledger.whereabouts()) {
        if (one.place != at->place || one.seen >= over->ends) continue; // early for what comes next
        if (was_assumed(ledger, one.who, *over)) continue;
        drafts.push_back({subject_of(one.who), Left{at->place, here, std::nullopt, "session_over"}, over->ends, false});
        if (drafts.size() == exits_at_once) break; // the others with the next round
    }
    return drafts;
}

void assume_exits(Ledger& ledger, const CheckpointId& here) {
    const auto drafts = assumed_exits(ledger, here, ledger.now());
    if (!drafts.empty()) (void)ledger.append(drafts);
}

} // namespace foyer
