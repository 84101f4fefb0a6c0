#include "sync/import/cells.h"

#include <algorithm>
#include <cctype>

#include "sync/summit/ids.h"

namespace foyer {

std::string_view trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : {" ", "\t", "\r", "\n", "\u00A0", "\u3000"}) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
        }
    }
    return text;
}

std::string column_name(std::string_view header) {
    std::string name{trimmed(header)};
    const std::size_t language = std::min(name.find(':'), name.size());
    for (std::size_t i = 0; i < language; ++i)
        name[i] = name[i] == ' ' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(name[i])));
    return name;
}

std::vector<std::string> list_of(std::string_view cell) {
    std::vector<std::string> items;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(';'), cell.size());
        if (const auto item = trimmed(cell.substr(0, end)); !item.empty()) items.emplace_back(item);
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return items;
}

std::string shown(std::string_view text) {
    const bool figures = text.find_first_not_of("0123456789:-/. TZ+") == std::string_view::npos;
    return text.size() <= 24 && (figures || is_valid_slug(text)) ? "\"" + std::string{text} + "\"" : "what stands here";
}

} // namespace foyer
