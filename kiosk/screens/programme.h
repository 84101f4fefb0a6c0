// The four ways the programme shows itself: a card a forum, swim lanes on one time axis, the rows of one forum, and one
// session opened.
#pragma once

#include "kiosk/app/intents.h"
#include "kiosk/screens/paint.h"

namespace foyer {

void programme_cards(const ProgrammeView& view, Paint& paint, Rect area, Intents& intents);
void programme_lanes(const ProgrammeView& view, Paint& paint, Rect area, Intents& intents);
void programme_rows(const ProgrammeView& view, Paint& paint, Rect area, Intents& intents); // of view.lanes.front()
void programme_detail(const ProgrammeView::Detail& detail, Paint& paint, Rect area, Intents& intents);

} // namespace foyer
