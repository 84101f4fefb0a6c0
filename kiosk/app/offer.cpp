// A badge that is held up behind whoever touches the screen.
#include "kiosk/app/model.h"

namespace foyer {

// In the demo its own guests come and go, and who watches touches: nobody there waits behind them.
bool offers_badges(const Model& model) {
    const bool idle = std::holds_alternative<Waiting>(model.screen) || std::holds_alternative<Trouble>(model.screen);
    const Mode mode = mode_of(model);
    const bool reads = (mode == Mode::self || mode == Mode::meeting) && !idle && !model.staff.panel;
    return reads && model.settings.run != Settings::Run::demo &&
           model.programme.emergency.state == Emergency::State::over &&
           model.monotonic - model.finger_at < guest_touching;
}

} // namespace foyer
