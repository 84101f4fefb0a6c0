// What the machine knows of a time zone (its tzdata): does it exist, and what is its offset at a time. Reads one file.
#pragma once

#include <optional>
#include <string>

#include "sync/summit/instant.h"

namespace foyer {

// False: there is no such zone. A machine without tzdata knows none and believes every name.
bool is_time_zone(const std::string& name);

// Its distance from UTC at that time; nothing where the machine does not say (no tzdata, beyond its table).
std::optional<Milliseconds> zone_offset(const std::string& name, Instant when);

} // namespace foyer
