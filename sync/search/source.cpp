#include "sync/search/source.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace foyer::search {
namespace {

using By = Match::By;
using Kind = Form::Kind;

bool is_name(By by) { return by == By::native_name || by == By::latin_name || by == By::other_name; }

Found written(By by, Kind kind) {
    if (by == By::organisation) return Found::organisation;
    if (!is_name(by)) return Found::rest;
    if (kind == Kind::initials) return Found::initials;
    if (by == By::other_name) return kind == Kind::word ? Found::other_word : Found::other_inside;
    return kind == Kind::word ? Found::name_word : Found::name_inside;
}

Found read(Kind kind) {
    if (kind == Kind::initials) return Found::initials;
    return kind == Kind::surname ? Found::surname_reading : Found::reading;
}

Joined joined(By by) { return is_name(by) ? Joined::far : by == By::organisation ? Joined::near : Joined::whole; }

} // namespace

void Known::add(By by, std::string_view text) {
    if (text.empty()) return;
    std::array<char, sizeof(std::uint32_t)> size{};
    const auto bytes = static_cast<std::uint32_t>(text.size());
    std::memcpy(size.data(), &bytes, size.size());
    bytes_ += static_cast<char>(by);
    bytes_.append(size.data(), size.size());
    bytes_ += text;
}

Known::Known(const Findable& who, const std::vector<std::uint32_t>& organisations) {
    add(By::id, who.id.text);
    add(By::native_name, who.person.native_name);
    if (who.person.latin_name != who.person.native_name) add(By::latin_name, who.person.latin_name);
    for (const std::string& name : who.person.other_names) add(By::other_name, name);
    for (const std::uint32_t number : organisations)
        add(By::organisation, {reinterpret_cast<const char*>(&number), sizeof number});
    add(By::phone, who.phone);
    add(By::email, who.email);
    for (const std::string& number : who.cases) add(By::case_number, number);
    bytes_.shrink_to_fit();
}

std::vector<Source> Known::sources() const {
    std::vector<Source> found;
    for (std::size_t at = 0; at < bytes_.size();) {
        const By by = static_cast<By>(bytes_[at]);
        std::uint32_t size = 0;
        std::memcpy(&size, bytes_.data() + at + 1, sizeof size);
        Source source{by, std::string_view(bytes_).substr(at + 1 + sizeof size, size)};
        at += 1 + sizeof size + size;
        if (by == By::organisation) std::memcpy(&source.organisation, source.text.data(), sizeof source.organisation);
        found.push_back(source);
    }
    return found;
}

std::string_view Known::id() const {
    std::uint32_t size = 0;
    if (bytes_.empty() || static_cast<By>(bytes_[0]) != By::id) return {};
    std::memcpy(&size, bytes_.data() + 1, sizeof size);
    return std::string_view(bytes_).substr(1 + sizeof size, size);
}

Cost cost_of(Found found, bool whole) {
    switch (found) {
    case Found::name_word: return whole ? 0 : 1;
    case Found::name_inside: return 2;
    case Found::surname_reading:
    case Found::other_word: return whole ? 3 : 4;
    case Found::reading:
    case Found::other_inside: return 4;
    case Found::initials: return 5;
    case Found::organisation: return 6;
    case Found::rest: return 7;
    }
    return not_found;
}

std::vector<FoundForm> forms_of(const Source& source, Spelling& spelling, const Surnames& surnames) {
    std::vector<FoundForm> found;
    if (source.by == By::phone) return found;
    const std::vector<Letter> letters = spelling.letters(source.text, letters_max);
    for (Form& form : written_forms(letters, joined(source.by))) found.push_back({std::move(form), {}, source.by});
    for (FoundForm& one : found) one.found = written(source.by, one.form.kind);
    if (!is_name(source.by)) return found;
    for (Form& form : read_forms(letters, spelling, surnames)) {
        const Found how = read(form.kind);
        found.push_back({std::move(form), how, source.by == By::native_name ? By::reading : source.by});
    }
    return found;
}

} // namespace foyer::search
