// The words of a summit as plain values: what a summit consists of. No behaviour; every layer speaks these.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sync/summit/bytes.h"
#include "sync/summit/ids.h"
#include "sync/summit/instant.h"
#include "sync/summit/look.h"

namespace foyer {

// BCP-47 language tag: "en", "zh-Hans", "fr", "de", "ar"...
using Language = std::string;

// One text in several languages. An entry under "" serves every language (a room code, a firm).
struct Wording {
    std::map<Language, std::string> by_language;
    bool operator==(const Wording&) const = default;
    [[nodiscard]] bool empty() const { return by_language.empty(); }
    // The text for `wanted`, else for its primary subtag ("zh" for "zh-Hant"), else "", else "en", else the first.
    [[nodiscard]] const std::string& in(const Language& wanted) const;
};

// A public key whose signed codes say of themselves that they are good: Foyer's own, or another system's tickets.
enum class CodeKeyKind { foyer, pretix_sig1 };
struct CodeKey {
    CodeKeyKind kind = CodeKeyKind::foyer;
    Bytes public_key;     // Ed25519, 32 bytes
    bool retired = false; // what it signed is known as such and proves nothing any more
    // Of pretix: the products and dates whose tickets admit here; empty: all of them.
    std::vector<std::uint64_t> items, subevents;
    bool operator==(const CodeKey&) const = default;
};

// What a guest without a code tells beside the name; none: staff are called instead.
enum class SecondFactor { none, phone_end, email };
// What unlocks a terminal for staff: its own number, or the badge and the PIN of one of them.
enum class StaffUnlock { by_number, by_badge };
// Guests whom nobody expected: a desk adds them, only a supervisor does, or nobody.
enum class WalkIns { allowed, supervisor, refused };

enum class Category { delegate, speaker, vip, press, staff, crew, interpreter, exhibitor, guest };
std::string_view name(Category category); // "delegate"... as files and rows have it

struct Categories {
    std::uint64_t bits = 0; // 1 << category
    bool operator==(const Categories&) const = default;
    [[nodiscard]] bool empty() const { return bits == 0; }
    [[nodiscard]] bool contains(Category category) const { return (bits >> static_cast<unsigned>(category) & 1U) != 0; }
    void insert(Category category) { bits |= std::uint64_t{1} << static_cast<unsigned>(category); }
};

struct Summit {
    SummitId id;
    Wording name;
    Wording venue;
    std::string time_zone;      // IANA name, e.g. "Asia/Shanghai"
    Milliseconds utc_offset{0}; // of the summit's days; a summit across a change of clocks is not supported yet
    Instant starts, ends;
    std::vector<Language> languages; // the pills, in order; the first is the default
    std::vector<CodeKey> code_keys;  // beside those of its own desks and hubs
    SecondFactor second_factor = SecondFactor::none;
    StaffUnlock unlock = StaffUnlock::by_number;
    WalkIns walk_ins = WalkIns::allowed;
    SummitLook look;
    // Instead of the usual name of a country or region, by its code.
    struct Region {
        std::string code;
        Wording name;
        bool operator==(const Region&) const = default;
    };
    std::vector<Region> regions;
    Wording privacy; // what its organisers say about what they keep, beside Foyer's own words; may be empty
    // On public screens, which others read along: greeted by their short name, or without a name.
    Categories greeted_short, greeted_unnamed;
    // Nothing public says who these are: no category, no sound. Desks that look after them are told of each arrival.
    Categories discreet;
    // Of a meeting, after its start: who is missing is told to the staff; without one of its parties the table is given
    // back (0: never by itself).
    Milliseconds no_show{Milliseconds{std::chrono::minutes{5}}}, release_after{Milliseconds{std::chrono::minutes{15}}};
    bool operator==(const Summit&) const = default;
};

enum class PlaceKind { site, hall, room, table };

struct Place {
    PlaceId id;
    std::optional<PlaceId> parent;
    PlaceKind kind = PlaceKind::room;
    std::string code; // short, as on the door: "2.04"; may be empty
    Wording name;
    Wording level;                   // "Level 2"; may be empty
    std::optional<int> capacity;     // persons
    std::optional<PlaceId> overflow; // where to go when it is full
    bool operator==(const Place&) const = default;
};

struct Forum {
    ForumId id;
    Wording name, short_name; // short_name for pills
    Wording host;             // the division that hosts it
    PlaceId place;
    int order = 0; // position on screens; also chooses its colour
    bool operator==(const Forum&) const = default;
};

enum class SessionKind { opening, keynote, talk, round_table, signing, roadshow, matchmaking, break_ };

struct Session {
    SessionId id;
    std::optional<ForumId> forum; // none: for everybody
    PlaceId place;
    SessionKind kind = SessionKind::talk;
    Wording title, speaker, summary;
    Instant starts, ends;
    std::vector<Language> languages;   // spoken or interpreted
    Wording channels;                  // of the receiver, where a language is interpreted: {"de", "2"}
    std::optional<Instant> doors_open; // none: as long before the start as the checkpoint says
    bool operator==(const Session&) const = default;
};

// "Level 2, left of the stairs" as seen from one checkpoint. An arrow is a physical direction: never mirrored.
enum class Arrow { none, left, right, ahead, back, up, down };
struct Hint {
    CheckpointId from;
    PlaceId to;
    Wording words;
    Arrow arrow = Arrow::none;
    std::optional<int> minutes_on_foot;
    bool operator==(const Hint&) const = default;
};

struct Delegation {
    DelegationId id;
    Wording name;
    std::optional<AttendeeId> focal_point;
    bool operator==(const Delegation&) const = default;
};

// Why somebody sees staff before they are let in: as the roster says it, until the roster says otherwise.
enum class Hold { none, unpaid, incomplete, document, minor, question };

// What one of the staff may do: a steward scans; a supervisor also searches, overrides and takes back; an admin also
// changes how a terminal is.
enum class StaffRole { none, steward, supervisor, admin };

// How a person is called, and what they are known by: personal data, erased by a purge.
struct Person {
    std::string native_name;              // in the person's own script
    Language native_language;             // decides its glyphs and direction
    std::string latin_name;               // may equal native_name
    std::vector<std::string> other_names; // nicknames, maiden names, surname readings: for search
    std::string form_of_address;          // imported, never guessed: "Dr", "Prof. Dr.", "先生"; may be empty
    Bytes proof;                          // keyed hash of the second factor (sync/crypto); empty: none is known
    std::string pin;                      // of staff: a slow hash (sync/crypto/password.h); empty: none
    std::string short_name = {};          // in whole, as they are greeted: "Ms Tang", "秦老师"; imported; may be empty
    bool operator==(const Person&) const = default;
};

// What a person may do and where they belong: no name in it.
struct Attendee {
    AttendeeId id;
    Category category = Category::delegate;
    Wording organisation;
    std::string country; // ISO 3166-1 alpha-2 of the country or region; may be empty
    Language language;   // preferred screen language
    std::optional<DelegationId> delegation;
    std::string seat;            // "A-31"; may be empty
    std::vector<ForumId> forums; // they may enter; empty: none chosen
    std::optional<Instant> admitted_from, admitted_until;
    bool withdrawn = false; // one-way
    Hold hold = Hold::none;
    StaffRole role = StaffRole::none;
    std::string box; // where the badge lies that was printed beforehand: "C, 47"; may be empty
    bool operator==(const Attendee&) const = default;
};

enum class BadgeKind { invitation, badge };
enum class BadgeState { issued, printed, handed_over, replaced, revoked };

struct Badge {
    BadgeId id;
    BadgeKind kind = BadgeKind::invitation;
    AttendeeId attendee;
    int revision = 1;
    BadgeState state = BadgeState::issued;
    bool operator==(const Badge&) const = default;
};

enum class Direction { in, out };
// What a terminal is for. self: guests serve themselves. gate: people pass, one after the other, seen from 3 m. room: a
// gate that says whose session it is. sign: shows what is on, takes no codes. desk: staff find people and help them.
// meeting: who scans is told at which table, and whom, they meet.
enum class Mode { self, gate, room, sign, desk, meeting };
inline constexpr Mode last_mode = Mode::meeting;
enum class UnknownCodeRule { ask_a_person, admit_and_flag }; // for a well-formed code while out of contact

struct Checkpoint {
    CheckpointId id;
    Wording name;
    PlaceId place;
    Direction direction = Direction::in;
    Mode mode = Mode::self;
    bool single_entry = false; // else re-entry is free and welcomed
    bool forum_only = false;   // admits those registered for the forum of its place first
    Milliseconds opens_before{Milliseconds{std::chrono::minutes{20}}}; // before the first session of its place
    UnknownCodeRule unknown_code = UnknownCodeRule::ask_a_person;
    Categories categories; // whom it admits; empty: everybody
    bool protocol = false; // a desk that looks after discreet guests: told of each who arrives
    bool operator==(const Checkpoint&) const = default;
};

// Somebody at a terminal wants staff, or is waited for; from the tap, or the scan, until it is done.
struct Call {
    CheckpointId checkpoint;
    Instant called;
    enum class State { open, taken, done } state = State::open;
    std::string by;                        // who takes it: a desk's name
    std::optional<MeetingId> meeting = {}; // nobody called: somebody of it is missing
    std::optional<AttendeeId> guest = {};  // nobody called: this discreet guest was let in, or has a case number
    std::string case_number = {};
    AttendeeId taken_by = {}; // of the staff, beside their desk's name in `by`; empty: not known
    bool operator==(const Call&) const = default;
};

// A thing that is lent, by its own barcode.
struct Loan {
    std::optional<AttendeeId> to; // none: it is back
    Instant since;
    std::string by = {}; // the number of whoever of the staff lent it; empty: not known
    bool operator==(const Loan&) const = default;
};

// Every door lets everybody through, and records it.
struct Emergency {
    enum class State { over, on } state = State::over;
    Instant since;
    bool operator==(const Emergency&) const = default;
};

// Everything a screen or page needs to know of the summit besides people. Small; copied whole to the glass thread.
struct Programme {
    Summit summit;
    std::vector<Place> places;
    std::vector<Forum> forums;     // by `order`
    std::vector<Session> sessions; // by start, then place
    std::vector<Hint> hints;
    std::vector<Checkpoint> checkpoints;
    std::vector<Delegation> delegations;
    Emergency emergency;
    bool operator==(const Programme&) const = default;

    [[nodiscard]] const Place* place(const PlaceId& id) const;
    [[nodiscard]] const Forum* forum(const ForumId& id) const;
    [[nodiscard]] const Forum* forum_at(const PlaceId& id) const;
    [[nodiscard]] const Session* session(const SessionId& id) const;
    [[nodiscard]] const Checkpoint* checkpoint(const CheckpointId& id) const;
    [[nodiscard]] const Delegation* delegation(const DelegationId& id) const;
    [[nodiscard]] const Hint* hint(const CheckpointId& from, const PlaceId& to) const;
    // `inner` is `outer` or lies in it.
    [[nodiscard]] bool is_inside(const PlaceId& inner, const PlaceId& outer) const;
};

} // namespace foyer
