// One conversation and time: clocks, silence, and peers that ask for too much.
#include "tests/replication/two_ends.h"

using namespace foyer;
using namespace foyer::test;

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
