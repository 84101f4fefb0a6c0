// How codes come in, of all sources together: what screens say of cameras and hand scanners. Pure.
#pragma once

#include "kiosk/app/event.h"

namespace foyer {

// The cameras as one: it works while any of them does, and its detail is then empty, or what the last of them that
// ended said; nothing when there are none. Before anything is known a camera is starting.
std::optional<SourceState> cameras_of(const std::vector<SourceState>& sources);
// Can a guest be asked to use a hand scanner? One works; or there is none by name and no camera: one that types.
bool has_hand_scanner(const std::vector<SourceState>& sources);
// The first that is missing, or else that has something to say though it works.
const SourceState* first_trouble(const std::vector<SourceState>& sources);
// Those of a kind, in the order they were named.
std::vector<SourceState> only(SourceState::Kind kind, const std::vector<SourceState>& sources);

} // namespace foyer
