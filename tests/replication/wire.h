// Two sessions and the stream between them: whole messages, in order, until it is cut.
#pragma once

#include <deque>

#include "tests/replication/model_store.h"

namespace foyer::test {

// One end of a connection, with what a test wants to know about it.
struct End {
    End(ModelStore& a_store, const NodeIdentity& who, const Conversation::Options& options);
    void apply(Output out);

    ModelStore& store;
    Conversation conversation;
    Role role;
    std::size_t window_bytes;
    std::deque<Bytes> outgoing;
    std::vector<Bytes> said; // everything ever sent
    std::vector<Notice> notices;
    std::optional<Fault> closed;
    std::size_t facts_stored = 0;
    std::size_t most_unacknowledged = 0;      // bytes
    std::map<HaveKey, std::uint64_t> sent_to; // last seq sent
    std::vector<std::string> sent_twice;
    std::vector<std::string> staff_bodies; // sent
    std::size_t largest_frame = 0;
};

class Wire {
public:
    Wire(ModelStore& a, const NodeIdentity& who_a, ModelStore& b, const NodeIdentity& who_b,
         const Conversation::Options& options = {});
    // Delivers the next message of that end to the other one; false when there is none.
    bool deliver(End& from);
    // Until nothing moves, or after `most` messages. Number of messages delivered.
    std::size_t pump(std::size_t most = 1'000'000);
    void tell_new_facts();
    void tick(Milliseconds later);
    [[nodiscard]] bool is_live() const { return a.conversation.is_live() && b.conversation.is_live(); }

    End a, b;
    Instant now{Milliseconds{1'700'000'000'000}};
    Milliseconds b_ahead{0}; // b's clock
};

} // namespace foyer::test
