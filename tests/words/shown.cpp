#include "tests/words/shown.h"

#include "kiosk/app/desk_steps.h"
#include "kiosk/app/enrolment.h"
#include "kiosk/app/verdict_words.h"
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

Programme speaking(const Language& language) {
    Programme programme = open_day();
    programme.summit.languages = {language};
    if (language != "en") programme.summit.languages.emplace_back("en");
    return programme;
}

Terminal at_work(const Language& language, const std::string& checkpoint = "entrance") {
    Terminal terminal{speaking(language), checkpoint};
    terminal.set_clock(at("10:52"));
    terminal.tell(OccupancyChanged{{{PlaceId{"2.04"}, {12, 3}}, {PlaceId{"2.06"}, {1, 0}}}});
    return terminal;
}

Outcome every_detail(Reason reason, const Language& language) {
    Outcome said = outcome(words_for(reason).kind, reason);
    said.attendee = attendee("0001", language, {ForumId{"materials"}});
    said.attendee->seat = "A-31";
    said.attendee->category = Category::vip;
    said.person = person("沐晴川", "zh", "Mu Qingchuan", "Prof. Dr.");
    said.verdict.go_to = PlaceId{"2.06"};
    said.verdict.opens = at("13:30", 1);
    said.verdict.before = at("09:05");
    return said;
}

void add_verdicts(std::vector<Shown>& all, const Language& language) {
    for (const VerdictWords& words : all_verdict_words())
        for (const char* checkpoint : {"entrance", "materials-gate"}) {
            Terminal terminal = at_work(language, checkpoint);
            terminal.scan(every_detail(words.reason, language));
            all.push_back({std::string{name(words.reason)} + " at " + checkpoint, terminal.view()});
        }
}

void add_staff(std::vector<Shown>& all, const Language& language) {
    Terminal terminal = at_work(language);
    const auto open_panel = [&] { terminal.tell(KeyPressed{KeyPressed::escape}); };
    open_panel();
    all.push_back({"staff, no number", terminal.view()});
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    all.push_back({"staff, locked", terminal.view()});
    terminal.model.staff.panel->last = StaffPanel::Last::wrong;
    all.push_back({"staff, wrong number", terminal.view()});
    terminal.model.staff.barred_until = terminal.model.monotonic + Milliseconds{130'000};
    all.push_back({"staff, pause", terminal.view()});
    terminal.model.staff.panel->stage = StaffPanel::Stage::open;
    all.push_back({"staff, unlocked", terminal.view()});
    terminal.touch(CheckCamera{});
    all.push_back({"camera", terminal.view()});
}

void add_claims(std::vector<Shown>& all, const Language& language) {
    for (const auto factor : {SecondFactor::phone_end, SecondFactor::email}) {
        Terminal terminal = at_work(language);
        terminal.model.programme.summit.second_factor = factor;
        all.push_back({"waiting, codes are not needed", terminal.view()});
        terminal.touch(OpenClaim{});
        all.push_back({"without a code", terminal.view()});
        using State = Claiming::State;
        std::get<Claiming>(terminal.model.screen).state = State::wrong;
        all.push_back({"without a code, again", terminal.view()});
        std::get<Claiming>(terminal.model.screen).state = State::spent;
        all.push_back({"without a code, only staff", terminal.view()});
    }
}

void add_clocks(std::vector<Shown>& all, const Language& language) {
    for (const Instant wrong : {at("23:59", -1200), at("09:00", -1), at("10:30"), at("10:40")})
        for (const char* checkpoint : {"entrance", "materials-gate"}) {
            Terminal late = at_work(language, checkpoint);
            LinkState link{.connected = true};
            if (wrong == at("10:30")) link.newest = at("10:52", 20);
            if (wrong == at("10:40")) link.clock_off = Milliseconds{std::chrono::hours{24 * 200}};
            late.tell(link).set_clock(wrong);
            all.push_back({std::string{"a wrong clock at "} + checkpoint, late.view()});
            late.scan(every_detail(Reason::wrong_day, language));
            all.push_back({std::string{"another day by a wrong clock at "} + checkpoint, late.view()});
            late.tell(KeyPressed{KeyPressed::escape});
            late.model.staff.panel->stage = StaffPanel::Stage::open;
            late.touch(OpenHealth{}).tell(HealthTold{});
            all.push_back({"staff, health, a wrong clock", late.view()});
        }
}

void add_quiet(std::vector<Shown>& all, const Language& language) {
    add_browsing(all, at_work(language));
    add_clocks(all, language);
    Terminal terminal = at_work(language);
    all.push_back({"waiting", terminal.view()});
    terminal.touch(OpenProgramme{});
    all.push_back({"programme", terminal.view()});
    terminal.touch(OpenLanguages{});
    all.push_back({"languages", terminal.view()});
    terminal.touch(GoBack{}).touch(GoBack{}).touch(OpenPrivacy{});
    all.push_back({"privacy", terminal.view()});
    for (const auto state : {SourceState::State::starting, SourceState::State::missing}) {
        Terminal blind = at_work(language);
        blind.tell(camera(state, "/dev/video0"));
        all.push_back({"waiting without a camera", blind.view()});
    }
    Terminal cut = at_work(language);
    cut.tell(LinkState{false, 1234, at("10:10"), 2, 3});
    all.push_back({"cut off", cut.view()});
    Terminal sign = at_work(language, "entrance");
    sign.model.settings.stand.mode = Mode::sign;
    all.push_back({"sign", sign.view()});
    Terminal back = at_work(language);
    Outcome again = every_detail(Reason::welcome_back, language);
    back.scan(again);
    all.push_back({"own day", back.view()});
    back.tell(Touched{}).tell(BadgeOffered{});
    all.push_back({"own day, a badge is offered", back.view()});
    Terminal calling = at_work(language);
    calling.touch(CallStaff{}).tell(BadgeOffered{});
    all.push_back({"call, a badge is offered", calling.view()});
}

Dossier everything(const Language& language) {
    Dossier dossier = with_party();
    PersonFile& file = dossier.file;
    file.attendee.organisation = {{{"", "Lindmark-Institut"}}};
    file.attendee.language = language;
    file.attendee.seat = "A-31";
    file.attendee.box = "C, 47";
    file.attendee.category = Category::vip;
    file.badge = Badge{{"b"}, BadgeKind::badge, {"0412"}, 2, BadgeState::printed};
    file.attendance = {
        {{{}, 2}, "refused", Reason::needs_person, std::nullopt, {"entrance"}, {}, "A-31", at("10:40"), at("10:40")},
        {{{}, 1}, "entered", Reason::by_hand, PlaceId{"2.04"}, {"entrance"}, {}, "", at("09:05"), at("09:05")}};
    dossier.file.why = {{{{}, 1}, "known_in_person by 0007"}};
    dossier.lent = {"RX-0017"};
    return dossier;
}

Terminal a_desk_with(const Dossier& dossier, const Language& language) {
    Terminal terminal = at_work(language);
    terminal.model.settings.stand.mode = Mode::desk;
    open_desk(terminal.model);
    terminal.tell(PersonLookedUp{By::asked, dossier, Reason::welcome});
    return terminal;
}

void add_desk_of_a_steward(std::vector<Shown>& all, const Language& language) {
    for (const auto refused : {std::optional<Reason>{}, std::optional{Reason::needs_person}}) {
        Terminal terminal = a_desk_with(everything(language), language);
        DeskActed acted{.request = CheckByHand{}, .fault = Fault{FaultKind::not_allowed, "a supervisor"}};
        acted.needs = DeskActed::Needs::supervisor;
        acted.refused = refused;
        terminal.tell(acted);
        all.push_back({"told, a supervisor is needed", terminal.view()});
    }
}

void add_arrivals(std::vector<Shown>& all, const Language& language) {
    OpenCall arrival{"a1", Call{{"entrance"}, at("10:40"), Call::State::open, "", std::nullopt, AttendeeId{"0412"}}};
    arrival.guest =
        MeetingSeen::Someone{{"0412"}, everything(language).file.person, {{{"", "Lindmark Institute"}}}, {}};
    arrival.seat = "A-01";
    Terminal terminal = a_desk_with(everything(language), language);
    terminal.tell(CallsChanged{{arrival}});
    all.push_back({"a discreet guest has arrived", terminal.view()});
    arrival.call.case_number = "A-31";
    terminal.tell(CallsChanged{{arrival}});
    all.push_back({"a discreet guest waits", terminal.view()});
    Dossier held = everything(language);
    held.file.attendee.hold = Hold::document;
    held.file.badge = Badge{{"b1"}, BadgeKind::badge, {"0412"}, 1, BadgeState::printed};
    held.region = {{{"", "Bosnia and Herzegovina"}}};
    all.push_back({"a person who is held back", a_desk_with(held, language).view()});
}

void add_papers(std::vector<Shown>& all, const Language& language) {
    Terminal some = a_desk_with(everything(language), language);
    const PrintBadges party{{{"0412"}, {"0413"}, {"0414"}}};
    some.model.desk.acting = party;
    DeskActed printed{.request = party, .where = "/var/lib/foyer/badges/badges-lindmark-1200-0413-1.pdf"};
    printed.left_out = {{{"0413"}, person("무하늘", "ko", "Mu Haneul", "")}};
    some.tell(printed);
    all.push_back({"told, a badge is left out", some.view()});
    Terminal roll = at_work(language);
    roll.model.settings.stand.mode = Mode::desk;
    open_desk(roll.model);
    roll.tell(RollCalled{at("10:50"), {{{"2.04"}, 12}}, 12});
    all.push_back({"roll", roll.view()});
}

void add_desk(std::vector<Shown>& all, const Language& language) {
    const auto desk = [&](bool opened) {
        Terminal terminal = at_work(language);
        terminal.model.settings.stand.mode = Mode::desk;
        open_desk(terminal.model);
        if (opened) terminal.tell(PersonLookedUp{By::asked, everything(language), Reason::welcome});
        return terminal;
    };
    const auto add = [&](const char* name, const Terminal& terminal) { all.push_back({name, terminal.view()}); };
    add_papers(all, language);
    add("desk", desk(false));
    add("desk, a person", desk(true));
    using enum DeskTap::What;
    for (const auto& [name, tap] : {std::pair{"from paper", from_paper},
                                    {"a reason", give_reason},
                                    {"substitute", substitute},
                                    {"edit", edit},
                                    {"take back", take_back},
                                    {"walk in", walk_in}}) {
        Terminal terminal = desk(true);
        terminal.touch(DeskTap{tap});
        add(name, terminal);
    }
    for (const DeskRequest& request :
         {DeskRequest{CheckByHand{}}, DeskRequest{CheckByHand{.direction = Direction::out}}, DeskRequest{TakeBack{}},
          DeskRequest{AddGuest{}}, DeskRequest{SubstituteGuest{}}, DeskRequest{EditGuest{}},
          DeskRequest{HandOverBadge{}}, DeskRequest{SettleHold{}}, DeskRequest{ResolveCard{}},
          DeskRequest{ChangeMeeting{}}}) {
        Terminal terminal = desk(true);
        terminal.model.desk.acting = request;
        terminal.tell(DeskActed{.request = request, .recorded = {{{"0412"}, {}}}});
        add("told", terminal);
    }
    Terminal searching = desk(false);
    searching.touch(TypeCharacter{U'm'});
    searching.tell(PeopleFound{.number = 1, .best = {{{"0412"}, everything(language).file.person}}, .all = 12});
    add("searching", searching);
    for (const CardKind kind : {CardKind::double_admission, CardKind::admitted_against_revocation, CardKind::fork,
                                CardKind::clock, CardKind::over_full, CardKind::quarantined}) {
        Terminal terminal = desk(false);
        Card card;
        card.kind = kind;
        card.choices = choices_of(kind);
        terminal.tell(CardsChanged{{{card, std::nullopt}}});
        terminal.touch(DeskTap{open_inbox});
        add("inbox", terminal);
    }
    Terminal calls = desk(true);
    calls.tell(CallsChanged{{{"c1", Call{{"entrance"}, at("10:40"), Call::State::open, ""}}}});
    add("calls", calls);
    Terminal locked = desk(false);
    lock_desk(locked.model);
    add("locked", locked);
    Terminal guest = at_work(language);
    guest.touch(CallStaff{});
    add("call", guest);
    guest.tell(CallsChanged{{{"c1", Call{{"entrance"}, at("10:40"), Call::State::taken, ""}, OpenCall::Whose::ours}}});
    add("call, taken", guest);
}

void add_roles(std::vector<Shown>& all, const Language& language) {
    Terminal terminal = at_work(language);
    terminal.model.programme.summit.unlock = StaffUnlock::by_badge;
    terminal.tell(KeyPressed{KeyPressed::escape});
    all.push_back({"staff, a badge", terminal.view()});
    StaffRecognised seen{{"0007"}, person("安娜", "zh", "Annabelle Dornhoff-Lindmark", ""), StaffRole::supervisor};
    terminal.tell(seen);
    all.push_back({"staff, a badge without a PIN", terminal.view()});
    seen.person.pin = "hash";
    terminal.tell(seen);
    all.push_back({"staff, a PIN", terminal.view()});
    terminal.model.staff.panel->last = StaffPanel::Last::wrong;
    all.push_back({"staff, another PIN", terminal.view()});
    terminal.model.staff.panel->stage = StaffPanel::Stage::open;
    all.push_back({"staff, unlocked by badge", terminal.view()});
    Terminal desk = at_work(language);
    desk.model.programme.summit.unlock = StaffUnlock::by_badge;
    desk.model.settings.stand.mode = Mode::desk;
    lock_desk(desk.model);
    all.push_back({"desk, locked, badges", desk.view()});
    desk.model.desk.locked_by = StaffDesk::LockedBy::role_changed;
    all.push_back({"desk, locked, another role", desk.view()});
    open_desk(desk.model);
    desk.model.at_desk.role = StaffRole::steward;
    all.push_back({"desk of a steward", desk.view()});
}

MeetingSeen a_meeting(const char* id, std::string_view from, std::string_view until) {
    using Is = MeetingSeen::Someone::Is;
    const Meeting meeting{{id}, {"2.04"}, at(from), at(until), {{"0001"}, {"0412"}}, AttendeeId{"0009"}, {"de", "zh"}};
    const Wording firm{{{"", "Lindmark-Institut"}}};
    return {meeting,
            {{{"0001"}, person("Annabelle Dornhoff", "de", "", "Dr."), firm, Is::there},
             {{"0412"}, person("沐晴川", "zh", "Mu Qingchuan", "教授"), firm, Is::expected}},
            MeetingSeen::Someone{{"0009"}, person("陆听川", "zh", "Lu Tingchuan", ""), firm, Is::expected}};
}

void add_meetings(std::vector<Shown>& all, const Language& language) {
    Terminal tables = at_work(language);
    tables.model.settings.stand.mode = Mode::meeting;
    all.push_back({"waiting at the tables", tables.view()});
    for (const Reason reason : {Reason::to_table, Reason::meeting_later, Reason::meeting_released, Reason::wrong_room,
                                Reason::welcome_back}) {
        Outcome said = every_detail(reason, language);
        said.meetings = {a_meeting("m1", "10:50", "11:10"), a_meeting("m2", "11:50", "12:10")};
        if (reason != Reason::welcome_back) said.verdict.meeting = MeetingId{"m1"};
        tables.scan(said);
        all.push_back({"at the tables, " + std::string{name(reason)}, tables.view()});
    }
    Terminal desk = at_work(language);
    desk.model.settings.stand.mode = Mode::desk;
    open_desk(desk.model);
    desk.tell(MeetingsChanged{{a_meeting("m1", "10:40", "11:10"), a_meeting("m2", "11:50", "12:10")}});
    desk.tell(CallsChanged{{{"c1", Call{{"entrance"}, at("10:40"), Call::State::open, "", MeetingId{"m1"}}}}});
    desk.touch(DeskTap{DeskTap::What::open_meetings});
    all.push_back({"desk, meetings", desk.view()});
    desk.touch(ChooseMeeting{{"m1"}});
    desk.tell(MeetingOpened{{"m1"},
                            {{{"2.06"}, at("11:10")}, {{"2.01"}, {}}},
                            {{a_meeting("m", "09:00", "09:20").parties[1], at("11:10")}}});
    for (const auto pick : {DeskTap::What::other_table, DeskTap::What::other_interpreter}) {
        desk.touch(DeskTap{pick});
        all.push_back({"desk, a meeting", desk.view()});
    }
    Terminal none = at_work(language);
    none.model.settings.stand.mode = Mode::desk;
    open_desk(none.model);
    none.touch(DeskTap{DeskTap::What::open_meetings});
    all.push_back({"desk, no meeting", none.view()});
}

void add_health(std::vector<Shown>& all, const Language& language) {
    Terminal terminal = at_work(language);
    terminal.tell(KeyPressed{KeyPressed::escape});
    terminal.model.staff.panel->stage = StaffPanel::Stage::open;
    terminal.tell(LinkState{false, 1234, at("10:10"), 2, 3});
    terminal.touch(OpenHealth{});
    Health health{.version = "0.1.0", .hub = "10.20.30.40:8080"};
    health.clock_offset = Milliseconds{12345};
    health.libraries = {"ZXing 1.4.0",  "GStreamer 1.22.0", "SQLite 3.40.1",   "Pango 1.50.12",
                        "ImGui 1.89.2", "OpenSSL 3.0.17",   "libsodium 1.0.18"};
    health.peers = {{"East 1", Health::Peer::Heard::yes}, {"West 2", Health::Peer::Heard::no}};
    health.papers = "/var/lib/foyer/badges";
    health.papers_are = Health::Papers::cannot_be_written;
    health.free_bytes = 1'234'000'000;
    terminal.tell(HealthTold{health});
    all.push_back({"staff, health", terminal.view()});
}

void add_room_staff(std::vector<Shown>& all, const Language& language) {
    Terminal terminal = at_work(language, "materials-gate");
    terminal.tell(KeyPressed{KeyPressed::escape});
    terminal.model.staff.panel->stage = StaffPanel::Stage::open;
    all.push_back({"staff at a room, unlocked", terminal.view()});
    terminal.tell(ProgrammeChanged{terminal.model.programme, {session_at(terminal.model)->id}});
    all.push_back({"staff at a room, off plan", terminal.view()});
    terminal.touch(TurnEmergency{});
    all.push_back({"staff, emergency asked for", terminal.view()});
}

void add_enrolment(std::vector<Shown>& all, const Language& language) {
    for (int problem = 0; problem <= static_cast<int>(EnrolmentProblem::cannot_keep); ++problem) {
        EnrolmentModel model{.offered = words().languages(), .language = language};
        model.problem = static_cast<EnrolmentProblem>(problem);
        all.push_back({"enrolment " + std::to_string(problem), enrolment_view(model, words())});
    }
    EnrolmentModel asking{.offered = words().languages(), .language = language, .asking = "10.20.30.40:8080"};
    all.push_back({"enrolment, asking", enrolment_view(asking, words())});
}

} // namespace

std::vector<Shown> fullest_screens(const Language& language) {
    std::vector<Shown> all;
    add_quiet(all, language);
    add_verdicts(all, language);
    add_staff(all, language);
    add_enrolment(all, language);
    add_desk(all, language);
    add_arrivals(all, language);
    add_desk_of_a_steward(all, language);
    add_room_staff(all, language);
    add_claims(all, language);
    add_roles(all, language);
    add_health(all, language);
    add_meetings(all, language);
    return all;
}

std::vector<Shown> guests_fullest_screens(const Language& language) {
    std::vector<Shown> all;
    add_quiet(all, language);
    add_verdicts(all, language);
    add_claims(all, language);
    std::erase_if(all, [](const Shown& shown) { // nobody touches these
        return std::holds_alternative<GateView>(shown.view) || std::holds_alternative<SignView>(shown.view);
    });
    Terminal guest = at_work(language);
    all.push_back({"call", guest.touch(CallStaff{}).view()});
    return all;
}

} // namespace foyer::tests
