#include "sync/commands/glyphs.h"

#include <map>

#include "kiosk/text/text.h"
#include "sync/import/text_file.h"

namespace foyer {

namespace {

class Glyphs {
public:
    int missing(std::string_view text, const Language& language) {
        int count = 0;
        while (!text.empty()) {
            const std::string_view rest = text;
            const char32_t c = next_code_point(text);
            const auto [known, is_new] = missing_.try_emplace({language, c}, false);
            if (is_new)
                known->second = typesetter_.unknown_glyphs(rest.substr(0, rest.size() - text.size()), language) > 0;
            if (known->second) ++count;
        }
        return count;
    }

private:
    Typesetter typesetter_;
    std::map<std::pair<Language, char32_t>, bool> missing_;
};

} // namespace

std::vector<Problem> missing_glyphs(const SummitFiles& files) {
    std::vector<Problem> problems;
    if (files.people.empty()) return problems;
    Glyphs glyphs;
    for (const RosterRow& row : files.people) {
        const auto ask = [&](const char* field, const std::string& text, const Language& language) {
            if (const int count = glyphs.missing(text, language); count > 0)
                problems.push_back({Problem::Weight::warning, files.people_file, row.line, field,
                                    "no font of this machine shows " + std::to_string(count) +
                                        (count == 1 ? " character of it" : " characters of it") +
                                        "; install one here and on the terminals, or a box stands there"});
        };
        const Person& person = row.person;
        ask("native_name", person.native_name, person.native_language);
        ask("latin_name", person.latin_name, "en");
        ask("short_name", person.short_name, person.native_language);
        ask("form_of_address", person.form_of_address, person.native_language);
        for (const auto& [language, name] : row.attendee.organisation.by_language) ask("organisation", name, language);
    }
    return problems;
}

} // namespace foyer
