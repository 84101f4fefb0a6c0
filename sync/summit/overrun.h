// Programmes overrun: what somebody at a room's door says of the session there, and what follows for those after it.
// Pure.
#pragma once

#include "sync/summit/payload.h"

namespace foyer {

// The session at `place` that is meant there now: one that ended in the last five minutes by its times (it may well be
// running still, though the next has its turn), else the one that is on, else the next of the day. None: nothing.
const Session* session_at_door(const Programme& programme, const PlaceId& place, Instant now);

// It ends so much later. What follows in its place and would begin before that moves as far as it must; a break gets
// shorter first.
std::vector<Draft> runs_longer(const Programme& programme, const Session& session, Milliseconds by, Instant now);
// It has ended. Nothing that follows moves.
std::vector<Draft> has_ended(const Session& session, Instant now);
// As it was planned, this one session: those that it pushed along stay where they are. Doors that were opened early
// close again.
std::vector<Draft> as_planned(const Session& plan, Milliseconds opens_before, Instant now);
// Its door opens now.
std::vector<Draft> opens_now(const Session& session, Instant now);

} // namespace foyer
