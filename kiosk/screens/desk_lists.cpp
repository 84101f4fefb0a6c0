// What a staff desk lists besides people: who was sent to staff with a number and waits, and what is lent.
#include <algorithm>

#include "kiosk/screens/desk_parts.h"

namespace foyer {
namespace {

using What = DeskTap::What;

constexpr float padding = 36, row_tall = 128, button_tall = 96, chip_wide = 150;

std::size_t fit_in(float tall) { return static_cast<std::size_t>(std::max(1.f, tall / row_tall)); }

// The rows that are seen on this page, and the way to the next at the foot.
template <class Rows, class Draw>
void paged(Paint& paint, const Rows& rows, std::size_t at, const std::string& id, What next, Rect rect,
           Intents& intents, Draw draw) {
    const bool all = rows.size() <= fit_in(rect.height);
    const Page page = page_of(rows.size(), fit_in(all ? rect.height : rect.height - button_tall - 12), at);
    for (std::size_t i = page.first; i < page.end; ++i) {
        const Rect row{rect.x, rect.y + static_cast<float>(i - page.first) * row_tall, rect.width, row_tall};
        paint.fill({row.x, row.y, row.width, theme::line_width}, theme::line);
        draw(rows[i], row);
    }
    if (page.pages > 1 &&
        pager(paint, id, {rect.x, rect.bottom() - button_tall, 170, button_tall}, page, paint.night()))
        intents.emplace_back(DeskTap{next});
}

void two_lines(Paint& paint, const Label& first, const Label& second, Rect rect) {
    const Setting name{theme::desk_strong, rect.width, 1, Side::start, 22},
        line{theme::desk_small, rect.width, 3, Side::start, 20};
    const float tall = paint.measure(first, name).height, all = tall + paint.measure(second, line).height;
    const float y = rect.y + (rect.height - all) / 2;
    paint.text(first, name, {rect.x, y}, theme::ink);
    paint.text(second, line, {rect.x, y + tall}, theme::mute);
}

void case_row(Paint& paint, const DeskView::Case& row, const Label& button_words, Rect rect, Intents& intents) {
    const std::string id = row.number.text + " " + std::to_string(row.asks.settled.refusal.seq);
    const float wide = std::max(190.f, paint.measure(button_words, {theme::desk_strong}).width + 56);
    const Rect at{rect.end() - wide, rect.centre().y - button_tall / 2, wide, button_tall};
    const Rect said{rect.x, rect.y, at.x - rect.x - 16, rect.height};
    if (row.opens) {
        const auto touched = paint.touch("case " + id, said);
        if (touched == Touch::down) paint.fill(said, with_alpha(theme::ink, theme::pressed_alpha), theme::chip_radius);
        if (touched == Touch::tapped) intents.emplace_back(ChooseCase{*row.opens});
    }
    const Rect chip{rect.x, rect.centre().y - 30, chip_wide, 60};
    paint.fill(chip, theme::attention, theme::chip_radius);
    paint.text_in(chip.inset(8, 0), row.number, {theme::desk_strong, 0, 1, Side::centre, 22}, theme::ink);
    two_lines(paint, row.who, row.line, {chip.end() + 24, said.y, said.end() - chip.end() - 24, said.height});
    if (button(paint, "seen to " + id, at, button_words, Look::ghost, paint.night())) intents.emplace_back(row.asks);
}

void loan_row(Paint& paint, const DeskView::LoanRow& row, Rect rect, Intents& intents) {
    const auto touched = paint.touch("loan " + row.item.text, rect);
    if (touched == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::chip_radius);
    const float wide = std::min(rect.width * 0.4f, paint.measure(row.item, {theme::desk_name}).width + 8);
    paint.text_in({rect.end() - wide, rect.y, wide, rect.height}, row.item, {theme::desk_name, wide, 1, Side::end, 22},
                  theme::ink);
    two_lines(paint, row.who, row.line, {rect.x, rect.y, rect.width - wide - 20, rect.height});
    if (touched == Touch::tapped) intents.emplace_back(ChoosePerson{row.to});
}

} // namespace

float desk_cases(Paint& paint, const DeskView::Cases& cases, Rect rect, Intents& intents) {
    const Setting title{theme::row_strong, rect.width - 2 * padding, 1, Side::start, 26};
    const float tall = paint.measure(cases.title, title).height + 14;
    if (rect.height < 2 * 28 + tall + row_tall) return rect.y; // calls have all the room
    rect.height = std::min(rect.height, 2 * 28 + tall + static_cast<float>(cases.rows.size()) * row_tall);
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(padding, 28);
    paint.text(cases.title, title, {inner.x, inner.y}, theme::ink);
    paged(paint, cases.rows, cases.page, "next cases", What::next_cases,
          {inner.x, inner.y + tall, inner.width, inner.height - tall}, intents,
          [&](const DeskView::Case& row, Rect at) { case_row(paint, row, cases.close_button, at, intents); });
    return rect.bottom();
}

void desk_loans(Paint& paint, const DeskView::Loans& loans, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(padding, 28);
    const auto parts = shares({inner.x, inner.bottom() - button_tall, inner.width, button_tall}, 2, 16);
    if (button(paint, "close loans", parts[0], loans.close_button, Look::ghost, paint.night()))
        intents.emplace_back(DeskTap{What::close_loans});
    if (button(paint, "print loans", parts[1], loans.print_button, Look::ghost, paint.night()))
        intents.emplace_back(loans.asks);
    float y = inner.y;
    y += paint.text(loans.title, {theme::row_strong, inner.width, 1, Side::start, 24}, {inner.x, y}, theme::ink).height;
    y += paint.text(loans.nothing, {theme::desk, inner.width, 2, Side::start, 22}, {inner.x, y}, theme::mute).height +
         14;
    paged(paint, loans.rows, loans.page, "next loans", What::next_loans, {inner.x, y, inner.width, parts[0].y - 16 - y},
          intents, [&](const DeskView::LoanRow& row, Rect at) { loan_row(paint, row, at, intents); });
}

void desk_loans_line(Paint& paint, const Label& words, Rect rect, Intents& intents) {
    if (button(paint, "loans", rect, words, Look::ghost, paint.night(), Icon::headphones))
        intents.emplace_back(DeskTap{What::open_loans});
}

} // namespace foyer
