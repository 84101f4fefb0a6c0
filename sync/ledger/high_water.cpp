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

struct Noted {
    std::array<char, 33> machine{}, origin{};
    unsigned long long last = 0;
};

static std::optional<Noted> read(const std::string& line) {
    Noted noted;
    const int found = std::sscanf(line.c_str(), "machine %32s origin %32s seq %llu", noted.machine.data(),
                                  noted.origin.data(), &noted.last);
    return found == 3 ? std::optional{noted} : std::nullopt;
}

std::string HighWater::doubt(const OriginId& own, std::uint64_t seq) const {
    const auto noted = read(written_);
    if (!noted) return "nothing beside the database says how far it went";
    if (noted->machine.data() != machine_) return "it was written on another machine";
    if (noted->origin.data() != own.hex()) return "another history was written here since";
    if (noted->last > seq)
        return "it is an older copy: fact " + std::to_string(noted->last) + " was written here already";
    return {};
}

std::optional<FactId> HighWater::last_own() const {
    const auto noted = read(written_);
    const auto bytes = noted ? from_hex(noted->origin.data()) : std::nullopt;
    const auto origin = bytes ? OriginId::from(*bytes) : std::nullopt;
    return origin ? std::optional{FactId{*origin, noted->last}} : std::nullopt;
}

void HighWater::note(const OriginId& own, std::uint64_t seq) const { file_.write(line(machine_, own, seq)); }

} // namespace foyer
