// The state of a staff desk's screen: a field to search in, who was found, the person who is open, a form, and what was
// done last. Locked until somebody gives the terminal's unlock number, and again after a while without a touch.
// Pure; only update.cpp and the view of it look inside.
#pragma once

#include <optional>
#include <set>

#include "kiosk/app/intents.h"

namespace foyer {

inline constexpr Milliseconds desk_lasts{300'000};     // without a touch: then it locks
inline constexpr Milliseconds desk_told_lasts{20'000}; // what was done last can be taken back so long
// A person who was touched so lately is still being served: a badge does not take their place. And what has just come
// under a finger is not what the finger meant.
inline constexpr Milliseconds desk_served{10'000}, desk_settles{700};

// What is written down before something is done.
struct DeskForm {
    enum class Kind { from_paper, walk_in, substitute, edit, take_back, by_hand } kind = Kind::walk_in;
    enum class Field { name, latin_name, organisation, allowed_by };
    std::vector<std::pair<Field, std::string>> fields;
    std::size_t focus = 0;
    Instant at; // from paper: when it happened
    Direction direction = Direction::in;
    Category category = Category::guest; // of a walk-in
    // Of edit: what is on the badge now. The Latin name follows the name until somebody types into it.
    std::string name_before, latin_before;
    enum class Latin { typed, follows } latin = Latin::typed;
    // To be taken back.
    std::optional<AttendanceRow> row;
    BackWhy back_why = BackWhy::by_mistake;
    ByHandWhy why = ByHandWhy::no_code; // of by_hand
};

struct StaffDesk {
    enum class Lock { locked, open } lock = Lock::locked;
    // Its sentence when it is locked: a while passed, or what whoever unlocked it may do is another thing now.
    enum class LockedBy { usual, role_changed } locked_by = LockedBy::usual;
    Milliseconds touched_at{0};           // monotonic: it locks so long after
    Milliseconds served_at{-desk_served}; // the same, of who is open
    std::string query;
    std::size_t asked = 0; // the number of the last question
    PeopleFound found;
    std::optional<Dossier> dossier;
    // Somebody held up a badge while a form is being filled in, or somebody else is being served.
    struct Offered {
        Dossier dossier;
        Milliseconds since{0};
    };
    std::optional<Offered> offered;
    ByHandWhy because = ByHandWhy::no_code; // of the person who is open
    std::set<AttendeeId> absent;            // of the delegation: stay behind when it is checked in
    std::optional<DeskForm> form;
    std::optional<DeskRequest> acting; // an act is on its way to the disk
    struct Told {
        DeskActed what;
        Milliseconds since{0};
        std::optional<PersonFile> of; // who was open then, where it is about them: so that a wrong one is noticed
    };
    std::optional<Told> told; // what came of the last act
    struct Unknown {
        Reason reason = Reason::not_ours;
        Milliseconds since{0};
    };
    std::optional<Unknown> unknown;   // the code that was held up last is nobody's here
    ListsChanged lists;               // who waits with a number
    std::optional<RollCalled> roll;   // on the screen
    std::optional<LoansListed> loans; // the same
    struct Board {                    // the meetings, on the screen
        std::optional<MeetingId> chosen;
        std::optional<MeetingOpened> opened; // once it is answered
        enum class Pick { nothing, table, interpreter } pick = Pick::nothing;
        std::size_t page = 0, picks_page = 0; // counted on
    };
    std::optional<Board> board;
    std::string item;                       // scanned while somebody is open: may be lent to them
    std::optional<Milliseconds> rung_at;    // the desk's sound for a call that nobody has taken; none: one is new
    Milliseconds changed_at{-desk_settles}; // what can be touched
    Milliseconds listed_at{-desk_settles};  // the same, of who waits with a number
    TouchKeyboard keyboard;
    // Counted on; screens know how many there are.
    std::size_t rows_page = 0, members_page = 0, cases_page = 0, loans_page = 0;
    std::vector<OpenCard> cards; // of the conflict inbox
    enum class Inbox { closed, open } inbox = Inbox::closed;
};

// --- what happens to it (desk.cpp); effects go to the clerk ---
struct Model;
bool is_open_desk(const Model& model); // in front of staff now: a desk, and unlocked
// May who unlocked the desk do that?
[[nodiscard]] bool may_at_desk(const Model& model, DeskTap::What what);
[[nodiscard]] bool may_search(const Model& model);

} // namespace foyer
