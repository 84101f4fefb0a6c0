// Which Dear ImGui paints, as it is linked: "1.89.2". Any thread.
#pragma once

#include <string>

namespace foyer {

std::string imgui_version();

} // namespace foyer
