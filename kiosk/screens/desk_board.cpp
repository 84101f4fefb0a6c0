// The meetings at a staff desk: now and next with who is there; and one of them, with other tables and interpreters.
#include <algorithm>

#include "kiosk/screens/desk_parts.h"

namespace foyer {
namespace {

using What = DeskTap::What;

constexpr float padding = 36, row_tall = 96, button_tall = 96, person_tall = 86, choice_tall = 96, clock_wide = 116;

void meeting_row(Paint& paint, const DeskView::Meeting& row, Rect rect, Intents& intents) {
    const auto touched = paint.touch("meeting " + row.id.text, rect);
    if (touched == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::chip_radius);
    paint.fill({rect.x, rect.y, rect.width, theme::line_width}, theme::line);
    const float state =
        desk_chip(paint, row.state, row.tone, {rect.end(), rect.centre().y - 27}, rect.width * 0.5f, Side::end) + 20;
    paint.text_in({rect.x, rect.y, clock_wide, rect.height}, plain(row.time), {theme::desk_name, 0, 1, Side::start},
                  theme::ink);
    const float x = rect.x + clock_wide, wide = rect.width - clock_wide - state;
    paint.text_in({x, rect.y + 6, wide, 46}, row.who, {theme::desk_strong, 0, 1, Side::start, 22}, theme::ink);
    paint.text_in({x, rect.y + 50, wide, 40}, row.table, {theme::desk, 0, 1, Side::start, 22}, theme::mute);
    if (touched == Touch::tapped) intents.emplace_back(ChooseMeeting{row.id});
}

void list(Paint& paint, const DeskView::Board& board, Rect rect, Intents& intents) {
    paint.text(board.nothing, {theme::desk, rect.width, 2, Side::start, 22}, {rect.x, rect.y}, theme::mute);
    const auto fit_in = [](float tall) { return static_cast<std::size_t>(std::max(1.f, tall / row_tall)); };
    const bool all = board.rows.size() <= fit_in(rect.height);
    const Page page =
        page_of(board.rows.size(), fit_in(all ? rect.height : rect.height - button_tall - 12), board.page);
    for (std::size_t i = page.first; i < page.end; ++i)
        meeting_row(paint, board.rows[i],
                    {rect.x, rect.y + static_cast<float>(i - page.first) * row_tall, rect.width, row_tall}, intents);
    if (page.pages > 1 &&
        pager(paint, "next meetings", {rect.x, rect.bottom() - button_tall, 170, button_tall}, page, paint.night()))
        intents.emplace_back(DeskTap{What::next_meetings});
}

float people(Paint& paint, const DeskView::OpenMeeting& view, Rect rect) {
    using Tone = DeskView::Someone::Tone;
    for (const auto& person : view.people) {
        paint.fill({rect.x, rect.y, rect.width, theme::line_width}, theme::line);
        const float aside = desk_chip(paint, person.state, person.there ? Tone::good : Tone::neutral,
                                      {rect.end(), rect.y + 16}, rect.width * 0.5f, Side::end) +
                            20;
        paint.text_in({rect.x, rect.y + 4, rect.width - aside, 40}, person.name,
                      {theme::desk_strong, 0, 1, Side::start, 22}, theme::ink);
        paint.text_in({rect.x, rect.y + 42, rect.width - aside, 34}, person.line, {theme::desk, 0, 1, Side::start, 22},
                      theme::mute);
        rect.y += person_tall;
    }
    return rect.y;
}

void choice(Paint& paint, const DeskView::Choice& choice, const std::string& id, Rect rect, Intents& intents) {
    const auto touched = choice.free ? paint.touch(id, rect) : Touch::none;
    paint.fill(rect, choice.free ? theme::neutral_chip : theme::white, theme::chip_radius);
    if (!choice.free) paint.outline(rect, theme::line, theme::chip_radius);
    if (touched == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::chip_radius);
    const Rect inner = rect.inset(10, 0);
    const bool two = !choice.why.text.empty();
    paint.text_in({inner.x, inner.y + (two ? 8 : 0), inner.width, two ? 42 : inner.height}, choice.label,
                  {theme::desk_strong, 0, 1, Side::centre, 20}, choice.free ? theme::ink : theme::mute);
    paint.text_in({inner.x, inner.y + 48, inner.width, 38}, choice.why, {theme::desk, 0, 1, Side::centre, 20},
                  theme::mute);
    if (touched == Touch::tapped) intents.emplace_back(choice.asks);
}

void choices(Paint& paint, const DeskView::OpenMeeting& view, Rect rect, Intents& intents) {
    if (view.choices_title.text.empty() || rect.height < choice_tall + 50) return;
    paint.text_in({rect.x, rect.y, rect.width, 44}, view.choices_title, {theme::desk_strong, 0, 1, Side::start},
                  theme::mute);
    rect = {rect.x, rect.y + 50, rect.width, rect.height - 50};
    const std::size_t columns = rect.width > 1000 ? 3 : 2;
    const auto rows = static_cast<std::size_t>(std::max(1.f, (rect.height + 12) / (choice_tall + 12)));
    const bool all = view.choices.size() <= rows * columns;
    // The last place of a page that is not the only one leads to the next.
    const Page page = page_of(view.choices.size(), all ? rows * columns : rows * columns - 1, view.page);
    const auto place = [&](std::size_t at) {
        const float y = rect.y + static_cast<float>(at / columns) * (choice_tall + 12);
        return shares({rect.x, y, rect.width, choice_tall}, columns, 12)[at % columns];
    };
    for (std::size_t i = page.first; i < page.end; ++i)
        choice(paint, view.choices[i], "choice " + std::to_string(i), place(i - page.first), intents);
    if (page.pages > 1 && pager(paint, "next choices", place(rows * columns - 1), page, paint.night()))
        intents.emplace_back(DeskTap{What::next_choices});
}

void one(Paint& paint, const DeskView::OpenMeeting& view, Rect rect, Intents& intents) {
    float y = rect.y;
    y += paint.text(view.line, {theme::desk, rect.width, 2, Side::start, 22}, {rect.x, y}, theme::mute).height + 10;
    y = people(paint, view, {rect.x, y, rect.width, 0}) + 14;
    if (!view.release_button.text.empty()) {
        struct Act {
            const char* id;
            const Label* label;
            Intent asks;
        };
        std::vector<Act> acts{{"other table", &view.table_button, DeskTap{What::other_table}},
                              {"other interpreter", &view.interpreter_button, DeskTap{What::other_interpreter}},
                              {"release", &view.release_button, view.release}};
        std::erase_if(acts, [](const Act& act) { return act.label->text.empty(); });
        std::vector<Label> labels;
        for (const Act& act : acts) labels.push_back(*act.label);
        const auto parts = shares_by_words(paint, {rect.x, y, rect.width, button_tall}, labels, 12);
        for (std::size_t i = 0; i < acts.size(); ++i)
            if (button(paint, acts[i].id, parts[i], *acts[i].label, Look::ghost, paint.night(), {}, 22))
                intents.push_back(acts[i].asks);
        y += button_tall + 18;
    }
    choices(paint, view, {rect.x, y, rect.width, rect.bottom() - y}, intents);
}

} // namespace

void desk_board(Paint& paint, const DeskView::Board& board, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(padding, 28);
    const float wide = std::max(200.f, paint.measure(board.close_button, {theme::button}).width + 72);
    const Rect close{inner.end() - wide, inner.y, wide, button_tall};
    const Label& title = board.opened ? board.opened->title : board.title;
    paint.text_in({inner.x, inner.y, inner.width - wide - 20, button_tall}, title,
                  {theme::row_strong, 0, 2, Side::start, 26}, theme::ink);
    if (button(paint, "close meetings", close, board.close_button, Look::ghost, paint.night()))
        intents.emplace_back(DeskTap{What::close_meetings});
    const Rect rest{inner.x, close.bottom() + 12, inner.width, inner.bottom() - close.bottom() - 12};
    board.opened ? one(paint, *board.opened, rest, intents) : list(paint, board, rest, intents);
}

} // namespace foyer
