#include "sync/ledger/high_water.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "sync/crypto/crypto.h"

namespace foyer {

// A machine's name for itself, hashed: nobody learns it from a copied folder. Empty machines are one machine.
static std::string this_machine() {
    std::ifstream file("/etc/machine-id");
    const std::string id{std::istreambuf_iterator<char>(file), {}};
    return hash({as_bytes("foyer machine 1"), as_bytes(id)}).hex().substr(0, 16);
}

// One line of fixed length, so that it is overwritten whole.
static std::string line(const std::string& machine, const OriginId& own, std::uint64_t seq) {
    std::array<char, 128> text{};
    const int size = std::snprintf(text.data(), text.size(), "machine %s origin %s seq %020llu\n", machine.c_str(),
                                   own.hex().c_str(), static_cast<unsigned long long>(seq));
    return {text.data(), static_cast<std::size_t>(size)};
}

Result<HighWater> HighWater::open(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "ledger.mark";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return fault(FaultKind::not_allowed, path.string() + ": " + std::strerror(errno));
    std::array<char, 128> text{};
    const ssize_t size = ::pread(file, text.data(), text.size(), 0);
    return HighWater(file, this_machine(), {text.data(), size > 0 ? static_cast<std::size_t>(size) : 0});
}

HighWater::HighWater(HighWater&& other) noexcept
    : file_(std::exchange(other.file_, -1)), machine_(std::move(other.machine_)), written_(std::move(other.written_)) {}

HighWater::~HighWater() {
    if (file_ >= 0) ::close(file_);
}

std::string HighWater::doubt(const OriginId& own, std::uint64_t seq) const {
    std::array<char, 33> machine{}, origin{};
    unsigned long long last = 0;
    if (std::sscanf(written_.c_str(), "machine %32s origin %32s seq %llu", machine.data(), origin.data(), &last) != 3)
        return "nothing beside the database says how far it went";
    if (machine.data() != machine_) return "it was written on another machine";
    if (origin.data() != own.hex()) return "another history was written here since";
    if (last > seq) return "it is an older copy: fact " + std::to_string(last) + " was written here already";
    return {};
}

void HighWater::note(const OriginId& own, std::uint64_t seq) const {
    const std::string text = line(machine_, own, seq);
    (void)!::pwrite(file_, text.data(), text.size(), 0);
}

} // namespace foyer
