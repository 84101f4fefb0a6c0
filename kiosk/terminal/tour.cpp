#include "kiosk/terminal/tour.h"

namespace foyer {

// Long enough for a picture each, over before the first guest of the demo's feed has shown a badge.
static constexpr Milliseconds first_touch{700}, between_touches{350};

std::optional<Intent> FingerTour::touch(Milliseconds since_start, const Model& model) {
    if (since_start < first_touch + step_ * between_touches || model.programme.sessions.empty()) return std::nullopt;
    switch (step_++) {
    case 0: return OpenProgramme{};
    case 1: return OpenSession{model.programme.sessions.back().id};
    case 2: return CloseSession{};
    case 3: return OpenLanguages{};
    case 4: return GoBack{};
    case 5: return GoBack{};
    default: return std::nullopt;
    }
}

} // namespace foyer
