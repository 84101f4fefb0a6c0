// Signs: a hall's, a row for each room; a door's, one room. Read in passing and never touched.
#include <algorithm>

#include "kiosk/screens/fill_bar.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

using Row = SignView::Row;
using Talk = SignView::Talk;

constexpr float block_wide = 200, row_tallest = 200, bar_tall = 22, door_tall = 520;

void bar(Paint& paint, Rect rect, double fraction, Colour track, Colour colour) {
    paint.fill(rect, track, rect.height / 2);
    if (fraction > 0)
        paint.fill({rect.x, rect.y, std::max(rect.height, rect.width * static_cast<float>(fraction)), rect.height},
                   colour, rect.height / 2);
}

// A heading in a colour and words under it, in the middle of `rect`, as large as it allows.
void two_lines(Paint& paint, Rect rect, const Label& first, const theme::Type& first_type, Colour colour,
               const Label& second, const theme::Type& second_type) {
    const auto above = [&](float scale) { return Setting{scaled(first_type, scale), rect.width, 1, Side::start, 26}; };
    const auto below = [&](float scale) {
        return paint.on_one_line(second, {scaled(second_type, scale), rect.width, 2});
    };
    const auto tall_at = [&](float scale) {
        return paint.measure(first, above(scale)).height + paint.measure(second, below(scale)).height;
    };
    const float scale = scale_to(rect.height - 16, tall_at);
    const float tall = paint.measure(first, above(scale)).height, y = rect.y + (rect.height - tall_at(scale)) / 2;
    paint.text(first, above(scale), {rect.x, y}, colour);
    paint.text(second, below(scale), {rect.x, y + tall}, theme::ink);
}

void seats(Paint& paint, const Row& row, Rect rect) {
    if (row.seats.text.empty()) return;
    const auto colour = row.scarce ? theme::seats_few : theme::seats_left;
    const Setting words{theme::small_strong, rect.width, paint.portrait() ? 3 : 2, Side::end, theme::smallest_control};
    const float tall = paint.measure(row.seats, words).height, y = rect.y + (rect.height - tall - 12 - bar_tall) / 2;
    paint.text(row.seats, words, {rect.x, y}, colour);
    if (!row.fill.of.empty())
        bar(paint, {rect.x, y + tall + 12, rect.width, bar_tall}, row.fill.fraction, theme::track_on_white, colour);
}

// What is on, and where nothing is, what comes.
const Talk* first_talk(const Row& row) { return row.now ? &*row.now : row.next ? &*row.next : nullptr; }

void hall_row(Paint& paint, const Row& row, Rect rect) {
    paint.card(rect, theme::card_radius - 4);
    const auto colour = paint.forum(row.colour);
    const Rect block{rect.x, rect.y, block_wide, rect.height};
    paint.fill(block, colour, theme::card_radius - 4, Rounded::start);
    paint.text_in(block.inset(14, 0), plain(row.room_code), {theme::title, 0, 1, Side::centre}, theme::white);
    const bool wide = !paint.portrait();
    const float x = rect.x + block_wide + 32, room = rect.width - block_wide - 64, seats_wide = wide ? 280.f : 250.f;
    const bool both = row.now && row.next;
    const float first = wide && both ? (room - seats_wide) * 0.56f : room - seats_wide;
    const auto nothing = Label{};
    const Talk* talk = first_talk(row);
    const Label& heading = row.now ? row.forum : row.now_or_next.text.empty() ? row.forum : row.now_or_next;
    const float split = !wide && both ? rect.height * 0.62f : rect.height;
    two_lines(paint, {x, rect.y, first - 28, split}, heading, theme::small_strong, colour, talk ? talk->title : nothing,
              theme::session);
    seats(paint, row, {rect.end() - 32 - seats_wide, rect.y, seats_wide, rect.height});
    if (!both) return;
    const auto next = plain(row.next->starts);
    if (wide) {
        const float at = x + first;
        paint.fill({at, rect.y, theme::line_width, rect.height}, theme::line);
        two_lines(paint, {at + 28, rect.y, room - first - seats_wide - 56, rect.height}, next, theme::row_strong,
                  theme::mute, row.next->title, theme::row);
    } else {
        const float clock = paint.measure(next, {theme::row_strong}).width + 20, y = rect.y + split;
        paint.text_in({x, y - 14, clock, rect.height - split}, next, {theme::row_strong, 0, 1, Side::start},
                      theme::mute);
        paint.text_in({x + clock, y - 14, first - clock - 28, rect.height - split}, row.next->title,
                      {theme::small, 0, 2, Side::start}, theme::ink);
    }
}

// Who has just come. Gives the y below it.
float welcome(Paint& paint, const Label& words, Rect rect) {
    if (words.text.empty()) return rect.y;
    const Setting said = paint.on_one_line(words, {theme::second, rect.width - 160, 2, Side::start, 30});
    rect.height = std::max(104.f, paint.measure(words, said).height + 32);
    paint.fill(rect, paint.night().pill, theme::card_radius - 4);
    paint.icon(Icon::people, {rect.x + 70, rect.centre().y}, 60, theme::guide, 2.4f);
    paint.text_in({rect.x + 130, rect.y, rect.width - 160, rect.height}, words, said, theme::white);
    return rect.bottom() + theme::gap;
}

void hall(Paint& paint, const SignView& view, float top, float bottom) {
    const float x = theme::margin, wide = paint.width - 2 * x;
    top = welcome(paint, view.welcome, {x, top, wide, 0});
    const auto title = paint.on_one_line(view.title, {theme::heading, wide, 2});
    top += paint.text(view.title, title, {x, top}, theme::white).height + 24;
    const auto count = static_cast<float>(std::max<std::size_t>(1, view.rows.size()));
    const float tallest = paint.portrait() ? row_tallest * 1.5f : row_tallest;
    const float tall = std::min(tallest, (bottom - top - theme::gap * (count - 1)) / count);
    for (const Row& row : view.rows) {
        hall_row(paint, row, {x, top, wide, tall});
        top += tall + theme::gap;
    }
}

// --- one room ----------------------------------------------------------------------------------------------------

// `clock`: upright, at the end of its first line; lying, the other side has it.
void room_side(Paint& paint, const Row& row, const Label& clock, Rect rect) {
    paint.fill(rect, paint.forum(row.colour), theme::panel_radius, paint.portrait() ? Rounded::bottom : Rounded::end);
    const auto inside = rect.inset(theme::margin, 60);
    float y = inside.y;
    const Setting time{theme::heading, 0, 1, Side::end};
    const float taken = paint.portrait() ? paint.measure(clock, time).width + theme::gap : 0;
    if (taken > 0) paint.text_on(clock, time, {inside.end(), y + theme::strong.size}, theme::white);
    y += paint.text(row.forum, {theme::strong, inside.width - taken, 2}, {inside.x, y}, theme::white).height + 12;
    theme::Type code = theme::code;
    if (paint.portrait()) code.size = 220;
    const Rect room{inside.x, y, paint.portrait() ? inside.width * 0.5f : inside.width, code.size * 1.05f};
    paint.text_in(room, plain(row.room_code), {code, 0, 1, Side::start, theme::smallest}, theme::white);
    if (row.fill.of.empty()) return;
    const Rect counted = paint.portrait() ? Rect{inside.x + inside.width * 0.56f, y + 20, inside.width * 0.44f, 0}
                                          : Rect{inside.x, room.bottom() + 48, inside.width, 0};
    y = fill_bar(paint, row.fill, counted) + 32;
    if (row.seats.text.empty()) return;
    paint.text(row.seats, {paint.portrait() ? theme::body : theme::second, counted.width, 3}, {counted.x, y},
               theme::white);
}

void next_card(Paint& paint, const Row& row, Rect rect) {
    paint.card(rect);
    const auto inside = rect.inset(44, 32);
    const auto clock = plain(row.next->starts);
    const float taken = paint.measure(clock, {theme::time}).width + 32;
    paint.text_in({inside.x, inside.y, inside.width, inside.height}, clock, {theme::time, 0, 1, Side::start},
                  theme::ink);
    const Setting title{theme::session, inside.width - taken, 2};
    paint.text_in({inside.x + taken, inside.y, inside.width - taken, inside.height}, row.next->title, title,
                  theme::ink);
}

void talk_side(Paint& paint, const SignView& view, const Row& row, Rect rect) {
    const float card_tall = row.now && row.next ? 188 : 0;
    const Talk* talk = first_talk(row);
    if (card_tall > 0) next_card(paint, row, {rect.x, rect.bottom() - card_tall, rect.width, card_tall});
    if (!talk) {
        paint.text(view.title, {theme::title, rect.width, 3}, {rect.x, rect.y}, theme::white);
        return;
    }
    const float room = rect.height - card_tall - 40;
    const auto column_at = [&](float scale) {
        Column column;
        const auto add = [&](float gap, const Label& label, theme::Type type, int lines, Colour colour) {
            if (label.text.empty()) return;
            const Setting setting{scaled(type, scale), rect.width, lines};
            column.add(
                gap * scale, paint.measure(label, setting).height,
                [&paint, &label, setting, colour, rect](float y) { paint.text(label, setting, {rect.x, y}, colour); });
        };
        const auto times = plain(talk->starts + "\u2013" + talk->ends);
        const auto type = scaled(theme::second, scale);
        column.add(0, type.size * 1.7f, [&paint, &row, times, type, rect](float y) {
            const float tall = type.size * 1.5f;
            const float wide = paint.measure(row.now_or_next, {type}).width + type.size * 1.1f;
            const Rect chip{rect.x, y, std::min(wide, rect.width * 0.6f), tall};
            paint.fill(chip, row.now ? theme::guide : paint.night().pill, tall / 2);
            paint.text_in(chip.inset(type.size * 0.5f, 0), row.now_or_next, {type, 0, 1, Side::centre},
                          row.now ? theme::ink : theme::white);
            paint.text_in({chip.end() + 24, y, rect.width - chip.width - 24, tall}, times, {type, 0, 1, Side::start},
                          theme::white);
        });
        add(28, talk->title, theme::name, 3, theme::white);
        add(18, talk->speaker, theme::second, 2, paint.night().second);
        if (row.now) {
            const auto words = scaled(theme::body, scale);
            column.add(36 * scale, words.size * 1.4f, [&paint, talk, words, rect](float y) {
                const float tall = words.size * 1.4f, taken = paint.measure(talk->left, {words}).width + 32;
                bar(paint, {rect.x, y + tall / 2 - 10, rect.width - taken, 20}, talk->progress, paint.night().pill,
                    theme::guide);
                paint.text_in({rect.x, y, rect.width, tall}, talk->left, {words, 0, 1, Side::end}, theme::white);
            });
        }
        if (!row.languages.text.empty()) {
            const auto words = scaled(theme::body, scale);
            const Setting measured{words, rect.width - 46 - theme::icon_gap, 2};
            const float tall = paint.measure(row.languages, measured).height;
            column.add(30 * scale, tall, [&paint, &row, words, tall, rect](float y) {
                signed_line(paint, {rect.x, y, rect.width, tall}, Icon::headphones, Arrow::none, paint.night().second,
                            row.languages, words, theme::white);
            });
        }
        return column;
    };
    const float scale = scale_to(room, [&](float s) { return column_at(s).height(); });
    const auto column = column_at(scale);
    column.draw(rect.y + (paint.portrait() ? std::max(0.f, room - column.height()) * 0.3f : 0));
}

void door(Paint& paint, const SignView& view, float bottom) {
    const Row& row = view.rows.front();
    const auto clock = plain(view.header.clock);
    if (paint.portrait()) {
        room_side(paint, row, clock, {0, 0, paint.width, door_tall});
        talk_side(paint, view, row,
                  {theme::margin, door_tall + 72, paint.width - 2 * theme::margin, bottom - door_tall - 112});
        return;
    }
    const float side = 560, x = side + theme::margin, wide = paint.width - x - theme::margin;
    room_side(paint, row, clock, {0, 0, side, bottom});
    paint.text_on(clock, {theme::time, 0, 1, Side::end}, {x + wide, 118}, theme::white);
    talk_side(paint, view, row, {x, 60, wide, bottom - 60 - 40});
}

} // namespace

void draw(const SignView& view, Paint& paint, Intents&) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float bottom = status_strip(paint, view.status);
    if (view.rows.size() == 1) return door(paint, view, bottom);
    hall(paint, view, header(paint, view.header) + 12, bottom - 28);
}

} // namespace foyer
