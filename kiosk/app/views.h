// What each screen shows: small structs of finished values (words already in the guest's language, times already as
// text) that `kiosk/app` computes and `kiosk/screens` paints. No ImGui, no clock, no look-ups here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/desk_view.h"
#include "kiosk/app/programme_view.h"
#include "kiosk/app/staff_views.h"
#include "sync/summit/verdict.h"

namespace foyer {

struct WaitingView {
    HeaderView header;
    Label title, subtitle, help;
    bool preview = false; // a camera picture is there (the texture is the screens' own business)
    Label camera_state;   // instead of the preview: "Starting the camera...", "No camera"
    // Corners of the code last seen, in preview coordinates 0..1 (already mirrored); empty: none in view.
    std::vector<std::array<float, 2>> code_outline;
    Label programme_button, call_button;
    Label claim_button; // "I have no code"; empty: the summit asks for nothing that would do instead
    enum class Privacy { none, offered } privacy = Privacy::none; // the sign that opens its notice
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
    struct Partner {     // of a meeting
        Label name;      // native
        Label line;      // "Mu Qingchuan · Huaxing"; "Lu Tingchuan · Interpreter"
        Label state;     // "is at the table"
        bool there = false;
        bool operator==(const Partner&) const = default;
    };
    struct Card {
        Label heading;                 // "Your next session", "Where to go now"
        std::string time;              // "11:10"
        Label starts_in;               // "in 25 minutes"; empty: on now, or far off
        Label title;                   // session or desk
        std::string room_code;         // "2.04"; of a meeting "Table 12"
        int room_colour = -1;          // index of the forum colour; -1: neutral
        std::vector<Partner> partners; // of a meeting: whom the guest meets
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
    Label call_button;    // where the guest may not go on
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
        Label title, line; // "Level 2 · Seat 14"; of a meeting "with Mu Qingchuan"
        std::string room_code;
        int colour = -1;
        bool past = false, meant = false; // meant: the one of the card
        bool meeting = false;
        Label beside; // of a meeting: the partner's native name
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

struct PrivacyView {
    HeaderView header;
    Label title;
    std::vector<Label> paragraphs;
    std::vector<LanguagePill> languages;
    Label back_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const PrivacyView&) const = default;
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

// A guest without a code says who they are. Nothing of anyone is on it but what is typed.
struct ClaimView {
    HeaderView header;
    Label title, line;
    bool line_attention = false;
    std::vector<DeskView::FormField> fields; // none: there are no more tries, only staff
    std::optional<DeskView::Keys> keys;
    Label send_button; // empty: as `fields`
    bool can_send = false;
    Label call_button, back_button;
    std::vector<LanguagePill> languages;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const ClaimView&) const = default;
};

// When the terminal cannot work at all: what is wrong, where, what to do.
struct TroubleView {
    HeaderView header;
    Label title, detail, advice;
    StatusView status;
    bool operator==(const TroubleView&) const = default;
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
    Label title;   // "Now in the sub-forums"; of one room: its forum
    Label welcome; // of a delegation that has just come; empty: none, or of one room
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
using CurrentView = std::variant<WaitingView, VerdictView, ProgrammeView, LanguageView, PrivacyView, TroubleView,
                                 StaffView, CameraCheckView, EnrolmentView, GateView, SignView, OwnDayView, CallView,
                                 ClaimView, DeskView, HealthView, StandView>;

} // namespace foyer
