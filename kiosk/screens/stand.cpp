// What an admin sets at a terminal: rows of choices, the chosen one filled.
#include <algorithm>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

constexpr float padding = 40, chip_tall = 96, name_tall = 44;

void choices(Paint& paint, const StandView::Row& row, std::size_t index, Rect rect, Intents& intents) {
    std::vector<Label> labels;
    for (const auto& choice : row.choices) labels.push_back(choice.label);
    const auto parts = shares_by_words(paint, rect, labels, 12);
    for (std::size_t i = 0; i < row.choices.size(); ++i) {
        const auto& choice = row.choices[i];
        const std::string id = "stand " + std::to_string(index) + " " + std::to_string(i);
        const Look look = choice.chosen ? Look::chosen : Look::ghost;
        if (button(paint, id, parts[i], choice.label, look, paint.night(), {}, 20)) // for staff, who stand before it
            intents.emplace_back(choice.asks);
    }
}

// Upright, seven choices are too many for one line, or for two.
std::size_t lines_of(const Paint& paint, const StandView::Row& row) {
    return paint.portrait() && row.choices.size() > 5 ? 3 : 1;
}

float height_of(const Paint& paint, const StandView::Row& row) {
    const auto lines = static_cast<float>(lines_of(paint, row));
    return name_tall + lines * (chip_tall + 12) - 12;
}

// Its name above it.
void draw_row(Paint& paint, const StandView::Row& row, std::size_t index, Rect rect, Intents& intents) {
    paint.text_in({rect.x, rect.y, rect.width, name_tall}, row.name, {theme::desk_strong, 0, 1, Side::start, 22},
                  paint.night().second);
    const std::size_t lines = lines_of(paint, row), a_line = (row.choices.size() + lines - 1) / lines;
    for (std::size_t line = 0; line < lines; ++line) {
        StandView::Row part{row.name, {}};
        for (std::size_t i = line * a_line; i < std::min((line + 1) * a_line, row.choices.size()); ++i)
            part.choices.push_back(row.choices[i]);
        const float y = rect.y + name_tall + static_cast<float>(line) * (chip_tall + 12);
        choices(paint, part, index * 10 + line, {rect.x, y, rect.width, chip_tall}, intents);
    }
}

// Upright one below the other; lying the first has the width, and the others stand two by two.
struct Places {
    std::vector<Rect> rows;
    float tall = 0; // without gaps
    std::size_t lines = 0;
};
Places places(const Paint& paint, const StandView& view, Rect inner, float gap) {
    Places all;
    float y = inner.y;
    for (std::size_t i = 0; i < view.rows.size(); ++all.lines) {
        const std::size_t beside = paint.portrait() || i == 0 ? 1 : std::min<std::size_t>(2, view.rows.size() - i);
        const float tall = height_of(paint, view.rows[i]);
        for (const Rect& part : shares({inner.x, y, inner.width, tall}, beside, 48)) all.rows.push_back(part);
        y += tall + gap;
        all.tall += tall;
        i += beside;
    }
    return all;
}

} // namespace

void draw(const StandView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float top = header(paint, view.header) + 20, x = theme::margin, wide = paint.width - 2 * x;
    float bottom = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20) - 22 - theme::pill_height;
    if (button(paint, "leave stand", {x, bottom, wide, theme::pill_height}, view.leave_button, Look::ghost,
               paint.night()))
        intents.emplace_back(LeaveStand{});
    bottom -= theme::gap;
    const Rect panel{x, top, wide, bottom - top}, inner = panel.inset(padding, 24);
    paint.fill(panel, paint.night().panel, theme::panel_radius);
    const bool upright = paint.portrait();
    float y = inner.y;
    const auto title = paint.text(view.title, {upright ? theme::heading : theme::row_strong, inner.width, 1},
                                  {inner.x, y}, theme::white);
    const auto ink = view.line_attention ? theme::scarce : paint.night().second;
    if (upright) {
        y += title.height + 4;
        y += paint.text(view.line, {theme::desk, inner.width, 2, Side::start, 22}, {inner.x, y}, ink).height + 24;
    } else {
        paint.text_in({inner.x + title.width + 32, y, inner.width - title.width - 32, title.height}, view.line,
                      {theme::desk, 0, 1, Side::start, 20}, ink);
        y += title.height + 12;
    }
    const Rect rest{inner.x, y, inner.width, inner.bottom() - y};
    const Places close = places(paint, view, rest, 0);
    const auto gaps = std::max(1.f, static_cast<float>(close.lines) - 1);
    const Places put = places(paint, view, rest, std::clamp((rest.height - close.tall) / gaps, 4.f, 44.f));
    for (std::size_t i = 0; i < view.rows.size(); ++i) draw_row(paint, view.rows[i], i, put.rows[i], intents);
}

} // namespace foyer
