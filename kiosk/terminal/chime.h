// The two sounds of a terminal, as samples. They differ in rhythm, not only in pitch, so that they are told apart in a
// noisy hall and by ears that hear no pitch: "go on" is a short and a long rising tone, "please read" three even ones.
// Neither is an alarm: others stand by. Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/app/sound.h"

namespace foyer {

inline constexpr int chime_rate = 48'000; // samples a second, one channel

// `volume`: 0..100, as people hear it; 0 is silence of the same length.
std::vector<std::int16_t> samples_of(Sound::Kind chime, int volume);

} // namespace foyer
