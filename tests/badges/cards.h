// Badges of invented people in eight scripts, and what can be read off what was drawn.
#pragma once

#include <optional>

#include "kiosk/badges/badge.h"

namespace foyer {

std::vector<BadgeCard> cards_in_many_scripts();

// The text of the code in a grey picture, by the decoder as it comes.
std::optional<std::string> code_in(const GreyPicture& picture);

// A PNG's or PDF's bytes as a grey picture at `dpi`, by the tools that a person would use (poppler).
std::vector<GreyPicture> pages_of(const Bytes& pdf, int dpi);
int page_count(const Bytes& pdf);

} // namespace foyer
