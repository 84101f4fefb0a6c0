// Codes of other systems: pretix with its signature, and under which names the roster may know the others.
#include "scanner/code/foreign.h"
#include "scanner/code/parse.h"
#include "scanner/code/pretix.h"
#include "scanner/code/reading_text.h"
#include "sync/crypto/key_text.h"
#include "tests/code/seeded.h"
#include "tests/code/vectors.h"

using namespace foyer;
using test::Random;
using Names = std::vector<std::string>;

static CodeKey pretix_key(const Bytes& public_key) { return {CodeKeyKind::pretix_sig1, public_key, false, {}, {}}; }

TEST_CASE("Tickets that another implementation signed are read, and good under the key that pretix lists") {
    const auto all = test::vectors()["pretix"];
    REQUIRE(all.size() == 2);
    for (const auto& one : all) {
        INFO(one["name"]);
        const auto ticket = read_pretix(one["text"].get<std::string>());
        REQUIRE(ticket);
        CHECK(ticket->seed == one["seed"].get<std::string>());
        CHECK(ticket->item == one["item"].get<std::uint64_t>());
        CHECK(ticket->variation == one["variation"].get<std::uint64_t>());
        CHECK(ticket->subevent == one["subevent"].get<std::uint64_t>());
        CHECK(ticket->payload == test::bytes_of(one["payload"]));
        const auto second = [](std::int64_t s) {
            return s == 0 ? std::nullopt : std::optional{Instant{std::chrono::seconds{s}}};
        };
        CHECK(ticket->from == second(one["from"]));
        CHECK(ticket->until == second(one["until"]));
        const auto key = public_key_of(one["listed_key"].get<std::string>());
        REQUIRE(key);
        Random random(1);
        const std::vector keys{pretix_key(test::seeded_keys(random).public_key), pretix_key(*key)};
        CHECK(judge(*ticket, keys) == Trust::good);
        CHECK(judge(*ticket, std::span(keys).first(1)) == Trust::unknown_key);
    }
}

TEST_CASE("A retired key of pretix is said to be one, and a key of Foyer is none of pretix") {
    Random random(31);
    const KeyPair pair = test::seeded_keys(random);
    const auto ticket = read_pretix(test::seeded_pretix(random, pair));
    REQUIRE(ticket);
    CodeKey key = pretix_key(pair.public_key);
    CHECK(judge(*ticket, {&key, 1}) == Trust::good);
    key.retired = true;
    CHECK(judge(*ticket, {&key, 1}) == Trust::retired_key);
    key = {CodeKeyKind::foyer, pair.public_key, false, {}, {}};
    CHECK(judge(*ticket, {&key, 1}) == Trust::unknown_key);
}

TEST_CASE("Only the products and dates that a key names admit") {
    PretixTicket ticket;
    ticket.item = 12;
    ticket.subevent = 3;
    CodeKey key;
    CHECK(admits(key, ticket));
    key.items = {11, 12};
    CHECK(admits(key, ticket));
    key.subevents = {4};
    CHECK_FALSE(admits(key, ticket));
    key.subevents = {3, 4};
    key.items = {11};
    CHECK_FALSE(admits(key, ticket));
}

TEST_CASE("A ticket of pretix with anything too much, too little or elsewhere is none") {
    Random random(32);
    const KeyPair pair = test::seeded_keys(random);
    const std::string text = test::seeded_pretix(random, pair);
    const Bytes whole = from_base64(test::backwards(text)).value();
    const auto is_ticket = [](const Bytes& bytes) {
        return read_pretix(test::backwards(to_base64(bytes))).has_value();
    };
    REQUIRE(is_ticket(whole));
    const auto changed = [&](auto change) {
        Bytes bytes = whole;
        change(bytes);
        return is_ticket(bytes);
    };
    CHECK_FALSE(changed([](Bytes& b) { b[0] = 2; }));
    CHECK_FALSE(changed([](Bytes& b) { b.push_back(0); }));
    CHECK_FALSE(changed([](Bytes& b) { b.pop_back(); }));
    CHECK_FALSE(changed([](Bytes& b) { b[1] = 0xff; }));
    CHECK_FALSE(changed([](Bytes& b) { b[4] = 63; }));
    CHECK_FALSE(changed([](Bytes& b) { b[6] = 200; }));  // the seed's length, beyond its end
    CHECK_FALSE(changed([](Bytes& b) { b[7] = ' '; }));  // no character of a seed
    CHECK_FALSE(changed([](Bytes& b) { b[5] = 0x0b; })); // a wire type that there is not any more
    CHECK_FALSE(is_ticket({1, 0, 0, 0, 0}));
    CHECK_FALSE(is_ticket({}));
    CHECK_FALSE(read_pretix(std::string(5000, 'A')));
    CHECK_FALSE(read_pretix(test::backwards(text))); // forwards
    CHECK_FALSE(read_pretix(text.substr(1)));
}

TEST_CASE("Fields that a later pretix adds are passed over, and signed like the others") {
    Random random(33);
    const KeyPair pair = test::seeded_keys(random);
    const Bytes payload{0x0a, 1, 'a', 0x3d, 1, 2, 3, 4, 0x41, 1, 2, 3, 4, 5, 6, 7, 8, 0x4a, 2, 'x', 'y', 0x10, 7};
    Bytes framed{1, 0, static_cast<std::uint8_t>(payload.size()), 0, 64};
    for (const auto byte : payload) framed.push_back(byte);
    for (const auto byte : sign(payload, pair.secret_key)) framed.push_back(byte);
    const auto ticket = read_pretix(test::backwards(to_base64(framed)));
    REQUIRE(ticket);
    CHECK(ticket->item == 7);
    const CodeKey key = pretix_key(pair.public_key);
    CHECK(judge(*ticket, {&key, 1}) == Trust::good);
}

TEST_CASE("A ticket of Indico is known by its secret, in its new form and in its old one") {
    const std::string uuid = "a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69";
    const std::string bytes = to_base64(*from_hex("a3f81c709b2d4e558f601d2e3c4b5a69"));
    const std::string fresh = R"({"i":[12,"indico.example.org",")" + bytes + R"("]})";
    const Foreign read = read_foreign(fresh);
    CHECK(read.kind == ForeignKind::indico);
    CHECK(read.names == Names{fresh, uuid});
    const std::string old = R"({"registrant_id":"7","checkin_secret":"A3F81C70-9b2d-4e55-8f60-1d2e3c4b5a69",)"
                            R"("event_id":"12","server_url":"https://indico.example.org","version":1})";
    CHECK(read_foreign(old).names == Names{old, uuid});
    for (const char* text : {R"({"i":[1,"x","c2hvcnQ="]})", R"({"i":["x"]})", R"({"i":5})", R"({"checkin_secret":""})",
                             R"({"checkin_secret":{"a":1}})", R"({"i":[1,"x","not base64!"]})"}) {
        INFO(text);
        CHECK(read_foreign(text).kind == ForeignKind::opaque);
    }
}

TEST_CASE("Tickets and lead badges of eventyay, tickets of alf.io, and barcodes of others") {
    CHECK(read_foreign(R"({"ticket":"abc123"})").names == Names{R"({"ticket":"abc123"})", "abc123"});
    CHECK(read_foreign(R"({"ticket":4711})").names.back() == "4711");
    CHECK(read_foreign(R"({"lead":"L-9"})").names.back() == "L-9");
    const std::string uuid = "A3F81C70-9B2D-4E55-8F60-1D2E3C4B5A69";
    CHECK(read_foreign(uuid + "/k3H+x=").names == Names{uuid + "/k3H+x=", lower_case(uuid)});
    CHECK(read_foreign(uuid + "/k3H+x=").kind == ForeignKind::alfio);
    CHECK(read_foreign(uuid).names == Names{uuid, lower_case(uuid)});
    CHECK(read_foreign("1234567890123456789").names == Names{"1234567890123456789"});
    CHECK(read_foreign("q6uzgqbzrs8fd3vn").kind == ForeignKind::opaque);
    CHECK(read_foreign("HTTPS://example.org/t/1").kind == ForeignKind::address);
}

TEST_CASE("Nothing that only looks like JSON is taken for it") {
    const std::vector<std::string> texts{"{",
                                         "{}",
                                         "{\"ticket\":\"a\"} x",
                                         "{\"ticket\":\"\xff\"}",
                                         "{\"a\":" + std::string(2000, '[') + std::string(2000, ']') + "}",
                                         std::string(4096, '{'),
                                         "{\"ticket\":\"" + std::string(5000, 'a') + "\"}"};
    for (const std::string& text : texts) {
        const Foreign read = read_foreign(text);
        CHECK(read.kind == ForeignKind::opaque);
        CHECK(read.names == Names{text});
    }
}
