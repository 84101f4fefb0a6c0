// A script of real badges for the feed, and what reading its frames comes to.
#pragma once

#include "scanner/feed/feed.h"

namespace foyer {

inline constexpr std::size_t day_guests = 10;

// Ten guests, from easy to hard, each with a badge of an own code, once.
FeedScript day(AtEnd at_end);
// What guest `i` of it holds up.
std::string code_of_guest(std::size_t i);

} // namespace foyer
