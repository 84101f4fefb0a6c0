// The parts of a staff desk's screen, each in a rectangle that desk.cpp gives it.
#pragma once

#include "kiosk/app/intents.h"
#include "kiosk/app/views.h"
#include "kiosk/screens/pieces.h"

namespace foyer {

// What of `count` things there is room for at a time, and which of them are seen on this page.
struct Page {
    std::size_t first = 0, end = 0, number = 1, pages = 1;
};
Page page_of(std::size_t count, std::size_t fit, std::size_t page);
// "2 / 3": to the next of them. True when it was tapped.
bool pager(Paint& paint, const std::string& id, Rect rect, const Page& page, const theme::Ground& ground);

// A few words on a ground that says how urgent they are; at most `widest`; their end at `at.x` when `side` is the end.
// Gives their width.
float desk_chip(Paint& paint, const Label& words, DeskView::Someone::Tone tone, Point at, float widest,
                Side side = Side::start);

void desk_person(Paint& paint, const DeskView::Someone& person, Rect rect, Intents& intents);
void desk_party(Paint& paint, const DeskView::Party& party, Rect rect, Intents& intents);
void desk_inbox_line(Paint& paint, const DeskView::Inbox& inbox, Rect rect, Intents& intents); // its newest card
void desk_inbox(Paint& paint, const DeskView::Inbox& inbox, Rect rect, Intents& intents);      // all of them
void desk_board(Paint& paint, const DeskView::Board& board, Rect rect, Intents& intents);      // the meetings
void desk_roll(Paint& paint, const DeskView::Roll& roll, Rect rect, Intents& intents);
// Who was sent to staff; gives the y below.
float desk_cases(Paint& paint, const DeskView::Cases& cases, Rect rect, Intents& intents);
void desk_loans(Paint& paint, const DeskView::Loans& loans, Rect rect, Intents& intents); // what is lent
void desk_loans_line(Paint& paint, const Label& words, Rect rect, Intents& intents);      // the way to it
void desk_form(Paint& paint, const DeskView::Form& form, Rect rect, Intents& intents);
void desk_call(Paint& paint, const DeskView::Call& call, Rect rect, Intents& intents);
void desk_told(Paint& paint, const DeskView::Told& told, Rect rect, Intents& intents);
float desk_keys_height(const DeskView::Keys& keys, const Paint& paint);
void desk_keys(Paint& paint, const DeskView::Keys& keys, Rect rect, Intents& intents);

} // namespace foyer
