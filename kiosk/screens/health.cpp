// How the terminal is: rows of what there is, what is wrong in another colour, and the last lines of the log below.
#include <algorithm>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

constexpr float padding = 40;

// Rows under each other at `scale`.
Column rows(Paint& paint, const HealthView& view, float x, float wide, float scale) {
    Column column;
    const bool upright = paint.portrait(); // lying, height is dear
    const theme::Type plain = upright ? theme::desk : theme::status, strong{plain.size, plain.line_height, true};
    const float share = upright ? 0.34f : 0.3f, around = (upright ? 20.f : 6.f) * scale;
    const Setting name{scaled(plain, scale), wide * share, upright ? 2 : 1, Side::start, 18},
        value{scaled(strong, scale), wide * (1 - share) - theme::gap - 44, 2, Side::start, 18};
    for (const auto& row : view.rows) {
        const float tall = std::max(paint.measure(row.name, name).height, paint.measure(row.value, value).height);
        column.add(0, tall + around, [&paint, &row, x, wide, name, value, around](float y) {
            const auto colour = row.attention ? theme::scarce : theme::white;
            const float at = x + wide - value.width, text = y + around / 2;
            paint.fill({x, y, wide, theme::line_width}, paint.night().pill);
            paint.text(row.name, name, {x, text}, paint.night().second);
            if (row.attention)
                paint.icon(Icon::warning, {at - 30, text + value.type.size * 0.62f}, value.type.size, colour, 2.6f);
            paint.text(row.value, value, {at, text}, colour);
        });
    }
    return column;
}

// As many lines as there is room for, the newest first.
void log(Paint& paint, const HealthView& view, Rect rect) {
    if (view.log.empty() || rect.height < 120) return;
    float y = rect.y + paint.text(view.log_title, {theme::desk_strong}, {rect.x, rect.y}, theme::white).height + 10;
    for (const Label& line : view.log) {
        const Setting setting{theme::status, rect.width, 2, Side::start, 20};
        const float tall = paint.measure(line, setting).height + 8;
        if (y + tall > rect.bottom()) return;
        paint.text(line, setting, {rect.x, y}, paint.night().second);
        y += tall;
    }
}

} // namespace

void draw(const HealthView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float top = header(paint, view.header) + 20, x = theme::margin, wide = paint.width - 2 * x;
    float bottom = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20) - 22 - theme::pill_height;
    if (button(paint, "leave health", {x, bottom, wide, theme::pill_height}, view.leave_button, Look::ghost,
               paint.night()))
        intents.emplace_back(LeaveHealth{});
    bottom -= theme::gap;
    paint.fill({x, top, wide, bottom - top}, paint.night().panel, theme::panel_radius);
    const Rect inner = Rect{x, top, wide, bottom - top}.inset(padding);
    const auto title = paint.text(view.title, {theme::heading, inner.width}, {inner.x, inner.y}, theme::white);
    const float y = inner.y + title.height + 16, room = inner.bottom() - y;
    const bool upright = paint.portrait();
    const float part = upright ? inner.width : inner.width * 0.66f;
    const float most = upright ? room * 0.72f : room;
    const auto at = [&](float scale) { return rows(paint, view, inner.x, part, scale); };
    const auto column = at(scale_to(most, [&](float scale) { return at(scale).height(); }));
    column.draw(y);
    if (upright)
        log(paint, view, {inner.x, y + column.height() + 28, inner.width, room - column.height() - 28});
    else
        log(paint, view, {inner.x + part + 48, y, inner.width - part - 48, room});
}

} // namespace foyer
