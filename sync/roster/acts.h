// What staff at a desk do with people of the roster, each act in one transaction: it is on disk whole, or not at all.
// Runs on the ledger's thread. Faults: bad_input (names what is wrong), not_found (nobody of that id), not_allowed (a
// door's ledger), disk.
#pragma once

#include "sync/roster/guests.h"

namespace foyer {

// Checked in or out without a code: `happened` may be earlier than now (a list on paper). Who is inside already is
// passed over on the way in. One fact a person, of reason by_hand; `why` is kept in it and holds nothing personal.
struct ByHand {
    std::vector<AttendeeId> who;
    Direction direction = Direction::in;
    Instant happened;
    std::string why; // "no_code", "from_paper"...
};
struct Recorded {
    AttendeeId who;
    FactId fact;
    bool operator==(const Recorded&) const = default;
};
Result<std::vector<Recorded>> check_by_hand(Ledger& ledger, const Checkpoint& checkpoint, const ByHand& act);

// Takes back what was recorded of them: it counts no more, and stays readable.
Result<> take_back(Ledger& ledger, std::span<const Recorded> facts, const std::string& why);

// Somebody comes instead of somebody else: delegation, seat, forums, meetings and category move to them, all codes of
// who does not come die, and a note on both says, by numbers, who came instead and who allowed it. `guest`: language
// and organisation may be empty, then they are as before.
Result<AddedGuest> substitute(Ledger& ledger, const AttendeeId& instead_of, NewGuest guest,
                              const std::string& allowed_by);

// What is on their badge: names and organisation as of `guest`, where they differ; its other fields are not looked at.
// Language, rights, seat and codes stay, and so does what a guest without a code is known by. `by`: the number of
// whoever of the staff did it, in a note; "": not known.
Result<> edit_guest(Ledger& ledger, const AttendeeId& who, const NewGuest& guest, const std::string& by = {});

// What the roster asked staff to see to (`Hold`) is seen to; `settled`, "settled by 0007", goes into a note. The next
// import asks again as long as its file does.
Result<> settle_hold(Ledger& ledger, const AttendeeId& who, const std::string& settled);

// A badge with a fresh code, to be printed first: nothing is written, and the badge that they have opens doors still.
struct FreshBadge {
    BadgeId id;
    AttendeeId who;
    int revision = 1;
    std::string code; // never logged
    std::optional<BadgeId> replaces;
};
Result<FreshBadge> fresh_badge(const Ledger& ledger, const AttendeeId& who);
// It is out of the printer: now it is good, and the badge before is dead; an invitation stays good.
Result<> issue_printed(Ledger& ledger, const FreshBadge& fresh, const BadgePrinted& printed);
// It was given to `to` ("": to whom it belongs).
Result<> hand_over(Ledger& ledger, const BadgeId& badge, const BadgeHandedOver& given);

} // namespace foyer
