// Codes of strangers on the terminal of whoever scans them.
#include <nlohmann/json.hpp>

#include "kiosk/badges/badge.h"
#include "sync/commands/escaped.h"
#include "tests/commands/program.h"

using namespace foyer;
using namespace foyer::test;

static void write_badge(const Scratch& scratch, const std::string& name, const std::string& code) {
    BadgeCard card;
    card.name.text = "Ada Example";
    card.code = code;
    BadgePress press;
    const auto png = press.png(card, 150);
    REQUIRE(png);
    scratch.write(name, as_text(*png));
}

TEST_CASE("what could drive or turn a terminal's line is escaped, and so is the escape's own sign") {
    CHECK(escaped("a\\b\nc\td\re") == "a\\\\b\\nc\\td\\re");
    CHECK(escaped("\x1b[2J\x7f") == "\\u{1b}[2J\\u{7f}");
    CHECK(escaped("a\u202eb\u2066c\u200fd\u0085e") == "a\\u{202e}b\\u{2066}c\\u{200f}d\\u{85}e");
    CHECK(escaped("Caf\xe9 \xff") == "Caf\\xe9 \\xff");
    CHECK(escaped("周明轩, Gäste") == "周明轩, Gäste");
    CHECK(escaped_json("\"a\u202eb周\u0085\"\n") == "\"a\\u202eb周\\u0085\"\n");
}

TEST_CASE("a code that turns the line round is told without turning it") {
    const Scratch scratch;
    write_badge(scratch, "a.png", "ab\u202ecd");
    const Ended line = run("scan " + scratch / "a.png");
    CHECK(line.code == 0);
    CHECK(line.says("a.png: ab\\u{202e}cd ["));
    const Ended json = run("scan --json " + scratch / "a.png");
    CHECK(json.says("ab\\u202ecd"));
    CHECK(nlohmann::json::parse(json.output)[0]["text"] == "ab\u202ecd");
    CHECK(nlohmann::json::parse(json.output)[0]["base64"].is_null());
}

TEST_CASE("bytes that are no UTF-8 arrive whole in JSON") {
    const Scratch scratch;
    write_badge(scratch, "a.png", "a\xff\\xff");
    const Ended json = run("scan --json " + scratch / "a.png");
    CAPTURE(json.output);
    CHECK(nlohmann::json::parse(json.output)[0]["base64"] == to_base64(as_bytes("a\xff\\xff")));
}
