// Staff bodies that come to headers which are there already.
#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// A hub that wrote a contact, a seat and another contact, each sealed; a desk that has all headers through a door.
struct Venue {
    Venue() {
        append(Contact{"one@example.org", ""});
        middle = hub->have().at({hub->origin(), Audience::floor}).seq;
        append(Attendee{{"0001"}});
        append(Contact{"two@example.org", ""});
        pour(*hub, *door, 1 << 20);
        pour(*door, *desk, 1 << 20);
    }
    void append(Payload payload) {
        const Draft draft{{SubjectKind::attendee, "0001"}, std::move(payload), noon()};
        REQUIRE(hub->append({&draft, 1}));
    }
    // The staff part up to the first contact.
    void bring_first_contact() {
        for (std::uint64_t after = 0; after < middle;) {
            const auto frame = hub->suffix(hub->origin(), Audience::staff, after, 1).value();
            REQUIRE(desk->receive({&*frame, 1}));
            after = frame->first_seq + frame->facts.size() - 1;
        }
    }

    TemporaryFolder at_hub, at_door, at_desk;
    std::unique_ptr<Ledger> hub = make_hub(at_hub.path), door = enrol(*hub, at_door.path),
                            desk = enrol(*hub, at_desk.path, Role::desk);
    std::uint64_t middle = 0;
};

} // namespace

TEST_CASE("staff bodies that came to a door's headers can be passed on as far as they came") {
    Venue venue;
    venue.bring_first_contact();
    const auto part = venue.desk->suffix(venue.hub->origin(), Audience::staff, 0, 1 << 20).value();
    REQUIRE(part);
    CHECK(part->facts.size() == venue.middle);
    CHECK(venue.desk->verify());
}

TEST_CASE("what lies behind the staff bodies that came, and is there already, counts as held") {
    Venue venue;
    venue.bring_first_contact();
    CHECK(venue.desk->have().at({venue.hub->origin(), Audience::staff}).seq == venue.middle + 1);
}
