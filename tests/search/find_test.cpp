// Who is found by what is typed, in which order, and what is marked.
#include "tests/search/roster.h"

namespace foyer::tests {
namespace {

using Ids = std::vector<std::string>;

Findable lindmark() {
    Findable who = somebody("D-0412", "穆清川", "Mu Qingchuan");
    who.person.other_names = {"Kit"};
    who.organisations = {"Lindmark-Institute for Materials", "林德马克材料研究院"};
    who.phone = "+49 (0)170 471-1508";
    who.email = "kit.mu@lindmark.example";
    who.cases = {"A-31", "B-7"};
    return who;
}

PeopleIndex one() {
    PeopleIndex index;
    index.put(lindmark());
    return index;
}

Match first(const PeopleIndex& index, std::string_view query) {
    const Matches found = index.find(query, 1);
    REQUIRE(found.best.size() == 1);
    return found.best[0];
}

TEST_CASE("Nobody is found by nothing") {
    const PeopleIndex index = one();
    for (const char* typed : {"", " ", "\t \n", "\u3000", "-", ".*", "[]()+?^$|\\", "'", "🙂", "\u200b"}) {
        CAPTURE(typed);
        const Matches found = index.find(typed, 10);
        CHECK(found.all == 0);
        CHECK(found.best.empty());
    }
    CHECK(PeopleIndex().find("mu", 10).all == 0);
}

TEST_CASE("Every word that is typed has to be found, in any order and in any part") {
    const PeopleIndex index = one();
    for (const char* typed :
         {"mu", "qingchuan mu", "mu kit", "lindmark mu", "mu 4711508", "kit 材料", "a31 mu", "m k l"})
        CHECK(index.find(typed, 10).all == 1);
    CHECK(index.find("mu xu", 10).all == 0);
    CHECK(index.find("ingchuan", 10).all == 0);
}

TEST_CASE("A match says by what and in which text somebody was found") {
    const PeopleIndex index = one();
    const auto says = [&](std::string_view query, Match::By by, const std::string& text) {
        const Match match = first(index, query);
        CAPTURE(std::string(query));
        CHECK(match.by == by);
        CHECK(match.text == text);
        CHECK(match.id.text == "D-0412");
    };
    says("清川", Match::By::native_name, "穆清川");
    says("qing", Match::By::latin_name, "Mu Qingchuan");
    says("mqc", Match::By::reading, "穆清川");
    says("kit", Match::By::other_name, "Kit");
    says("materials", Match::By::organisation, "Lindmark-Institute for Materials");
    says("研究", Match::By::organisation, "林德马克材料研究院");
    says("1508", Match::By::phone, "+49 (0)170 471-1508");
    says("kit.mu@", Match::By::email, "kit.mu@lindmark.example");
    says("a31", Match::By::case_number, "A-31");
    says("D-04", Match::By::id, "D-0412");
    says("mu materials", Match::By::latin_name, "Mu Qingchuan");
}

TEST_CASE("An organisation is found by the beginnings of its words, joined at hyphens or not") {
    const PeopleIndex index = one();
    for (const char* typed :
         {"lind", "lindmark-inst", "lindmarkinstitute", "institute", "mater", "材料", "研究院", "院"})
        CHECK(index.find(typed, 1).all == 1);
    CHECK(index.find("formaterials", 1).all == 0);
}

TEST_CASE("A phone number is found by three digits or more of it, however they are spaced") {
    const PeopleIndex index = one();
    for (const char* typed : {"508", "1508", "471 15 08", "0170 4711508", "+49 170 471 1508", "49170", "0049 170 47",
                              "+49 (0)170-471", "170/4711508", "４７１"}) {
        CAPTURE(typed);
        CHECK(index.find(typed, 1).all == 1);
    }
    for (const char* typed : {"08", "1509", "+49 171", "00491704711508999999"}) CHECK(index.find(typed, 1).all == 0);
}

TEST_CASE("E-mail, cases and ids are found from their beginning, with or without what is between") {
    const PeopleIndex index = one();
    for (const char* typed :
         {"kit.mu", "KIT.MU@LINDMARK.EXAMPLE", "kitmu@l", "A-31", "a31", "a-3", "b7", "B-7", "d-0412", "D0412"})
        CHECK(index.find(typed, 1).all == 1);
    CHECK(index.find("mu@lindmark", 1).all == 0);
    CHECK(index.find("c-31", 1).all == 0);
}

TEST_CASE("Whole words of names come first, then beginnings, readings and other names, organisations, the rest") {
    PeopleIndex index;
    Findable rest = somebody("6", "Zoe Zimt"), organisation = somebody("5", "Yan Ylva"), other = somebody("4", "Xu Xi");
    rest.email = "lin@example.org";
    organisation.organisations = {"Lin & Sons"};
    other.person.other_names = {"Linnet"};
    for (const Findable& who : {rest, organisation, other, somebody("3", "林深"), somebody("2", "Ada Lindqvist"),
                                somebody("1", "Wu Lin"), somebody("0", "Bo Lin")})
        index.put(who);
    CHECK(ids(index.find("lin", 10)) == Ids{"0", "1", "2", "3", "4", "5", "6"});
    CHECK(ids(index.find("lin", 2)) == Ids{"0", "1"});
    CHECK(index.find("lin", 2).all == 7);
    CHECK(index.find("lin", 0).all == 7);
    CHECK(index.find("lin", 0).best.empty());
}

TEST_CASE("People who match alike are ordered by their Latin names, or by their own") {
    PeopleIndex index;
    index.put(somebody("1", "Анна Ветрова", "Vetrova Anna"));
    index.put(somebody("2", "anna abel"));
    index.put(somebody("4", "Ánna Cole"));
    index.put(somebody("3", "Ánna Cole"));
    CHECK(ids(index.find("anna", 10)) == Ids{"2", "3", "4", "1"});
}

TEST_CASE("What is marked are whole characters, also where letters compare as several") {
    CHECK(marked(index_of({"Jo Straße"}), "stras") == "Straß");
    CHECK(marked(index_of({"Jo Straße"}), "strass") == "Straß");
    CHECK(marked(index_of({"Jo Straße"}), "strasse") == "Straße");
    CHECK(marked(index_of({"Ruth Müller"}), "mu") == "Mü");
    CHECK(marked(index_of({"Ruth Müller"}), "mue") == "Mü");
    CHECK(marked(index_of({"Ruth Mu\u0308ller"}), "mul") == "Mu\u0308l");
    CHECK(marked(index_of({"\ufb01ora"}), "f") == "\ufb01");
    CHECK(marked(index_of({"Ægidius"}), "ae") == "Æ");
    CHECK(marked(index_of({"İnanç"}), "inanc") == "İnanç");
    CHECK(marked(index_of({"أَحْمَد"}), "اح") == "أَحْ");
    CHECK(marked(index_of({"Sinéad O'Neill"}), "one") == "O'Ne");
    CHECK(marked(index_of({"穆清川"}), "清") == "清");
    CHECK(marked(index_of({"穆清川"}), "muqing") == "穆清");
    CHECK(marked(index_of({"穆清川"}), "qin") == "清");
    CHECK(marked(index_of({"穆清川"}), "qingchuan mu") == "穆清川");
    CHECK(marked(index_of({"单·沐岚"}), "shanmu") == "单·沐");
    CHECK(marked(index_of({"무하늘"}), "하느") == "하늘");
    CHECK(marked(index_of({"Ксения Муравина"}), "mur") == "Мур");
    CHECK(marked(one(), "4711") == "471-1");
    CHECK(marked(one(), "491704") == "49 (0)170 4");
    CHECK(marked(one(), "a3") == "A-3");
}

TEST_CASE("Somebody who changed is found as they are now, and somebody removed not at all") {
    PeopleIndex index = one();
    Findable who = lindmark();
    index.put(who);
    CHECK(index.size() == 1);
    who.person.latin_name = "Xu Qingchuan";
    who.person.other_names = {};
    who.organisations = {"Aster Foundation"};
    who.phone = "+1 555 0100";
    who.cases = {};
    index.put(who);
    CHECK(index.size() == 1);
    for (const char* typed : {"kit ", "lindmark-institute", "材料", "4711", "b7"}) {
        CAPTURE(typed);
        CHECK(index.find(typed, 1).all == (std::string(typed) == "kit " ? 1U : 0U)); // by e-mail
    }
    for (const char* typed : {"xu", "aster", "5550100", "mu"}) CHECK(index.find(typed, 1).all == 1);
    index.remove(who.id);
    index.remove(who.id);
    CHECK(index.size() == 0);
    for (const char* typed : {"xu", "aster", "555", "d-0412", "穆"}) CHECK(index.find(typed, 1).all == 0);
    index.put(lindmark());
    CHECK(index.find("lindmark mu", 1).all == 1);
    CHECK(index.size() == 1);
}

TEST_CASE("Who leaves an organisation takes nobody else along, and the last one the organisation") {
    PeopleIndex index;
    std::vector<Findable> people = {somebody("1", "Ada Abel"), somebody("2", "Bo Bunt"), somebody("3", "Cy Cole")};
    for (Findable& who : people) {
        who.organisations = {"Aster Foundation", "星基金会"};
        index.put(who);
    }
    people[0].organisations = {"星基金会"};
    index.put(people[0]);
    CHECK(ids(index.find("aster", 9)) == Ids{"2", "3"});
    CHECK(ids(index.find("基金", 9)) == Ids{"1", "2", "3"});
    index.remove(people[1].id);
    CHECK(ids(index.find("aster", 9)) == Ids{"3"});
    index.remove(people[2].id);
    CHECK(index.find("aster", 9).all == 0);
    CHECK(ids(index.find("星", 9)) == Ids{"1"});
    index.put(people[1]);
    CHECK(ids(index.find("foundation", 9)) == Ids{"2"});
}

TEST_CASE("An index can be moved") {
    PeopleIndex index = one();
    PeopleIndex moved = std::move(index);
    CHECK(moved.find("mu", 1).all == 1);
    index = std::move(moved);
    CHECK(index.find("mu", 1).all == 1);
}

TEST_CASE("Rubbish is neither found nor fatal") {
    PeopleIndex index = one();
    const std::vector<std::string> rubbish = {"\xff\xfe",
                                              "a\xe6\x9d",
                                              "\xf0\x9f",
                                              std::string("\0mu\0", 4),
                                              std::string(10'000, 'x'),
                                              std::string(10'000, '-'),
                                              "\x01\x02",
                                              std::string(5'000, '\xcc'),
                                              "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
                                              "mu (",
                                              "\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa"};
    for (const std::string& text : rubbish) {
        static_cast<void>(index.find(text, 10));
        Findable who = somebody("x", text, text + text);
        who.organisations = {text, "", text};
        who.phone = who.email = text;
        who.cases = {text};
        who.person.other_names = {text, ""};
        index.put(who);
        for (const Match& match : index.find(text.substr(0, 4'000), 10).best)
            CHECK(match.from + match.length <= match.text.size());
        index.remove(who.id);
        CHECK(index.size() == 1);
    }
    std::string long_name;
    for (int i = 0; i < 2'500; ++i) long_name += "穆清 ";
    index.put(somebody("y", long_name));
    CHECK(index.find("清穆清", 1).all == 1);
    CHECK(index.find(long_name, 10).all == 2); // of what is typed, eight words count
}

} // namespace
} // namespace foyer::tests
