#include "sync/import/text_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace foyer {

namespace {

// Length of the well-formed sequence at the front (Unicode 15, table 3-7); 0: none.
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    const unsigned char lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < lowest || byte(1) > highest) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
    return length;
}

std::size_t line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

} // namespace

std::optional<std::size_t> first_bad_byte(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view& text) {
    const std::size_t length = sequence_length(text);
    const auto lead = static_cast<unsigned char>(text[0]);
    char32_t point = length <= 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) point = point << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    text.remove_prefix(std::max<std::size_t>(length, 1));
    return point;
}

std::optional<std::string> check_text(std::string text, const Source& source) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    const auto nothing = [&](std::size_t line, std::string why) {
        source.error(line, "", std::move(why));
        return std::nullopt;
    };
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return nothing(0, "this is UTF-16; save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
    if (const auto zero = text.find('\0'); zero != std::string::npos)
        return nothing(line_at(text, zero), "this is no text file (it contains a zero byte); save it as UTF-8 text");
    if (const auto bad = first_bad_byte(text))
        return nothing(line_at(text, *bad),
                       "this is not UTF-8; save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
    return text;
}

std::optional<std::string> read_text_file(const std::filesystem::path& path, const Source& source) {
    const auto unreadable = [&](const std::string& why) {
        source.error(0, "", "cannot read " + path.string() + ": " + why);
        return std::nullopt;
    };
    std::error_code trouble;
    if (std::filesystem::is_symlink(path, trouble) && !std::filesystem::exists(path, trouble))
        return unreadable("it is a link to a file that is not there; put the file itself here");
    const auto size = std::filesystem::file_size(path, trouble);
    if (trouble) return unreadable(trouble.message());
    if (size > max_text_file_size) {
        source.error(0, "", "the file is larger than 64 MiB; split it, or check that it is the right file");
        return std::nullopt;
    }
    // C's files, because a stream's buffer throws when the disk fails.
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) return unreadable(std::strerror(errno));
    std::string text(size, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file.get()));
    if (std::ferror(file.get()) != 0) return unreadable(std::strerror(errno));
    return check_text(std::move(text), source);
}

} // namespace foyer
