// A terminal's screen without a window, and the morning of a summit to try it on: what happens is told to it as events,
// what a guest would see is asked for as a view.
#pragma once

#include <string>

#include "kiosk/app/gettext.h"
#include "kiosk/app/view_of.h"
#include "tests/catch.h"

namespace foyer::tests {

// A morning in Shanghai (UTC+8), 29 May 2023: opening 09:00-10:30 in 1.01, a break, then two forums on level 2.
Programme open_day();

// 29 May 2023 (or `days` later) at "HH:MM" in Shanghai.
Instant at(std::string_view clock, int days = 0);

// The compiled catalogues of the build tree, and the made-up language beside them.
const Strings& words();

Attendee attendee(std::string id, Language language, std::vector<ForumId> forums);
Person person(std::string native, Language language, std::string latin, std::string form);

// A decision as the desk sends it; `recorded` on disk if it admits.
Outcome outcome(VerdictKind kind, Reason reason);
Outcome welcome(const Attendee& who, const Person& name);

// One camera, and nothing else.
inline SourcesChanged camera(SourceState::State state, const std::string& detail = "") {
    return {{{SourceState::Kind::camera, state, detail}}};
}

// Every terminal that is made while this lives stands like that.
class Standing {
public:
    explicit Standing(const Stand& stand);
    ~Standing();
    Standing(const Standing&) = delete;
    Standing& operator=(const Standing&) = delete;
};

class Terminal {
public:
    explicit Terminal(Programme programme = open_day(), std::string checkpoint = "entrance",
                      Settings::Run run = Settings::Run::terminal);
    Terminal& tell(const Event& event);
    Terminal& touch(const Intent& intent) { return tell(Event{intent}); }
    Terminal& scan(const Outcome& outcome) { return tell(Decided{outcome}); }
    Terminal& set_clock(Instant now);
    Terminal& wait(int seconds); // on both clocks, a tick a second
    [[nodiscard]] CurrentView view() const { return view_of(model, words()); }
    template <class View>
    [[nodiscard]] bool shows() const {
        return std::holds_alternative<View>(view());
    }
    template <class View>
    [[nodiscard]] View see() const {
        const CurrentView current = view();
        REQUIRE(std::holds_alternative<View>(current));
        return std::get<View>(current);
    }

    Model model;
    Effects effects; // since the start
};

// Every word of a verdict's screen, one a line.
std::string all_words(const VerdictView& view);

} // namespace foyer::tests
