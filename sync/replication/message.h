// What two nodes say to each other: the messages of the protocol and their bytes. Format in sync/replication/README.md.
//
// Pure values. `decode` takes anything from anybody: it allocates no more than a small multiple of what it was given,
// and every mistake is a Fault (bad_input) that names the message and the field.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sync/summit/certificate.h"
#include "sync/summit/store.h"

namespace foyer {

inline constexpr std::uint64_t protocol_version = 1;
inline constexpr std::uint64_t neighbours_version = 2; // whoever speaks it too is told Standing and Doors
inline constexpr std::uint64_t all_sent_version = 3;   // is told by a hub that nothing is left to send
inline constexpr std::size_t max_message_size = std::size_t{1} << 20U; // bytes, encoded
inline constexpr std::size_t max_marks = 8192;                         // in one hello or have
inline constexpr std::size_t max_frames = 256;                         // in one facts message
inline constexpr std::size_t max_facts_in_frame = 4096;
inline constexpr std::size_t max_versions = 16;
inline constexpr std::size_t max_reason_size = 512; // bytes
inline constexpr std::size_t max_doors = 1024;      // in one message
inline constexpr std::size_t max_name_size = 253;   // bytes, of a host or a place
inline constexpr std::size_t challenge_size = 32;   // random bytes

// The first thing said on a connection, by both at once.
struct Hello {
    SummitId summit;
    Bytes certificate;                   // an encoded SignedCertificate; read and checked by the conversation
    std::vector<std::uint64_t> versions; // of the protocol that the sender speaks
    Have have;                           // whole (up to max_marks; what is left follows as `have`)
    Bytes challenge;
    Instant now;
    bool operator==(const Hello&) const = default;
};

// That the sender holds the key of its certificate: a signature of both hellos. The second thing said.
struct Proof {
    Bytes signature;
    bool operator==(const Proof&) const = default;
};

struct Facts {
    std::vector<SealedRun> frames;
    bool operator==(const Facts&) const = default;
};

// Marks that changed since the sender last told: the durable acknowledgement. `again`: a hole was found, send
// everything after these marks once more.
struct HaveChanged {
    Have have;
    bool again = false;
    bool operator==(const HaveChanged&) const = default;
};

struct Ping {
    Instant sent; // by the sender's clock
    bool operator==(const Ping&) const = default;
};
struct Pong {
    Instant ping_sent; // as the ping said
    Instant now;       // by the answerer's clock
    bool operator==(const Pong&) const = default;
};

// The last thing said; why, in a sentence for the other side's staff.
struct Goodbye {
    std::string reason;
    bool operator==(const Goodbye&) const = default;
};

// A hub to a device that is revoked, and why: bring what you recorded, then forget everything.
struct Dismissed {
    std::string reason;
    bool operator==(const Dismissed&) const = default;
};

// How the sender is, now and then: where other doors reach it, and what a page or a sister may show of it.
struct Standing {
    std::uint16_t port = 0;                           // on which it takes other doors; 0: it takes none
    std::string place;                                // where it stands; may be empty
    std::uint64_t unsent = 0;                         // own facts that the centre does not have, as it knows
    std::uint64_t doors_seen = 0, doors_enrolled = 0; // itself not counted
    bool operator==(const Standing&) const = default;
};

// Doors that the sender (a hub) knows of: where each was seen, and how long ago it was heard.
struct DoorSeen {
    DeviceId device;
    std::string host; // an address
    std::uint16_t port = 0;
    std::string place;
    Milliseconds ago{0};
    bool operator==(const DoorSeen&) const = default;
};
struct Doors {
    std::vector<DoorSeen> doors;
    bool operator==(const Doors&) const = default;
};

// By a hub, after a pong: all that it has for the receiver went before this.
struct AllSent {
    bool operator==(const AllSent&) const = default;
};

using Message =
    std::variant<Hello, Proof, Facts, HaveChanged, Ping, Pong, Goodbye, Dismissed, Standing, Doors, AllSent>;

Bytes encode(const Message& message);
Result<Message> decode_message(ByteView encoded);

// A reason of at most max_reason_size bytes, not ending inside a character.
std::string clipped(std::string reason);

// Bytes that a frame takes inside a facts message, at most.
std::size_t encoded_size(const SealedRun& frame);

} // namespace foyer
