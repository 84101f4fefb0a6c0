// One thing that happened: the unit that is stored, sent, audited and undone. Formats in sync/summit/README.md.
//
// A fact is a header and a body. Headers are chained and sealed per origin; a body can be withheld (staff bodies at a
// door) or purged while its header, and so the chain, stays. Both are kept and relayed as the bytes received.
#pragma once

#include <optional>
#include <vector>

#include "sync/summit/bytes.h"
#include "sync/summit/fault.h"
#include "sync/summit/ids.h"
#include "sync/summit/instant.h"

namespace foyer {

enum class Audience : std::uint8_t { floor = 0, staff = 1 };
enum class Role : std::uint8_t { door = 0, desk = 1, hub = 2 };

// The highest audience whose bodies a role may hold.
Audience audience_of(Role role);

// Numbers are the wire format: never reused, only added.
enum class Kind : std::uint16_t {
    origin_opened = 1,
    summit = 2,
    place = 3,
    forum = 4,
    session = 5,
    checkpoint = 6,
    hint = 7,
    delegation = 8,
    person = 9, // personal, floor
    attendee = 10,
    contact = 11, // personal, staff
    note = 12,    // personal, staff
    badge_issued = 13,
    badge_code = 14, // staff: the code itself, for printing
    badge_printed = 15,
    badge_handed_over = 16,
    badge_revoked = 17,
    entered = 18,
    left = 19,
    refused = 20,
    device = 21,
    device_revoked = 22,
    voided = 23,
    purged = 24,
    card_resolved = 25,
    clock_noticed = 26,
    session_runs = 27,
    call = 28,
    loan = 29,
    emergency = 30,
    meeting = 31,
    meeting_runs = 32,
};

// What names or describes a person: a purge removes its bodies.
bool is_personal(Kind kind);

// How an origin proves who it is: carried by the header of its fact 1.
struct Opening {
    Bytes certificate; // see sync/summit/certificate.h; signed by the summit's key
    Bytes nonce;       // 16 random bytes: a new incarnation of the same device is a new origin
    bool operator==(const Opening&) const = default;
};

struct Header {
    OriginId origin;
    std::uint64_t seq = 0;
    Hlc time;
    Kind kind = Kind::origin_opened;
    Audience audience = Audience::floor;
    Hash body_hash;
    std::optional<Opening> opening; // exactly when seq == 1
    bool operator==(const Header&) const = default;
};

Bytes encode(const Header& header);
Result<Header> decode_header(ByteView encoded);

// What a fact is about: facts of one subject are ordered and folded together.
enum class SubjectKind : std::uint8_t {
    summit = 1,
    place,
    forum,
    session,
    checkpoint,
    hint,
    delegation,
    attendee,
    badge,
    device,
    visitor,
    card,
    call,
    item,
    emergency,
    meeting
};

struct Subject {
    SubjectKind kind = SubjectKind::summit;
    std::string id; // a slug; "" for the summit and an emergency
    auto operator<=>(const Subject&) const = default;
};

struct Body {
    Bytes salt; // 16 random bytes, so that the hash of a short body tells nothing
    Subject subject;
    std::vector<FactId> seen; // the subject's current heads, as the author knew them
    Instant happened;         // when it happened; the header says when it was recorded
    bool observed = true;     // false: assumed (an automatic exit)
    Bytes payload;            // CBOR of one of sync/summit/payload.h, by the header's kind
    bool operator==(const Body&) const = default;
};

Bytes encode(const Body& body);
Result<Body> decode_body(ByteView encoded);

inline constexpr std::size_t max_body_size = 64 * 1024; // bytes, encoded
inline constexpr std::size_t max_seen = 64;

} // namespace foyer
