// sync/ledger/machine.h on simulated machines.
#include "sync/ledger/machine.h"

#include <algorithm>
#include <array>

#include "sync/simulate/seams.h"
#include "sync/simulate/vfs.h"

namespace foyer {

namespace {

using simulate::file_of;
using simulate::Machines;
using simulate::Plant;
using simulate::Seams;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

const std::string& path_of(int handle) { return Machines::living().openings[static_cast<std::size_t>(handle)]; }

} // namespace

std::string machine_name(const std::filesystem::path& folder) { return Machines::living().at(folder.string()).name; }

bool has_file(const std::filesystem::path& file) {
    return Machines::living().at(file.string()).disk.exists(file_of(file.string()));
}

Result<> make_folder(const std::filesystem::path&) { return {}; } // a simulated disk is one folder

void remove_file(const std::filesystem::path& file) {
    (void)Machines::living().at(file.string()).disk.remove(file_of(file.string()));
}

Result<SmallFile> SmallFile::open(const std::filesystem::path& file) {
    simulate::Disk& disk = Machines::living().at(file.string()).disk;
    const std::string name = file_of(file.string());
    if (!disk.exists(name) && disk.write(name, 0, {}) != simulate::Disk::Written::done)
        return fault(FaultKind::not_allowed, file.string() + ": cannot be made");
    auto& openings = Machines::living().openings;
    openings.push_back(file.string());
    return SmallFile(static_cast<int>(openings.size()) - 1);
}

SmallFile::~SmallFile() {
    if (handle_ < 0) return;
    auto& locks = Machines::living().at(path_of(handle_)).locks;
    if (const auto held = locks.find(path_of(handle_)); held != locks.end() && held->second == handle_)
        locks.erase(held);
}

bool SmallFile::lock() const {
    return Machines::living().at(path_of(handle_)).locks.try_emplace(path_of(handle_), handle_).second;
}

std::string SmallFile::read() const {
    std::array<std::uint8_t, 128> text{};
    const auto& path = path_of(handle_);
    const std::size_t size = Machines::living().at(path).disk.read(file_of(path), 0, text);
    std::string read(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
    const auto digits = read.rfind("seq ");
    if (Seams::planted() == Plant::mark_forgotten && digits != std::string::npos)
        std::ranges::replace_if(read.begin() + static_cast<std::ptrdiff_t>(digits), read.end(), is_digit, '0');
    return read;
}

void SmallFile::write(std::string_view text) const {
    const auto& path = path_of(handle_);
    (void)Machines::living().at(path).disk.write(file_of(path), 0, as_bytes(text));
}

void SmallFile::flush() const {
    const auto& path = path_of(handle_);
    (void)Machines::living().at(path).disk.flush(file_of(path));
}

} // namespace foyer
