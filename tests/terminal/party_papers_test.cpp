// The badges of a delegation, printed and handed over in one act on a real ledger.
#include "tests/shell.h"
#include "tests/terminal/help_desk.h"

namespace foyer::test {
namespace {

struct Party : HelpDesk {
    Party() {
        for (const auto& [id, name] : {std::pair{"0412", "Anna"}, {"0413", "Boris"}, {"0414", "Chloe"}})
            add(id, {name, "en", name, {}, ""}, DelegationId{"lindmark"});
        ask(LookUpPerson{{"0412"}});
    }
    BadgeState state(const char* id) { return ledger->person_file({id})->badge.value().state; }
};

TEST_CASE("The badges of a delegation are one paper, in the order asked for, and each counts as printed then") {
    Party party;
    party.ask(PrintBadges{{{"0413"}, {"0412"}}});
    const auto acted = party.last<DeskActed>();
    REQUIRE_FALSE(acted.fault);
    CHECK(acted.where.find("badges-lindmark-1200-0413-1.pdf") != std::string::npos);
    const std::string text = run_shell("pdftotext " + acted.where + " -").output;
    REQUIRE(text.find("Boris") != std::string::npos);
    CHECK(text.find("Boris") < text.find("Anna"));
    CHECK(text.find("Chloe") == std::string::npos);
    CHECK(party.state("0412") == BadgeState::printed);
    CHECK(party.state("0413") == BadgeState::printed);
    const auto members = party.last<PersonLookedUp>().dossier->delegation;
    CHECK(members[1].badge->state == BadgeState::printed); // the desk sees it at once
    CHECK_FALSE(members[2].badge);
}

TEST_CASE("A badge that cannot be made is named, and the others are printed") {
    Party party;
    party.ask(PrintBadges{{{"0412"}, {"9999"}, {"0413"}}});
    const auto acted = party.last<DeskActed>();
    CHECK_FALSE(acted.fault);
    REQUIRE(acted.left_out.size() == 1);
    CHECK(acted.left_out[0].first == AttendeeId{"9999"});
    CHECK(party.state("0412") == BadgeState::printed);
    CHECK(party.state("0413") == BadgeState::printed);
    party.ask(PrintBadges{{{"9999"}}});
    CHECK(party.last<DeskActed>().fault);
    CHECK(party.last<DeskActed>().left_out.size() == 1);
}

TEST_CASE("Two papers of a delegation within a minute are two files") {
    Party party;
    party.ask(PrintBadges{{{"0412"}, {"0413"}}});
    const auto first = party.last<DeskActed>().where;
    party.ask(PrintBadges{{{"0412"}}});
    const auto second = party.last<DeskActed>().where;
    CHECK(first != second);
    CHECK(std::filesystem::exists(first));
}

TEST_CASE("Handed over together they are on record, each with who took them along") {
    Party party;
    party.ask(PrintBadges{{{"0412"}, {"0413"}}});
    const BadgeId first = party.ledger->person_file({"0412"})->badge->id,
                  second = party.ledger->person_file({"0413"})->badge->id;
    party.ask(HandOverBadges{{first, second}, {"0412"}});
    CHECK_FALSE(party.last<DeskActed>().fault);
    CHECK(party.state("0412") == BadgeState::handed_over);
    CHECK(party.state("0413") == BadgeState::handed_over);
    int to_focal = 0;
    REQUIRE(party.ledger->each_fact([&](const Ledger::FactRow& row) {
        if (row.header.kind != Kind::badge_handed_over) return true;
        const auto given = decode_payload(row.header.kind, decode_body(*row.body)->payload).value();
        to_focal += std::get<BadgeHandedOver>(given).to == "0412";
        return true;
    }));
    CHECK(to_focal == 2);
}

TEST_CASE("Where the paper cannot be written no badge counts as printed, and the desk says so") {
    Party party;
    std::ofstream{party.folder.path / "badges"} << "a file where the folder should be";
    party.ask(PrintBadges{{{"0412"}, {"0413"}}});
    CHECK(party.last<DeskActed>().fault);
    CHECK_FALSE(party.ledger->person_file({"0412"})->badge);
}

} // namespace
} // namespace foyer::test
