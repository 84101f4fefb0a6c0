// How a summit looks, as its files say it.
#include "tests/import/folder.h"

using namespace foyer;

namespace {

std::string png(std::uint32_t width, std::uint32_t height, std::size_t size = 2000) {
    std::string file = "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR", 8);
    for (const std::uint32_t side : {width, height})
        for (int shift = 24; shift >= 0; shift -= 8) file += static_cast<char>(side >> shift);
    return file + std::string(size - file.size(), 'x');
}

} // namespace

TEST_CASE("the small summit has a colour and a sign") {
    const auto files = read_summit(summits_folder / "small").value();
    CHECK(files.summit->look.colour == 0x0B6B78);
    CHECK(files.summit->look.logo.size() > 1000);
    CHECK(files.warnings.empty());
}

TEST_CASE("a colour on which nobody could read, or that looks like an answer, is taken and corrected with a warning") {
    Folder folder;
    folder.replace("summit.toml", "\"#0B6B78\"", "\"#FFE000\"\nforum_colours = [\"#1f5faf\", \"#00ff40\"]");
    CHECK(mistakes(folder).empty());
    const std::string said = warnings(folder);
    CHECK(said.find("forum_colours: #00ff40 is shown as #") != std::string::npos);
    CHECK(said.find("colour: #FFE000 is shown as #") != std::string::npos);
    CHECK(said.find("#1f5faf") == std::string::npos);
}

TEST_CASE("what is no colour is named") {
    Folder folder;
    folder.replace("summit.toml", "\"#0B6B78\"", GENERATE("\"teal\"", "\"#12345\"", "\"#12345G\"", "\"#1234567\""));
    CHECK(mistakes(folder).find("is no colour; write one such as \"#125C8A\"") != std::string::npos);
}

TEST_CASE("a sign that no terminal could show is refused with what to do") {
    Folder folder;
    std::string said;
    const auto is = [&](const std::string& file, const char* expected) {
        folder.write("logo.png", file);
        said = mistakes(folder);
        CHECK(said.find(expected) != std::string::npos);
    };
    is("<svg/>", "is no PNG picture");
    is("", "cannot be read");
    is(png(8, 100), "is 8 x 100 pixels");
    is(png(4000, 100), "is 4000 x 100 pixels");
    is(png(400, 100, 90'000), "has 90 KB; at most 40 KB");
    folder.write("logo.png", png(400, 100));
    CHECK(mistakes(folder).empty());
    folder.replace("summit.toml", "\"logo.png\"", "\"../logo.png\"");
    CHECK(mistakes(folder).find("lies elsewhere") != std::string::npos);
}
