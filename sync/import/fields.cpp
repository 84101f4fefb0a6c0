#include "sync/import/fields.h"

#include <algorithm>
#include <limits>

#include "sync/import/text_file.h"

namespace foyer {

namespace {
constexpr std::size_t max_text = 4000; // bytes of one text: a summary of half a page
} // namespace

bool is_showable(std::string_view text, std::string& why) {
    if (text.size() > max_text) return why = "is longer than 4000 bytes; shorten it", false;
    while (!text.empty()) {
        const char32_t c = next_code_point(text);
        const bool control = (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7F && c < 0xA0);
        if (control) return why = "contains a control character; delete it", false;
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
            return why = "contains an invisible sign that turns the writing direction; type the text again", false;
    }
    return true;
}

std::string foreign_offset_text(Milliseconds other, const Calendar& calendar) {
    return "has the offset " + offset_text(other) + ", and the summit's is " + offset_text(calendar.utc_offset) +
           "; write the summit's own time without an offset, or check that this is meant";
}

void Fields::error(std::string_view key, std::string text) const {
    const TomlNode* node = table_.find(key);
    source_.error(node ? node->line : table_.line, std::string{key}, std::move(text));
}

void Fields::warning(std::string_view key, std::string text) const {
    const TomlNode* node = table_.find(key);
    source_.warning(node ? node->line : table_.line, std::string{key}, std::move(text));
}

const TomlNode* Fields::take(std::string_view key, Need need) {
    asked_.push_back(key);
    const TomlNode* node = table_.find(key);
    if (!node && need == Need::required) error(key, "is missing; add it");
    return node;
}

const TomlNode* Fields::take(std::string_view key, Need need, TomlNode::Kind kind) {
    const TomlNode* node = take(key, need);
    if (!node || node->kind == kind) return node;
    error(key, "is " + std::string{name(node->kind)} + "; write " + std::string{name(kind)});
    return nullptr;
}

std::string Fields::text(std::string_view key, Need need) {
    const TomlNode* node = take(key, need, TomlNode::Kind::text);
    if (!node) return "";
    std::string why;
    if (!is_showable(node->text, why)) return error(key, why), "";
    if (need == Need::required && node->text.empty()) error(key, "is empty; fill it in");
    return node->text;
}

Wording Fields::wording(std::string_view key, Need need) {
    const TomlNode* node = take(key, need);
    Wording wording;
    if (!node) return wording;
    std::string why;
    const auto add = [&](const std::string& language, const TomlNode& entry) {
        const std::string field = std::string{key} + (language.empty() ? "" : "." + language);
        if (!language.empty() && !is_language(language))
            source_.error(entry.line, field, "\"" + language + "\" is no language; write a tag such as en or zh");
        else if (entry.kind != TomlNode::Kind::text)
            source_.error(entry.line, field, "is " + std::string{name(entry.kind)} + "; write a text");
        else if (!is_showable(entry.text, why))
            source_.error(entry.line, field, why);
        else if (!entry.text.empty())
            wording.by_language[language] = entry.text;
        else if (need == Need::required)
            source_.error(entry.line, field, "is empty; fill it in or delete the line");
    };
    if (node->kind != TomlNode::Kind::table) return add("", *node), wording;
    for (const TomlNode& entry : node->entries) add(entry.key, entry);
    return wording;
}

std::vector<std::pair<std::string, Wording>> Fields::named_wordings(std::string_view key) {
    std::vector<std::pair<std::string, Wording>> named;
    const TomlNode* node = take(key, Need::optional, TomlNode::Kind::table);
    if (!node) return named;
    Fields inside(*node, source_);
    for (const TomlNode& entry : node->entries)
        if (Wording words = inside.wording(entry.key, Need::required); !words.empty())
            named.emplace_back(entry.key, std::move(words));
    return named;
}

std::vector<std::string> Fields::texts(std::string_view key) {
    std::vector<std::string> list;
    const TomlNode* node = take(key, Need::optional, TomlNode::Kind::array);
    if (!node) return list;
    for (const TomlNode& item : node->items)
        if (item.kind == TomlNode::Kind::text)
            list.push_back(item.text);
        else
            error(key, "holds " + std::string{name(item.kind)} + "; write a list of texts");
    return list;
}

std::vector<std::uint64_t> Fields::numbers(std::string_view key) {
    std::vector<std::uint64_t> list;
    const TomlNode* node = take(key, Need::optional, TomlNode::Kind::array);
    if (!node) return list;
    for (const TomlNode& item : node->items)
        if (item.kind == TomlNode::Kind::integer && item.integer >= 0)
            list.push_back(static_cast<std::uint64_t>(item.integer));
        else
            error(key, "holds something else than numbers from 0; write a list such as [12, 14]");
    return list;
}

std::vector<Language> Fields::languages(std::string_view key, Need need) {
    auto list = texts(key);
    for (const Language& language : list)
        if (!is_language(language)) error(key, "\"" + language + "\" is no language; write a tag such as en or zh");
    if (need == Need::required && list.empty()) error(key, "is missing; name at least one language, the default first");
    for (std::size_t i = 0; i < list.size(); ++i)
        if (std::find(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i), list[i]) !=
            list.begin() + static_cast<std::ptrdiff_t>(i))
            error(key, "\"" + list[i] + "\" is there twice; delete one");
    std::erase_if(list, [](const Language& language) { return !is_language(language); });
    return list;
}

std::optional<int> Fields::count(std::string_view key, int least) {
    const TomlNode* node = take(key, Need::optional, TomlNode::Kind::integer);
    if (!node) return std::nullopt;
    if (node->integer < least || node->integer > 10'000'000) {
        const bool negative = node->integer < 0;
        error(key, std::to_string(node->integer) + (negative ? " is negative" : " is out of range") +
                       "; write a number from " + std::to_string(least) + ", or delete the line");
        return std::nullopt;
    }
    return static_cast<int>(node->integer);
}

bool Fields::flag(std::string_view key, bool otherwise) {
    const TomlNode* node = take(key, Need::optional, TomlNode::Kind::boolean);
    return node ? node->boolean : otherwise;
}

Instant Fields::time(std::string_view key, const Calendar& calendar) {
    const std::string written = text(key, Need::required);
    if (written.empty()) return {};
    const auto instant = parse_instant(written, calendar);
    if (!instant) {
        const std::string short_form = calendar.only_day ? "10:50 or " : "";
        error(key, "\"" + written + "\" is no time of this summit; write " + short_form + "2023-05-29 10:50");
    }
    if (const auto other = foreign_offset(written, calendar)) warning(key, foreign_offset_text(*other, calendar));
    return instant.value_or(Instant{});
}

std::string Fields::slug(std::string_view key, Need need) {
    std::string id = text(key, need);
    if (id.empty() || is_valid_slug(id)) return id;
    error(key, "\"" + id + "\" is no id; use up to 64 of the characters A-Z a-z 0-9 . _ -");
    return "";
}

void Fields::finish() {
    for (const TomlNode& entry : table_.entries) {
        if (std::ranges::count(asked_, entry.key) > 0) continue;
        const std::string_view meant = nearest(entry.key, asked_);
        source_.error(entry.line, entry.key,
                      meant.empty()
                          ? std::string{"is not known here; delete it (the format is in assets/summits/README.md)"}
                          : "is not known here; did you mean " + std::string{meant} + "?");
    }
}

} // namespace foyer
