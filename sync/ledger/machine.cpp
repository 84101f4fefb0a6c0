#include "sync/ledger/machine.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace foyer {

namespace fs = std::filesystem;

std::string machine_name(const fs::path&) {
    std::ifstream file("/etc/machine-id");
    return {std::istreambuf_iterator<char>(file), {}};
}

bool has_file(const fs::path& file) {
    std::error_code error;
    return fs::exists(file, error);
}

Result<> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error) return {};
    return fault(FaultKind::not_allowed, folder.string() + ": " + error.message() + " (cannot make the data folder)");
}

void remove_file(const fs::path& file) {
    std::error_code ignored;
    fs::remove(file, ignored);
}

Result<SmallFile> SmallFile::open(const fs::path& file) {
    const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0)
        return fault(FaultKind::not_allowed,
                     file.string() + ": " + std::strerror(errno) + " (the data folder must be writable for this user)");
    return SmallFile(handle);
}

SmallFile::~SmallFile() {
    if (handle_ >= 0) ::close(handle_);
}

bool SmallFile::lock() const { return ::flock(handle_, LOCK_EX | LOCK_NB) == 0; }

std::string SmallFile::read() const {
    std::array<char, 128> text{};
    const ssize_t size = ::pread(handle_, text.data(), text.size(), 0);
    return {text.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

void SmallFile::write(std::string_view text) const { (void)!::pwrite(handle_, text.data(), text.size(), 0); }

void SmallFile::flush() const { (void)::fdatasync(handle_); }

} // namespace foyer
