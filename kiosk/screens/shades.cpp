#include "kiosk/screens/shades.h"

#include <algorithm>

namespace foyer {

static int number_of(Colour colour) { return colour.red << 16 | colour.green << 8 | colour.blue; }

// A tone of the night in another hue. The summit's colour is as strong as it is; that of a night is half as strong.
static Colour turned(Colour tone, const Tone& summit) {
    static constexpr double strong = 0.12, at_most = 1.4; // chroma of most houses' colours
    Tone turned = tone_of(number_of(tone));
    turned.hue = summit.hue;
    turned.chroma *= std::min(at_most, summit.chroma / strong);
    return rgb(static_cast<std::uint32_t>(colour_of(unlike_an_answer(turned))));
}

Shades shades_of(const SummitLook& look) {
    Shades shades;
    if (look.colour) {
        const Tone summit = tone_of(*look.colour);
        theme::Ground& night = shades.night;
        for (Colour* tone :
             {&night.top, &night.bottom, &night.panel, &night.pill, &night.border, &night.second, &night.mark})
            *tone = turned(*tone, summit);
    }
    if (!look.forums.empty()) shades.forums.clear();
    for (const int wished : look.forums) shades.forums.push_back(rgb(static_cast<std::uint32_t>(painted(wished))));
    return shades;
}

} // namespace foyer
