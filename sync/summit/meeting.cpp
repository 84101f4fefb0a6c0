#include "sync/summit/meeting.h"

#include <algorithm>

namespace foyer {

void apply(const MeetingRuns& otherwise, Meeting& meeting) {
    if (otherwise.table && *otherwise.table != meeting.table) {
        meeting.moved_from.push_back(meeting.table);
        meeting.table = *otherwise.table;
    }
    if (otherwise.interpreter) meeting.interpreter = otherwise.interpreter;
    if (!otherwise.parties.empty()) meeting.parties = otherwise.parties;
    using Then = MeetingRuns::Then;
    if (otherwise.then == Then::as_it_is) return;
    meeting.state = otherwise.then == Then::released ? Meeting::State::released : Meeting::State::planned;
}

bool takes_part(const Meeting& meeting, const AttendeeId& who) {
    return meeting.interpreter == who || std::ranges::count(meeting.parties, who) > 0;
}

std::vector<AttendeeId> everybody(const Meeting& meeting) {
    auto all = meeting.parties;
    if (meeting.interpreter) all.push_back(*meeting.interpreter);
    return all;
}

} // namespace foyer
