#include "sync/summit/overrun.h"

#include <algorithm>

namespace foyer {

static constexpr Milliseconds just_ended{300'000};
static constexpr Milliseconds day_most{std::chrono::hours{14}}; // what comes later is another day's

static Draft runs(const Session& session, const SessionRuns& otherwise, Instant now) {
    return {{SubjectKind::session, session.id.text}, otherwise, now};
}

const Session* session_at_door(const Programme& programme, const PlaceId& place, Instant now) {
    const auto is_here = [&](const Session& session) {
        return session.kind != SessionKind::break_ && programme.is_inside(session.place, place);
    };
    const Session *on = nullptr, *next = nullptr;
    for (const Session& session : programme.sessions) { // sorted by start
        if (!is_here(session)) continue;
        if (session.ends <= now && now - session.ends <= just_ended) return &session;
        if (!on && session.starts <= now && now < session.ends) on = &session;
        if (!next && session.starts > now && session.starts - now < day_most) next = &session;
    }
    return on ? on : next;
}

std::vector<Draft> runs_longer(const Programme& programme, const Session& session, Milliseconds by, Instant now) {
    std::vector<Draft> drafts{runs(session, {.ends = session.ends + by}, now)};
    Instant free_from = session.ends + by;
    for (const Session& next : programme.sessions) {
        const bool follows = next.place == session.place && next.starts >= session.ends && next.id != session.id &&
                             next.starts - session.ends < day_most;
        if (!follows) continue;
        if (next.starts >= free_from) break;
        const Milliseconds late = free_from - next.starts;
        // A break gives what it has.
        const Instant ends = next.kind == SessionKind::break_ ? std::max(next.ends, free_from) : next.ends + late;
        drafts.push_back(runs(next, {.starts = free_from, .ends = ends}, now));
        free_from = ends;
    }
    return drafts;
}

std::vector<Draft> has_ended(const Session& session, Instant now) {
    return {runs(session, {.starts = std::min(session.starts, now), .ends = now}, now)};
}

static Instant opens(const Session& session, Milliseconds opens_before) {
    return session.doors_open.value_or(session.starts - opens_before);
}

std::vector<Draft> as_planned(const Programme& programme, const Session& plan, const PlanOf& plan_of,
                              Milliseconds opens_before, Instant now) {
    const SessionRuns back{.starts = plan.starts, .ends = plan.ends, .doors_open = opens(plan, opens_before)};
    std::vector<Draft> drafts{runs(plan, back, now)};
    Instant free_from = plan.ends;
    for (const Session& next : programme.sessions) { // sorted by start
        const auto planned = next.place == plan.place && next.id != plan.id ? plan_of(next.id) : std::nullopt;
        if (!planned || planned->starts < plan.ends || planned->starts - plan.ends >= day_most) continue;
        const bool was_pushed = next.starts > planned->starts;
        if (!was_pushed || next.starts <= now) break;
        const Instant starts = std::max(planned->starts, free_from);
        // A break has its time again; a talk that was made longer by itself stays as long.
        const Instant ends =
            next.kind == SessionKind::break_ ? std::max(planned->ends, starts) : starts + (next.ends - next.starts);
        if (starts < next.starts) drafts.push_back(runs(next, {.starts = starts, .ends = ends}, now));
        free_from = ends;
    }
    return drafts;
}

bool is_off_plan(const Session& session, const Session& plan, Milliseconds opens_before) {
    return plan.starts != session.starts || plan.ends != session.ends ||
           opens(plan, opens_before) != opens(session, opens_before);
}

std::vector<Draft> opens_now(const Session& session, Instant now) { return {runs(session, {.doors_open = now}, now)}; }

} // namespace foyer
