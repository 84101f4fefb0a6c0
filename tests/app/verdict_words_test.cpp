// No reason is without words, and no public word accuses.
#include <algorithm>

#include "kiosk/app/verdict_words.h"
#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

// What a guest must not read on a screen, by language; lower case.
const std::map<Language, std::vector<std::string>> accusing = {
    {"en",
     {"forged", "forgery", "fake", "fraud", "revoked", "invalid", "illegal", "counterfeit", "denied", "refused",
      "rejected", "forbidden", "unauthor", "wrong", "error", "suspicious", "expired", "not allowed", "withdrawn"}},
    {"de",
     {"gefälscht", "fälschung", "falsch", "gesperrt", "ungültig", "betrug", "illegal", "verweigert", "abgelehnt",
      "verboten", "unbefugt", "fehler", "verdächtig", "abgelaufen", "nicht erlaubt", "zurückgezogen"}},
    {"fr",
     {"faux", "fausse", "contrefa", "falsifi", "fraude", "révoqu", "invalide", "illégal", "refus", "rejet", "interdit",
      "non autoris", "erreur", "suspect", "expiré", "erroné", "mauvais", "retiré"}},
    {"zh",
     {"伪", "假", "无效", "非法", "作废", "欺诈", "诈骗", "拒绝", "禁止", "错误", "可疑", "过期", "吊销", "撤销"}},
};

std::vector<Reason> all_reasons() {
    std::vector<Reason> all;
    for (int i = 0; i <= static_cast<int>(last_reason); ++i) all.push_back(static_cast<Reason>(i));
    return all;
}

std::string lower_case(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return text;
}

VerdictView shown(Reason reason, const Language& language) {
    Outcome said = outcome(words_for(reason).kind, reason);
    Attendee who = attendee("0001", language, {ForumId{"materials"}});
    said.attendee = who;
    said.person = person("Anna Mösner", "de", "Anna Mösner", "Dr.");
    said.case_number = "A-31";
    Terminal terminal;
    terminal.touch(ChooseLanguage{language}).scan(said);
    return terminal.see<VerdictView>();
}

TEST_CASE("Every reason has words, once, and a number of its own for staff") {
    CHECK(all_verdict_words().size() == all_reasons().size());
    std::vector<int> notes;
    for (const Reason reason : all_reasons()) {
        REQUIRE(words_for(reason).reason == reason);
        notes.push_back(words_for(reason).note);
    }
    std::ranges::sort(notes);
    CHECK(std::ranges::adjacent_find(notes) == notes.end());
}

TEST_CASE("Every reason is said in every language: title, advice, and what staff read") {
    for (const auto& [language, banned] : accusing)
        for (const VerdictWords& said : all_verdict_words())
            for (const Msgid sentence : {said.title, said.advice, said.staff}) {
                INFO(language << ": " << sentence.english);
                CHECK_FALSE(words().text(language, sentence).empty());
                // English words in another language's place mean a missing translation.
                if (language != "en") CHECK(words().text(language, sentence) != sentence.english);
            }
}

TEST_CASE("No public screen accuses, whatever the reason and the language") {
    for (const Language& language : words().languages()) {
        REQUIRE(accusing.contains(language));
        for (const Reason reason : all_reasons()) {
            const std::string read = lower_case(all_words(shown(reason, language)));
            CHECK(read.size() > 20);
            for (const auto& word : accusing.at(language)) {
                INFO(language << ", " << name(reason) << ": " << read);
                CHECK(read.find(word) == std::string::npos);
            }
        }
    }
}

TEST_CASE("The list of accusing words knows them in the words for staff") {
    const auto staff = [](const Language& language, Reason reason) {
        return lower_case(words().text(language, words_for(reason).staff));
    };
    CHECK(staff("en", Reason::revoked).find("revoked") != std::string::npos);
    CHECK(staff("de", Reason::revoked).find("gesperrt") != std::string::npos);
    CHECK(staff("fr", Reason::revoked).find("révoqu") != std::string::npos);
    CHECK(staff("zh", Reason::revoked).find("作废") != std::string::npos);
}

TEST_CASE("Whoever is asked to see a person gets a way there and a number, and is not named") {
    for (const Reason reason : all_reasons()) {
        if (words_for(reason).kind != VerdictKind::ask_a_person) continue;
        const VerdictView view = shown(reason, "en");
        INFO(name(reason));
        REQUIRE(view.card);
        CHECK(view.card->title.text == "Help desk");
        CHECK(view.card->hint.text == "On your left");
        CHECK(view.card->arrow == Arrow::left);
        CHECK(view.card->case_number == "A\u201131");
        CHECK(view.name.text.empty());
        CHECK(view.latin_name.text.empty());
        CHECK(view.affiliation.text.empty());
        CHECK(view.staff_line.text ==
              "For staff: note\u00a0" + std::to_string(words_for(reason).note) + " · A\u201131");
    }
}

TEST_CASE("Only an admission is of the admitted kind") {
    for (const VerdictWords& said : all_verdict_words()) {
        const bool admits = said.reason == Reason::welcome || said.reason == Reason::welcome_back ||
                            said.reason == Reason::left || said.reason == Reason::admitted_flagged;
        CHECK(is_admission(said.kind) == admits);
    }
}

} // namespace
} // namespace foyer::tests
