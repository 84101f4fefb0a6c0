// What a hand scanner meant that acts as a keyboard, when this machine's layout is another one than the scanner is set
// to: a German layout shows z for y, a French one digits as letters with accents. Pure.
//
// Scanners are set to the US layout unless somebody changes it: what a layout shows is taken back to the key that was
// pressed, and to what that key is in the US. The other way round (a scanner set to German at a US keyboard) is the
// same for y and z, and for little else.
#pragma once

#include <string>
#include <vector>

namespace foyer {

// Characters as the window system gives them, and as UTF-8.
using Keys = std::u32string;
std::string utf8_of(const Keys& keys);

// What was meant by it under each known layout, as far as that differs from what is there; without repeats. A character
// that no key of a layout makes takes that layout out.
std::vector<Keys> meanings(const Keys& shown);

} // namespace foyer
