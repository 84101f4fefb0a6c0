// One conversation: who may talk, and what a revoked device may still do.
#include "tests/replication/two_ends.h"

using namespace foyer;
using namespace foyer::test;

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
