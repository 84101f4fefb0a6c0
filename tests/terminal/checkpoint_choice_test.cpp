#include "kiosk/terminal/checkpoint_choice.h"
#include "tests/catch.h"

using namespace foyer;

TEST_CASE("a terminal stands where it was enrolled for when nothing else is said, and says so") {
    const auto choice = choose_checkpoint("", CheckpointId{"door"});
    REQUIRE(choice);
    CHECK(choice->checkpoint.text == "door");
    CHECK(choice->remark == "no --checkpoint was given: it stands at \"door\", for which it was enrolled");
}

TEST_CASE("a terminal at another checkpoint than it was enrolled for goes there, and says so") {
    const auto choice = choose_checkpoint("exit", CheckpointId{"door"});
    REQUIRE(choice);
    CHECK(choice->checkpoint.text == "exit");
    CHECK(choice->remark.starts_with("--checkpoint exit is not what this terminal was enrolled for (\"door\")"));
}

TEST_CASE("a terminal at its checkpoint has nothing to say, and one without any is told what to write") {
    CHECK(choose_checkpoint("door", CheckpointId{"door"})->remark.empty());
    CHECK(choose_checkpoint("door", std::nullopt)->remark.empty());
    const auto none = choose_checkpoint("", std::nullopt);
    REQUIRE_FALSE(none);
    CHECK(none.error().detail.starts_with("--checkpoint is missing, and this terminal was enrolled without one"));
}
