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
    {"es", {"falso",     "falsa",  "falsific", "fraud",   "revocad", "inválid",    "invalid",
            "ilegal",    "ilícit", "deneg",    "rechaz",  "prohib",  "no autoriz", "no permitid",
            "incorrect", "erróne", "error",    "sospech", "caducad", "retirad"}},
    {"nl", {"vals",      "fraude",    "bedrog",    "ingetrokken", "teruggetrokken", "ongeldig",        "illegaal",
            "geweigerd", "afgewezen", "afgekeurd", "verboden",    "onbevoegd",      "niet toegestaan", "geblokkeerd",
            "onjuist",   "verkeerd",  "fout",      "verdacht",    "verlopen",       "misbruik"}},
    {"ru", {"аннулир", "отозв",   "поддел", "фальш", "недейств", "неверн", "неправ", "ошиб",    "отказ",  "запре",
            "подозр",  "просроч", "истек",  "истёк", "чуж",      "наруш",  "мошен",  "незакон", "отклон", "недопус"}},
    {"he", {"בוטל",  "זויף", "זיוף", "פסול", "נפסל", "שגוי", "שגיא", "טעות", "אסור", "סורב",
            "סירוב", "נדח",  "חשוד", "תוקף", "תקף",  "נשלל", "חסומ", "נחסם", "גנוב", "הונא"}},
    {"ko", {"위조", "가짜", "사칭", "위반", "부정", "불법", "무효", "취소되", "철회",   "폐기",
            "거부", "거절", "금지", "허가", "잘못", "틀렸", "오류", "의심",   "수상한", "만료"}},
    {"ja", {"偽",   "不正", "違法",   "違反", "詐欺", "無効", "失効", "期限切れ", "取り消", "取消",
            "撤回", "拒否", "お断り", "禁止", "許可", "間違", "誤",   "エラー",   "不審",   "疑"}},
    {"ar", {"إبطال", "باطل",  "ألغي",  "ملغا", "مزور", "تزوير", "مزيف",  "صالح", "صلاحي",  "مرفوض",
            "رفض",   "ممنوع", "محظور", "خطأ",  "خاطئ", "مشبوه", "منتهي", "سحب",  "احتيال", "مخالف"}},
    {"zh-Hant", {"作廢", "註銷", "吊銷", "撤銷", "撤回", "無效", "失效", "過期", "逾期", "偽造",
                 "假冒", "冒用", "拒絕", "禁止", "錯誤", "有誤", "可疑", "違規", "非法", "不准"}},
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
    Programme programme = open_day();
    programme.summit.languages = words().languages();
    Terminal terminal{programme};
    terminal.touch(ChooseLanguage{language}).scan(said);
    std::get<ShowingVerdict>(terminal.model.screen).form = ShowingVerdict::Form::answer;
    const auto view = terminal.see<VerdictView>();
    CHECK(view.keep_open_button.language == language);
    return view;
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
    CHECK(staff("es", Reason::revoked).find("revocad") != std::string::npos);
    CHECK(staff("nl", Reason::revoked).find("ingetrokken") != std::string::npos);
    CHECK(staff("ru", Reason::revoked).find("аннулир") != std::string::npos);
    CHECK(staff("he", Reason::revoked).find("בוטל") != std::string::npos);
    CHECK(staff("ko", Reason::revoked).find("무효") != std::string::npos);
    CHECK(staff("ja", Reason::revoked).find("無効") != std::string::npos);
    CHECK(staff("ar", Reason::revoked).find("إبطال") != std::string::npos);
    CHECK(staff("zh-Hant", Reason::revoked).find("作廢") != std::string::npos);
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
              "For staff: note\u00a0" + std::to_string(words_for(reason).note) + "\u00a0· A\u201131");
    }
}

TEST_CASE("Only an admission is of the admitted kind") {
    for (const VerdictWords& said : all_verdict_words()) {
        const bool admits = said.reason == Reason::welcome || said.reason == Reason::welcome_back ||
                            said.reason == Reason::left || said.reason == Reason::admitted_flagged ||
                            said.reason == Reason::by_hand || said.reason == Reason::free_passage ||
                            said.reason == Reason::to_table;
        CHECK(is_admission(said.kind) == admits);
    }
}

} // namespace
} // namespace foyer::tests
