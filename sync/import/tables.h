// The `[[name]]` tables of a TOML file. Inside this room only.
#pragma once

#include "sync/import/fields.h"

namespace foyer {

// Calls `read(Fields&)` for each `[[name]]` of a file.
template <class Read>
void each_table(const TomlNode& root, std::string_view name, const Source& source, Read read) {
    const TomlNode* list = root.find(name);
    if (!list) return;
    const auto wrong = [&](std::size_t line) {
        source.error(line, std::string{name}, "write each one as [[" + std::string{name} + "]] on a line of its own");
    };
    if (list->kind != TomlNode::Kind::array) return wrong(list->line);
    for (const TomlNode& item : list->items) {
        if (item.kind != TomlNode::Kind::table) {
            wrong(item.line);
            continue;
        }
        Fields fields(item, source);
        read(fields);
        fields.finish();
    }
}

// Reports whatever else stands at the top of a file.
void only_tables(const TomlNode& root, std::vector<std::string_view> names, const Source& source);

} // namespace foyer
