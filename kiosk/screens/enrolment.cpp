// A terminal that belongs to no summit yet: as the waiting screen, with what went wrong in place of the programme.
#include <algorithm>

#include "kiosk/screens/camera_picture.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

constexpr float sign = 44, padding = 36;

bool in_trouble(const EnrolmentView& view) { return !view.problem.text.empty(); }

// What went wrong and what to do, beside its sign. No colour of a verdict: nobody is being judged here.
struct Panel {
    Paint& paint;
    const EnrolmentView& view;
    float x, width, scale = 1;

    [[nodiscard]] float words() const { return width - 2 * padding - 2 * sign - 24; }
    [[nodiscard]] Setting problem() const { return {scaled(theme::strong, scale), words(), 2}; }
    [[nodiscard]] Setting advice() const { return {scaled(theme::small, scale), words(), 4}; }
    [[nodiscard]] Setting detail() const { return {scaled(theme::small, scale), words(), 5}; }

    [[nodiscard]] float height() const {
        if (!in_trouble(view)) return 0;
        float tall = 2 * padding + paint.measure(view.problem, problem()).height + 8 +
                     paint.measure(view.advice, advice()).height;
        if (!view.detail.text.empty()) tall += 16 + paint.measure(view.detail, detail()).height;
        return tall;
    }
    void draw(float y) const {
        const Rect rect{x, y, width, height()};
        paint.fill(rect, paint.night().panel, theme::button_radius);
        paint.disc({x + padding + sign, rect.centre().y}, sign, theme::attention);
        paint.icon(Icon::warning, {x + padding + sign, rect.centre().y - 2}, sign * 1.25f, theme::ink, 2.6f);
        const float left = x + padding + 2 * sign + 24;
        y += padding;
        y += paint.text(view.problem, problem(), {left, y}, theme::white).height + 8;
        y += paint.text(view.advice, advice(), {left, y}, theme::white).height + 16;
        paint.text(view.detail, detail(), {left, y}, paint.night().second);
    }
};

float languages(Paint& paint, const EnrolmentView& view, float bottom, Intents& intents) {
    const Rect row{theme::margin, bottom - theme::pill_height, paint.width - 2 * theme::margin, theme::pill_height};
    language_row(paint, row, view.languages, paint.portrait() ? 4 : 8, paint.night(), intents);
    return row.y;
}

void add_words(Column& column, Paint& paint, float gap, const Label& label, float x, const Setting& setting,
               Colour colour) {
    if (label.text.empty()) return;
    column.add(gap, paint.measure(label, setting).height,
               [&paint, &label, x, setting, colour](float y) { paint.text(label, setting, {x, y}, colour); });
}

// What is good to know besides: how a code is made, how the terminal is ended.
void add_notes(Column& column, Paint& paint, float gap, const EnrolmentView& view, float x, Setting setting) {
    add_words(column, paint, gap, view.help, x, setting, paint.night().second);
    setting.type = theme::status;
    add_words(column, paint, 12, view.ending, x, setting, paint.night().second);
}

void upright(Paint& paint, const EnrolmentView& view, float top, float bottom, Intents& intents) {
    const float x = theme::margin, wide = paint.width - 2 * x;
    float y = top + 44;
    y += paint.text(view.title, {theme::title, wide, 2, Side::centre}, {x, y}, theme::white).height + 12;
    y += paint.text(view.subtitle, {theme::second, wide, 3, Side::centre}, {x, y}, theme::white).height + 40;
    Column foot;
    add_notes(foot, paint, 0, view, x, {theme::small, wide, 3, Side::centre});
    const Panel panel{paint, view, x, wide};
    if (in_trouble(view)) foot.add(28, panel.height(), [&panel](float at) { panel.draw(at); });
    const float foot_y = languages(paint, view, bottom, intents) - 32 - foot.height();
    foot.draw(foot_y);
    const float space = foot_y - 32 - y, tall = std::min(space, wide * 0.96f);
    camera_picture(paint, {x, y + (space - tall) / 2, wide, tall}, view);
}

// All that is said on a lying screen, beside the picture. The advice says what to hold up or to make, so that while
// there is a problem the subtitle makes way for it.
Column lying_words(Paint& paint, const EnrolmentView& view, const Panel& panel) {
    const float x = panel.x, wide = panel.width, scale = panel.scale;
    Column column;
    const auto title = in_trouble(view) ? theme::heading : theme::title;
    add_words(column, paint, 0, view.title, x, {scaled(title, scale), wide, 3}, theme::white);
    if (in_trouble(view))
        column.add(28 * scale, panel.height(), [&panel](float y) { panel.draw(y); });
    else
        add_words(column, paint, 20, view.subtitle, x, {theme::second, wide, 3}, theme::white);
    add_notes(column, paint, 28 * scale, view, x, {scaled(theme::small, scale), wide, 3});
    return column;
}

void lying(Paint& paint, const EnrolmentView& view, float top, float bottom, Intents& intents) {
    const float pills = languages(paint, view, bottom, intents) - 32, room = pills - top - 32;
    const float share = in_trouble(view) ? 0.36f : 0.46f; // of the width: the picture makes way, too
    const float wide = std::min(room * 1.22f, paint.width * share), tall = std::min(room, wide);
    const float picture_x = paint.width - theme::margin - wide;
    camera_picture(paint, {picture_x, top + 32 + (room - tall) / 2, wide, tall}, view);
    const auto panel_at = [&](float scale) {
        return Panel{paint, view, theme::margin, picture_x - 2 * theme::margin, scale};
    };
    const float scale = scale_to(room, [&](float by) { return lying_words(paint, view, panel_at(by)).height(); });
    const Panel panel = panel_at(scale);
    const Column words = lying_words(paint, view, panel);
    words.draw(top + std::max(24.f, (pills - top - words.height()) * 0.42f));
}

} // namespace

void draw(const EnrolmentView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float top = header(paint, view.header), bottom = status_strip(paint, view.status) - 32;
    (paint.portrait() ? upright : lying)(paint, view, top, bottom, intents);
}

} // namespace foyer
