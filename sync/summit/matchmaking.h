// The rules of meetings: which one a scan is about, who of it is there, and what stands in the way of another table or
// interpreter. Pure; everything is asked of what the node knows.
#pragma once

#include "sync/summit/admit.h"

namespace foyer {

// Whoever comes so early is there for the meeting; before that it is told when it is.
inline constexpr Milliseconds meeting_opens_before{Milliseconds{std::chrono::minutes{20}}};
// In the last minutes of one meeting a scan is about the next, where that follows at once.
inline constexpr Milliseconds meeting_closing{Milliseconds{std::chrono::minutes{5}}};

// The answer to a good badge where meetings are: to the table, or when and where, or why not.
void answer_at_meetings(Verdict& verdict, const View& view, const Checkpoint& checkpoint, Instant now);

// Are they at the table for this meeting? Who scanned for it, at its table or one it was moved from; or who has not
// left since the meeting before, at the same table.
[[nodiscard]] bool is_there(const View& view, const Meeting& meeting, const AttendeeId& who);
[[nodiscard]] std::vector<AttendeeId> missing(const View& view, const Meeting& meeting);
// Is it so late, of what is still planned and not over, that staff hear of who is missing; that the table is given
// back, because one of the parties has not come?
[[nodiscard]] bool alerts(const View& view, const Meeting& meeting, Instant now);
[[nodiscard]] bool lapses(const View& view, const Meeting& meeting, Instant now);

// Another meeting that is at this table, or that they take part in, while `meeting` is. None: it is free, or they are.
[[nodiscard]] const Meeting* taken_by(std::span<const Meeting> all, const Meeting& meeting, const PlaceId& table);
[[nodiscard]] const Meeting* busy_in(std::span<const Meeting> all, const Meeting& meeting, const AttendeeId& who);

[[nodiscard]] const Meeting* meeting_of(std::span<const Meeting> all, const MeetingId& id); // none: there is none

} // namespace foyer
