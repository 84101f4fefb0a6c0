// A staff desk's screen without a window, and what it asked the clerk.
#pragma once

#include "kiosk/app/desk_talk.h"
#include "tests/app/terminal.h"

namespace foyer::tests {

using What = DeskTap::What;
using By = PersonLookedUp::By;

inline Terminal a_desk(Settings::Run run = Settings::Run::windowed) {
    Terminal terminal(open_day(), "entrance", run);
    terminal.model.settings.stand.mode = Mode::desk;
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.set_clock(at("10:52"));
    return terminal;
}

inline Terminal& type(Terminal& terminal, std::u32string_view keys) {
    for (const char32_t key : keys) terminal.tell(KeyPressed{key});
    return terminal;
}

inline PersonFile file_of(const std::string& id, const std::string& name) {
    PersonFile file;
    file.attendee = attendee(id, "zh", {ForumId{"materials"}});
    file.person = person(name, "zh", "Mu Qingchuan", "");
    return file;
}

inline Dossier with_party() {
    Dossier dossier{file_of("0412", "沐晴川"), {}, false};
    dossier.file.attendee.delegation = DelegationId{"lindmark"};
    using State = FoundPerson::State;
    dossier.delegation = {{{"0412"}, dossier.file.person, {}, State::expected},
                          {{"0413"}, person("무하늘", "ko", "Mu Haneul", ""), {}, State::expected},
                          {{"0414"}, person("室井 椿", "ja", "Muroi Tsubaki", ""), {}, State::arrived}};
    return dossier;
}

inline std::vector<DeskRequest> asked(const Terminal& terminal) {
    std::vector<DeskRequest> all;
    for (const Effect& effect : terminal.effects)
        if (const auto* ask = std::get_if<AskDesk>(&effect)) all.push_back(ask->request);
    return all;
}

template <class Request>
Request last(const Terminal& terminal) {
    const auto all = asked(terminal);
    REQUIRE_FALSE(all.empty());
    REQUIRE(std::holds_alternative<Request>(all.back()));
    return std::get<Request>(all.back());
}

inline Terminal with_person(const Dossier& dossier, By by = By::asked) {
    Terminal terminal = a_desk();
    terminal.tell(PersonLookedUp{by, dossier, Reason::welcome});
    terminal.wait(1); // what has just come is not acted on
    return terminal.set_clock(at("10:52"));
}

} // namespace foyer::tests
