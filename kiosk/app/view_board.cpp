// The board of meetings at a staff desk: now and next with who is there, and one of them with what can be made of it.
#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/app/view_desk_parts.h"
#include "kiosk/app/view_meeting.h"

namespace foyer {

namespace {

using Board = StaffDesk::Board;
using Shown = DeskView::Someone::Tone;
using Someone = MeetingSeen::Someone;
using What = DeskTap::What;

std::vector<Someone> everybody(const MeetingSeen& seen) {
    auto all = seen.parties;
    if (seen.interpreter) all.push_back(*seen.interpreter);
    return all;
}

bool is_late(const Model& model, const Meeting& meeting) {
    return model.now >= meeting.starts + model.programme.summit.no_show;
}

// "All are there", "1 of 3 are there"; needs somebody's attention once it should have begun.
std::pair<Label, Shown> state_of(const Model& model, const Voice& voice, const MeetingSeen& seen) {
    if (seen.meeting.state == Meeting::State::released) return {voice.say("table given back"_t), Shown::neutral};
    const auto all = everybody(seen);
    const auto there = std::ranges::count(all, Someone::Is::there, &Someone::is);
    if (there == std::ssize(all)) return {voice.say("All are here"_t), Shown::good};
    const Label words = voice.say("{1} of {2} there"_t, {std::to_string(there), std::to_string(all.size())});
    return {words, is_late(model, seen.meeting) ? Shown::attention : Shown::neutral};
}

DeskView::Meeting row_of(const Model& model, const Voice& voice, const MeetingSeen& seen) {
    DeskView::Meeting row;
    row.id = seen.meeting.id;
    row.time = time_of_day(model.programme.summit, seen.meeting.starts);
    row.table = table_words(voice, model.programme, seen.meeting.table);
    std::string names;
    for (const Someone& party : seen.parties) {
        const auto& name = staff_name(party.person, party.id).native.text;
        names = names.empty() ? name : voice.text("{1}, {2}"_t, {names, name});
    }
    row.who = {names, voice.language()};
    std::tie(row.state, row.tone) = state_of(model, voice, seen);
    return row;
}

void describe_choices(DeskView::OpenMeeting& view, const Model& model, const Voice& voice, const Board& board) {
    if (!board.opened || board.pick == Board::Pick::nothing) return;
    const Summit& summit = model.programme.summit;
    const auto offer = [&](Label label, const std::optional<Instant>& until, Msgid why, ChangeMeeting change) {
        change.meeting = board.opened->meeting;
        DeskView::Choice choice{std::move(label), {}, !until, {std::move(change)}};
        if (until) choice.why = voice.say(why, {time_of_day(summit, *until)});
        view.choices.push_back(std::move(choice));
    };
    view.page = board.picks_page;
    if (board.pick == Board::Pick::table) {
        view.choices_title = voice.say("Another table"_t);
        for (const auto& table : board.opened->tables)
            offer(table_words(voice, model.programme, table.place), table.taken_until, "taken until {1}"_t,
                  {.table = table.place});
    } else {
        view.choices_title = voice.say("Another interpreter"_t);
        for (const auto& one : board.opened->interpreters)
            offer(staff_name(one.who.person, one.who.id).native, one.busy_until, "in a meeting until {1}"_t,
                  {.interpreter = one.who.id});
    }
    // What is free stands first.
    std::ranges::stable_sort(view.choices, {}, [](const DeskView::Choice& choice) { return !choice.free; });
}

DeskView::OpenMeeting open_view(const Model& model, const Voice& voice, const MeetingSeen& seen, const Board& board) {
    const Meeting& meeting = seen.meeting;
    DeskView::OpenMeeting view;
    view.title = voice.join({time_span(model.programme.summit, meeting.starts, meeting.ends),
                             table_words(voice, model.programme, meeting.table).text});
    view.line = voice.join({language_pair(meeting), state_of(model, voice, seen).first.text});
    for (const Someone& one : everybody(seen)) {
        const PersonName name = staff_name(one.person, one.id);
        const bool interprets = seen.interpreter && one.id == seen.interpreter->id;
        const Label line = voice.join(
            {name.latin.text, interprets ? voice.text("Interpreter"_t) : "", voice.of(one.organisation).text});
        const bool there = one.is == Someone::Is::there;
        view.people.push_back(
            {name.native, line, there ? voice.say("is at the table"_t) : voice.say("is expected"_t), there});
    }
    describe_choices(view, model, voice, board);
    if (!may_at_desk(model, What::other_table)) return view;
    const bool released = meeting.state == Meeting::State::released;
    if (!released) view.table_button = voice.say("Another table"_t);
    if (!released) view.interpreter_button = voice.say("Another interpreter"_t);
    view.release_button = released ? voice.say("It takes place"_t) : voice.say("Give the table back"_t);
    view.release.change = {meeting.id, std::nullopt, std::nullopt,
                           released ? MeetingRuns::Then::planned : MeetingRuns::Then::released};
    return view;
}

} // namespace

void describe_board(DeskView& view, const Model& model, const Voice& voice) {
    const auto& board = model.desk.board;
    const auto waits = [&](const MeetingSeen& seen) { return state_of(model, voice, seen).second == Shown::attention; };
    if (!model.meetings.empty() || board) view.board_button = voice.say("Meetings"_t);
    view.board_attention = std::ranges::any_of(model.meetings, waits);
    if (!board) return;
    DeskView::Board shown;
    shown.title = voice.say("Meetings now and next"_t);
    shown.page = board->page;
    shown.close_button = board->chosen ? voice.say("Back"_t) : voice.say("Close"_t);
    for (const MeetingSeen& seen : model.meetings) shown.rows.push_back(row_of(model, voice, seen));
    // Who is waited for comes first.
    std::ranges::stable_sort(shown.rows, {}, [](const DeskView::Meeting& row) { return row.tone != Shown::attention; });
    if (shown.rows.empty()) shown.nothing = voice.say("No meeting is on or begins within the hour."_t);
    if (board->chosen)
        if (const MeetingSeen* seen = meeting_with(model.meetings, *board->chosen))
            shown.opened = open_view(model, voice, *seen, *board);
    view.board = std::move(shown);
}

} // namespace foyer
