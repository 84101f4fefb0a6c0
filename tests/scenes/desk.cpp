// A staff desk: who was found, who is open with the delegation, each form, the inbox, calls, meetings, and locked.
#include "kiosk/app/desk_steps.h"
#include "tests/app/at_desk.h"
#include "tests/scenes/meetings.h"
#include "tests/scenes/scenes.h"

namespace foyer::tests {
namespace {

using Is = MeetingSeen::Someone::Is;
using State = FoundPerson::State;

Guest amelia() {
    return {attendee("0413", "ru", {ForumId{"energy"}}), person("Амелия Муравина", "ru", "Ameliya Muravina", "")};
}

Terminal desk(const Language& language) {
    Terminal terminal = on_the_morning(language, "desk");
    open_desk(terminal.model);
    return terminal;
}

FoundPerson found(const char* id, Person name, const Said& organisation, State state, std::size_t length) {
    using In = FoundPerson::In;
    const bool latin = name.latin_name == name.native_name;
    return {{id}, std::move(name), wording(organisation), state, "", latin ? In::native_name : In::latin_name,
            0,    length};
}

PeopleFound six_scripts() {
    PeopleFound people{.number = 2, .all = 6};
    people.best = {
        found("0412", qingchuan().person, {"Delta Materials Laboratory", "长三角材料联合实验室", "مختبر الدلتا للمواد"},
              State::expected, 2),
        found("0413", amelia().person, {"Severny Institute", "北方研究院", "معهد سيفيرني"}, State::arrived, 0),
        found("0414", person("منى القمري", "ar", "Muna Al-Qamari", ""),
              {"Al-Qamar Materials Lab", "月光材料实验室", "مختبر القمر للمواد"}, State::arrived, 2),
        found("0415", person("무하늘", "ko", "Mu Haneul", ""), {"Byeolbit Optics", "星光光学", "بيولبيت للبصريات"},
              State::expected, 2),
        found("0416", person("夢路 澪", "ja", "Muji Mio", ""),
              {"Tsukikage Robotics", "月影机器人", "تسوكيكاغي للروبوتات"}, State::expected, 2),
        found("0417", person("Jorinde Mutterwald", "de", "Jorinde Mutterwald", ""),
              {"Lindmark Institute", "林德马克研究院", "معهد ليندمارك"}, State::withdrawn, 0)};
    people.best[4].open_case = "A-31";
    return people;
}

Terminal searching(const Language& language) {
    Terminal terminal = desk(language);
    return type(terminal, U"mu").tell(six_scripts());
}

Dossier with_partners() {
    Dossier dossier;
    dossier.file.attendee = qingchuan().attendee;
    dossier.file.person = qingchuan().person;
    dossier.file.attendee.delegation = DelegationId{"partners"};
    dossier.file.attendee.forums.emplace_back("energy");
    dossier.file.attendee.seat = "3B-15";
    dossier.file.attendee.box = "C, 47";
    dossier.file.badge = Badge{{"b1"}, BadgeKind::badge, {"0412"}, 1, BadgeState::printed};
    const auto seen = [](std::uint64_t number, const char* event, std::string_view when) {
        AttendanceRow row{{{}, number}, event, Reason::welcome, PlaceId{"centre"}, {"entrance"}, {}, "", at(when)};
        row.recorded = row.happened;
        return row;
    };
    dossier.file.attendance = {seen(3, "left", "10:20"), seen(2, "entered", "09:05"), seen(1, "entered", "08:58")};
    dossier.file.attendance.back().voided = true;
    dossier.region = wording({"China", "中国", "الصين"});
    dossier.delegation = {{{"0415"}, person("무하늘", "ko", "Mu Haneul", ""), {}, State::expected},
                          {{"0418"}, noor().person, {}, State::expected},
                          {{"0412"}, qingchuan().person, {}, State::expected},
                          {{"0419"}, person("室井 椿", "ja", "Muroi Tsubaki", ""), {}, State::expected},
                          {{"0413"}, amelia().person, {}, State::arrived}};
    return dossier;
}

Terminal with(const Dossier& dossier, const Language& language) {
    return searching(language).tell(PersonLookedUp{By::asked, dossier, Reason::welcome}).wait(1);
}

Terminal with_somebody(const Language& language) {
    Terminal terminal = with(with_partners(), language);
    return terminal.touch(ToggleAbsent{{"0415"}}).touch(ToggleAbsent{{"0418"}});
}

Terminal tapped(Terminal terminal, What what) { return terminal.wait(1).touch(DeskTap{what}); }

std::vector<Scene> person_scenes() {
    return {
        {"desk", [](const Language& l) { return desk(l).view(); }},
        {"desk-searching",
         [](const Language& l) {
             Terminal terminal = desk(l);
             terminal.touch(FocusField{}).touch(TypeCharacter{U'm'}).touch(TypeCharacter{U'u'});
             return terminal.tell(six_scripts()).view();
         }},
        {"desk-person",
         [](const Language& l) {
             Terminal terminal = tapped(with_somebody(l), What::hand_over);
             DeskActed acted{.request = *terminal.model.desk.acting, .recorded = {{{"0412"}, {}}}};
             return terminal.tell(acted).view();
         }},
        {"desk-held",
         [](const Language& l) {
             Dossier held = with_partners();
             held.delegation.clear();
             held.file.attendee.delegation.reset();
             held.file.attendee.hold = Hold::document;
             return with(held, l).view();
         }},
        {"desk-refused",
         [](const Language& l) {
             Dossier held = with_partners();
             held.file.attendee.hold = Hold::document;
             DeskActed acted{.request = CheckByHand{}, .fault = Fault{FaultKind::not_allowed, "a supervisor"}};
             acted.needs = DeskActed::Needs::supervisor;
             acted.refused = Reason::needs_person;
             return with(held, l).tell(acted).view();
         }},
        {"desk-offered",
         [](const Language& l) {
             Dossier another;
             another.file.attendee = anna().attendee;
             another.file.person = anna().person;
             Terminal terminal = with_somebody(l);
             return terminal.tell(PersonLookedUp{By::scanned, another, Reason::welcome}).view();
         }},
        {"desk-lend",
         [](const Language& l) {
             PersonLookedUp scanned{By::scanned, std::nullopt, Reason::not_ours};
             scanned.item = "RX-0017";
             return with_somebody(l).tell(scanned).view();
         }},
    };
}

std::vector<Scene> form_scenes() {
    return {
        {"desk-walk-in",
         [](const Language& l) {
             Terminal terminal = tapped(desk(l), What::walk_in);
             type(terminal, U"Sigrún Ævarsdóttir");
             return terminal.touch(FocusField{2}).touch(TurnKeyboard{TouchKeyboard::Page::accents}).view();
         }},
        {"desk-paper",
         [](const Language& l) {
             Terminal terminal = tapped(with_somebody(l), What::from_paper);
             return terminal.touch(StepBack{Milliseconds{std::chrono::minutes{40}}}).view();
         }},
        {"desk-substitute",
         [](const Language& l) {
             Terminal terminal = tapped(with_somebody(l), What::substitute);
             return type(terminal, U"Lou Qian").view();
         }},
        {"desk-edit", [](const Language& l) { return tapped(with_somebody(l), What::edit).view(); }},
        {"desk-reason", [](const Language& l) { return tapped(with_somebody(l), What::give_reason).view(); }},
        {"desk-take-back",
         [](const Language& l) {
             Dossier here = with_partners();
             here.inside = true;
             here.file.attendance.erase(here.file.attendance.begin());
             return tapped(with(here, l), What::take_back).view();
         }},
    };
}

Terminal with_calls(Terminal terminal, const Language& language) {
    const auto other_desk = wording({"Desk 2", "2号服务台", "المكتب 2"});
    return terminal.tell(
        CallsChanged{{{"c1", Call{{"entrance"}, at("10:50"), Call::State::open, ""}},
                      {"c2", Call{{"materials"}, at("10:47"), Call::State::taken, other_desk.in(language)}}}});
}

Terminal with_cards(const Language& language) {
    Card twice;
    twice.id = "aa";
    twice.kind = CardKind::double_admission;
    twice.who = AttendeeId{"0413"};
    twice.events = {{{}, {}, "", CheckpointId{"entrance"}, at("10:06"), at("10:06")},
                    {{}, {}, "", CheckpointId{"west"}, at("10:07"), at("10:07")}};
    twice.choices = choices_of(twice.kind);
    Card full;
    full.id = "bb";
    full.kind = CardKind::over_full;
    full.events = {{{}, {}, "", CheckpointId{"materials"}, at("10:48"), at("10:48")}};
    full.choices = choices_of(full.kind);
    return desk(language).tell(CardsChanged{{{twice, amelia().person}, {full, std::nullopt}}});
}

Terminal for_protocol(const Language& language) {
    Terminal terminal = desk(language);
    for (Checkpoint& one : terminal.model.programme.checkpoints) one.protocol = one.id == CheckpointId{"desk"};
    OpenCall arrived{"a1", Call{{"entrance"}, at("10:49"), Call::State::open, "", {}, AttendeeId{"0002"}}};
    arrived.guest =
        MeetingSeen::Someone{{"0002"},
                             person("Gaspard Larochemer", "fr", "Gaspard Larochemer", ""),
                             wording({"Tresselhoff R&D Centre", "特雷瑟霍夫研发中心", "مركز تريسيلهوف للبحوث"}),
                             {}};
    arrived.seat = "A-01";
    OpenCall waits = arrived;
    waits.id = "a2";
    waits.call.case_number = "A-31";
    waits.guest->person = noor().person;
    waits.guest->organisation = noor().attendee.organisation;
    return terminal.tell(CallsChanged{{arrived, waits}});
}

WaitingCase sent_to_staff(const char* number, std::uint64_t seq, Reason reason, std::string_view when) {
    return {{{}, seq}, number, reason, {"entrance"}, at(when), {}, {}, {}};
}

Terminal with_lists(const Language& language) {
    WaitingCase unknown = sent_to_staff("A-33", 3, Reason::not_ours, "10:51"),
                held = sent_to_staff("A-31", 2, Reason::needs_person, "10:47"),
                unpaid = sent_to_staff("A-29", 1, Reason::unpaid, "10:32");
    held.who = noor().attendee.id;
    held.person = noor().person;
    unpaid.who = qingchuan().attendee.id;
    unpaid.person = qingchuan().person;
    return desk(language).tell(ListsChanged{{unknown, held, unpaid}, 3, 4});
}

LoansListed lent() {
    const Wording partners = wording({"Partners of the alliance", "联盟合作伙伴", "شركاء التحالف"});
    const auto out = [&](const char* item, std::string_view when, const Person& person) {
        return LoansListed::Out{item, at(when), {"0412"}, person, partners};
    };
    LoansListed listed{at("10:52"),
                       {out("RX-0017", "09:10", qingchuan().person), out("RX-0018", "09:12", noor().person),
                        out("RX-0103", "09:31", amelia().person), out("TABLET-07", "10:02", anna().person)}};
    listed.out.back().since = at("16:40", -1);
    return listed;
}

// Printed for those who have come, so that they can be handed over.
Dossier with_papers() {
    Dossier dossier = with_partners();
    for (auto& member : dossier.delegation)
        member.badge = Badge{{"b" + member.id.text}, BadgeKind::badge, member.id, 1, BadgeState::printed};
    return dossier;
}

std::vector<Scene> list_scenes() {
    return {
        {"desk-cases", [](const Language& l) { return with_lists(l).view(); }},
        {"desk-seen-to",
         [](const Language& l) {
             Terminal terminal = with_lists(l);
             const SettleCase settled{{{}, 3}, "A-33"};
             return terminal.tell(DeskActed{.request = settled}).view();
         }},
        {"desk-loans", [](const Language& l) { return with_lists(l).tell(lent()).view(); }},
        {"desk-papers", [](const Language& l) { return with(with_papers(), l).view(); }},
    };
}

std::vector<Scene> around_scenes() {
    return {
        {"desk-inbox", [](const Language& l) { return tapped(with_cards(l), What::open_inbox).view(); }},
        {"desk-calls", [](const Language& l) { return with_calls(with_somebody(l), l).view(); }},
        {"desk-typing-called",
         [](const Language& l) {
             Terminal terminal = with_calls(desk(l), l);
             terminal.touch(FocusField{}).touch(TypeCharacter{U'm'}).touch(TypeCharacter{U'u'});
             return terminal.tell(six_scripts()).view();
         }},
        {"desk-arrivals", [](const Language& l) { return for_protocol(l).view(); }},
        {"desk-roll",
         [](const Language& l) {
             const RollCalled roll{
                 at("10:52"), {{{"centre"}, 188}, {{"plenary"}, 67}, {{"matchmaking"}, 24}, {{"foyer"}, 12}}, 291};
             return desk(l).tell(roll).view();
         }},
        {"desk-locked",
         [](const Language& l) {
             Terminal terminal = desk(l);
             lock_desk(terminal.model);
             return terminal.view();
         }},
        {"desk-steward",
         [](const Language& l) {
             Terminal terminal = desk(l);
             terminal.model.programme.summit.unlock = StaffUnlock::by_badge;
             terminal.model.at_desk.role = StaffRole::steward;
             return terminal.view();
         }},
    };
}

// At another table, for two who need nobody to interpret.
MeetingSeen another(const char* id, const char* table, std::string_view starts, std::string_view ends,
                    const Person& one, const Person& other, Is is) {
    const Meeting meeting{{id}, {table}, at(starts), at(ends), {{"0031"}, {"0032"}}, {}, {"en"}};
    return {meeting, {{{"0031"}, one, {}, is}, {{"0032"}, other, {}, is}}, {}};
}

// One waits for somebody, one is complete, one comes next.
Terminal with_meetings(const Language& language) {
    const auto late = meeting_of(language, "m-02", "10:45", "11:05", Is::expected);
    const auto complete = another("m-01", "table-1", "10:50", "11:10", amelia().person,
                                  person("室井 椿", "ja", "Muroi Tsubaki", ""), Is::there);
    const auto next = another("m-07", "table-3", "11:10", "11:30", person("무하늘", "ko", "Mu Haneul", ""),
                              person("Gaspard Larochemer", "fr", "", ""), Is::expected);
    return tapped(desk(language).tell(MeetingsChanged{{late, complete, next}}), What::open_meetings);
}

std::vector<Scene> board_scenes() {
    return {
        {"desk-meetings", [](const Language& l) { return with_meetings(l).view(); }},
        {"desk-meeting",
         [](const Language& l) {
             Terminal terminal = with_meetings(l).touch(ChooseMeeting{{"m-02"}});
             const auto interprets = [](const char* id, Person name) {
                 return MeetingSeen::Someone{{id}, std::move(name), {}, {}};
             };
             MeetingOpened opened{{"m-02"}, {{{"table-2"}, {}}, {{"table-4"}, at("11:10")}}, {}};
             opened.interpreters = {{interprets("0021", person("陆晚汀", "zh-Hans", "Lu Wanting", "")), {}},
                                    {interprets("0022", person("顾霁棠", "zh-Hans", "Gu Jitang", "")), {}},
                                    {interprets("0036", person("Philippa Dunmarrow", "en", "", "")), at("11:10")}};
             terminal.tell(opened);
             return tapped(terminal, What::other_interpreter).view();
         }},
        {"desk-no-meetings", [](const Language& l) { return tapped(desk(l), What::open_meetings).view(); }},
    };
}

} // namespace

std::vector<Scene> desk_scenes() {
    std::vector<Scene> all = person_scenes();
    for (const auto& part : {form_scenes(), around_scenes(), list_scenes(), board_scenes()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace foyer::tests
