// People and hand scanners at one keyboard.
#include "scanner/hand/key_burst.h"

#include <utility>

#include "scanner/code/parse.h"
#include "scanner/code/short_code.h"
#include "tests/catch.h"
#include "tests/random.h"

namespace foyer {
namespace {

using namespace std::chrono_literals;

const SteadyTime start{1h};
const std::string badge = "X22222222222222N", invitation = "K23456789ABCDEFW";

bool is_ours(std::string_view text) { return parse(text).form == Presented::Form::foyer; }

Keys wide(const std::string& ascii) { return {ascii.begin(), ascii.end()}; }

// A keyboard whose keys are heard as they are pressed.
struct Keyboard {
    KeyBursts bursts{is_ours};
    SteadyTime now = start;
    Keys typed;
    std::vector<std::string> codes;

    void take(Heard heard) {
        typed += heard.typed;
        if (heard.code) codes.push_back(std::move(*heard.code));
    }
    Keyboard& press(const Keys& keys, std::chrono::milliseconds apart) {
        for (const char32_t key : keys) {
            now += apart;
            if (const auto due = bursts.due(); due && *due <= now) take(bursts.wait(*due));
            take(bursts.hear({key, now, now}));
        }
        return *this;
    }
    Keyboard& scan(const std::string& code, const Keys& end = U"\r") { return press(wide(code) + end, 2ms); }
    Keyboard& rest(std::chrono::milliseconds time = 1s) {
        now += time;
        take(bursts.wait(now));
        return *this;
    }
};

// What a key of the US layout shows under another one.
Keys under(const Keys& us_shown, std::u32string_view from, std::u32string_view to) {
    Keys shown = us_shown;
    for (char32_t& c : shown)
        if (const auto at = from.find(c); at != from.npos) c = to[at];
    return shown;
}

TEST_CASE("A burst that is one of our codes is a code, with each end that a scanner may send, and in lower case") {
    const auto* end = GENERATE(U"\r", U"\t", U"\r\r", U"");
    Keyboard keyboard;
    keyboard.scan(badge, end).rest();
    keyboard.scan("k23456789abcdefw", end).rest();
    CHECK(keyboard.codes == std::vector<std::string>{badge, "k23456789abcdefw"});
    CHECK(keyboard.typed.empty());
    CHECK_FALSE(keyboard.bursts.due());
}

TEST_CASE("The same code typed by hand is typed") {
    Keyboard keyboard;
    keyboard.press(wide(badge) + U"\r", 120ms).rest();
    CHECK(keyboard.codes.empty());
    CHECK(keyboard.typed == wide(badge) + U"\r");
    Keyboard quick; // 13 keys a second
    quick.press(wide(badge) + U"\r", 75ms).rest();
    CHECK(quick.codes.empty());
    CHECK(quick.typed == wide(badge) + U"\r");
}

TEST_CASE("A slow scanner's code is known by its check, a slow ticket of somebody else's is not") {
    Keyboard keyboard;
    keyboard.press(wide(badge), 50ms).rest();
    CHECK(keyboard.codes == std::vector<std::string>{badge});
    keyboard.press(wide("ticket-4711-ab"), 50ms).rest();
    CHECK(keyboard.codes.size() == 1);
    CHECK(keyboard.typed == U"ticket-4711-ab");
}

TEST_CASE("A fast ticket of somebody else's is a code, in its own case; less than eight keys are a quick hand") {
    Keyboard keyboard;
    keyboard.scan("aBcdefgh2345").scan("4006381333931").scan("{\"i\":[1,\"x\"]}");
    CHECK(keyboard.codes == std::vector<std::string>{"aBcdefgh2345", "4006381333931", "{\"i\":[1,\"x\"]}"});
    keyboard.scan("1234567").rest();
    CHECK(keyboard.codes.size() == 3);
    CHECK(keyboard.typed == U"1234567\r");
}

TEST_CASE("A scanner breaks in while staff type: their keys stay, in order, and none of its keys lands among them") {
    Keyboard keyboard;
    keyboard.press(U"12", 200ms).press(U"3", 60ms);
    keyboard.now += 90ms; // less than a pause
    keyboard.scan(badge).press(U"456\r", 180ms).rest();
    CHECK(keyboard.codes == std::vector<std::string>{badge});
    CHECK(keyboard.typed == U"123456\r");
    Keyboard close; // the finger is on its key 20 ms before the scanner begins
    close.press(U"7", 500ms).press(wide(badge) + U"\r", 20ms).rest();
    CHECK(close.codes == std::vector<std::string>{badge});
    CHECK(close.typed == U"7");
}

TEST_CASE("What a scanner puts before a code goes with it, in each layout") {
    const auto* prefix = GENERATE(U"]Q1", U"+Q1", U"$A&", U"!Q1");
    Keyboard keyboard;
    keyboard.press(prefix + wide(badge) + U"\r", 3ms).rest();
    CHECK(keyboard.codes == std::vector<std::string>{badge});
    CHECK(keyboard.typed.empty());
    Keyboard other;
    other.scan("]Q1ticket-4711").press(U"+Q1ticketß4711\r", 3ms); // the key that is - in the US
    CHECK(other.codes == std::vector<std::string>{"ticket-4711", "ticket-4711"});
}

TEST_CASE("Codes are known through a French layout by their check, and through German and British ones by themselves") {
    const auto seed = GENERATE(range(1U, 51U));
    CAPTURE(seed);
    test::Random random(seed);
    ShortCodeDigits digits{};
    for (auto& digit : digits) digit = static_cast<std::uint8_t>(random.below(29));
    const std::string code = short_code(random.chance(50) ? BadgeKind::badge : BadgeKind::invitation, digits);
    for (const auto& shown :
         {under(wide(code), U"1234567890AQWZM", U"&é\"'(-è_çàQAZW?"), under(wide(code), U"YZ", U"ZY"), wide(code)}) {
        Keyboard keyboard;
        keyboard.press(shown + U"\r", 4ms).rest();
        REQUIRE(keyboard.codes.size() == 1);
        CHECK(parse(keyboard.codes.front()).text == code);
        CHECK(keyboard.typed.empty());
    }
}

TEST_CASE("A ticket of somebody else's is taken back by the layout that its scanner's prefix or our own codes told") {
    Keyboard german;
    german.press(U"keyz/4711ab\r", 3ms); // nothing is known yet
    german.press(U"+Q1kezy&4711\r", 3ms).press(U"kezyß4711\r", 3ms);
    CHECK(german.codes == std::vector<std::string>{"keyz/4711ab", "keyz^4711", "keyz-4711"});
    german.press(U"]Q1keyz-4711\r", 3ms).press(U"keyz-4711\r", 3ms); // another scanner, set to German
    CHECK(std::vector(german.codes.end() - 2, german.codes.end()) ==
          std::vector<std::string>{"keyz-4711", "keyz-4711"});
    Keyboard french;
    french.press(under(wide(badge), U"12", U"&é") + U"\r", 3ms).press(U"zwq,&éàç\r", 3ms);
    CHECK(french.codes == std::vector<std::string>{badge, "wzam1209"});
    french.scan(badge).scan("wzam1209"); // digits as they are: not behind a French layout
    CHECK(french.codes.back() == "wzam1209");
}

TEST_CASE("A short ticket is a code when its scanner says what it sends") {
    Keyboard keyboard;
    keyboard.scan("]C14711").rest();
    CHECK(keyboard.codes == std::vector<std::string>{"4711"});
    keyboard.scan("]C1").rest(); // nothing behind it
    CHECK(keyboard.codes.size() == 1);
    CHECK(keyboard.typed == U"]C1\r");
}

TEST_CASE("A layout is taken back key by key, and one that cannot show what is there says nothing") {
    CHECK(meant(KeyboardLayout::german, U"yZ-") == U"zY/");
    CHECK_FALSE(meant(KeyboardLayout::german, U"Ü\"@")); // @ is on no plain or shifted key of it
    CHECK(meant(KeyboardLayout::german, U"ÖÄüß") == U":\"[-");
    CHECK(meant(KeyboardLayout::british, U"\"@£") == U"@\"#");
    CHECK(meant(KeyboardLayout::french, U"$A&àM") == U"]Q10:");
    for (const auto layout : keyboard_layouts) {
        CHECK(meant(layout, U"日本").has_value() == (layout == KeyboardLayout::as_shown));
        CHECK(meant(layout, U"") == Keys());
    }
    CHECK(utf8_of(U"aß€😀") == "aß€😀");
}

TEST_CASE("A code that one layout makes of a burst is believed; of two that two layouts make, none is") {
    const auto heard = [](std::vector<std::string> ours) {
        KeyBursts bursts([ours](std::string_view text) { return std::ranges::find(ours, text) != ours.end(); });
        SteadyTime now = start;
        for (const char32_t key : Keys{U"zzzzzzzz-"}) (void)bursts.hear({key, now += 40ms, now});
        return bursts.wait(now + 1s);
    };
    CHECK(heard({"yyyyyyyy/"}).code == "yyyyyyyy/"); // German and Swiss German
    CHECK(heard({"wwwwwwww6"}).code == "wwwwwwww6"); // French
    CHECK_FALSE(heard({"yyyyyyyy/", "wwwwwwww6"}).code);
    CHECK(heard({"yyyyyyyy/", "wwwwwwww6"}).typed == U"zzzzzzzz-");
}

TEST_CASE("Esc and backspace end a run at once and are typed behind it") {
    Keyboard keyboard;
    keyboard.press(U"12\b3\x1b", 50ms);
    CHECK(keyboard.typed == U"12\b3\x1b");
    keyboard.press(wide(badge) + U"\x1b", 2ms);
    CHECK(keyboard.codes == std::vector<std::string>{badge});
    CHECK(keyboard.typed == U"12\b3\x1b\x1b");
}

TEST_CASE(
    "A window that paints hears a burst late and in heaps; it is known all the same, and typing is not taken for it") {
    KeyBursts bursts(is_ours);
    // All keys of a burst in two heaps, 140 ms apart: no gap is certain.
    std::optional<std::string> code;
    for (std::size_t i = 0; i < badge.size(); ++i) {
        const auto heap = i < 9 ? start + 140ms : start + 280ms;
        auto heard = bursts.hear({static_cast<char32_t>(badge[i]), heap - 140ms, heap});
        CHECK(heard.typed.empty());
    }
    code = bursts.hear({Keystroke::enter, start + 280ms, start + 290ms}).code;
    CHECK(code == badge);
    // The same code typed by hand while every frame takes 400 ms: heaps of three keys without a gap between them.
    Keys typed;
    for (std::size_t i = 0; i < badge.size(); ++i) {
        const auto heap = start + 10s + 400ms * (i / 3 + 1);
        typed += bursts.hear({static_cast<char32_t>(badge[i]), heap - 400ms, heap}).typed;
    }
    const auto last = bursts.wait(start + 20s);
    CHECK_FALSE(last.code);
    CHECK(typed + last.typed == wide(badge));
}

TEST_CASE("A mat on the keyboard is nobody's typing; a finger that rests on a key is") {
    Keyboard mat;
    for (int i = 0; i < 2500; ++i) mat.press(U"jk", 1ms);
    mat.rest();
    CHECK(mat.typed.empty());
    CHECK(mat.codes.empty());
    Keyboard finger;
    finger.press(Keys(3000, U'j'), 40ms).rest().press(Keys(2000, U'j'), 20ms).rest();
    CHECK(finger.typed.size() == 5000);
    CHECK(finger.codes.empty());
    finger.scan(badge);
    CHECK(finger.codes == std::vector<std::string>{badge});
}

// Hands and scanners in turn, as a seed has them.
TEST_CASE("Whatever people type between whatever scanners send, each gets all of its own and nothing of the other's") {
    const auto seed = GENERATE(range(1U, 301U));
    CAPTURE(seed);
    test::Random random(seed);
    Keyboard keyboard;
    Keys typed;
    std::vector<std::string> codes;
    bool scanned_last = false;
    for (int i = 0; i < 40; ++i) {
        if (random.chance(40)) {
            const std::string code = random.chance(50) ? badge : invitation;
            if (scanned_last || random.chance(50)) keyboard.now += 150ms;
            keyboard.now += std::chrono::milliseconds(31 + random.below(60)); // a scanner begins a moment after a key
            const Keys ends[] = {U"\r", U"\t", U"\r\r"};
            keyboard.press(wide(code) + ends[random.below(3)], std::chrono::milliseconds(1 + random.below(12)));
            codes.push_back(code);
            scanned_last = true;
        } else {
            for (std::size_t n = 1 + random.below(9); n > 0; --n) {
                const Keys some = U"0123456789qXK2\b\x1b\r";
                const char32_t key = some[random.below(some.size())];
                const int least = scanned_last ? 101 : 61; // an Enter right behind a code is the scanner's
                keyboard.press(Keys(1, key), std::chrono::milliseconds(least + static_cast<int>(random.below(300))));
                typed += key;
                scanned_last = false;
            }
        }
    }
    keyboard.rest();
    CHECK(keyboard.codes == codes);
    CHECK(keyboard.typed == typed);
}

} // namespace
} // namespace foyer
