// A hub and a terminal that have something to tell each other, somebody who is neither, and what was said.
#pragma once

#include <algorithm>

#include "sync/crypto/crypto.h"
#include "tests/catch.h"
#include "tests/replication/wire.h"

namespace foyer::test {

inline const Instant noon{Milliseconds{1'700'000'000'000}};

// A hub with a roster and a terminal that has recorded something meanwhile.
struct Foyer {
    explicit Foyer(Role terminal_role = Role::door)
        : hub_id(world.enrol(Role::hub)), terminal_id(world.enrol(terminal_role)), hub(world, hub_id),
          terminal(world, terminal_id) {
        for (int i = 0; i < 20; ++i)
            hub.write({{Audience::floor, "person " + std::to_string(i)}, {Audience::staff, "secret contact"}});
        for (int i = 0; i < 5; ++i) terminal.write("entered " + std::to_string(i));
    }
    [[nodiscard]] Wire wire(const Conversation::Options& options = {}) {
        return {hub, hub_id, terminal, terminal_id, options};
    }

    World world;
    NodeIdentity hub_id, terminal_id;
    ModelStore hub, terminal;
};

// Frames of one seal each.
inline Conversation::Options seal_by_seal() {
    Conversation::Options options;
    options.frame_bytes = 1;
    return options;
}

inline bool holds_whole(const ModelStore& store, const OriginId& origin, const ModelStore& of) {
    const auto mine = store.facts.find(origin);
    const auto& theirs = of.facts.at(origin);
    return mine != store.facts.end() && std::ranges::equal(mine->second, theirs, [](const auto& a, const auto& b) {
               return a.raw == b.raw && a.body == b.body;
           });
}

template <class Kind>
std::vector<Kind> all_of(const std::vector<Notice>& notices) {
    std::vector<Kind> found;
    for (const Notice& notice : notices)
        if (const auto* one = std::get_if<Kind>(&notice)) found.push_back(*one);
    return found;
}

template <class Kind>
std::vector<Kind> said(const End& end) {
    std::vector<Kind> found;
    for (const Bytes& bytes : end.said) {
        const auto message = decode_message(bytes);
        if (message && std::holds_alternative<Kind>(*message)) found.push_back(std::get<Kind>(*message));
    }
    return found;
}

// What a conversation answers to a hello and a proof that somebody else made up.
struct Stranger {
    Stranger(Foyer& foyer, const NodeIdentity& claimed) : conversation(foyer.hub, foyer.hub_id) {
        hub_hello = conversation.on_connected(noon).send.at(0);
        hello = Hello{foyer.world.summit,           encode(claimed.certificate),
                      {protocol_version},           {},
                      random_bytes(challenge_size), noon};
    }
    Output say(const Message& message) { return conversation.on_message(encode(message), noon); }
    Conversation conversation;
    Bytes hub_hello;
    Hello hello;
};

inline std::string why_refused(const Output& out) {
    REQUIRE(out.close);
    CHECK(out.close->kind == FaultKind::refused);
    // The peer is told too, and nothing but a goodbye.
    REQUIRE(out.send.size() == 1);
    CHECK(std::holds_alternative<Goodbye>(*decode_message(out.send[0])));
    return out.close->detail;
}

} // namespace foyer::test
