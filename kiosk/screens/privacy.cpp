#include "kiosk/screens/controls.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/screens.h"

namespace foyer {

// Title and paragraphs on one card; they shrink together where an organiser has much to say.
void draw(const PrivacyView& view, Paint& paint, Intents& intents) {
    const auto& ground = paint.night();
    paint.ground(ground.top, ground.bottom);
    const float top = header(paint, view.header) + 40, x = theme::margin, wide = paint.width - 2 * x;
    float y = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20, ground, intents) - 24;
    const Choices all{view.header, view.languages, paint.portrait() ? 4u : 8u};
    y = choices(paint, all, reach_row(paint, y, theme::pill_height), ground, intents) - theme::gap;
    y = one_way(paint, {"back", view.back_button, GoBack{}, Look::solid}, y, 640, ground, intents);

    const float padding = theme::card_padding, room = wide - 2 * padding, space = y - 32 - top;
    const auto type = paint.portrait() ? theme::second : theme::body;
    const auto words_at = [&](float scale) {
        Column words;
        const auto add = [&](float gap, const Label& label, theme::Type set, Colour colour) {
            const Setting setting{scaled(set, scale), room, 20};
            words.add(gap * scale, paint.measure(label, setting).height,
                      [&, setting, colour](float at) { paint.text(label, setting, {x + padding, at}, colour); });
        };
        add(0, view.title, theme::heading, theme::white);
        for (const Label& paragraph : view.paragraphs) add(32, paragraph, type, ground.second);
        return words;
    };
    const auto words = words_at(scale_to(space - 2 * padding, [&](float scale) { return words_at(scale).height(); }));
    const float tall = words.height() + 2 * padding;
    const Rect card{x, top + (space - tall) / 2, wide, tall};
    paint.fill(card, ground.panel, theme::panel_radius);
    words.draw(card.y + padding);
}

} // namespace foyer
