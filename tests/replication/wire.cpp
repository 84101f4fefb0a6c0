#include "tests/replication/wire.h"

#include <algorithm>

namespace foyer::test {

End::End(ModelStore& a_store, const NodeIdentity& who, const Conversation::Options& options)
    : store(a_store), conversation(a_store, who, options), role(who.certificate.certificate.role),
      window_bytes(options.window_bytes) {}

static void look_at(End& end, const SealedRun& frame) {
    const HaveKey key{frame.origin, frame.audience};
    std::uint64_t& last = end.sent_to[key];
    if (frame.first_seq <= last) end.sent_twice.push_back(frame.origin.hex());
    last = frame.first_seq + frame.facts.size() - 1;
    end.largest_frame = std::max(end.largest_frame, encoded_size(frame));
    for (const SealedRun::Fact& fact : frame.facts)
        if (decode_header(fact.header)->audience == Audience::staff && fact.body)
            end.staff_bodies.emplace_back(as_text(*fact.body));
}

void End::apply(Output out) {
    for (Bytes& message : out.send) {
        if (const auto decoded = decode_message(message); decoded && std::holds_alternative<Facts>(*decoded))
            for (const SealedRun& frame : std::get<Facts>(*decoded).frames) look_at(*this, frame);
        said.push_back(message);
        outgoing.push_back(std::move(message));
    }
    for (const Notice& notice : out.notices) {
        if (const auto* stored = std::get_if<FactsStored>(&notice)) facts_stored += stored->count;
        notices.push_back(notice);
    }
    if (out.close) closed = out.close;
    most_unacknowledged = std::max(most_unacknowledged, conversation.unacknowledged_bytes());
}

Wire::Wire(ModelStore& store_a, const NodeIdentity& who_a, ModelStore& store_b, const NodeIdentity& who_b,
           const Conversation::Options& options)
    : a(store_a, who_a, options), b(store_b, who_b, options) {
    a.apply(a.conversation.on_connected(now));
    b.apply(b.conversation.on_connected(now));
}

bool Wire::deliver(End& from) {
    if (from.outgoing.empty()) return false;
    End& to = &from == &a ? b : a;
    const Bytes message = std::move(from.outgoing.front());
    from.outgoing.pop_front();
    const std::size_t before = to.facts_stored;
    to.apply(to.conversation.on_message(message, &to == &b ? now + b_ahead : now));
    // As a ledger tells its listeners: what came in may be news for this very connection as well.
    if (to.facts_stored > before) to.apply(to.conversation.on_new_facts(&to == &b ? now + b_ahead : now));
    return true;
}

std::size_t Wire::pump(std::size_t most) {
    std::size_t delivered = 0;
    while (delivered < most) {
        const std::size_t before = delivered;
        if (deliver(a)) ++delivered;
        if (delivered < most && deliver(b)) ++delivered;
        if (delivered == before) break;
    }
    return delivered;
}

void Wire::tell_new_facts() {
    a.apply(a.conversation.on_new_facts(now));
    b.apply(b.conversation.on_new_facts(now + b_ahead));
}

void Wire::tick(Milliseconds later) {
    now += later;
    a.apply(a.conversation.on_tick(now));
    b.apply(b.conversation.on_tick(now + b_ahead));
}

} // namespace foyer::test
