// A text file as UTF-8: read whole, byte order mark removed, checked. Any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "sync/import/problems.h"

namespace foyer {

inline constexpr std::uintmax_t max_text_file_size = 64U * 1024 * 1024; // bytes: about 300,000 people

// The file's text; nothing (and an error in `source`) when it cannot be read, is too large, or is no UTF-8 text.
std::optional<std::string> read_text_file(const std::filesystem::path& path, const Source& source);

// Checks a text that came from elsewhere (an upload); the same errors.
std::optional<std::string> check_text(std::string text, const Source& source);

// Where the first byte that is no UTF-8 stands (overlong forms, surrogates and values over U+10FFFF are none).
std::optional<std::size_t> first_bad_byte(std::string_view text);

// The next code point, and `text` without it. `text` must be valid and not empty.
char32_t next_code_point(std::string_view& text);

} // namespace foyer
