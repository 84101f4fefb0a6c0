// A camera looked at by staff: what it sees, whole; the one thing to do; the numbers behind that.
#include <algorithm>

#include "kiosk/screens/camera_picture.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

using Mark = CameraCheckView::Mark;

// What is said beside or below the picture: title, advice, numbers. It shrinks together until it fits.
struct Said {
    Paint& paint;
    const CameraCheckView& view;
    float x, width, scale;

    [[nodiscard]] float sign() const { return 64 * scale; }
    [[nodiscard]] Setting advice() const { return {scaled(theme::strong, scale), width - sign() - theme::icon_gap, 3}; }
    [[nodiscard]] Setting name() const { return {scaled(theme::small, scale), width * 0.6f, 2}; }
    [[nodiscard]] Setting value() const {
        return {scaled(theme::small_strong, scale), width * 0.4f - theme::gap, 2, Side::end};
    }
    [[nodiscard]] float row_gap() const { return 13 * scale; }
    [[nodiscard]] float advice_height() const { return std::max(sign(), paint.measure(view.advice, advice()).height); }
    [[nodiscard]] float row_height(const CameraCheckView::Row& row) const {
        return std::max(paint.measure(row.name, name()).height, paint.measure(row.value, value()).height) +
               2 * row_gap();
    }

    // The advice beside its sign, which says good or not without a word.
    void draw_advice(float y) const {
        const float tall = advice_height(), said = paint.measure(view.advice, advice()).height;
        const Point centre{x + sign() / 2, y + tall / 2};
        const Colour colour = view.mark == Mark::attention ? theme::scarce
                              : view.mark == Mark::good    ? theme::guide
                                                           : theme::white;
        if (view.mark == Mark::good) {
            paint.disc(centre, sign() / 2, theme::white);
            paint.tick(centre, sign() * 0.62f, theme::green.top, 6, 1);
        } else {
            paint.icon(view.mark == Mark::attention ? Icon::warning : Icon::camera, centre, sign(), colour, 2.2f);
        }
        paint.text(view.advice, advice(), {x + sign() + theme::icon_gap, y + (tall - said) / 2}, colour);
    }
    void draw_row(const CameraCheckView::Row& row, float y) const {
        paint.fill({x, y, width, theme::line_width}, paint.night().pill);
        paint.text(row.name, name(), {x, y + row_gap()}, row.attention ? theme::scarce : paint.night().second);
        paint.text(row.value, value(), {x + width - value().width, y + row_gap()},
                   row.attention ? theme::scarce : theme::white);
    }
};

Column column_of(const Said& said) {
    Column column;
    const auto words = [&column, &said](float gap, const Label& label, Setting setting, Colour colour) {
        column.add(gap * said.scale, said.paint.measure(label, setting).height,
                   [&said, &label, setting, colour](float y) { said.paint.text(label, setting, {said.x, y}, colour); });
    };
    words(0, said.view.title, {scaled(theme::heading, said.scale), said.width, 2}, theme::white);
    words(8, said.view.line, {scaled(theme::small, said.scale), said.width, 3}, said.paint.night().second);
    if (!said.view.advice.text.empty())
        column.add(28 * said.scale, said.advice_height(), [&said](float y) { said.draw_advice(y); });
    for (const auto& row : said.view.rows)
        column.add(&row == &said.view.rows.front() ? 28 * said.scale : 0, said.row_height(row),
                   [&said, &row](float y) { said.draw_row(row, y); });
    return column;
}

// Beside each other; gives the y of their top.
float buttons(Paint& paint, const CameraCheckView& view, float x, float wide, float bottom, Intents& intents) {
    const Rect row{x, bottom - theme::button_height, wide, theme::button_height};
    const bool several = !view.next_button.text.empty();
    const auto places = shares(row, several ? 2 : 1, theme::gap);
    if (button(paint, "leave camera", places.front(), view.leave_button, Look::ghost, paint.night()))
        intents.emplace_back(LeaveCamera{});
    if (several && button(paint, "next camera", places.back(), view.next_button, Look::solid, paint.night()))
        intents.emplace_back(NextCamera{});
    return row.y;
}

constexpr float padding = theme::card_padding, least_picture = 240;

// As large as `room` allows.
Said fitting(Paint& paint, const CameraCheckView& view, float x, float wide, float room) {
    const auto at = [&](float scale) { return Said{paint, view, x, wide, scale}; };
    return at(scale_to(room, [&](float scale) {
        const Said said = at(scale);
        return column_of(said).height();
    }));
}

void upright(Paint& paint, const CameraCheckView& view, float top, float bottom, Intents& intents) {
    const float x = theme::margin, wide = paint.width - 2 * x, inner = wide - 2 * padding;
    const float around = 2 * padding + 40 + theme::button_height; // the words
    const Said said = fitting(paint, view, x + padding, inner, bottom - top - least_picture - 28 - around);
    const auto column = column_of(said);
    const float y = std::max(top + least_picture + 28, bottom - around - column.height());
    camera_picture(paint, {x, top, wide, std::min(y - 28 - top, wide * 0.8f)}, view, Guide::none);
    paint.fill({x, y, wide, bottom - y}, paint.night().panel, theme::panel_radius);
    column.draw(y + padding);
    buttons(paint, view, x + padding, inner, bottom - padding, intents);
}

void lying(Paint& paint, const CameraCheckView& view, float top, float bottom, Intents& intents) {
    constexpr float between = 36, above = 28;
    const float all = paint.width - 2 * theme::margin, pictured = all * 0.48f, x = theme::margin + pictured + between;
    const float wide = all - pictured - between, inner = wide - 2 * padding;
    camera_picture(paint, {theme::margin, top, pictured, bottom - top}, view, Guide::none);
    paint.fill({x, top, wide, bottom - top}, paint.night().panel, theme::panel_radius);
    const float end = buttons(paint, view, x + padding, inner, bottom - above - 12, intents);
    const Said said = fitting(paint, view, x + padding, inner, end - top - 2 * above);
    const auto column = column_of(said);
    column.draw(top + std::max(above, (end - top - column.height()) / 2));
}

} // namespace

void draw(const CameraCheckView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float top = header(paint, view.header) + 28;
    const float bottom = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20) - 24;
    (paint.portrait() ? upright : lying)(paint, view, top, bottom, intents);
}

} // namespace foyer
