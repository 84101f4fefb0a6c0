// A finger on a screen without a window: what answers, where, and how large it is.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "kiosk/app/typing.h"
#include "kiosk/screens/glass.h"
#include "tests/catch.h"
#include "tests/screens/no_window.h"

namespace foyer {

// A glass in memory: ImGui without a window, textures that are nowhere.
class Finger {
public:
    Finger(int width, int height) : width_(width), height_(height), window_(width, height) {}

    Intents tap(const CurrentView& view, int x, int y) {
        frame(view, x, y, false);
        if (!ImGui::IsAnyItemHovered()) return {};
        frame(view, x, y, true);
        auto intents = frame(view, x, y, false);
        return intents;
    }
    // What a finger that stays there asks for.
    Intents rest(const CurrentView& view, int x, int y) {
        frame(view, x, y, false);
        frame(view, x, y, true);
        auto intents = frame(view, x, y, true);
        frame(view, x, y, false);
        return intents;
    }
    int width_, height_;

private:
    Intents frame(const CurrentView& view, int x, int y, bool down) {
        auto& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18700
        io.AddMousePosEvent(static_cast<float>(x), static_cast<float>(y));
        io.AddMouseButtonEvent(0, down);
#else
        io.MousePos = ImVec2(static_cast<float>(x), static_cast<float>(y));
        io.MouseDown[0] = down;
#endif
        ImGui::NewFrame();
        auto intents = glass_.show(view, width_, height_);
        ImGui::Render();
        return intents;
    }
    NoWindow window_;
    NoTextures textures_;
    Glass glass_{textures_};
};

struct Field {
    int left = 1 << 20, top = 1 << 20, right = 0, bottom = 0; // of the taps that gave it
    void add(int x, int y) {
        left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
    }
};

// What is asked of the programme.
struct SayBrowsing {
    std::string operator()(const OpenProgramme&) const { return "programme"; }
    std::string operator()(const ChooseForum& i) const { return "forum " + (i.forum ? i.forum->text : "all"); }
    std::string operator()(const ChooseRoom& i) const { return "room " + (i.room ? i.room->text : "all"); }
    std::string operator()(const ChooseBy& i) const { return i.by == ProgrammeBy::room ? "by room" : "by forum"; }
    std::string operator()(const ChooseDay& i) const {
        return "day " + std::to_string(i.day.time_since_epoch().count());
    }
    std::string operator()(const ShowMore& i) const { return "more " + std::to_string(static_cast<int>(i.of)); }
    std::string operator()(const OpenSearch&) const { return "search"; }
    std::string operator()(const OpenSession& i) const { return "open " + i.session.text; }
    std::string operator()(const CloseSession&) const { return "close"; }
};

// What staff ask for by lists and settings.
struct SayLists {
    std::string operator()(const ChooseCase& i) const { return "case of " + i.who.text; }
    std::string operator()(const CloseCase& i) const { return "seen to " + i.settled.number; }
    std::string operator()(const ChooseBackWhy& i) const { return "back " + std::string{name(i.why)}; }
    std::string operator()(const ChooseByHandWhy& i) const { return "why " + std::string{name(i.why)}; }
    std::string operator()(const PrintTheLoans&) const { return "print loans"; }
    std::string operator()(const OpenStand&) const { return "settings"; }
    std::string operator()(const LeaveStand&) const { return "leave settings"; }
    std::string operator()(const SetStand& i) const {
        const Stand& to = i.stand;
        const auto said = [](auto value) { return std::to_string(static_cast<int>(value)) + " "; };
        return "set " + (to.mode ? said(*to.mode) : "- ") + said(to.volume) + said(to.zoom) + said(to.still) +
               said(to.camera_at) + said(to.scanner_at) + said(to.reach);
    }
};

inline std::string word(const Intent& intent) {
    struct Say : SayBrowsing, SayLists {
        using SayBrowsing::operator();
        using SayLists::operator();
        std::string operator()(const ChooseLanguage& i) const { return "choose " + i.language; }
        std::string operator()(const OpenLanguages&) const { return "languages"; }
        std::string operator()(const OpenPrivacy&) const { return "privacy"; }
        std::string operator()(const OpenOwnDay&) const { return "own day"; }
        std::string operator()(const ToggleLargeText&) const { return "text size"; }
        std::string operator()(const ChooseReach& i) const {
            return i.reach == Reach::both ? "reach both" : i.reach == Reach::left ? "reach left" : "reach right";
        }
        std::string operator()(const GoBack&) const { return "back"; }
        std::string operator()(const KeepOpen&) const { return "keep open"; }
        std::string operator()(const HoldStaffCorner&) const { return "staff corner"; }
        std::string operator()(const TypeDigit& i) const { return std::to_string(i.digit); }
        std::string operator()(const EraseDigit&) const { return "erase"; }
        std::string operator()(const EnterNumber&) const { return "enter"; }
        std::string operator()(const LeaveStaff&) const { return "leave"; }
        std::string operator()(const CloseTerminal&) const { return "close terminal"; }
        std::string operator()(const CheckCamera&) const { return "check camera"; }
        std::string operator()(const NextCamera&) const { return "next camera"; }
        std::string operator()(const LeaveCamera&) const { return "leave camera"; }
        std::string operator()(const ChangeSessionHere&) const { return "change session"; }
        std::string operator()(const CallStaff&) const { return "call staff"; }
        std::string operator()(const CancelCall&) const { return "cancel call"; }
        std::string operator()(const OpenClaim&) const { return "open claim"; }
        std::string operator()(const SendClaim&) const { return "send claim"; }
        std::string operator()(const TakeOffered&) const { return "take offered"; }
        std::string operator()(const OpenHealth&) const { return "open health"; }
        std::string operator()(const LeaveHealth&) const { return "leave health"; }
        std::string operator()(const TurnEmergency&) const { return "emergency"; }
        std::string operator()(const TakeCall& i) const { return "take call " + i.call; }
        std::string operator()(const PrintTheRoll&) const { return "print roll"; }
        std::string operator()(const DeskTap& i) const { return "tap " + std::to_string(static_cast<int>(i.what)); }
        std::string operator()(const TypeCharacter& i) const { return "type " + utf8(i.character); }
        std::string operator()(const TurnKeyboard& i) const {
            return "page " + std::to_string(static_cast<int>(i.page));
        }
        std::string operator()(const ChoosePerson& i) const { return "person " + i.who.text; }
        std::string operator()(const ToggleAbsent& i) const { return "absent " + i.who.text; }
        std::string operator()(const FocusField& i) const {
            return "field " + (i.field ? std::to_string(*i.field) : "");
        }
        std::string operator()(const StepBack&) const { return "step"; }
        std::string operator()(const ChooseDirection&) const { return "direction"; }
        std::string operator()(const ChooseCategory&) const { return "category"; }
        std::string operator()(const DecideCard& i) const { return "decide " + i.card; }
        std::string operator()(const ChooseMeeting& i) const { return "meeting " + i.meeting.text; }
        std::string operator()(const DecideMeeting&) const { return "decide meeting"; }
    };
    return std::visit(Say{}, intent);
}

constexpr int step = 44;

// A finger on every spot of a grid.
inline std::map<std::string, Field> sweep(Finger& finger, const CurrentView& view) {
    std::map<std::string, Field> fields;
    for (int y = step / 2; y < finger.height_; y += step)
        for (int x = step / 2; x < finger.width_; x += step) {
            const auto intents = finger.tap(view, x, y);
            CHECK(intents.size() <= 1);
            for (const auto& intent : intents) fields[word(intent)].add(x, y);
        }
    return fields;
}

// Without the hands that gather all of it at a side: how many there are is a matter of room (reach.cpp).
inline std::set<std::string> names(const std::map<std::string, Field>& fields) {
    std::set<std::string> all;
    for (const auto& [name, field] : fields)
        if (!name.starts_with("reach ")) all.insert(name);
    return all;
}

// Wide and high enough for a hand that hurries: 96 px, less what the grid cannot see.
inline void check_sizes(const std::map<std::string, Field>& fields) {
    for (const auto& [name, field] : fields) {
        INFO(name);
        CHECK(field.right - field.left + 2 * step >= 96);
        CHECK(field.bottom - field.top + 2 * step >= 96);
        CHECK(field.bottom - field.top >= step);
    }
}

inline void check_bottom_third(const std::map<std::string, Field>& fields, int height) {
    for (const auto& [name, field] : fields) {
        INFO(name);
        CHECK(field.top >= height * 2 / 3 - step);
    }
}

struct Shape {
    int width, height;
};

} // namespace foyer
