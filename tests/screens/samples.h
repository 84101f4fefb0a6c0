// Fixed views of every screen, as a summit's morning might give them. People, firms and sessions are invented.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/screens/screens.h"

namespace foyer::samples {

struct Sample {
    std::string name; // "verdict-admitted-ar"
    CurrentView view;
};
std::vector<Sample> all();

WaitingView waiting(const Language& language);
VerdictView admitted(const Language& language);
VerdictView go_elsewhere();
VerdictView ask_a_person();
constexpr double morning = 10.8667; // 10:52
ProgrammeView programme(const Language& language, double now);
ProgrammeView one_forum();
std::vector<Label> more_words(const Language& language);
// Browsed: a forum of a long day, all rooms and one, and the search (en, ar) with much and with nothing found.
ProgrammeView long_day();
ProgrammeView rooms();
ProgrammeView one_room();
ProgrammeView search_found(const Language& language);
ProgrammeView search_typing();
ProgrammeView search_nothing();
std::vector<Sample> browsed();
ProgrammeView detail();
LanguageView languages();
PrivacyView privacy(const Language& language); // en, ar
StaffView staff();                             // two digits typed
EnrolmentView new_here();
EnrolmentView another_hub(); // its fault is the longest
CameraCheckView camera_good();
CameraCheckView camera_blurred(); // one of two
HealthView health();              // in German, a hub away
StaffView staff_unlocked();       // while a guest is refused behind it
StaffView staff_paused();         // after wrong numbers
StaffView staff_keyless();        // enrolled before there were any
StaffView staff_badge();          // who unlocks by badge and PIN
CameraCheckView camera_gone();

// At doors: with nobody there, and each kind of answer.
GateView gate_waiting();
GateView gate_full();
SignView sign_hall();
SignView sign_door();
OwnDayView own_day(const Language& language); // de, ar
std::vector<Sample> doors();

// A staff desk: nobody open, somebody with a delegation, searching and adding a guest by touch, from paper.
DeskView desk_waiting();
DeskView desk_person();
DeskView desk_typing();
DeskView desk_walk_in();
DeskView desk_paper();
DeskView desk_inbox();
DeskView desk_locked();
DeskView desk_calls();
DeskView desk_typing_while_called();
DeskView desk_roll();
CallView call(bool coming);
ClaimView claim_typing();
ClaimView claim_wrong(); // in Arabic
ClaimView claim_spent();
std::vector<Sample> desks();

// At the tables, own days with meetings, and the board of a desk: en, zh, ar.
std::vector<Sample> meetings();

// A badge held up before a grey hall, as a camera sees it.
struct Frame {
    int width, height;
    std::vector<std::uint8_t> grey;
};
Frame camera_frame();

} // namespace foyer::samples
