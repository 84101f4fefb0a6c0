// The bytes on the wire: what is written is read again, and nothing that comes in can do harm.
#include <random>

#include "sync/crypto/crypto.h"
#include "tests/catch.h"
#include "tests/replication/model_store.h"

using namespace foyer;
using namespace foyer::test;

namespace {

std::vector<Message> one_of_each() {
    const World world;
    const NodeIdentity desk = world.enrol(Role::desk);
    ModelStore store(world, desk);
    store.write({{Audience::floor, "came in"}, {Audience::staff, "a telephone number"}});
    store.write("went out");
    const Instant now{Milliseconds{1'685'318'400'123}};
    const SealedRun floor = **store.suffix(store.origin(), Audience::floor, 0, 1000);
    const SealedRun staff = **store.suffix(store.origin(), Audience::staff, 1, 1000);
    return {Hello{world.summit, encode(desk.certificate), {1, 7}, store.have(), random_bytes(challenge_size), now},
            Proof{random_bytes(64)},
            Facts{{floor, staff}},
            HaveChanged{store.have(), false},
            HaveChanged{{}, true},
            Ping{now},
            Pong{now, now + Milliseconds{5}},
            AllSent{},
            Goodbye{"the hub is closing: 再见"},
            Dismissed{"stolen: 被盗"},
            Standing{40123, "2.04", 12, 7, 9},
            Doors{{{DeviceId{}, "10.0.0.7", 40123, "2.04", Milliseconds{1500}}, {DeviceId{}, "::1", 1, "", {}}}}};
}

} // namespace

TEST_CASE("every message reads back as what was written") {
    for (const Message& message : one_of_each()) {
        const auto decoded = decode_message(encode(message));
        REQUIRE(decoded);
        CHECK(*decoded == message);
    }
}

TEST_CASE("every truncation of every message is a fault that says so") {
    for (const Message& message : one_of_each()) {
        const Bytes whole = encode(message);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto decoded = decode_message(ByteView(whole).first(size));
            REQUIRE_FALSE(decoded);
            CHECK(decoded.error().kind == FaultKind::bad_input);
            CHECK_FALSE(decoded.error().detail.empty());
        }
    }
}

TEST_CASE("a byte after the end of a message is a fault") {
    for (const Message& message : one_of_each()) {
        Bytes longer = encode(message);
        longer.push_back(0);
        CHECK_FALSE(decode_message(longer));
    }
}

TEST_CASE("a changed message is either refused or another whole message, and never a crash") {
    const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 41)));
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (const Message& message : one_of_each()) {
        Bytes bytes = encode(message);
        for (std::uint32_t changes = 1 + random() % 4; changes > 0; --changes)
            bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
        const auto decoded = decode_message(bytes);
        if (decoded) CHECK(encode(*decoded) == bytes); // one meaning, one encoding
    }
}

TEST_CASE("a fault names the message and the field") {
    Hello hello = std::get<Hello>(one_of_each()[0]);
    hello.challenge.pop_back();
    const auto decoded = decode_message(encode(Message(hello)));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().detail == "a hello message is malformed: challenge");

    const auto unknown = decode_message(Bytes{0x81, 0x18, 0x63});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().detail == "a message of an unknown kind came");
}

TEST_CASE("a message larger than the limit is not read at all") {
    const auto decoded = decode_message(Bytes(max_message_size + 1, 0));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().detail.find("the most is 1048576") != std::string::npos);
}

TEST_CASE("a count that claims more than a message may hold is a fault") {
    // have, with an array head for 2^32 - 4 marks.
    CHECK_FALSE(decode_message(Bytes{0x83, 0x04, 0xf4, 0x9a, 0xff, 0xff, 0xff, 0xf0}));
    // facts, with no frame's worth of bytes behind a count of 2^63.
    CHECK_FALSE(decode_message(Bytes{0x82, 0x03, 0x9b, 0x80, 0, 0, 0, 0, 0, 0, 0}));
    // a frame without facts.
    Facts facts = std::get<Facts>(one_of_each()[2]);
    facts.frames[0].facts.clear();
    CHECK_FALSE(decode_message(encode(Message(facts))));
}

TEST_CASE("marks out of order are a fault, so that no mark comes twice") {
    const Have have = std::get<HaveChanged>(one_of_each()[3]).have;
    REQUIRE(have.size() == 2);
    Bytes bytes = encode(Message(HaveChanged{have, false}));
    const std::size_t mark = (bytes.size() - 4) / 2; // two of the same length behind four bytes of heads
    std::rotate(bytes.begin() + 4, bytes.begin() + 4 + static_cast<std::ptrdiff_t>(mark), bytes.end());
    const auto decoded = decode_message(bytes);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().detail == "a have message is malformed: order of the marks");
}

TEST_CASE("the size reckoned for a frame is never less than what it takes") {
    const auto facts = std::get<Facts>(one_of_each()[2]);
    for (const SealedRun& frame : facts.frames) {
        const std::size_t alone = encode(Message(Facts{{frame}})).size();
        CHECK(encoded_size(frame) + 3 >= alone);
        CHECK(encoded_size(frame) < alone + 64);
    }
}
