// One conversation: who may talk, what flows, what is never sent.
#include <algorithm>

#include "sync/crypto/crypto.h"
#include "tests/catch.h"
#include "tests/replication/wire.h"

using namespace foyer;
using namespace foyer::test;

namespace {

const Instant noon{Milliseconds{1'700'000'000'000}};

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
Conversation::Options seal_by_seal() {
    Conversation::Options options;
    options.frame_bytes = 1;
    return options;
}

bool holds_whole(const ModelStore& store, const OriginId& origin, const ModelStore& of) {
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

std::string why_refused(const Output& out) {
    REQUIRE(out.close);
    CHECK(out.close->kind == FaultKind::refused);
    // The peer is told too, and nothing but a goodbye.
    REQUIRE(out.send.size() == 1);
    CHECK(std::holds_alternative<Goodbye>(*decode_message(out.send[0])));
    return out.close->detail;
}

} // namespace

TEST_CASE("after one conversation both hold what each may hold") {
    Foyer foyer(Role::desk);
    Wire wire = foyer.wire();
    wire.pump();
    REQUIRE(wire.is_live());
    CHECK(holds_whole(foyer.hub, foyer.terminal.origin(), foyer.terminal));
    CHECK(holds_whole(foyer.terminal, foyer.hub.origin(), foyer.hub));
    CHECK(wire.a.conversation.unacknowledged_frames() == 0);
    CHECK(wire.b.conversation.unacknowledged_frames() == 0);
    CHECK(wire.a.sent_twice.empty());
    CHECK(wire.b.sent_twice.empty());
}

TEST_CASE("each side learns who the other is and what it has on disk") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.pump();
    const auto known = all_of<PeerKnown>(wire.a.notices);
    REQUIRE(known.size() == 1);
    CHECK(known[0].device == foyer.terminal_id.certificate.certificate.device);
    CHECK(known[0].role == Role::door);
    CHECK(known[0].summit == foyer.world.summit);
    const auto has = all_of<PeerHas>(wire.b.notices);
    REQUIRE_FALSE(has.empty());
    CHECK(has.back().changes.at({foyer.terminal.origin(), Audience::staff}).seq == 6);
}

TEST_CASE("a terminal hears that it has all there is once the last of it is there, and each time it asks") {
    Foyer foyer(GENERATE(Role::door, Role::desk));
    Conversation::Options options = seal_by_seal();
    options.window_frames = 3;
    Wire wire = foyer.wire(options);
    const auto told = [&] { return all_of<AllReceived>(wire.b.notices).size(); };
    const auto whole = [&] { return foyer.terminal.facts.at(foyer.hub.origin()).size() == 41; };
    for (bool some = true; some;) {
        const bool to_hub = wire.deliver(wire.a);
        some = wire.deliver(wire.b) || to_hub;
        if (told() > 0) CHECK(whole());
    }
    CHECK(told() == 0); // when it asked first there was much to come
    CHECK(whole());
    for (const std::size_t times : {1, 2}) {
        wire.tick(options.ping_every);
        wire.pump();
        CHECK(told() == times);
    }
    CHECK(all_of<AllReceived>(wire.a.notices).empty()); // a terminal does not say it to a hub
}

TEST_CASE("a hub that has more than it keeps elsewhere, too, does not count as empty") {
    Foyer foyer;
    foyer.hub.keeps_elsewhere = true;
    Wire wire = foyer.wire(seal_by_seal());
    while (wire.deliver(wire.b) || wire.deliver(wire.a)) {
        const auto facts = foyer.terminal.facts.find(foyer.hub.origin());
        const std::size_t here = facts == foyer.terminal.facts.end() ? 0 : facts->second.size();
        if (here < 41) CHECK(all_of<AllReceived>(wire.b.notices).empty());
    }
}

TEST_CASE("a door gets the header of every staff fact and the body of none") {
    Foyer foyer(Role::door);
    Wire wire = foyer.wire();
    wire.pump();
    CHECK(wire.a.staff_bodies.empty());
    const auto& chain = foyer.terminal.facts.at(foyer.hub.origin());
    CHECK(chain.size() == 41);
    for (const auto& fact : chain) CHECK(fact.body.has_value() == (fact.header.audience == Audience::floor));
    for (const Bytes& message : wire.a.said) CHECK(as_text(message).find("secret") == std::string_view::npos);
}

TEST_CASE("a door gets no staff body even when the store gives one") {
    Foyer foyer(Role::door);
    foyer.hub.leaky = true;
    Wire wire = foyer.wire();
    wire.pump();
    CHECK(wire.a.staff_bodies.empty());
    CHECK(foyer.terminal.facts.at(foyer.hub.origin()).size() == 41);
}

TEST_CASE("a door refuses staff bodies that a peer sends all the same") {
    Foyer foyer(Role::door);
    Wire wire = foyer.wire();
    wire.pump();
    foyer.hub.write({{Audience::staff, "secret"}});
    SealedRun frame = **foyer.hub.suffix(foyer.hub.origin(), Audience::staff, 41, 1000);
    SECTION("as a staff frame") {
        CHECK(why_refused(wire.b.conversation.on_message(encode(Message(Facts{{frame}})), noon)) ==
              "the peer was refused: staff facts were sent to a door");
    }
    SECTION("hidden in a floor frame") {
        frame.audience = Audience::floor;
        CHECK(why_refused(wire.b.conversation.on_message(encode(Message(Facts{{frame}})), noon)) ==
              "the peer was refused: a staff fact's body was sent to a door");
    }
    CHECK(foyer.terminal.facts.at(foyer.hub.origin()).size() == 41);
}

TEST_CASE("a desk that knew only the headers gets the bodies later") {
    Foyer foyer(Role::desk);
    const auto frame = foyer.hub.suffix(foyer.hub.origin(), Audience::floor, 0, 100'000);
    const SealedRun headers = **frame;
    REQUIRE(foyer.terminal.receive(std::span(&headers, 1)));
    Wire wire = foyer.wire();
    wire.pump();
    CHECK(holds_whole(foyer.terminal, foyer.hub.origin(), foyer.hub));
}

TEST_CASE("a new fact goes out at once and comes back acknowledged") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.pump();
    foyer.terminal.write("entered just now");
    wire.b.apply(wire.b.conversation.on_new_facts(wire.now));
    REQUIRE(wire.b.outgoing.size() == 1);
    CHECK(wire.b.conversation.unacknowledged_frames() == 1);
    CHECK(wire.pump() == 2); // the fact, its acknowledgement, and no echo
    CHECK(wire.b.conversation.unacknowledged_frames() == 0);
    CHECK(wire.b.conversation.peer_has().at({foyer.terminal.origin(), Audience::floor}).seq == 7);
}

TEST_CASE("facts of one terminal reach another through the hub, once") {
    Foyer foyer;
    const NodeIdentity other_id = foyer.world.enrol(Role::door);
    ModelStore other(foyer.world, other_id);
    Wire first = foyer.wire();
    Wire second(foyer.hub, foyer.hub_id, other, other_id);
    first.pump();
    second.pump();
    second.tell_new_facts();
    first.tell_new_facts();
    second.pump();
    first.pump();
    CHECK(holds_whole(other, foyer.terminal.origin(), foyer.terminal));
    CHECK(holds_whole(foyer.terminal, other.origin(), other));
    CHECK(foyer.hub.frames_known + other.frames_known + foyer.terminal.frames_known == 0);
}

TEST_CASE("a connection cut after any message loses nothing") {
    std::size_t messages = 0;
    {
        Foyer foyer(Role::desk);
        Wire wire = foyer.wire();
        messages = wire.pump();
    }
    REQUIRE(messages > 6);
    for (std::size_t cut = 0; cut <= messages; ++cut) {
        CAPTURE(cut);
        Foyer foyer(Role::desk);
        {
            Wire wire = foyer.wire();
            wire.pump(cut);
        }
        foyer.terminal.write("entered while the network was away");
        Wire wire = foyer.wire();
        wire.pump();
        CHECK(holds_whole(foyer.hub, foyer.terminal.origin(), foyer.terminal));
        CHECK(holds_whole(foyer.terminal, foyer.hub.origin(), foyer.hub));
    }
}

TEST_CASE("what was acknowledged is not sent again on the next connection") {
    Foyer foyer;
    foyer.wire().pump();
    Wire again = foyer.wire();
    again.pump();
    CHECK(said<Facts>(again.a).empty());
    CHECK(said<Facts>(again.b).empty());
}

TEST_CASE("a hub restored from an older copy is given back what it forgot") {
    Foyer foyer;
    foyer.wire(seal_by_seal()).pump();
    foyer.hub.forget_after(foyer.terminal.origin(), 3);
    Wire wire = foyer.wire();
    wire.pump();
    CHECK(holds_whole(foyer.hub, foyer.terminal.origin(), foyer.terminal));
}

TEST_CASE("no more than the window is on its way, and all of it arrives") {
    Foyer foyer;
    for (int i = 0; i < 200; ++i) foyer.hub.write(std::string(500, 'x'));
    Conversation::Options options;
    options.window_bytes = 4000;
    options.frame_bytes = 1000;
    options.message_bytes = 2000;
    Wire wire = foyer.wire(options);
    wire.pump();
    CHECK(foyer.terminal.facts.at(foyer.hub.origin()).size() == 241);
    CHECK(wire.a.most_unacknowledged >= 4000);
    CHECK(wire.a.most_unacknowledged < 4000 + wire.a.largest_frame);
    CHECK(wire.a.sent_twice.empty());
}

TEST_CASE("a peer that acknowledges nothing is sent a window's worth and no more") {
    Foyer foyer;
    for (int i = 0; i < 200; ++i) foyer.hub.write(std::string(500, 'x'));
    Conversation::Options options;
    options.window_frames = 3;
    options.frame_bytes = 1000;
    Wire wire = foyer.wire(options);
    while (wire.deliver(wire.b)) {} // hello
    while (wire.deliver(wire.a)) {} // hello and proof
    while (wire.deliver(wire.b)) {} // proof; its acknowledgements are not made: nothing reaches it any more
    for (int i = 0; i < 10; ++i) wire.a.apply(wire.a.conversation.on_new_facts(wire.now));
    CHECK(wire.a.conversation.unacknowledged_frames() == 3);
}

TEST_CASE("a frame larger than a message stays behind, says so, and stops no other origin") {
    Foyer foyer;
    std::vector<std::pair<Audience, std::string>> huge(20, {Audience::floor, std::string(60'000, 'x')});
    foyer.terminal.write(huge);
    Wire wire = foyer.wire();
    wire.pump();
    CHECK(wire.is_live());
    REQUIRE(all_of<NotSent>(wire.b.notices).size() == 1);
    CHECK(all_of<NotSent>(wire.b.notices)[0].origin == foyer.terminal.origin());
    CHECK(foyer.terminal.facts.at(foyer.hub.origin()).size() == 41);
}

TEST_CASE("a full disk acknowledges nothing, ends the conversation, and the next one makes it good") {
    Foyer foyer;
    foyer.hub.disk_full = true;
    Wire wire = foyer.wire();
    wire.pump();
    REQUIRE(wire.a.closed);
    CHECK(wire.a.closed->kind == FaultKind::disk);
    REQUIRE(wire.b.closed);
    CHECK_FALSE(foyer.hub.have().contains({foyer.terminal.origin(), Audience::floor}));
    foyer.hub.disk_full = false;
    Wire next = foyer.wire();
    next.pump();
    CHECK(holds_whole(foyer.hub, foyer.terminal.origin(), foyer.terminal));
}

TEST_CASE("a hole is asked for once and filled from where it begins") {
    Foyer foyer;
    Wire wire = foyer.wire(seal_by_seal());
    wire.pump();
    foyer.hub.forget_after(foyer.terminal.origin(), 3); // behind the conversation's back
    for (int i = 0; i < 3; ++i) {
        foyer.terminal.write("later");
        wire.b.apply(wire.b.conversation.on_new_facts(wire.now));
    }
    wire.pump();
    CHECK(holds_whole(foyer.hub, foyer.terminal.origin(), foyer.terminal));
    CHECK(std::ranges::count(said<HaveChanged>(wire.a), true, &HaveChanged::again) == 1);
    CHECK(wire.b.conversation.unacknowledged_frames() == 0);
}

TEST_CASE("a frame whose chain does not hold is refused with the reason and not acknowledged") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.pump();
    foyer.terminal.write("entered");
    SealedRun frame = **foyer.terminal.suffix(foyer.terminal.origin(), Audience::floor, 6, 1000);
    frame.signature[5] ^= 1;
    CHECK(why_refused(wire.a.conversation.on_message(encode(Message(Facts{{frame}})), noon)) ==
          "the peer was refused: wrong seal");
    CHECK(foyer.hub.facts.at(foyer.terminal.origin()).size() == 6);
}

// --- who may talk ---

TEST_CASE("a node of another summit is refused") {
    Foyer foyer;
    const World elsewhere;
    Stranger stranger(foyer, elsewhere.enrol(Role::door));
    SECTION("when it says so") {
        stranger.hello.summit = elsewhere.summit;
        CHECK(why_refused(stranger.say(stranger.hello)).find("another summit") != std::string::npos);
    }
    SECTION("when only its certificate says so") {
        CHECK(why_refused(stranger.say(stranger.hello)).find("certificate is for another summit") != std::string::npos);
    }
}

TEST_CASE("a certificate that this summit's key did not sign is refused") {
    Foyer foyer;
    NodeIdentity self_made = foyer.world.enrol(Role::door);
    SECTION("signed by itself") {
        self_made.certificate.signature = sign(signed_part(self_made.certificate.certificate), self_made.secret_key);
    }
    SECTION("with another role than was signed") { self_made.certificate.certificate.role = Role::hub; }
    Stranger stranger(foyer, self_made);
    CHECK(why_refused(stranger.say(stranger.hello)).find("not signed by this summit's key") != std::string::npos);
}

TEST_CASE("a certificate without its key is refused") {
    Foyer foyer;
    Stranger stranger(foyer, foyer.terminal_id);
    const Output answer = stranger.say(stranger.hello);
    CHECK_FALSE(answer.close);
    CHECK(answer.send.size() == 1); // its proof, and no fact before ours
    CHECK(why_refused(stranger.say(Proof{random_bytes(64)})).find("does not hold the key") != std::string::npos);
}

TEST_CASE("a proof heard on another connection is refused") {
    Foyer foyer;
    Wire heard = foyer.wire();
    heard.pump();
    Stranger replay(foyer, foyer.terminal_id);
    (void)replay.conversation.on_message(heard.b.said.at(0), noon);
    CHECK(why_refused(replay.conversation.on_message(heard.b.said.at(1), noon)).find("does not hold the key") !=
          std::string::npos);
}

TEST_CASE("an echo of the node's own messages is refused") {
    Foyer foyer;
    Stranger mirror(foyer, foyer.hub_id);
    CHECK(why_refused(mirror.conversation.on_message(mirror.hub_hello, noon)).find("this very device") !=
          std::string::npos);
}

TEST_CASE("a node that speaks only other versions of the protocol is told to upgrade") {
    Foyer foyer;
    Stranger stranger(foyer, foyer.terminal_id);
    stranger.hello.versions = {3, 4};
    CHECK(why_refused(stranger.say(stranger.hello)).find("upgrade") != std::string::npos);
}

TEST_CASE("nothing is taken before the proof, and nothing twice") {
    Foyer foyer;
    const SealedRun frame = **foyer.terminal.suffix(foyer.terminal.origin(), Audience::floor, 0, 10'000);
    const std::vector<Message> too_early = {Facts{{frame}},   HaveChanged{}, Ping{noon},
                                            Pong{noon, noon}, AllSent{},     Proof{random_bytes(64)}};
    for (const Message& message : too_early) {
        Stranger stranger(foyer, foyer.terminal_id);
        (void)why_refused(stranger.say(message));
        Stranger halfway(foyer, foyer.terminal_id);
        (void)halfway.say(halfway.hello);
        (void)why_refused(halfway.say(message));
    }
    CHECK_FALSE(foyer.hub.facts.contains(foyer.terminal.origin()));
    Wire wire = foyer.wire();
    wire.pump();
    CHECK(why_refused(wire.a.conversation.on_message(wire.b.said.at(0), noon)).find("second hello") !=
          std::string::npos);
}

TEST_CASE("bytes that are no message are refused by name") {
    Foyer foyer;
    Stranger stranger(foyer, foyer.terminal_id);
    const Output out = stranger.conversation.on_message(random_bytes(40), noon);
    CHECK_FALSE(why_refused(out).empty());
}

// --- revoked devices ---

TEST_CASE("a revoked device may bring what it recorded, is told so by the hub, and gets nothing of others") {
    Foyer foyer;
    foyer.hub.revoked = foyer.terminal_id.certificate.certificate.device;
    Wire wire = foyer.wire();
    wire.pump();
    CHECK(wire.is_live());
    CHECK(holds_whole(foyer.hub, foyer.terminal.origin(), foyer.terminal));
    CHECK_FALSE(foyer.terminal.facts.contains(foyer.hub.origin()));
    const auto dismissed = all_of<Dismissed>(wire.b.notices);
    REQUIRE(dismissed.size() == 1);
    CHECK(dismissed[0].reason == "stolen");
    const auto has = all_of<PeerHas>(wire.b.notices);
    REQUIRE_FALSE(has.empty()); // the acknowledgement that lets it wipe itself
    CHECK(has.back().changes.at({foyer.terminal.origin(), Audience::staff}).seq == 6);
    foyer.hub.write("meanwhile");
    wire.tell_new_facts();
    wire.pump();
    CHECK_FALSE(foyer.terminal.facts.contains(foyer.hub.origin()));
}

TEST_CASE(
    "a revoked device that forgot facts of its own gets them, so that it knows what is not there, and no others") {
    Foyer foyer;
    foyer.hub.revoked = foyer.terminal_id.certificate.certificate.device;
    const OriginId own = foyer.terminal.origin();
    foyer.wire().pump();
    foyer.terminal.forget_after(own, 1);
    Wire again = foyer.wire();
    again.pump();
    CHECK(all_of<Dismissed>(again.b.notices).size() == 1);
    CHECK(holds_whole(foyer.terminal, own, foyer.hub));
    CHECK_FALSE(foyer.terminal.facts.contains(foyer.hub.origin()));
}

TEST_CASE("a door cannot dismiss a hub, nor one that was dismissed in the middle get more") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.pump();
    const auto before = foyer.terminal.facts.at(foyer.hub.origin()).size();
    foyer.hub.revoked = foyer.terminal_id.certificate.certificate.device;
    foyer.terminal.revoked = foyer.hub_id.certificate.certificate.device;
    foyer.hub.write("meanwhile");
    wire.tell_new_facts();
    wire.pump();
    CHECK(foyer.terminal.facts.at(foyer.hub.origin()).size() == before);
    CHECK(all_of<Dismissed>(wire.b.notices).size() == 1);
    CHECK(all_of<Dismissed>(wire.a.notices).empty());
}

// --- time ---

TEST_CASE("the other clock's offset is measured") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.b_ahead = Milliseconds{2500};
    wire.pump();
    const auto measured = all_of<ClockMeasured>(wire.a.notices);
    REQUIRE_FALSE(measured.empty());
    CHECK(measured.back().offset == Milliseconds{2500});
}

TEST_CASE("a quiet connection is kept by pings, and a silent one ends") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.pump();
    for (int i = 0; i < 20; ++i) {
        wire.tick(Milliseconds{5'000});
        wire.pump();
    }
    CHECK(wire.is_live());
    for (int i = 0; i < 4; ++i) wire.tick(Milliseconds{5'000}); // nothing delivered any more
    REQUIRE(wire.a.closed);
    CHECK(wire.a.closed->kind == FaultKind::network);
    CHECK(wire.a.closed->detail == "nothing was heard from the peer for 20 s");
}

TEST_CASE("a peer that does not say who it is in time is let go") {
    Foyer foyer;
    Stranger stranger(foyer, foyer.terminal_id);
    CHECK_FALSE(stranger.conversation.on_tick(noon + Milliseconds{9'999}).close);
    CHECK(stranger.conversation.on_tick(noon + Milliseconds{10'000}).close);
}

TEST_CASE("a clock that is set back does not keep a dead connection for ever") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.pump();
    wire.tick(-Milliseconds{3'600'000});
    for (int i = 0; i < 4; ++i) wire.tick(Milliseconds{5'000});
    CHECK(wire.a.closed);
}

TEST_CASE("a clock that is set forward does not end a good connection") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.pump();
    wire.tick(Milliseconds{3'600'000});
    wire.pump();
    CHECK(wire.is_live());
}

TEST_CASE("a peer that asks for everything again and again is let go") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.pump();
    const Bytes again = encode(Message{HaveChanged{{}, true}});
    int asked = 0;
    while (!wire.a.closed && asked < 100'000) {
        wire.a.apply(wire.a.conversation.on_message(again, wire.now));
        ++asked;
    }
    CHECK(asked == 10'001);
    CHECK(wire.a.closed->detail.find("again and again") != std::string::npos);
}

TEST_CASE("a goodbye carries its reason to the other side, clipped between characters") {
    Foyer foyer;
    Wire wire = foyer.wire();
    wire.pump();
    std::string reason;
    for (int i = 0; i < 300; ++i) reason += "再";
    wire.a.apply(wire.a.conversation.leave(reason));
    wire.pump();
    REQUIRE(wire.b.closed);
    CHECK(wire.b.closed->detail.starts_with("the peer said goodbye: 再"));
    CHECK(wire.b.conversation.on_new_facts(noon).send.empty());
}
