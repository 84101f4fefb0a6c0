// The parts of the programme's view that a guest browses by. Only view_programme.cpp and the file behind it include
// this.
#pragma once

#include "kiosk/app/calendar.h"
#include "kiosk/app/model.h"

namespace foyer {

// "Plenary hall"; where a room is only known by its code, "Room 2.04".
Label room_name(const Model& model, const Voice& voice, const PlaceId& room);
// Days, forums or rooms, what leads from one to the other, and how much more there is.
void describe_choices(ProgrammeView& view, const Model& model, const Voice& voice, const ShowingProgramme& showing,
                      Day day);
ProgrammeView::Search search_view(const Model& model, const Voice& voice, const ShowingProgramme::Search& search);

} // namespace foyer
