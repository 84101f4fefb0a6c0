// Which Pango sets the texts, as it is linked: "1.50.12". Any thread.
#pragma once

#include <string>

namespace foyer {

std::string pango_version();

} // namespace foyer
