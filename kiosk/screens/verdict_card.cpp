#include "kiosk/screens/verdict_card.h"

#include <algorithm>

#include "kiosk/screens/pieces.h"

namespace foyer {

theme::Type VerdictCard::scaled(theme::Type type) const {
    return {std::max(theme::smallest, type.size * scale), type.line_height, type.bold};
}

void VerdictCard::divider(Column& column) const {
    if (column.empty()) return;
    column.add(26 * scale, theme::line_width,
               [this](float y) { paint.fill({x(), y, width(), theme::line_width}, theme::line); });
}

void VerdictCard::heading(Column& column) const {
    if (card.heading.text.empty() && card.time.empty()) return;
    const bool timed = !card.time.empty();
    const auto clock = plain(card.time);
    const Setting time{scaled(theme::time), 0, 1, Side::end};
    const float taken = timed ? paint.measure(clock, time).width + theme::gap : 0;
    const Setting words{scaled(timed ? theme::strong : theme::body), width() - taken, 2},
        soon{scaled(theme::small), width() - taken, 1};
    const float first = paint.measure(card.heading, words).height, second = paint.measure(card.starts_in, soon).height;
    const float tall = std::max(first + second, timed ? time.type.size * 1.05f : 0);
    column.add(0, tall, [=, this](float y) {
        const float top = y + (tall - first - second) / 2;
        paint.text(card.heading, words, {x(), top}, timed ? ground.mark : theme::mute);
        paint.text(card.starts_in, soon, {x(), top + first}, theme::mute);
        if (timed) paint.text_in({x(), y, width(), tall}, clock, time, theme::ink);
    });
}

void VerdictCard::title(Column& column) const {
    if (card.title.text.empty()) return;
    // A desk has no room code: then the way to it stands beside its name.
    const bool arrow = card.room_code.empty() && card.hint.text.empty() && card.arrow != Arrow::none;
    const float side = 96 * scale;
    const Setting words{scaled(card.room_code.empty() ? theme::heading : theme::session),
                        width() - (arrow ? side + theme::gap : 0), 3};
    const float tall = paint.measure(card.title, words).height;
    column.add(8 * scale, tall, [this, words, arrow, side, tall](float y) {
        paint.text(card.title, words, {x(), y}, theme::ink);
        if (arrow) paint.arrow(card.arrow, {x() + width() - side / 2, y + tall / 2}, side, ground.mark, 3);
    });
}

void VerdictCard::room(Column& column) const {
    const auto code = said_above ? std::string() : card.room_code;
    if (code.empty() && card.room_line.text.empty() && card.minutes.text.empty()) return;
    divider(column);
    const auto type = scaled(theme::room);
    const float high = code.empty() ? 0 : type.size * 1.36f;
    const float chip = code.empty() ? 0 : room_chip_width(paint, high, code, type) + 28;
    const Setting line{scaled(theme::strong), width() - chip, 2}, minutes{scaled(theme::small), width() - chip, 1};
    const float first = paint.measure(card.room_line, line).height,
                second = paint.measure(card.minutes, minutes).height;
    const float tall = std::max(high, first + second);
    column.add(28 * scale, tall, [=, this](float y) {
        if (!code.empty())
            room_chip(paint, {x(), y + (tall - high) / 2}, high, code,
                      card.partners.empty() ? paint.forum(card.room_colour) : theme::ink, type);
        const float top = y + (tall - first - second) / 2;
        paint.text(card.room_line, line, {x() + chip, top}, theme::ink);
        paint.text(card.minutes, minutes, {x() + chip, top + first}, theme::mute);
    });
}

// Whom the guest meets: the name, beside it whether they are there.
void VerdictCard::partners(Column& column) const {
    if (!card.partners.empty()) divider(column);
    for (std::size_t i = 0; i < card.partners.size(); ++i) {
        const VerdictView::Partner& partner = card.partners[i];
        const Setting state{scaled(theme::small), 0, 1, Side::end};
        const float icon = 40 * scale, aside = paint.measure(partner.state, state).width + icon + 14;
        const Setting name{scaled(theme::strong), width() - aside - 24, 2}, line{scaled(theme::small), width(), 2};
        const float first = paint.measure(partner.name, name).height, second = paint.measure(partner.line, line).height;
        column.add((i == 0 ? 24 : 14) * scale, first + second, [=, this, &partner](float y) {
            paint.text(partner.name, name, {x(), y}, theme::ink);
            const float middle = y + name.type.size * name.type.line_height / 2;
            const auto colour = partner.there ? theme::seats_left : theme::mute;
            const float end = x() + width(), sign = end - aside + icon / 2;
            if (partner.there)
                paint.tick({sign, middle}, icon, colour, 4, 1);
            else
                paint.icon(Icon::clock, {sign, middle}, icon, colour, 2.4f);
            paint.text_in({end - aside, middle - icon, aside, 2 * icon}, partner.state, state, colour);
            paint.text(partner.line, line, {x(), y + first}, theme::mute);
        });
    }
}

void VerdictCard::ways(Column& column) const {
    const auto type = scaled(theme::row);
    const auto add = [&](const Label& label, Icon icon, Arrow arrow) {
        if (label.text.empty()) return;
        const Setting words{type, width() - 46 - theme::icon_gap, 2};
        const float tall = paint.measure(label, words).height;
        column.add(18 * scale, tall, [this, &label, icon, arrow, type, tall](float y) {
            signed_line(paint, {x(), y, width(), tall}, icon, arrow, ground.mark, label, type, theme::ink);
        });
    };
    if (!said_above) add(card.hint, Icon::walk, card.arrow);
    add(card.languages, Icon::headphones, Arrow::none);
}

void VerdictCard::case_row(Column& column) const {
    if (card.case_number.empty()) return;
    divider(column);
    const auto type = scaled(theme::case_number);
    const auto number = plain(card.case_number);
    const float plate_wide = paint.measure(number, {type}).width + type.size * 0.72f, plate_tall = type.size * 1.34f;
    const float beside = width() - plate_wide - 32;
    const Setting label{scaled(theme::strong), beside, 2}, advice{scaled(theme::small), beside, 3};
    const float first = paint.measure(card.case_label, label).height,
                second = paint.measure(card.case_advice, advice).height;
    const float tall = std::max(plate_tall, first + second);
    column.add(34 * scale, tall, [=, this](float y) {
        const float top = y + (tall - first - second) / 2;
        paint.text(card.case_label, label, {x(), top}, theme::ink);
        paint.text(card.case_advice, advice, {x(), top + first}, theme::mute);
        const Rect plate{x() + width() - plate_wide, y + (tall - plate_tall) / 2, plate_wide, plate_tall};
        paint.fill(plate, theme::ink, theme::row_radius);
        paint.text_in(plate, number, {type, 0, 1, Side::centre, type.size}, theme::white);
    });
}

Column VerdictCard::column() const {
    Column column;
    heading(column);
    title(column);
    room(column);
    partners(column);
    ways(column);
    case_row(column);
    return column;
}

void VerdictCard::draw(const Column& column, float y) const {
    paint.card({zone.x, y, zone.width, height(column)});
    column.draw(y + padding());
}

} // namespace foyer
