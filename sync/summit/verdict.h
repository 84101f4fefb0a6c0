// What a checkpoint answers to one code. A refusal is an ordinary value, never an error.
//
// `kind` decides colour, shape and sound; `reason` decides the words. Public words for every reason are courteous: a
// guest never reads "forged" or "revoked" (invariant 6); staff read the reason.
#pragma once

#include <optional>
#include <string>

#include "sync/summit/words.h"

namespace foyer {

enum class VerdictKind {
    admitted,     // green disc, tick
    again,        // amber: a single-entry checkpoint saw this person before
    go_elsewhere, // amber square plate, arrow: right guest, other room
    full,         // amber diamond, people
    wait,         // amber: not yet open
    ask_a_person  // red octagon, person at a desk; a case number
};

enum class Reason {
    welcome,          // first entry
    welcome_back,     // re-entry, free
    left,             // out-checkpoint
    admitted_flagged, // unknown code while out of contact, rule "admit and flag"
    again,            // single entry used up
    not_yet_open,
    closed,         // the admitted window or the summit is over
    wrong_room,     // registered for another forum: `go_to` names its room
    not_invited,    // this forum needs a registration that they lack, and none elsewhere
    room_full,      // `go_to` names the overflow room, if any
    outdated_badge, // replaced by a newer one
    revoked,
    withdrawn,        // the registration was withdrawn
    forged,           // looks like a Foyer code, but was never issued (or its signature is wrong)
    not_ours,         // some other QR code, of which nothing more can be told
    unknown_offline,  // well-formed, unknown here, and this door has been out of contact
    cannot_record,    // the ledger could not write: nobody may see green
    unknown_key,      // a signed code, by a key that is not known here although the centre was heard
    retired_key,      // a signed code, by a key that counts no more
    by_hand,          // checked in by staff at a desk, without a code
    free_passage,     // an emergency: every door is open
    wrong_day,        // admitted on another day
    category,         // this checkpoint is for others
    unpaid,           // or incomplete, as the roster says
    needs_person,     // a document, a minor, a question, as the roster says
    to_table,         // of a meeting: `go_to` is its table
    meeting_later,    // theirs begins at `opens`, at the table `go_to`
    meeting_released, // theirs does not take place: somebody was missing for too long
    no_meeting,       // nothing is left for them to meet for
    other_ticket,     // by its form for something else: a ticket of another event, a payment, a contact
};

struct Verdict {
    VerdictKind kind = VerdictKind::ask_a_person;
    Reason reason = Reason::not_ours;
    std::optional<AttendeeId> attendee;
    std::optional<BadgeId> badge;
    std::optional<PlaceId> go_to;     // for go_elsewhere and full; of a meeting its table
    std::optional<SessionId> session; // the session meant: theirs now or next
    std::optional<Instant> opens;     // for wait
    std::optional<Instant> before;    // for again: when they entered
    std::optional<MeetingId> meeting; // that is meant
    bool operator==(const Verdict&) const = default;
};

bool is_admission(VerdictKind kind);     // green: an entered (or left) fact must be on disk before it is shown
std::string_view name(VerdictKind kind); // "admitted", "go elsewhere"... for logs, JSON, tables
inline constexpr Reason last_reason = Reason::other_ticket;
std::string_view name(Reason reason); // "wrong_room"... stable: rows and exports have it, facts the number

std::optional<Reason> reason_named(std::string_view name);

} // namespace foyer
