// A staff desk: a field to search in with who was found on the one side, who is open beside it, what can be done at the
// foot. Denser than a guest's screen: for one person who sits before it.
#include <algorithm>
#include <span>

#include "kiosk/app/guest.h"
#include "kiosk/app/typing.h"
#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/screens.h"
#include "sync/summit/reading.h"

namespace foyer {
namespace {

using Row = DeskView::Row;
using What = DeskTap::What;

constexpr float gap = 24, field_tall = 100, told_tall = 96, action_tall = 100;

// Where the terminal stands, the clock, and the way out. Lying, also what was done last: height is dear.
float head(Paint& paint, const DeskView& view, Intents& intents) {
    const Rect bar{0, 0, paint.width, theme::desk_head};
    paint.fill(bar, theme::strip);
    float end = paint.width - theme::desk_margin;
    const Label clock = plain(view.header.clock);
    paint.text_in({end - 110, bar.y, 110, bar.height}, clock, {theme::desk_strong, 0, 1, Side::end}, theme::white);
    end -= 110 + gap;
    const bool narrow = paint.portrait() && !view.board_button.text.empty(); // three words and where it stands
    const auto offer = [&](const char* id, const Label& label, Icon icon, What what, bool attention = false) {
        if (label.text.empty()) return;
        const float sign = narrow ? 0 : 56, wide = paint.measure(label, {theme::desk_strong}).width + 48 + sign;
        const Rect at{end - wide, bar.y + 4, wide, bar.height - 8};
        const auto touched = paint.touch(id, at);
        const Colour ink = attention ? theme::ink : theme::white;
        paint.fill(at, attention ? theme::attention : paint.night().pill, at.height / 2);
        if (touched == Touch::down) paint.fill(at, with_alpha(theme::white, theme::pressed_alpha), at.height / 2);
        if (!narrow) paint.icon(icon, {at.x + 46, at.centre().y}, 36, ink, 2.4f);
        paint.text_in({at.x + (narrow ? 24 : 74), at.y, wide - (narrow ? 48 : 98), at.height}, label,
                      {theme::desk_strong, 0, 1, Side::start}, ink);
        if (touched == Touch::tapped) intents.emplace_back(DeskTap{what});
        end -= wide + 14;
    };
    offer("lock", view.lock_button, Icon::lock, What::lock);
    offer("roll", view.roll_button, Icon::people, What::open_roll);
    offer("meetings", view.board_button, Icon::calendar, What::open_meetings, view.board_attention);
    const Label& where = view.checkpoint;
    const float x = std::max(theme::desk_margin, theme::staff_corner * 0.3f);
    const bool told = view.told && !paint.portrait();
    const float wide = told ? std::min(300.f, paint.measure(where, {theme::desk_strong}).width + 8) : end - x;
    const Setting standing{theme::desk_strong, wide, 1, Side::start, 22};
    if (wide > 0 && paint.fits(where, standing))
        paint.text_in({x, bar.y, wide, bar.height}, where, standing, theme::white);
    if (told) desk_told(paint, *view.told, {x + wide + gap, bar.y + 4, end - x - wide - gap, bar.height - 8}, intents);
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
    float counted = std::min(paint.measure(view.search.found, count).width, 0.45f * rect.width);
    if (end - counted - 16 - rect.x - 90 < 130) counted = 0; // what is typed comes first
    if (counted > 0)
        paint.text_in({end - counted, rect.y, counted, rect.height}, view.search.found,
                      {theme::desk, counted, 1, Side::end, 22}, theme::mute);
    const float x = rect.x + 90 + (view.search.empty ? 10 : 0); // beside the line that stands before the first letter
    const float wide = end - counted - 16 - x;
    const theme::Type type = view.search.empty ? theme::desk : theme::row;
    paint.text_in({x, rect.y, wide, rect.height}, view.search.text,
                  {type, wide, view.search.empty ? 2 : 1, Side::start, 22},
                  view.search.empty ? theme::mute : theme::ink);
    const float typed = view.search.empty ? 0 : paint.measure(view.search.text, {type, wide, 1, Side::start, 24}).width;
    // Latin letters and digits go on at their right, on a mirrored screen too.
    const bool reads_on = typed == 0 || !paint.mirrored() || !is_latin(view.search.text.text);
    if (view.search.focused)
        paint.fill({view.search.empty ? x - 10
                    : reads_on        ? x + typed + 3
                                      : x - 6,
                    rect.y + 26, 3, rect.height - 52},
                   theme::found);
}

// What was searched for, marked behind the words; not in scripts whose letters join, where a part has no place of its
// own.
void mark(Paint& paint, const Label& label, const Row& row, const theme::Type& type, Rect line, Colour colour) {
    const Setting free{type};
    const Label before{label.text.substr(0, row.from), label.language};
    const Label found{label.text.substr(row.from, row.length), label.language};
    if (reads_right_to_left(label.language) || paint.measure(label, free).width > line.width) return;
    const float skipped = paint.measure(before, free).width, wide = paint.measure(found, free).width;
    // On a mirrored screen these words still read from the left: their beginning is at the far end.
    const float x = paint.mirrored() ? line.x + paint.measure(label, free).width - skipped - wide : line.x + skipped;
    paint.fill({x - 2, line.y + 2, wide + 4, line.height - 4}, colour, 8);
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

// Of all rows of a list alike: one that is smaller than its neighbours looks less meant.
struct RowTypes {
    theme::Type name = theme::desk_name, line = theme::desk;
};

float aside_of(Paint& paint, const Row& row) {
    return row.case_number.empty() ? 72 : paint.measure(plain(row.case_number), {theme::desk_strong}).width + 32 + 24;
}

float words_wide(Paint& paint, const Row& row, float width) { return width - 26 - aside_of(paint, row) - 16; }

RowTypes types_of(Paint& paint, std::span<const Row> rows, float width) {
    RowTypes types;
    const auto shrink = [&](theme::Type& type, float least, auto label_of) {
        const auto fits = [&](const Row& row) {
            return paint.measure(label_of(row), {type}).width <= words_wide(paint, row, width);
        };
        while (type.size > least && !std::ranges::all_of(rows, fits)) type.size = std::max(least, type.size - 2);
    };
    shrink(types.name, 24, [](const Row& row) -> const Label& { return row.name; });
    shrink(types.line, 20, [](const Row& row) -> const Label& { return row.line; });
    return types;
}

void person_row(Paint& paint, const Row& row, const RowTypes& types, Rect rect, Intents& intents) {
    const auto touched = paint.touch("person " + row.id.text, rect);
    paint.fill(rect, row.chosen ? theme::white : between(paint.night().pill, paint.night().bottom, 0.7),
               theme::row_radius);
    if (touched == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::row_radius);
    const auto ink = row.chosen ? theme::ink : theme::white, second = row.chosen ? theme::mute : paint.night().second;
    const auto marked = row.chosen ? theme::found_on_white : with_alpha(theme::found, 0.4);
    if (!row.case_number.empty()) {
        const float wide = aside_of(paint, row) - 24;
        const Rect chip{rect.end() - 20 - wide, rect.centre().y - 28, wide, 56};
        paint.fill(chip, theme::attention, theme::chip_radius);
        paint.text_in(chip, plain(row.case_number), {theme::desk_strong, 0, 1, Side::centre}, theme::ink);
    } else {
        state_sign(paint, row, {rect.end() - 50, rect.centre().y}, row.chosen ? theme::mute : paint.night().border);
    }
    const float x = rect.x + 26, wide = words_wide(paint, row, rect.width);
    const Rect first{x, rect.y + 6, wide, 48}, second_line{x, rect.y + 54, wide, 40};
    const Setting name{types.name, wide, 1, Side::start, types.name.size},
        line{types.line, wide, 1, Side::start, types.line.size};
    if (row.marked == Row::Marked::name) mark(paint, row.name, row, types.name, first, marked);
    if (row.marked == Row::Marked::line) mark(paint, row.line, row, types.line, second_line, marked);
    paint.text_in(row.line.text.empty() ? Rect{x, rect.y, wide, rect.height} : first, row.name, name, ink);
    paint.text_in(second_line, row.line, line, second);
    if (touched == Touch::tapped) intents.emplace_back(ChoosePerson{row.id});
}

constexpr float row_step = theme::desk_row + 12;

std::size_t rows_in(float tall, std::size_t columns) {
    return static_cast<std::size_t>(std::max(1.f, (tall + 12) / row_step)) * columns;
}

// The rows of a page, in columns; what is left to say stands below them.
void list(Paint& paint, const DeskView& view, const Page& page, Rect rect, std::size_t columns, Intents& intents) {
    const std::size_t down = rows_in(rect.height, 1), seen = page.end - page.first;
    const auto widths = shares({rect.x, 0, rect.width, 0}, columns, gap);
    const auto types = types_of(paint, std::span{view.rows}.subspan(page.first, seen), widths.front().width);
    for (std::size_t i = 0; i < seen; ++i) {
        const Rect& column = widths[i / down];
        const float y = rect.y + static_cast<float>(i % down) * row_step;
        person_row(paint, view.rows[page.first + i], types, {column.x, y, column.width, theme::desk_row}, intents);
    }
    const float y = rect.y + static_cast<float>(std::min(seen, down)) * row_step;
    if (y + 40 > rect.bottom()) return;
    paint.text(view.more, {theme::desk, rect.width - 16, 2, Side::start, 24}, {rect.x + 8, y + 6},
               paint.night().second);
}

void action(Paint& paint, const DeskView::Action& action, const Label& label, Rect rect, Intents& intents) {
    const auto id = "action " + std::to_string(static_cast<int>(action.asks.what));
    if (button(paint, id, rect, label, action.main ? Look::solid : Look::ghost, paint.night()))
        intents.emplace_back(action.asks);
}

// Lying, where height is dear, the way to a reason is a small one behind the act that it is for.
bool is_aside(const Paint& paint, const DeskView::Action& action) {
    return !paint.portrait() && action.asks.what == What::give_reason;
}

// In so many lines, as alike as can be.
void actions(Paint& paint, const DeskView& view, Rect rect, std::size_t lines, Intents& intents) {
    std::vector<const DeskView::Action*> all;
    const DeskView::Action* aside = nullptr;
    for (const auto& one : view.actions) (is_aside(paint, one) ? aside = &one : all.emplace_back(&one));
    const float tall = (rect.height - gap / 2 * static_cast<float>(lines - 1)) / static_cast<float>(lines);
    std::size_t next = 0;
    for (std::size_t row = 0; row < lines; ++row) {
        const std::size_t in_row = all.size() / lines + (row < all.size() % lines ? 1 : 0);
        const float small = aside && row == 0 ? tall + gap / 4 : 0;
        const Rect line{rect.x, rect.y + static_cast<float>(row) * (tall + gap / 2), rect.width - small, tall};
        std::vector<Label> labels;
        for (std::size_t i = 0; i < in_row; ++i) labels.push_back(all[next + i]->label);
        auto parts = in_row > 6 ? shares_by_words(paint, line, labels, gap / 2) : shares(line, in_row, gap / 2);
        if (small > 0) {
            action(paint, *aside, plain("\u2026"), {parts[0].end() + gap / 4, line.y, tall, tall}, intents);
            for (std::size_t i = 1; i < in_row; ++i) parts[i].x += small;
        }
        for (const Rect& part : parts) action(paint, *all[next], all[next]->label, part, intents), ++next;
    }
}

void hint(Paint& paint, const Label& words, Rect rect) {
    paint.outline(rect, paint.night().pill, theme::card_radius);
    paint.icon(Icon::search, {rect.centre().x, rect.centre().y - 60}, 90, paint.night().border, 2);
    paint.text_in({rect.x + 40, rect.centre().y, rect.width - 80, 120}, words, {theme::row, 0, 3, Side::centre},
                  paint.night().second);
}

// Nobody is open: who was sent to staff, and the way to what is lent.
void nobody(Paint& paint, const DeskView& view, Rect rect, Intents& intents) {
    if (!view.loans_button.text.empty()) {
        constexpr float line_tall = 96;
        desk_loans_line(paint, view.loans_button, {rect.x, rect.bottom() - line_tall, rect.width, line_tall}, intents);
        rect.height -= line_tall + gap;
    }
    if (view.cases) {
        const float y = desk_cases(paint, *view.cases, rect, intents) + gap;
        rect = {rect.x, y, rect.width, rect.bottom() - y};
    }
    if (rect.height >= 320) hint(paint, view.hint, rect);
}

void locked(Paint& paint, const DeskView::Locked& view, float top, float bottom, Intents& intents) {
    const float wide = std::min(900.f, paint.width - 2 * theme::margin), x = (paint.width - wide) / 2;
    const float middle = (top + bottom) / 2;
    paint.icon(Icon::lock, {paint.width / 2, middle - 210}, 150, paint.night().border, 1.8f);
    paint.text_in({x, middle - 110, wide, 90}, view.title, {theme::heading, 0, 1, Side::centre}, theme::white);
    paint.text_in({x, middle - 20, wide, 110}, view.line, {theme::body, 0, 2, Side::centre}, paint.night().second);
    if (button(paint, "unlock", {x + wide / 4, middle + 130, wide / 2, theme::button_height}, view.button, Look::solid,
               paint.night(), Icon::lock))
        intents.emplace_back(DeskTap{What::unlock});
}

// Who waits for staff; gives what is left below.
Rect calls(Paint& paint, const DeskView& view, std::size_t most, Rect rect, Intents& intents) {
    constexpr float call_tall = 96;
    for (std::size_t i = 0; i < std::min(most, view.calls.size()); ++i) {
        desk_call(paint, view.calls[i], {rect.x, rect.y, rect.width, call_tall}, intents);
        rect = {rect.x, rect.y + call_tall + gap / 2, rect.width, rect.height - call_tall - gap / 2};
    }
    return rect;
}

// Who waits for staff; who is open, or a form over it, with the delegation and the inbox beside or below.
void middle(Paint& paint, const DeskView& view, Rect rect, Intents& intents) {
    rect = calls(paint, view, 3, rect, intents);
    if (view.form) return desk_form(paint, *view.form, rect, intents);
    if (view.board) return desk_board(paint, *view.board, rect, intents);
    if (view.loans) return desk_loans(paint, *view.loans, rect, intents);
    if (view.roll) return desk_roll(paint, *view.roll, rect, intents);
    if (view.inbox && !view.inbox->cards.empty()) return desk_inbox(paint, *view.inbox, rect, intents);
    const bool upright = paint.portrait();
    const float inbox_tall = 118;
    Rect person = rect;
    if (view.party || (view.inbox && !upright)) {
        Rect aside;
        if (upright) {
            aside = {rect.x, rect.y + rect.height * 0.56f, rect.width, rect.height * 0.44f};
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
    view.person ? desk_person(paint, *view.person, person, intents) : nobody(paint, view, person, intents);
}

// The field, the list under it, the way to its next page and to somebody who is on no list: at the foot of a column,
// else beside the field, and then `paged` says whether there is room for pages.
enum class Paged { no, yes };
void finding(Paint& paint, const DeskView& view, Rect rect, std::size_t columns, Paged paged, Intents& intents) {
    const bool column = columns == 1 && !paint.portrait();
    constexpr float pager_wide = 170, foot = theme::pill_height;
    const float add_wide = std::min(380.f, rect.width * 0.4f);
    const bool adds = !view.walk_in_button.text.empty();
    const float wide = column || !adds ? rect.width : rect.width - add_wide - gap;
    search_field(paint, view, {rect.x, rect.y, wide, field_tall}, intents);
    Rect add = column ? Rect{rect.x, rect.bottom() - foot, rect.width, foot}
                      : Rect{rect.end() - add_wide, rect.y, add_wide, field_tall};
    Rect rows{rect.x, rect.y + field_tall + 16, rect.width, rect.height - field_tall - 16};
    if (column) rows.height = add.y - 12 - rows.y;
    const bool more = paged == Paged::yes && view.rows.size() > rows_in(rows.height, columns);
    Rect next{rect.x, rect.bottom() - foot, pager_wide, foot};
    if (more && column) add = {add.x + pager_wide + 12, add.y, add.width - pager_wide - 12, add.height};
    if (more && !column) rows.height -= foot + 12;
    Page page = page_of(view.rows.size(), rows_in(rows.height, columns), view.rows_page);
    if (paged == Paged::no) page = {0, std::min(view.rows.size(), rows_in(rows.height, columns)), 1, 1};
    if (rows.height >= theme::desk_row) list(paint, view, page, rows, columns, intents);
    if (page.pages > 1 && pager(paint, "next rows", next, page, paint.night()))
        intents.emplace_back(DeskTap{What::next_rows});
    if (adds && button(paint, "walk in", add, view.walk_in_button, Look::ghost, paint.night(), Icon::people))
        intents.emplace_back(DeskTap{What::walk_in});
}

} // namespace

void draw(const DeskView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float top = head(paint, view, intents) + gap;
    float bottom = status_strip(paint, view.status) - gap;
    if (view.locked) return locked(paint, *view.locked, top, bottom, intents);
    const float x = theme::desk_margin, wide = paint.width - 2 * x;
    if (view.keys) {
        constexpr float form_least = 400; // lying, with choices beside its fields
        const float room = bottom - gap - top - (view.form && !paint.portrait() ? form_least : 0);
        const float tall = std::min(desk_keys_height(*view.keys, paint), room);
        desk_keys(paint, *view.keys, {x, bottom - tall, wide, tall}, intents);
        bottom -= tall + gap;
    }
    // Its place is kept where there are acts to touch: they must not move under a finger.
    if (paint.portrait() && (view.told || (view.person && !view.form && !view.keys))) {
        if (view.told) desk_told(paint, *view.told, {x, bottom - told_tall, wide, told_tall}, intents);
        bottom -= told_tall + gap;
    }
    const bool upright = paint.portrait();
    if (!view.actions.empty() && !view.form && !view.keys) {
        const auto small = std::ranges::count_if(view.actions, [&](const auto& one) { return is_aside(paint, one); });
        const std::size_t most = upright ? 3 : 7, count = view.actions.size() - static_cast<std::size_t>(small);
        const std::size_t lines = (count + most - 1) / most;
        const auto rows = static_cast<float>(lines);
        const float tall = rows * action_tall + (rows - 1) * gap / 2;
        actions(paint, view, {x, bottom - tall, wide, tall}, lines, intents);
        bottom -= tall + gap;
    }
    const Rect all{x, top, wide, bottom - top};
    if (view.keys) { // only what is typed into has room beside it, and who has waited longest
        const Rect rest = calls(paint, view, 1, all, intents);
        if (view.form) return desk_form(paint, *view.form, rest, intents);
        finding(paint, view, rest, upright ? 1 : 2, Paged::yes, intents);
        return;
    }
    if (upright) {
        // With somebody open the first of them do; the others are there again when the person is closed.
        const auto paged = view.person ? Paged::no : Paged::yes;
        const std::size_t most = !view.person ? 5 : view.party ? 0 : 2; // a delegation needs the room
        const auto rows = std::min(view.rows.size(), most);
        const bool pages = paged == Paged::yes && view.rows.size() > rows;
        const float said = view.more.text.empty() || view.person ? 0 : 64,
                    foot = pages ? theme::pill_height + 12 : said;
        const float list_tall = field_tall + (rows > 0 ? 16 : 0) + static_cast<float>(rows) * row_step + foot;
        finding(paint, view, {x, top, wide, list_tall}, 1, paged, intents);
        middle(paint, view, {x, top + list_tall + gap, wide, all.height - list_tall - gap}, intents);
        return;
    }
    finding(paint, view, {x, top, 560, all.height}, 1, Paged::yes, intents);
    middle(paint, view, {x + 560 + gap, top, wide - 560 - gap, all.height}, intents);
}

} // namespace foyer
