#include "kiosk/app/strings.h"

#include <charconv>
#include <span>

#include "sync/summit/reading.h"

namespace foyer {

static std::string filled(std::string_view pattern, std::span<const std::string_view> arguments) {
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        const auto close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
        if (close == pattern.npos) break;
        out += pattern.substr(0, open);
        const auto number = pattern.substr(open + 1, close - open - 1);
        std::size_t which = 0;
        std::from_chars(number.data(), number.data() + number.size(), which);
        const bool known = which >= 1 && which <= arguments.size();
        out += known ? arguments[which - 1] : pattern.substr(open, close - open + 1);
        pattern.remove_prefix(close + 1);
    }
    return out += pattern;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
    return filled(pattern, {arguments.begin(), arguments.size()});
}

// On a line that reads from the right, what is put in keeps its own direction: a path, a time span, a name.
static std::string put_in(std::string_view text, const Language& language) {
    static constexpr std::string_view isolate = "\u2068", end = "\u2069";
    if (text.empty() || !reads_right_to_left(language)) return std::string{text};
    return std::string{isolate} + std::string{text} + std::string{end};
}

// What begins with something put in would take that for its direction, and lead the wrong way where it is put into a
// sentence in turn.
static std::string leading(std::string text, const Language& language) {
    static constexpr std::string_view mark = "\u200f";
    return text.empty() || !reads_right_to_left(language) ? text : std::string{mark} + text;
}

static std::string fill_in(std::string_view pattern, std::span<const std::string_view> arguments,
                           const Language& language) {
    if (arguments.empty()) return std::string{pattern};
    std::vector<std::string> put;
    for (const std::string_view argument : arguments) put.push_back(put_in(argument, language));
    return leading(filled(pattern, std::vector<std::string_view>{put.begin(), put.end()}), language);
}

std::string_view primary_subtag(std::string_view language) { return language.substr(0, language.find('-')); }

std::string Voice::text(Msgid sentence, std::initializer_list<std::string_view> arguments) const {
    return fill_in(strings_.text(language_, sentence), {arguments.begin(), arguments.size()}, language_);
}

std::vector<Language> nearest_tags(std::string_view language) {
    std::vector<Language> tags{Language{language}};
    const auto has = [&](std::string_view part) { return language.find(part) != language.npos; };
    const bool traditional = has("-Hant") || has("-TW") || has("-HK") || has("-MO");
    if (primary_subtag(language) == "zh" && traditional) tags.emplace_back("zh-Hant");
    tags.emplace_back(primary_subtag(language));
    return tags;
}

Label Voice::say(Msgid sentence, std::initializer_list<std::string_view> arguments) const {
    return {text(sentence, arguments), language_};
}

Label Voice::count(Msgid one, Msgid many, long count, std::initializer_list<std::string_view> arguments) const {
    const std::string said = number(count);
    std::vector<std::string_view> all{said};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return {fill_in(strings_.plural(language_, one, many, count), all, language_), language_};
}

std::string Voice::number(long value) const {
    constexpr std::size_t group = 3, grouped_from = 5;
    std::string digits = std::to_string(value);
    if (digits.size() < grouped_from || value < 0) return digits;
    const std::string example = text("1,234"_t); // a digit, what stands between groups, three digits
    const std::string between = example.size() > group + 1 ? example.substr(1, example.size() - group - 1) : "";
    for (std::size_t at = digits.size() - group;; at -= group) {
        digits.insert(at, between);
        if (at <= group) return digits;
    }
}

Label Voice::of(const Wording& wording) const {
    const auto& words = wording.by_language;
    const std::string primary{primary_subtag(language_)};
    if (words.empty()) return {};
    // An entry under "" serves every language; otherwise the words are in the language they were found under.
    if (words.contains(language_) || words.contains(primary) || words.contains(""))
        return {wording.in(language_), language_};
    return {wording.in(language_), words.contains("en") ? "en" : words.begin()->first};
}

Label Voice::join(std::initializer_list<std::string_view> parts) const {
    std::string out;
    for (const auto part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += "\u00a0\u00b7 "; // no line begins with it
        out += put_in(part, language_);
    }
    return {leading(std::move(out), language_), language_};
}

} // namespace foyer
