// A summit to measure on: a hub's folder with a programme, a roster and enrolled terminals, made without any network.
#pragma once

#include <filesystem>
#include <vector>

#include "sync/ledger/ledger.h"

namespace foyer::bench {

Instant now();                  // the real time: what a hub's own process has too
std::string code_of(int guest); // as on the badge of that guest
AttendeeId guest(int number);
inline const PlaceId hall{"hall"};
inline const CheckpointId door{"door"}; // of the hall: once in, nobody enters again

// The drafts of a roster's guests [first, end), as an import writes them: rights, names and an invitation.
std::vector<Draft> roster(const Ledger& ledger, int first, int end);
std::vector<Draft> programme(const Ledger& ledger);

struct Venue {
    std::filesystem::path folder; // of the hub's ledger, which is closed
    std::vector<Identity> terminals;
};
Venue make_venue(const std::filesystem::path& folder, int guests, int terminals);

// A terminal's ledger, as it is after enrolment: nothing in it but its own first fact.
std::unique_ptr<Ledger> make_terminal(const std::filesystem::path& folder, const Identity& who);
// A copy of a closed ledger's folder, to be opened in its place.
void copy_folder(const std::filesystem::path& from, const std::filesystem::path& to);
// What a checkpoint's terminal writes when a guest enters.
Draft entered(const AttendeeId& who, Instant when);

} // namespace foyer::bench
