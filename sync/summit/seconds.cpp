#include "sync/summit/seconds.h"

#include <charconv>

namespace foyer {

static constexpr Seconds longest = std::chrono::years{1};

Result<Seconds> read_seconds(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    // Not a number is not more than 0 either.
    if (whole && value > 0 && value <= longest.count()) return Seconds{value};
    return fault(FaultKind::bad_input, "\"" + std::string{text} +
                                           "\" is no length of time: write seconds above 0, such as 60, or leave it "
                                           "out to go on until it is stopped");
}

} // namespace foyer
