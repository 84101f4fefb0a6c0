#include "sync/import/time_zone.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

namespace foyer {

namespace {

constexpr const char* zones = "/usr/share/zoneinfo";
constexpr std::size_t header_size = 44;

// A name that can be no path to elsewhere.
bool is_plain(const std::string& name) {
    const auto good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
               c == '-' || c == '+';
    };
    return !name.empty() && name.front() != '/' && std::ranges::all_of(name, good);
}

std::string contents(const std::string& name) {
    std::error_code ignored;
    const auto path = std::filesystem::path(zones) / name;
    if (!is_plain(name) || !std::filesystem::is_regular_file(path, ignored)) return "";
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::int64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = static_cast<signed char>(bytes[at]) < 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return static_cast<std::int64_t>(value);
}

// The six counts of a TZif header (RFC 9636, 3.1), in its order.
struct Counts {
    std::size_t ut, standard, leap, times, types, letters;
};
std::optional<Counts> counts_at(std::string_view file, std::size_t at) {
    if (file.size() < at + header_size || !file.substr(at).starts_with("TZif")) return std::nullopt;
    const auto count = [&](std::size_t i) { return static_cast<std::size_t>(number(file, at + 20 + 4 * i, 4)); };
    const Counts counts{count(0), count(1), count(2), count(3), count(4), count(5)};
    const bool absurd = std::ranges::any_of(
        std::vector{counts.ut, counts.standard, counts.leap, counts.times, counts.types, counts.letters},
        [&](std::size_t n) { return n > file.size(); });
    if (absurd) return std::nullopt;
    return counts;
}
std::size_t size_of(const Counts& n, std::size_t time_size) {
    return n.times * (time_size + 1) + n.types * 6 + n.letters + n.leap * (time_size + 4) + n.standard + n.ut;
}

} // namespace

bool is_time_zone(const std::string& name) {
    std::error_code ignored;
    return !std::filesystem::is_directory(zones, ignored) || contents(name).starts_with("TZif");
}

std::optional<Milliseconds> zone_offset(const std::string& name, Instant when) {
    const std::string file = contents(name);
    const auto first = counts_at(file, 0); // the same with times of 32 bits; the good one follows
    if (!first) return std::nullopt;
    const std::size_t second = header_size + size_of(*first, 4);
    const auto counts = counts_at(file, second);
    const std::size_t times = second + header_size;
    if (!counts || counts->types == 0 || times + size_of(*counts, 8) > file.size()) return std::nullopt;
    const std::int64_t wanted = std::chrono::floor<std::chrono::seconds>(when).time_since_epoch().count();
    std::size_t passed = 0;
    while (passed < counts->times && number(file, times + 8 * passed, 8) <= wanted) ++passed;
    // Beyond the table a rule in words holds; one with a comma changes its clocks.
    const auto rule = std::string_view{file}.substr(times + size_of(*counts, 8));
    if (passed == counts->times && rule.find(',') != std::string_view::npos) return std::nullopt;
    const std::size_t kinds = times + 8 * counts->times;
    const std::size_t type = passed == 0 ? 0 : static_cast<unsigned char>(file[kinds + passed - 1]);
    if (type >= counts->types) return std::nullopt;
    return std::chrono::seconds{number(file, kinds + counts->times + 6 * type, 4)};
}

} // namespace foyer
