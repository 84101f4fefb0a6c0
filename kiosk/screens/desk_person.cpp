// Who is open at a staff desk, their delegation, and the conflict inbox.
#include <algorithm>

#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/layout.h"

namespace foyer {
namespace {

using Someone = DeskView::Someone;
using Comes = DeskView::Member::Comes;

constexpr float padding = 36;

struct Chip {
    Colour ground, ink;
};
Chip chip_of(Someone::Tone tone) {
    switch (tone) {
    case Someone::Tone::good: return {theme::green.top, theme::white};
    case Someone::Tone::attention: return {theme::attention, theme::ink};
    case Someone::Tone::neutral: break;
    }
    return {theme::neutral_chip, theme::ink};
}

void chip(Paint& paint, const Someone& person, Point at) {
    const auto [ground, ink] = chip_of(person.tone);
    const float wide = paint.measure(person.state, {theme::desk_strong}).width + 40;
    const Rect rect{at.x, at.y, wide, 54};
    paint.fill(rect, ground, theme::chip_radius);
    paint.text_in(rect, person.state, {theme::desk_strong, 0, 1, Side::centre}, ink);
}

// A line's name beside its value.
struct LineSetting {
    Setting name, value;
    explicit LineSetting(float wide)
        : name{theme::desk, wide * 0.28f, 1, Side::start, 22}, value{theme::desk_strong, wide * 0.72f - 16, 2} {}
    float height(Paint& paint, const DeskView::Line& line) const {
        return std::max(paint.measure(line.name, name).height, paint.measure(line.value, value).height);
    }
};

Column about(Paint& paint, const Someone& person, float x, float wide, float scale) {
    Column column;
    const auto add = [&](const Label& label, const theme::Type& type, int lines, float above, Colour colour) {
        if (label.text.empty()) return;
        const Setting setting{scaled(type, scale), wide, lines};
        column.add(above, paint.measure(label, setting).height,
                   [&paint, &label, setting, x, colour](float y) { paint.text(label, setting, {x, y}, colour); });
    };
    column.add(0, 54, [&paint, &person, x](float y) { chip(paint, person, {x, y}); });
    add(person.name, theme::heading, 2, 14, theme::ink);
    add(person.latin_name, theme::row, 2, 0, theme::ink);
    add(person.role, theme::desk, 1, 4, theme::mute);
    const LineSetting setting(wide);
    for (const auto& line : person.lines)
        column.add(&line == &person.lines.front() ? 26 : 8, setting.height(paint, line),
                   [&paint, &line, setting, x, wide](float y) {
                       paint.text(line.name, setting.name, {x, y}, theme::mute);
                       paint.text(line.value, setting.value, {x + wide - setting.value.width, y}, theme::ink);
                   });
    return column;
}

// The last of what happened, from the foot up; gives the y of its top.
float events(Paint& paint, const Someone& person, Rect rect, std::size_t most) {
    const std::size_t shown = std::min(most, person.events.size());
    const float row = 46;
    float y = rect.bottom() - row * static_cast<float>(shown);
    const float top = y - 22;
    if (shown == 0) return rect.bottom();
    paint.fill({rect.x, top + 8, rect.width, theme::line_width}, theme::line);
    for (std::size_t i = 0; i < shown; ++i, y += row) {
        const auto& event = person.events[i];
        const auto ink = event.taken_back ? theme::mute : theme::ink;
        paint.text_in({rect.x, y, 110, row}, plain(event.time), {theme::desk_strong, 0, 1, Side::start}, theme::mute);
        paint.text_in({rect.x + 120, y, rect.width - 120, row}, event.what, {theme::desk, 0, 1, Side::start, 22}, ink);
    }
    return top;
}

void comes_sign(Paint& paint, Comes comes, Point centre) {
    switch (comes) {
    case Comes::arrived:
        paint.disc(centre, 27, theme::green.top);
        paint.tick(centre, 34, theme::white, 4, 1);
        return;
    case Comes::now: paint.ring(centre, 26, theme::green.top, 4); return;
    case Comes::absent:
        paint.fill({centre.x - 28, centre.y - 28, 56, 56}, theme::attention, theme::chip_radius);
        paint.fill({centre.x - 13, centre.y - 3, 26, 6}, theme::ink, 3);
        return;
    case Comes::withdrawn: paint.icon(Icon::close, centre, 40, theme::mute, 3); return;
    }
}

void member_row(Paint& paint, const DeskView::Member& member, Rect rect, Intents& intents) {
    const bool choosable = member.comes == Comes::now || member.comes == Comes::absent;
    if (choosable && paint.touch("member " + member.id.text, rect) == Touch::tapped)
        intents.emplace_back(ToggleAbsent{member.id});
    paint.fill({rect.x, rect.y, rect.width, theme::line_width}, theme::line);
    comes_sign(paint, member.comes, {rect.end() - 34, rect.centre().y});
    const float wide = rect.width - 84;
    const auto ink = choosable ? theme::ink : theme::mute;
    const Rect first =
        member.line.text.empty() ? Rect{rect.x, rect.y, wide, rect.height} : Rect{rect.x, rect.y + 8, wide, 42};
    paint.text_in(first, member.name, {theme::desk_strong, 0, 1, Side::start, 22}, ink);
    paint.text_in({rect.x, rect.y + 50, wide, 38}, member.line, {theme::desk, 0, 1, Side::start, 22}, theme::mute);
}

} // namespace

void desk_person(Paint& paint, const Someone& person, Rect rect) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(padding);
    const auto tall_at = [&](float scale) { return about(paint, person, inner.x, inner.width, scale).height(); };
    // What happened gives way, but for the newest.
    std::size_t shown = person.events.size();
    const auto room = [&] { return inner.height - (shown == 0 ? 0 : 46 * static_cast<float>(shown) + 22); };
    while (shown > 1 && tall_at(1) > room()) --shown;
    const float scale = scale_to(room(), tall_at);
    const Column column = about(paint, person, inner.x, inner.width, scale);
    column.draw(inner.y);
    (void)events(paint, person, inner, shown);
}

void desk_party(Paint& paint, const DeskView::Party& party, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(28);
    const Setting count{theme::desk, 0, 1, Side::end};
    const float counted = paint.measure(plain(party.count), count).width + 16;
    const Setting name{theme::desk_name, inner.width - counted, 2, Side::start, 24};
    float y = inner.y + paint.text(party.name, name, {inner.x, inner.y}, theme::ink).height;
    paint.text(plain(party.count), count, {inner.end(), inner.y + 4}, theme::mute);
    y += paint.text(party.line, {theme::desk, inner.width, 2, Side::start, 24}, {inner.x, y + 2}, theme::seats_few)
             .height;
    y += 12;
    float bottom = inner.bottom();
    if (!party.button.text.empty()) {
        const Rect all{inner.x, bottom - 96, inner.width, 96};
        const auto touched = paint.touch("together", all);
        paint.fill(all, theme::green.top, theme::button_radius);
        if (touched == Touch::down) paint.fill(all, with_alpha(theme::ink, theme::pressed_alpha), theme::button_radius);
        paint.text_in(all.inset(20, 0), party.button, {theme::desk_name, 0, 1, Side::centre, 24}, theme::white);
        if (touched == Touch::tapped) intents.emplace_back(DeskTap{DeskTap::What::together});
        bottom = all.y - 14;
    }
    constexpr float least = 96;
    const auto fit = static_cast<std::size_t>(std::max(1.f, (bottom - y) / least));
    const bool more = party.members.size() > fit;
    const std::size_t shown = more ? fit - 1 : party.members.size();
    for (std::size_t i = 0; i < shown; ++i, y += least)
        member_row(paint, party.members[i], {inner.x, y, inner.width, least}, intents);
    if (more)
        paint.text_in({inner.x, y, inner.width, bottom - y}, plain("+ " + std::to_string(party.members.size() - shown)),
                      {theme::desk_strong, 0, 1, Side::start}, theme::mute);
}

void desk_inbox_line(Paint& paint, const DeskView::Inbox& inbox, Rect rect, Intents& intents) {
    if (paint.touch("inbox", rect) == Touch::tapped) intents.emplace_back(DeskTap{DeskTap::What::open_inbox});
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(28, 14);
    paint.icon(Icon::inbox, {inner.x + 26, inner.centre().y}, 52, theme::seats_few, 2.2f);
    const float x = inner.x + 72, wide = inner.width - 72;
    paint.text_in({x, inner.y, wide, 44}, inbox.title, {theme::desk_strong, 0, 1, Side::start}, theme::seats_few);
    paint.text_in({x, inner.y + 44, wide, inner.height - 44}, inbox.first, {theme::desk, 0, 1, Side::start, 22},
                  theme::ink);
}

void desk_roll(Paint& paint, const DeskView::Roll& roll, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(padding);
    const auto parts = shares({inner.x, inner.bottom() - 96, inner.width, 96}, 2, 16);
    if (button(paint, "close roll", parts[0], roll.close_button, Look::ghost, theme::night))
        intents.emplace_back(DeskTap{DeskTap::What::close_roll});
    if (button(paint, "print roll", parts[1], roll.print_button, Look::ghost, theme::night))
        intents.emplace_back(roll.asks);
    float y = inner.y;
    y += paint.text(roll.title, {theme::row_strong, inner.width, 1, Side::start, 24}, {inner.x, y}, theme::ink).height;
    y += paint.text(roll.note, {theme::desk, inner.width, 3, Side::start, 22}, {inner.x, y}, theme::mute).height + 14;
    constexpr float tall = 58;
    for (const auto& row : roll.rows) {
        if (y + tall > parts[0].y - 16) break; // the paper has them all
        paint.fill({inner.x, y, inner.width, theme::line_width}, theme::line);
        paint.text_in({inner.x, y, inner.width - 140, tall}, row.place, {theme::desk_strong, 0, 1, Side::start, 22},
                      theme::ink);
        paint.text_in({inner.end() - 120, y, 120, tall}, plain(row.count), {theme::desk_strong, 0, 1, Side::end},
                      theme::ink);
        y += tall;
    }
}

void desk_inbox(Paint& paint, const DeskView::Inbox& inbox, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(padding);
    const Rect close{inner.end() - 220, inner.y, 220, 96};
    paint.text_in({inner.x, inner.y, inner.width - 240, 96}, inbox.title, {theme::row_strong, 0, 1, Side::start},
                  theme::ink);
    if (button(paint, "close inbox", close, inbox.close_button, Look::ghost, theme::night))
        intents.emplace_back(DeskTap{DeskTap::What::close_inbox});
    float y = close.bottom() + 16;
    constexpr float tall = 216;
    for (const auto& card : inbox.cards) {
        if (y + tall > inner.bottom()) break;
        paint.fill({inner.x, y, inner.width, theme::line_width}, theme::line);
        paint.text_in({inner.x, y + 8, inner.width, 46}, card.title, {theme::desk_strong, 0, 1, Side::start},
                      theme::seats_few);
        const Label who = card.who;
        const float name = who.text.empty() ? 0 : inner.width * 0.4f;
        paint.text_in({inner.x, y + 54, name, 44}, who, {theme::desk_strong, 0, 1, Side::start, 22}, theme::ink);
        paint.text_in({inner.x + name, y + 54, inner.width - name, 44}, card.what, {theme::desk, 0, 1, Side::start, 20},
                      theme::mute);
        const auto parts = shares({inner.x, y + 106, inner.width, 96}, card.decisions.size(), 12);
        for (std::size_t i = 0; i < card.decisions.size(); ++i)
            if (button(paint, "decide " + card.id + std::to_string(i), parts[i], card.decisions[i].label, Look::ghost,
                       theme::night))
                intents.emplace_back(DecideCard{card.id, card.decisions[i].choice});
        y += tall;
    }
}

} // namespace foyer
