// The four ways the programme shows itself: a card a forum, swim lanes on one time axis, the rows of one forum, and one
// session opened.
#pragma once

#include <vector>

#include "kiosk/app/intents.h"
#include "kiosk/screens/paint.h"

namespace foyer {

using LanesInSight = std::vector<const ProgrammeView::Lane*>;

void programme_cards(const LanesInSight& lanes, Paint& paint, Rect area, Intents& intents);
void programme_lanes(const ProgrammeView& view, const LanesInSight& lanes, Paint& paint, Rect area, Intents& intents);
// Of `lane`, with what is for everybody in between.
void programme_rows(const ProgrammeView& view, const ProgrammeView::Lane& lane, Paint& paint, Rect area,
                    Intents& intents);
void programme_detail(const ProgrammeView::Detail& detail, Paint& paint, Rect area, Intents& intents);

} // namespace foyer
