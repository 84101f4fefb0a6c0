#include <algorithm>

#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {

void draw(const LanguageView& view, Paint& paint, Intents& intents) {
    const auto& ground = paint.night();
    paint.ground(ground.top, ground.bottom);
    const float top = header(paint, view.header), x = theme::margin, wide = paint.width - 2 * x;
    float y = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20, ground, intents) - 24 -
              theme::button_height;
    if (button(paint, "back", {x + wide / 2 - 320, y, 640, theme::button_height}, view.back_button, Look::ghost,
               ground))
        intents.emplace_back(GoBack{});

    const std::size_t columns = paint.portrait() ? 2 : 4, rows = (view.languages.size() + columns - 1) / columns;
    const float tall = theme::button_height, step = tall + theme::gap;
    y -= 36 + static_cast<float>(rows) * step - theme::gap;
    const float head = y;
    for (std::size_t row = 0; row < rows; ++row, y += step)
        for (std::size_t column = 0; column < columns && row * columns + column < view.languages.size(); ++column) {
            const auto& language = view.languages[row * columns + column];
            const auto place = shares({x, y, wide, tall}, columns, theme::gap)[column];
            if (pill(paint, "language " + language.language, place, language.own_name,
                     language.chosen ? Look::chosen : Look::ghost, ground))
                intents.emplace_back(ChooseLanguage{language.language});
        }

    const Setting title{theme::title, wide, 3, Side::centre};
    const float size = paint.portrait() ? 240 : 150, words = paint.measure(view.title, title).height;
    const float all = size + 48 + words, at = top + (head - top - all) / 2;
    paint.icon(Icon::globe, {paint.width / 2, at + size / 2}, size, ground.second, 1.2f);
    paint.text(view.title, title, {x, at + size + 48}, theme::white);
}

void draw(const TroubleView& view, Paint& paint, Intents&) {
    const auto& ground = paint.night();
    paint.ground(ground.top, ground.bottom);
    const float top = header(paint, view.header), bottom = status_strip(paint, view.status);
    const float wide = std::min(1400.f, paint.width - 2 * theme::margin), x = (paint.width - wide) / 2;
    const Setting title{theme::title, wide, 3, Side::centre}, advice{theme::second, wide, 4, Side::centre};
    const Setting detail{theme::small, wide - 96, 6, Side::start};
    const float a = paint.measure(view.title, title).height, b = paint.measure(view.advice, advice).height,
                c = view.detail.text.empty() ? 0 : paint.measure(view.detail, detail).height + 72;
    const float sign = paint.portrait() ? 130 : 96, all = 2 * sign + 48 + a + 20 + b + 48 + c;
    float y = top + std::max(24.f, (bottom - top - all) * 0.4f);
    paint.disc({paint.width / 2, y + sign}, sign, theme::attention);
    paint.icon(Icon::pause, {paint.width / 2, y + sign}, sign * 1.3f, theme::ink, 3);
    y += 2 * sign + 48;
    y += paint.text(view.title, title, {x, y}, theme::white).height + 20;
    y += paint.text(view.advice, advice, {x, y}, theme::white).height + 48;
    if (c <= 0) return;
    paint.fill({x, y, wide, c}, ground.panel, theme::button_radius); // for whoever comes to mend it
    paint.text(view.detail, detail, {x + 48, y + 36}, ground.second);
}

} // namespace foyer
