#include <algorithm>

#include "kiosk/screens/controls.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/screens.h"

namespace foyer {

namespace {

// Each in its own name, under each other in rows, their foot at `bottom`; gives the y of their top.
float names(Paint& paint, const LanguageView& view, float top, float bottom, Intents& intents) {
    // Gathered, a lying screen's column is narrow, and has the title beside it.
    const std::size_t columns = paint.portrait() ? 2 : paint.gathered() ? 3 : 4;
    const std::size_t rows = (view.languages.size() + columns - 1) / columns;
    const float room = (bottom - top) / static_cast<float>(std::max<std::size_t>(1, rows)) - theme::gap;
    const float tall = std::clamp(room, theme::pill_height, theme::button_height), step = tall + theme::gap;
    const float y = bottom - static_cast<float>(rows) * step + theme::gap;
    for (std::size_t i = 0; i < view.languages.size(); ++i) {
        const auto& language = view.languages[i];
        const float foot = y + static_cast<float>(i / columns) * step + tall;
        const auto place = shares(reach_row(paint, foot, tall), columns, theme::gap)[i % columns];
        if (pill(paint, "language " + language.language, place, language.own_name,
                 language.chosen ? Look::chosen : Look::ghost, paint.night()))
            intents.emplace_back(ChooseLanguage{language.language});
    }
    return y;
}

// Under a globe, where there is room for one.
void please_choose(Paint& paint, const Label& title, Rect room) {
    const float size = paint.portrait() ? 240 : 150;
    const auto set = [&](float scale) { return Setting{scaled(theme::title, scale), room.width, 3, Side::centre}; };
    const auto tall_at = [&](float scale) { return paint.measure(title, set(scale)).height; };
    const float scale = scale_to(room.height, tall_at), words = tall_at(scale), sign = size + 48;
    const bool globe = sign + words <= room.height;
    const float y = room.y + (room.height - words - (globe ? sign : 0)) / 2;
    if (globe) paint.icon(Icon::globe, {room.centre().x, y + size / 2}, size, paint.night().second, 1.2f);
    paint.text(title, set(scale), {room.x, globe ? y + sign : y}, theme::white);
}

} // namespace

void draw(const LanguageView& view, Paint& paint, Intents& intents) {
    const auto& ground = paint.night();
    paint.ground(ground.top, ground.bottom);
    const float top = header(paint, view.header), x = theme::margin, wide = paint.width - 2 * x;
    const float bar = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20, ground, intents) - 24;
    const float back = one_way(paint, {"back", view.back_button, GoBack{}}, bar, 640, ground, intents) - 36;
    const bool columned = !paint.portrait() && paint.gathered();
    const float title = columned ? 0 : 90; // at least
    const float head = names(paint, view, top + title + 12, back, intents);
    please_choose(paint, view.title,
                  columned ? columns(paint, top, {head, bar}).second : Rect{x, top + 6, wide, head - top - 12});
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
