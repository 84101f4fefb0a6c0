// The signed code: its vectors, its one form, and whose signature counts.
#include "scanner/code/parse.h"
#include "scanner/code/signed_code.h"
#include "tests/code/seeded.h"
#include "tests/code/vectors.h"

using namespace foyer;
using test::Random;
using test::some_summit;

namespace {

std::vector<CodeKey> keys_of(std::initializer_list<const KeyPair*> pairs) {
    std::vector<CodeKey> keys;
    for (const KeyPair* pair : pairs) keys.push_back({CodeKeyKind::foyer, pair->public_key, false, {}, {}});
    return keys;
}

Trust trust_in(const std::string& text, const std::vector<CodeKey>& keys, const SummitId& summit = some_summit()) {
    const auto read = read_signed(text);
    REQUIRE(read);
    return judge(*read, summit, keys);
}

} // namespace

TEST_CASE("The vectors of another implementation are made, read and verified") {
    const auto all = test::vectors()["signed"];
    REQUIRE(all.size() == 3);
    for (const auto& one : all) {
        INFO(one["name"]);
        const test::SignedVector vector = test::signed_vector(one);
        CHECK(vector.keys.public_key == test::bytes_of(one["public_key"]));
        const auto text = sign_code(vector.code, vector.summit, vector.keys);
        REQUIRE(text);
        CHECK(*text == vector.text);
        const auto read = read_signed(vector.text);
        REQUIRE(read);
        CHECK(read->code == vector.code);
        CHECK(signed_message(vector.summit, read->payload) == vector.message);
        CHECK(judge(*read, vector.summit, keys_of({&vector.keys})) == Trust::good);
    }
}

TEST_CASE("What is signed is read again as it was, and parses as ours in any case of its letters") {
    Random random(21);
    const KeyPair keys = test::seeded_keys(random);
    for (int round = 0; round < 300; ++round) {
        SignedCode code = test::seeded_code(random);
        code.key = key_id_of(keys.public_key);
        const auto text = sign_code(code, some_summit(), keys);
        REQUIRE(text);
        CHECK(text->size() == signed_code_length);
        const auto read = read_signed(*text);
        REQUIRE(read);
        CHECK(read->code == code);
        const Presented parsed = parse("]Q1" + lower_case(*text) + "\r\n");
        CHECK(parsed.form == Presented::Form::foyer);
        CHECK(parsed.text == *text);
    }
}

TEST_CASE("No character of a signed code can be changed unnoticed") {
    Random random(22);
    const KeyPair keys = test::seeded_keys(random);
    const auto known = keys_of({&keys});
    for (int round = 0; round < 3; ++round) {
        const std::string text = sign_code(test::seeded_code(random), some_summit(), keys).value();
        for (std::size_t at = 0; at < text.size(); ++at)
            for (int change = 0; change < 6; ++change) {
                std::string changed = text;
                changed[at] = static_cast<char>(random.next());
                const Presented parsed = parse(changed);
                if (parsed.text == text) continue; // the same character, or its small letter
                INFO(changed);
                const auto read = read_signed(parsed.text);
                CHECK((!read || judge(*read, some_summit(), known) != Trust::good));
            }
    }
}

TEST_CASE("A code of another summit is not good here, though the same key signed it") {
    Random random(23);
    const KeyPair keys = test::seeded_keys(random);
    const std::string text = sign_code(test::seeded_code(random), some_summit(), keys).value();
    CHECK(trust_in(text, keys_of({&keys})) == Trust::good);
    CHECK(trust_in(text, keys_of({&keys}), SummitId{}) == Trust::forged);
}

TEST_CASE("Keys come and go: an older one is good until it is retired, an unknown one is said to be unknown") {
    Random random(24);
    const KeyPair old = test::seeded_keys(random), fresh = test::seeded_keys(random);
    const std::string by_old = sign_code(test::seeded_code(random), some_summit(), old).value();
    const std::string by_fresh = sign_code(test::seeded_code(random), some_summit(), fresh).value();
    std::vector<CodeKey> keys = keys_of({&old});
    CHECK(trust_in(by_fresh, keys) == Trust::unknown_key);
    keys = keys_of({&old, &fresh});
    CHECK(trust_in(by_old, keys) == Trust::good);
    CHECK(trust_in(by_fresh, keys) == Trust::good);
    keys[0].retired = true;
    CHECK(trust_in(by_old, keys) == Trust::retired_key);
    CHECK(trust_in(by_fresh, keys) == Trust::good);
    keys.push_back({CodeKeyKind::foyer, old.public_key, false, {}, {}}); // listed twice: retired is retired
    CHECK(trust_in(by_old, keys) == Trust::retired_key);
    keys = {{CodeKeyKind::pretix_sig1, fresh.public_key, false, {}, {}}};
    CHECK(trust_in(by_fresh, keys) == Trust::unknown_key);
    CHECK(trust_in(by_fresh, {}) == Trust::unknown_key);
}

TEST_CASE("Two keys of one id are both tried, and neither is taken for the other") {
    Random random(25);
    std::map<KeyId, KeyPair> seen; // of 65,536 ids, some 300 keys share one already
    KeyPair one, other;
    while (one.public_key.empty()) {
        other = test::seeded_keys(random);
        const auto [first, is_new] = seen.emplace(key_id_of(other.public_key), other);
        if (!is_new) one = first->second;
    }
    const std::string text = sign_code(test::seeded_code(random), some_summit(), other).value();
    CHECK(trust_in(text, keys_of({&one, &other})) == Trust::good);
    CHECK(trust_in(text, keys_of({&one})) == Trust::forged);
    std::vector<CodeKey> keys = keys_of({&one, &other});
    keys[0].retired = true; // the other of the two
    CHECK(trust_in(text, keys) == Trust::good);
}

TEST_CASE("Times are rounded outwards to half hours") {
    Random random(26);
    const KeyPair keys = test::seeded_keys(random);
    const Instant noon{std::chrono::hours{24} * 20000 + std::chrono::hours{12}};
    SignedCode code{
        .attendee = {"1"}, .from = noon + std::chrono::minutes{29}, .until = noon + std::chrono::minutes{31}};
    const auto read = read_signed(sign_code(code, some_summit(), keys).value());
    CHECK(read->code.from == noon);
    CHECK(read->code.until == noon + std::chrono::hours{1});
    code.from = noon;
    code.until = noon + std::chrono::minutes{30};
    const auto exact = read_signed(sign_code(code, some_summit(), keys).value());
    CHECK(exact->code.from == code.from);
    CHECK(exact->code.until == code.until);
}

TEST_CASE("What a code cannot hold is refused with a sentence") {
    Random random(27);
    const KeyPair keys = test::seeded_keys(random);
    const Instant noon{std::chrono::hours{24} * 20000};
    const SignedCode good{.attendee = {"0412"}, .from = noon, .until = noon + std::chrono::hours{8}};
    REQUIRE(sign_code(good, some_summit(), keys));
    const auto refused = [&](auto change, const char* sentence) {
        SignedCode code = good;
        change(code);
        const auto text = sign_code(code, some_summit(), keys);
        REQUIRE_FALSE(text);
        CHECK(text.error().detail.find(sentence) != std::string::npos);
    };
    refused([](SignedCode& code) { code.attendee = {"delegate-of-ruritania"}; }, "too long for a signed code");
    refused([](SignedCode& code) { code.rights.forums = 0x1000; }, "first 12 forums");
    refused([](SignedCode& code) { code.until.reset(); }, "needs an end");
    refused([](SignedCode& code) { code.until = code.from; }, "cannot end before it begins");
    refused([&](SignedCode& code) { code.until = noon + std::chrono::hours{1024}; }, "42 days at most");
    refused([](SignedCode& code) { code.from.reset(), code.until = Instant{std::chrono::hours{-1}}; }, "before 1970");
    refused([](SignedCode& code) { code.from.reset(), code.until = Instant{std::chrono::hours{24 * 366 * 130}}; },
            "after 2089");
}

TEST_CASE("A text of the right length that is no signed code is forged, and one of another length is foreign") {
    Random random(28);
    const std::string text = sign_code(test::seeded_code(random), some_summit(), test::seeded_keys(random)).value();
    CHECK(parse("V" + std::string(120, '0')).form == Presented::Form::forged); // version 0
    CHECK(parse("V" + std::string(120, ':')).form == Presented::Form::forged); // too large for its bytes
    CHECK(parse(text.substr(0, 120)).form == Presented::Form::foreign);
    CHECK(parse(text + "0").form == Presented::Form::foreign);
    std::string other = text;
    other[60] = '_'; // in no QR code of this kind
    CHECK(parse(other).form == Presented::Form::foreign);
}
