// The programme as a guest browses it: of two days, by forum and by room, a forum that goes on all day, and the search.
#include <algorithm>

#include "tests/scenes/days.h"
#include "tests/scenes/people.h"
#include "tests/scenes/scenes.h"

namespace foyer::tests {
namespace {

const Presented badge{Presented::Form::foyer, "FOYERBADGE000001"};

Terminal reading(const Language& language) {
    Terminal terminal = on_the_morning(language);
    terminal.tell(ProgrammeChanged{with_second_day(terminal.model.programme)});
    return terminal.touch(OpenProgramme{});
}

Terminal long_day(const Language& language) {
    Terminal terminal = on_the_morning(language);
    terminal.set_clock(at("13:40"));
    terminal.tell(ProgrammeChanged{long_days(terminal.model.programme, 2)});
    return terminal.touch(OpenProgramme{}).touch(ChooseForum{ForumId{"materials"}});
}

Terminal searching(const Language& language, std::u32string_view typed) {
    Terminal terminal = reading(language).touch(OpenSearch{});
    for (const char32_t letter : typed) terminal.touch(TypeCharacter{letter});
    return terminal;
}

// What the desk thread finds by the word for materials in the language of the guest.
Terminal found(const Language& language) {
    Terminal terminal = searching(language, language == "zh" ? U"cailiao" : U"mat");
    std::vector<SessionId> sessions;
    for (const Session& session : terminal.model.programme.sessions)
        if (session.forum == ForumId{"materials"}) sessions.push_back(session.id);
    return terminal.tell(SessionsFound{language == "zh" ? "cailiao" : "mat", sessions});
}

std::vector<Scene> chosen_scenes() {
    return {
        {"programme", [](const Language& l) { return reading(l).wait(8).view(); }},
        {"programme-one-day",
         [](const Language& l) { return on_the_morning(l).touch(OpenProgramme{}).wait(8).view(); }},
        {"programme-early", [](const Language& l) { return reading(l).set_clock(at("09:54")).view(); }},
        {"programme-tomorrow",
         [](const Language& l) {
             Terminal terminal = reading(l);
             return terminal.touch(ChooseDay{terminal.see<ProgrammeView>().days.back().day}).view();
         }},
        {"programme-forum",
         [](const Language& l) { return reading(l).touch(ChooseForum{ForumId{"materials"}}).view(); }},
        {"programme-long", [](const Language& l) { return long_day(l).view(); }},
        {"programme-long-later", [](const Language& l) { return long_day(l).touch(ShowMore{}).view(); }},
        {"programme-rooms", [](const Language& l) { return reading(l).touch(ChooseBy{ProgrammeBy::room}).view(); }},
        {"programme-room",
         [](const Language& l) {
             return reading(l).touch(ChooseBy{ProgrammeBy::room}).touch(ChooseRoom{PlaceId{"2.04"}}).view();
         }},
        {"programme-detail", [](const Language& l) { return reading(l).touch(OpenSession{{"materials-0"}}).view(); }},
        {"programme-offer", [](const Language& l) { return reading(l).tell(BadgeOffered{badge}).view(); }},
        {"programme-left", [](const Language& l) { return reading(l).touch(ChooseReach{Reach::left}).view(); }},
    };
}

std::vector<Scene> search_scenes() {
    return {
        {"programme-search-typing", [](const Language& l) { return searching(l, U"").view(); }},
        {"programme-search", [](const Language& l) { return found(l).view(); }},
        {"programme-search-right", [](const Language& l) { return found(l).touch(ChooseReach{Reach::right}).view(); }},
        {"programme-search-nothing",
         [](const Language& l) { return searching(l, U"xylo").tell(SessionsFound{"xylo", {}}).view(); }},
    };
}

} // namespace

std::vector<Scene> programme_scenes() {
    std::vector<Scene> all = chosen_scenes();
    for (Scene& one : search_scenes()) all.push_back(std::move(one));
    return all;
}

} // namespace foyer::tests
