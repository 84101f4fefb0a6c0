// A staff desk, and a guest's call for staff, with a finger and no window.
#include <algorithm>

#include "tests/scenes/scenes.h"
#include "tests/screens/finger.h"

namespace foyer {

using tests::scene;
using tests::scene_of;

namespace {

std::string tap(DeskTap::What what) { return "tap " + std::to_string(static_cast<int>(what)); }

TEST_CASE("a desk offers who was found, who is absent and every act on who is open, by large keys") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("desk-person"));
    using enum DeskTap::What;
    for (const auto what :
         {clear, lock, walk_in, check_in, print, hand_over, from_paper, substitute, take_back, together, undo})
        CHECK(names(fields).contains(tap(what)));
    for (const auto* expected : {"field ", "absent 0415", "absent 0418"}) CHECK(names(fields).contains(expected));
    // Upright a delegation has the room of the list, until it is closed.
    for (const auto* expected : {"person 0412", "person 0413"})
        CHECK(names(fields).contains(expected) == (shape.width > shape.height));
    CHECK_FALSE(names(fields).contains("absent 0413")); // has come already
}

TEST_CASE("a desk's keyboard types every key it shows, turns its pages and goes away") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("desk-searching"));
    for (const char c : std::string_view{"qwertzuiopasdfghjklyxcvbnm "})
        CHECK(names(fields).contains(std::string{"type "} + c));
    using enum DeskTap::What;
    for (const auto what : {shift, erase, hide_keyboard}) CHECK(names(fields).contains(tap(what)));
    for (const auto* page : {"page 0", "page 1", "page 2", "page 3"}) CHECK(names(fields).contains(page));
}

TEST_CASE("a desk's form is filled in, confirmed and left by touch; what cannot be confirmed yet does not answer") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    auto view = scene_of<DeskView>("desk-walk-in");
    const auto whole = names(sweep(finger, view));
    for (const auto* expected : {"field 0", "field 1", "field 2", "category"}) CHECK(whole.contains(expected));
    CHECK(whole.contains(tap(DeskTap::What::confirm)));
    CHECK(whole.contains(tap(DeskTap::What::cancel)));
    view.form->can_confirm = false;
    CHECK_FALSE(names(sweep(finger, view)).contains(tap(DeskTap::What::confirm)));
    CHECK(names(sweep(finger, scene("desk-paper"))).contains("step"));
}

TEST_CASE("a desk opens who was sent to staff, and sees to them, by large keys; what is lent is a touch away") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("desk-cases"));
    for (const auto* number : {"A-33", "A-31", "A-29"}) {
        INFO(number);
        REQUIRE(fields.contains(std::string{"seen to "} + number));
        check_sizes({{number, fields.at(std::string{"seen to "} + number)}});
    }
    CHECK(std::ranges::count_if(fields, [](const auto& one) { return one.first.starts_with("case of "); }) == 2);
    CHECK(names(fields).contains(tap(DeskTap::What::open_loans)));
    const auto loans = names(sweep(finger, scene("desk-loans")));
    for (const auto& expected :
         {std::string{"person 0412"}, std::string{"print loans"}, tap(DeskTap::What::close_loans)})
        CHECK(loans.contains(expected));
    CHECK(names(sweep(finger, scene("desk-papers"))).contains(tap(DeskTap::What::hand_over_together)));
}

TEST_CASE("a desk offers to take each call for staff, and to print who is where") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    CHECK(names(sweep(finger, scene("desk-calls"))).contains("take call c1"));
    const auto roll = names(sweep(finger, scene("desk-roll")));
    CHECK(roll.contains("print roll"));
    CHECK(roll.contains(tap(DeskTap::What::close_roll)));
}

TEST_CASE("a desk's board leads to each meeting, and one that is open to what can be made of it") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto board = sweep(finger, scene("desk-meetings"));
    CHECK(names(board).contains("meeting m-02"));
    CHECK(names(board).contains(tap(DeskTap::What::open_meetings)));
    CHECK(names(board).contains(tap(DeskTap::What::close_meetings)));
    check_sizes(board);
    const auto open = sweep(finger, scene("desk-meeting"));
    for (const auto what :
         {DeskTap::What::other_table, DeskTap::What::other_interpreter, DeskTap::What::close_meetings})
        CHECK(names(open).contains(tap(what)));
    CHECK(names(open).contains("decide meeting"));
    check_sizes(open);
}

TEST_CASE("a guest who called staff can take it back and change the language, in the bottom third") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("call"));
    CHECK(names(fields) ==
          std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "text size", "cancel call"});
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("a guest without a code can type, go back and call staff, and goes on once there is something to ask") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    ClaimView view = scene_of<ClaimView>("claim");
    auto reached = names(sweep(finger, view));
    CHECK(reached.contains("type q"));
    CHECK(reached.contains("field 1"));
    CHECK(reached.contains("call staff"));
    CHECK(reached.contains("back"));
    CHECK_FALSE(reached.contains("send claim"));
    view.can_send = true;
    CHECK(names(sweep(finger, view)).contains("send claim"));
}

TEST_CASE("a guest who has no more tries is left with the staff, and the way back") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene("claim-spent"));
    CHECK(names(fields) ==
          std::set<std::string>{"choose en", "choose zh", "choose fr", "choose de", "text size", "call staff", "back"});
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("a call for staff can be taken while somebody types") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    CHECK(names(sweep(finger, scene("desk-typing-called"))).contains("take call c1"));
}

TEST_CASE("a locked desk can only be unlocked") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    CHECK(names(sweep(finger, scene("desk-locked"))) == std::set<std::string>{tap(DeskTap::What::unlock)});
}

} // namespace
} // namespace foyer
