// One conversation with one peer: who it is, what it lacks, what it acknowledged. The same on both sides.
//
// A machine without socket, clock or disk of its own: the owner gives it what came in and the time, and does what the
// Output says: send the messages in order, then close when `close` is set (a closed conversation does nothing any more;
// a new connection takes a new Conversation). Single-threaded: the thread that owns the store, which is called
// directly.
//
// Order of a conversation: both say hello, both prove their key, then facts, have and pings in any order until goodbye.
// No fact is sent or taken before the peer's certificate (signed by the summit's key, for this summit) and proof hold.
// To a door go no staff bodies, and a door takes none. To a revoked device go only facts of its own that it forgot, so
// that it knows which of them are not there; what it brings is taken.
// Nothing is sent twice on one connection unless the peer found a hole; what is sent and not acknowledged is bounded by
// the window.
#pragma once

#include <deque>
#include <expected>
#include <map>
#include <set>

#include "sync/replication/message.h"

namespace foyer {

// Who this node is; the role is the certificate's.
struct NodeIdentity {
    SignedCertificate certificate;
    Bytes secret_key; // Ed25519, of the certificate's public key
};

// --- what a conversation has to tell its owner ---
struct PeerKnown { // it proved who it is; facts flow from here
    DeviceId device;
    Role role = Role::door;
    SummitId summit;
};
struct PeerHas { // durable at the peer; new or changed marks only
    Have changes;
};
struct ClockMeasured {
    Milliseconds offset{0};     // the peer's clock minus ours
    Milliseconds round_trip{0}; // the offset is right to half of it
};
struct FactsStored { // received from this peer, on disk now
    std::size_t count = 0;
};
struct NotSent { // this origin stays behind on this connection, and why, for staff
    OriginId origin;
    std::string why;
};
struct AllReceived {}; // a hub had nothing more for us than what is here now: who is unknown here is unknown there
struct PeerStands {    // how it is, as it says
    Standing standing;
};
struct DoorsTold { // by a hub
    std::vector<DoorSeen> doors;
};
// `Dismissed` (message.h): a hub says that this device is revoked.
using Notice = std::variant<PeerKnown, PeerHas, ClockMeasured, FactsStored, AllReceived, NotSent, Dismissed, PeerStands,
                            DoorsTold>;

struct Output {
    std::vector<Bytes> send;
    std::vector<Notice> notices;
    // Set: close after sending. refused: one of the two found the other wrong; network: silence, or the peer left;
    // disk: the store failed here, nothing was acknowledged.
    std::optional<Fault> close;
};

class Conversation {
public:
    struct Options {
        std::size_t window_bytes = std::size_t{1} << 20U; // sent, not acknowledged: no more frames once reached
        std::size_t window_frames = 256;
        std::size_t frame_bytes = std::size_t{32} << 10U;   // asked of the store for one frame
        std::size_t message_bytes = std::size_t{64} << 10U; // frames go together up to this: one transaction there
        Milliseconds greeting_max{10'000};                  // from connecting to the peer's proof
        Milliseconds silence_max{20'000};                   // nothing heard: the peer is gone
        Milliseconds ping_every{5'000};
    };

    Conversation(Store& store, NodeIdentity self, Options options);
    Conversation(Store& store, NodeIdentity self) : Conversation(store, std::move(self), Options()) {}

    // What only the two ends of this connection know (of TLS: its exporter), before `on_connected`: the proofs then
    // hold on this connection only, so that nobody can sit between two that talk to each other. Empty: nothing such.
    void bind_to(Bytes channel) { channel_ = std::move(channel); }
    Output on_connected(Instant now);
    Output on_message(ByteView message, Instant now);
    Output on_new_facts(Instant now); // the store has something new, from anywhere
    // The store has something new that others will send the peer too: it is told what need not be sent here.
    Output on_relayed_facts(Instant now);
    Output tell(const Standing& standing); // nothing to a peer that does not speak of such
    Output tell(const Doors& doors);
    Output on_tick(Instant now); // a few times a second: pings and deadlines
    Output leave(const std::string& reason);

    [[nodiscard]] bool is_live() const { return phase_ == Phase::live; }
    [[nodiscard]] const Have& peer_has() const { return peer_has_; }
    [[nodiscard]] std::size_t unacknowledged_bytes() const { return unacknowledged_bytes_; }
    [[nodiscard]] std::size_t unacknowledged_frames() const { return unacknowledged_.size(); }

private:
    static constexpr std::size_t max_asked_again = 10'000;  // on one connection: each costs a suffix
    static constexpr std::size_t max_known_marks = 100'000; // a device makes a few origins in its life
    enum class Phase { new_, greeting, proving, live, closed };
    using Reached = SortedMap<HaveKey, std::uint64_t>; // a last seq
    struct Sent {
        HaveKey key;
        std::uint64_t last = 0;
        std::size_t bytes = 0;
    };
    struct Offer { // what to ask the store for next
        HaveKey key;
        std::uint64_t after = 0;
    };

    void on(const Hello& hello, Output& out);
    void on(const Proof& proof, Output& out);
    void on(Facts& facts, Output& out);
    void on(const HaveChanged& have, Output& out);
    void on(const Ping& ping, Output& out);
    void on(const Pong& pong, Output& out);
    void on(const Goodbye& goodbye, Output& out);
    void on(const Dismissed& dismissed, Output& out);
    void on(const Standing& standing, Output& out);
    void on(const Doors& doors, Output& out);
    void on(const AllSent& all, Output& out);

    [[nodiscard]] Result<Certificate> check(const Hello& hello) const;
    [[nodiscard]] Bytes proof_text(ByteView speaker_hello, ByteView listener_hello) const;
    void ping(Output& out);
    void say(const Message& message, Output& out) const;
    void refuse(const std::string& reason, Output& out);
    void end(Fault why, const std::string& goodbye, Output& out);

    // receiving
    [[nodiscard]] Result<> check(const SealedRun& frame) const;
    void judge(std::span<const SealedRun> frames, std::span<const Receipt> receipts, Output& out);
    void note_held(const Have& marks);
    [[nodiscard]] bool is_worth_telling(const HaveKey& key) const;
    void acknowledge(Output& out);
    void ask_again(const HaveKey& key, Output& out);
    // sending
    void raise_by(const SealedRun& frame, const OriginId& origin, Reached& marks) const;
    void reckon();
    void start_anew_after_fork(Output& out);
    void send_again(const OriginId& origin, std::uint64_t after);
    void fill(Output& out);    // what the peer lacks, as far as the window allows
    void go_on(Output& out);   // with that
    void dismiss(Output& out); // a revoked peer is told so, and gets its own facts only
    void heard(Output& out);
    void look_at_news();
    // Nothing more to send of it, now or until the marks here or there are others; or the next frame.
    enum class Nothing { now, until_news };
    std::expected<SealedRun, Nothing> next_frame(const OriginId& origin, Output& out);
    std::optional<SealedRun> take(const Offer& offer, Output& out);
    void sent(const SealedRun& frame, std::size_t bytes);
    void settle(const Have& changed);
    [[nodiscard]] bool window_open() const;

    Store& store_;
    NodeIdentity self_;
    Options options_;
    Phase phase_ = Phase::new_;
    Instant now_, began_, heard_, pinged_;
    Bytes hello_, peer_hello_; // as sent and received: what the proofs sign
    Have said_;                // in the hello
    Bytes challenge_;
    Bytes channel_;
    Certificate peer_;
    bool speaks_of_neighbours_ = false, hears_of_all_sent_ = false;

    Have peer_has_;                        // as the peer told
    Reached cursor_;                       // how far the peer has, or is being sent, each origin
    Reached told_;                         // how far the peer knows us to have each origin
    Have due_;                             // what of ours may have something for the peer
    std::uint64_t seen_ = 0;               // what is ours, up to here: nothing of it that is not due
    std::uint64_t settled_seen_ = 0;       // what is settled here, up to here: told
    std::deque<Sent> unacknowledged_;      // in flight
    std::size_t unacknowledged_bytes_ = 0; // of them
    std::map<HaveKey, std::size_t> holes_; // found since the origin last went on
    std::size_t asked_again_ = 0;          // by the peer
    std::set<OriginId> left_out_;          // not sendable on this connection; told once
    bool dismissed_ = false;               // the peer was told so
    std::uint64_t forks_ = 0;              // of the store, when the marks above were last right
};

} // namespace foyer
