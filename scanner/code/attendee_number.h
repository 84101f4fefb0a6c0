// An attendee's id as a number of 48 bits, for codes that have no room for texts; the rules are in README.md.
#pragma once

#include <cstdint>
#include <optional>

#include "sync/summit/ids.h"

namespace foyer {

inline constexpr std::uint64_t attendee_numbers = std::uint64_t{1} << 48U;

// One number for each id of up to 14 digits ("0412" and "412" are two), up to 9 digits and small letters, or up to 7
// characters of any kind. Nothing for a longer one.
std::optional<std::uint64_t> number_of(const AttendeeId& id);

// Nothing for a number that no id has.
std::optional<AttendeeId> attendee_numbered(std::uint64_t number);

} // namespace foyer
