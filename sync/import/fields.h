// One table of a TOML file, read field by field: each accessor checks, reports what is wrong, and returns something
// usable, so that reading goes on. `finish` reports the fields nobody asked for: a misspelt "capcity" must not pass.
#pragma once

#include "sync/import/calendar.h"
#include "sync/import/choices.h"
#include "sync/import/toml_file.h"

namespace foyer {

enum class Need { required, optional };

class Fields {
public:
    Fields(const TomlNode& table, const Source& source) : table_(table), source_(source) {}

    std::string text(std::string_view key, Need need);
    // `key = "..."` (for every language) or `key.en = "..."`, `key.zh = "..."`.
    Wording wording(std::string_view key, Need need);
    // `key.NAME = "..."` or `key.NAME.en = "..."`, for any NAME.
    std::vector<std::pair<std::string, Wording>> named_wordings(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    std::vector<Language> languages(std::string_view key, Need need);
    std::vector<std::uint64_t> numbers(std::string_view key);
    std::optional<int> count(std::string_view key, int least);
    bool flag(std::string_view key, bool otherwise);
    Instant time(std::string_view key, const Calendar& calendar);

    template <class Id>
    Id id(std::string_view key) {
        return Id{slug(key, Need::required)};
    }
    template <class Id>
    std::optional<Id> optional_id(std::string_view key) {
        std::string text = slug(key, Need::optional);
        if (text.empty()) return std::nullopt;
        return Id{std::move(text)};
    }
    template <class Value>
    Value one_of(std::string_view key, Choices<Value> choices, Value otherwise) {
        const std::string word = text(key, Need::optional);
        const auto value = choice_named(choices, word);
        if (!word.empty() && !value) error(key, "\"" + word + "\" is not one of " + listed(choices));
        return value.value_or(otherwise);
    }

    [[nodiscard]] std::size_t line() const { return table_.line; }
    void error(std::string_view key, std::string text) const;
    void warning(std::string_view key, std::string text) const;
    void finish();

private:
    const TomlNode* take(std::string_view key, Need need);
    const TomlNode* take(std::string_view key, Need need, TomlNode::Kind kind);
    std::string slug(std::string_view key, Need need);
    const TomlNode& table_;
    const Source& source_;
    std::vector<std::string_view> asked_;
};

// What to say of a time with another offset than the summit's.
std::string foreign_offset_text(Milliseconds other, const Calendar& calendar);

// True when `text` may be shown: no control characters, nor those that turn the direction of what follows;
// `why` says what is wrong otherwise.
bool is_showable(std::string_view text, std::string& why);

} // namespace foyer
