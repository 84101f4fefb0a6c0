// Every screen in a made-up language, longer than any: whatever is cut has no room to spare for a translation, and
// whatever comes out in plain letters has none.
#include "tests/app/longer_words.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "kiosk/app/guest.h"
#include "tests/catch.h"
#include "tests/scenes/morning.h"
#include "tests/scenes/scenes.h"
#include "tests/screens/drawn_texts.h"

namespace foyer {
namespace {

using tests::longer_english;

struct Shape {
    int width, height;
};
constexpr Shape upright{1080, 1920}, lying{1920, 1080};

// What a summit's own files say: all that the scenes are made of, with literals that go on joined.
std::string what_scenes_hold() {
    namespace fs = std::filesystem;
    // Names of languages in themselves, keys and commands are the same in every language.
    std::string all = "Aa, abc, en-XA, foyer enrol --new NAME, pkill foyer-kiosk, ";
    for (const Language language : {"de", "fr"}) all += own_name(language).text + ", ";
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(fs::path(FOYER_SOURCE_DIR) / "tests/scenes"))
        files.push_back(file.path());
    files.push_back(fs::path(FOYER_SOURCE_DIR) / "tests/app/terminal.cpp");
    for (const fs::path& path : files) {
        std::ifstream file(path);
        bool goes_on = false;
        for (std::string line; std::getline(file, line);) {
            const auto first = std::min(line.find_first_not_of(' '), line.size());
            goes_on = goes_on && line.substr(first).starts_with('"');
            all += goes_on ? line.substr(first + 1) : line;
            goes_on = line.ends_with('"');
            if (goes_on) all.pop_back();
        }
    }
    return all;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The runs of plain letters in a text, with what stands between them: "Dr Anna M" of "Dr Anna Mösner, Desk".
std::vector<std::string> plain_parts(const std::string& text) {
    std::vector<std::string> parts(1);
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x80 && c != ',')
            parts.back() += c;
        else if (!parts.back().empty())
            parts.emplace_back();
    for (std::string& part : parts) {
        while (!part.empty() && !is_letter(part.back())) part.pop_back();
        part.erase(part.begin(), std::ranges::find_if(part, is_letter));
    }
    std::erase_if(parts, [](const std::string& part) { return part.size() < 2; });
    return parts;
}

} // namespace

TEST_CASE("no sentence of any screen is cut in words longer than any language's") {
    const auto shape = GENERATE(upright, lying);
    DrawnTexts screen(shape.width, shape.height);
    for (const auto& shown : tests::scenes_in({longer_english})) {
        (void)screen.of(shown.view);
        for (const Label& label : screen.cut()) {
            if (!label.text.contains('[')) continue; // a summit's own
            INFO(shown.name << ", " << shape.width << ": " << label.text);
            CHECK(label.text.empty());
        }
    }
}

TEST_CASE("no sentence of any screen passes the translations by") {
    const std::string known = what_scenes_hold();
    DrawnTexts screen(upright.width, upright.height);
    for (const auto& shown : tests::scenes_in({longer_english})) {
        (void)screen.of(shown.view);
        for (const Label& label : screen.said())
            for (const std::string& part : plain_parts(label.text)) {
                if (known.contains(part)) continue;
                INFO(shown.name << ": " << label.text);
                CHECK(part.empty());
            }
    }
}

TEST_CASE("a sentence that nobody translated is told from one in longer words") {
    CHECK(tests::longer("Back") == "[Ḃááçķö]");
    CHECK(plain_parts(tests::longer("Call {1} now")).empty());
    CHECK(plain_parts("Call staff") == std::vector<std::string>{"Call staff"});
    CHECK_FALSE(what_scenes_hold().contains("Call staff"));
}

} // namespace foyer
