// What a staff desk shows: finished values that `kiosk/app` computes and `kiosk/screens` paints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/intents.h"
#include "kiosk/app/view_words.h"

namespace foyer {

// A desk where staff find people and help them. In the staff's language; names in their own.
struct DeskView {
    HeaderView header;
    struct Locked { // nothing else is shown then
        Label title, line, button;
        bool operator==(const Locked&) const = default;
    };
    std::optional<Locked> locked;
    Label lock_button; // empty: it does not lock
    Label checkpoint;  // "Help desk"
    struct Search {
        Label text; // what is typed; a hint when nothing is
        bool empty = true, focused = false;
        Label found; // "6 found"
        bool operator==(const Search&) const = default;
    } search;
    enum class State { expected, arrived, withdrawn };
    struct Row {
        AttendeeId id;
        Label name, line; // "沐晴川" / "Mu Qingchuan · Huaxing"
        // Bytes that were searched for, in the name or at the start of the line.
        enum class Marked { nothing, name, line } marked = Marked::nothing;
        std::size_t from = 0, length = 0;
        State state = State::expected;
        std::string case_number;
        bool chosen = false;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    std::size_t rows_page = 0; // pages are counted round
    Label more;                // "and 12 more"; or that nobody was found, and what else there is
    Label walk_in_button;

    struct Line {
        Label name, value;
        bool operator==(const Line&) const = default;
    };
    struct Event {
        std::string time;
        Label what;
        bool taken_back = false;
        bool operator==(const Event&) const = default;
    };
    struct Someone {
        Label state;
        enum class Tone { neutral, good, attention } tone = Tone::neutral;
        Label name, latin_name, role;
        std::vector<Line> lines;
        std::vector<Event> events; // the newest first
        bool operator==(const Someone&) const = default;
    };
    std::optional<Someone> person;
    Label hint; // when nobody is open

    struct Member {
        AttendeeId id;
        Label name, line;
        enum class Comes { arrived, now, absent, withdrawn } comes = Comes::now;
        bool operator==(const Member&) const = default;
    };
    struct Party {
        Label name, line; // "3 absent · tap to change"
        std::string count;
        std::vector<Member> members; // those who have not come first
        std::size_t page = 0;        // counted round
        Label button;                // "Check in 11 together"; empty: nobody is left
        Label papers_button;         // "Print 11 badges", or to hand them over; empty: there are none
        DeskTap::What papers_asks = DeskTap::What::print_together;
        bool operator==(const Party&) const = default;
    };
    std::optional<Party> party;

    struct Decision {
        CardChoice choice = CardChoice::noted;
        Label label;
        bool operator==(const Decision&) const = default;
    };
    struct InboxCard {
        std::string id;
        Label title, what, who;
        std::vector<Decision> decisions;
        bool operator==(const InboxCard&) const = default;
    };
    struct Inbox {
        Label title;                  // "Inbox · 2"
        Label first;                  // what the newest is about
        std::vector<InboxCard> cards; // when it is open
        Label close_button;
        bool operator==(const Inbox&) const = default;
    };
    std::optional<Inbox> inbox; // none: it is empty

    struct Call { // somebody waits for staff
        std::string id;
        Label words;
        Label button; // "I take it", "Done"
        TakeCall asks;
        bool operator==(const Call&) const = default;
    };
    std::vector<Call> calls;

    struct Case {
        Label number, who; // "A-31"; a name, or that nobody knows them
        Label line;        // "Main entrance · 10:40 · badge revoked"
        std::optional<AttendeeId> opens;
        CloseCase asks;
        bool operator==(const Case&) const = default;
    };
    struct Cases { // where nobody is open: who was sent to staff
        Label title;
        std::vector<Case> rows;
        std::size_t page = 0; // counted round
        Label close_button;   // "Seen to"
        bool operator==(const Cases&) const = default;
    };
    std::optional<Cases> cases; // none: nobody waits
    Label loans_button;         // "Lent: 3"; empty: nothing is

    struct LoanRow {
        Label item, who, line; // "RX-0017", a name, "Lindmark Institute · since 10:40"
        AttendeeId to;
        bool operator==(const LoanRow&) const = default;
    };
    struct Loans { // what is lent
        Label title, nothing;
        std::vector<LoanRow> rows;
        std::size_t page = 0; // counted round
        Label print_button, close_button;
        PrintTheLoans asks;
        bool operator==(const Loans&) const = default;
    };
    std::optional<Loans> loans;

    struct RollRow {
        Label place;
        std::string count;
        bool operator==(const RollRow&) const = default;
    };
    struct Roll { // who is where
        Label title, note;
        std::vector<RollRow> rows;
        Label print_button, close_button;
        PrintTheRoll asks;
        bool operator==(const Roll&) const = default;
    };
    std::optional<Roll> roll;
    Label roll_button;

    struct Meeting {
        MeetingId id;
        std::string time; // "10:40"
        Label table, who; // "Table 12", "沐晴川, Anna Mösner"
        Label state;      // "2 of 3 are there"
        Someone::Tone tone = Someone::Tone::neutral;
        bool operator==(const Meeting&) const = default;
    };
    struct Choice { // another table, or interpreter
        Label label, why;
        bool free = true; // else `why` it is not
        DecideMeeting asks;
        bool operator==(const Choice&) const = default;
    };
    struct OpenMeeting {
        Label title, line; // "10:40–11:00 · Table 12", "Deutsch / 中文"
        struct Person {
            Label name, line, state;
            bool there = false;
            bool operator==(const Person&) const = default;
        };
        std::vector<Person> people;
        Label choices_title; // empty: none are shown
        std::vector<Choice> choices;
        std::size_t page = 0;                                   // of the choices; counted round
        Label table_button, interpreter_button, release_button; // empty: they may not
        DecideMeeting release;
        bool operator==(const OpenMeeting&) const = default;
    };
    struct Board { // the meetings now and next, or one of them
        Label title, nothing;
        std::vector<Meeting> rows;
        std::size_t page = 0; // counted round
        std::optional<OpenMeeting> opened;
        Label close_button;
        bool operator==(const Board&) const = default;
    };
    std::optional<Board> board;
    Label board_button; // empty: the summit has no meetings
    bool board_attention = false;

    struct Action {
        DeskTap asks;
        Label label;
        bool main = false;
        bool operator==(const Action&) const = default;
    };
    std::vector<Action> actions; // with who is open

    struct FormField {
        Label name;
        std::string text;
        bool focused = false;
        bool operator==(const FormField&) const = default;
    };
    struct FormChoice {
        Label label;
        bool chosen = false;
        Intent asks;
        bool operator==(const FormChoice&) const = default;
    };
    struct Form {
        Label title, line;
        std::vector<FormField> fields;
        std::vector<FormChoice> choices;
        std::string time;              // "09:05"; empty: it asks for none
        Label ago;                     // "35 min ago"
        std::vector<FormChoice> steps; // of the time
        Label confirm_button, cancel_button;
        bool can_confirm = false;
        bool operator==(const Form&) const = default;
    };
    std::optional<Form> form;

    struct Told {
        Label words;
        bool attention = false;
        Label button; // "Undo", "Open"
        DeskTap::What asks = DeskTap::What::undo;
        bool operator==(const Told&) const = default;
    };
    std::optional<Told> told;

    struct Keys {
        std::vector<std::u32string> rows;
        TouchKeyboard::Page page = TouchKeyboard::Page::latin;
        bool shifted = false;
        bool hides = true; // it can be put away
        bool operator==(const Keys&) const = default;
    };
    std::optional<Keys> keys; // the keyboard on the screen
    StatusView status;
    bool operator==(const DeskView&) const = default;
};

} // namespace foyer
