#include "sync/summit/overrun.h"

#include <algorithm>

namespace foyer {

static constexpr Milliseconds just_ended{300'000};
static constexpr Milliseconds day_most{std::chrono::hours{14}}; // what comes later is another day's

static Draft runs(const Session& session, Instant starts, Instant ends, std::optional<Instant> doors_open,
                  Instant now) {
    return {{SubjectKind::session, session.id.text}, SessionRuns{starts, ends, doors_open}, now};
}

const Session* session_at_door(const Programme& programme, const PlaceId& place, Instant now) {
    const auto is_here = [&](const Session& session) {
        return session.kind != SessionKind::break_ && programme.is_inside(session.place, place);
    };
    const Session* ended = nullptr;
    for (const Session& session : programme.sessions) { // sorted by start
        if (!is_here(session)) continue;
        if (session.starts <= now && now < session.ends) return &session;
        if (session.ends <= now && now - session.ends <= just_ended) ended = &session;
        if (session.starts > now) return ended ? ended : session.starts - now < day_most ? &session : nullptr;
    }
    return ended;
}

std::vector<Draft> runs_longer(const Programme& programme, const Session& session, Milliseconds by, Instant now) {
    std::vector<Draft> drafts{runs(session, session.starts, session.ends + by, session.doors_open, now)};
    Instant free_from = session.ends + by;
    for (const Session& next : programme.sessions) {
        const bool follows = next.place == session.place && next.starts >= session.ends && next.id != session.id &&
                             next.starts - session.ends < day_most;
        if (!follows) continue;
        if (next.starts >= free_from) break;
        const Milliseconds late = free_from - next.starts;
        // A break gives what it has.
        const Instant ends = next.kind == SessionKind::break_ ? std::max(next.ends, free_from) : next.ends + late;
        drafts.push_back(runs(next, free_from, ends, next.doors_open, now));
        free_from = ends;
    }
    return drafts;
}

std::vector<Draft> has_ended(const Session& session, Instant now) {
    return {runs(session, std::min(session.starts, now), now, session.doors_open, now)};
}

std::vector<Draft> opens_now(const Session& session, Instant now) {
    return {runs(session, session.starts, session.ends, now, now)};
}

} // namespace foyer
