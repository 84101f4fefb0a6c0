// CBOR, headers, bodies, certificates and payloads: what is written is read back; what is damaged is said to be.
#include <limits>

#include "sync/summit/cbor.h"
#include "sync/summit/certificate.h"
#include "sync/summit/payload.h"
#include "tests/catch.h"
#include "tests/random.h"

using namespace foyer;
using test::Random;

static Header some_header(std::uint64_t seq) {
    Header header{{}, seq, Hlc{1234567890123}, Kind::entered, Audience::floor, {}, std::nullopt};
    header.origin.bytes.fill(7);
    header.body_hash.bytes.fill(9);
    if (seq == 1) header.opening = Opening{Bytes(40, 3), Bytes(16, 4)};
    return header;
}

static std::vector<Payload> one_of_each() {
    Wording words{{{"en", "Hall"}, {"zh", "大厅"}}};
    Attendee who{{"0412"},
                 Category::vip,
                 words,
                 "DE",
                 "de",
                 DelegationId{"d1"},
                 "A-31",
                 {{"bio"}, {"it"}},
                 Instant{Milliseconds{5}},
                 std::nullopt,
                 true,
                 Hold::minor,
                 StaffRole::admin,
                 "C, 47"};
    CodeHash code;
    code.bytes.fill(1);
    return {OriginOpened{"East 1"},
            Summit{{},
                   words,
                   words,
                   "Asia/Shanghai",
                   Milliseconds{28800000},
                   Instant{Milliseconds{-5}},
                   Instant{Milliseconds{9}},
                   {"en", "zh"},
                   {{CodeKeyKind::foyer, Bytes(32, 3), true, {}, {}},
                    {CodeKeyKind::pretix_sig1, Bytes(32, 4), false, {12, std::uint64_t{1} << 40U}, {5}}},
                   SecondFactor::email,
                   StaffUnlock::by_badge,
                   WalkIns::supervisor},
            Place{{"2.04"}, PlaceId{"hall"}, PlaceKind::room, "2.04", words, words, 120, PlaceId{"2.06"}},
            Forum{{"bio"}, words, words, words, {"2.04"}, 3},
            Session{{"s1"},
                    ForumId{"bio"},
                    {"2.04"},
                    SessionKind::break_,
                    words,
                    {},
                    words,
                    Instant{Milliseconds{1}},
                    Instant{Milliseconds{2}},
                    {"en"},
                    words},
            Checkpoint{{"door"},
                       words,
                       {"2.04"},
                       Direction::out,
                       Mode::desk,
                       true,
                       true,
                       Milliseconds{60000},
                       UnknownCodeRule::admit_and_flag},
            Hint{{"door"}, {"2.04"}, words, Arrow::left, 4},
            Delegation{{"d1"}, words, AttendeeId{"0412"}},
            Person{"د. نور القمري", "ar", "Noor Al-Qamari", {"Nour"}, "Dr", {1, 2}, "$argon2id$"},
            who,
            Contact{"a@example.org", "+00 1"},
            Note{"needs a ramp"},
            BadgeIssued{{"0412"}, BadgeKind::badge, 2, code, BadgeId{"00ff"}},
            BadgeCode{"ABCD"},
            BadgePrinted{"desk 1", "0007"},
            BadgeHandedOver{"focal point", "0007"},
            BadgeRevoked{"lost"},
            Entered{{"2.04"}, {"door"}, BadgeId{"00ff"}, Reason::by_hand, "from_paper"},
            Left{{"2.04"}, {"door"}, std::nullopt, "no_code"},
            Refused{{"door"}, Reason::forged, std::nullopt, "A-31"},
            DeviceEnrolled{"East 1", Role::desk, CheckpointId{"door"}, {"10.0.0.5:8080", "[fd00::5]:8080"}},
            DeviceRevoked{"stolen", {{{}, 12, {}}, {{}, std::uint64_t{1} << 39U, {}}}},
            Voided{{{}, 41}, "scanned twice"},
            Purged{"asked for it"},
            CardResolved{"noted", "twins"},
            ClockNoticed{Milliseconds{-2500}},
            SessionRuns{Instant{Milliseconds{1}}, Instant{Milliseconds{2}}, Instant{Milliseconds{0}}},
            Call{{"door"}, Instant{Milliseconds{7}}, Call::State::taken, "Desk 2", MeetingId{"m-1"}},
            Loan{AttendeeId{"0412"}, Instant{Milliseconds{7}}, "0007"},
            Emergency{Emergency::State::on, Instant{Milliseconds{7}}},
            Meeting{{"m-1"},
                    {"table-1"},
                    Instant{Milliseconds{1}},
                    Instant{Milliseconds{2}},
                    {{"0412"}, {"0413"}},
                    AttendeeId{"0009"},
                    {"de", "zh"},
                    Meeting::State::released,
                    {{"table-2"}}},
            MeetingRuns{PlaceId{"table-2"}, AttendeeId{"0010"}, {{"0414"}}, MeetingRuns::Then::planned, "Desk 2"}};
}

TEST_CASE("a summit that an earlier version wrote has no keys of its own for codes") {
    const Summit summit{{}, {}, {}, "UTC", Milliseconds{0}, {}, {}, {"en"}};
    Bytes encoded = encode(Payload{summit});
    // Twenty-two: after eight an empty list, three noughts, two times of five bytes, a look, no words, three times no
    // category, no region.
    constexpr std::size_t later = 4 + 2 * 5 + 4 + 4;
    REQUIRE(encoded.front() == 0x96);
    REQUIRE(encoded[encoded.size() - later] == 0x80);
    encoded.front() = 0x88;
    encoded.resize(encoded.size() - later);
    const auto read = decode_payload(Kind::summit, encoded);
    REQUIRE(read);
    CHECK(std::get<Summit>(*read) == summit);
}

TEST_CASE("badges that an earlier version printed do not say who did it") {
    Bytes encoded = encode(Payload{BadgePrinted{"desk 1", ""}});
    REQUIRE(encoded.front() == 0x82);
    encoded.front() = 0x81;
    encoded.pop_back(); // an empty text
    CHECK(std::get<BadgePrinted>(decode_payload(Kind::badge_printed, encoded).value()) == BadgePrinted{"desk 1"});
}

TEST_CASE("integers of every width come back as they were") {
    for (const std::int64_t n :
         {std::int64_t{0}, std::int64_t{23}, std::int64_t{24}, std::int64_t{255}, std::int64_t{256},
          std::int64_t{65536}, std::int64_t{1} << 40, std::int64_t{-1}, std::int64_t{-25},
          std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
        const Bytes encoded = cbor::Writer{}.integer(n).take();
        cbor::Reader in(encoded);
        REQUIRE(in.integer() == n);
        REQUIRE(in.done());
    }
}

TEST_CASE("longer forms than needed are refused, for hashes must be stable") {
    const Bytes five_in_two_bytes{0x18, 0x05};
    cbor::Reader in(five_in_two_bytes);
    in.uint();
    REQUIRE_FALSE(in.good());
}

TEST_CASE("nesting without end is refused, not followed") {
    const Bytes nested(100000, 0x81); // arrays of one array
    cbor::Reader in(nested);
    in.raw();
    REQUIRE_FALSE(in.good());
}

TEST_CASE("an array that claims more than there is allocates nothing and is refused") {
    const Bytes claim{0x9b, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
    cbor::Reader in(claim);
    REQUIRE(in.array() == 0);
    REQUIRE_FALSE(in.good());
}

TEST_CASE("texts that are no UTF-8 are refused") {
    for (const Bytes& bad : {Bytes{0x61, 0xff}, Bytes{0x62, 0xc0, 0x80}, Bytes{0x63, 0xed, 0xa0, 0x80},
                             Bytes{0x64, 0xf4, 0x90, 0x80, 0x80}}) {
        cbor::Reader in(bad);
        in.text();
        REQUIRE_FALSE(in.good());
    }
}

TEST_CASE("a header is read as it was written, and not at all when cut short") {
    for (const std::uint64_t seq : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{1} << 40}) {
        const Bytes encoded = encode(some_header(seq));
        REQUIRE(decode_header(encoded).value() == some_header(seq));
        for (std::size_t cut = 0; cut < encoded.size(); ++cut)
            REQUIRE_FALSE(decode_header(ByteView{encoded}.first(cut)));
    }
}

TEST_CASE("a certificate belongs to fact 1 and to no other") {
    Header second = some_header(2);
    second.opening = Opening{};
    REQUIRE_FALSE(decode_header(encode(second)));
    Header first = some_header(1);
    first.opening.reset();
    REQUIRE_FALSE(decode_header(encode(first)));
}

TEST_CASE("every kind of payload is read as it was written, inside a body") {
    for (const Payload& payload : one_of_each()) {
        const Body body{Bytes(16, 1),
                        {SubjectKind::attendee, "0412"},
                        {{some_header(2).origin, 4}},
                        Instant{Milliseconds{77}},
                        false,
                        encode(payload)};
        const auto decoded = decode_body(encode(body));
        REQUIRE(decoded.value() == body);
        REQUIRE(decode_payload(kind_of(payload), decoded->payload).value() == payload);
    }
}

TEST_CASE("there is a payload for every kind") { REQUIRE(one_of_each().size() == std::variant_size_v<Payload>); }

TEST_CASE("fields that a newer version added are passed over") {
    const Bytes with_more = cbor::Writer{}.array(3).text("a@example.org").text("+00 1").array(1).text("new").take();
    REQUIRE(std::get<Contact>(decode_payload(Kind::contact, with_more).value()) == Contact{"a@example.org", "+00 1"});
}

TEST_CASE("fields that an older version did not know yet are empty") {
    const Bytes before = cbor::Writer{}.array(3).text("Hub").uint(std::uint64_t{2}).array(0).take();
    const auto hub = std::get<DeviceEnrolled>(decode_payload(Kind::device, before).value());
    CHECK(hub == DeviceEnrolled{"Hub", Role::hub, std::nullopt});
    CHECK(hub.reached_at.empty());
}

TEST_CASE("damaged bodies and payloads are faults, never crashes") {
    Random random(4);
    for (const Payload& payload : one_of_each()) {
        const Bytes encoded = encode(payload);
        for (std::size_t cut = 0; cut < encoded.size(); ++cut)
            REQUIRE_FALSE(decode_payload(kind_of(payload), ByteView{encoded}.first(cut)));
        for (int i = 0; i < 300; ++i) {
            Bytes damaged = encoded;
            damaged[random.below(damaged.size())] = static_cast<std::uint8_t>(random.next());
            (void)decode_payload(kind_of(payload), damaged);
            (void)decode_body(damaged);
        }
    }
}

TEST_CASE("a certificate is read as it was written, and not at all when cut short") {
    const SignedCertificate certificate{{{}, {}, Bytes(32, 5), Role::desk, Instant{Milliseconds{9}}}, Bytes(64, 6)};
    const Bytes encoded = encode(certificate);
    REQUIRE(decode_certificate(encoded)->certificate == certificate.certificate);
    for (std::size_t cut = 0; cut < encoded.size(); ++cut)
        REQUIRE_FALSE(decode_certificate(ByteView{encoded}.first(cut)));
}
