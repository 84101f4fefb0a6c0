// The state of a terminal's screen, and the one place where it changes. Pure: time comes with events, effects are
// returned for `main` to perform. Owned by the glass thread.
//
// Rules, each with a test: a scan interrupts whatever is shown; nobody sees green unless something was recorded; a
// verdict stays 15 s, a refusal 30 s, the programme and the languages 60 s, and any touch starts the time again; a
// language touched during a visit wins over the guest's own, which wins over the summit's default; a visit ends when
// its screen times out or somebody else scans; a terminal in a foyer is closed by who knows its unlock number alone.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/calendar.h"
#include "kiosk/app/desk.h"
#include "kiosk/app/event.h"
#include "kiosk/app/sound.h"
#include "kiosk/app/views.h"

namespace foyer {

inline constexpr Milliseconds verdict_lasts{15'000};
inline constexpr Milliseconds refusal_lasts{30'000};
inline constexpr Milliseconds programme_lasts{60'000}, own_day_lasts{30'000}, call_lasts{120'000};
// A guest who touched the screen so lately is before it: a badge behind them is offered so long, and never taken.
inline constexpr Milliseconds guest_touching{10'000}, badge_offered{20'000};
// At a gate nobody reads: the next guest is there already, and scans whatever is shown.
inline constexpr Milliseconds gate_verdict_lasts{6'000}, gate_refusal_lasts{12'000};
inline constexpr std::size_t passed_most = 5;
inline constexpr Milliseconds passed_kept{600'000}; // nobody's name hangs there overnight
// Without a code: so many tries a visit; and after so many wrong ones in a row none for a while, whoever comes.
inline constexpr int claim_tries = 3, claim_tries_before_bar = 12;
inline constexpr Milliseconds claim_bar{900'000};
// What fits at this size still fits upright on 1080 px; beyond it words would shrink again.
inline constexpr double large_text = 1.25;
// The same of screens whose buttons are gathered at one side: they need more of the height.
inline constexpr double large_text_gathered = 1.12;
inline constexpr Milliseconds welcome_lasts{600'000}; // of a delegation, on a sign, since the last of them came
// On the waiting screen a touched language has no bar; a guest may need a minute to find the badge.
inline constexpr Milliseconds language_lasts{60'000};
// An outline without a newer one is of a code that has gone: the decoder says nothing while it is busy.
inline constexpr Milliseconds outline_lasts{500};
// Staff: how long the corner is held, how long the panel stays without a touch, and how long it takes no number after
// the fifth wrong one; doubled by each further one, up to 16 minutes. The panel outlasts a pause by its usual time, so
// that who waits can type; but not one of more than `staff_wait_most`, for guests shall see their screen again.
inline constexpr Milliseconds staff_hold{3'000}, staff_hold_gap{500}, staff_panel_lasts{30'000};
// Who tries where to hold a badge touches nothing meanwhile.
inline constexpr Milliseconds camera_check_lasts{180'000}, health_lasts{180'000}, health_told_anew{2'000};
inline constexpr Milliseconds first_bar{30'000}, staff_wait_most{180'000};
inline constexpr int tries_before_bar = 5, doublings_most = 5;
inline constexpr std::size_t unlock_digits = 6;

struct Waiting {};
struct ShowingVerdict {
    Outcome outcome;
    Milliseconds since{0}; // monotonic
    // Who comes back asks the way: the guest's own day. Else the answer itself.
    enum class Form { answer, own_day } form = Form::answer;
};
struct ShowingProgramme {
    std::optional<Day> day; // none chosen: today, or whatever comes nearest
    ProgrammeBy by = ProgrammeBy::forum;
    std::optional<ForumId> forum; // none: all; also of rooms
    std::optional<PlaceId> room;
    std::optional<SessionId> opened;
    std::size_t rows_turned = 0, places_turned = 0, days_turned = 0;
    struct Search {
        std::string query;
        TouchKeyboard keyboard{.shown = TouchKeyboard::Shown::yes};
        std::vector<SessionId> found;
        std::string found_for; // the query that they are the answer to
        std::size_t turned = 0;
    };
    std::optional<Search> search; // over the list
};
struct ReadingPrivacy {};
// A guest has asked for staff: until somebody comes, or it is done.
struct CallingStaff {
    enum class Known { not_yet, yes } known = Known::not_yet; // the call is in the ledger
    Milliseconds since{0};
};
// A guest without a code says who they are.
struct Claiming {
    std::string name, proof;
    enum class Field { name, proof } focus = Field::name;
    TouchKeyboard keyboard{.shown = TouchKeyboard::Shown::yes};
    enum class State { typing, asked, wrong, spent } state = State::typing; // spent: no more tries, only staff
};
// The list of languages, over the screen from which it was opened.
struct ChoosingLanguage {
    std::variant<Waiting, ShowingVerdict, ShowingProgramme, ReadingPrivacy, CallingStaff, Claiming> back_to;
};
// Cannot work: no programme yet, or a ledger that does not write. The model says which.
struct Trouble {};

using Screen = std::variant<Waiting, ShowingVerdict, ShowingProgramme, ReadingPrivacy, CallingStaff, Claiming,
                            ChoosingLanguage, Trouble>;

// Who unlocked a terminal, where staff do by badge.
struct StaffMember {
    AttendeeId who; // empty: whoever knows the terminal's number
    Person person;
    StaffRole role = StaffRole::admin;
};

// The staff's panel, over whatever screen there is; that goes on behind it.
struct StaffPanel {
    enum class Stage { locked, open } stage = Stage::locked;
    std::string typed;                 // digits
    std::optional<StaffMember> member; // whose badge was held up; the number that follows is theirs
    enum class Last { nothing, wrong, role_changed } last = Last::nothing;
    Milliseconds touched_at{0}; // monotonic
    // Looking at one of the cameras, counted as they were named; unlocked only.
    struct Camera {
        std::size_t index = 0;
        std::optional<CameraCheck> check; // not measured yet
    };
    std::optional<Camera> camera;
    // Reading how the terminal is, once it has been told; unlocked only.
    struct Reading {
        std::optional<Health> health;
        Milliseconds asked_at{0}; // monotonic: it is told anew while it is read
    };
    std::optional<Reading> reading;
    enum class Setting { closed, open } setting = Setting::closed;         // how it stands; unlocked by an admin only
    enum class Asked { nothing, emergency, ended } asked = Asked::nothing; // the next tap on it does it
    std::optional<Fault> fault;                                            // why what was asked for is not recorded
};

// What the way to the panel remembers, whether or not it is open: opening it again gives no fresh tries.
struct StaffDoor {
    std::optional<StaffPanel> panel;
    enum class Check { none, running } check = Check::none;
    AttendeeId asked;             // whose number is checked; empty: the terminal's
    AttendeeId wrong_of;          // whose was wrong last: another's right one makes nothing good
    int wrong = 0;                // numbers since the last right one
    Milliseconds barred_until{0}; // monotonic
    Milliseconds held_since{0};   // the corner, by a finger that was last seen there at
    std::optional<Milliseconds> held_at;
    // Settings that wait to be kept, the oldest first, and what is in force without them; shown are all of them.
    std::vector<StandChange> asked_stands;
    Stand in_force;
};

// Who says who they are gets it wrong: counted for the terminal too, so that a new visit gives no fresh tries for ever.
struct ClaimTries {
    int wrong = 0;              // each less than `claim_bar` after the one before
    Milliseconds last_wrong{0}; // monotonic, as the next
    Milliseconds barred_until{0};
};

// One guest in front of the terminal.
struct Visit {
    std::optional<Language> touched;    // chosen by hand
    std::optional<Language> guests_own; // of the attendee who scanned
    std::optional<AttendeeId> attendee;
    enum class Stage { before_scan, scanned } stage = Stage::before_scan;
    HeaderView::Text text = HeaderView::Text::usual;
    std::optional<Reach> reach; // none: as the terminal stands
    int claims_wrong = 0;
};

struct Model {
    Settings settings;
    Programme programme;
    std::set<SessionId> off_plan;
    Screen screen = Trouble{};
    Visit visit;
    Instant now;
    Milliseconds monotonic{0};
    Milliseconds touched_at{0};              // monotonic: the time-out of the screen counts from here
    Milliseconds finger_at{-guest_touching}; // the same, of a finger or a key alone
    struct Offered {
        Presented code;
        Milliseconds since{0};
    };
    std::optional<Offered> offered;   // a badge, to whoever touches
    std::vector<SourceState> sources; // empty: not known yet
    std::vector<std::array<float, 2>> outline;
    Milliseconds outline_at{0};
    LinkState link;
    NetworkSwitched network;
    Occupancies occupancies;
    std::optional<Fault> ledger_fault;
    StaffDoor staff;
    ClaimTries claims;
    StaffMember at_desk;         // who unlocked the desk
    std::vector<Outcome> passed; // the last five, the newest first
    StaffDesk desk;
    std::vector<OpenCall> calls;               // of guests who want staff, everywhere
    std::vector<MeetingSeen> meetings;         // at a desk: now and next
    std::optional<DelegationArrived> welcomed; // at a sign
};

struct ToggleNetwork {
    bool operator==(const ToggleNetwork&) const = default;
};
struct Quit {
    bool operator==(const Quit&) const = default;
};
// Is this the terminal's unlock number, or the PIN of which this is the hash? Slow on purpose, so not for the glass
// thread; the answer is UnlockChecked.
struct CheckUnlock {
    std::string number;
    std::string pin = {}; // empty: the terminal's own number
    bool operator==(const CheckUnlock&) const = default;
};
// Measure this camera's pictures, show them, and check nobody in by them; none: no longer.
struct WatchCamera {
    std::optional<std::size_t> index;
    bool operator==(const WatchCamera&) const = default;
};
// Decide on this badge now, as if it had just been seen.
struct DecideOffered {
    Presented code;
    bool operator==(const DecideOffered& other) const { return code.text == other.code.text; }
};
// How the terminal stands is another now: of sounds and verdicts, beside what the model itself shows.
struct ApplyStand {
    Stand stand;
    bool operator==(const ApplyStand&) const = default;
};
// To the clerk, on the desk thread.
struct AskDesk {
    DeskRequest request;
    AttendeeId by = {}; // of the staff, where it is known
    bool operator==(const AskDesk&) const = default;
};
// To the desk thread, for it knows how words are spelled; the answer is SessionsFound.
struct FindSessions {
    std::string query;
    bool operator==(const FindSessions&) const = default;
};
using Effect = std::variant<ToggleNetwork, Quit, CheckUnlock, WatchCamera, Sound, AskDesk, DecideOffered, ApplyStand,
                            FindSessions>;
using Effects = std::vector<Effect>;

struct Updated {
    Model model;
    Effects effects;
};
[[nodiscard]] Updated update(Model model, const Event& event);

// What this terminal is for: as it was started, else as its checkpoint says.
[[nodiscard]] Mode mode_of(const Model& model);
[[nodiscard]] bool is_gate(const Model& model); // a gate, of a room or not
// The guests have not arrived here yet: every badge would be nobody's.
[[nodiscard]] bool lacks_roster(const Model& model);
[[nodiscard]] bool is_idle(const Model& model); // nobody is before it, or it cannot work
// The call of a guest at this terminal that is not done. None: there is none.
[[nodiscard]] const OpenCall* own_call(const Model& model);
// At a room's door: the session there that is on, has just ended or comes next (sync/summit/overrun.h). None: nothing.
[[nodiscard]] const Session* session_at(const Model& model);
// What staff type after nothing, or after their badge; `never`: this terminal has no number and the summit no roles.
enum class Unlocking { never, by_number, by_badge };
[[nodiscard]] Unlocking unlocking(const Model& model);
// A terminal that waits for a badge of the staff: what is held up is theirs first.
[[nodiscard]] bool awaits_staff_badge(const Model& model);
// A guest is touching what a guest may read here: a badge that is held up now is offered, not taken.
[[nodiscard]] bool offers_badges(const Model& model);
// How long the present screen stays without a touch; none: for good.
[[nodiscard]] std::optional<Milliseconds> lasts(const Model& model);
// The language that the screen speaks now.
[[nodiscard]] Language language_of(const Model& model);
// The pills: the summit's languages that there are words for, in the summit's order; English if there is none.
[[nodiscard]] std::vector<Language> offered_languages(const Model& model);
// The offered language that `wanted` is served by: itself, the nearest, or one of the same primary subtag.
[[nodiscard]] std::optional<Language> served_by(const Model& model, const Language& wanted);

} // namespace foyer
