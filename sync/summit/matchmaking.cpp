#include "sync/summit/matchmaking.h"

#include <algorithm>

namespace foyer {

namespace {

bool is_planned(const Meeting& meeting) { return meeting.state == Meeting::State::planned; }

bool overlap(const Meeting& a, const Meeting& b) { return a.starts < b.ends && b.starts < a.ends; }

struct Meant {
    const Meeting *due = nullptr, *later = nullptr, *released = nullptr;
};

// Theirs, in the order of their starts.
Meant meant_by(std::span<const Meeting> all, const AttendeeId& who, Instant now) {
    Meant meant;
    for (const Meeting& meeting : all) {
        if (meeting.ends <= now || !takes_part(meeting, who)) continue;
        const bool open = meeting.starts - meeting_opens_before <= now;
        if (!is_planned(meeting)) {
            if (open) meant.released = &meeting;
        } else if (!open) {
            if (!meant.later) meant.later = &meeting;
        } else if (!meant.due || meant.due->ends - meeting_closing <= now) {
            meant.due = &meeting;
        }
    }
    return meant;
}

} // namespace

void answer_at_meetings(Verdict& verdict, const View& view, const Checkpoint& checkpoint, Instant now) {
    const Meant meant = meant_by(view.meetings(), *verdict.attendee, now);
    const auto about = [&](const Meeting& meeting, VerdictKind kind, Reason reason) {
        verdict.kind = kind;
        verdict.reason = reason;
        verdict.meeting = meeting.id;
        verdict.go_to = meeting.table;
        verdict.session.reset();
    };
    if (meant.due && view.programme().is_inside(meant.due->table, checkpoint.place))
        return about(*meant.due, VerdictKind::admitted, Reason::to_table);
    if (meant.due) return about(*meant.due, VerdictKind::go_elsewhere, Reason::wrong_room);
    if (meant.released) return about(*meant.released, VerdictKind::wait, Reason::meeting_released);
    verdict.kind = VerdictKind::wait;
    verdict.reason = Reason::no_meeting;
    if (!meant.later) return;
    about(*meant.later, VerdictKind::wait, Reason::meeting_later);
    verdict.opens = meant.later->starts;
}

bool is_there(const View& view, const Meeting& meeting, const AttendeeId& who) {
    const auto scanned_at = [&](const PlaceId& table) {
        const auto last = view.presence(who, table).last_entered;
        return last && *last >= meeting.starts - meeting_opens_before && *last < meeting.ends;
    };
    if (scanned_at(meeting.table) || std::ranges::any_of(meeting.moved_from, scanned_at)) return true;
    if (!view.presence(who, meeting.table).inside) return false;
    return std::ranges::any_of(view.meetings(), [&](const Meeting& before) {
        const Milliseconds pause = meeting.starts - before.ends;
        return is_planned(before) && before.table == meeting.table && takes_part(before, who) &&
               pause >= Milliseconds{0} && pause <= meeting_opens_before && is_there(view, before, who);
    });
}

std::vector<AttendeeId> missing(const View& view, const Meeting& meeting) {
    auto all = everybody(meeting);
    std::erase_if(all, [&](const AttendeeId& who) { return is_there(view, meeting, who); });
    return all;
}

static bool is_late(const Meeting& meeting, Milliseconds by, Instant now) {
    return is_planned(meeting) && now >= meeting.starts + by && now < meeting.ends;
}

bool alerts(const View& view, const Meeting& meeting, Instant now) {
    return is_late(meeting, view.programme().summit.no_show, now) && !missing(view, meeting).empty();
}

bool lapses(const View& view, const Meeting& meeting, Instant now) {
    const Milliseconds after = view.programme().summit.release_after;
    if (after <= Milliseconds{0} || !is_late(meeting, after, now)) return false;
    return std::ranges::any_of(meeting.parties, [&](const AttendeeId& who) { return !is_there(view, meeting, who); });
}

const Meeting* taken_by(std::span<const Meeting> all, const Meeting& meeting, const PlaceId& table) {
    const auto found = std::ranges::find_if(all, [&](const Meeting& other) {
        return other.id != meeting.id && is_planned(other) && other.table == table && overlap(other, meeting);
    });
    return found == all.end() ? nullptr : &*found;
}

const Meeting* busy_in(std::span<const Meeting> all, const Meeting& meeting, const AttendeeId& who) {
    const auto found = std::ranges::find_if(all, [&](const Meeting& other) {
        return other.id != meeting.id && is_planned(other) && takes_part(other, who) && overlap(other, meeting);
    });
    return found == all.end() ? nullptr : &*found;
}

const Meeting* meeting_of(std::span<const Meeting> all, const MeetingId& id) {
    const auto found = std::ranges::find(all, id, &Meeting::id);
    return found == all.end() ? nullptr : &*found;
}

} // namespace foyer
