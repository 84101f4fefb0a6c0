// Codes out of the bytes that a hand scanner sends. Pure: time is an argument. One object a connection.
//
// A code ends with CR, LF, Tab, NUL or ETX, or, from a scanner that has never sent such an end, with a pause. From one
// that has, a pause after half a code means that the rest is lost: the half is dropped, and does not begin the next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scanner/frame.h"

namespace foyer {

class HandLines {
public:
    static constexpr std::size_t longest = 4096;          // bytes; the rest of what is longer goes with it
    static constexpr std::size_t shortest_by_pause = 4;   // less is noise on the line
    static constexpr std::chrono::milliseconds pause{80}; // at 1200 baud a character takes 8
    static constexpr std::chrono::milliseconds half_kept{1000};

    // Bytes that arrived at `now`; the codes that are whole by it, as sent.
    std::vector<std::string> take(std::string_view bytes, SteadyTime now);
    // Time passes: the code that the pause has ended.
    std::optional<std::string> wait(SteadyTime now);
    // Is a code under way?
    [[nodiscard]] bool in_a_code() const { return !line_.empty(); }
    // Lines that were dropped: too long, or a half.
    [[nodiscard]] std::size_t dropped() const { return dropped_; }

private:
    std::optional<std::string> end();

    std::string line_;
    SteadyTime last_;
    bool sends_ends_ = false, too_long_ = false;
    std::size_t dropped_ = 0;
};

} // namespace foyer
