#include "sync/hub/data_folder.h"

#include <cerrno>
#include <cstring>
#include <vector>

#include <unistd.h>

namespace foyer {

namespace fs = std::filesystem;

// `folder` and those above it that are not there; the innermost first.
static std::vector<fs::path> missing(fs::path folder) {
    std::vector<fs::path> all;
    std::error_code ignored;
    for (; !folder.empty() && !fs::exists(folder, ignored); folder = folder.parent_path()) all.push_back(folder);
    return all;
}

// A page's worth: a full disk lets empty files be made.
static int write_probe(const fs::path& folder) {
    std::string name = (folder / ".foyer-XXXXXX").string();
    const int file = ::mkstemp(name.data());
    if (file < 0) return errno;
    const std::string page(4096, ' ');
    const bool written =
        ::write(file, page.data(), page.size()) == static_cast<ssize_t>(page.size()) && ::fsync(file) == 0;
    const int why = written ? 0 : errno == 0 ? ENOSPC : errno;
    ::close(file);
    ::unlink(name.c_str());
    return why;
}

Result<> try_data_folder(const fs::path& folder) {
    const std::vector<fs::path> made = missing(fs::absolute(folder).lexically_normal());
    std::error_code error;
    fs::create_directories(folder, error);
    const std::string why = error ? error.message() : std::string{};
    const int probe = error ? 0 : write_probe(folder);
    for (const fs::path& one : made) fs::remove(one, error);
    if (!why.empty()) return fault(FaultKind::disk, folder.string() + " cannot be made: " + why);
    if (probe != 0) return fault(FaultKind::disk, folder.string() + " cannot be written to: " + std::strerror(probe));
    return {};
}

} // namespace foyer
