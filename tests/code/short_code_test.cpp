#include "scanner/code/parse.h"
#include "scanner/code/short_code.h"

#include <random>
#include <set>

#include "tests/catch.h"

namespace foyer {
namespace {

using Form = Presented::Form;

// Codes by a seed, so that a failure names the code that failed.
std::string seeded_code(std::mt19937_64& random) {
    ShortCodeDigits digits{};
    for (auto& digit : digits) digit = static_cast<std::uint8_t>(random() % short_code_alphabet.size());
    return short_code(random() % 2 == 0 ? BadgeKind::badge : BadgeKind::invitation, digits);
}

TEST_CASE("The vectors of the format page hold") {
    CHECK(short_code(BadgeKind::badge, {}) == "X22222222222222N");
    CHECK(short_code(BadgeKind::invitation, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}) == "K23456789ABCDEFW");
    CHECK(short_code(BadgeKind::badge, {28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15}) == "XXWVTSRQPNMLKJH5");
}

TEST_CASE("A minted code parses as ours, as itself and as its kind") {
    for (int i = 0; i < 500; ++i) {
        const auto kind = i % 2 == 0 ? BadgeKind::badge : BadgeKind::invitation;
        const auto code = mint(kind);
        CHECK(code.size() == short_code_length);
        const auto read = parse(code);
        CHECK(read.form == Form::foyer);
        CHECK(read.text == code);
        CHECK(kind_of(code) == kind);
    }
}

TEST_CASE("A thousand minted codes are a thousand codes") {
    std::set<std::string> codes;
    for (int i = 0; i < 1000; ++i) codes.insert(mint(BadgeKind::badge));
    CHECK(codes.size() == 1000);
}

TEST_CASE("Codes are made of the 29 characters alone, and use all of them") {
    std::set<char> seen;
    for (int i = 0; i < 500; ++i)
        for (const char c : mint(BadgeKind::invitation)) seen.insert(c);
    CHECK(std::string(seen.begin(), seen.end()) == short_code_alphabet);
    CHECK(short_code_alphabet.find_first_of("YZIOU01") == std::string_view::npos);
}

TEST_CASE("No single character of a code can be changed unnoticed") {
    const auto seed = GENERATE(1U, 2U, 3U, 4U, 5U);
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 20; ++round) {
        const auto code = seeded_code(random);
        for (std::size_t at = 0; at < code.size(); ++at)
            for (int c = 0; c < 256; ++c) {
                auto changed = code;
                changed[at] = static_cast<char>(c);
                if (parse(changed).text == code) continue; // the same character, or its lower case
                INFO(code << " -> " << changed);
                REQUIRE(parse(changed).form != Form::foyer);
            }
    }
}

TEST_CASE("No two different neighbours of a code can be swapped unnoticed") {
    std::mt19937_64 random(7);
    for (int round = 0; round < 500; ++round) {
        const auto code = seeded_code(random);
        for (std::size_t at = 0; at + 1 < code.size(); ++at) {
            auto swapped = code;
            std::swap(swapped[at], swapped[at + 1]);
            if (swapped == code) continue;
            INFO(code << " -> " << swapped);
            REQUIRE(parse(swapped).form != Form::foyer);
        }
    }
}

TEST_CASE("What a keyboard scanner adds does not matter: case, blanks, line ends, control characters") {
    const auto code = short_code(BadgeKind::badge, {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7});
    auto lower = code;
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (const auto& text :
         {lower, "  " + code + "\r\n", "\x02" + code + "\x03", code.substr(0, 8) + "\t" + code.substr(8)}) {
        const auto read = parse(text);
        CHECK(read.form == Form::foyer);
        CHECK(read.text == code);
    }
}

TEST_CASE("A text that begins like ours and has its length, but a wrong check or character, is forged") {
    CHECK(parse("X22222222222222L").form == Form::forged);
    CHECK(parse("X2222222222222Z2").form == Form::forged); // Z is in no code
    CHECK(parse("K-------------22").form == Form::forged);
    CHECK(parse("x22222222222222l").text == "X22222222222222L");
}

TEST_CASE("Any other text is foreign and keeps its case") {
    for (const auto* text : {"", "   ", "X", "X22222222222222", "X22222222222222KK", "A22222222222222K",
                             "2222222222222222", "https://example.org/t/xk9", "q6uzgqbZrs8Fd3Vn", "{\"ticket\": 4}"}) {
        INFO(text);
        const auto read = parse(text);
        CHECK(read.form == Form::foreign);
        CHECK_FALSE(kind_of(text));
    }
    CHECK(parse(" Abc def\n").text == "Abc def");
    CHECK(parse(std::string("a\0b", 3)).text == "ab");
}

TEST_CASE("No bytes crash the parser, and random ones are never ours by design") {
    std::mt19937_64 random(11);
    for (int round = 0; round < 20000; ++round) {
        std::string noise(random() % 40, '\0');
        for (auto& c : noise) c = static_cast<char>(random() & 0xffU);
        const auto read = parse(noise);
        CHECK(read.text.size() <= noise.size());
        if (read.form == Form::foyer) CHECK(kind_of(read.text));
    }
}

} // namespace
} // namespace foyer
