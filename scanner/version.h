// Which libraries read codes, as they are linked: "1.22.0". Any thread.
#pragma once

#include <string>

namespace foyer {

std::string zxing_version(); // as it was built with: the older ones cannot be asked
std::string gstreamer_version();

} // namespace foyer
