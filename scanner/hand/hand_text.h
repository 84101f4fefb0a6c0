// What a hand scanner puts round a code, taken off. Both ways by which their codes come use it, and nothing else does
// this; what is in the code (its character sets, its prefixes) is the code room's business.
#pragma once

#include <string>
#include <string_view>

namespace foyer {

// Without control characters, wherever they are (CR, LF, Tab, STX, ETX, NUL...), and without an AIM symbology
// identifier at the start: "]Q1", which scanners set to "transmit code ID" put before a QR code.
std::string bare_text(std::string_view sent);

// "]Q1" and its like: what a keyboard's layout makes of the bracket, a letter, a digit.
bool is_aim_prefix(std::string_view three);

} // namespace foyer
