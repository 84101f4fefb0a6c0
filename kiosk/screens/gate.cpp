// A gate: on one side what the guest is told, to be read from 3 m; on the other, for the steward, how full it is and
// who came last. The second side keeps its place whoever is told something, and in whatever language.
#include <algorithm>

#include "kiosk/screens/camera_picture.h"
#include "kiosk/screens/fill_bar.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

using Told = GateView::Told;

// What the guest is told: everything in it scales together until it fits.
struct Stage {
    Paint& paint;
    const Told& told;
    const theme::Ground& ground;
    Rect zone;
    float scale;

    void words(Column& column, float gap, const Label& label, theme::Type type, int lines) const {
        if (label.text.empty()) return;
        const auto sized = scaled(type, scale);
        const float smallest = std::max(theme::smallest, sized.size / 2); // one long word must not be broken
        const auto setting = paint.on_one_line(label, {sized, zone.width, lines, Side::centre, smallest});
        column.add(gap * scale, paint.measure(label, setting).height,
                   [this, &label, setting](float y) { paint.text(label, setting, {zone.x, y}, theme::white); });
    }
    void shape(Column& column) const {
        const float r = 150 * scale;
        column.add(0, 2.36f * r, [this, r](float y) {
            plate(paint, {zone.centre().x, y + 1.18f * r}, r, told.kind, told.big_arrow, ground, told.seconds_shown);
        });
    }
    // The largest thing there is, and the way beside it.
    void room(Column& column) const {
        const auto type = scaled(theme::code, scale);
        const auto label = plain(told.big_code);
        const float side = told.big_arrow == Arrow::none ? 0 : 230 * scale, gap = side > 0 ? 48 * scale : 0;
        const float wide = std::min(paint.measure(label, {type}).width * 1.02f, zone.width - side - gap);
        column.add(8 * scale, type.size, [=, this](float y) {
            const float left = zone.x + (zone.width - wide - gap - side) / 2;
            paint.text_in({left, y, wide, type.size}, label, {type, wide, 1, Side::start, theme::smallest},
                          theme::white);
            if (side > 0)
                paint.arrow(told.big_arrow, {left + wide + gap + side / 2, y + type.size / 2}, side, theme::white, 3);
        });
    }
    void case_number(Column& column) const {
        const auto type = scaled(theme::case_number, scale);
        const auto number = plain(told.case_number);
        const float wide = paint.measure(number, {type}).width + type.size * 0.72f, tall = type.size * 1.34f;
        words(column, 26, told.case_label, theme::second, 1);
        column.add(12 * scale, tall, [=, this](float y) {
            const Rect rect{zone.x + (zone.width - wide) / 2, y, wide, tall};
            paint.fill(rect, ground.panel, theme::row_radius);
            paint.text_in(rect, number, {type, 0, 1, Side::centre, type.size}, theme::white);
        });
    }
    [[nodiscard]] Column column() const {
        Column column;
        shape(column);
        const bool admitted = told.kind == VerdictKind::admitted, elsewhere = !told.big_code.empty();
        if (admitted) {
            words(column, 24, told.word, theme::far, 2);
            words(column, 8, told.name, theme::name, 2);
            words(column, 0, told.latin_name, theme::second, 1);
            words(column, 10, told.line, theme::second, 2);
            return column;
        }
        words(column, 24, told.name, theme::second, 1);
        words(column, 4, told.word, elsewhere ? theme::title : theme::verdict, 2);
        // "There is a place for you in", and the room; or the room, and the way to it.
        const bool leads_on = told.kind == VerdictKind::full;
        if (leads_on) words(column, 4, told.line, theme::second, 2);
        if (elsewhere) room(column);
        words(column, 8, told.big_line, theme::second, 2);
        if (!leads_on) words(column, 4, told.line, theme::second, 2);
        if (!told.case_number.empty()) case_number(column);
        return column;
    }
};

void show_told(Paint& paint, const Told& told, const theme::Ground& ground, Rect zone) {
    const auto at = [&](float scale) { return Stage{paint, told, ground, zone, scale}; };
    const float scale = scale_to(zone.height, [&](float s) {
        const auto stage = at(s);
        return stage.column().height();
    });
    const auto stage = at(scale);
    const auto column = stage.column();
    column.draw(zone.y + std::max(0.f, zone.height - column.height()) * 0.42f);
}

void show_camera(Paint& paint, const GateView& view, Rect zone) {
    const auto title = paint.on_one_line(view.title, {theme::title, zone.width, 2, Side::centre});
    const float words = paint.measure(view.title, title).height;
    const float tall = std::min(zone.height - words - 40, zone.width * 0.75f), wide = std::min(zone.width, tall * 1.4f);
    const float top = zone.y + std::max(0.f, zone.height - words - 40 - tall) * 0.42f;
    paint.text(view.title, title, {zone.x, top}, theme::white);
    camera_picture(paint, {zone.x + (zone.width - wide) / 2, top + words + 40, wide, tall}, view);
}

// --- for the steward ---------------------------------------------------------------------------------------------

void mark_of(Paint& paint, VerdictKind kind, Point centre, const theme::Ground& ground) {
    plate(paint, centre, kind == VerdictKind::admitted ? 21 : 20, kind, Arrow::ahead, ground, theme::pulse);
}

void last_ones(Paint& paint, const GateView& view, const theme::Ground& ground, Rect zone) {
    constexpr float tall = 76, mark = 64;
    float y = zone.y;
    bool newest = view.told.has_value();
    for (const auto& one : view.passed) {
        if (y + tall > zone.bottom()) break;
        const theme::Type type = newest ? theme::small_strong : theme::small;
        const auto clock = plain(one.time);
        const float taken = paint.measure(clock, {type}).width + theme::gap;
        mark_of(paint, one.kind, {zone.x + 24, y + tall / 2}, ground);
        const float wide = zone.width - mark - taken;
        Setting who{type, wide, 1, Side::start};
        if (!paint.fits(one.who, who)) who = {{28, 1.15f, type.bold}, wide, 2, Side::start, 22};
        paint.text_in({zone.x + mark, y, wide, tall}, one.who, who, theme::white);
        paint.text_in({zone.x, y, zone.width, tall}, clock, {type, 0, 1, Side::end}, theme::white);
        y += tall;
        newest = false;
    }
}

// Gives the y of its top.
float foot(Paint& paint, const GateView& view, const theme::Ground& ground, Rect zone) {
    const auto line = [&](const Label& label, Icon icon, float bottom) {
        if (label.text.empty()) return bottom;
        const Setting words{theme::small, zone.width - 46 - theme::icon_gap, 5};
        const float tall = paint.measure(label, words).height;
        signed_line(paint, {zone.x, bottom - tall, zone.width, tall}, icon, Arrow::none, ground.second, label,
                    theme::small, theme::white, words.lines);
        return bottom - tall - 22;
    };
    return line(view.session, Icon::clock, line(view.staff_line, Icon::info, zone.bottom()));
}

void panel(Paint& paint, const GateView& view, const theme::Ground& ground, Rect rect) {
    paint.fill(rect, ground.panel, theme::panel_radius, paint.portrait() ? Rounded::top : Rounded::start);
    const auto inside = rect.inset(48, 48);
    if (paint.portrait()) {
        const float half = (inside.width - 64) * 0.46f;
        fill_bar(paint, view.fill, {inside.x, inside.y, half, 0});
        last_ones(paint, view, ground, {inside.x + half + 64, inside.y - 12, inside.width - half - 64, inside.height});
        (void)foot(paint, view, ground, {inside.x, inside.y, half, inside.height});
        return;
    }
    const float y = fill_bar(paint, view.fill, {inside.x, inside.y, inside.width, 0}) + 40;
    paint.fill({inside.x, y, inside.width, theme::line_width}, with_alpha(theme::white, 0.4));
    last_ones(paint, view, ground, {inside.x, y + 24, inside.width, foot(paint, view, ground, inside) - y - 24});
}

} // namespace

void draw(const GateView& view, Paint& paint, Intents&) {
    const auto& ground = view.told ? ground_of(view.told->kind) : paint.night();
    const double in = view.told ? std::clamp(view.told->seconds_shown / theme::ground_in, 0.0, 1.0) : 1.0;
    paint.ground(between(paint.night().top, ground.top, in), between(paint.night().bottom, ground.bottom, in));
    const float bottom = status_strip(paint, view.status);
    const bool upright = paint.portrait();
    const float wide = upright ? paint.width : paint.width * 0.6875f, tall = upright ? bottom * 0.68f : bottom;
    panel(paint, view, ground,
          upright ? Rect{0, tall, wide, bottom - tall} : Rect{wide, 0, paint.width - wide, bottom});
    const float top = header(paint, view.header, wide) + 24;
    const Rect zone{theme::margin, top, wide - 2 * theme::margin, tall - top - 32};
    if (view.told)
        show_told(paint, *view.told, ground, zone);
    else
        show_camera(paint, view, zone);
}

} // namespace foyer
