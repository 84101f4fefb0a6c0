// What a hand scanner sends, cut into codes.
#include <utility>

#include "scanner/hand/hand_lines.h"
#include "tests/catch.h"
#include "tests/random.h"

namespace foyer {
namespace {

using namespace std::chrono_literals;
using Codes = std::vector<std::string>;

const SteadyTime start{1h};

TEST_CASE("A code ends with CR, LF, both, Tab, NUL or ETX") {
    const auto* end = GENERATE("\r", "\n", "\r\n", "\t", "\x03", "\r\r\n");
    HandLines lines;
    CHECK(lines.take("ABC" + std::string(end) + "DEF" + end, start) == Codes{"ABC", "DEF"});
    CHECK_FALSE(lines.in_a_code());
    CHECK(lines.take(std::string("GH\0", 3), start) == Codes{"GH"});
}

TEST_CASE("A code that comes in pieces is whole at its end") {
    HandLines lines;
    CHECK(lines.take("X2222", start).empty());
    CHECK(lines.take("222", start + 300ms) == Codes{"X2222"}); // who never sent an end ends by a pause
    HandLines other;
    CHECK(other.take("A\r", start) == Codes{"A"});
    CHECK(other.take("X2222", start + 1s).empty());
    CHECK(other.take("222\r", start + 1900ms) == Codes{"X2222222"});
}

TEST_CASE("From a scanner that sends no ends a pause ends a code, and a byte or two of noise are none") {
    HandLines lines;
    CHECK(lines.take("X2222222", start).empty());
    CHECK_FALSE(lines.wait(start + 79ms));
    CHECK(lines.wait(start + 80ms) == "X2222222");
    CHECK_FALSE(lines.wait(start + 1h));
    CHECK(lines.take("~", start + 2h).empty());
    CHECK_FALSE(lines.wait(start + 3h));
    CHECK(lines.dropped() == 1);
}

TEST_CASE("Half a code of a scanner that sends ends is dropped, and does not begin the next one") {
    HandLines lines;
    CHECK(lines.take("A\rX2222", start) == Codes{"A"});
    CHECK_FALSE(lines.wait(start + 999ms));
    CHECK_FALSE(lines.wait(start + 1s));
    CHECK_FALSE(lines.in_a_code());
    CHECK(lines.dropped() == 1);
    CHECK(lines.take("X3333\r", start + 5s) == Codes{"X3333"});
}

TEST_CASE("A line without an end costs no more than its bound, and the next code is read") {
    HandLines lines;
    CHECK(lines.take(std::string(100'000, 'x'), start).empty());
    CHECK(lines.take("\rABC\r", start) == Codes{"ABC"});
    CHECK(lines.take(std::string(HandLines::longest, 'y') + "\r", start).front().size() == HandLines::longest);
    CHECK(lines.dropped() == 1);
}

TEST_CASE("However the bytes are cut and whatever they are, codes are bounded and those between two ends come whole") {
    const auto seed = GENERATE(range(1U, 41U));
    CAPTURE(seed);
    test::Random random(seed);
    std::string sent;
    Codes wanted;
    for (int i = 0; i < 60; ++i) {
        std::string code;
        for (std::size_t n = 1 + random.below(40); n > 0; --n) code += static_cast<char>(' ' + random.below(220));
        std::erase(code, '\x7f');
        if (code.empty()) code = "x";
        sent += code + (random.chance(50) ? "\r\n" : "\t");
        wanted.push_back(code);
    }
    HandLines lines;
    Codes got;
    for (std::size_t at = 0, some = 0; at < sent.size(); at += some) {
        some = 1 + random.below(64);
        for (auto& code : lines.take(std::string_view(sent).substr(at, some), start + at * 1ms / 20))
            got.push_back(std::move(code));
    }
    CHECK(got == wanted);
}

} // namespace
} // namespace foyer
