// Meetings on the screens of guests, and on the board of a staff desk.
#include <algorithm>

#include "tests/app/at_desk.h"
#include "tests/app/guests.h"

namespace foyer::tests {
namespace {

using Is = MeetingSeen::Someone::Is;

const Person qingchuan = person("沐晴川", "zh-Hans", "Mu Qingchuan", "");
const Person lu = person("陆听川", "zh-Hans", "Lu Tingchuan", "");

Programme with_tables() {
    Programme programme = open_day();
    const PlaceId site = programme.places.front().id;
    programme.places.push_back(
        {{"hall"}, site, PlaceKind::hall, "", {{{"en", "Matchmaking area"}}}, {{{"en", "Level 1"}}}});
    for (const char* code : {"12", "13"})
        programme.places.push_back({{"table-" + std::string{code}}, PlaceId{"hall"}, PlaceKind::table, code});
    Checkpoint here{{"meetings"}, {}, {"hall"}};
    here.mode = Mode::meeting;
    programme.checkpoints.push_back(here);
    return programme;
}

MeetingSeen meeting(const char* id, std::string_view from, std::string_view until, Is is = Is::expected) {
    Meeting meeting{{id}, {"table-12"}, at(from), at(until), {{"0001"}, {"0412"}}, AttendeeId{"0009"}, {"de", "zh"}};
    return {meeting,
            {{{"0001"}, anna_name, {}, Is::there}, {{"0412"}, qingchuan, {{{"", "Huaxing"}}}, is}},
            MeetingSeen::Someone{{"0009"}, lu, {}, Is::expected}};
}

Outcome said(VerdictKind kind, Reason reason, std::vector<MeetingSeen> meetings) {
    Outcome made = welcome(anna, anna_name);
    made.verdict.kind = kind;
    made.verdict.reason = reason;
    if (!meetings.empty() && reason != Reason::welcome_back) {
        made.verdict.meeting = meetings.front().meeting.id;
        made.verdict.go_to = meetings.front().meeting.table;
    }
    made.meetings = std::move(meetings);
    return made;
}

Terminal at_tables() {
    Terminal terminal(with_tables(), "meetings");
    terminal.set_clock(at("10:52"));
    return terminal;
}

TEST_CASE("A guest at the tables reads the table, the languages, and whom they meet in both forms of the name") {
    Terminal terminal = at_tables();
    CHECK(terminal.see<WaitingView>().header.summit.text == "Matchmaking area");
    CHECK(terminal.see<WaitingView>().help.text == "Here you are told your table and whom you meet.");
    terminal.scan(said(VerdictKind::admitted, Reason::to_table, {meeting("m1", "10:50", "11:10", Is::there)}));
    const auto view = terminal.see<VerdictView>();
    CHECK(view.kind == VerdictKind::admitted);
    CHECK(view.name.text == "Dr.\u00a0Anna Mösner");
    REQUIRE(view.card);
    CHECK(view.card->heading.text == "Ihr Gespräch jetzt");
    CHECK(view.card->room_code == "Tisch\u00a012");
    CHECK(view.card->title.text == "Gespräch\u00a0· Deutsch / 中文");
    REQUIRE(view.card->partners.size() == 2);
    const auto& partner = view.card->partners[0];
    CHECK(partner.name == Label{"沐晴川", "zh-Hans"});
    CHECK(partner.line.text == "Mu Qingchuan\u00a0· Huaxing");
    CHECK(partner.there);
    CHECK(partner.state.text == "ist am Tisch");
    CHECK(view.card->partners[1].line.text == "Lu Tingchuan\u00a0· Dolmetschen");
    CHECK_FALSE(view.card->partners[1].there);
    CHECK(view.card->partners[1].state.text == "wird erwartet");
}

TEST_CASE("The interpreter reads both who meet") {
    Terminal terminal = at_tables();
    Outcome scanned = said(VerdictKind::admitted, Reason::to_table, {meeting("m1", "10:50", "11:10")});
    scanned.attendee = attendee("0009", "en", {});
    terminal.scan(scanned);
    const auto card = terminal.see<VerdictView>().card;
    REQUIRE(card);
    REQUIRE(card->partners.size() == 2);
    CHECK(card->partners[0].name.text == "Dr.\u00a0Anna Mösner");
    CHECK(card->partners[1].name.text == "沐晴川");
}

TEST_CASE("Too early, given back, and nothing left are told without a reproach, each with where to go") {
    Terminal terminal = at_tables();
    terminal.scan(said(VerdictKind::wait, Reason::meeting_later, {meeting("m1", "11:50", "12:10")}));
    CHECK(terminal.see<VerdictView>().title.text == "Ihr Gespräch beginnt um 11:50");
    CHECK(terminal.see<VerdictView>().card->room_code == "Tisch\u00a012");
    terminal.scan(said(VerdictKind::wait, Reason::meeting_released, {meeting("m1", "10:50", "11:10")}));
    CHECK(terminal.see<VerdictView>().title.text == "Ihr Gespräch kann jetzt nicht stattfinden");
    CHECK(terminal.see<VerdictView>().card->heading.text == "Wohin Sie jetzt gehen");
    terminal.scan(said(VerdictKind::wait, Reason::no_meeting, {}));
    CHECK(terminal.see<VerdictView>().title.text == "Für Sie ist jetzt kein Gespräch geplant");
    REQUIRE(terminal.see<VerdictView>().card); // the session that is on
    CHECK(terminal.see<VerdictView>().card->partners.empty());
}

TEST_CASE("The own day has the meetings among the sessions, with the table and the partner in both scripts") {
    Terminal terminal(with_tables());
    terminal.set_clock(at("10:52"));
    terminal.scan(said(VerdictKind::admitted, Reason::welcome_back, {meeting("m1", "11:50", "12:10")}));
    const auto day = terminal.see<OwnDayView>();
    const auto row = std::ranges::find(day.rows, true, &OwnDayView::Row::meeting);
    REQUIRE(row != day.rows.end());
    CHECK(row->time == "11:50");
    CHECK(row->title.text == "Gespräch\u00a0· Deutsch / 中文");
    CHECK(row->line.text == "mit Mu Qingchuan");
    CHECK(row->beside == Label{"沐晴川", "zh-Hans"});
    CHECK(row->room_code == "Tisch\u00a012");
    CHECK(std::ranges::is_sorted(day.rows, {}, &OwnDayView::Row::time));
    CHECK_FALSE(row->meant); // a session is on
    CHECK(day.card->partners.empty());
}

TEST_CASE("Where to go now is the meeting from twenty minutes before, and one that was given back is not on the day") {
    Terminal terminal(with_tables());
    terminal.set_clock(at("11:30"));
    terminal.scan(said(VerdictKind::admitted, Reason::welcome_back, {meeting("m1", "11:50", "12:10")}));
    auto day = terminal.see<OwnDayView>();
    CHECK(day.card->room_code == "Tisch\u00a012");
    CHECK(std::ranges::count(day.rows, true, &OwnDayView::Row::meant) == 1);
    CHECK(std::ranges::find(day.rows, true, &OwnDayView::Row::meant)->meeting);
    auto released = meeting("m1", "11:50", "12:10");
    released.meeting.state = Meeting::State::released;
    terminal.scan(said(VerdictKind::admitted, Reason::welcome_back, {released}));
    CHECK(std::ranges::count(terminal.see<OwnDayView>().rows, true, &OwnDayView::Row::meeting) == 0);
}

// --- the board of a desk -------------------------------------------------------------------------------------------

Terminal a_desk_with(std::vector<MeetingSeen> meetings) {
    Terminal terminal = a_desk();
    terminal.tell(ProgrammeChanged{with_tables()}).tell(MeetingsChanged{std::move(meetings)});
    return terminal;
}

TEST_CASE("A desk has a board where the summit has meetings; who is waited for stands first and is seen from outside") {
    CHECK(a_desk().see<DeskView>().board_button.text.empty());
    Terminal terminal = a_desk_with(
        {meeting("m1", "10:50", "11:10", Is::there), meeting("m2", "10:45", "11:05"), meeting("m3", "11:30", "11:50")});
    auto desk = terminal.see<DeskView>();
    CHECK(desk.board_button.text == "Meetings");
    CHECK(desk.board_attention); // m2, seven minutes after its start
    CHECK_FALSE(desk.board);
    terminal.touch(DeskTap{What::open_meetings});
    desk = terminal.see<DeskView>();
    REQUIRE(desk.board);
    REQUIRE(desk.board->rows.size() == 3);
    CHECK(desk.board->rows[0].id == MeetingId{"m2"});
    CHECK(desk.board->rows[0].state.text == "1 of 3 there");
    CHECK(desk.board->rows[0].table.text == "Table\u00a012");
    CHECK(desk.board->rows[0].who.text == "Anna Mösner, 沐晴川");
    terminal.touch(DeskTap{What::close_meetings});
    CHECK_FALSE(terminal.see<DeskView>().board);
}

TEST_CASE("Another table is chosen among those that are said to be free, and asked of the desk thread") {
    Terminal terminal = a_desk_with({meeting("m1", "10:50", "11:10")});
    terminal.touch(DeskTap{What::open_meetings}).touch(ChooseMeeting{{"m1"}});
    CHECK(last<OpenMeeting>(terminal).meeting == MeetingId{"m1"});
    terminal.tell(MeetingOpened{{"m1"}, {{{"table-13"}, at("11:15")}, {{"table-12"}, std::nullopt}}, {}});
    terminal.touch(DeskTap{What::other_table}).wait(1);
    const auto opened = terminal.see<DeskView>().board->opened;
    REQUIRE(opened);
    CHECK(opened->title.text == "10:50\u201311:10\u00a0· Table\u00a012");
    REQUIRE(opened->choices.size() == 2);
    CHECK(opened->choices[0].free);
    CHECK(opened->choices[0].label.text == "Table\u00a012");
    CHECK_FALSE(opened->choices[1].free);
    CHECK(opened->choices[1].why.text == "taken until 11:15");
    terminal.touch(opened->choices[0].asks);
    CHECK(last<ChangeMeeting>(terminal) == ChangeMeeting{{"m1"}, PlaceId{"table-12"}, std::nullopt});
}

TEST_CASE("A table is given back, and the meeting takes place after all, by the same button") {
    Terminal terminal = a_desk_with({meeting("m1", "10:50", "11:10")});
    terminal.touch(DeskTap{What::open_meetings}).touch(ChooseMeeting{{"m1"}}).wait(1);
    const auto opened = terminal.see<DeskView>().board->opened;
    CHECK(opened->release_button.text == "Give the table back");
    terminal.touch(opened->release);
    const auto asked_for = last<ChangeMeeting>(terminal);
    CHECK(asked_for.then == MeetingRuns::Then::released);
    terminal.tell(DeskActed{.request = asked_for});
    CHECK(terminal.see<DeskView>().told->words.text == "The meeting was changed");
    auto released = meeting("m1", "10:50", "11:10");
    released.meeting.state = Meeting::State::released;
    terminal.tell(MeetingsChanged{{released}});
    CHECK(terminal.see<DeskView>().board->opened->release_button.text == "It takes place");
    CHECK(terminal.see<DeskView>().board->opened->table_button.text.empty());
}

TEST_CASE("A steward sees the meetings and changes none") {
    Terminal terminal = a_desk_with({meeting("m1", "10:50", "11:10")});
    terminal.model.at_desk = {{"0007"}, anna_name, StaffRole::steward};
    terminal.touch(DeskTap{What::open_meetings}).touch(ChooseMeeting{{"m1"}}).wait(1);
    const auto opened = terminal.see<DeskView>().board->opened;
    REQUIRE(opened);
    CHECK(opened->release_button.text.empty());
    const auto before = asked(terminal).size();
    terminal.touch(DecideMeeting{{{"m1"}, std::nullopt, std::nullopt, MeetingRuns::Then::released}});
    CHECK(asked(terminal).size() == before);
}

TEST_CASE("A call for somebody who is missing says at which table and whom, and rings like any call") {
    Terminal terminal = a_desk_with({meeting("m1", "10:50", "11:10")});
    terminal.effects.clear();
    terminal.tell(CallsChanged{{{"c1", Call{{"meetings"}, at("10:52"), Call::State::open, {}, MeetingId{"m1"}}}}});
    const auto desk = terminal.see<DeskView>();
    REQUIRE(desk.calls.size() == 1);
    CHECK(desk.calls[0].words.text.starts_with("Table\u00a012: waiting for 沐晴川, 陆听川"));
    CHECK(std::ranges::count(terminal.effects, Effect{Sound{Sound::Kind::please_read}}) == 1);
}

} // namespace
} // namespace foyer::tests
