#include "sync/ledger/high_water.h"

#include <array>
#include <cstdio>

#include "sync/crypto/crypto.h"

namespace foyer {

// A machine's name for itself, hashed: nobody learns it from a copied folder.
static std::string hashed(const std::string& machine) {
    return hash({as_bytes("foyer machine 1"), as_bytes(machine)}).hex().substr(0, 16);
}

// One line of fixed length, so that it is overwritten whole.
static std::string line(const std::string& machine, const OriginId& own, std::uint64_t seq) {
    std::array<char, 128> text{};
    const int size = std::snprintf(text.data(), text.size(), "machine %s origin %s seq %020llu\n", machine.c_str(),
                                   own.hex().c_str(), static_cast<unsigned long long>(seq));
    return {text.data(), static_cast<std::size_t>(size)};
}

Result<HighWater> HighWater::open(const std::filesystem::path& folder) {
    auto file = SmallFile::open(folder / "ledger.mark");
    if (!file) return std::unexpected(file.error());
    std::string written = file->read();
    return HighWater(std::move(*file), hashed(machine_name(folder)), std::move(written));
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

void HighWater::note(const OriginId& own, std::uint64_t seq) const { file_.write(line(machine_, own, seq)); }

} // namespace foyer
