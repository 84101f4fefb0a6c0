// The list of languages, over whatever screen of a guest there is.
#pragma once

#include <optional>

#include "kiosk/app/model.h"

namespace foyer {

// None: what is shown is no guest's, or waits for an answer that must find it.
[[nodiscard]] std::optional<Screen> languages_over(const Model& model);
// What was shown before. None: the terminal's own screen, or something that is over meanwhile.
[[nodiscard]] std::optional<Screen> behind_languages(const Model& model);

} // namespace foyer
