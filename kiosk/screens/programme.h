// The ways in which the programme shows itself: a card a forum, swim lanes on one time axis, the rows of one forum or
// room, what was found, and one session opened; and what a guest chooses by.
//
// What does not fit is on further pages, never left out: each of these says how much it does not show.
#pragma once

#include <vector>

#include "kiosk/app/intents.h"
#include "kiosk/screens/paint.h"

namespace foyer {

using LanesInSight = std::vector<const ProgrammeView::Lane*>;

std::size_t programme_cards(const ProgrammeView& view, const LanesInSight& lanes, Paint& paint, Rect area,
                            Intents& intents);
std::size_t programme_lanes(const ProgrammeView& view, const LanesInSight& lanes, Paint& paint, Rect area,
                            Intents& intents);
// Of `lane`, with what is for everybody in between.
std::size_t programme_rows(const ProgrammeView& view, const ProgrammeView::Lane& lane, Paint& paint, Rect area,
                           Intents& intents);
std::size_t programme_hits(const ProgrammeView& view, Paint& paint, Rect area, Intents& intents);
// What stands where there is nothing to show.
void nothing_planned(Paint& paint, const Label& words, Rect area);
void programme_detail(const ProgrammeView::Detail& detail, Paint& paint, Rect area, Intents& intents);

// What is typed, with its keys under it; the foot of both at `bottom`. Gives the y of their top.
float programme_field(const ProgrammeView::Search& search, Paint& paint, Rect side, float bottom, Intents& intents);

// Rows that a guest chooses by, from their foot at `row` upwards; each gives the y of its top.
// Day, forums or rooms, and the search.
float programme_days(const ProgrammeView& view, Paint& paint, Rect row, Intents& intents);
// All, and the forums or rooms.
float programme_places(const ProgrammeView& view, Paint& paint, Rect row, Intents& intents);
// Back, `hidden` more where there are any, and the language.
float programme_ways(const ProgrammeView& view, std::size_t hidden, Paint& paint, Rect row, Intents& intents);

constexpr float between_rows = 16; // of pills

// "7 more"; nothing where the view has no words for so many.
Label more_label(const ProgrammeView& view, std::size_t hidden);

} // namespace foyer
