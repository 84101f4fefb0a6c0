// A copy of a hub's ledger that was made while it was in use comes up as the same hub with a new origin.
#include <sys/stat.h>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

TEST_CASE("a backup of a ledger in use is restored as a hub that goes on under a new origin") {
    TemporaryFolder folder, again;
    auto hub = make_hub(folder.path);
    (void)hub->append(std::vector{entered("0001")}).value();
    const Have then = hub->have();
    const Hash rows = hub->rows_hash().value();
    const std::string code = hub->make_enrolment_code({Role::desk, "Desk"}, Milliseconds{600'000}).value();
    const auto backup = hub->back_up();
    REQUIRE(backup);
    struct stat status{};
    REQUIRE(::stat(backup->c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    (void)hub->append(std::vector{entered("0002")}).value(); // and it goes on

    REQUIRE(Ledger::restore(*backup, again.path));
    CHECK_FALSE(Ledger::restore(*backup, again.path)); // never over a ledger
    auto restored = Ledger::open(again.path, frozen()).value();
    CHECK(restored->have() == then);
    CHECK(restored->rows_hash().value() == rows);
    CHECK(restored->private_value("summit_secret_key") == hub->private_value("summit_secret_key"));
    CHECK(restored->identity().keys.secret_key == hub->identity().keys.secret_key);
    CHECK_FALSE(restored->doubt().empty());
    // The code may be used at the hub that was copied; one that is made here is good.
    const KeyPair desk = make_key_pair();
    CHECK_FALSE(restored->redeem_enrolment_code(code, desk.public_key));
    const auto fresh = restored->make_enrolment_code({Role::desk, "Desk"}, Milliseconds{600'000});
    CHECK(restored->redeem_enrolment_code(fresh.value(), desk.public_key));
    CHECK(hub->redeem_enrolment_code(code, desk.public_key));
    (void)restored->append(std::vector{entered("0003")}).value();
    CHECK(restored->origin() != hub->origin());
    CHECK(restored->verify());
    REQUIRE(hub->back_up()); // over the one before
}
