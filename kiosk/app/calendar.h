// Days and times as people of the summit read them: the summit's own time zone, 24 hours, dates in words.
//
// A summit's day begins at 04:00, so that a dinner that ends after midnight belongs to the day it began on; its hours
// then go on past 24.
#pragma once

#include <chrono>

#include "kiosk/app/strings.h"

namespace foyer {

using Day = std::chrono::local_days;

Day day_of(const Summit& summit, Instant when);
// Hours since 00:00 of `day`: 10.5 at half past ten, 25 at one in the morning after.
double hours_since(const Summit& summit, Day day, Instant when);
std::string time_of_day(const Summit& summit, Instant when);                      // "09:05"
std::string time_span(const Summit& summit, Instant from, Instant until);         // "10:50–11:10"
std::string weekday_date(const Voice& voice, Day day);                            // "Monday, 29 May"
std::string weekday_day(const Voice& voice, Day day);                             // "Mon 29"
std::string date_with_year(const Voice& voice, const Summit& summit, Instant at); // "29 May 2023"

enum class PartOfDay { morning, afternoon, evening };
PartOfDay part_of_day(const Summit& summit, Instant when);

} // namespace foyer
