// What embed.cmake generates: the bytes of assets/page.
#pragma once

#include <span>
#include <string_view>

namespace foyer {

struct EmbeddedFile {
    std::string_view name;
    std::string_view content;
};

std::span<const EmbeddedFile> embedded_files();

} // namespace foyer
