// Whose signed codes a node takes, and which badges it knows to be dead.
#include <algorithm>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

static std::optional<CodeKey> key_of(const Ledger& node, const Bytes& public_key) {
    const auto keys = node.code_keys();
    const auto found = std::ranges::find(keys, public_key, &CodeKey::public_key);
    return found == keys.end() ? std::nullopt : std::optional{*found};
}

TEST_CASE("a door takes codes by its hub, by desks until they are revoked, by the summit's own keys, and by no door") {
    TemporaryFolder at_hub, at_desk, at_door;
    auto hub = make_hub(at_hub.path);
    auto desk = enrol(*hub, at_desk.path, Role::desk);
    auto door = enrol(*hub, at_door.path);
    (void)desk->append(std::vector{entered("0001")}).value();
    (void)door->append(std::vector{entered("0002")}).value();
    Summit summit = hub->programme().summit;
    summit.code_keys = {{CodeKeyKind::pretix_sig1, Bytes(32, 9), false, {12}, {}}};
    (void)hub->append(std::vector{Draft{{SubjectKind::summit, ""}, summit, noon()}}).value();
    const auto share = [&] { pour(*desk, *hub), pour(*hub, *door); };
    share();

    CHECK(key_of(*door, Bytes(32, 9)) == summit.code_keys[0]);
    REQUIRE(key_of(*door, hub->identity().keys.public_key));
    REQUIRE(key_of(*door, desk->identity().keys.public_key));
    CHECK_FALSE(key_of(*door, desk->identity().keys.public_key)->retired);
    CHECK_FALSE(key_of(*door, door->identity().keys.public_key));

    const Draft revocation = hub->revocation(desk->identity().device, "stolen");
    (void)hub->append({&revocation, 1}).value();
    share();
    CHECK(key_of(*door, desk->identity().keys.public_key)->retired);
    CHECK_FALSE(key_of(*door, hub->identity().keys.public_key)->retired);
}

TEST_CASE("a badge is known to be revoked, whether anybody issued it or not") {
    TemporaryFolder folder;
    auto hub = make_hub(folder.path);
    const BadgeId issued = hub->badge_of({Presented::Form::foyer, "CODE0001"})->id, foreign{"00ffeeddccbbaa99"};
    CHECK_FALSE(hub->is_revoked(issued));
    CHECK_FALSE(hub->is_revoked(foreign));
    for (const BadgeId& badge : {issued, foreign})
        (void)hub->append(std::vector{Draft{subject_of(badge), BadgeRevoked{"lost"}, noon()}}).value();
    CHECK(hub->is_revoked(issued));
    CHECK(hub->is_revoked(foreign));
    CHECK(hub->rebuild());
    CHECK(hub->is_revoked(foreign));
}
