// The staff's panel: a keypad, or how the terminal is and the way out of it.
#include <algorithm>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

enum class Works { no, yes };

// One key of the pad: a digit, or a sign.
bool key(Paint& paint, const std::string& id, Rect rect, const std::string& digit, Icon icon, Works works) {
    const bool does = works == Works::yes;
    const Touch touch = does ? paint.touch(id, rect) : Touch::none;
    const auto strength = [&](Colour colour) { return does ? colour : with_alpha(colour, theme::disabled_alpha); };
    paint.fill(rect, strength(paint.night().pill), theme::button_radius);
    paint.outline(rect, strength(paint.night().border), theme::button_radius);
    if (touch == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::button_radius);
    if (digit.empty())
        paint.icon(icon, rect.centre(), 60, strength(theme::white), 2.4f);
    else
        paint.text_in(rect, plain(digit), {theme::key, 0, 1, Side::centre}, strength(theme::white));
    return touch == Touch::tapped;
}

// 1 to 9 as on a telephone, below them erase, 0 and enter. Digits are not mirrored: a keypad is the same everywhere.
void keypad(Paint& paint, const StaffView::Pad& pad, Rect whole, Intents& intents) {
    const auto works = [](bool it_does) { return it_does ? Works::yes : Works::no; };
    const bool full = pad.typed == pad.wanted;
    const float tall = (whole.height - 3 * theme::gap) / 4;
    const auto place = [&](std::size_t row, std::size_t column) {
        const std::size_t from_start = paint.mirrored() ? 2 - column : column;
        const float y = whole.y + static_cast<float>(row) * (tall + theme::gap);
        return shares({whole.x, y, whole.width, tall}, 3, theme::gap)[from_start];
    };
    for (int digit = 0; digit <= 9; ++digit) {
        const auto at = static_cast<std::size_t>(digit == 0 ? 10 : digit - 1);
        const std::string said = std::to_string(digit);
        if (key(paint, "key " + said, place(at / 3, at % 3), said, {}, works(pad.takes_digits && !full)))
            intents.emplace_back(TypeDigit{digit});
    }
    if (key(paint, "erase", place(3, 0), "", Icon::erase, works(pad.typed > 0))) intents.emplace_back(EraseDigit{});
    if (key(paint, "enter", place(3, 2), "", Icon::tick, works(pad.takes_digits && full)))
        intents.emplace_back(EnterNumber{});
}

void dots(Paint& paint, const StaffView::Pad& pad, Point centre) {
    constexpr float step = 76;
    const float first = centre.x - step * (static_cast<float>(pad.wanted) - 1) / 2;
    for (std::size_t i = 0; i < pad.wanted; ++i) {
        const Point at{first + step * static_cast<float>(i), centre.y};
        if (i < pad.typed)
            paint.disc(at, theme::digit_dot, theme::white);
        else
            paint.ring(at, theme::digit_dot, paint.night().border, 3);
    }
}

// What the last guest is told behind the panel: kind by colour, shape and words. Gives the y below it.
float behind(Paint& paint, const StaffView::Behind& shown, float top) {
    constexpr float radius = 52;
    constexpr double at_rest = 1e6;
    const auto& ground = ground_of(shown.kind);
    const float x = theme::margin + 1.18f * radius, y = top + 36 + 1.18f * radius;
    plate(paint, {x, y}, radius, shown.kind, Arrow::none, ground, at_rest);
    const float words = x + 1.18f * radius + 32;
    paint.text_in({words, y - radius, paint.width - theme::margin - words, 2 * radius}, shown.words,
                  {theme::heading, 0, 1, Side::start}, theme::white);
    return y + 1.18f * radius;
}

// How a row of the terminal's state is set: its name beside what holds.
struct RowSetting {
    Setting name, value;
    float air; // above and below
    RowSetting(float wide, int lines, float around)
        : name{theme::small, wide * 0.36f, lines}, value{theme::small_strong, wide * 0.64f - theme::gap, lines},
          air(around) {}
    float height(Paint& paint, const StaffView::Row& row) const {
        return std::max(paint.measure(row.name, name).height, paint.measure(row.value, value).height) + 2 * air;
    }
};

// Title, line, and dots or rows of at most `lines` lines, under each other.
Column words(Paint& paint, const StaffView& view, float x, float wide, int lines, float air = 15) {
    Column column;
    const auto side = view.rows.empty() ? Side::centre : Side::start;
    const Setting title{theme::heading, wide, 3, side}, line{theme::body, wide, 5, side};
    column.add(0, paint.measure(view.title, title).height,
               [&paint, &view, title, x](float y) { paint.text(view.title, title, {x, y}, theme::white); });
    if (!view.line.text.empty())
        column.add(20, paint.measure(view.line, line).height, [&paint, &view, line, x](float y) {
            paint.text(view.line, line, {x, y}, view.line_attention ? theme::scarce : paint.night().second);
        });
    if (view.pad)
        column.add(44, 2 * theme::digit_dot,
                   [&paint, &view, x, wide](float y) { dots(paint, *view.pad, {x + wide / 2, y + theme::digit_dot}); });
    const RowSetting setting(wide, lines, air);
    for (const auto& row : view.rows)
        column.add(
            &row == &view.rows.front() ? 24 : 0, setting.height(paint, row), [&paint, &row, x, wide, setting](float y) {
                paint.fill({x, y, wide, theme::line_width}, paint.night().pill);
                paint.text(row.name, setting.name, {x, y + setting.air}, paint.night().second);
                paint.text(row.value, setting.value, {x + wide - setting.value.width, y + setting.air}, theme::white);
            });
    return column;
}

// From the foot up.
struct Choice {
    const char* id;
    const Label* label;
    Look look;
    Intent asks;
};
std::vector<Choice> choices(const StaffView& view) {
    std::vector<Choice> all{
        {"leave", &view.leave_button, Look::ghost, LeaveStaff{}},
        {"close", &view.close_button, Look::ghost, CloseTerminal{}},
        {"emergency", &view.emergency_button, view.emergency_asked ? Look::chosen : Look::ghost, TurnEmergency{}},
        {"stand", &view.stand_button, Look::ghost, OpenStand{}},
        {"health", &view.health_button, Look::ghost, OpenHealth{}},
        {"camera", &view.camera_button, view.emergency_asked ? Look::ghost : Look::solid, CheckCamera{}}};
    std::erase_if(all, [](const Choice& choice) { return choice.label->text.empty(); });
    return all;
}

// Lying, height is dear.
float tall_of_button(const Paint& paint) { return paint.portrait() ? theme::button_height : theme::pill_height; }

float height_of(const Paint& paint, std::size_t rows) {
    return static_cast<float>(rows) * (tall_of_button(paint) + theme::gap) - theme::gap;
}

// With the gap below.
float height_of_changes(const Paint& paint, const StaffView& view) {
    return view.changes.empty() ? 0 : tall_of_button(paint) + theme::gap;
}

// What the session at this door does otherwise, side by side.
void changes(Paint& paint, const StaffView& view, Point at, float wide, Intents& intents) {
    const auto is_minutes = [](const StaffView::Change& change) {
        return change.asks.how == ChangeSession::How::longer;
    };
    const auto few = static_cast<float>(std::ranges::count_if(view.changes, is_minutes)); // signs; the others say more
    const float minutes = wide * 0.27f, others = static_cast<float>(view.changes.size()) - few;
    const float words = (wide - few * (minutes + theme::gap) - (others - 1) * theme::gap) / std::max(1.f, others);
    float x = at.x;
    for (std::size_t i = 0; i < view.changes.size(); ++i) {
        const Rect part{x, at.y, is_minutes(view.changes[i]) ? minutes : words, tall_of_button(paint)};
        if (button(paint, "change " + std::to_string(i), part, view.changes[i].label, Look::ghost, paint.night()))
            intents.emplace_back(view.changes[i].asks);
        x += part.width + theme::gap;
    }
}

// `foot` is the lowest row, where the first `abreast` of them share it; gives the y of their top.
float leave(Paint& paint, const std::vector<Choice>& choices, Rect foot, std::size_t abreast, Intents& intents) {
    Rect row = foot;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Choice& choice = choices[i];
        if (i >= abreast) row.y -= theme::gap + row.height;
        const Rect place = i < abreast ? shares(row, abreast, theme::gap)[i] : row;
        if (button(paint, choice.id, place, *choice.label, choice.look, paint.night())) intents.push_back(choice.asks);
    }
    return row.y;
}
// The lowest row of what ends at `bottom`.
Rect foot_row(const Paint& paint, float x, float wide, float bottom) {
    return {x, bottom - tall_of_button(paint), wide, tall_of_button(paint)};
}

constexpr float padding = theme::card_padding;

void upright(Paint& paint, const StaffView& view, float top, float bottom, Intents& intents) {
    const float wide = std::min(paint.width - 2 * theme::margin, 936.f), x = (paint.width - wide) / 2;
    const float inner = wide - 2 * padding, pad = view.pad ? 4 * theme::key_height + 3 * theme::gap : 0;
    auto column = words(paint, view, x + padding, inner, 3);
    const auto below = choices(view);
    const float row = height_of_changes(paint, view);
    const float rest = 2 * padding + 48 + pad + (view.pad ? 32 : 0) + height_of(paint, below.size()) + row;
    // Where all that is too high, the two ways out of here share a row; then the words stand closer.
    const float saved = view.close_button.text.empty() ? 0 : tall_of_button(paint) + theme::gap;
    const bool many = saved > 0 && rest + column.height() > bottom - top;
    if (rest + column.height() - saved > bottom - top) column = words(paint, view, x + padding, inner, 2, 8);
    const float all = rest + column.height() - (many ? saved : 0);
    // Low, for an arm that comes from a wheelchair, too.
    const float y = std::max(top, bottom - all);
    paint.fill({x, y, wide, bottom - y}, paint.night().panel, theme::panel_radius);
    column.draw(y + padding);
    const float end = leave(paint, below, foot_row(paint, x + padding, inner, bottom - padding), many ? 2 : 1, intents);
    if (view.pad) keypad(paint, *view.pad, {x + padding, end - 32 - pad, inner, pad}, intents);
    changes(paint, view, {x + padding, end - row}, inner, intents);
}

// Words at the start, what is touched at the end.
void lying(Paint& paint, const StaffView& view, float top, float bottom, Intents& intents) {
    const float most = view.rows.empty() ? 1500.f : 1776.f;
    const float wide = std::min(paint.width - 2 * theme::margin, most), x = (paint.width - wide) / 2;
    const Rect panel{x, top, wide, bottom - top}, inner = panel.inset(padding);
    const float said = (inner.width - padding) * (view.rows.empty() ? 0.5f : 0.58f);
    const Rect touched{inner.x + said + padding, inner.y, inner.width - said - padding, inner.height};
    paint.fill(panel, paint.night().panel, theme::panel_radius);
    auto column = words(paint, view, inner.x, said, 2);
    if (column.height() > inner.height) column = words(paint, view, inner.x, said, 2, 8);
    if (column.height() > inner.height) column = words(paint, view, inner.x, said, 1); // they shrink
    if (!view.pad) {
        column.draw(inner.y + std::max(0.f, (inner.height - column.height()) / 2));
        const auto all = choices(view);
        const float row = height_of_changes(paint, view);
        // Where they are too many, the two ways out of here share a row.
        const bool many = height_of(paint, all.size()) + row > inner.height && !view.close_button.text.empty();
        const std::size_t abreast = many ? 2 : 1;
        const float foot = inner.centre().y + (height_of(paint, all.size() + 1 - abreast) + row) / 2;
        const float end = leave(paint, all, foot_row(paint, touched.x, touched.width, foot), abreast, intents);
        changes(paint, view, {touched.x, end - row}, touched.width, intents);
        return;
    }
    const float end = leave(paint, choices(view), foot_row(paint, inner.x, said, inner.bottom()), 1, intents);
    column.draw(inner.y + std::max(0.f, (end - inner.y - column.height()) / 2));
    keypad(paint, *view.pad, touched, intents);
}

} // namespace

void draw(const StaffView& view, Paint& paint, Intents& intents) {
    const auto& ground = view.behind ? ground_of(view.behind->kind) : paint.night();
    paint.ground(ground.top, ground.bottom);
    float top = header(paint, view.header) + 28;
    if (view.behind) top = behind(paint, *view.behind, top - 28) + 28;
    const float bottom = time_bar(paint, view.timeout, status_strip(paint, view.status) - 20) - 24;
    (paint.portrait() ? upright : lying)(paint, view, top, bottom, intents);
}

void staff_corner(Paint& paint, Intents& intents) {
    // The left one of the glass, whichever way the screen reads: staff look for it by hand.
    const float x = paint.mirrored() ? paint.width - theme::staff_corner : 0;
    const Rect corner{x, 0, theme::staff_corner, theme::staff_corner};
    if (paint.touch("staff", corner) == Touch::down) intents.emplace_back(HoldStaffCorner{});
}

} // namespace foyer
