// A guest without a code types a name and what the summit asks for beside it.
#include <algorithm>

#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

constexpr float field_tall = 132;

void field(Paint& paint, const DeskView::FormField& field, std::size_t index, Rect rect, Intents& intents) {
    if (paint.touch("field " + std::to_string(index), rect) == Touch::tapped) intents.emplace_back(FocusField{index});
    paint.fill(rect, theme::white, theme::chip_radius);
    if (field.focused) paint.outline(rect, theme::guide, theme::chip_radius, 6);
    const Rect inner = rect.inset(28, 10);
    paint.text_in({inner.x, inner.y, inner.width, 46}, field.name, {theme::small, 0, 1, Side::start, 24}, theme::mute);
    const Label typed{field.text + (field.focused ? "\u2502" : ""), field.name.language};
    paint.text_in({inner.x, inner.y + 46, inner.width, inner.height - 46}, typed,
                  {theme::row_strong, 0, 1, Side::start, 24}, theme::ink);
}

// Languages, from the bottom up; gives the y of their top.
float languages(Paint& paint, const ClaimView& view, float bottom, Intents& intents) {
    const Rect row{theme::margin, bottom - theme::pill_height, paint.width - 2 * theme::margin, theme::pill_height};
    language_row(paint, text_size_pill(paint, row, view.header.text, paint.night(), intents), view.languages,
                 paint.portrait() ? 4 : 8, paint.night(), intents);
    return row.y;
}

void buttons(Paint& paint, const ClaimView& view, Rect rect, Intents& intents) {
    const bool sends = !view.send_button.text.empty();
    const auto parts = shares(rect, sends ? 3 : 2, theme::gap);
    if (button(paint, "back", parts[0], view.back_button, Look::ghost, paint.night())) intents.emplace_back(GoBack{});
    if (button(paint, "call staff", parts[1], view.call_button, sends ? Look::ghost : Look::solid, paint.night()))
        intents.emplace_back(CallStaff{});
    if (!sends) return;
    if (view.can_send) {
        if (button(paint, "send", parts[2], view.send_button, Look::solid, paint.night()))
            intents.emplace_back(SendClaim{});
        return;
    }
    paint.fill(parts[2], paint.night().panel, theme::button_radius);
    paint.text_in(parts[2].inset(16, 0), view.send_button, {theme::button, 0, 1, Side::centre, 24},
                  paint.night().border);
}

// No more tries: what there is instead.
void only_staff(Paint& paint, const ClaimView& view, float top, float bottom) {
    const float x = theme::margin, wide = paint.width - 2 * x, sign = paint.portrait() ? 150 : 100;
    const Setting title{theme::title, wide, 3, Side::centre}, line{theme::second, wide, 3, Side::centre};
    const float tall = paint.measure(view.title, title).height;
    const float all = 2 * sign + 68 + tall + paint.measure(view.line, line).height;
    float y = top + std::max(24.f, (bottom - top - all) * 0.42f);
    paint.disc({paint.width / 2, y + sign}, sign, theme::white);
    paint.icon(Icon::person_at_desk, {paint.width / 2, y + sign}, sign * 1.25f, paint.night().mark, 2.2f);
    y += 2 * sign + 48;
    paint.text(view.title, title, {x, y}, theme::white);
    paint.text(view.line, line, {x, y + tall + 20}, paint.night().second);
}

// What is asked for, and the fields: under each other upright, else side by side.
void asked(Paint& paint, const ClaimView& view, float top, float bottom, Intents& intents) {
    const float x = theme::margin, wide = paint.width - 2 * x;
    const bool upright = paint.portrait();
    const Setting title{upright ? theme::title : theme::heading, wide, 1, Side::centre},
        line{upright ? theme::latin : theme::body, wide, upright ? 3 : 2, Side::centre};
    const float title_tall = paint.measure(view.title, title).height, line_tall = paint.measure(view.line, line).height;
    const float fields = upright ? 2 * field_tall + theme::gap : field_tall;
    float y = top + std::max(0.f, (bottom - top - title_tall - line_tall - fields - 56) * 0.5f);
    paint.text(view.title, title, {x, y}, theme::white);
    y += title_tall + 12;
    paint.text(view.line, line, {x, y}, view.line_attention ? theme::scarce : paint.night().second);
    y += line_tall + 44;
    if (upright)
        for (std::size_t i = 0; i < view.fields.size(); ++i, y += field_tall + theme::gap)
            field(paint, view.fields[i], i, {x, y, wide, field_tall}, intents);
    else
        for (std::size_t i = 0; i < view.fields.size(); ++i)
            field(paint, view.fields[i], i, shares({x, y, wide, field_tall}, view.fields.size(), theme::gap)[i],
                  intents);
}

} // namespace

void draw(const ClaimView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float top = header(paint, view.header) + 20, x = theme::margin, wide = paint.width - 2 * x;
    const float strip = status_strip(paint, view.status) - 20;
    // Lying, the keyboard takes all the height there is: the badge stands beside the buttons.
    const bool beside = !paint.portrait() && !view.fields.empty() && !view.timeout.offer.text.empty();
    float y =
        beside ? time_bar(paint, view.timeout, strip) : time_bar(paint, view.timeout, strip, paint.night(), intents);
    y -= 22;
    if (paint.portrait() || view.fields.empty()) y = languages(paint, view, y, intents) - theme::gap;
    y -= theme::pill_height;
    const float offer = beside ? 0.36f * wide : 0;
    buttons(paint, view, {x, y, beside ? wide - offer - theme::gap : wide, theme::pill_height}, intents);
    if (beside)
        offered_badge(paint, view.timeout, {x + wide - offer, y, offer, theme::pill_height}, paint.night(), intents);
    y -= theme::gap;
    if (view.fields.empty()) return only_staff(paint, view, top, y);
    if (view.keys) {
        const float tall = desk_keys_height(*view.keys, paint);
        desk_keys(paint, *view.keys, {x, y - tall, wide, tall}, intents);
        y -= tall + theme::gap;
    }
    asked(paint, view, top, y, intents);
}

} // namespace foyer
