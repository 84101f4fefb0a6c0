#include "kiosk/terminal/chime.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

namespace foyer {
namespace {

struct Tone {
    float hertz, seconds, rest_seconds;
};
// A fifth upwards; three times the same.
constexpr Tone go_on[] = {{587, 0.09F, 0.03F}, {880, 0.26F, 0}};
constexpr Tone please_read[] = {{494, 0.12F, 0.08F}, {494, 0.12F, 0.08F}, {494, 0.12F, 0}};
constexpr float loudest = 0.6F, second_partial = 0.25F, edge_seconds = 0.012F;

// Comes and goes softly: a tone that is cut clicks.
float envelope(float at, float seconds) {
    const float in = std::min(1.0F, at / edge_seconds), out = std::min(1.0F, (seconds - at) / (seconds * 0.6F));
    return in * out;
}

void add_tone(std::vector<std::int16_t>& samples, const Tone& tone, float strength) {
    const auto count = static_cast<int>(tone.seconds * chime_rate);
    for (int i = 0; i < count; ++i) {
        const float at = static_cast<float>(i) / chime_rate, turn = 2 * std::numbers::pi_v<float> * tone.hertz * at;
        const float wave = (std::sin(turn) + second_partial * std::sin(2 * turn)) / (1 + second_partial);
        samples.push_back(static_cast<std::int16_t>(32767 * strength * envelope(at, tone.seconds) * wave));
    }
    samples.insert(samples.end(), static_cast<std::size_t>(tone.rest_seconds * chime_rate), std::int16_t{0});
}

} // namespace

std::vector<std::int16_t> samples_of(Sound::Kind chime, int volume) {
    const float heard = static_cast<float>(std::clamp(volume, 0, 100)) / 100;
    std::vector<std::int16_t> samples;
    for (const Tone& tone :
         chime == Sound::Kind::go_on ? std::span<const Tone>{go_on} : std::span<const Tone>{please_read})
        add_tone(samples, tone, loudest * heard * heard); // twice as loud is about four times as strong
    return samples;
}

} // namespace foyer
