// Every screen with a finger and no window: what answers, where, and how large it is.
#include "tests/scenes/scenes.h"
#include "tests/screens/finger.h"

namespace foyer {

using tests::scene;
using tests::scene_of;

TEST_CASE("the waiting screen offers its languages and the programme, in the bottom third") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("waiting"));
    CHECK(names(fields) == std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "text size",
                                                 "privacy", "programme", "call staff"});
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("a verdict offers programme, keep open and languages, a refusal staff too, in the bottom third") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const auto& view : {scene_of<VerdictView>("verdict-flagged"), scene_of<VerdictView>("verdict-wrong-room")}) {
        const auto fields = sweep(finger, view);
        std::set<std::string> offered{"choose en", "choose zh", "choose fr", "choose de",
                                      "text size", "programme", "keep open"};
        if (!is_admission(view.kind)) offered.insert("call staff");
        CHECK(names(fields) == offered);
        check_sizes(fields);
        check_bottom_third(fields, shape.height);
    }
}

TEST_CASE("what is kept of guests is read in any language, and left, in the bottom third") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("privacy"));
    CHECK(names(fields) ==
          std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "text size", "back"});
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("a welcome with a day to show offers that day, and the day the whole programme") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    CHECK(names(sweep(finger, scene("verdict-welcome"))) == std::set<std::string>{"choose en", "choose zh", "choose fr",
                                                                                  "choose de", "text size", "own day",
                                                                                  "keep open"});
    const auto fields = sweep(finger, scene("own-day", "de"));
    CHECK(names(fields) == std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "text size",
                                                 "programme", "keep open"});
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("a badge that was held up meanwhile can be taken by one large tap, in the bottom third") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const CurrentView& view : {scene("own-day-offer", "de"), scene("claim-offer", "de")})
        CHECK(names(sweep(finger, view)).contains("take offered"));
    const auto fields = sweep(finger, scene("own-day-offer", "de"));
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("a gate and a sign have nothing to touch but the staff's corner") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const CurrentView& view :
         {scene("gate-waiting"), scene("gate-full"), scene("sign-hall"), scene("sign-door")}) {
        CHECK(sweep(finger, view).empty());
        CHECK(finger.rest(view, 50, 50) == Intents{HoldStaffCorner{}});
    }
}

TEST_CASE("with five languages the chosen one stays in sight and a globe opens them all") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("verdict-welcome", "ar"));
    CHECK(names(fields) == std::set<std::string>{"choose en", "choose zh", "choose ar", "languages", "text size",
                                                 "own day", "keep open"});
}

TEST_CASE("a screen without a programme offers no programme") {
    Finger finger(1080, 1920);
    auto view = scene_of<VerdictView>("verdict-ask-a-person");
    view.programme_button = {};
    CHECK(names(sweep(finger, view)) == std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de",
                                                              "text size", "call staff", "keep open"});
}

TEST_CASE("the programme opens what runs now, by forum, and leads back") {
    const std::set<std::string> pills{"forum all",       "forum bio", "forum energy", "forum equipment",
                                      "forum materials", "forum it",  "back",         "languages",
                                      "search",          "by room",   "day 19506",    "day 19507"};
    SECTION("upright: one card a forum") {
        Finger finger(1080, 1920);
        auto expected = pills;
        expected.insert({"open bio-0", "open energy-0", "open equipment-0", "open materials-0", "open it-0"});
        const auto fields = sweep(finger, scene("programme"));
        CHECK(names(fields) == expected);
        check_sizes(fields);
    }
    SECTION("lying: every session in sight") {
        Finger finger(1920, 1080);
        const auto found = names(sweep(finger, scene("programme")));
        for (const auto& pill : pills) CHECK(found.contains(pill));
        for (const auto* forum : {"bio", "energy", "equipment", "materials", "it"})
            for (const auto* number : {"-0", "-1", "-2"}) CHECK(found.contains("open " + std::string(forum) + number));
    }
}

TEST_CASE("one forum's rows open their sessions") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto found = names(sweep(finger, scene("programme-forum")));
    for (const auto* session : {"open materials-0", "open materials-1", "open materials-2"})
        CHECK(found.contains(session));
    CHECK(found.contains("forum all"));
}

TEST_CASE("an open session can only be closed") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("programme-detail"));
    CHECK(names(fields) == std::set<std::string>{"close"});
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("the list of languages offers each of them, and the way back") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("languages"));
    CHECK(names(fields) == std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "choose ru",
                                                 "choose ko", "choose ar", "choose ja", "back"});
    check_sizes(fields);
}

TEST_CASE("the staff's keypad has its ten digits, erases, enters and is left; by large keys") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    std::set<std::string> digits{"erase", "leave"}, full{"erase", "leave", "enter"};
    for (int digit = 0; digit <= 9; ++digit) digits.insert(std::to_string(digit));
    const auto some = sweep(finger, scene("staff-number"));
    CHECK(names(some) == digits);
    check_sizes(some);
    CHECK(some.at("1").left < some.at("3").left);
    CHECK(some.at("1").top < some.at("7").top);
    auto view = scene_of<StaffView>("staff-number");
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
    const auto fields = sweep(finger, scene("staff-unlocked-room"));
    CHECK(names(fields) == std::set<std::string>{"close terminal", "leave", "check camera", "open health", "emergency",
                                                 "change session", "settings"});
    check_sizes(fields);
}

TEST_CASE("each choice of the settings is a large key, and so is the way back") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto view = scene_of<StandView>("staff-settings");
    const auto fields = sweep(finger, view);
    std::set<std::string> wanted{"leave settings"};
    for (const auto& row : view.rows)
        for (const auto& choice : row.choices) wanted.insert(word(choice.asks));
    CHECK(wanted.size() > 20);
    CHECK(names(fields) == wanted);
    auto of_one_key = fields;
    of_one_key.erase(word(SetStand{})); // the chosen one of each row
    check_sizes(of_one_key);
}

TEST_CASE("a camera that is looked at is left, or changed for the next where there are several; by large keys") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto one = sweep(finger, scene("camera-good"));
    CHECK(names(one) == std::set<std::string>{"leave camera"});
    check_sizes(one);
    const auto several = sweep(finger, scene("camera-blurred"));
    CHECK(names(several) == std::set<std::string>{"leave camera", "next camera"});
    check_sizes(several);
}

TEST_CASE("a finger that rests in the top-left corner of any guest's screen is told, in Arabic too") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const auto& sample : tests::scenes_in({"en", "ar"})) {
        INFO(sample.name);
        const bool staff = is_for_staff(sample.view);
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
    CHECK(sweep(finger, scene("trouble")).empty());
}

TEST_CASE("in Arabic the screen is mirrored: what was at the left is at the right") {
    Finger finger(1080, 1920);
    const auto left = sweep(finger, scene("verdict-welcome")), right = sweep(finger, scene("verdict-welcome", "ar"));
    CHECK(left.at("own day").right < 540 + step);
    CHECK(right.at("own day").left > 540 - step);
    CHECK(left.at("choose en").left < right.at("choose en").left);
}

TEST_CASE("a finger that slides off a button asks for nothing") {
    Finger finger(1080, 1920);
    const auto view = scene("waiting");
    const auto fields = sweep(finger, view);
    const auto& button = fields.at("programme");
    CHECK(finger.tap(view, button.left, button.top).size() == 1);
    CHECK(finger.tap(view, 540, 700).empty());
}

TEST_CASE("a small or odd window paints and answers too") {
    const auto shape = GENERATE(Shape{800, 600}, Shape{1000, 1000}, Shape{64, 48});
    Finger finger(shape.width, shape.height);
    for (const auto& sample : tests::scenes_in({"en", "ar"})) CHECK(finger.tap(sample.view, 1, 1).empty());
}

TEST_CASE("a verdict moves for a while, then only its time bar does, and the clock once a second") {
    auto verdict = scene_of<VerdictView>("verdict-welcome");
    verdict.seconds_shown = 0.2;
    CHECK(moving(verdict));
    CHECK(seconds_to_next_frame(verdict) == Approx(1.0 / 30));
    verdict.seconds_shown = 3;
    CHECK_FALSE(moving(verdict));
    CHECK(seconds_to_next_frame(verdict) == Approx(0.125));
    CHECK(seconds_to_next_frame(scene("waiting")) == Approx(1.0));
}

TEST_CASE("views with nothing in them paint without harm") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const CurrentView& view :
         {CurrentView{WaitingView{}}, CurrentView{VerdictView{}}, CurrentView{ProgrammeView{}},
          CurrentView{LanguageView{}}, CurrentView{PrivacyView{}}, CurrentView{TroubleView{}}, CurrentView{StaffView{}},
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
