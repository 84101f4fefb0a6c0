// Any beginning of any word of any text of anybody finds them, whoever else is there and whatever changed before.
#include <random>

#include "tests/search/roster.h"

namespace foyer::tests {
namespace {

using Texts = std::vector<std::string>;

const Texts names = {"Mösner",   "O'Neill",  "Straße", "Łukasz", "İnanç",  "d’Orvanne", "Anna-Lena", "Ｍｉｌａ",
                     "Муравина", "Щукин",    "Юлия",   "ѓорѓи",  "يوسف",   "النوارسي",  "أَحْمَد",      "כהנוב",
                     "מִירָב",     "Αστέρης",  "무하늘", "김",     "さとう", "サトー",    "สมชาย",     "穆清川",
                     "單沐嵐",   "尉迟望舒", "吕律",   "გიორგი", "नलिनी",  "Ægir",      "\ufb01ora", "Nguyễn"};
const Texts firms = {"Lindmark-Institute", "材料研究院", "Stiftung für Küsten", "مؤسسة", "서울 연구원", "O₂ Labs"};

class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    std::string pick(const Texts& from) { return from[random_() % from.size()]; }
    bool chance(unsigned of) { return random_() % of == 0; }

    Findable person(const std::string& id) {
        Findable who = somebody(id, pick(names) + (chance(3) ? "·" : " ") + pick(names));
        if (chance(2)) who.person.latin_name = pick(names) + " " + pick(names);
        if (chance(3)) who.person.other_names = {pick(names)};
        if (chance(2)) who.organisations = {pick(firms), pick(firms)};
        if (chance(3)) who.phone = "+49 " + std::to_string(100'000 + random_() % 900'000);
        if (chance(3)) who.email = "k" + std::to_string(random_() % 100) + ".m@example.org";
        if (chance(4)) who.cases = {"A-" + std::to_string(random_() % 100)};
        return who;
    }

private:
    std::mt19937 random_;
};

Texts texts_of(const Findable& who) {
    Texts all = who.organisations;
    for (const Texts& more : {who.person.other_names, who.cases,
                              Texts{who.person.native_name, who.person.latin_name, who.email, who.id.text}})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

bool begins(const std::string& text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U;
}

// The beginnings of the words of a text, whole characters.
Texts prefixes(const std::string& text) {
    Texts found;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        for (std::size_t end = from + 1; end <= to; ++end)
            if (begins(text, end)) found.push_back(text.substr(from, end - from));
        from = to + 1;
    }
    return found;
}

TEST_CASE("Any beginning of any word of anybody finds them") {
    const auto seed = GENERATE(1U, 2U, 3U, 4U);
    CAPTURE(seed);
    Generator make(seed);
    PeopleIndex index;
    std::map<std::string, Findable> people;
    for (int i = 0; i < 300; ++i) { // put, put again and remove
        const std::string id = "p" + std::to_string(i % 120);
        if (i > 120 && make.chance(4)) {
            index.remove({id});
            people.erase(id);
        } else {
            index.put(people[id] = make.person(id));
        }
    }
    REQUIRE(index.size() == people.size());
    for (const auto& [id, who] : people)
        for (const std::string& text : texts_of(who))
            for (const std::string& prefix : prefixes(text)) {
                const Matches found = index.find(prefix, people.size());
                if (std::ranges::count(ids(found), id) != 1) {
                    CAPTURE(id, text, prefix);
                    FAIL("not found");
                }
                if (found.all != found.best.size()) FAIL("miscounted");
                for (const Match& match : found.best)
                    if (match.from + match.length > match.text.size() || !begins(match.text, match.from) ||
                        !begins(match.text, match.from + match.length))
                        FAIL("half a character is marked");
            }
}

} // namespace
} // namespace foyer::tests
