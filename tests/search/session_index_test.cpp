#include "sync/search/session_index.h"

#include "tests/catch.h"

using namespace foyer;

namespace {

Place place(const char* id, std::optional<PlaceId> parent, PlaceKind kind, const char* code, const char* name) {
    Place made;
    made.id = {id};
    made.parent = std::move(parent);
    made.kind = kind;
    made.code = code;
    if (*name) made.name = {{{"en", name}}};
    return made;
}

Session session(const char* id, const char* where, std::optional<ForumId> forum, Wording title, const char* speaker) {
    Session made;
    made.id = {id};
    made.place = {where};
    made.forum = std::move(forum);
    made.title = std::move(title);
    if (*speaker) made.speaker = {{{"", speaker}}};
    return made;
}

Programme small() {
    Programme made;
    const PlaceId site{"site"};
    made.places = {place("site", std::nullopt, PlaceKind::site, "", "Conference Centre"),
                   place("hall", site, PlaceKind::hall, "1.01", "Plenary hall"),
                   place("2.04", site, PlaceKind::room, "2.04", ""),
                   place("2.04-a", PlaceId{"2.04"}, PlaceKind::table, "", "Table A"),
                   place("foyer", site, PlaceKind::hall, "", "Foyer")};
    Forum forum;
    forum.id = {"materials"};
    forum.name = {{{"en", "Materials"}, {"de", "Werkstoffe"}}};
    forum.short_name = {{{"en", "Mat"}}};
    forum.place = {"2.04"};
    made.forums = {forum};
    made.sessions = {
        session("coffee", "foyer", std::nullopt, {{{"en", "Coffee"}, {"fr", "Pause café"}}}, ""),
        session("opening", "hall", std::nullopt, {{{"en", "Opening"}, {"de", "Eröffnung"}, {"ru", "Открытие"}}}, ""),
        session("coatings", "2.04", ForumId{"materials"},
                {{{"en", "Coatings that last fifty years"}, {"zh", "五十年不变的涂层"}}}, "Prof. 沐晴川"),
        session("labs", "2.04-a", ForumId{"materials"}, {{{"en", "Joint labs"}}}, "Dr Anneliese Falkenrath")};
    return made;
}

std::string found(std::string_view query, const Programme& programme = small()) {
    SessionIndex index;
    index.put(programme);
    std::string all;
    for (const SessionId& id : index.find(query)) all += id.text + " ";
    return all;
}

} // namespace

TEST_CASE("a session is found by the beginning of any word of its title, in every language it is written in") {
    CHECK(found("fifty") == "coatings ");
    CHECK(found("FIF") == "coatings ");
    CHECK(found("ifty").empty());
    CHECK(found("pause") == "coffee ");
    CHECK(found("涂层") == "coatings ");
}

TEST_CASE("accents make no difference, nor does an umlaut written as two letters") {
    CHECK(found("cafe") == "coffee ");
    CHECK(found("eroff") == "opening ");
    CHECK(found("eroeff") == "opening ");
}

TEST_CASE("other scripts are found by their readings in Latin letters, for the screen has no other keys") {
    CHECK(found("tuceng") == "coatings ");
    CHECK(found("qingchuan") == "coatings ");
    CHECK(found("otkryt") == "opening ");
}

TEST_CASE("who speaks, the forum in any language, the room and its code lead to a session") {
    CHECK(found("falkenrath") == "labs ");
    CHECK(found("werkst") == "coatings labs ");
    CHECK(found("mat") == "coatings labs ");
    CHECK(found("2.04") == "coatings labs ");
    CHECK(found("204") == "coatings labs ");
    CHECK(found("2 04") == "coatings labs "); // no telephone number
    CHECK(found("plenary") == "opening ");
    CHECK(found("table") == "labs ");
    CHECK(found("foyer") == "coffee ");
}

TEST_CASE("the site, in which everything is, leads to nothing") { CHECK(found("conference").empty()); }

TEST_CASE("every word typed is in the same session, in any order") {
    CHECK(found("materials joint") == "labs ");
    CHECK(found("joint coffee").empty());
}

TEST_CASE("nothing but spaces and signs finds nothing") {
    for (const auto* query : {"", " ", "  ", "-", " . "}) CHECK(found(query).empty());
    CHECK(found("coffee", {}).empty());
}

TEST_CASE("another programme takes the place of the one before, and keeps what was read of it") {
    SessionIndex index;
    Programme programme = small();
    index.put(programme);
    CHECK(index.read_some(1));
    CHECK_FALSE(index.read_some(1000));
    programme.sessions.pop_back();
    programme.sessions.front().title = {{{"en", "Tea"}}};
    index.put(programme);
    CHECK_FALSE(index.read_some(1)); // "Tea" alone was new
    CHECK(index.find("coffee").empty());
    CHECK(index.find("joint").empty());
    CHECK(index.find("tea") == std::vector<SessionId>{{"coffee"}});
    CHECK(index.find("fifty") == std::vector<SessionId>{{"coatings"}});
}
