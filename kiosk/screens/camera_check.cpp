// A camera looked at by staff: what it sees, whole; the one thing to do; the numbers behind that.
#include <algorithm>

#include "kiosk/screens/camera_picture.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

constexpr const theme::Ground& tone = theme::night;
constexpr float sign_size = 64, row_gap = 13;

using Mark = CameraCheckView::Mark;

// The advice beside its sign, which says good or not without a word.
float advice_height(Paint& paint, const CameraCheckView& view, float wide) {
    const Setting words{theme::strong, wide - sign_size - theme::icon_gap, 3};
    return std::max(sign_size, paint.measure(view.advice, words).height);
}

void advice(Paint& paint, const CameraCheckView& view, Point at, float wide) {
    const Setting words{theme::strong, wide - sign_size - theme::icon_gap, 3};
    const float tall = advice_height(paint, view, wide), said = paint.measure(view.advice, words).height;
    const Point sign{at.x + sign_size / 2, at.y + tall / 2};
    const Colour colour = view.mark == Mark::attention ? theme::scarce
                          : view.mark == Mark::good    ? theme::guide
                                                       : theme::white;
    if (view.mark == Mark::good) {
        paint.disc(sign, sign_size / 2, theme::white);
        paint.tick(sign, sign_size * 0.62f, theme::green.top, 6, 1);
    } else {
        paint.icon(view.mark == Mark::attention ? Icon::warning : Icon::camera, sign, sign_size, colour, 2.2f);
    }
    paint.text(view.advice, words, {at.x + sign_size + theme::icon_gap, at.y + (tall - said) / 2}, colour);
}

Column words(Paint& paint, const CameraCheckView& view, float x, float wide) {
    Column column;
    const Setting title{theme::heading, wide, 2}, line{theme::small, wide, 3};
    column.add(0, paint.measure(view.title, title).height,
               [&paint, &view, title, x](float y) { paint.text(view.title, title, {x, y}, theme::white); });
    column.add(8, paint.measure(view.line, line).height,
               [&paint, &view, line, x](float y) { paint.text(view.line, line, {x, y}, tone.second); });
    if (!view.advice.text.empty())
        column.add(28, advice_height(paint, view, wide),
                   [&paint, &view, x, wide](float y) { advice(paint, view, {x, y}, wide); });
    const Setting name{theme::small, wide * 0.66f, 2},
        value{theme::small_strong, wide * 0.34f - theme::gap, 2, Side::end};
    for (const auto& row : view.rows) {
        const float tall = std::max(paint.measure(row.name, name).height, paint.measure(row.value, value).height);
        column.add(&row == &view.rows.front() ? 28 : 0, tall + 2 * row_gap, [=, &paint, &row](float y) {
            paint.fill({x, y, wide, theme::line_width}, tone.pill);
            paint.text(row.name, name, {x, y + row_gap}, row.attention ? theme::scarce : tone.second);
            paint.text(row.value, value, {x + wide - value.width, y + row_gap},
                       row.attention ? theme::scarce : theme::white);
        });
    }
    return column;
}

// Beside each other; gives the y of their top.
float buttons(Paint& paint, const CameraCheckView& view, float x, float wide, float bottom, Intents& intents) {
    const Rect row{x, bottom - theme::button_height, wide, theme::button_height};
    const bool several = !view.next_button.text.empty();
    const auto places = shares(row, several ? 2 : 1, theme::gap);
    if (button(paint, "leave camera", places.front(), view.leave_button, Look::ghost, tone))
        intents.emplace_back(LeaveCamera{});
    if (several && button(paint, "next camera", places.back(), view.next_button, Look::solid, tone))
        intents.emplace_back(NextCamera{});
    return row.y;
}

constexpr float padding = theme::card_padding;

void upright(Paint& paint, const CameraCheckView& view, float top, float bottom, Intents& intents) {
    const float x = theme::margin, wide = paint.width - 2 * x, inner = wide - 2 * padding;
    const auto column = words(paint, view, x + padding, inner);
    const float all = 2 * padding + column.height() + 40 + theme::button_height;
    const float y = std::max(top + 240, bottom - all);
    camera_picture(paint, {x, top, wide, std::min(y - 28 - top, wide * 0.8f)}, view, Guide::none);
    paint.fill({x, y, wide, bottom - y}, tone.panel, theme::panel_radius);
    column.draw(y + padding);
    buttons(paint, view, x + padding, inner, bottom - padding, intents);
}

void lying(Paint& paint, const CameraCheckView& view, float top, float bottom, Intents& intents) {
    const float all = paint.width - 2 * theme::margin, pictured = all * 0.54f, x = theme::margin + pictured + 36;
    const float wide = all - pictured - 36, inner = wide - 2 * padding;
    camera_picture(paint, {theme::margin, top, pictured, bottom - top}, view, Guide::none);
    paint.fill({x, top, wide, bottom - top}, tone.panel, theme::panel_radius);
    const float end = buttons(paint, view, x + padding, inner, bottom - padding + 12, intents);
    const auto column = words(paint, view, x + padding, inner);
    column.draw(top + std::max(28.f, (end - top - column.height()) / 2));
}

} // namespace

void draw(const CameraCheckView& view, Paint& paint, Intents& intents) {
    paint.ground(tone.top, tone.bottom);
    const float top = header(paint, view.header) + 28;
    const float bottom = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20) - 24;
    (paint.portrait() ? upright : lying)(paint, view, top, bottom, intents);
}

} // namespace foyer
