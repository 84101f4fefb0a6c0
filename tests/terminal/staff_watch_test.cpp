// Staff who were recognised by their badge are told about when they are something else since.
#include "kiosk/terminal/staff_watch.h"

#include "scanner/code/parse.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"

namespace foyer::test {
namespace {

class Watch {
public:
    Watch() : ledger(make_hub(folder.path)), watch(*ledger, [this](Event event) { told.push_back(std::move(event)); }) {
        ledger->on_touched([this](const Subject& subject) { watch.touched(subject); });
        ledger->on_commit([this] { watch.ledger_changed(); });
        employ(StaffRole::supervisor);
    }
    void append(const Draft& draft) { (void)ledger->append({&draft, 1}).value(); }
    void employ(StaffRole role) {
        Attendee staff = *ledger->attendee({"0001"});
        staff.role = role;
        append({subject_of(staff.id), staff, noon()});
    }
    [[nodiscard]] std::vector<StaffRole> changes() const {
        std::vector<StaffRole> all;
        for (const Event& event : told)
            if (const auto* changed = std::get_if<StaffChanged>(&event)) {
                CHECK(changed->who == AttendeeId{"0001"});
                all.push_back(changed->role);
            }
        return all;
    }

    TemporaryFolder folder;
    std::unique_ptr<Ledger> ledger;
    std::vector<Event> told;
    StaffWatch watch;
};

TEST_CASE("a role that is taken from who was recognised is told once, and so is another one") {
    Watch at;
    CHECK(at.watch.recognise(parse("CODE0001")));
    CHECK_FALSE(at.watch.recognise(parse("CODE0002"))); // a guest's
    at.append(entered("0001"));
    CHECK(at.changes().empty());
    at.employ(StaffRole::steward);
    at.employ(StaffRole::steward);
    CHECK(at.changes() == std::vector{StaffRole::steward});
    at.employ(StaffRole::none);
    CHECK(at.changes() == std::vector{StaffRole::steward, StaffRole::none});
}

TEST_CASE("a badge of the staff that is revoked is told like a role that is gone") {
    Watch at;
    REQUIRE(at.watch.recognise(parse("CODE0001")));
    const BadgeId badge = at.ledger->badges_of({"0001"}).front().id;
    at.append({subject_of(badge), BadgeRevoked{"lost"}, noon()});
    CHECK(at.changes() == std::vector{StaffRole::none});
}

} // namespace
} // namespace foyer::test
