// From the words of a summit to what a badge says. Pure.
#pragma once

#include "kiosk/badges/badge.h"

namespace foyer {

// Days as a badge prints them, in the summit's time: "29 May 2023", "22–25 November 2026"; in Chinese with 年月日, in
// other languages as numbers that nobody can read the wrong way round (2023-05-29).
std::string days_of(const Summit& summit, const Language& language);

// The card of one attendee. The summit's first language speaks in the head; name and organisation are in the attendee's
// own. Forms of address stay away: a badge carries a name, and half of them would stand on the wrong side of it.
BadgeCard badge_card(const Summit& summit, const Attendee& attendee, const Person& person, std::string code);

} // namespace foyer
