#include <algorithm>
#include <cmath>

#include "kiosk/screens/controls.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/verdict_card.h"

namespace foyer {
namespace {

// How the main part of a verdict stands: everything in it scales together until it fits.
struct Hero {
    Paint& paint;
    const VerdictView& view;
    const theme::Ground& ground;
    float x, width, scale;
    float shape_scale = 1; // of the shape besides

    [[nodiscard]] theme::Type scaled(theme::Type type) const {
        return {std::max(theme::smallest, type.size * scale), type.line_height, type.bold};
    }
    void words(Column& column, float gap, const Label& label, theme::Type type, int lines, Colour colour) const {
        if (label.text.empty()) return;
        const auto setting = paint.on_one_line(label, {scaled(type), width, lines, Side::centre, theme::smallest});
        column.add(gap * scale, paint.measure(label, setting).height,
                   [this, &label, setting, colour](float y) { paint.text(label, setting, {x, y}, colour); });
    }
    void shape(Column& column, float radius) const {
        const float r = radius * scale * shape_scale;
        column.add(0, 2.36f * r, [this, r](float y) {
            plate(paint, {x + width / 2, y + 1.18f * r}, r, view.kind, view.big_arrow, ground, view.seconds_shown);
        });
    }
};

// The room to go to: the largest word on the screen, the way beside it. On a lying screen the sign of a full room
// stands on the other side of it, because height is dear there.
void code_row(Column& column, const Hero& hero) {
    const auto type = hero.scaled(theme::code);
    const auto label = plain(hero.view.big_code);
    const bool full = hero.view.kind == VerdictKind::full, sign = full && !hero.paint.portrait();
    const float side = 250 * hero.scale, gap = 56 * hero.scale, tall = type.size;
    const float arrow = hero.view.big_arrow == Arrow::none ? 0 : side + gap, before = sign ? side + gap : 0;
    const float wide = std::min(hero.paint.measure(label, {type}).width * 1.02f, hero.width - arrow - before);
    column.add(16 * hero.scale, tall, [&hero, label, type, full, before, arrow, side, gap, wide, tall](float y) {
        auto& paint = hero.paint;
        const float left = hero.x + (hero.width - wide - arrow - before) / 2 + before;
        const float seconds = static_cast<float>(hero.view.seconds_shown);
        if (before > 0)
            plate(paint, {left - gap - side / 2, y + tall / 2}, side * 0.42f, VerdictKind::full, Arrow::none,
                  hero.ground, seconds);
        paint.text_in({left, y, wide, tall}, label, {type, wide, 1, Side::start, theme::smallest}, theme::white);
        if (arrow <= 0) return;
        const Point centre{left + wide + gap + side / 2, y + tall / 2};
        if (full)
            paint.arrow(hero.view.big_arrow, centre, side * 0.8f, theme::white, 3);
        else
            plate(paint, centre, side / 2, VerdictKind::go_elsewhere, hero.view.big_arrow, hero.ground, seconds);
    });
}

void admitted(Column& column, const Hero& hero) {
    hero.shape(column, 140);
    hero.words(column, 30, hero.view.greeting, theme::second, 1, theme::white);
    hero.words(column, 0, hero.view.name, theme::name, 2, theme::white);
    hero.words(column, 2, hero.view.latin_name, theme::latin, 1, theme::white);
    hero.words(column, 10, hero.view.affiliation, theme::body, 2, hero.ground.second);
}

// Good morning and the name, on one line when both fit.
void greeted(Column& column, const Hero& hero) {
    const auto& view = hero.view;
    if (view.name.text.empty()) {
        hero.words(column, 30, view.greeting, theme::second, 1, theme::white);
        return;
    }
    const auto type = hero.scaled(theme::second);
    // A full-width comma brings its own space.
    const bool wide_comma = view.greeting.text.ends_with("，");
    const float space = wide_comma ? 0 : type.size * 0.28f, first = hero.paint.measure(view.greeting, {type}).width,
                second = hero.paint.measure(view.name, {type}).width;
    if (first + space + second > hero.width) {
        hero.words(column, 30, view.greeting, theme::second, 1, theme::white);
        hero.words(column, 0, view.name, theme::second, 1, theme::white);
    } else {
        column.add(30 * hero.scale, type.size * type.line_height, [&hero, type, first, second, space](float y) {
            const float left = hero.x + (hero.width - first - space - second) / 2, base = y + type.size;
            hero.paint.text_on(hero.view.greeting, {type}, {left, base}, theme::white);
            hero.paint.text_on(hero.view.name, {type}, {left + first + space, base}, theme::white);
        });
    }
}

// Another room: what it is about, the room, when, and how to get there.
void to_another_room(Column& column, const Hero& hero) {
    const auto& view = hero.view;
    const bool full = view.kind == VerdictKind::full;
    if (full && hero.paint.portrait()) hero.shape(column, 100);
    greeted(column, hero);
    hero.words(column, full ? 26 : 4, view.title, full ? theme::second : theme::title, 2, theme::white);
    if (full) hero.words(column, 0, view.advice, theme::title, 2, theme::white);
    code_row(column, hero);
    hero.words(column, 10, view.big_line, theme::second, 2, theme::white);
    if (!full) hero.words(column, 0, view.advice, theme::second, 2, theme::white);
}

void not_admitted(Column& column, const Hero& hero) {
    if (!hero.view.big_code.empty()) return to_another_room(column, hero);
    hero.shape(column, 132);
    greeted(column, hero);
    hero.words(column, 6, hero.view.title, theme::verdict, 2, theme::white);
    hero.words(column, 14, hero.view.big_line, theme::second, 3, theme::white);
    hero.words(column, 10, hero.view.advice, theme::second, 3, theme::white);
}

Column hero_column(const Hero& hero) {
    Column column;
    (hero.view.kind == VerdictKind::admitted ? admitted : not_admitted)(column, hero);
    return column;
}

// What staff need to know, quiet, in a darker field.
float staff_panel(Paint& paint, const VerdictView& view, const theme::Ground& ground, Rect within, bool draw_it) {
    if (view.staff_line.text.empty()) return 0;
    const Rect line{within.x + 40, within.y + 28, within.width - 80, 0};
    const Setting measured{theme::small, line.width - 46 - theme::icon_gap, 2};
    const float tall = paint.measure(view.staff_line, measured).height + 56;
    if (draw_it) {
        paint.fill({within.x, within.y, within.width, tall}, ground.panel, theme::button_radius);
        signed_line(paint, line, Icon::info, Arrow::none, ground.second, view.staff_line, theme::small, theme::white);
    }
    return tall;
}

// Where to go from here, the first of them filled.
std::vector<Way> ways_on(const VerdictView& view) {
    const Way staff{"call staff", view.call_button, CallStaff{}}, day{"own day", view.own_day_button, OpenOwnDay{}},
        programme{"programme", view.programme_button, OpenProgramme{}},
        keep{"keep open", view.keep_open_button, KeepOpen{}};
    const Way& onwards = view.own_day_button.text.empty() ? programme : day;
    std::vector<Way> all =
        view.kind == VerdictKind::ask_a_person ? std::vector{staff, onwards, keep} : std::vector{onwards, staff, keep};
    std::erase_if(all, [](const Way& way) { return way.label.text.empty(); });
    if (all.size() > 1) all.front().look = Look::solid;
    return all;
}

Foot controls(Paint& paint, const VerdictView& view, const theme::Ground& ground, float bottom, Intents& intents) {
    const Choices choices{view.header, view.languages, 4};
    return foot(paint, {view.timeout, choices, ways_on(view)}, bottom, ground, intents);
}

struct Zone {
    Rect hero, card;
};

Zone zones(const Paint& paint, bool has_card, float top, Foot foot) {
    const Rect whole{theme::margin, top, paint.width - 2 * theme::margin, foot.over - top};
    if (paint.portrait()) return {whole, whole};
    const auto [first, second] = columns(paint, top, foot);
    if (!has_card) return paint.gathered() ? Zone{second, second} : Zone{whole, whole};
    return {first, second};
}

void rising(Paint& paint, double seconds) {
    const double left = 1 - std::clamp(seconds / theme::text_in, 0.0, 1.0), eased = left * left * left;
    paint.move_texts(theme::text_rise * static_cast<float>(eased), 1 - eased);
}

void body(Paint& paint, const VerdictView& view, const theme::Ground& ground, float top, Foot foot) {
    const bool has_card = view.card.has_value(), stacked = has_card && paint.portrait();
    auto zone = zones(paint, has_card, top, foot);
    // What staff read stands under the answer; gathered, under the card, which has more room than it needs.
    Rect& above = paint.gathered() && has_card ? zone.card : zone.hero;
    const Rect whole = foot.free.value_or(above);
    const float staff = staff_panel(paint, view, ground, whole, false);
    if (!foot.free) above.height -= staff > 0 ? staff + 28 : 0;
    const float room = stacked ? std::min(zone.hero.height, zone.card.height) : zone.hero.height;
    float shape = 1;
    VerdictView::Card facts = view.card.value_or(VerdictView::Card{});
    const auto hero_at = [&](float scale) {
        return Hero{paint, view, ground, zone.hero.x, zone.hero.width, scale, shape};
    };
    const bool said = has_card && !view.big_code.empty() && view.big_code == view.card->room_code;
    const auto card_at = [&](float scale) { return VerdictCard{paint, facts, said, ground, zone.card, scale}; };
    const auto hero_tall = [&](float scale) {
        const auto hero = hero_at(scale);
        return hero_column(hero).height();
    };
    const auto card_tall = [&](float scale) {
        if (!has_card) return 0.f;
        const auto card = card_at(scale);
        return card.height(card.column());
    };
    const auto both_tall = [&](float scale) { return hero_tall(scale) + 44 * scale + card_tall(scale); };

    const auto hero_fits = [&] {
        return stacked ? both_tall(scale_to(room, both_tall)) <= room : hero_tall(scale_to(room, hero_tall)) <= room;
    };
    const auto card_fits = [&] {
        return stacked ? hero_fits() : card_tall(scale_to(zone.card.height, card_tall)) <= zone.card.height;
    };
    // Where letters may not shrink any more, in larger text: the shape does, and what is least needed goes.
    while (shape > 0.5f && !hero_fits()) shape -= 0.1f;
    if (has_card) give_way(facts, card_fits);

    const float hero_scale = stacked ? scale_to(room, both_tall) : scale_to(room, hero_tall);
    const float card_scale = stacked ? hero_scale : scale_to(zone.card.height, card_tall);
    const auto hero = hero_at(hero_scale);
    const auto main = hero_column(hero);
    // Slack goes mostly below: the head of the screen stays where the eye first looks.
    const float slack = std::max(0.f, room - (stacked ? both_tall(hero_scale) : main.height()));
    const float y = top + slack * (stacked ? 0.3f : 0.42f);
    rising(paint, view.seconds_shown);
    main.draw(y);
    paint.move_texts(0, 1);
    if (has_card) {
        const auto card = card_at(card_scale);
        const auto said_there = card.column();
        const float spare = std::max(0.f, zone.card.height - card.height(said_there));
        card.draw(said_there, stacked ? y + main.height() + 44 * hero_scale + slack * 0.2f : top + spare * 0.42f);
    }
    staff_panel(paint, view, ground, {whole.x, whole.bottom() - staff, whole.width, staff}, true);
}

} // namespace

void draw(const VerdictView& view, Paint& paint, Intents& intents) {
    const auto& ground = ground_of(view.kind);
    const double in = std::clamp(view.seconds_shown / theme::ground_in, 0.0, 1.0);
    paint.ground(between(paint.night().top, ground.top, in), between(paint.night().bottom, ground.bottom, in));
    const float top = header(paint, view.header) + 28;
    const Foot foot = controls(paint, view, ground, status_strip(paint, view.status) - 20, intents);
    body(paint, view, ground, top, {foot.over - 36, foot.beside - 36, foot.free});
}

} // namespace foyer
