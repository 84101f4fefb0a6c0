// Delegations are welcomed at a sign when several of them come, unless one of them is discreet.
#include "kiosk/terminal/greeter.h"

#include "tests/ledger/fixture.h"
#include "tests/terminal/told.h"

namespace foyer::test {
namespace {

using std::chrono::minutes;

class Hall {
public:
    explicit Hall(Category honour = Category::guest) {
        Summit summit = ledger->programme().summit;
        summit.discreet.insert(Category::vip);
        std::vector<Draft> drafts{{{SubjectKind::summit, ""}, summit, noon()}};
        for (const char* id : {"0001", "0002", "0003"}) {
            Attendee who{{id}};
            who.delegation = DelegationId{"lindmark"};
            who.category = id == std::string{"0003"} ? honour : Category::guest;
            drafts.push_back({subject_of(who.id), who, noon()});
        }
        (void)ledger->append(drafts).value();
    }
    void enters(const char* who, Instant when = noon()) {
        const Draft draft = entered(who, when);
        (void)ledger->append({&draft, 1}).value();
        greeter.touched({who});
        greeter.ledger_changed();
    }

    TemporaryFolder folder;
    std::unique_ptr<Ledger> ledger = make_hub(folder.path, 3);
    std::vector<Event> told;
    Greeter greeter{*ledger, [this](Event event) { told.push_back(std::move(event)); }};
};

TEST_CASE("A delegation is welcomed once the second of it has come, and not for one alone or one who comes again") {
    Hall hall;
    hall.enters("0001");
    hall.enters("0001");
    CHECK(hall.told.empty());
    hall.enters("0002");
    REQUIRE(hall.told.size() == 1);
    CHECK(last_of<DelegationArrived>(hall.told).delegation == DelegationId{"lindmark"});
}

TEST_CASE("Who came long before does not count: those do not come together") {
    Hall hall;
    hall.enters("0001", noon() - minutes{40});
    hall.enters("0002");
    CHECK(hall.told.empty());
}

TEST_CASE("Of a delegation with a discreet guest no sign speaks") {
    Hall hall{Category::vip};
    hall.enters("0001"); // who is discreet has not come yet, and may never
    hall.enters("0002");
    hall.enters("0003");
    CHECK(hall.told.empty());
}

} // namespace
} // namespace foyer::test
