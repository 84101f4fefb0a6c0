// A point in time as people write it in a command or a request. Pure.
#pragma once

#include <string_view>

#include "sync/summit/fault.h"
#include "sync/summit/instant.h"

namespace foyer {

// "2023-05-29T09:00", "...T09:00:30", with "Z" or "+08:00" behind it or else in the zone of `utc_offset`.
// bad_input: anything else.
Result<Instant> read_time(std::string_view text, Milliseconds utc_offset);

} // namespace foyer
