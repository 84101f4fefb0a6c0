// Seeded Shots by difficulty and kind. Seeds below 1,000,000 are for tuning the reader, those from there on for
// judging it: a figure that is told comes from the latter.
#pragma once

#include "tests/optics/optics.h"

namespace foyer::test {

inline constexpr std::uint64_t judging = 1'000'000;

enum class Payload { short_code, long_code };

// A fresh text of the kind: a badge's short code (QR version 1-Q), 90 random bytes as base45 (version 6-M).
std::string text_for(Payload payload, std::uint64_t seed);
Modules code_for(Payload payload, const std::string& text);

// The hard set of the figures: 8 to 40 % of the frame's height, roll to 30 degrees, tilt to 35, defocus, motion on half
// of them, slope, glare on a fifth, noise, JPEG. The same seed is the same pose and damage for every payload and size.
Shot hard_shot(const Modules& code, std::uint64_t seed, int width = 1280, int height = 720);

} // namespace foyer::test
