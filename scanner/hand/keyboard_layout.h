// What a hand scanner meant that acts as a keyboard, when this machine's layout is another one than the scanner is set
// to: a German layout shows z for y, a French one digits as letters with accents. Pure.
//
// Scanners are set to the US layout unless somebody changes it: what a layout shows is taken back to the key that was
// pressed, and to what that key is in the US. The other way round (a scanner set to German at a US keyboard) is the
// same for y and z, and for little else.
#pragma once

#include <array>
#include <optional>
#include <string>

namespace foyer {

// Characters as the window system gives them, and as UTF-8.
using Keys = std::u32string;
std::string utf8_of(const Keys& keys);

enum class KeyboardLayout { as_shown, german, swiss, british, french }; // German is Austrian too
inline constexpr std::array keyboard_layouts = {KeyboardLayout::as_shown, KeyboardLayout::german, KeyboardLayout::swiss,
                                                KeyboardLayout::british, KeyboardLayout::french};

// What was meant by it when it was shown under this layout; nothing when no key of the layout makes one of its
// characters.
std::optional<Keys> meant(KeyboardLayout layout, const Keys& shown);

} // namespace foyer
