// What a person asked for by touching a screen. Screens push these; `update` decides what they mean.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "sync/summit/words.h"

namespace foyer {

struct ChooseLanguage {
    Language language;
    bool operator==(const ChooseLanguage&) const = default;
};
struct OpenLanguages {
    bool operator==(const OpenLanguages&) const = default;
};
// Larger text, or the usual again.
struct ToggleLargeText {
    bool operator==(const ToggleLargeText&) const = default;
};
// The day of the guest who has just scanned.
struct OpenOwnDay {
    bool operator==(const OpenOwnDay&) const = default;
};
struct OpenProgramme {
    bool operator==(const OpenProgramme&) const = default;
};
struct ChooseForum {
    std::optional<ForumId> forum;
    bool operator==(const ChooseForum&) const = default;
}; // none: all
struct OpenSession {
    SessionId session;
    bool operator==(const OpenSession&) const = default;
};
struct CloseSession {
    bool operator==(const CloseSession&) const = default;
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

using Intent = std::variant<ChooseLanguage, OpenLanguages, ToggleLargeText, OpenOwnDay, OpenProgramme, ChooseForum,
                            OpenSession, CloseSession, GoBack, KeepOpen, HoldStaffCorner, TypeDigit, EraseDigit,
                            EnterNumber, LeaveStaff, CloseTerminal, CheckCamera, NextCamera, LeaveCamera>;
using Intents = std::vector<Intent>;

} // namespace foyer
