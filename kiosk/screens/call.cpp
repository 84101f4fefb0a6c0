// A guest has asked for staff: that they know, and who comes.
#include <algorithm>

#include "kiosk/screens/controls.h"
#include "kiosk/screens/screens.h"

namespace foyer {

void draw(const CallView& view, Paint& paint, Intents& intents) {
    const auto& ground = view.coming ? theme::green : paint.night();
    paint.ground(ground.top, ground.bottom);
    const float top = header(paint, view.header), x = theme::margin, wide = paint.width - 2 * x;
    float y = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20, paint.night(), intents) - 22;
    const Choices offered{view.header, view.languages, paint.portrait() ? 4u : 8u};
    if (!view.languages.empty())
        y = choices(paint, offered, reach_row(paint, y, theme::pill_height), ground, intents) - theme::gap;
    y = one_way(paint, {"cancel call", view.cancel_button, CancelCall{}}, y, 900, ground, intents);
    sign_and_words(paint, view.title, view.line, {x, top, wide, y - top}, ground);
}

} // namespace foyer
