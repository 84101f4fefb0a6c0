#include "scanner/hand/hand_lines.h"

#include <utility>

namespace foyer {

static bool ends_a_code(char c) { return c == '\r' || c == '\n' || c == '\t' || c == '\0' || c == '\x03'; }

std::vector<std::string> HandLines::take(std::string_view bytes, SteadyTime now) {
    std::vector<std::string> codes;
    if (auto ended = wait(now)) codes.push_back(std::move(*ended));
    for (const char c : bytes) {
        if (ends_a_code(c)) {
            sends_ends_ = true;
            if (auto code = end()) codes.push_back(std::move(*code));
        } else if (line_.size() == longest) {
            too_long_ = true;
        } else {
            line_ += c;
        }
    }
    if (!bytes.empty()) last_ = now;
    return codes;
}

std::optional<std::string> HandLines::end() {
    auto code = std::exchange(line_, {});
    if (std::exchange(too_long_, false)) return ++dropped_, std::nullopt;
    if (code.empty()) return std::nullopt; // the LF after a CR
    return code;
}

std::optional<std::string> HandLines::wait(SteadyTime now) {
    if (line_.empty() || now - last_ < (sends_ends_ ? half_kept : pause)) return std::nullopt;
    const bool whole = !sends_ends_ && line_.size() >= shortest_by_pause;
    auto code = end();
    if (code && !whole) return ++dropped_, std::nullopt;
    return code;
}

} // namespace foyer
