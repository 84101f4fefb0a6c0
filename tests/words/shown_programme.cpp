// The programme as it is browsed, with more of everything than fits.
#include <algorithm>

#include "tests/scenes/days.h"
#include "tests/words/shown.h"

namespace foyer::tests {
void add_browsing(std::vector<Shown>& all, const Terminal& fresh) {
    for (const int days : {3, 12}) {
        Terminal terminal = fresh;
        terminal.tell(ProgrammeChanged{long_days(terminal.model.programme, days)}).touch(OpenProgramme{});
        const auto add = [&](const std::string& name) {
            all.push_back({name + ", days: " + std::to_string(days), terminal.view()});
        };
        add("programme");
        terminal.touch(ChooseForum{ForumId{"materials"}});
        add("a long forum");
        terminal.touch(ChooseBy{ProgrammeBy::room});
        add("by room");
        terminal.touch(ChooseRoom{PlaceId{"2.04"}});
        add("one room");
        terminal.touch(ChooseDay{terminal.see<ProgrammeView>().days.back().day}).touch(ChooseRoom{PlaceId{"foyer"}});
        add("another day");
        terminal.touch(OpenSearch{});
        add("the search");
        terminal.touch(TypeCharacter{U'j'});
        std::vector<SessionId> found;
        for (const Session& session : terminal.model.programme.sessions) found.push_back(session.id);
        terminal.tell(SessionsFound{"j", found});
        add("found");
        terminal.tell(SessionsFound{"j", {}}).tell(BadgeOffered{});
        add("nothing found");
    }
    Terminal nothing = fresh;
    Programme programme = nothing.model.programme;
    std::erase_if(programme.sessions, [](const Session& session) { return session.forum == ForumId{"materials"}; });
    nothing.tell(ProgrammeChanged{programme}).touch(OpenProgramme{}).touch(ChooseForum{ForumId{"materials"}});
    nothing.touch(ShowMore{ShowMore::Of::rows});
    all.push_back({"a forum without sessions", nothing.view()});
    Programme none = nothing.model.programme;
    std::erase_if(none.sessions, [](const Session& session) { return !session.forum; });
    nothing.tell(ProgrammeChanged{none}).touch(ChooseForum{ForumId{"materials"}});
    all.push_back({"nothing is planned", nothing.view()});
}

} // namespace foyer::tests
