// Nothing is missing in any language, and the words are set as a printer would.
#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "tests/app/catalogue.h"
#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

const std::filesystem::path app = std::filesystem::path(FOYER_SOURCE_DIR) / "kiosk/app";

template <class Ask>
void for_each_form(Ask ask) {
    for (const auto& language : languages())
        for (const auto& [msgid, entry] : catalogue_of(language).entries)
            for (const auto& form : entry.forms)
                if (!msgid.empty()) ask(language, msgid, form);
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE("What is put together in Arabic leads from the right also where it is put into a sentence in turn") {
    const Voice arabic{words(), "ar"};
    const std::string inner = arabic.text("{1} seats left"_t, {"7"});
    CHECK(inner.starts_with("\u200f"));
    CHECK(arabic.join({inner, "B"}).text.starts_with("\u200f\u2068\u200f"));
    CHECK(arabic.text("Programme"_t).find("\u200f") == std::string::npos);
    CHECK(Voice{words(), "de"}.join({"A", "B"}).text.starts_with("A"));
}

TEST_CASE("Twelve languages are there, by source and as loaded") {
    const std::vector<std::string> all{"ar", "de", "en", "es", "fr", "he", "ja", "ko", "nl", "ru", "zh", "zh-Hant"};
    CHECK(languages() == all);
    CHECK(words().languages() == all);
}

TEST_CASE("Every sentence of the code has words in every language, and no words are left over") {
    const auto sentences = sentences_in(app);
    REQUIRE(sentences.size() > 100);
    CHECK(sentences.contains("One moment, please"));
    for (const auto& language : languages()) {
        std::set<std::string> translated;
        for (const auto& [msgid, entry] : catalogue_of(language).entries)
            for (const auto& id : {msgid, entry.plural})
                if (!id.empty()) translated.insert(id);
        for (const auto& sentence : sentences) {
            INFO(language << " lacks: " << sentence);
            CHECK(translated.contains(sentence));
        }
        for (const auto& msgid : translated) {
            INFO(language << " has words that no code asks for: " << msgid);
            CHECK(sentences.contains(msgid));
        }
    }
}

TEST_CASE("No sentence is empty, and each has as many plural forms as its language") {
    for (const auto& language : languages()) {
        const Catalogue catalogue = catalogue_of(language);
        for (const auto& [msgid, entry] : catalogue.entries) {
            INFO(language << ": " << msgid);
            CHECK(entry.forms.size() == (entry.plural.empty() ? 1 : catalogue.plural_forms()));
            for (const auto& form : entry.forms) CHECK_FALSE(form.empty());
        }
    }
}

TEST_CASE("Placeholders are the same in every language") {
    for_each_form([](const auto& language, const auto& msgid, const auto& form) {
        INFO(language << ": " << msgid << " -> " << form);
        CHECK(placeholders(form) == placeholders(msgid));
    });
}

TEST_CASE("What the code asks for is plain ASCII; quotes, dashes and dots are typographic in the words") {
    for_each_form([](const auto& language, const auto& msgid, const auto& form) {
        INFO(language << ": " << msgid << " -> " << form);
        CHECK(std::ranges::all_of(msgid, [](char c) { return c >= ' ' && c <= '~'; }));
        for (const auto* typewriter : {"'", "\"", "...", " - ", "  "}) CHECK_FALSE(has(form, typewriter));
    });
}

TEST_CASE("French keeps its signs on the line of their word") {
    for (const auto& [msgid, entry] : catalogue_of("fr").entries)
        for (const auto& form : entry.forms)
            for (const auto* sign : {" :", " ;", " !", " ?", " %"}) {
                INFO(form);
                CHECK((msgid.empty() || !has(form, sign)));
            }
}

TEST_CASE("A number never stands on another line than what it counts") {
    for_each_form([](const auto& language, const auto& msgid, const auto& form) {
        INFO(language << ": " << msgid << " -> " << form);
        for (const auto* unit : {"{1} s", "{1} min", "{1} h", "{1} S", "{1} M", "{1} P"}) CHECK_FALSE(has(form, unit));
    });
}

TEST_CASE("Missing words are caught: the reading of sources and catalogues sees what is there") {
    CHECK(placeholders("{2} of {1}, {2}") == std::multiset<std::string>{"{1}", "{2}", "{2}"});
    const auto file = std::filesystem::temp_directory_path() / "foyer-catalogue-test.po";
    std::ofstream(file) << "msgid \"\"\nmsgstr \"\"\n\"Plural-Forms: nplurals=2;\\n\"\n\n# a comment\n"
                           "msgid \"{1} seat\"\nmsgid_plural \"{1} seats\"\nmsgstr[0] \"a\"\nmsgstr[1] \"b\"\n\"c\"\n";
    const Catalogue catalogue = read_catalogue(file);
    std::filesystem::remove(file);
    CHECK(catalogue.plural_forms() == 2);
    CHECK(catalogue.entries.at("{1} seat").plural == "{1} seats");
    CHECK(catalogue.entries.at("{1} seat").forms == std::vector<std::string>{"a", "bc"});
}

TEST_CASE("Arguments are positional, and a placeholder without one stays visible") {
    CHECK(fill("{2} before {1}", {"a", "b"}) == "b before a");
    CHECK(fill("{1}{1}", {"{1}"}) == "{1}{1}");
    CHECK(fill("{3} {x} {", {"a"}) == "{3} {x} {");
    CHECK(fill("", {}).empty());
}

TEST_CASE("Numbers are grouped as the language groups them, from five digits on") {
    const auto said = [](const char* language, long value) { return Voice{words(), language}.number(value); };
    CHECK(said("en", 1234) == "1234");
    CHECK(said("en", 12'345) == "12,345");
    CHECK(said("en", 1'234'567) == "1,234,567");
    CHECK(said("de", 120'000) == "120.000");
    CHECK(said("fr", 12'345) == "12\u202f345");
    CHECK(said("de", 0) == "0");
    CHECK(Voice{words(), "de"}.count("{1} seat left"_t, "{1} seats left"_t, 50'000).text.find("50.000") !=
          std::string::npos);
}

TEST_CASE("A language is served by its primary subtag, an unknown one by English") {
    CHECK(words().text("zh-Hans", "Back"_t) == "返回");
    CHECK(words().text("zh-Hant-HK", "Back"_t) == words().text("zh-Hant", "Back"_t));
    CHECK(words().text("zh-TW", "Programme"_t) == words().text("zh-Hant", "Programme"_t));
    CHECK(words().text("zh-Hant", "Programme"_t) != words().text("zh", "Programme"_t));
    CHECK(words().text("fr-CH", "Back"_t) == "Retour");
    CHECK(words().text("eo", "Back"_t) == "Back");
    CHECK(words().text("", "Back"_t) == "Back");
    CHECK(words().text("de", "Never translated"_t) == "Never translated");
}

TEST_CASE("One and many follow each language's own rule") {
    const auto seats = [](const Language& language, long count) {
        return Voice{words(), language}.count("{1} seat left"_t, "{1} seats left"_t, count).text;
    };
    CHECK(seats("en", 1) == "1\u00a0seat left");
    CHECK(seats("en", 0) == "0\u00a0seats left");
    CHECK(seats("en", 2) == "2\u00a0seats left");
    CHECK(seats("fr", 0) == "0\u00a0place libre");
    CHECK(seats("fr", 2) == "2\u00a0places libres");
    CHECK(seats("de", 1) == "1\u00a0Platz frei");
    CHECK(seats("zh", 1) == "剩余\u00a01\u00a0座");
    CHECK(seats("zh", 21) == "剩余\u00a021\u00a0座");
}

TEST_CASE("The organisers' words carry the language they are in") {
    const Voice german{words(), "de"};
    CHECK(german.of({{{"en", "Open Day"}}}) == Label{"Open Day", "en"});
    CHECK(german.of({{{"zh", "开放日"}}}) == Label{"开放日", "zh"});
    CHECK(german.of({{{"", "Sika"}}}) == Label{"Sika", "de"});
    CHECK(german.of({{{"de", "Tag"}, {"en", "Day"}}}) == Label{"Tag", "de"});
    CHECK(german.of({}) == Label{});
}

TEST_CASE("A folder without words is named in the fault") {
    const auto opened = open_strings("/nowhere/locale");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == FaultKind::not_found);
    CHECK(has(opened.error().detail, "/nowhere/locale"));
}

TEST_CASE("FOYER_ASSETS decides alone where the words are") {
    REQUIRE(setenv("FOYER_ASSETS", "/nowhere", 1) == 0);
    const auto folder = find_locale_folder();
    REQUIRE(unsetenv("FOYER_ASSETS") == 0);
    REQUIRE_FALSE(folder);
    CHECK(has(folder.error().detail, "/nowhere/locale"));
    CHECK(find_locale_folder());
}

} // namespace
} // namespace foyer::tests
