// What each screen shows: small structs of finished values (words already in the guest's language, times already as
// text) that `kiosk/app` computes and `kiosk/screens` paints. No ImGui, no clock, no look-ups here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/intents.h"
#include "sync/summit/verdict.h"

namespace foyer {

// A text with the language it is in: decides glyph forms (Han), direction and font.
struct Label {
    std::string text;
    Language language;
    bool operator==(const Label&) const = default;
};

struct LanguagePill {
    Language language; // "zh"
    Label own_name;    // "中文"
    bool chosen = false;
    bool operator==(const LanguagePill&) const = default;
};

// The strip that is always there, small: is this terminal well, and does the centre have everything?
struct StatusView {
    Label demo;            // "Demo camera · demo time 10:52, 29 May 2023"; empty outside the demo
    Label demo_shortly;    // "Demo camera": where there is no room for all of it
    Label network;         // "All sent" / "12 not sent · last contact 40 s ago"
    Label network_shortly; // "No connection · 12 not sent": where there is no room for all of it
    bool network_attention = false;
    Label trouble; // "Camera missing: /dev/video0"; empty when well
    bool operator==(const StatusView&) const = default;
};

struct HeaderView {
    Label summit;
    std::string clock;                                   // "10:52"
    double zoom = 1;                                     // how much larger than usual all of the screen is
    enum class Text { usual, large } text = Text::usual; // as the guest chose
    Arrow camera_at = Arrow::none;                       // physical: to the camera
    bool operator==(const HeaderView&) const = default;
};

// Visible time-out: how much is left, as a bar and in words.
struct TimeoutView {
    double fraction_left = 1.0;
    Label words; // "12 s left"
    bool operator==(const TimeoutView&) const = default;
};

struct WaitingView {
    HeaderView header;
    Label title, subtitle, help;
    bool preview = false; // a camera picture is there (the texture is the screens' own business)
    Label camera_state;   // instead of the preview: "Starting the camera...", "No camera"
    // Corners of the code last seen, in preview coordinates 0..1 (already mirrored); empty: none in view.
    std::vector<std::array<float, 2>> code_outline;
    Label programme_button, call_button;
    std::vector<LanguagePill> languages;
    StatusView status;
    bool operator==(const WaitingView&) const = default;
};

struct VerdictView {
    HeaderView header;
    VerdictKind kind = VerdictKind::admitted;
    Label greeting;      // "Welcome," / "Good morning,"
    Label name;          // native name with form of address
    Label latin_name;    // empty when the native name is Latin
    Label affiliation;   // "Institute · Delegate"
    Label title, advice; // for all but admitted: "One moment, please" / "We will sort this out together."
    struct Card {
        Label heading;                 // "Your next session", "Where to go now"
        std::string time;              // "11:10"
        Label starts_in;               // "in 25 minutes"; empty: on now, or far off
        Label title;                   // session or desk
        std::string room_code;         // "2.04"
        int room_colour = -1;          // index of the forum colour; -1: neutral
        Label room_line;               // "Level 2 · Seat 14"
        Label minutes;                 // "4 minutes on foot"
        Label hint;                    // "Up the escalator, then right"
        Arrow arrow = Arrow::none;     // physical: never mirrored
        Label languages;               // "Interpreted: English, Chinese"
        Label case_label, case_advice; // "Your number" / "Just show it, nothing to explain."
        std::string case_number;       // "A-31"
        bool operator==(const Card&) const = default;
    };
    std::optional<Card> card;
    std::string big_code; // room to go to, in `code` type (go_elsewhere, full)
    Arrow big_arrow = Arrow::none;
    Label big_line;       // "Starts at 11:00 on level 2"
    Label staff_line;     // small: what staff need to know
    Label own_day_button; // instead of the programme's, where there is a day to show
    Label programme_button, keep_open_button;
    std::vector<LanguagePill> languages;
    TimeoutView timeout;
    double seconds_shown = 0; // since the verdict appeared: drives the animation
    StatusView status;
    bool operator==(const VerdictView&) const = default;
};

// The day of one guest: where to be next, and all of it.
struct OwnDayView {
    HeaderView header;
    Label greeting, name, latin_name, affiliation; // as on the verdict
    std::optional<VerdictView::Card> card;         // where to be next; none: nothing is left
    Label day;                                     // "Your day · Monday, 29 May"
    struct Row {
        std::string time;
        Label title, line; // "Level 2 · Seat 14"
        std::string room_code;
        int colour = -1;
        bool past = false, meant = false; // meant: the one of the card
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    Label nothing; // when there are no rows
    Label programme_button, keep_open_button;
    std::vector<LanguagePill> languages;
    TimeoutView timeout;
    double seconds_shown = 0;
    StatusView status;
    bool operator==(const OwnDayView&) const = default;
};

struct ProgrammeView {
    HeaderView header;
    Label title;          // "Now in the five sub-forums"
    double now_hours = 0; // time of day
    double axis_from_hours = 0, axis_to_hours = 0;
    struct Item {
        SessionId id;
        Label title, speaker, room;
        std::string starts, ends;
        double from_hours = 0, to_hours = 0;
        bool now = false, past = false;
        double progress = 0; // 0..1 while now
        Label now_or_next;   // "Now", "Next 11:10"
        bool operator==(const Item&) const = default;
    };
    struct Lane {
        std::optional<ForumId> forum; // none: plenary
        Label name;
        std::string room_code;
        Label level;
        int colour = -1;
        Label seats;              // "14 seats left", "Full · overflow 2.06"; empty: no capacity set
        std::string seats_number; // "14" for the lane layout; empty: use `seats`
        Label seats_unit;         // "seats left"
        bool scarce = false;
        std::vector<Item> items; // by start
        bool operator==(const Lane&) const = default;
    };
    std::vector<Lane> lanes;
    struct ForumPill {
        std::optional<ForumId> forum; // none: "All"
        Label name;
        bool chosen = false;
        bool operator==(const ForumPill&) const = default;
    };
    std::vector<ForumPill> pills;
    struct Detail { // one session opened, over the list
        Label title, speaker, forum, room_line, summary, languages, hint;
        Arrow arrow = Arrow::none;
        std::string room_code, time; // "10:50-11:10"
        int colour = -1;
        Label close_button;
        bool operator==(const Detail&) const = default;
    };
    std::optional<Detail> detail;
    Label language_button, back_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const ProgrammeView&) const = default;
};

struct LanguageView {
    HeaderView header;
    Label title;
    std::vector<LanguagePill> languages;
    Label back_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const LanguageView&) const = default;
};

// A guest has asked for staff.
struct CallView {
    HeaderView header;
    Label title, line;
    bool coming = false;
    Label cancel_button;
    std::vector<LanguagePill> languages;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const CallView&) const = default;
};

// When the terminal cannot work at all: what is wrong, where, what to do.
struct TroubleView {
    HeaderView header;
    Label title, detail, advice;
    StatusView status;
    bool operator==(const TroubleView&) const = default;
};

// The staff's panel. What the last guest is told goes on behind it, and is said above it in short.
struct StaffView {
    HeaderView header;
    struct Behind {
        VerdictKind kind = VerdictKind::admitted;
        Label words; // "Welcome"
        bool operator==(const Behind&) const = default;
    };
    std::optional<Behind> behind;
    Label title, line;
    bool line_attention = false;
    struct Pad {
        std::size_t typed = 0, wanted = 0; // digits
        bool takes_digits = false;         // else it rests: a check is running, or a pause
        bool operator==(const Pad&) const = default;
    };
    std::optional<Pad> pad; // none: unlocked, or nothing unlocks it
    struct Row {
        Label name, value;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows; // how the terminal is; once it is unlocked
    // What the session at this door may do otherwise than planned; once it is unlocked.
    struct Change {
        Label label;
        ChangeSessionHere asks;
        bool operator==(const Change&) const = default;
    };
    std::vector<Change> changes;
    Label emergency_button;       // once it is unlocked
    bool emergency_asked = false; // the next tap does it
    Label camera_button;          // to the camera's picture; once it is unlocked, where there is a camera
    Label close_button;           // once it is unlocked
    Label leave_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const StaffView&) const = default;
};

// One of the cameras, looked at by staff.
struct CameraCheckView {
    HeaderView header;
    Label title;
    bool preview = false;
    Label camera_state; // instead of the preview
    std::vector<std::array<float, 2>> code_outline;
    Label advice; // the one thing to do; empty: not measured yet
    enum class Mark { waiting, good, attention } mark = Mark::waiting;
    struct Row {
        Label name, value;
        bool attention = false; // it is what the advice is about
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    Label line;        // that nobody is checked in meanwhile
    Label next_button; // empty: there is one camera
    Label leave_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const CameraCheckView&) const = default;
};

// How full a place is.
struct FillView {
    Label inside;        // "Inside"
    std::string count;   // "67"
    std::string of;      // "/ 80"; empty: no capacity is set
    double fraction = 0; // of the capacity, 0..1
    bool operator==(const FillView&) const = default;
};

// A gate, read from 3 m and never touched: what the last guest is told, and for the steward beside it how full it is
// and who came last. The guest is spoken to in the guest's language; everything else keeps the summit's own, and its
// side of the screen.
struct GateView {
    HeaderView header;
    // Until somebody scans.
    Label title;
    bool preview = false;
    Label camera_state;
    std::vector<std::array<float, 2>> code_outline;
    // What the guest is told; none: nobody is before the camera.
    struct Told {
        VerdictKind kind = VerdictKind::admitted;
        Label word;             // "Welcome", "This room is full"
        Label name, latin_name; // empty where nobody is named
        Label line;             // "Level 2 · Seat 14", "Up the escalator, then right"
        std::string big_code;   // the room to go to
        Arrow big_arrow = Arrow::none;
        Label big_line;          // "Starts at 11:00 · Level 2"
        Label case_label;        // "Your number"
        std::string case_number; // "A-31"
        double seconds_shown = 0;
        bool operator==(const Told&) const = default;
    };
    std::optional<Told> told;
    FillView fill;
    struct Passed {
        VerdictKind kind = VerdictKind::admitted;
        Label who; // a name that a steward can read; of whom nobody named: the number of the case, or of the note
        std::string time;
        bool operator==(const Passed&) const = default;
    };
    std::vector<Passed> passed; // the newest first
    Label session;              // "Until 11:40: Joint laboratories..."; empty: nothing is on or follows
    Label staff_line;           // small: what staff need to know of the last guest
    StatusView status;
    bool operator==(const GateView&) const = default;
};

// A sign at a door or in a hall: what is on, where, what follows, and how full it is. Nobody touches it.
struct SignView {
    HeaderView header;
    Label title; // "Now in the sub-forums"; of one room: its forum
    struct Talk {
        std::string starts, ends;
        Label title, speaker;
        double progress = 0; // 0..1, of what is on
        Label left;          // "25 min left"
        bool operator==(const Talk&) const = default;
    };
    struct Row {
        std::string room_code;
        int colour = -1;
        Label forum;
        std::optional<Talk> now, next;
        Label now_or_next; // "Now"; "Next 14:45"
        Label seats;       // "14 seats left", "Full, overflow 2.06"; empty: no capacity is set
        bool scarce = false;
        FillView fill;
        Label languages; // "English, Chinese"
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows; // one: a door's sign
    StatusView status;
    bool operator==(const SignView&) const = default;
};

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
    Label more; // "and 12 more"; or that nobody was found, and what else there is
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
        Label button;                // "Check in 11 together"; empty: nobody is left
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

    struct Action {
        DeskTap::What what = DeskTap::What::check_in;
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
        bool operator==(const Keys&) const = default;
    };
    std::optional<Keys> keys; // the keyboard on the screen
    StatusView status;
    bool operator==(const DeskView&) const = default;
};

// A terminal that belongs to no summit yet: its camera waits for the enrolment code that an organiser made.
struct EnrolmentView {
    HeaderView header;
    Label title, subtitle, help;
    bool preview = false;
    Label camera_state; // instead of the preview
    std::vector<std::array<float, 2>> code_outline;
    Label ending;                  // how staff end it, where neither a key nor the window does; empty elsewhere
    Label problem, advice, detail; // why the last code did not do, and what to do; detail: for staff. Empty: none yet
    std::vector<LanguagePill> languages;
    StatusView status;
    bool operator==(const EnrolmentView&) const = default;
};

// The screen that is on now: `view_of` computes it, `kiosk/screens` has one painter for each.
using CurrentView = std::variant<WaitingView, VerdictView, ProgrammeView, LanguageView, TroubleView, StaffView,
                                 CameraCheckView, EnrolmentView, GateView, SignView, OwnDayView, CallView, DeskView>;

} // namespace foyer
