#include "kiosk/badges/qr.h"

#include "kiosk/badges/blocks.h"
#include "tests/badges/cards.h"
#include "tests/catch.h"

using namespace foyer;

namespace {

// What a terminal shows of half blocks, two pixels wide and high each module; the colours are the escapes' own.
GreyPicture shown(const std::string& text) {
    std::vector<std::string> rows(2);
    for (std::size_t i = 0; i < text.size();) {
        const auto rest = std::string_view(text).substr(i);
        auto &upper = rows[rows.size() - 2], &lower = rows.back();
        const auto cell = [&](std::string_view glyph, char above, char below) {
            if (!rest.starts_with(glyph)) return false;
            upper += above;
            lower += below;
            i += glyph.size();
            return true;
        };
        if (rest.starts_with("\x1b[")) {
            i += rest.find('m') + 1;
        } else if (rest.front() == '\n') {
            rows.resize(rows.size() + 2);
            ++i;
        } else {
            REQUIRE((cell(" ", ' ', ' ') || cell("\u2580", '#', ' ') || cell("\u2584", ' ', '#') ||
                     cell("\u2588", '#', '#')));
        }
    }
    constexpr int scale = 4;
    auto picture = make_grey(static_cast<int>(rows[0].size()) * scale, static_cast<int>(rows.size() - 2) * scale, 255);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (rows[static_cast<std::size_t>(y / scale)][static_cast<std::size_t>(x / scale)] == '#')
                picture.at(x, y) = 0;
    return picture;
}

} // namespace

TEST_CASE("Sixteen characters of a code are version 1, with the most correction that version 1 has room for") {
    const auto qr = make_qr("FA2BCDEGH3456789");
    REQUIRE(qr);
    CHECK(qr->version == 1);
    CHECK(qr->size == 21);
    CHECK(qr->level == 'Q');
    CHECK(qr->modules.size() == 21 * 21);
}

TEST_CASE("Correction is raised only as far as the version stays") {
    for (std::size_t length = 1; length < 200; length += 7) {
        const auto qr = make_qr(std::string(length, 'A'));
        REQUIRE(qr);
        // ISO/IEC 18004 table 7: alphanumeric characters that level L holds.
        constexpr int level_l[]{25, 47, 77, 114, 154, 195, 224};
        int version = 1;
        while (level_l[version - 1] < static_cast<int>(length)) ++version;
        CHECK(qr->version == version);
    }
    CHECK(make_qr("ABC")->level == 'H');
    CHECK(make_qr(std::string(25, 'A'))->level == 'L');
}

TEST_CASE("Lower case, addresses and other scripts are kept as they are") {
    for (const std::string text : {"https://example.org/a?b=c&D=e", "Grüße 王样例", "a\nb"}) {
        const auto drawn = blocks(text, Blocks::half);
        REQUIRE(drawn);
        CHECK(code_in(shown(*drawn)) == text);
    }
}

TEST_CASE("What no QR code can hold is a fault that does not repeat the text") {
    CHECK_FALSE(make_qr(""));
    CHECK_FALSE(make_qr(std::string_view("A\0B", 3)));
    const auto huge = make_qr(std::string(8000, 'Q'));
    REQUIRE_FALSE(huge);
    CHECK(huge.error().detail.find("QQ") == std::string::npos);
    CHECK(huge.error().detail.find("8000") != std::string::npos);
}

TEST_CASE("Half blocks in a terminal are read, in black on white whatever the terminal's colours") {
    const auto drawn = blocks("FA2BCDEGH3456789", Blocks::half);
    REQUIRE(drawn);
    CHECK(code_in(shown(*drawn)) == "FA2BCDEGH3456789");
    std::size_t lines = 0, coloured = 0;
    for (std::size_t at = 0; (at = drawn->find('\n', at)) != std::string::npos; ++at) ++lines;
    for (std::size_t at = 0; (at = drawn->find("\x1b[38;5;16;48;5;231m", at)) != std::string::npos; ++at) ++coloured;
    CHECK(lines == (21 + 2 * qr_quiet_zone + 1) / 2);
    CHECK(coloured == lines);
}

TEST_CASE("The plain fallback has no byte beyond ASCII, no escape, and is read too") {
    const auto drawn = blocks("FA2BCDEGH3456789", Blocks::ascii);
    REQUIRE(drawn);
    auto picture = make_grey(58 * 4, 29 * 8, 255);
    std::size_t at = 0;
    for (int y = 0; y < 29; ++y) {
        const auto line = drawn->substr(at, drawn->find('\n', at) - at);
        REQUIRE(line.size() == 58);
        REQUIRE(line.find_first_not_of("# ") == std::string::npos);
        for (int x = 0; x < picture.width; ++x)
            for (int row = 0; row < 8; ++row)
                if (line[static_cast<std::size_t>(x / 4)] == '#') picture.at(x, y * 8 + row) = 0;
        at += line.size() + 1;
    }
    CHECK(at == drawn->size());
    CHECK(code_in(picture) == "FA2BCDEGH3456789");
}
