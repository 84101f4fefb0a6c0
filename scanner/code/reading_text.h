// A code's text without what scanners and wallets put round it. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace foyer {

// Dropped: control characters (0x00-0x1f, 0x7f) wherever they are, blanks at both ends, and at the beginning the AIM
// symbology identifier ("]Q1") and ECI escapes ("\000026") that hand scanners can be set to send. Nothing is left of
// them to drop a second time.
std::string tidy(std::string_view text);

// Whether an AIM symbology identifier (ISO/IEC 15424: "]", the symbology's letter, how it was read) is at the start.
bool begins_with_symbology(std::string_view text);

// ASCII letters only: the C library's toupper would follow the locale (a Turkish i has no dotless upper case).
std::string upper_case(std::string text);
std::string lower_case(std::string text);

} // namespace foyer
