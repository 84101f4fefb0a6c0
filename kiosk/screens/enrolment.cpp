// A terminal that belongs to no summit yet: as the waiting screen, with what went wrong in place of the programme.
#include <algorithm>

#include "kiosk/screens/camera_picture.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

constexpr const theme::Ground& ground = theme::night;
constexpr float sign = 44, padding = 36;

float panel_height(Paint& paint, const EnrolmentView& view, float wide) {
    if (view.problem.text.empty()) return 0;
    const float text = wide - 2 * padding - 2 * sign - 24;
    float tall = 2 * padding + paint.measure(view.problem, {theme::strong, text, 2}).height + 8 +
                 paint.measure(view.advice, {theme::small, text, 4}).height;
    if (!view.detail.text.empty()) tall += 16 + paint.measure(view.detail, {theme::small, text, 5}).height;
    return tall;
}

// No colour of a verdict: nobody is being judged here, something is to be done.
void panel(Paint& paint, const EnrolmentView& view, Rect rect) {
    if (view.problem.text.empty()) return;
    paint.fill(rect, ground.panel, theme::button_radius);
    paint.disc({rect.x + padding + sign, rect.centre().y}, sign, theme::attention);
    paint.icon(Icon::warning, {rect.x + padding + sign, rect.centre().y - 2}, sign * 1.25f, theme::ink, 2.6f);
    const float x = rect.x + padding + 2 * sign + 24, wide = rect.width - 2 * padding - 2 * sign - 24;
    float y = rect.y + padding;
    y += paint.text(view.problem, {theme::strong, wide, 2}, {x, y}, theme::white).height + 8;
    y += paint.text(view.advice, {theme::small, wide, 4}, {x, y}, theme::white).height + 16;
    if (!view.detail.text.empty()) paint.text(view.detail, {theme::small, wide, 5}, {x, y}, ground.second);
}

float languages(Paint& paint, const EnrolmentView& view, float bottom, Intents& intents) {
    const Rect row{theme::margin, bottom - theme::pill_height, paint.width - 2 * theme::margin, theme::pill_height};
    language_row(paint, row, view.languages, paint.portrait() ? 4 : 8, ground, intents);
    return row.y;
}

void upright(Paint& paint, const EnrolmentView& view, float top, float bottom, Intents& intents) {
    const float x = theme::margin, wide = paint.width - 2 * x;
    float y = top + 44;
    y += paint.text(view.title, {theme::title, wide, 2, Side::centre}, {x, y}, theme::white).height + 12;
    y += paint.text(view.subtitle, {theme::second, wide, 3, Side::centre}, {x, y}, theme::white).height + 40;
    const float pills = languages(paint, view, bottom, intents) - 32;
    const float tall_panel = panel_height(paint, view, wide);
    panel(paint, view, {x, pills - tall_panel, wide, tall_panel});
    const Setting help{theme::small, wide, 3, Side::centre};
    const float help_y = pills - tall_panel - (tall_panel > 0 ? 28 : 0) - paint.measure(view.help, help).height;
    paint.text(view.help, help, {x, help_y}, ground.second);
    const float space = help_y - 32 - y, tall = std::min(space, wide * 0.96f);
    camera_picture(paint, {x, y + (space - tall) / 2, wide, tall}, view);
}

void lying(Paint& paint, const EnrolmentView& view, float top, float bottom, Intents& intents) {
    const float pills = languages(paint, view, bottom, intents) - 32;
    const float tall = pills - top - 32, wide = std::min(tall * 1.22f, paint.width * 0.46f);
    const float picture_x = paint.width - theme::margin - wide, text = picture_x - 2 * theme::margin;
    camera_picture(paint, {picture_x, top + 32, wide, tall}, view);
    const float tall_panel = panel_height(paint, view, text);
    panel(paint, view, {theme::margin, pills - tall_panel, text, tall_panel});
    Column words;
    const auto add = [&](float gap, const Label& label, Setting setting, Colour colour) {
        words.add(gap, paint.measure(label, setting).height, [&paint, &label, setting, colour](float y) {
            paint.text(label, setting, {theme::margin, y}, colour);
        });
    };
    add(0, view.title, {theme::title, text, 3}, theme::white);
    add(20, view.subtitle, {theme::second, text, 3}, theme::white);
    add(28, view.help, {theme::small, text, 3}, ground.second);
    words.draw(top + std::max(24.f, (pills - tall_panel - top - words.height()) * 0.42f));
}

} // namespace

void draw(const EnrolmentView& view, Paint& paint, Intents& intents) {
    paint.ground(ground.top, ground.bottom);
    const float top = header(paint, view.header), bottom = status_strip(paint, view.status) - 32;
    (paint.portrait() ? upright : lying)(paint, view, top, bottom, intents);
}

} // namespace foyer
