#include "kiosk/app/sessions.h"

#include <algorithm>

namespace foyer {

namespace {

// The nearest place, from `id` outwards, that `has` what is asked for.
template <class Has>
const Place* nearest(const Programme& programme, const PlaceId& id, Has has) {
    const Place* at = programme.place(id);
    // Bounded, so that a ring of parents in a bad import ends.
    for (std::size_t steps = 0; at && steps <= programme.places.size(); ++steps) {
        if (has(*at)) return at;
        at = at->parent ? programme.place(*at->parent) : nullptr;
    }
    return nullptr;
}

// Smaller is better.
struct Rank {
    int when;
    Instant starts;
    int plenary;
    auto operator<=>(const Rank&) const = default;
};

GuestSession::When when_is(const Programme& programme, const Session& session, const PlaceId& here, Instant now) {
    using enum GuestSession::When;
    if (!is_on(session, now)) return next;
    return programme.is_inside(session.place, here) ? on_here : on_elsewhere;
}

} // namespace

bool is_on(const Session& session, Instant now) { return session.starts <= now && now < session.ends; }

std::optional<GuestSession> session_for(const Programme& programme, std::span<const ForumId> forums,
                                        const PlaceId& here, Instant now) {
    std::optional<GuestSession> best;
    Rank best_rank{};
    for (const Session& session : programme.sessions) {
        const bool theirs = !session.forum || std::ranges::count(forums, *session.forum) > 0;
        if (!theirs || session.ends <= now || session.kind == SessionKind::break_) continue;
        const auto when = when_is(programme, session, here, now);
        // Of two that are on, the one that began last: a round table within a forum that spans the whole day.
        const bool on = when != GuestSession::When::next;
        const Rank rank{static_cast<int>(when), on ? Instant{-session.starts.time_since_epoch()} : session.starts,
                        session.forum ? 0 : 1};
        if (best && !(rank < best_rank)) continue;
        best = GuestSession{&session, when};
        best_rank = rank;
    }
    return best;
}

std::vector<Day> days_of(const Programme& programme) {
    std::vector<Day> days; // sessions are sorted by start
    for (const Session& session : programme.sessions)
        if (const Day day = day_of(programme.summit, session.starts); days.empty() || days.back() != day)
            days.push_back(day);
    return days;
}

Day day_to_show(const Programme& programme, Instant now) {
    const Day today = day_of(programme.summit, now);
    const auto days = days_of(programme);
    const auto next = std::ranges::find_if(days, [&](Day day) { return day >= today; });
    if (next != days.end()) return *next;
    return days.empty() ? today : days.back();
}

PlaceId room_of(const Programme& programme, const PlaceId& place) {
    const Place* found = nearest(programme, place, [](const Place& p) { return !p.code.empty(); });
    return found ? found->id : place;
}

std::vector<PlaceId> rooms_of(const Programme& programme) {
    std::vector<PlaceId> rooms;
    for (const Session& session : programme.sessions) {
        PlaceId room = room_of(programme, session.place);
        if (programme.place(room) && std::ranges::count(rooms, room) == 0) rooms.push_back(std::move(room));
    }
    std::ranges::stable_sort(rooms, {}, [&](const PlaceId& room) {
        const std::string& code = programme.place(room)->code;
        return std::pair{code.empty(), code};
    });
    return rooms;
}

std::string room_code(const Programme& programme, const PlaceId& place) {
    const Place* found = nearest(programme, place, [](const Place& p) { return !p.code.empty(); });
    return found ? found->code : "";
}

Label level_words(const Voice& voice, const Programme& programme, const PlaceId& place) {
    const Place* found = nearest(programme, place, [](const Place& p) { return !p.level.empty(); });
    return found ? voice.of(found->level) : Label{};
}

int colour_of(const Programme& programme, const std::optional<ForumId>& forum) {
    if (!forum) return -1;
    const auto found = std::ranges::find(programme.forums, *forum, &Forum::id);
    return found == programme.forums.end() ? -1 : static_cast<int>(found - programme.forums.begin());
}

std::optional<Seats> seats_in(const Programme& programme, const Occupancies& occupancies, const PlaceId& id) {
    const Place* place = programme.place(id);
    if (!place || !place->capacity) return std::nullopt;
    const auto found = occupancies.find(id);
    const View::Occupancy now = found == occupancies.end() ? View::Occupancy{} : found->second;
    Seats seats;
    seats.empty = std::max(0, *place->capacity - now.inside);
    // The rule of the door (admit): a guest who registered and has not come yet holds a seat.
    seats.free = std::max(0, seats.empty - now.registered_absent);
    seats.scarce = seats.free <= std::max(3, *place->capacity / 20);
    return seats;
}

} // namespace foyer
