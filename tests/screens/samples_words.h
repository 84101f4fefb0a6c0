// What the samples of guests' and staff's screens have in common: the words of one invented summit, head and foot.
#pragma once

#include "tests/screens/samples.h"

namespace foyer::samples {

Label say(const std::string& key, const Language& language);
HeaderView header(const Language& language);
StatusView status();
std::vector<LanguagePill> pills(const Language& chosen);

} // namespace foyer::samples
