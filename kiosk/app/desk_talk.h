// What the screen of a staff desk asks the desk thread, and what it is answered: values, no look-ups. The clerk in
// kiosk/terminal answers.
#pragma once

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/lists_talk.h"
#include "kiosk/app/meeting_talk.h"
#include "kiosk/app/stand.h"
#include "sync/summit/card.h"
#include "sync/summit/fault.h"

namespace foyer {

// --- asked ---

// People by a part of a name, organisation, telephone number, code or case number. The answer carries the number.
struct FindPeople {
    std::size_t number = 0;
    std::string query;
    bool operator==(const FindPeople&) const = default;
};
struct LookUpPerson {
    AttendeeId who;
    bool operator==(const LookUpPerson&) const = default;
};
// Why somebody is checked in or out without a code; kept in the fact by its name. What is behind `delegation` is chosen
// by staff.
enum class ByHandWhy {
    at_desk,
    no_code,
    from_paper,
    delegation,
    badge_forgotten,
    badge_unreadable,
    phone_empty,
    known_in_person,
    guided_group,
    other,
};
std::string_view name(ByHandWhy why);
// The reason that a fact begins with, "no_code over unpaid by 0007"; none: it says something else.
std::optional<ByHandWhy> by_hand_why(std::string_view said);
// At this desk's place. `happened` may be earlier than now: a list on paper.
struct CheckByHand {
    std::vector<AttendeeId> who;
    Direction direction = Direction::in;
    Instant happened;
    ByHandWhy why = ByHandWhy::no_code;
    bool operator==(const CheckByHand&) const = default;
};
// Why what was recorded is taken back; kept in the fact by its name.
enum class BackWhy { by_mistake, wrong_person, was_not_here };
std::string_view name(BackWhy why);
// The reason in what a fact says, "taken back at a desk, by mistake by 0007"; none: it says none.
std::optional<BackWhy> back_why(std::string_view said);
struct TakeBack {
    std::vector<std::pair<AttendeeId, FactId>> facts;
    BackWhy why = BackWhy::by_mistake;
    bool operator==(const TakeBack&) const = default;
};
// A guest who was not expected, and is checked in at once.
struct AddGuest {
    std::string name, latin_name, organisation;
    Category category = Category::guest;
    bool operator==(const AddGuest&) const = default;
};
struct SubstituteGuest {
    AttendeeId instead_of;
    std::string name, latin_name, organisation; // organisation "": as before
    std::string allowed_by;
    bool operator==(const SubstituteGuest&) const = default;
};
// What is on the badge: another name or organisation from now on; what they may do stays.
struct EditGuest {
    AttendeeId who;
    std::string name, latin_name, organisation;
    bool operator==(const EditGuest&) const = default;
};
struct PrintBadge {
    AttendeeId who;
    bool operator==(const PrintBadge&) const = default;
};
// Those of a delegation on one paper after the other, in this order.
struct PrintBadges {
    std::vector<AttendeeId> who;
    bool operator==(const PrintBadges&) const = default;
};
struct HandOverBadges {
    std::vector<BadgeId> badges;
    AttendeeId to; // who takes them along
    bool operator==(const HandOverBadges&) const = default;
};
struct HandOverBadge {
    AttendeeId who;
    BadgeId badge;
    AttendeeId to = {}; // the focal point; empty: whose it is
    bool operator==(const HandOverBadge&) const = default;
};
// What the roster asked staff to see to is seen to: nothing keeps them any more.
struct SettleHold {
    AttendeeId who;
    bool operator==(const SettleHold&) const = default;
};
// What a person made of a card of the conflict inbox.
struct ResolveCard {
    std::string card; // its id
    CardChoice choice = CardChoice::noted;
    bool operator==(const ResolveCard&) const = default;
};
// Of a room's door: what its session does otherwise than planned.
struct ChangeSession {
    SessionId session;
    enum class How { longer, ended, opens_now, as_planned } how = How::longer;
    Milliseconds by{0}; // of longer
    bool operator==(const ChangeSession&) const = default;
};
// A guest at this terminal wants staff.
struct CallStaffHere {
    bool operator==(const CallStaffHere&) const = default;
};
// A guest without a code says who they are: a name and what the summit asks for beside it.
struct ClaimToBe {
    std::string name, proof;
    bool operator==(const ClaimToBe&) const = default;
};
// Staff want to know how the terminal is.
struct ShowHealth {
    bool operator==(const ShowHealth&) const = default;
};
// An admin sets how the terminal stands: it keeps what is another thing than before.
struct KeepStand {
    Stand stand, before;
    bool operator==(const KeepStand&) const = default;
};
// Somebody takes a call, or is done with it; the terminal's own guest may be, too.
struct AnswerCall {
    std::string call; // its id
    Call::State state = Call::State::taken;
    bool operator==(const AnswerCall&) const = default;
};
struct LendItem {
    AttendeeId who;
    std::string item; // its own barcode
    bool operator==(const LendItem&) const = default;
};
// Nobody asks for it: what is out and scanned is back.
struct ItemIsBack {
    std::string item;
    AttendeeId from;
    bool operator==(const ItemIsBack&) const = default;
};
struct SetEmergency {
    Emergency::State state = Emergency::State::on;
    bool operator==(const SetEmergency&) const = default;
};
// Who is where, as far as anybody knows: numbers for the screen, names for paper.
struct ShowRoll {
    bool operator==(const ShowRoll&) const = default;
};
struct PrintRoll {
    std::string title, note; // in the language of the desk
    Language language;
    bool operator==(const PrintRoll&) const = default;
};
using DeskRequest =
    std::variant<FindPeople, LookUpPerson, CheckByHand, TakeBack, AddGuest, SubstituteGuest, PrintBadge, HandOverBadge,
                 ResolveCard, ChangeSession, CallStaffHere, AnswerCall, LendItem, ItemIsBack, SetEmergency, ShowRoll,
                 PrintRoll, ClaimToBe, ShowHealth, EditGuest, OpenMeeting, ChangeMeeting, SettleHold, PrintBadges,
                 HandOverBadges, SettleCase, LookUpCase, ShowLoans, PrintLoans, KeepStand>;

// --- answered ---

struct FoundPerson {
    AttendeeId id;
    Person person;
    Wording organisation;
    enum class State { expected, arrived, withdrawn } state = State::expected;
    std::string open_case; // "A-31"; empty: none
    // Where it was found: so many bytes of the native name or the Latin one. None: somewhere else, or all of it.
    enum class In { neither, native_name, latin_name } in = In::neither;
    std::size_t from = 0, length = 0;
    bool operator==(const FoundPerson&) const = default;
};
// A refusal of somebody whom nobody knew, found by its number.
struct VisitorCase {
    std::string number;
    Reason reason = Reason::not_ours;
    CheckpointId checkpoint;
    Instant happened;
    bool operator==(const VisitorCase&) const = default;
};
struct PeopleFound {
    std::size_t number = 0; // of the question
    std::vector<FoundPerson> best;
    std::size_t all = 0;
    std::optional<VisitorCase> visitor;
    // How much of the roster can be found already, of how much; equal once it is read.
    std::size_t read = 0, people = 0;
    bool operator==(const PeopleFound&) const = default;
};
// One person, and their delegation.
struct Dossier {
    PersonFile file;
    struct Member {
        AttendeeId id;
        Person person;
        Wording organisation;
        FoundPerson::State state = FoundPerson::State::expected;
        std::optional<Badge> badge = std::nullopt; // the current one
        bool operator==(const Member&) const = default;
    };
    std::vector<Member> delegation; // by name; also who it is about. Empty: none
    bool inside = false;            // at this desk's place
    std::vector<std::string> lent;  // barcodes of what they have
    Wording region;                 // what their country or region is called; empty: it is not known
    bool operator==(const Dossier&) const = default;
};
// The answer to LookUpPerson, to a scan at the desk (`scanned`), and by itself when what is shown has changed.
struct PersonLookedUp {
    enum class By { asked, scanned, changed } by = By::asked;
    std::optional<Dossier> dossier;  // none: nobody of that number, or a code that nobody here has
    Reason reason = Reason::welcome; // of a code: what is wrong with it; welcome: nothing
    std::string item;                // of a code that is nobody's: what may be lent by it
    bool operator==(const PersonLookedUp&) const = default;
};
struct RollCalled {
    Instant as_of;
    std::vector<std::pair<PlaceId, int>> places; // the fullest first
    int all = 0;
};
// Nobody was found by what a guest told: the same whether the name is not there or what stands beside it is wrong. Who
// was found is `Decided` like any code.
struct ClaimRefused {};
// Somebody waits for staff, or is waited for.
struct OpenCall {
    std::string id;
    Call call;
    enum class Whose { ours, of_others } whose = Whose::of_others; // this terminal's own
    std::optional<MeetingSeen::Someone> guest = std::nullopt;      // of `call`, with what they are called
    std::string seat = {};
    std::optional<MeetingSeen::Someone> taker = std::nullopt; // of the staff, where it is known
    bool operator==(const OpenCall&) const = default;
};
struct CallsChanged {
    std::vector<OpenCall> open; // the oldest first
};
// A card of the conflict inbox that is open, with whom it is about.
struct OpenCard {
    Card card;
    std::optional<Person> person;
};
struct CardsChanged {
    std::vector<OpenCard> open; // the newest first; what a desk may decide
};
// An act is on disk, or why it is not.
struct DeskActed {
    DeskRequest request;
    std::optional<Fault> fault;
    std::vector<std::pair<AttendeeId, FactId>> recorded; // what may be taken back
    std::string where;                                   // of a printed badge: the file
    // It takes a supervisor: as such, or because the door would refuse the guest.
    enum class Needs { nothing, supervisor } needs = Needs::nothing;
    std::optional<Reason> refused = std::nullopt;
    // Of several badges that were printed: whose could not be, with what they are called.
    std::vector<std::pair<AttendeeId, Person>> left_out = {};
    bool operator==(const DeskActed&) const = default;
};

} // namespace foyer
