// The lists of a staff desk on a real ledger: who was sent to staff, and what is lent.
#include "kiosk/terminal/lister.h"

#include <algorithm>

#include "kiosk/terminal/decide.h"
#include "scanner/code/parse.h"
#include "tests/shell.h"
#include "tests/terminal/help_desk.h"

namespace foyer::test {
namespace {

struct Listing : HelpDesk {
    Listing() {
        add("0412", qingchuan);
        lister.emplace(
            *ledger, Lister::Ways{[this](Event event) { told.push_back(std::move(event)); },
                                  [this](const PrintJob& job, const std::function<void(Result<std::string>)>& printed) {
                                      printed(printer.print(job));
                                  }});
        ledger->on_touched([this](const Subject& subject) { lister->touched(subject); });
    }
    void wants(const DeskRequest& request, const AttendeeId& by = {}) {
        told.clear();
        REQUIRE(lister->ask(request, by));
    }
    ListsChanged after_a_while() {
        lister->go_round();
        return last<ListsChanged>();
    }
    void employ(const char* who, StaffRole role) {
        Attendee staff{{who}};
        staff.category = Category::staff;
        staff.role = role;
        const Draft draft{subject_of(staff.id), staff, noon()};
        (void)ledger->append({&draft, 1}).value();
    }
    std::optional<Lister> lister;
};

TEST_CASE("A desk is told who is sent to staff, known or not, and is not told again while nothing changes") {
    Listing desk;
    (void)Decider{*desk.ledger, {"door"}}.decide(parse("K3M9QT"), noon());
    const Draft held{{SubjectKind::attendee, "0412"},
                     Refused{{"door"}, Reason::needs_person, std::nullopt, "A-31"},
                     noon() + std::chrono::minutes{1}};
    (void)desk.ledger->append({&held, 1}).value();
    const auto lists = desk.after_a_while();
    REQUIRE(lists.all == 2);
    CHECK(lists.waiting[0].number == "A-31");
    CHECK(lists.waiting[0].who == AttendeeId{"0412"});
    CHECK(lists.waiting[0].person == qingchuan);
    CHECK_FALSE(lists.waiting[1].who);
    CHECK_FALSE(lists.waiting[1].number.empty());
    desk.told.clear();
    desk.lister->touched({SubjectKind::attendee, "0001"});
    desk.lister->go_round();
    CHECK(desk.told.empty());
}

TEST_CASE("Somebody is seen to on disk, with who did it, and waits again when that was a mistake") {
    Listing desk;
    desk.employ("s1", StaffRole::steward);
    (void)Decider{*desk.ledger, {"door"}}.decide(parse("K3M9QT"), noon());
    const WaitingCase one = desk.after_a_while().waiting.front();
    desk.wants(SettleCase{one.refusal, one.number}, {"s1"});
    CHECK_FALSE(desk.last<DeskActed>().fault);
    CHECK(desk.last<ListsChanged>().waiting.empty());
    bool noted = false;
    REQUIRE(desk.ledger->each_fact([&](const Ledger::FactRow& row) {
        if (row.header.kind != Kind::card_resolved) return true;
        const auto said = decode_payload(row.header.kind, decode_body(*row.body)->payload).value();
        noted = std::get<CardResolved>(said).note == "at a desk by s1";
        return true;
    }));
    CHECK(noted);
    desk.wants(SettleCase{one.refusal, one.number, CaseState::waits});
    CHECK(desk.last<ListsChanged>().waiting.size() == 1);
}

TEST_CASE("A steward opens who waits, without a scan, and nobody else by that way") {
    Listing desk;
    desk.employ("s1", StaffRole::steward);
    desk.ask(LookUpPerson{{"0412"}}, {"s1"});
    CHECK(desk.last<DeskActed>().needs == DeskActed::Needs::supervisor);
    desk.ask(LookUpCase{{"0412"}}, {"s1"});
    CHECK(desk.told.empty());
    const Draft held{
        {SubjectKind::attendee, "0412"}, Refused{{"door"}, Reason::needs_person, std::nullopt, "A-31"}, noon()};
    (void)desk.ledger->append({&held, 1}).value();
    desk.ask(LookUpCase{{"0412"}}, {"s1"});
    CHECK(desk.last<PersonLookedUp>().dossier->file.person == qingchuan);
}

TEST_CASE("What is lent is listed by delegation and person, and printed so") {
    Listing desk;
    const std::vector<Draft> drafts{
        {{SubjectKind::delegation, "lindmark"}, Delegation{{"lindmark"}, words("Lindmark")}, noon()}};
    (void)desk.ledger->append(drafts).value();
    desk.add("0413", {"Zoe", "en", "Zoe", {}, ""}, DelegationId{"lindmark"});
    desk.add("0414", {"Adam", "en", "Adam", {}, ""}, DelegationId{"lindmark"});
    for (const auto& [item, who] : {std::pair{"RX-3", "0413"}, {"RX-2", "0414"}, {"RX-1", "0412"}})
        desk.ask(LendItem{{who}, item});
    CHECK(desk.after_a_while().lent == 3);
    desk.wants(ShowLoans{});
    std::vector<std::string> items;
    for (const auto& out : desk.last<LoansListed>().out) items.push_back(out.item);
    CHECK(items == std::vector<std::string>{"RX-1", "RX-2", "RX-3"}); // of no delegation; then Adam, Zoe
    desk.wants(PrintLoans{"Lent: 3", "As of noon", "en"});
    const std::string text = run_shell("pdftotext -layout " + desk.last<DeskActed>().where + " -").output;
    for (const char* word : {"Lent: 3", "Lindmark", "Adam", "RX-2", "Zoe", "RX-3", "RX-1"}) {
        INFO(word);
        CHECK(text.find(word) != std::string::npos);
    }
}

TEST_CASE("What is lent to two delegations of one name is two groups, each by person") {
    Listing desk;
    const std::vector<Draft> drafts{
        {{SubjectKind::delegation, "north"}, Delegation{{"north"}, words("Lindmark")}, noon()},
        {{SubjectKind::delegation, "south"}, Delegation{{"south"}, words("Lindmark")}, noon()}};
    (void)desk.ledger->append(drafts).value();
    for (const auto& [id, name, party] :
         {std::tuple{"0413", "Adam", "north"}, {"0414", "Bela", "south"}, {"0415", "Zoe", "north"}}) {
        desk.add(id, {name, "en", name, {}, ""}, DelegationId{party});
        desk.ask(LendItem{{id}, std::string{"RX-"} + id});
    }
    desk.wants(ShowLoans{});
    std::vector<std::string> names;
    for (const auto& out : desk.last<LoansListed>().out) names.push_back(out.person.native_name);
    CHECK(names == std::vector<std::string>{"Adam", "Zoe", "Bela"});
    desk.wants(PrintLoans{"Lent: 3", "As of noon", "en"});
    const std::string text = run_shell("pdftotext -layout " + desk.last<DeskActed>().where + " -").output;
    const auto first = text.find("Lindmark");
    REQUIRE(first != std::string::npos);
    CHECK(text.find("Lindmark", first + 1) != std::string::npos);
}

TEST_CASE("A list that somebody has looked at does not come by itself over what is done next") {
    Listing desk;
    desk.ask(LendItem{{"0412"}, "RX-1"});
    CHECK(desk.after_a_while().lent == 1);
    desk.wants(ShowLoans{});
    CHECK(desk.last<LoansListed>().out.size() == 1);
    desk.told.clear();
    desk.clerk->scanned(parse("RX-1"));
    CHECK(desk.after_a_while().lent == 0);
    CHECK(
        std::ranges::none_of(desk.told, [](const Event& event) { return std::holds_alternative<LoansListed>(event); }));
}

} // namespace
} // namespace foyer::test
