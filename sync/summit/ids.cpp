#include "sync/summit/ids.h"

#include <algorithm>

namespace foyer {

static bool is_slug_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
}

bool is_valid_slug(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, is_slug_character);
}

BadgeId badge_id_of(const CodeHash& code) { return {to_hex(code.view().first(8))}; }

} // namespace foyer
