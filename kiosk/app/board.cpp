// The board of meetings at a staff desk: which one is open, what staff make of it.
#include "kiosk/app/desk_inside.h"

namespace foyer {

namespace {

using Board = StaffDesk::Board;
using What = DeskTap::What;

void pick(Model& model, Board::Pick what) {
    Board& board = *model.desk.board;
    if (!board.chosen) return;
    board.pick = board.pick == what ? Board::Pick::nothing : what;
    board.picks_page = 0;
    model.desk.changed_at = model.monotonic;
}

} // namespace

bool close_board(StaffDesk& desk) {
    if (!desk.board) return false;
    const bool one_is_open = desk.board->chosen.has_value();
    const std::size_t page = desk.board->page;
    desk.board.reset();
    if (one_is_open) desk.board = Board{.page = page};
    return true;
}

bool tap_on_board(Model& model, What what) {
    StaffDesk& desk = model.desk;
    if (what == What::open_meetings) {
        desk.board = Board{};
        desk.roll.reset();
        desk.inbox = StaffDesk::Inbox::closed;
        desk.changed_at = model.monotonic;
        return true;
    }
    if (!desk.board) return false;
    switch (what) {
    case What::close_meetings: return close_board(desk);
    case What::next_meetings: return ++desk.board->page, true;
    case What::next_choices: return ++desk.board->picks_page, true;
    case What::other_table: return pick(model, Board::Pick::table), true;
    case What::other_interpreter: return pick(model, Board::Pick::interpreter), true;
    default: return false;
    }
}

void desk_step(Model& model, Effects& effects, const ChooseMeeting& chosen) {
    StaffDesk& desk = model.desk;
    if (!desk.board) return;
    desk.board->chosen = chosen.meeting;
    desk.board->opened.reset();
    desk.board->pick = Board::Pick::nothing;
    desk.changed_at = model.monotonic;
    ask_clerk(effects, OpenMeeting{chosen.meeting});
}

void desk_step(Model& model, Effects& effects, const DecideMeeting& decided) {
    StaffDesk& desk = model.desk;
    const bool open = desk.board && desk.board->chosen == decided.change.meeting;
    if (!open || !may_at_desk(model, What::other_table) || model.monotonic - desk.changed_at < desk_settles) return;
    act(desk, effects, decided.change);
}

void meetings_changed(Model& model, Effects& effects, const MeetingsChanged& changed) {
    model.meetings = changed.meetings;
    const auto& board = model.desk.board;
    if (board && board->chosen) ask_clerk(effects, OpenMeeting{*board->chosen}); // what is free may be another now
}

void meeting_opened(Model& model, const MeetingOpened& opened) {
    auto& board = model.desk.board;
    if (board && board->chosen == opened.meeting) board->opened = opened;
}

} // namespace foyer
