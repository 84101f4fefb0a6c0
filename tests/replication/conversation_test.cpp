// One conversation: what flows, what is never sent, what is asked for again.
#include "tests/replication/two_ends.h"

using namespace foyer;
using namespace foyer::test;

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
