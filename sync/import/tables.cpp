#include "sync/import/tables.h"

#include <algorithm>

namespace foyer {

void only_tables(const TomlNode& root, std::vector<std::string_view> names, const Source& source) {
    for (const TomlNode& entry : root.entries) {
        if (std::ranges::count(names, std::string_view{entry.key}) > 0) continue;
        const std::string_view meant = nearest(entry.key, names);
        source.error(entry.line, entry.key,
                     meant.empty() ? std::string{"is not known in this file; delete it"}
                                   : "is not known in this file; did you mean [[" + std::string{meant} + "]]?");
    }
}

} // namespace foyer
