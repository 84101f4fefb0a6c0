#include "kiosk/app/verdict_words.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace foyer {

namespace {

constexpr Msgid one_moment = "One moment, please"_t;
constexpr Msgid together = "We will sort this out together."_t;
constexpr Msgid gladly_help = "Our staff will gladly help you."_t;

constexpr std::array table{
    VerdictWords{Reason::welcome, VerdictKind::admitted, 1, "Welcome"_t, "We are glad that you are here."_t,
                 "First entry."_t},
    VerdictWords{Reason::welcome_back, VerdictKind::admitted, 2, "Welcome back"_t, "Good to see you again."_t,
                 "Back again. Re-entry is free."_t},
    VerdictWords{Reason::left, VerdictKind::admitted, 3, "See you soon"_t, "Thank you for coming."_t, "Went out."_t},
    VerdictWords{Reason::admitted_flagged, VerdictKind::admitted, 4, "Welcome"_t, "Please come in."_t,
                 "Let in and flagged: this code is not known here yet, and the centre is out of reach."_t},
    VerdictWords{Reason::again, VerdictKind::again, 5, "You are already checked in"_t, gladly_help,
                 "Single entry: this person has entered here before."_t},
    VerdictWords{Reason::not_yet_open, VerdictKind::wait, 6, "We open soon"_t,
                 "Thank you for waiting a little. We look forward to seeing you."_t,
                 "Too early for this door or for this person."_t},
    VerdictWords{Reason::closed, VerdictKind::ask_a_person, 7, one_moment, gladly_help,
                 "After the admitted time, or the summit is over."_t},
    VerdictWords{Reason::wrong_room, VerdictKind::go_elsewhere, 8, "Your session is in"_t,
                 "Our staff will gladly show you the way."_t, "Registered for another forum."_t},
    VerdictWords{Reason::not_invited, VerdictKind::ask_a_person, 9, one_moment, "Let us find your room together."_t,
                 "Not registered for this forum, nor for another one today."_t},
    VerdictWords{Reason::room_full, VerdictKind::full, 10, "This room is full"_t,
                 "Our staff will find a place for you."_t, "Came after the last free seat."_t},
    VerdictWords{Reason::outdated_badge, VerdictKind::ask_a_person, 11, one_moment,
                 "There is a newer badge for you. We will look together."_t, "Replaced by a newer badge."_t},
    VerdictWords{Reason::revoked, VerdictKind::ask_a_person, 12, one_moment, together,
                 "This badge was revoked. Check who is wearing it."_t},
    VerdictWords{Reason::withdrawn, VerdictKind::ask_a_person, 13, one_moment, together,
                 "The registration was withdrawn."_t},
    VerdictWords{Reason::forged, VerdictKind::ask_a_person, 14, one_moment, together,
                 "Looks like one of our codes, but was never issued."_t},
    VerdictWords{Reason::not_ours, VerdictKind::ask_a_person, 15, "That is another code"_t,
                 "Please show the QR code of your badge or invitation."_t, "A QR code of somebody else."_t},
    VerdictWords{Reason::unknown_offline, VerdictKind::ask_a_person, 16, one_moment, "Our staff will look you up."_t,
                 "Not known here yet, and the centre is out of reach: look the person up."_t},
    VerdictWords{Reason::cannot_record, VerdictKind::ask_a_person, 17, one_moment,
                 "This terminal is taking a short break. Our staff will check you in."_t,
                 "The terminal cannot write to its disk: nothing was recorded."_t},
    VerdictWords{Reason::unknown_key, VerdictKind::ask_a_person, 18, one_moment, "Our staff will look you up."_t,
                 "Signed with a key that is not known here: look the person up."_t},
    VerdictWords{Reason::retired_key, VerdictKind::ask_a_person, 19, one_moment,
                 "Our staff will give you a new badge."_t,
                 "Signed with a key that is no longer used: look the person up and print a new badge."_t},
    VerdictWords{Reason::by_hand, VerdictKind::admitted, 20, "Welcome"_t, "We are glad that you are here."_t,
                 "Checked in by staff."_t},
    VerdictWords{Reason::free_passage, VerdictKind::admitted, 21, "Please go on"_t, "All doors are open."_t,
                 "Emergency: every door lets everybody through."_t},
    VerdictWords{Reason::wrong_day, VerdictKind::wait, 22, "We look forward to seeing you"_t,
                 "Our staff will gladly help you."_t, "Registered for another day."_t},
    VerdictWords{Reason::category, VerdictKind::ask_a_person, 23, one_moment, "Let us find your room together."_t,
                 "This door is for other categories."_t},
    VerdictWords{Reason::unpaid, VerdictKind::ask_a_person, 24, one_moment, gladly_help,
                 "The roster says unpaid or incomplete."_t},
    VerdictWords{Reason::needs_person, VerdictKind::ask_a_person, 25, one_moment, gladly_help,
                 "The roster asks for a person: a document, a minor, or a question."_t},
    VerdictWords{Reason::to_table, VerdictKind::admitted, 26, "Your table is ready"_t,
                 "We are glad that you are here."_t, "Sent to the table of a meeting."_t},
    VerdictWords{Reason::meeting_later, VerdictKind::wait, 27, "Your meeting is later"_t,
                 "Thank you for coming early. Please scan again shortly before it begins."_t,
                 "Too early for this person's meeting."_t},
    VerdictWords{Reason::meeting_released, VerdictKind::wait, 28, "Your meeting cannot take place now"_t,
                 "Our staff will gladly find another time for you."_t,
                 "The table was given back: not everybody came."_t},
    VerdictWords{Reason::no_meeting, VerdictKind::wait, 29, "No meeting is planned for you now"_t, gladly_help,
                 "No meeting of this person is left."_t},
    VerdictWords{Reason::other_ticket, VerdictKind::ask_a_person, 30, "This code is for something else"_t,
                 "Please show the QR code of your badge or invitation for this summit."_t,
                 "Not on the roster: a ticket of something else, a payment, a contact, a boarding pass."_t},
};

} // namespace

std::span<const VerdictWords> all_verdict_words() { return table; }

const VerdictWords& words_for(Reason reason) {
    const auto found = std::ranges::find(table, reason, &VerdictWords::reason);
    assert(found != table.end());
    return *found;
}

} // namespace foyer
