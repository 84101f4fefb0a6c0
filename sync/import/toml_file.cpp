#include "sync/import/toml_file.h"

// Header-only and without exceptions whatever the package's flags say: a parse error is an ordinary result.
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
// toml++ 3.3 and 3.4 assert (or, under NDEBUG, assume) on a header such as "[&" before they come to report it. Without
// the assertion the code behind it reports an ordinary error: a file must never end the program.
#undef NDEBUG
#define TOML_ASSERT(expr) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>

#include "sync/import/toml_guard.h"

namespace foyer {

namespace {

std::string text_of(const toml::date& date) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04u-%02u-%02u", unsigned{date.year}, unsigned{date.month},
                  unsigned{date.day});
    return buffer;
}

std::string text_of(const toml::time& time) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%02u:%02u:%02u", unsigned{time.hour}, unsigned{time.minute},
                  unsigned{time.second});
    return buffer;
}

std::string text_of(const toml::date_time& when) {
    std::string text = text_of(when.date) + " " + text_of(when.time);
    if (!when.offset) return text;
    const int minutes = when.offset->minutes;
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                  std::abs(minutes) % 60);
    return text + buffer;
}

// toml++ gives implicit tables (of `name.en = ...`) no line of their own: they take their first entry's.
std::size_t line_of(const toml::node& node, const TomlNode& converted) {
    if (node.source().begin.line > 0) return node.source().begin.line;
    std::size_t first = 0;
    for (const TomlNode& entry : converted.entries)
        if (first == 0 || (entry.line > 0 && entry.line < first)) first = entry.line;
    return first;
}

// Recursion is bounded by toml++'s own limit on nesting (256).
TomlNode convert(const toml::node& node) {
    using enum TomlNode::Kind;
    TomlNode out;
    if (const auto* table = node.as_table()) {
        for (const auto& [key, value] : *table) {
            out.entries.push_back(convert(value));
            out.entries.back().key = key.str();
        }
    } else if (const auto* array = node.as_array()) {
        out.kind = TomlNode::Kind::array;
        for (const auto& value : *array) out.items.push_back(convert(value));
    } else if (const auto* boolean_value = node.as_boolean()) {
        out.kind = boolean;
        out.boolean = boolean_value->get();
    } else if (const auto* integer_value = node.as_integer()) {
        out.kind = integer;
        out.integer = integer_value->get();
    } else if (node.is_floating_point()) {
        out.kind = number;
    } else {
        out.kind = text;
        if (const auto* string = node.as_string()) out.text = string->get();
        if (const auto* date = node.as_date()) out.text = text_of(date->get());
        if (const auto* time = node.as_time()) out.text = text_of(time->get());
        if (const auto* when = node.as_date_time()) out.text = text_of(when->get());
    }
    out.line = line_of(node, out);
    return out;
}

} // namespace

std::string_view name(TomlNode::Kind kind) {
    switch (kind) {
    case TomlNode::Kind::text: return "a text";
    case TomlNode::Kind::integer: return "a whole number";
    case TomlNode::Kind::number: return "a number with a fraction";
    case TomlNode::Kind::boolean: return "true or false";
    case TomlNode::Kind::array: return "a list";
    case TomlNode::Kind::table: return "a table";
    }
    return "";
}

std::optional<TomlNode> parse_toml(std::string_view text, const Source& source) {
    if (const auto obstacle = obstacle_in_toml(text)) {
        source.error(obstacle->line, "", "this is not TOML: " + std::string{obstacle->text});
        return std::nullopt;
    }
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        source.error(error.source().begin.line, "", "this is not TOML: " + std::string{error.description()});
        return std::nullopt;
    }
    return convert(parsed.table());
}

} // namespace foyer
