// Who may include whom, and where a foreign library may be seen.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>

#include "tests/catch.h"
#include "tests/tidy/tree.h"

namespace foyer::tidy {
namespace {

// The floors of the house. A room includes rooms of lower floors, never one above it.
const std::map<std::string, int> floors = {
    {"sync/summit", 0},      {"sync/crypto", 1},                                             //
    {"scanner", 2},          {"scanner/code", 2},  {"scanner/feed", 2}, {"scanner/hand", 2}, //
    {"sync/replication", 2}, {"sync/import", 2},   {"kiosk/text", 2},   {"sync/ledger", 2},  //
    {"sync/search", 2},                                                                      //
    {"sync/audit", 3},       {"sync/roster", 3},   {"sync/uplink", 3},  {"sync/central", 3},
    {"sync/hub", 3},         {"kiosk/app", 3},     {"kiosk/badges", 3}, {"kiosk/screens", 3}, //
    {"sync/simulate", 4},                                                                     //
    {"kiosk/terminal", 4},   {"sync/commands", 4}, {"kiosk/demo", 4},   {"sync/bench", 5},
};

// Neighbours that may look at each other nevertheless, and why.
const std::map<std::pair<std::string, std::string>, std::string> doors = {
    {{"scanner/hand", "scanner"}, "hand scanners are sources of codes beside cameras"},
    {{"scanner/hand", "scanner/code"}, "what scanners put round a code is known in one place"},
    {{"kiosk/screens", "kiosk/app"}, "a screen draws the app's views and pushes its intents"},
    {{"sync/hub", "sync/uplink"}, "both ends of the websocket are one pair of files"},
    {{"sync/hub", "sync/roster"}, "the page adds guests as a desk does"},
    {{"sync/hub", "sync/central"}, "a hub of several keeps its facts in their shared store"},
    {{"sync/commands", "kiosk/demo"}, "`foyer demo` is a command"},
};

// Rooms of a hub, which has no display: nothing of kiosk/ but what draws on paper.
const std::vector<std::string> headless = {"sync/"};
const std::vector<std::string> for_headless = {"kiosk/text", "kiosk/badges", "kiosk/demo"};

struct Library {
    std::string name;
    std::string headers;              // a regular expression for the text between < >
    std::vector<std::string> allowed; // path prefixes
};

// Each foreign library is seen by a few files, so that it can be replaced or upgraded in one place. Tests may use them
// all, to ask the library itself what Foyer asks of it.
const std::vector<Library> libraries = {
    {"ZXing", "ZXing/.*", {"scanner/zxing."}},
    {"GStreamer", "gst/.*|glib.*", {"scanner/pipe", "scanner/device", "kiosk/terminal/speaker"}},
    {"espeak-ng", "espeak-ng/.*", {"kiosk/terminal/speech."}},
    {"SQLite", "sqlite3\\.h", {"sync/ledger/", "sync/simulate/vfs."}},
    {"libpq", "libpq-fe\\.h", {"sync/central/postgres."}},
    {"libsodium", "sodium.*", {"sync/crypto/"}},
    {"GLFW", "GLFW/.*", {"kiosk/screens/", "kiosk/terminal/"}},
    {"OpenGL", "GL/.*|epoxy/.*|GLES.*", {"kiosk/screens/", "kiosk/terminal/"}},
    {"Dear ImGui", "imgui.*|misc/freetype.*|backends/imgui.*", {"kiosk/screens/", "kiosk/terminal/"}},
    {"Pango and Cairo", "pango/.*|cairo.*|fontconfig/.*", {"kiosk/text/", "kiosk/badges/"}},
    {"Asio and Beast", "boost/(beast|asio).*", {"sync/uplink/", "sync/hub/", "sync/bench/", "kiosk/terminal/desk"}},
    {"OpenSSL", "openssl/.*", {"sync/uplink/authority."}},
    {"Asio's TLS", "boost/asio/ssl.*", {"sync/uplink/stream."}},
    {"Avahi", "avahi-.*", {"sync/uplink/discovery."}},
    {"Boost.Locale", "boost/locale.*", {"kiosk/app/gettext"}},
    {"toml++", "toml\\+\\+.*", {"sync/import/"}},
    {"CLI11", "CLI/.*", {"sync/commands/", "sync/simulate/main", "kiosk/terminal/", "kiosk/demo/"}},
    {"ICU", "unicode/.*", {"sync/search/spelling."}},
    {"libqrencode", "qrencode\\.h", {"kiosk/badges/", "kiosk/demo/"}},
};

std::string quoted_include(const std::string& line) {
    static const std::regex form(R"(^\s*#\s*include\s*"([^"]+)\")");
    std::smatch match;
    return std::regex_search(line, match, form) ? match[1].str() : "";
}

std::string angled_include(const std::string& line) {
    static const std::regex form(R"(^\s*#\s*include\s*<([^>]+)>)");
    std::smatch match;
    return std::regex_search(line, match, form) ? match[1].str() : "";
}

bool in_house(const File& file) { return starts_with_any(file.path, {"sync/", "scanner/", "kiosk/"}); }

// Why `room` may not include `other`; empty when it may.
std::string objection(const std::string& room, const std::string& other) {
    if (room == other) return "";
    if (!floors.contains(room)) return "the room " + room + " is not in the table of tests/tidy/includes.cpp";
    if (!floors.contains(other)) return other + " is no room";
    if (starts_with_any(room, headless) && other.starts_with("kiosk/") && !starts_with_any(other, for_headless))
        return room + " runs where there is no display and may not include " + other;
    if (doors.contains({room, other})) return "";
    if (floors.at(other) < floors.at(room)) return "";
    return room + " may not include " + other + ": it stands " +
           (floors.at(other) == floors.at(room) ? "beside it" : "above it");
}

Findings directions(const File& file) {
    Findings found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string include = quoted_include(file.lines[i]);
        if (include.empty()) continue;
        const std::string other = std::filesystem::path(include).parent_path().generic_string();
        const std::string why = objection(file.folder(), other);
        if (!why.empty()) found.push_back(finding(file, i + 1, why));
    }
    return found;
}

Findings libraries_in_place(const File& file) {
    Findings found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string include = angled_include(file.lines[i]);
        for (const Library& library : libraries) {
            if (include.empty() || !std::regex_match(include, std::regex(library.headers))) continue;
            if (!starts_with_any(file.path, library.allowed))
                found.push_back(finding(file, i + 1, library.name + " is not for this room"));
        }
    }
    return found;
}

Findings written_from_the_root(const File& file) {
    Findings found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string include = quoted_include(file.lines[i]);
        if (include.empty() || include.starts_with("generated/")) continue;
        if (!std::filesystem::exists(std::filesystem::path(FOYER_SOURCE_DIR) / include))
            found.push_back(finding(file, i + 1, "\"" + include + "\" is no file, seen from the root"));
    }
    return found;
}

// What a room's CMakeLists.txt links has to obey the same table, or an include could come in by the back door.
Findings links(const File& file) {
    Findings found;
    static const std::regex form(R"(foyer_room\(\s*\w+([^)]*)\))");
    std::string text;
    for (const std::string& line : file.lines) text += line + " ";
    std::smatch match;
    if (!std::regex_search(text, match, form)) return found;
    std::istringstream words(match[1].str());
    bool uses = false;
    for (std::string word; words >> word;) {
        if (word == "USES" || word == "SYSTEM") {
            uses = word == "USES";
            continue;
        }
        const auto named = std::find_if(floors.begin(), floors.end(), [&](const auto& entry) {
            const std::string& room = entry.first;
            return room == word || room.substr(room.rfind('/') + 1) == word;
        });
        const std::string why = !uses ? "" : named == floors.end() ? "" : objection(file.folder(), named->first);
        if (!why.empty()) found.push_back(finding(file, 0, why));
    }
    return found;
}

std::vector<File> house() {
    std::vector<File> files = sources();
    std::erase_if(files, [](const File& file) { return !in_house(file); });
    return files;
}

TEST_CASE("A room includes only rooms that stand below it") {
    expect_none(ask(directions, house()));
    CHECK(ask(directions, {sample("sync/summit/a.cpp", "#include \"sync/ledger/ledger.h\"\n")}).size() == 1);
    CHECK(ask(directions, {sample("sync/ledger/a.cpp", "#include \"sync/replication/b.h\"\n")}).size() == 1);
    CHECK(ask(directions, {sample("sync/hub/a.cpp", "\n#include \"kiosk/screens/b.h\"\n")})
              .at(0)
              .starts_with("sync/hub/a.cpp:2:"));
    CHECK(ask(directions, {sample("sync/ledger/a.cpp", "#include \"tests/b.h\"\n")}).size() == 1);
    CHECK(ask(directions, {sample("sync/ledger/a.cpp", "#include \"sync/summit/b.h\"\n")}).empty());
}

TEST_CASE("A room links only rooms that stand below it") {
    std::vector<File> files = tree();
    std::erase_if(files, [](const File& file) { return !in_house(file) || !file.path.ends_with("CMakeLists.txt"); });
    CHECK_FALSE(files.empty());
    expect_none(ask(links, files));
    CHECK(ask(links, {sample("sync/summit/CMakeLists.txt", "foyer_room(summit\n  USES ledger)")}).size() == 1);
}

TEST_CASE("A foreign library is seen only in its own room") {
    expect_none(ask(libraries_in_place, house()));
    CHECK(ask(libraries_in_place, {sample("kiosk/app/a.cpp", "#include <imgui.h>\n")}).size() == 1);
    CHECK(ask(libraries_in_place, {sample("sync/ledger/a.cpp", "#include <sqlite3.h>\n")}).empty());
}

TEST_CASE("An include in quotes is a file of ours, written from the root") {
    expect_none(ask(written_from_the_root, sources()));
    CHECK(ask(written_from_the_root, {sample("sync/summit/a.cpp", "#include \"ids.h\"\n")}).size() == 1);
}

} // namespace
} // namespace foyer::tidy
