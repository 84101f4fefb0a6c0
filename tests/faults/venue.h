// A summit for one test: a folder of files as organisers write them, and what its guests hold up, as recordings that a
// terminal's camera plays.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/random.h"

namespace foyer::test {

// Guests of a hall with one door, where each may enter once; it is on for three days, yesterday to tomorrow.
void write_summit(const std::filesystem::path& folder, int guests);

// The codes on the guests' badges, from a hub's ledger that nobody has open.
std::vector<std::string> codes_of(const std::filesystem::path& hub);

struct Pace {
    std::chrono::milliseconds a_badge, in_all;
};
// Some of the codes by chance, some of them again; each code fills the picture.
void record_guests(const std::filesystem::path& file, const std::vector<std::string>& codes, Pace pace, Random& random);
// A second of nothing.
void record_nobody(const std::filesystem::path& file);

} // namespace foyer::test
