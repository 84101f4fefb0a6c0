// A staff desk: a field to search in with who was found on the one side, who is open beside it, what can be done at the
// foot. Denser than a guest's screen: for one person who sits before it.
#include <algorithm>

#include "kiosk/app/typing.h"
#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

using Row = DeskView::Row;
using What = DeskTap::What;

constexpr const theme::Ground& tone = theme::night;
constexpr float gap = 24, field_tall = 100, told_tall = 84, action_tall = 100;

// Where the terminal stands, the clock, and the way out.
float head(Paint& paint, const DeskView& view, Intents& intents) {
    const Rect bar{0, 0, paint.width, theme::desk_head};
    paint.fill(bar, theme::strip);
    float end = paint.width - theme::desk_margin;
    const Label clock = plain(view.header.clock);
    paint.text_in({end - 140, bar.y, 140, bar.height}, clock, {theme::desk_strong, 0, 1, Side::end}, theme::white);
    end -= 140 + gap;
    const auto offer = [&](const char* id, const Label& label, Icon icon, What what) {
        if (label.text.empty()) return;
        const float wide = std::max(180.f, paint.measure(label, {theme::pill}).width + 110);
        const Rect at{end - wide, bar.y + 4, wide, bar.height - 8};
        if (pill(paint, id, at, label, Look::ghost, tone, icon)) intents.emplace_back(DeskTap{what});
        end -= wide + gap;
    };
    offer("lock", view.lock_button, Icon::lock, What::lock);
    offer("roll", view.roll_button, Icon::people, What::open_roll);
    const Label where{view.checkpoint.text, view.checkpoint.language};
    const float x = std::max(theme::desk_margin, theme::staff_corner * 0.3f);
    paint.text_in({x, bar.y, end - x, bar.height}, where, {theme::desk_strong, 0, 1, Side::start}, theme::white);
    return bar.bottom();
}

void search_field(Paint& paint, const DeskView& view, Rect rect, Intents& intents) {
    paint.fill(rect, theme::white, theme::button_radius);
    if (view.search.focused) paint.outline(rect, theme::found, theme::button_radius, 4);
    paint.icon(Icon::search, {rect.x + 48, rect.centre().y}, 44, theme::mute, 2.6f);
    float end = rect.end() - 20;
    const Rect clear{rect.end() - 96, rect.y + 4, 92, rect.height - 8};
    if (!view.search.empty) {
        if (paint.touch("clear", clear) == Touch::tapped) intents.emplace_back(DeskTap{What::clear});
        paint.icon(Icon::close, clear.centre(), 36, theme::mute, 2.6f);
        end = clear.x;
    }
    const Rect field{rect.x, rect.y, end - rect.x, rect.height};
    if (paint.touch("search", field) == Touch::tapped) intents.emplace_back(FocusField{});
    const Setting count{theme::desk, 0, 1, Side::end};
    const float counted = std::min(paint.measure(view.search.found, count).width, 0.45f * rect.width);
    if (counted > 0)
        paint.text_in({end - counted, rect.y, counted, rect.height}, view.search.found,
                      {theme::desk, counted, 1, Side::end, 22}, theme::mute);
    const float x = rect.x + 90, wide = end - counted - 16 - x;
    const theme::Type type = view.search.empty ? theme::desk : theme::row;
    paint.text_in({x, rect.y, wide, rect.height}, view.search.text, {type, wide, 1, Side::start, 24},
                  view.search.empty ? theme::mute : theme::ink);
    const float typed = view.search.empty ? 0 : paint.measure(view.search.text, {type, wide, 1, Side::start, 24}).width;
    if (view.search.focused) paint.fill({x + typed + 3, rect.y + 26, 3, rect.height - 52}, theme::found);
}

// What was searched for, marked behind the words; not in scripts whose letters join, where a part has no place of its
// own.
void mark(Paint& paint, const Label& label, const Row& row, const theme::Type& type, Rect line, Colour colour) {
    const Setting free{type};
    const Label before{label.text.substr(0, row.from), label.language};
    const Label found{label.text.substr(row.from, row.length), label.language};
    if (reads_right_to_left(label.language) || paint.measure(label, free).width > line.width) return;
    const float x = line.x + paint.measure(before, free).width;
    paint.fill({x - 2, line.y + 2, paint.measure(found, free).width + 4, line.height - 4}, colour, 8);
}

void state_sign(Paint& paint, const Row& row, Point centre, Colour ring) {
    if (row.state == DeskView::State::arrived) {
        paint.disc(centre, 27, theme::green.top);
        paint.tick(centre, 34, theme::white, 4, 1);
    } else if (row.state == DeskView::State::withdrawn) {
        paint.icon(Icon::close, centre, 40, ring, 3);
    } else {
        paint.ring(centre, 26, ring, 3.5f);
    }
}

void person_row(Paint& paint, const Row& row, Rect rect, Intents& intents) {
    const auto touched = paint.touch("person " + row.id.text, rect);
    paint.fill(rect, row.chosen ? theme::white : theme::lane_past, theme::row_radius);
    if (touched == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::row_radius);
    const auto ink = row.chosen ? theme::ink : theme::white, second = row.chosen ? theme::mute : tone.second;
    const auto marked = row.chosen ? theme::found_on_white : with_alpha(theme::found, 0.4);
    float aside = 72;
    if (!row.case_number.empty()) {
        const float wide = paint.measure(plain(row.case_number), {theme::desk_strong}).width + 32;
        const Rect chip{rect.end() - 20 - wide, rect.centre().y - 28, wide, 56};
        paint.fill(chip, theme::attention, theme::chip_radius);
        paint.text_in(chip, plain(row.case_number), {theme::desk_strong, 0, 1, Side::centre}, theme::ink);
        aside = wide + 24;
    } else {
        state_sign(paint, row, {rect.end() - 50, rect.centre().y}, row.chosen ? theme::mute : tone.border);
    }
    const float x = rect.x + 26, wide = rect.width - 26 - aside - 16;
    const Rect first{x, rect.y + 6, wide, 48}, second_line{x, rect.y + 54, wide, 40};
    const Setting name{theme::desk_name, wide, 1, Side::start, 24}, line{theme::desk, wide, 1, Side::start, 24};
    if (row.marked == Row::Marked::name) mark(paint, row.name, row, theme::desk_name, first, marked);
    if (row.marked == Row::Marked::line) mark(paint, row.line, row, theme::desk, second_line, marked);
    paint.text_in(row.line.text.empty() ? Rect{x, rect.y, wide, rect.height} : first, row.name, name, ink);
    paint.text_in(second_line, row.line, line, second);
    if (touched == Touch::tapped) intents.emplace_back(ChoosePerson{row.id});
}

// As many rows as there is room for, in as many columns; then what is left to say.
void list(Paint& paint, const DeskView& view, Rect rect, std::size_t columns, Intents& intents) {
    const float more_tall = view.more.text.empty() ? 0 : 56;
    const float row_tall = theme::desk_row + 12, room = rect.height - more_tall;
    const auto down = static_cast<std::size_t>(std::max(1.f, room / row_tall));
    const std::size_t shown = std::min(view.rows.size(), down * columns);
    const auto widths = shares({rect.x, 0, rect.width, 0}, columns, gap);
    for (std::size_t i = 0; i < shown; ++i) {
        const Rect& column = widths[i / down];
        const float y = rect.y + static_cast<float>(i % down) * row_tall;
        person_row(paint, view.rows[i], {column.x, y, column.width, theme::desk_row}, intents);
    }
    const float y = rect.y + static_cast<float>(std::min(shown, down)) * row_tall;
    const Setting setting{theme::desk, rect.width - 16, 2, Side::start, 24};
    paint.text(view.more, setting, {rect.x + 8, y + 6}, tone.second);
}

void actions(Paint& paint, const DeskView& view, Rect rect, std::size_t a_row, Intents& intents) {
    const std::size_t rows = (view.actions.size() + a_row - 1) / std::max<std::size_t>(1, a_row);
    const float tall = (rect.height - gap / 2 * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    for (std::size_t i = 0; i < view.actions.size(); ++i) {
        const auto& action = view.actions[i];
        const std::size_t row = i / a_row, in_row = std::min(a_row, view.actions.size() - row * a_row);
        const Rect line{rect.x, rect.y + static_cast<float>(row) * (tall + gap / 2), rect.width, tall};
        const Rect at = shares(line, in_row, gap / 2)[i % a_row];
        const auto id = "action " + std::to_string(static_cast<int>(action.what));
        if (button(paint, id, at, action.label, action.main ? Look::solid : Look::ghost, tone,
                   action.main ? std::optional{Icon::tick} : std::nullopt))
            intents.emplace_back(DeskTap{action.what});
    }
}

void hint(Paint& paint, const Label& words, Rect rect) {
    paint.outline(rect, tone.pill, theme::card_radius);
    paint.icon(Icon::search, {rect.centre().x, rect.centre().y - 60}, 90, tone.border, 2);
    paint.text_in({rect.x + 40, rect.centre().y, rect.width - 80, 120}, words, {theme::row, 0, 3, Side::centre},
                  tone.second);
}

void locked(Paint& paint, const DeskView::Locked& view, float top, float bottom, Intents& intents) {
    const float wide = std::min(900.f, paint.width - 2 * theme::margin), x = (paint.width - wide) / 2;
    const float middle = (top + bottom) / 2;
    paint.icon(Icon::lock, {paint.width / 2, middle - 210}, 150, tone.border, 1.8f);
    paint.text_in({x, middle - 110, wide, 90}, view.title, {theme::heading, 0, 1, Side::centre}, theme::white);
    paint.text_in({x, middle - 20, wide, 110}, view.line, {theme::body, 0, 2, Side::centre}, tone.second);
    if (button(paint, "unlock", {x + wide / 4, middle + 130, wide / 2, theme::button_height}, view.button, Look::solid,
               tone, Icon::lock))
        intents.emplace_back(DeskTap{What::unlock});
}

// Who waits for staff; who is open, or a form over it, with the delegation and the inbox beside or below.
void middle(Paint& paint, const DeskView& view, Rect rect, Intents& intents) {
    constexpr float call_tall = 96;
    constexpr std::size_t calls_most = 3;
    for (std::size_t i = 0; i < std::min(calls_most, view.calls.size()); ++i) {
        desk_call(paint, view.calls[i], {rect.x, rect.y, rect.width, call_tall}, intents);
        rect = {rect.x, rect.y + call_tall + gap / 2, rect.width, rect.height - call_tall - gap / 2};
    }
    if (view.form) return desk_form(paint, *view.form, rect, intents);
    if (view.roll) return desk_roll(paint, *view.roll, rect, intents);
    if (view.inbox && !view.inbox->cards.empty()) return desk_inbox(paint, *view.inbox, rect, intents);
    const bool upright = paint.portrait();
    const float inbox_tall = 118;
    Rect person = rect;
    if (view.party || (view.inbox && !upright)) {
        Rect aside;
        if (upright) {
            aside = {rect.x, rect.y + rect.height * 0.6f, rect.width, rect.height * 0.4f};
            person.height = aside.y - gap - rect.y;
        } else {
            aside = {rect.end() - 500, rect.y, 500, rect.height};
            person.width = aside.x - gap - rect.x;
        }
        if (view.inbox && !upright) {
            desk_inbox_line(paint, *view.inbox, {aside.x, aside.bottom() - inbox_tall, aside.width, inbox_tall},
                            intents);
            aside.height -= inbox_tall + gap;
        }
        if (view.party) desk_party(paint, *view.party, aside, intents);
    } else if (view.inbox) {
        desk_inbox_line(paint, *view.inbox, {rect.x, rect.bottom() - inbox_tall, rect.width, inbox_tall}, intents);
        person.height -= inbox_tall + gap;
    }
    view.person ? desk_person(paint, *view.person, person) : hint(paint, view.hint, person);
}

// The field, the list under it, and the way to somebody who is on no list.
void finding(Paint& paint, const DeskView& view, Rect rect, std::size_t columns, Intents& intents) {
    const float wide = columns == 1 && !paint.portrait() ? rect.width : rect.width - 320 - gap;
    search_field(paint, view, {rect.x, rect.y, wide, field_tall}, intents);
    const bool beside = wide < rect.width;
    const Rect add = beside ? Rect{rect.end() - 320, rect.y, 320, field_tall}
                            : Rect{rect.x, rect.bottom() - theme::pill_height, rect.width, theme::pill_height};
    if (button(paint, "walk in", add, view.walk_in_button, Look::ghost, tone, Icon::people))
        intents.emplace_back(DeskTap{What::walk_in});
    const float y = rect.y + field_tall + 16, bottom = beside ? rect.bottom() : add.y - 12;
    list(paint, view, {rect.x, y, rect.width, bottom - y}, columns, intents);
}

} // namespace

void draw(const DeskView& view, Paint& paint, Intents& intents) {
    paint.ground(tone.top, tone.bottom);
    const float top = head(paint, view, intents) + gap;
    float bottom = status_strip(paint, view.status) - gap;
    if (view.locked) return locked(paint, *view.locked, top, bottom, intents);
    const float x = theme::desk_margin, wide = paint.width - 2 * x;
    if (view.keys) {
        const float tall = desk_keys_height(*view.keys, paint);
        desk_keys(paint, *view.keys, {x, bottom - tall, wide, tall}, intents);
        bottom -= tall + gap;
    }
    if (view.told) {
        desk_told(paint, *view.told, {x, bottom - told_tall, wide, told_tall}, intents);
        bottom -= told_tall + gap;
    }
    const bool upright = paint.portrait();
    if (!view.actions.empty() && !view.form && !view.keys) {
        const std::size_t a_row = upright ? 3 : 6;
        const float rows = view.actions.size() > a_row ? 2 : 1, tall = rows * action_tall + (rows - 1) * gap / 2;
        actions(paint, view, {x, bottom - tall, wide, tall}, a_row, intents);
        bottom -= tall + gap;
    }
    const Rect all{x, top, wide, bottom - top};
    if (view.keys) { // only what is typed into has room beside it
        if (view.form) return desk_form(paint, *view.form, all, intents);
        finding(paint, view, all, upright ? 1 : 2, intents);
        return;
    }
    if (upright) {
        const float list_tall = field_tall + 16 + (view.person ? 3 : 6) * (theme::desk_row + 12) + 56;
        finding(paint, view, {x, top, wide, list_tall}, 1, intents);
        middle(paint, view, {x, top + list_tall + gap, wide, all.height - list_tall - gap}, intents);
        return;
    }
    finding(paint, view, {x, top, 560, all.height}, 1, intents);
    middle(paint, view, {x + 560 + gap, top, wide - 560 - gap, all.height}, intents);
}

} // namespace foyer
