// The organisers' page as it was at build time: the files of assets/page, inside the program (embed.cmake writes them).
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace foyer {

struct PageFile {
    std::string content;
    std::string type; // for the Content-Type header
};

// `name` without any folder: "index.html". From `folder` when it is not empty (development: no rebuild to see a
// change).
// Nothing: no such file; names with a slash or a leading dot never match.
std::optional<PageFile> page_file(std::string_view name, const std::filesystem::path& folder);

} // namespace foyer
