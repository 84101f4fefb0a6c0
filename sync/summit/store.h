// What replication needs of a node's facts. The ledger (SQLite) implements it, a shared store (PostgreSQL), and what
// stands in for them in tests.
//
// Single-threaded: called by the thread that owns the store (the desk). `receive` returns after the facts are on disk.
#pragma once

#include <map>
#include <span>
#include <string>

#include "sync/summit/fact.h"
#include "sync/summit/sorted_map.h"

namespace foyer {

// How far an origin is held: facts 1..seq without a hole, and the chain's head after `seq`. A branch of a fork is an
// origin of its own here: its facts are those from where it leaves the others.
struct Mark {
    std::uint64_t seq = 0;
    Hash head;
    bool operator==(const Mark&) const = default;
};

// `floor`: header and, for floor facts, body. `staff`: every body too. A bare header never counts as having its body.
struct HaveKey {
    OriginId origin;
    Audience audience = Audience::floor;
    auto operator<=>(const HaveKey&) const = default;
};
using Have = SortedMap<HaveKey, Mark>;

// A sealed run of one origin's facts: `facts.front()` has `first_seq`, the seal covers the last one.
struct SealedRun {
    struct Fact {
        Bytes header;
        std::optional<Bytes> body; // absent: withheld from this audience, or purged
        bool operator==(const Fact&) const = default;
    };
    OriginId origin;
    Audience audience = Audience::floor; // staff: no body withheld
    std::uint64_t first_seq = 1;
    std::vector<Fact> facts;
    Bytes signature; // of (summit, origin, last seq, head after it)
    bool operator==(const SealedRun&) const = default;
};

// What became of one received frame.
struct Receipt {
    enum class Outcome { stored, known, hole, refused };
    Outcome outcome = Outcome::known;
    std::size_t new_facts = 0; // also of a hole: the bodies that staff lacks lie before those of the frame
    std::string reason;        // for refused: what was wrong
    OriginId origin; // of the history here that holds the facts of the frame; its sender may call it otherwise
};

class Store {
public:
    virtual ~Store() = default;
    [[nodiscard]] virtual SummitId summit_id() const = 0;
    [[nodiscard]] virtual Bytes summit_key() const = 0; // the summit's public key: signs certificates
    [[nodiscard]] virtual Have have() const = 0;        // durable
    // What of it may be acknowledged: less where facts count as kept only when a further store has them too.
    [[nodiscard]] virtual Have settled() const { return have(); }
    // The marks of it that may be others than at `since`, an earlier answer's `now` (0: all of them). A node with a
    // thousand peers asks so after each fact. A store that keeps no account of it gives all, as of 0.
    struct News {
        Have marks;
        std::uint64_t now = 0;
    };
    [[nodiscard]] virtual News have_since(std::uint64_t /*since*/) const { return {have(), 0}; }
    [[nodiscard]] virtual News settled_since(std::uint64_t /*since*/) const { return {settled(), 0}; }
    // Facts of `origin` after `after`, for readers of `audience`, ending on a seal; at most about `max_bytes` (always
    // at least one seal's worth when there is one). Staff bodies that no seal of `origin` here covers may come in a run
    // that goes on into a branch, whose name it has. No value: nothing more that this node has for that audience.
    [[nodiscard]] virtual Result<std::optional<SealedRun>> suffix(const OriginId& origin, Audience audience,
                                                                  std::uint64_t after, std::size_t max_bytes) const = 0;
    // Checks chain, seal and certificate, stores, folds, and returns once durable. One receipt a frame, in order; a
    // Fault only when nothing could be stored (disk). All frames of a call share one transaction.
    virtual Result<std::vector<Receipt>> receive(std::span<const SealedRun> frames) = 0;

    // How much of `key` a peer that has `theirs` has of what this node has: its mark when the head is the one here or
    // lies beyond; less when its history is another one (a fork). It may have it under another name.
    [[nodiscard]] virtual std::uint64_t common(const HaveKey& key, const Have& theirs) const = 0;
    // Of a branch: the fact it continues, which a peer must have before. No value: a whole origin.
    [[nodiscard]] virtual std::optional<FactId> base(const OriginId& origin) const = 0;
    // Another number after each fork found here: what was told and heard of marks before is to be told anew.
    [[nodiscard]] virtual std::uint64_t forks() const = 0;
    // Why the summit does without a device from now on: it is revoked. It may still bring what it recorded, and gets
    // nothing more but what it recorded elsewhere. No value: it is one of us.
    [[nodiscard]] virtual std::optional<std::string> dismissed(const DeviceId&) const { return std::nullopt; }
    [[nodiscard]] virtual bool wrote(const DeviceId& device, const OriginId& origin) const = 0;
    // All that a peer has that proved who it is. A store whose own origin is known further there than here is an older
    // copy of itself, and goes on as a new origin before it writes again. What a hub has of its own facts is settled.
    virtual Result<> heard(const Have& theirs, Role role) = 0;
};

} // namespace foyer
