// Where to listen, as people type it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "sync/summit/fault.h"

namespace foyer {

// "127.0.0.1:8080", "[::1]:8080", "0.0.0.0:0". bad_input: anything else; an example is in it.
Result<std::pair<std::string, std::uint16_t>> read_address(std::string_view text);

} // namespace foyer
