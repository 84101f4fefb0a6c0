#include "sync/hub/page.h"

#include <fstream>
#include <iterator>

#include "sync/hub/embedded.h"

namespace foyer {

namespace {

std::string type_of(std::string_view name) {
    if (name.ends_with(".html")) return "text/html; charset=utf-8";
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return "application/octet-stream";
}

} // namespace

std::optional<PageFile> page_file(std::string_view name, const std::filesystem::path& folder) {
    if (name.empty() || name.starts_with('.') || name.find('/') != std::string_view::npos) return std::nullopt;
    if (!folder.empty()) {
        std::ifstream in(folder / name, std::ios::binary);
        if (!in) return std::nullopt;
        return PageFile{{std::istreambuf_iterator<char>(in), {}}, type_of(name)};
    }
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.name == name) return PageFile{std::string(file.content), type_of(name)};
    }
    return std::nullopt;
}

} // namespace foyer
