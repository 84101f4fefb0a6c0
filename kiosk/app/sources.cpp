#include "kiosk/app/sources.h"

#include <algorithm>

namespace foyer {

using Of = SourceState::Kind;
using State = SourceState::State;

std::vector<SourceState> only(Of kind, const std::vector<SourceState>& sources) {
    std::vector<SourceState> some;
    std::ranges::copy_if(sources, std::back_inserter(some), [&](const SourceState& s) { return s.kind == kind; });
    return some;
}

std::optional<SourceState> cameras_of(const std::vector<SourceState>& sources) {
    if (sources.empty()) return SourceState{};
    const auto cameras = only(Of::camera, sources);
    if (cameras.empty()) return std::nullopt;
    // One that works and has not ended, else one that works, else one that may still come, else one that is missing.
    const auto worth = [](const SourceState& camera) {
        if (camera.state == State::ok) return camera.detail.empty() ? 3 : 2;
        return camera.state == State::starting ? 1 : 0;
    };
    return std::ranges::max(cameras, {}, worth);
}

bool has_hand_scanner(const std::vector<SourceState>& sources) {
    const auto scanners = only(Of::hand_scanner, sources);
    if (scanners.empty()) return !cameras_of(sources);
    return std::ranges::any_of(scanners, [](const SourceState& s) { return s.state == State::ok; });
}

const SourceState* first_trouble(const std::vector<SourceState>& sources) {
    const auto find = [&](auto is) -> const SourceState* {
        const auto found = std::ranges::find_if(sources, is);
        return found == sources.end() ? nullptr : &*found;
    };
    const auto* missing = find([](const SourceState& s) { return s.state == State::missing; });
    if (missing) return missing;
    return find([](const SourceState& s) { return s.kind == Of::hand_scanner && !s.detail.empty(); });
}

} // namespace foyer
