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

TEST_CASE("a name that is no UTF-8 arrives whole in JSON, and so does one with a line's end or quotes") {
    const Scratch scratch;
    for (const char* name : {"a\xff.png", "a\xfe.png", "b\n\"'.png"}) write_badge(scratch, name, "here");
    const Ended json = run("scan --json " + scratch.path.string());
    CAPTURE(json.output);
    CHECK(json.code == 0);
    const auto objects = nlohmann::json::parse(json.output);
    REQUIRE(objects.size() == 3);
    CHECK(objects[0]["source_base64"] == to_base64(as_bytes(scratch / "a\xfe.png")));
    CHECK(objects[1]["source_base64"] == to_base64(as_bytes(scratch / "a\xff.png")));
    CHECK(objects[2]["source"] == scratch / "b\n\"'.png");
    CHECK_FALSE(objects[2].contains("source_base64"));
}

TEST_CASE("JSON tells why a picture could not be read, and a picture without a code has no reason") {
    const Scratch scratch;
    scratch.write("a.png", "This is no picture.");
    write_badge(scratch, "b.png", "here");
    const Ended json = run_shell("{ " + std::string{FOYER_PROGRAMS} + "/foyer scan --json " + scratch.path.string() +
                                 " 2>/dev/null; }");
    CHECK(json.code == 1);
    const auto objects = nlohmann::json::parse(json.output);
    CHECK_THAT(objects[0]["fault"].get<std::string>(), ContainsSubstring("neither a PNG nor a JPEG"));
    CHECK_FALSE(objects[1].contains("fault"));
}
