// The colours that a summit may choose: of what screens stand on, and of its forums. Answers keep theirs (theme.h).
#pragma once

#include <vector>

#include "kiosk/screens/theme.h"
#include "sync/summit/look.h"

namespace foyer {

struct Shades {
    theme::Ground night = theme::night;
    std::vector<Colour> forums{theme::forums.begin(), theme::forums.end()};
    [[nodiscard]] Colour forum(int index) const { // by its order on screens; negative: of none
        return index < 0 ? theme::plenary : forums[static_cast<std::size_t>(index) % forums.size()];
    }
};

// Every tone of Foyer's night in the hue of the summit's colour and as strong as that, its lightness kept: words on it
// are read as well as before. The forums' as `painted` gives them.
Shades shades_of(const SummitLook& look);

} // namespace foyer
