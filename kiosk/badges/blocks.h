// A code as text for a terminal, with its quiet zone, one line of text ended by '\n' per row.
#pragma once

#include <string>
#include <string_view>

#include "sync/summit/fault.h"

namespace foyer {

enum class Blocks {
    half,  // UTF-8 half blocks, two modules a character; black on white by explicit colours, whatever the terminal's
    ascii, // "##" for dark, two spaces for light, no escapes: for files and for terminals with a light background
};

// Faults as make_qr.
Result<std::string> blocks(std::string_view code, Blocks style);

} // namespace foyer
