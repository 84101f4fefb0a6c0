#include "sync/commands/escaped.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "sync/import/text_file.h"

namespace foyer {

namespace {

// C0, DEL and C1; marks, embeddings, overrides and isolates of direction; line and paragraph separator; what has no
// width.
bool is_unprintable(char32_t c) {
    if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return true;
    return c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
           c == 0xfeff;
}

std::string formatted(const char* format, unsigned value) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

std::string short_form(char32_t c) {
    switch (c) {
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return "";
    }
}

} // namespace

std::string escaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto whole = text.substr(0, first_bad_byte(text).value_or(text.size()));
        for (std::string_view rest = whole; !rest.empty();) {
            const std::string_view from = rest;
            const char32_t c = next_code_point(rest);
            if (const auto known = short_form(c); !known.empty())
                out += known;
            else if (is_unprintable(c))
                out += formatted("\\u{%x}", c);
            else
                out += from.substr(0, from.size() - rest.size());
        }
        text.remove_prefix(whole.size());
        if (text.empty()) break;
        out += formatted("\\x%02x", static_cast<unsigned char>(text.front()));
        text.remove_prefix(1);
    }
    return out;
}

std::string escaped_json(std::string_view json) {
    std::string out;
    while (!json.empty()) {
        const std::string_view from = json;
        const char32_t c = next_code_point(json);
        if (is_unprintable(c) && c != '\n')
            out += formatted("\\u%04x", c);
        else
            out += from.substr(0, from.size() - json.size());
    }
    return out;
}

} // namespace foyer
