// What the desk thread does for a staff desk, on a real ledger: the roster is read, people are found and opened, acts
// are on disk before they are told.
#include <fstream>

#include "kiosk/terminal/decide.h"
#include "scanner/code/parse.h"
#include "tests/shell.h"
#include "tests/terminal/help_desk.h"

namespace foyer::test {
namespace {

using By = PersonLookedUp::By;

TEST_CASE("Somebody is found by either form of the name, also who came to the roster while the desk runs") {
    HelpDesk desk;
    CHECK(desk.find("qing").all == 0);
    desk.add("0412", qingchuan);
    for (const char* query : {"mu", "沐", "qingchuan mu", "0412"}) {
        INFO(query);
        const auto found = desk.find(query);
        REQUIRE(found.best.size() == 1);
        CHECK(found.best.front().id == AttendeeId{"0412"});
        CHECK(found.best.front().state == FoundPerson::State::expected);
    }
    CHECK(desk.find("mu").best.front().in == FoundPerson::In::latin_name);
    CHECK(desk.find("mu").read == desk.find("mu").people);
}

TEST_CASE("A roster is read in portions, and a question that came too early is answered again when it is whole") {
    HelpDesk desk(5);
    TemporaryFolder other;
    desk.clerk.reset();
    std::vector<Draft> many;
    for (int i = 0; i < 950; ++i) {
        const AttendeeId id{"g" + std::to_string(10'000 + i)};
        many.push_back({subject_of(id), Person{"Guest " + std::to_string(i), "en", "", {}, ""}, noon()});
        many.push_back({subject_of(id), Attendee{id}, noon()});
    }
    (void)desk.ledger->append(many).value();
    desk.clerk.emplace(*desk.ledger, CheckpointId{"desk"},
                       Clerk::Ways{[&](Event event) { desk.told.push_back(std::move(event)); },
                                   [&](std::function<void()> work) { desk.waiting.push_back(std::move(work)); },
                                   {}});
    const auto early = desk.find("guest");
    CHECK(early.read < early.people);
    desk.work();
    const auto whole = desk.last<PeopleFound>();
    CHECK(whole.number == early.number);
    CHECK(whole.all == 955);
    CHECK(whole.best.size() == 20);
    CHECK(whole.read == whole.people);
}

TEST_CASE("Who is checked in by hand is inside on disk, and the desk is told what it may take back") {
    HelpDesk desk;
    desk.add("0412", qingchuan);
    (void)desk.find("mu");
    desk.ask(LookUpPerson{{"0412"}});
    CHECK_FALSE(desk.last<PersonLookedUp>().dossier->inside);
    desk.ask(CheckByHand{{{"0412"}}, Direction::in, noon(), ByHandWhy::no_code});
    const auto acted = desk.last<DeskActed>();
    CHECK_FALSE(acted.fault);
    REQUIRE(acted.recorded.size() == 1);
    CHECK(desk.ledger->presence({"0412"}, {"site"}).inside);
    CHECK(desk.last<PersonLookedUp>().by == By::changed);
    CHECK(desk.last<PersonLookedUp>().dossier->inside);
    CHECK(desk.last<PeopleFound>().best.front().state == FoundPerson::State::arrived); // the list knows by itself
    desk.ask(TakeBack{acted.recorded});
    CHECK_FALSE(desk.ledger->presence({"0412"}, {"site"}).inside);
    CHECK_FALSE(desk.last<PersonLookedUp>().dossier->inside);
}

TEST_CASE("A badge held up at a desk opens its owner and records nothing") {
    HelpDesk desk;
    desk.add("0412", qingchuan);
    const auto badge = printed_badge(*desk.ledger, "0412");
    const auto recorded = desk.ledger->live().recorded;
    desk.told.clear();
    desk.clerk->scanned({Presented::Form::foyer, badge.code});
    CHECK(desk.last<PersonLookedUp>().by == By::scanned);
    CHECK(desk.last<PersonLookedUp>().dossier->file.person == qingchuan);
    CHECK(desk.ledger->live().recorded == recorded);
    (void)printed_badge(*desk.ledger, "0412");
    desk.clerk->scanned({Presented::Form::foyer, badge.code});
    CHECK(desk.last<PersonLookedUp>().reason == Reason::outdated_badge);
    CHECK(desk.last<PersonLookedUp>().dossier);
    desk.clerk->scanned({Presented::Form::foreign, "HELLO"});
    CHECK_FALSE(desk.last<PersonLookedUp>().dossier);
    CHECK(desk.last<PersonLookedUp>().reason == Reason::not_ours);
    desk.clerk->scanned(parse("BEGIN:VCARD\nFN:Anna\nEND:VCARD"));
    CHECK(desk.last<PersonLookedUp>().reason == Reason::other_ticket);
}

TEST_CASE("A delegation is opened with any of its members, by name, and each says whether they came") {
    HelpDesk desk;
    const DelegationId party{"lindmark"};
    desk.add("0412", qingchuan, party);
    desk.add("0413", {"무하늘", "ko", "Mu Haneul", {}, ""}, party);
    desk.add("0414", {"Anna Lind", "sv", "Anna Lind", {}, ""}, party);
    desk.ask(CheckByHand{{{"0413"}}, Direction::in, noon(), ByHandWhy::at_desk});
    desk.ask(LookUpPerson{{"0414"}});
    const auto members = desk.last<PersonLookedUp>().dossier->delegation;
    REQUIRE(members.size() == 3);
    CHECK(members[0].id == AttendeeId{"0414"});
    CHECK(members[1].id == AttendeeId{"0413"});
    CHECK(members[1].state == FoundPerson::State::arrived);
    desk.ask(CheckByHand{{{"0412"}, {"0413"}, {"0414"}}, Direction::in, noon(), ByHandWhy::delegation});
    CHECK(desk.last<DeskActed>().recorded.size() == 2);
    CHECK(desk.ledger->live().arrived == 3);
}

TEST_CASE("A guest who was not expected is on the roster, checked in, open and found by the next key") {
    HelpDesk desk;
    desk.ask(AddGuest{"Sigrún Ævarsdóttir", "", "Hekla", Category::press});
    const auto opened = desk.last<PersonLookedUp>();
    REQUIRE(opened.dossier);
    CHECK(opened.dossier->inside);
    CHECK(opened.dossier->file.attendee.category == Category::press);
    CHECK(desk.find("aevars").best.size() == 1);
    desk.ask(AddGuest{"  ", "", "", Category::guest});
    CHECK(desk.last<DeskActed>().fault);
}

TEST_CASE("A badge is a whole PDF in the folder before it counts as printed, and then it is handed over") {
    HelpDesk desk;
    desk.add("0412", qingchuan);
    desk.ask(PrintBadge{{"0412"}});
    const auto acted = desk.last<DeskActed>();
    REQUIRE_FALSE(acted.fault);
    std::ifstream pdf(acted.where, std::ios::binary);
    std::string head(5, ' ');
    pdf.read(head.data(), 5);
    CHECK(head == "%PDF-");
    const auto badge = desk.ledger->person_file({"0412"})->badge.value();
    CHECK(badge.state == BadgeState::printed);
    desk.ask(HandOverBadge{{"0412"}, badge.id});
    CHECK(desk.ledger->person_file({"0412"})->badge->state == BadgeState::handed_over);
}

TEST_CASE("A badge that cannot be written is not printed, and the desk says why") {
    HelpDesk desk;
    desk.add("0412", qingchuan);
    std::ofstream(desk.folder.path / "badges") << "a file where the folder should be";
    desk.ask(PrintBadge{{"0412"}});
    REQUIRE(desk.last<DeskActed>().fault);
    CHECK(desk.last<DeskActed>().fault->kind == FaultKind::disk);
    CHECK_FALSE(desk.ledger->person_file({"0412"})->badge);
}

TEST_CASE("A badge that could not be printed leaves the one before good") {
    HelpDesk desk;
    desk.add("0412", qingchuan);
    const auto badge = printed_badge(*desk.ledger, "0412");
    std::ofstream(desk.folder.path / "badges") << "a file where the folder should be";
    desk.ask(PrintBadge{{"0412"}});
    CHECK(desk.last<DeskActed>().fault);
    desk.clerk->scanned({Presented::Form::foyer, badge.code});
    CHECK(desk.last<PersonLookedUp>().reason == Reason::welcome);
}

TEST_CASE("A case is found by its number: of a guest, and of somebody whom nobody knew") {
    HelpDesk desk;
    desk.add("0412", qingchuan);
    const Draft refused{subject_of(AttendeeId{"0412"}), Refused{{"door"}, Reason::revoked, std::nullopt, "A-31"},
                        noon()};
    const Draft stranger{{SubjectKind::visitor, "aa"}, Refused{{"door"}, Reason::forged, std::nullopt, "A-32"}, noon()};
    (void)desk.ledger->append(std::vector{refused, stranger}).value();
    desk.work();
    for (const char* query : {"A-31", "a31"}) {
        REQUIRE(desk.find(query).best.size() == 1);
        CHECK(desk.find(query).best.front().open_case == "A-31");
    }
    REQUIRE(desk.find("a32").visitor);
    CHECK(desk.find("a32").visitor->reason == Reason::forged);
    desk.ask(CheckByHand{{{"0412"}}, Direction::in, noon(), ByHandWhy::no_code});
    CHECK(desk.find("a31").best.empty());
}

TEST_CASE("A thing is lent to who is open by its barcode, and is back when it is scanned by itself") {
    HelpDesk desk;
    desk.add("0412", qingchuan);
    const Presented receiver{Presented::Form::foreign, "RX-0017"};
    desk.clerk->scanned(parse("00020101021126330014A000000615000101065016645802MY63049F2A")); // pays, is no thing
    CHECK(desk.last<PersonLookedUp>().item.empty());
    desk.clerk->scanned(receiver);
    CHECK(desk.last<PersonLookedUp>().item == "RX-0017");
    desk.ask(LendItem{{"0412"}, "RX-0017"});
    desk.ask(LookUpPerson{{"0412"}});
    CHECK(desk.last<PersonLookedUp>().dossier->lent == std::vector<std::string>{"RX-0017"});
    desk.told.clear();
    desk.clerk->scanned(receiver);
    CHECK(std::get<ItemIsBack>(desk.last<DeskActed>().request).from == AttendeeId{"0412"});
    CHECK(desk.ledger->loans().empty());
    CHECK(desk.last<PersonLookedUp>().dossier->lent.empty());
}

TEST_CASE("A call for staff is seen with its place, taken by name, and gone when it is done") {
    HelpDesk desk;
    desk.ask(CallStaffHere{});
    auto calls = desk.last<CallsChanged>().open;
    REQUIRE(calls.size() == 1);
    CHECK(calls.front().whose == OpenCall::Whose::ours);
    CHECK(calls.front().call.checkpoint == CheckpointId{"desk"});
    desk.ask(AnswerCall{calls.front().id, Call::State::taken});
    CHECK(desk.last<CallsChanged>().open.front().call.by == "Desk 2");
    desk.ask(AnswerCall{calls.front().id, Call::State::done});
    CHECK(desk.last<CallsChanged>().open.empty());
    desk.ask(AnswerCall{calls.front().id, Call::State::taken}); // somebody was slower
    CHECK(desk.ledger->open_calls().empty());
}

TEST_CASE("What the roster asked staff to see to is settled at a desk, and no door sends that person back again") {
    HelpDesk desk;
    Attendee held{{"0002"}};
    held.hold = Hold::document;
    Attendee supervisor{{"0001"}};
    supervisor.role = StaffRole::supervisor;
    const std::vector<Draft> drafts{{subject_of(held.id), held, noon()},
                                    {subject_of(supervisor.id), supervisor, noon()}};
    (void)desk.ledger->append(drafts).value();
    Decider decider(*desk.ledger, {"door"});
    CHECK(decider.decide(AttendeeId{"0002"}, noon()).verdict.reason == Reason::needs_person);
    desk.ask(SettleHold{{"0002"}}, {"0001"});
    REQUIRE_FALSE(desk.last<DeskActed>().fault);
    CHECK(desk.ledger->attendee({"0002"})->hold == Hold::none);
    const auto notes = desk.ledger->person_file({"0002"})->notes;
    REQUIRE_FALSE(notes.empty());
    CHECK(notes.back().contains("0001")); // by whom
    CHECK(decider.decide(AttendeeId{"0002"}, noon()).verdict.kind == VerdictKind::admitted);
}

TEST_CASE("A call is taken by the desk and by whoever of the staff unlocked it") {
    HelpDesk desk;
    desk.add("0412", qingchuan);
    desk.steward->ask(CallStaffHere{});
    const std::string id = desk.ledger->open_calls().begin()->first;
    desk.steward->ask(AnswerCall{id, Call::State::taken}, {"0412"});
    CHECK(desk.ledger->open_calls().at(id).by == "Desk 2");
    CHECK(desk.last<CallsChanged>().open.front().taker->person.latin_name == "Mu Qingchuan");
}

TEST_CASE("In an emergency every door lets everybody through and records it, until it is over") {
    HelpDesk desk;
    const Checkpoint& door = *desk.ledger->programme().checkpoint({"door"});
    const Presented strange{Presented::Form::foreign, "WHATEVER"};
    CHECK(admit(strange, *desk.ledger, door, noon()).kind == VerdictKind::ask_a_person);
    desk.ask(SetEmergency{Emergency::State::on});
    CHECK(desk.ledger->programme().emergency.state == Emergency::State::on);
    const Verdict through = admit(strange, *desk.ledger, door, noon());
    CHECK(through.kind == VerdictKind::admitted);
    CHECK(through.reason == Reason::free_passage);
    Decider decider(*desk.ledger, {"door"});
    const Outcome outcome = decider.decide(strange, noon());
    CHECK(outcome.verdict.reason == Reason::free_passage);
    CHECK(outcome.recorded.size() == 1); // what is green is on disk
    CHECK(desk.ledger->live().inside == 1);
    desk.add("0412", qingchuan);
    const auto dead = printed_badge(*desk.ledger, "0412");
    (void)printed_badge(*desk.ledger, "0412");
    CHECK(decider.decide({Presented::Form::foyer, dead.code}, noon()).recorded.size() == 1);
    CHECK(desk.ledger->cards().empty()); // nobody erred
    desk.ask(SetEmergency{Emergency::State::over});
    CHECK(admit(strange, *desk.ledger, door, noon()).kind == VerdictKind::ask_a_person);
}

TEST_CASE("Who is where is counted for the screen and named on paper") {
    HelpDesk desk;
    desk.add("0412", qingchuan);
    desk.ask(CheckByHand{{{"0412"}, {"0001"}}, Direction::in, noon(), ByHandWhy::at_desk});
    (void)desk.ledger->append(std::vector{entered("0002"), entered("0003")}).value();
    const Draft out{subject_of(AttendeeId{"0003"}), Left{{"2.04"}, {"door"}, std::nullopt}, noon()};
    (void)desk.ledger->append({&out, 1}).value();
    desk.ask(ShowRoll{});
    const auto called = desk.last<RollCalled>();
    CHECK(called.all == 3);
    CHECK(called.places == std::vector<std::pair<PlaceId, int>>{{{"site"}, 2}, {{"2.04"}, 1}});
    desk.ask(PrintRoll{"Who is where", "Last seen", "en"});
    const auto printed = desk.last<DeskActed>();
    REQUIRE_FALSE(printed.fault);
    const Ended text = run_shell("pdftotext -layout '" + printed.where + "' -");
    CHECK(text.says("沐晴川"));
    CHECK(text.says("Guest 0002"));
    CHECK_FALSE(text.says("Guest 0003"));
    CHECK(text.says("12:00"));
}

TEST_CASE("A card of the conflict inbox is decided at a desk and leaves its inbox") {
    HelpDesk desk;
    const DeviceId device = desk.ledger->identity().device;
    (void)desk.ledger
        ->append(std::vector{Draft{{SubjectKind::device, device.hex()}, ClockNoticed{Milliseconds{-63'400}}, noon()}})
        .value();
    desk.clerk->go_round();
    const auto cards = desk.last<CardsChanged>().open;
    REQUIRE(cards.size() == 1);
    desk.ask(ResolveCard{cards.front().card.id, CardChoice::noted});
    CHECK_FALSE(desk.last<DeskActed>().fault);
    CHECK(desk.last<CardsChanged>().open.empty());
    desk.ask(ResolveCard{"0000000000000000", CardChoice::noted});
    CHECK(desk.last<DeskActed>().fault);
}

TEST_CASE("what is on a badge is changed by its fields, and what a guest is known by stays") {
    HelpDesk desk;
    Person known = qingchuan;
    known.proof = {1, 2, 3};
    desk.add("0412", known);
    desk.ask(EditGuest{{"0412"}, "沐晴川", "Mu Qing-Chuan", "Huaxing"});
    CHECK_FALSE(desk.last<DeskActed>().fault);
    const auto dossier = desk.last<PersonLookedUp>().dossier;
    REQUIRE(dossier);
    CHECK(dossier->file.person.latin_name == "Mu Qing-Chuan");
    CHECK(dossier->file.person.proof == known.proof);
    CHECK(dossier->file.attendee.organisation.in("en") == "Huaxing");
    const auto facts = desk.ledger->own_seq();
    desk.ask(EditGuest{{"0412"}, "沐晴川", "Mu Qing-Chuan", "Huaxing"});
    CHECK(desk.ledger->own_seq() == facts); // nothing differs
    desk.ask(EditGuest{{"0412"}, " ", "", ""});
    CHECK(desk.last<DeskActed>().fault);
}

TEST_CASE("a session that overran is put back to its plan, with its doors") {
    HelpDesk desk;
    Session session;
    session.id = {"talk"};
    session.place = {"2.04"};
    session.title = words("Talk");
    session.starts = noon() + Milliseconds{600'000};
    session.ends = noon() + Milliseconds{1'200'000};
    const Draft plan{{SubjectKind::session, session.id.text}, session, noon()};
    REQUIRE(desk.ledger->append({&plan, 1}));
    desk.ask(ChangeSession{session.id, ChangeSession::How::longer, Milliseconds{600'000}});
    CHECK(desk.ledger->programme().session(session.id)->ends == session.ends + Milliseconds{600'000});
    CHECK(off_plan(*desk.ledger, {"desk"}) == std::set<SessionId>{session.id});
    desk.ask(ChangeSession{session.id, ChangeSession::How::as_planned, {}});
    CHECK(desk.ledger->programme().session(session.id)->ends == session.ends);
    CHECK(off_plan(*desk.ledger, {"desk"}).empty());
    desk.ask(ChangeSession{session.id, ChangeSession::How::opens_now, {}});
    CHECK(off_plan(*desk.ledger, {"desk"}) == std::set<SessionId>{session.id}); // its door alone
    desk.ask(ChangeSession{session.id, ChangeSession::How::as_planned, {}});
    CHECK(off_plan(*desk.ledger, {"desk"}).empty());
}

} // namespace
} // namespace foyer::test
