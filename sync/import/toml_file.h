// A TOML file as a plain tree of values that know their line. The only pair of files that includes toml++.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/import/problems.h"

namespace foyer {

struct TomlNode {
    // A TOML date or time arrives as `text`, as it would be written in quotes ("2023-05-29 10:50").
    enum class Kind { text, integer, number, boolean, array, table };
    Kind kind = Kind::table;
    std::size_t line = 0;
    std::string text;
    std::int64_t integer = 0;
    bool boolean = false;
    std::vector<TomlNode> items;   // of an array
    std::vector<TomlNode> entries; // of a table, sorted by key
    std::string key;               // of an entry

    [[nodiscard]] const TomlNode* find(std::string_view wanted) const {
        for (const TomlNode& entry : entries)
            if (entry.key == wanted) return &entry;
        return nullptr;
    }
};

// "a text", "a whole number"... for sentences.
std::string_view name(TomlNode::Kind kind);

// Nothing, and an error with the line, when `text` is no TOML.
std::optional<TomlNode> parse_toml(std::string_view text, const Source& source);

} // namespace foyer
