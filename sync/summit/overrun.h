// Programmes overrun: what somebody at a room's door says of the session there, and what follows for those after it.
// Pure.
#pragma once

#include <functional>

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
// As it was planned. Doors that were opened early close again. What it pushed along comes back with it, as far as the
// one before it leaves room; what has begun by now stays, and so does all after it. `plan_of`: how a session was
// planned, none if it was not.
using PlanOf = std::function<std::optional<Session>(const SessionId&)>;
std::vector<Draft> as_planned(const Programme& programme, const Session& plan, const PlanOf& plan_of,
                              Milliseconds opens_before, Instant now);
// Does it run otherwise than planned: at another time, or with its door open since another?
bool is_off_plan(const Session& session, const Session& plan, Milliseconds opens_before);
// Its door opens now.
std::vector<Draft> opens_now(const Session& session, Instant now);

} // namespace foyer
