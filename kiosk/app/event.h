// Everything that can happen to a terminal's screen, as values. The glass thread pops them from its queue, or makes
// them from the window's input, and gives each to `update` in the order they happened.
//
// No event here is a look-up: what a view will need to know travels with it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/desk_talk.h"
#include "kiosk/app/health.h"
#include "kiosk/app/intents.h"
#include "scanner/camera_check.h"
#include "sync/summit/admit.h"
#include "sync/summit/fault.h"

namespace foyer {

// What a terminal is told when it starts; how it stands may be set anew at it.
struct Settings {
    // `terminal` stands in a foyer: no key ends it. `windowed` is a staff member's trial; `demo` is the demo.
    enum class Run { terminal, windowed, demo };
    // Where the pictures come from; guests are told when it is not a camera.
    enum class Pictures { camera, generated, recording };
    CheckpointId checkpoint;
    Run run = Run::terminal;
    Pictures pictures = Pictures::camera;
    // Languages that the screens have words in (Strings::languages).
    std::vector<Language> languages;
    std::vector<Language> reviewed; // by somebody whose language it is
    // Is there a number that staff unlock it by? A terminal that was enrolled before there were any has none.
    enum class Unlocks { never, by_number } unlocks = Unlocks::never;
    Stand stand = {};
};

// The desk's answer to one sighting, with everything the screen says about it.
struct Outcome {
    Verdict verdict;
    std::optional<Attendee> attendee;           // whose badge it is, if known
    std::optional<Person> person;               // absent when purged or not known here
    std::vector<FactId> recorded;               // what the ledger has on disk because of it
    std::string case_number;                    // "A-31"; for those who are asked to see a person
    Instant read_at;                            // when the camera saw the code
    std::vector<MeetingSeen> meetings = {};     // theirs, by start
    std::optional<CheckpointId> before_at = {}; // with `verdict.before`: by which door that was
};

struct Started {
    Programme programme; // may still be empty: a terminal that has just been enrolled
    Settings settings;
};
// A decision was taken, and what it wrote is on disk.
struct Decided {
    Outcome outcome;
};
// A badge was held up while somebody touched the screen (`offers_badges`): nothing was looked up, nothing recorded.
struct BadgeOffered {
    Presented code;
};
// A finger or pointer on the screen, wherever it was.
struct Touched {};
// Time passes. Sent before the other events of the same turn of the loop, so that they happen "now".
struct Tick {
    Instant now;            // the summit's time (a demo's is shifted)
    Milliseconds monotonic; // of a clock that never jumps: time-outs count in it
};
// One way by which codes come in.
struct SourceState {
    enum class Kind { camera, hand_scanner };
    enum class State { starting, ok, missing };
    Kind kind = Kind::camera;
    State state = State::starting;
    // The Fault's sentence when missing: "/dev/video0 cannot be opened: ..."; when ok: that a recording has ended.
    std::string detail;
    bool operator==(const SourceState&) const = default;
};
// All of them, whenever one changed.
struct SourcesChanged {
    std::vector<SourceState> sources;
};
// How good the picture is of the camera that staff are looking at.
struct CameraMeasured {
    CameraCheck check;
};
// Where in the preview the code was last seen: 0..1, mirrored as the preview is. Empty: none in view.
struct PreviewOutline {
    std::vector<std::array<float, 2>> corners;
};
// How the centre is. `unsent`: own facts that it has not acknowledged as durable. `doors_seen` of `doors_enrolled`
// other doors were heard in the last 10 s, by this one or by the hub.
struct LinkState {
    bool connected = false;
    long unsent = 0;
    std::optional<Instant> last_contact;
    long doors_seen = 0, doors_enrolled = 0;
    enum class Roster { there, not_yet } roster = Roster::there; // not one guest is known here
    // How far the hub's clock is still ahead of this one, once it has said the time since the start.
    std::optional<Milliseconds> clock_off = {};
    Instant newest = {}; // the time of the newest record of others here
};
struct ProgrammeChanged {
    Programme programme;
    std::set<SessionId> off_plan = {}; // sessions that run at other times than were planned
};
using Occupancies = std::map<PlaceId, View::Occupancy>;
struct OccupancyChanged {
    Occupancies places;
};
// The demo's network switch, as it now stands.
struct NetworkSwitched {
    enum class Wire { whole, cut };
    Wire wire = Wire::whole;
};
// The ledger cannot write (the fault), or can again (none).
struct LedgerTrouble {
    std::optional<Fault> fault;
};
// The answer to CheckUnlock.
struct UnlockChecked {
    enum class Answer { wrong, right } answer = Answer::wrong;
};
// One of the staff holds a badge before a terminal that waits for one.
struct StaffRecognised {
    AttendeeId who;
    Person person; // its `pin` is what the number that follows is checked against
    StaffRole role = StaffRole::steward;
};
// One of the staff who was recognised here has another role since, or a badge that is good no more: none.
struct StaffChanged {
    AttendeeId who;
    StaffRole role = StaffRole::none;
};
// At a sign: several of a delegation have come to the summit just now, the last of them then.
struct DelegationArrived {
    DelegationId delegation;
    Instant when;
};
// The answer to ShowHealth.
struct HealthTold {
    Health health;
};
// The answer to FindSessions.
struct SessionsFound {
    std::string query;               // as it was asked
    std::vector<SessionId> sessions; // in the programme's order
};
struct KeyPressed {
    static constexpr char32_t escape = 27, enter = 13, backspace = 8;
    char32_t key = 0;
};

using Event = std::variant<Started, Decided, Intent, Touched, Tick, SourcesChanged, CameraMeasured, PreviewOutline,
                           LinkState, ProgrammeChanged, OccupancyChanged, NetworkSwitched, LedgerTrouble, UnlockChecked,
                           KeyPressed, PeopleFound, PersonLookedUp, CardsChanged, CallsChanged, RollCalled, DeskActed,
                           ClaimRefused, StaffRecognised, HealthTold, MeetingsChanged, MeetingOpened, StaffChanged,
                           BadgeOffered, ListsChanged, LoansListed, DelegationArrived, SessionsFound>;

} // namespace foyer
