// A guest has asked for staff: that they know, and who comes.
#include <algorithm>

#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {

void draw(const CallView& view, Paint& paint, Intents& intents) {
    const auto& ground = view.coming ? theme::green : paint.night();
    paint.ground(ground.top, ground.bottom);
    const float top = header(paint, view.header), x = theme::margin, wide = paint.width - 2 * x;
    float y = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20, paint.night(), intents) - 22;
    if (!view.languages.empty()) {
        y -= theme::pill_height;
        const Rect row{x, y, wide, theme::pill_height};
        language_row(paint, text_size_pill(paint, row, view.header.text, ground, intents), view.languages,
                     paint.portrait() ? 4 : 8, ground, intents);
        y -= theme::gap;
    }
    y -= theme::button_height;
    const auto buttons = std::min(wide, 900.f);
    if (button(paint, "cancel call", {(paint.width - buttons) / 2, y, buttons, theme::button_height},
               view.cancel_button, Look::ghost, ground))
        intents.emplace_back(CancelCall{});
    const Setting title{theme::title, wide, 3, Side::centre}, line{theme::second, wide, 3, Side::centre};
    const float sign = paint.portrait() ? 150 : 100, a = paint.measure(view.title, title).height;
    const float all = 2 * sign + 48 + a + 20 + paint.measure(view.line, line).height;
    float at = top + std::max(24.f, (y - top - all) * 0.42f);
    paint.disc({paint.width / 2, at + sign}, sign, theme::white);
    paint.icon(Icon::person_at_desk, {paint.width / 2, at + sign}, sign * 1.25f, ground.mark, 2.2f);
    at += 2 * sign + 48;
    paint.text(view.title, title, {x, at}, theme::white);
    paint.text(view.line, line, {x, at + a + 20}, ground.second);
}

} // namespace foyer
