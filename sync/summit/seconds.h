// How long a program is to run, as people write it after `--seconds`: the same words from every command.
#pragma once

#include <chrono>
#include <string_view>

#include "sync/summit/fault.h"

namespace foyer {

using Seconds = std::chrono::duration<double>;

// "60", "2.5". bad_input: no number, 0 and less, more than a year, "nan"; the sentence says what to write.
Result<Seconds> read_seconds(std::string_view text);

} // namespace foyer
