#include "kiosk/terminal/tour.h"

namespace foyer {

// Long enough for a picture each; where nothing is slow, over before the first guest of the demo's feed shows a badge.
static constexpr Milliseconds first_touch{700}, between_touches{350};
// A verdict stands still by then.
static constexpr Milliseconds verdict_seen{1000};

std::optional<Intent> FingerTour::touch(Milliseconds since_start, const Model& model) {
    if (!seen_ || since_start < first_touch || since_start < last_touch_ + between_touches) return std::nullopt;
    auto touch = next_touch(model);
    if (!touch) return std::nullopt;
    last_touch_ = since_start;
    seen_ = false;
    return touch;
}

std::optional<Intent> FingerTour::next_touch(const Model& model) {
    if (mode_of(model) != Mode::self) return std::nullopt; // nothing there answers a finger
    const auto* verdict = std::get_if<ShowingVerdict>(&model.screen);
    if (verdict || std::holds_alternative<Waiting>(model.screen)) {
        if (languages_seen_ || model.programme.sessions.empty()) return std::nullopt;
        if (verdict && model.monotonic < verdict->since + verdict_seen) return std::nullopt;
        return OpenProgramme{};
    }
    if (std::holds_alternative<ChoosingLanguage>(model.screen)) {
        languages_seen_ = true;
        return GoBack{};
    }
    const auto* programme = std::get_if<ShowingProgramme>(&model.screen);
    if (!programme) return std::nullopt;
    if (programme->opened) {
        session_seen_ = true;
        return CloseSession{};
    }
    if (!session_seen_) return OpenSession{model.programme.sessions.back().id};
    if (!languages_seen_) return OpenLanguages{};
    return GoBack{};
}

} // namespace foyer
