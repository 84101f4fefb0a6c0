// The model as one screen's finished values, in the guest's language. Pure; called once a frame on the glass thread, a
// few microseconds to tens of them.
#pragma once

#include "kiosk/app/model.h"
#include "kiosk/app/strings.h"

namespace foyer {

[[nodiscard]] CurrentView view_of(const Model& model, const Strings& strings);

} // namespace foyer
