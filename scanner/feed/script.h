// What the generated camera plays: who holds up what, for how long. Also as a folder (README.md has the format).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scanner/feed/picture.h"

namespace foyer {

// Where the code (without its quiet zone) stands in a picture, in pixels of it.
struct CodeBox {
    float left = 0, top = 0, width = 0, height = 0;
    bool operator==(const CodeBox&) const = default;
};

// One thing held up once. The picture is held as if it were 124 mm tall (a badge), or 170 mm wide if it is that flat.
struct Guest {
    GreyPicture picture;
    std::string label;           // reported with every frame; the feed does not look into it
    float hold_seconds = 2.0F;   // between arriving and leaving, 0.2..60
    float difficulty = 0.5F;     // 0: near, calm, well lit .. 1: far, tilted, blurred, dim, glaring
    float pause_seconds = 1.0F;  // an empty foyer afterwards, 0..60
    std::optional<CodeBox> code; // none: the whole picture counts as the code
};

enum class AtEnd { loop, stop };

struct FeedScript {
    std::vector<Guest> guests; // in order; none: an empty foyer for ever
    AtEnd at_end = AtEnd::loop;
    float frames_per_second = 30; // nominal: how much of the script one frame is
};

// Reads `folder`/guests.csv and its pictures. Faults name file and line: not_found, bad_input.
Result<FeedScript> read_feed(const std::filesystem::path& folder);
// Writes a folder that read_feed reads back equal, pictures as 001.pgm, 002.pgm... The folder is made when missing.
Result<> write_feed(const std::filesystem::path& folder, const FeedScript& script);

} // namespace foyer
