// The programme as a guest browses it: day, forum or room, the search, and what survives what happens meanwhile.
#include <algorithm>

#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

Session on_day(Session session, int days, const std::string& id) {
    session.id = {id};
    session.starts += std::chrono::days{days};
    session.ends += std::chrono::days{days};
    return session;
}

// The open day, a second one with the materials forum alone, and after a day without anything a third.
Programme three_days() {
    Programme programme = open_day();
    const Session opening = programme.sessions[1], coatings = programme.sessions[4], labs = programme.sessions[5];
    programme.sessions.push_back(on_day(coatings, 1, "coatings-2"));
    programme.sessions.push_back(on_day(labs, 1, "labs-2"));
    programme.sessions.push_back(on_day(opening, 3, "closing"));
    return programme;
}

Day day(int number) { return std::chrono::local_days{std::chrono::year{2023} / 5 / number}; }

Terminal browsing(Programme programme = three_days(), Instant now = at("10:55")) {
    Terminal terminal{std::move(programme)};
    terminal.set_clock(now).touch(OpenProgramme{});
    return terminal;
}

std::string chosen_day(const Terminal& terminal) {
    for (const auto& pill : terminal.see<ProgrammeView>().days)
        if (pill.chosen) return pill.name.text;
    return "none";
}

std::vector<std::string> titles(const ProgrammeView& view) {
    std::vector<std::string> all;
    for (const auto& lane : view.lanes)
        for (const auto& item : lane.items) all.push_back(item.id.text);
    return all;
}

Terminal& type(Terminal& terminal, std::u32string_view keys) {
    for (const char32_t key : keys) terminal.touch(TypeCharacter{key});
    return terminal;
}

std::vector<std::string> queries(const Terminal& terminal) {
    std::vector<std::string> all;
    for (const Effect& effect : terminal.effects)
        if (const auto* find = std::get_if<FindSessions>(&effect)) all.push_back(find->query);
    return all;
}

Terminal found(std::vector<SessionId> ids) {
    Terminal terminal = browsing();
    terminal.touch(OpenSearch{});
    type(terminal, U"jo").tell(SessionsFound{"jo", std::move(ids)});
    return terminal;
}

TEST_CASE("Every day with sessions is offered, today chosen; else the next that has some, else the last") {
    Terminal terminal = browsing();
    REQUIRE(terminal.see<ProgrammeView>().days.size() == 3);
    CHECK(terminal.see<ProgrammeView>().days[1].name.text == "Tue\u00a030");
    CHECK(chosen_day(terminal) == "Mon\u00a029");
    CHECK(chosen_day(browsing(three_days(), at("10:00", 2))) == "Thu\u00a01");
    CHECK(chosen_day(browsing(three_days(), at("10:00", 9))) == "Thu\u00a01");
    CHECK(chosen_day(browsing(three_days(), at("10:00", -3))) == "Mon\u00a029");
}

TEST_CASE("A summit of one day offers no days") {
    CHECK(browsing(open_day()).see<ProgrammeView>().days.empty());
    CHECK(browsing(open_day(), at("10:00", 1)).see<ProgrammeView>().days.empty());
}

TEST_CASE("A chosen day shows its sessions alone, and forums without any are not among all of them") {
    Terminal terminal = browsing();
    terminal.touch(ChooseDay{day(30)});
    const auto view = terminal.see<ProgrammeView>();
    CHECK(chosen_day(terminal) == "Tue\u00a030");
    CHECK(view.title.text == "Programme, Tuesday, 30\u00a0May");
    CHECK(titles(view) == std::vector<std::string>{"coatings-2", "labs-2"});
    CHECK(view.lanes.size() == 1);
}

TEST_CASE("A day on which there is nothing cannot be chosen") {
    Terminal terminal = browsing();
    terminal.touch(ChooseDay{day(31)});
    CHECK(chosen_day(terminal) == "Mon\u00a029");
}

TEST_CASE("Days are named as each language names them") {
    Terminal terminal = browsing();
    const auto second = [&](const Language& language) {
        terminal.touch(ChooseLanguage{language});
        return terminal.see<ProgrammeView>().days[1].name.text;
    };
    CHECK(second("de") == "Di\u00a030.");
    CHECK(second("fr") == "Mar.\u00a030");
    CHECK(second("zh") == "30日\u00a0周二");
}

TEST_CASE(
    "Rooms are offered by what is on their door, those that have sessions, and one of them shows all that is there") {
    Terminal terminal = browsing();
    CHECK(terminal.see<ProgrammeView>().by_button.text == "Rooms");
    terminal.touch(ChooseBy{ProgrammeBy::room});
    auto view = terminal.see<ProgrammeView>();
    CHECK(view.by_button.text == "Sub\u2011forums");
    std::string names;
    for (const auto& pill : view.pills) names += pill.name.text + " ";
    CHECK(names == "All 1.01 2.01 2.04 Foyer ");
    CHECK(view.pills.front().chosen);
    CHECK(view.lanes.size() == 4);
    terminal.touch(ChooseRoom{PlaceId{"2.04"}});
    view = terminal.see<ProgrammeView>();
    CHECK(view.title.text == "Room\u00a02.04");
    CHECK(view.pills[3].chosen);
    CHECK(titles(view) == std::vector<std::string>{"coatings", "labs"});
    CHECK(view.lanes.front().colour == 1);
    terminal.touch(ChooseRoom{PlaceId{"plenary"}});
    CHECK(terminal.see<ProgrammeView>().title.text == "Plenary hall");
    terminal.touch(ChooseRoom{PlaceId{"2.06"}}); // nothing is ever on there
    CHECK(terminal.see<ProgrammeView>().title.text == "Plenary hall");
}

TEST_CASE("A table in a room is in that room") {
    Programme programme = three_days();
    programme.sessions[5].place = {"2.04-a"};
    Terminal terminal = browsing(programme);
    terminal.touch(ChooseRoom{PlaceId{"2.04"}});
    CHECK(titles(terminal.see<ProgrammeView>()) == std::vector<std::string>{"coatings", "labs"});
}

TEST_CASE("A room or forum with nothing on the chosen day says so") {
    Terminal terminal = browsing();
    terminal.touch(ChooseDay{day(30)}).touch(ChooseRoom{PlaceId{"2.01"}});
    CHECK(terminal.see<ProgrammeView>().nothing.text == "Nothing is planned here on this day.");
    terminal.touch(ChooseForum{ForumId{"biomedicine"}});
    CHECK(terminal.see<ProgrammeView>().nothing.text == "Nothing is planned here on this day.");
    terminal.touch(ChooseForum{});
    CHECK(terminal.see<ProgrammeView>().nothing.text.empty());
}

TEST_CASE("Another choice begins its list at the beginning") {
    Terminal terminal = browsing();
    for (const Intent& choice : {Intent{ChooseDay{day(30)}}, Intent{ChooseForum{ForumId{"materials"}}},
                                 Intent{ChooseRoom{PlaceId{"2.04"}}}, Intent{ChooseBy{ProgrammeBy::forum}}}) {
        terminal.touch(ShowMore{ShowMore::Of::rows}).touch(ShowMore{ShowMore::Of::rows});
        CHECK(terminal.see<ProgrammeView>().rows_turned == 2);
        terminal.touch(choice);
        CHECK(terminal.see<ProgrammeView>().rows_turned == 0);
    }
}

TEST_CASE("A screen has words for however many it cannot show") {
    const auto view = browsing().see<ProgrammeView>();
    std::size_t items = 0;
    for (const auto& lane : view.lanes) items += lane.items.size();
    REQUIRE(view.more.size() > items);
    CHECK(view.more[3].text == "3\u00a0more");
}

TEST_CASE("What is typed is asked for letter by letter, by the keys on the screen and by those of a keyboard") {
    Terminal terminal = browsing();
    terminal.touch(OpenSearch{});
    auto view = terminal.see<ProgrammeView>();
    REQUIRE(view.search);
    CHECK(view.title.text == "Search the programme");
    CHECK(view.search->line.text == "Type a word of the title, a name, a room or a sub\u2011forum.");
    terminal.touch(TypeCharacter{U'l'}).tell(KeyPressed{U'q'}).tell(KeyPressed{KeyPressed::backspace});
    terminal.tell(KeyPressed{U'a'}).tell(KeyPressed{KeyPressed::enter});
    CHECK(queries(terminal) == std::vector<std::string>{"l", "lq", "l", "la"});
    CHECK(terminal.see<ProgrammeView>().search->typed == "la");
    terminal.touch(DeskTap{DeskTap::What::erase});
    CHECK(terminal.see<ProgrammeView>().search->typed == "l");
    terminal.touch(TurnKeyboard{TouchKeyboard::Page::signs});
    CHECK(terminal.see<ProgrammeView>().search->keys.page == TouchKeyboard::Page::signs);
}

TEST_CASE("One touch clears what was typed, and what was found with it") {
    Terminal terminal = found({{"labs"}});
    CHECK(terminal.see<ProgrammeView>().search->hits.size() == 1);
    terminal.touch(DeskTap{DeskTap::What::clear});
    CHECK(terminal.see<ProgrammeView>().search->typed.empty());
    CHECK(terminal.see<ProgrammeView>().search->hits.empty());
    CHECK(queries(terminal).back() == "jo"); // nothing is not asked for
}

TEST_CASE("What was found is of all days: what comes next first, what is over last") {
    const auto view = found({{"opening"}, {"coatings"}, {"labs"}, {"labs-2"}, {"closing"}}).see<ProgrammeView>();
    std::vector<std::string> ids;
    for (const auto& hit : view.search->hits) ids.push_back(hit.id.text);
    CHECK(ids == std::vector<std::string>{"coatings", "labs", "labs-2", "closing", "opening"});
    CHECK(view.search->hits[0].now);
    CHECK(view.search->hits[2].day.text == "Tue\u00a030");
    CHECK(view.search->hits[2].starts == "11:10");
    CHECK(view.search->hits[2].room_code == "2.04");
    CHECK(view.search->hits[4].past);
    CHECK(view.search->line.text.empty());
}

TEST_CASE("Nothing found says so, once it is known") {
    Terminal terminal = found({});
    CHECK(terminal.see<ProgrammeView>().search->line.text ==
          "No session has these words. Please try fewer letters, or another word.");
    terminal.touch(TypeCharacter{U'h'});
    CHECK(terminal.see<ProgrammeView>().search->line.text.empty());
}

TEST_CASE("An answer to fewer letters is none to these") {
    Terminal terminal = found({{"labs"}});
    terminal.touch(TypeCharacter{U'x'}).tell(SessionsFound{"jo", {{"coatings"}}});
    CHECK(terminal.see<ProgrammeView>().search->hits.front().id == SessionId{"labs"}); // as before
    terminal.tell(SessionsFound{"jox", {}});
    CHECK(terminal.see<ProgrammeView>().search->hits.empty());
}

TEST_CASE("Back leads from a session to what was found, from there to the list, and then away") {
    Terminal terminal = found({{"labs"}});
    terminal.touch(OpenSession{SessionId{"labs"}});
    CHECK(terminal.see<ProgrammeView>().detail->title.text == "Joint labs for new materials");
    terminal.tell(KeyPressed{U'x'});
    terminal.touch(GoBack{});
    CHECK_FALSE(terminal.see<ProgrammeView>().detail);
    CHECK(terminal.see<ProgrammeView>().search->typed == "jo");
    terminal.touch(OpenSession{SessionId{"labs"}}).touch(CloseSession{});
    CHECK(terminal.see<ProgrammeView>().search->hits.size() == 1);
    terminal.touch(GoBack{});
    CHECK_FALSE(terminal.see<ProgrammeView>().search);
    terminal.touch(GoBack{});
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("Another language leads back to the same day, room and query, with what was found meanwhile") {
    Terminal terminal = browsing();
    terminal.touch(ChooseDay{day(30)}).touch(ChooseRoom{PlaceId{"2.04"}}).touch(OpenSearch{});
    type(terminal, U"jo").touch(OpenLanguages{}).tell(SessionsFound{"jo", {{"labs"}}});
    terminal.touch(ChooseLanguage{"de"});
    CHECK(terminal.see<ProgrammeView>().search->typed == "jo");
    CHECK(terminal.see<ProgrammeView>().search->hits.front().title.text == "Gemeinsame Labore");
    terminal.touch(GoBack{});
    CHECK(terminal.see<ProgrammeView>().title.text == "Raum\u00a02.04");
    CHECK(chosen_day(terminal) == "Di\u00a030.");
}

TEST_CASE("A programme that changed keeps what is chosen if it is still there, and is searched anew") {
    Terminal terminal = browsing();
    terminal.touch(ChooseDay{day(30)}).touch(ChooseRoom{PlaceId{"2.04"}}).touch(OpenSearch{});
    type(terminal, U"jo");
    Programme changed = three_days();
    changed.sessions.pop_back();
    terminal.tell(ProgrammeChanged{changed});
    CHECK(queries(terminal) == std::vector<std::string>{"j", "jo", "jo"});
    terminal.touch(GoBack{});
    CHECK(chosen_day(terminal) == "Tue\u00a030");
    CHECK(terminal.see<ProgrammeView>().title.text == "Room\u00a02.04");
    std::erase_if(changed.sessions, [](const Session& s) { return s.place == PlaceId{"2.04"}; });
    terminal.tell(ProgrammeChanged{changed});
    CHECK(terminal.see<ProgrammeView>().title.text == "Programme, Monday, 29\u00a0May");
    CHECK(terminal.see<ProgrammeView>().pills.front().chosen);
}

TEST_CASE("A programme that changed behind the list of languages forgets what is gone, too") {
    Terminal terminal = browsing();
    terminal.touch(ChooseForum{ForumId{"materials"}}).touch(OpenLanguages{});
    Programme changed = three_days();
    changed.forums.pop_back();
    terminal.tell(ProgrammeChanged{changed}).touch(GoBack{});
    CHECK(terminal.see<ProgrammeView>().pills.front().chosen);
}

TEST_CASE("What somebody looked for is gone with them, a minute after the last letter") {
    Terminal terminal = found({{"labs"}});
    terminal.wait(59);
    CHECK(terminal.shows<ProgrammeView>());
    terminal.tell(KeyPressed{U'i'}).wait(59);
    CHECK(terminal.shows<ProgrammeView>());
    terminal.wait(1);
    CHECK(terminal.shows<WaitingView>());
    terminal.touch(OpenProgramme{});
    CHECK_FALSE(terminal.see<ProgrammeView>().search);
}

TEST_CASE("A badge held up behind somebody who searches is offered, and nothing of theirs is lost") {
    Terminal terminal = found({{"labs"}});
    CHECK(offers_badges(terminal.model));
    terminal.tell(BadgeOffered{});
    CHECK(terminal.see<ProgrammeView>().timeout.offer.text == "Was that your badge? Tap here.");
    CHECK(terminal.see<ProgrammeView>().search->typed == "jo");
}

TEST_CASE("The staff's panel keeps its keys while somebody searched behind it") {
    Terminal terminal = found({{"labs"}});
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.tell(KeyPressed{KeyPressed::escape}).tell(KeyPressed{U'1'});
    CHECK(terminal.see<StaffView>().pad->typed == 1);
    CHECK(std::get<ShowingProgramme>(terminal.model.screen).search->query == "jo");
}

} // namespace
} // namespace foyer::tests
