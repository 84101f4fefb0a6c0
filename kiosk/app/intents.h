// What a person asked for by touching a screen. Screens push these; `update` decides what they mean.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "kiosk/app/browse_intents.h"
#include "kiosk/app/desk_talk.h"
#include "kiosk/app/stand.h"
#include "kiosk/app/typing.h"
#include "kiosk/app/view_words.h"
#include "sync/summit/card.h"

namespace foyer {

struct ChooseLanguage {
    Language language;
    bool operator==(const ChooseLanguage&) const = default;
};
struct OpenLanguages {
    bool operator==(const OpenLanguages&) const = default;
};
// What is kept of guests, and what is not.
struct OpenPrivacy {
    bool operator==(const OpenPrivacy&) const = default;
};
// Larger text, or the usual again.
struct ToggleLargeText {
    bool operator==(const ToggleLargeText&) const = default;
};
// What is touched comes to that side of the glass, or spreads over all of it again.
struct ChooseReach {
    Reach reach = Reach::both;
    bool operator==(const ChooseReach&) const = default;
};
// The day of the guest who has just scanned.
struct OpenOwnDay {
    bool operator==(const OpenOwnDay&) const = default;
};
struct GoBack {
    bool operator==(const GoBack&) const = default;
};
struct KeepOpen {
    bool operator==(const KeepOpen&) const = default;
};

// A finger rests on the staff's corner: pushed with every frame while it does.
struct HoldStaffCorner {
    bool operator==(const HoldStaffCorner&) const = default;
};
// On the staff's panel.
struct TypeDigit {
    int digit = 0;
    bool operator==(const TypeDigit&) const = default;
};
struct EraseDigit {
    bool operator==(const EraseDigit&) const = default;
};
struct EnterNumber {
    bool operator==(const EnterNumber&) const = default;
};
struct LeaveStaff {
    bool operator==(const LeaveStaff&) const = default;
};
struct CloseTerminal {
    bool operator==(const CloseTerminal&) const = default;
};

// On the panel, unlocked: look at the cameras, at the next of them, no more.
struct CheckCamera {
    bool operator==(const CheckCamera&) const = default;
};
struct NextCamera {
    bool operator==(const NextCamera&) const = default;
};
struct LeaveCamera {
    bool operator==(const LeaveCamera&) const = default;
};

// On the panel, unlocked: how the terminal is, in all that staff can know; and back.
struct OpenHealth {
    bool operator==(const OpenHealth&) const = default;
};
struct LeaveHealth {
    bool operator==(const LeaveHealth&) const = default;
};
// On the panel, unlocked by an admin: how it stands; and back.
struct OpenStand {
    bool operator==(const OpenStand&) const = default;
};
struct LeaveStand {
    bool operator==(const LeaveStand&) const = default;
};
struct SetStand {
    Stand stand;
    bool operator==(const SetStand&) const = default;
};
// On the panel of a room's door, unlocked: its session.
struct ChangeSessionHere {
    ChangeSession::How how = ChangeSession::How::longer;
    Milliseconds by{0};
    bool operator==(const ChangeSessionHere&) const = default;
};

struct CallStaff {
    bool operator==(const CallStaff&) const = default;
};
struct CancelCall {
    bool operator==(const CancelCall&) const = default;
};
// The badge that was held up while somebody touched the screen is theirs.
struct TakeOffered {
    bool operator==(const TakeOffered&) const = default;
};
// A guest has no code, and says who they are.
struct OpenClaim {
    bool operator==(const OpenClaim&) const = default;
};
struct SendClaim {
    bool operator==(const SendClaim&) const = default;
};
// On the panel, unlocked: every door opens, or the emergency is over. Asked for twice.
struct TurnEmergency {
    bool operator==(const TurnEmergency&) const = default;
};

// At a staff desk. What needs no more said:
struct DeskTap {
    enum class What {
        unlock,
        lock,
        clear, // the field that is searched in
        check_in,
        check_out,
        give_reason, // for one of these two
        from_paper,
        print,
        hand_over,
        hand_to_focal, // the badge, to the focal point of the delegation
        settle,        // what sends them to staff each time
        walk_in,
        substitute,
        edit, // what is on the badge
        take_back,
        together,           // the delegation but for the absent
        print_together,     // its badges that are not printed
        hand_over_together, // those that are, to who is open
        confirm,            // the form
        cancel,
        undo, // what was done last
        open_offered,
        lend, // the thing that was scanned, to who is open
        close_person,
        open_roll,
        close_roll,
        open_inbox,
        close_inbox,
        hide_keyboard,
        shift,
        erase,
        next_rows,    // of who was found
        next_members, // of the delegation
        open_meetings,
        close_meetings, // or the one that is open
        next_meetings,
        next_choices, // tables, or interpreters
        other_table,  // of the meeting that is open
        other_interpreter,
        open_loans,
        close_loans,
        next_loans,
        next_cases,
    } what = What::clear;
    AttendeeId who = {}; // whom the finger saw, where it is about somebody
    bool operator==(const DeskTap&) const = default;
};
struct TypeCharacter {
    char32_t character = 0;
    bool operator==(const TypeCharacter&) const = default;
};
struct TurnKeyboard {
    TouchKeyboard::Page page = TouchKeyboard::Page::latin;
    bool operator==(const TurnKeyboard&) const = default;
};
struct ChoosePerson {
    AttendeeId who;
    bool operator==(const ChoosePerson&) const = default;
};
struct ToggleAbsent {
    AttendeeId who;
    bool operator==(const ToggleAbsent&) const = default;
};
// A field of the form, from 0; none: the one that is searched in.
struct FocusField {
    std::optional<std::size_t> field;
    bool operator==(const FocusField&) const = default;
};
struct StepBack { // the time of a form: so much earlier, or later
    Milliseconds by{0};
    bool operator==(const StepBack&) const = default;
};
struct ChooseDirection {
    Direction direction = Direction::in;
    bool operator==(const ChooseDirection&) const = default;
};
struct ChooseCategory {
    Category category = Category::guest;
    bool operator==(const ChooseCategory&) const = default;
};
struct ChooseBackWhy {
    BackWhy why = BackWhy::by_mistake;
    bool operator==(const ChooseBackWhy&) const = default;
};
struct ChooseByHandWhy {
    ByHandWhy why = ByHandWhy::no_code;
    bool operator==(const ChooseByHandWhy&) const = default;
};
struct PrintTheRoll {
    PrintRoll roll;
    bool operator==(const PrintTheRoll&) const = default;
};
// On the list of who waits with a number: the guest, or that they were seen to.
struct ChooseCase {
    AttendeeId who;
    bool operator==(const ChooseCase&) const = default;
};
struct CloseCase {
    SettleCase settled;
    bool operator==(const CloseCase&) const = default;
};
// On the list of what is lent: on paper.
struct PrintTheLoans {
    PrintLoans loans;
    bool operator==(const PrintTheLoans&) const = default;
};
struct TakeCall {
    std::string call;
    Call::State state = Call::State::taken;
    bool operator==(const TakeCall&) const = default;
};
struct ChooseMeeting {
    MeetingId meeting;
    bool operator==(const ChooseMeeting&) const = default;
};
struct DecideMeeting {
    ChangeMeeting change;
    bool operator==(const DecideMeeting&) const = default;
};
struct DecideCard {
    std::string card;
    CardChoice choice = CardChoice::noted;
    bool operator==(const DecideCard&) const = default;
};

using Intent =
    std::variant<ChooseLanguage, OpenLanguages, OpenPrivacy, ToggleLargeText, ChooseReach, OpenOwnDay, OpenProgramme,
                 ChooseForum, OpenSession, CloseSession, GoBack, KeepOpen, HoldStaffCorner, TypeDigit, EraseDigit,
                 EnterNumber, LeaveStaff, CloseTerminal, CheckCamera, NextCamera, LeaveCamera, ChangeSessionHere,
                 CallStaff, CancelCall, OpenClaim, SendClaim, OpenHealth, LeaveHealth, TurnEmergency, TakeCall,
                 PrintTheRoll, DeskTap, TypeCharacter, TurnKeyboard, ChoosePerson, ToggleAbsent, FocusField, StepBack,
                 ChooseDirection, ChooseCategory, DecideCard, ChooseMeeting, DecideMeeting, TakeOffered, ChooseCase,
                 CloseCase, ChooseBackWhy, PrintTheLoans, OpenStand, LeaveStand, SetStand, ChooseDay, ChooseBy,
                 ChooseRoom, ShowMore, OpenSearch, ChooseByHandWhy>;
using Intents = std::vector<Intent>;

} // namespace foyer
