// Reed-Solomon correction of a QR code's block, over GF(256), of errors at unknown places and of erasures: codewords
// known to be unsure. An erasure costs half of what an error does. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sync/summit/bytes.h"

namespace foyer {

// Corrects `block`, of which the last `checks` bytes are check bytes. `erased`: places in it, at most `checks`. The
// number of errors found beside them; nothing when it cannot be corrected, and the block is then as it was.
std::optional<int> correct(std::span<std::uint8_t> block, int checks, std::span<const int> erased);

} // namespace foyer
