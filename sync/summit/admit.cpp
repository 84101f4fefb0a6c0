#include "sync/summit/admit.h"

#include <algorithm>

#include "sync/summit/matchmaking.h"

namespace foyer {

namespace {

bool is_registered(const Attendee& who, const ForumId& forum) { return std::ranges::count(who.forums, forum) > 0; }

// Those whom a full room never refuses.
bool has_reserved_place(const Attendee& who) {
    using enum Category;
    return who.category == speaker || who.category == vip || who.category == staff || who.category == crew ||
           who.category == interpreter || !who.seat.empty();
}

// The session at `where` that runs now or comes next.
const Session* session_at(const Programme& programme, const PlaceId& where, Instant now) {
    const auto found = std::ranges::find_if(
        programme.sessions, [&](const Session& s) { return s.ends > now && programme.is_inside(s.place, where); });
    return found == programme.sessions.end() ? nullptr : &*found; // sessions are sorted by start
}

// The attendee's own session now or next: of their forums, or for everybody.
const Session* session_of(const Programme& programme, const Attendee& who, Instant now) {
    const auto theirs = [&](const Session& s) { return s.ends > now && (!s.forum || is_registered(who, *s.forum)); };
    const auto found = std::ranges::find_if(programme.sessions, theirs);
    return found == programme.sessions.end() ? nullptr : &*found;
}

Reason reason_of_foreign(Presented::Use use, bool in_contact) {
    if (use == Presented::Use::other) return Reason::other_ticket;
    if (!in_contact) return Reason::unknown_offline; // may be somebody's ticket: not all of the roster may be here
    return use == Presented::Use::ticket ? Reason::other_ticket : Reason::not_ours;
}

Verdict unknown(const Presented& code, const View& view, const Checkpoint& checkpoint, Instant now) {
    using Form = Presented::Form;
    if (code.form == Form::foreign)
        return {VerdictKind::ask_a_person, reason_of_foreign(code.use, view.in_contact(now))};
    if (code.form == Form::retired_key) return {VerdictKind::ask_a_person, Reason::retired_key};
    const bool unknown_key = code.form == Form::unknown_key;
    if (code.form == Form::forged || view.in_contact(now))
        return {VerdictKind::ask_a_person, unknown_key ? Reason::unknown_key : Reason::forged};
    // It, or its key, may have been issued a minute ago: the network being away must never accuse a guest.
    if (checkpoint.unknown_code == UnknownCodeRule::admit_and_flag)
        return {VerdictKind::admitted, Reason::admitted_flagged};
    return {VerdictKind::ask_a_person, Reason::unknown_offline};
}

// Is the badge good, whoever wears it?
std::optional<Reason> badge_trouble(const Badge& badge, const Attendee& who) {
    if (badge.state == BadgeState::revoked) return Reason::revoked;
    if (badge.state == BadgeState::replaced) return Reason::outdated_badge;
    if (who.withdrawn) return Reason::withdrawn;
    return std::nullopt;
}

std::chrono::local_days day_of(const Programme& programme, Instant when) {
    const std::chrono::local_time<Milliseconds> local{(when + programme.summit.utc_offset).time_since_epoch()};
    return std::chrono::floor<std::chrono::days>(local);
}

// Does the roster, or this checkpoint, send them to staff first?
std::optional<Reason> held_back(const Attendee& who, const Checkpoint& checkpoint) {
    if (who.hold == Hold::unpaid || who.hold == Hold::incomplete) return Reason::unpaid;
    if (who.hold != Hold::none) return Reason::needs_person;
    if (!checkpoint.categories.empty() && !checkpoint.categories.contains(who.category)) return Reason::category;
    return std::nullopt;
}

// Is it time? Fills kind, reason and `opens` when it is not.
bool is_time(Verdict& verdict, const Attendee& who, const Programme& programme, const Checkpoint& checkpoint,
             Instant now) {
    const auto wait_until = [&](Instant opens) {
        verdict.kind = VerdictKind::wait;
        verdict.reason = Reason::not_yet_open;
        verdict.opens = opens;
        return false;
    };
    if (who.admitted_from && now < *who.admitted_from) {
        wait_until(*who.admitted_from);
        if (day_of(programme, *who.admitted_from) != day_of(programme, now)) verdict.reason = Reason::wrong_day;
        return false;
    }
    if (who.admitted_until && now >= *who.admitted_until) return verdict.reason = Reason::closed, false;
    const Session* session = session_at(programme, checkpoint.place, now);
    const auto opens = [&](const Session& s) { return s.doors_open.value_or(s.starts - checkpoint.opens_before); };
    if (session && now < opens(*session)) {
        // Between two sessions of a room the door stays open.
        const bool open_since_earlier = std::ranges::any_of(programme.sessions, [&](const Session& s) {
            return s.ends <= now && s.ends + checkpoint.opens_before >= session->starts &&
                   programme.is_inside(s.place, checkpoint.place);
        });
        if (!open_since_earlier) return wait_until(opens(*session));
    }
    if (!session && now >= programme.summit.ends) return verdict.reason = Reason::closed, false;
    return true;
}

// Is it their room? Only where the checkpoint asks for the forum's own guests.
bool is_their_room(Verdict& verdict, const Attendee& who, const Programme& programme, const Checkpoint& checkpoint,
                   Instant now) {
    const Forum* here = programme.forum_at(checkpoint.place);
    const bool open_to_them = !checkpoint.forum_only || !here || who.forums.empty() || is_registered(who, here->id) ||
                              has_reserved_place(who);
    if (open_to_them) return true;
    for (const Session& session : programme.sessions) {
        if (session.ends <= now || !session.forum || !is_registered(who, *session.forum)) continue;
        verdict.kind = VerdictKind::go_elsewhere;
        verdict.reason = Reason::wrong_room;
        verdict.go_to = session.place;
        verdict.session = session.id;
        return false;
    }
    verdict.reason = Reason::not_invited;
    return false;
}

// Order of claim: reserved places, then those registered for this forum, then everybody else.
bool has_room(const View& view, const Attendee& who, const Checkpoint& checkpoint) {
    const Programme& programme = view.programme();
    const Place* place = programme.place(checkpoint.place);
    if (!place || !place->capacity || has_reserved_place(who)) return true;
    const View::Occupancy now = view.occupancy(checkpoint.place);
    const Forum* here = programme.forum_at(checkpoint.place);
    const bool claims = here && is_registered(who, here->id);
    return now.inside + (claims ? 0 : now.registered_absent) < *place->capacity;
}

// Nobody is asked anything, whatever the code is.
Verdict let_through(const std::optional<Badge>& badge, const Checkpoint& checkpoint) {
    const bool out = checkpoint.direction == Direction::out;
    Verdict verdict{VerdictKind::admitted, out ? Reason::left : Reason::free_passage};
    if (badge) verdict.attendee = badge->attendee;
    if (badge) verdict.badge = badge->id;
    return verdict;
}

} // namespace

Verdict admit(const Presented& code, const View& view, const Checkpoint& checkpoint, Instant now) {
    const auto badge = view.badge_of(code);
    if (view.programme().emergency.state == Emergency::State::on) return let_through(badge, checkpoint);
    if (!badge) return unknown(code, view, checkpoint, now);
    const auto who = view.attendee(badge->attendee);
    // A badge whose holder has not arrived here yet: both come with the same replication.
    if (!who) return {VerdictKind::ask_a_person, Reason::unknown_offline, std::nullopt, badge->id};

    const Programme& programme = view.programme();
    Verdict verdict{VerdictKind::ask_a_person, Reason::welcome, who->id, badge->id};
    if (const auto trouble = badge_trouble(*badge, *who)) return verdict.reason = *trouble, verdict;
    if (const Session* session = session_of(programme, *who, now)) verdict.session = session->id;
    if (checkpoint.direction == Direction::out) {
        verdict.kind = VerdictKind::admitted;
        verdict.reason = Reason::left;
        return verdict;
    }
    if (const auto held = held_back(*who, checkpoint)) return verdict.reason = *held, verdict;
    if (checkpoint.mode == Mode::meeting) return answer_at_meetings(verdict, view, checkpoint, now), verdict;
    if (!is_time(verdict, *who, programme, checkpoint, now)) return verdict;
    if (!is_their_room(verdict, *who, programme, checkpoint, now)) return verdict;

    const View::Presence presence = view.presence(who->id, checkpoint.place);
    if (presence.first_entered && checkpoint.single_entry) {
        verdict.kind = VerdictKind::again;
        verdict.reason = Reason::again;
        verdict.before = presence.first_entered;
        return verdict;
    }
    if (!presence.inside && !has_room(view, *who, checkpoint)) {
        verdict.kind = VerdictKind::full;
        verdict.reason = Reason::room_full;
        verdict.go_to = programme.place(checkpoint.place)->overflow;
        return verdict;
    }
    verdict.kind = VerdictKind::admitted;
    verdict.reason = presence.first_entered ? Reason::welcome_back : Reason::welcome;
    return verdict;
}

} // namespace foyer
