// The .po files as they are written, for asking what is missing in them.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::tests {

struct Entry {
    std::string plural;             // the msgid_plural, if any
    std::vector<std::string> forms; // msgstr, or msgstr[0]...
};
struct Catalogue {
    std::map<std::string, Entry> entries; // by msgid; the header under ""
    // nplurals of the header.
    [[nodiscard]] std::size_t plural_forms() const;
};
// Reads what this project's files use of the format: comments, msgid, msgid_plural, msgstr, continued strings.
Catalogue read_catalogue(const std::filesystem::path& file);

// Every literal with the suffix _t in the .cpp files of a folder, adjacent literals joined.
std::set<std::string> sentences_in(const std::filesystem::path& folder);

// "{1}", "{2}"... of a text.
std::multiset<std::string> placeholders(std::string_view text);

// "de", "en"...: the .po files of assets/strings.
std::vector<std::string> languages();
Catalogue catalogue_of(const std::string& language);

} // namespace foyer::tests
