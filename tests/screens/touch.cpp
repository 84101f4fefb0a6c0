// Every screen with a finger and no window: what answers, where, and how large it is.
#include <algorithm>
#include <map>
#include <set>

#include "kiosk/app/typing.h"
#include "kiosk/screens/glass.h"
#include "tests/catch.h"
#include "tests/screens/no_window.h"
#include "tests/screens/samples.h"

namespace foyer {
namespace {

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

std::string word(const Intent& intent) {
    struct Say {
        std::string operator()(const ChooseLanguage& i) const { return "choose " + i.language; }
        std::string operator()(const OpenLanguages&) const { return "languages"; }
        std::string operator()(const OpenProgramme&) const { return "programme"; }
        std::string operator()(const OpenOwnDay&) const { return "own day"; }
        std::string operator()(const ToggleLargeText&) const { return "text size"; }
        std::string operator()(const ChooseForum& i) const { return "forum " + (i.forum ? i.forum->text : "all"); }
        std::string operator()(const OpenSession& i) const { return "open " + i.session.text; }
        std::string operator()(const CloseSession&) const { return "close"; }
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
    };
    return std::visit(Say{}, intent);
}

constexpr int step = 44;

// A finger on every spot of a grid.
std::map<std::string, Field> sweep(Finger& finger, const CurrentView& view) {
    std::map<std::string, Field> fields;
    for (int y = step / 2; y < finger.height_; y += step)
        for (int x = step / 2; x < finger.width_; x += step) {
            const auto intents = finger.tap(view, x, y);
            CHECK(intents.size() <= 1);
            for (const auto& intent : intents) fields[word(intent)].add(x, y);
        }
    return fields;
}

std::set<std::string> names(const std::map<std::string, Field>& fields) {
    std::set<std::string> all;
    for (const auto& [name, field] : fields) all.insert(name);
    return all;
}

// Wide and high enough for a hand that hurries: 96 px, less what the grid cannot see.
void check_sizes(const std::map<std::string, Field>& fields) {
    for (const auto& [name, field] : fields) {
        INFO(name);
        CHECK(field.right - field.left + 2 * step >= 96);
        CHECK(field.bottom - field.top + 2 * step >= 96);
        CHECK(field.bottom - field.top >= step);
    }
}

void check_bottom_third(const std::map<std::string, Field>& fields, int height) {
    for (const auto& [name, field] : fields) {
        INFO(name);
        CHECK(field.top >= height * 2 / 3 - step);
    }
}

struct Shape {
    int width, height;
};

} // namespace

TEST_CASE("the waiting screen offers its languages and the programme, in the bottom third") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, samples::waiting("en"));
    CHECK(names(fields) ==
          std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "text size", "programme"});
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("a verdict offers programme, keep open and languages, in the bottom third") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const auto& view : {samples::admitted("en"), samples::go_elsewhere()}) {
        const auto fields = sweep(finger, view);
        CHECK(names(fields) == std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "text size",
                                                     "programme", "keep open"});
        check_sizes(fields);
        check_bottom_third(fields, shape.height);
    }
}

TEST_CASE("a welcome with a day to show offers that day, and the day the whole programme") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    auto verdict = samples::admitted("en");
    verdict.own_day_button = {"My programme", "en"};
    CHECK(names(sweep(finger, verdict)) == std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de",
                                                                 "text size", "own day", "keep open"});
    const auto fields = sweep(finger, samples::own_day("de"));
    CHECK(names(fields) == std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "text size",
                                                 "programme", "keep open"});
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("a gate and a sign have nothing to touch but the staff's corner") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const CurrentView& view :
         {CurrentView{samples::gate_waiting()}, CurrentView{samples::gate_full()}, CurrentView{samples::sign_hall()}}) {
        CHECK(sweep(finger, view).empty());
        CHECK(finger.rest(view, 50, 50) == Intents{HoldStaffCorner{}});
    }
}

TEST_CASE("with five languages the chosen one stays in sight and a globe opens them all") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, samples::admitted("ar"));
    CHECK(names(fields) == std::set<std::string>{"choose en", "choose zh", "choose ar", "languages", "text size",
                                                 "programme", "keep open"});
}

TEST_CASE("a screen without a programme offers no programme") {
    Finger finger(1080, 1920);
    CHECK(names(sweep(finger, samples::ask_a_person())) ==
          std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "text size", "keep open"});
}

TEST_CASE("the programme opens what runs now, by forum, and leads back") {
    const std::set<std::string> pills{"forum all",       "forum bio", "forum energy", "forum equipment",
                                      "forum materials", "forum it",  "back",         "languages"};
    SECTION("upright: one card a forum") {
        Finger finger(1080, 1920);
        auto expected = pills;
        expected.insert({"open bio-0", "open energy-0", "open equipment-0", "open materials-0", "open it-0"});
        const auto fields = sweep(finger, samples::programme("en", samples::morning));
        CHECK(names(fields) == expected);
        check_sizes(fields);
    }
    SECTION("lying: every session in sight") {
        Finger finger(1920, 1080);
        const auto found = names(sweep(finger, samples::programme("en", samples::morning)));
        for (const auto& pill : pills) CHECK(found.contains(pill));
        for (const auto* forum : {"bio", "energy", "equipment", "materials", "it"})
            for (const auto* number : {"-0", "-1", "-2"}) CHECK(found.contains("open " + std::string(forum) + number));
    }
}

TEST_CASE("one forum's rows open their sessions") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto found = names(sweep(finger, samples::one_forum()));
    for (const auto* session : {"open materials-0", "open materials-1", "open materials-2"})
        CHECK(found.contains(session));
    CHECK(found.contains("forum all"));
}

TEST_CASE("an open session can only be closed") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, samples::detail());
    CHECK(names(fields) == std::set<std::string>{"close"});
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("the list of languages offers each of them, and the way back") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, samples::languages());
    CHECK(names(fields) == std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "choose ru",
                                                 "choose ko", "choose ar", "choose th", "back"});
    check_sizes(fields);
}

TEST_CASE("the staff's keypad has its ten digits, erases, enters and is left; by large keys") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    std::set<std::string> digits{"erase", "leave"}, full{"erase", "leave", "enter"};
    for (int digit = 0; digit <= 9; ++digit) digits.insert(std::to_string(digit));
    const auto some = sweep(finger, samples::staff());
    CHECK(names(some) == digits);
    check_sizes(some);
    CHECK(some.at("1").left < some.at("3").left);
    CHECK(some.at("1").top < some.at("7").top);
    auto view = samples::staff();
    view.pad->typed = view.pad->wanted;
    const auto all = sweep(finger, view);
    CHECK(names(all) == full);
    check_sizes(all);
    view.pad = {0, 6, false};
    CHECK(names(sweep(finger, view)) == std::set<std::string>{"leave"});
}

TEST_CASE("an unlocked terminal can be closed, or left to its guests") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, samples::staff_unlocked());
    CHECK(names(fields) == std::set<std::string>{"close terminal", "leave", "check camera"});
    check_sizes(fields);
}

TEST_CASE("a camera that is looked at is left, or changed for the next where there are several; by large keys") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto one = sweep(finger, samples::camera_good());
    CHECK(names(one) == std::set<std::string>{"leave camera"});
    check_sizes(one);
    const auto several = sweep(finger, samples::camera_blurred());
    CHECK(names(several) == std::set<std::string>{"leave camera", "next camera"});
    check_sizes(several);
}

std::string tap(DeskTap::What what) { return "tap " + std::to_string(static_cast<int>(what)); }

TEST_CASE("a desk offers who was found, who is absent and every act on who is open, by large keys") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, samples::desk_person());
    using enum DeskTap::What;
    for (const auto what :
         {clear, lock, walk_in, check_in, print, hand_over, from_paper, substitute, take_back, together, undo})
        CHECK(names(fields).contains(tap(what)));
    for (const auto* expected : {"field ", "person 0412", "person 0413", "person 0414", "absent 0412", "absent 0415"})
        CHECK(names(fields).contains(expected));
    CHECK_FALSE(names(fields).contains("absent 0413")); // has come already
}

TEST_CASE("a desk's keyboard types every key it shows, turns its pages and goes away") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, samples::desk_typing());
    for (const char c : std::string_view{"qwertzuiopasdfghjklyxcvbnm "})
        CHECK(names(fields).contains(std::string{"type "} + c));
    using enum DeskTap::What;
    for (const auto what : {shift, erase, hide_keyboard}) CHECK(names(fields).contains(tap(what)));
    for (const auto* page : {"page 0", "page 1", "page 2", "page 3"}) CHECK(names(fields).contains(page));
}

TEST_CASE("a desk's form is filled in, confirmed and left by touch; what cannot be confirmed yet does not answer") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    auto view = samples::desk_walk_in();
    const auto whole = names(sweep(finger, view));
    for (const auto* expected : {"field 0", "field 1", "field 2", "category"}) CHECK(whole.contains(expected));
    CHECK(whole.contains(tap(DeskTap::What::confirm)));
    CHECK(whole.contains(tap(DeskTap::What::cancel)));
    view.form->can_confirm = false;
    CHECK_FALSE(names(sweep(finger, view)).contains(tap(DeskTap::What::confirm)));
    CHECK(names(sweep(finger, samples::desk_paper())).contains("step"));
}

TEST_CASE("a locked desk can only be unlocked") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    CHECK(names(sweep(finger, samples::desk_locked())) == std::set<std::string>{tap(DeskTap::What::unlock)});
}

TEST_CASE("a finger that rests in the top-left corner of any guest's screen is told, in Arabic too") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const auto& sample : samples::all()) {
        INFO(sample.name);
        const bool staff = std::holds_alternative<StaffView>(sample.view) ||
                           std::holds_alternative<CameraCheckView>(sample.view) ||
                           std::holds_alternative<EnrolmentView>(sample.view);
        for (const int at : {1, 50, 100}) {
            const auto intents = finger.rest(sample.view, at, at);
            CHECK(intents == (staff ? Intents{} : Intents{HoldStaffCorner{}}));
        }
        CHECK(finger.rest(sample.view, shape.width - 50, 50).empty());
        CHECK(finger.tap(sample.view, 50, 50).empty());
    }
}

TEST_CASE("a terminal in trouble offers nothing to touch") {
    Finger finger(1080, 1920);
    CHECK(sweep(finger, samples::all().back().view).empty());
}

TEST_CASE("in Arabic the screen is mirrored: what was at the left is at the right") {
    Finger finger(1080, 1920);
    const auto left = sweep(finger, samples::admitted("en")), right = sweep(finger, samples::admitted("ar"));
    CHECK(left.at("programme").right < 540 + step);
    CHECK(right.at("programme").left > 540 - step);
    CHECK(left.at("choose en").left < right.at("choose en").left);
}

TEST_CASE("a finger that slides off a button asks for nothing") {
    Finger finger(1080, 1920);
    const auto view = samples::waiting("en");
    const auto fields = sweep(finger, view);
    const auto& button = fields.at("programme");
    CHECK(finger.tap(view, button.left, button.top).size() == 1);
    CHECK(finger.tap(view, 540, 700).empty());
}

TEST_CASE("a small or odd window paints and answers too") {
    const auto shape = GENERATE(Shape{800, 600}, Shape{1000, 1000}, Shape{64, 48});
    Finger finger(shape.width, shape.height);
    for (const auto& sample : samples::all()) CHECK(finger.tap(sample.view, 1, 1).empty());
}

TEST_CASE("a verdict moves for a while, then only its time bar does, and the clock once a second") {
    auto verdict = samples::admitted("en");
    verdict.seconds_shown = 0.2;
    CHECK(moving(verdict));
    CHECK(seconds_to_next_frame(verdict) == Approx(1.0 / 30));
    verdict.seconds_shown = 3;
    CHECK_FALSE(moving(verdict));
    CHECK(seconds_to_next_frame(verdict) == Approx(0.125));
    CHECK(seconds_to_next_frame(samples::waiting("en")) == Approx(1.0));
}

TEST_CASE("views with nothing in them paint without harm") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const CurrentView& view :
         {CurrentView{WaitingView{}}, CurrentView{VerdictView{}}, CurrentView{ProgrammeView{}},
          CurrentView{LanguageView{}}, CurrentView{TroubleView{}}, CurrentView{StaffView{}},
          CurrentView{CameraCheckView{}}, CurrentView{EnrolmentView{}}, CurrentView{GateView{}},
          CurrentView{SignView{}}, CurrentView{OwnDayView{}}, CurrentView{DeskView{}}})
        CHECK(finger.tap(view, 1, 1).empty());
    ProgrammeView empty_lane;
    empty_lane.lanes.resize(2);
    CHECK(finger.tap(empty_lane, 1, 1).empty());
    empty_lane.detail.emplace();
    CHECK(finger.tap(empty_lane, 1, 1).empty());
}

} // namespace foyer
