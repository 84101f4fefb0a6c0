// A guest without a code types a name and what the summit asks for beside it.
#include <algorithm>

#include "kiosk/app/guest.h"
#include "kiosk/screens/controls.h"
#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

// Lying, height is dear: the keyboard takes all that is left of it.
float field_tall(const Paint& paint) { return paint.portrait() || paint.gathered() ? 132 : 120; }

constexpr float field_inset = 28;

// How the names of all fields are set: they are long in some languages.
Setting names(Paint& paint, const ClaimView& view, float width) {
    if (paint.portrait()) return {theme::small, width, 1, Side::start, 24};
    for (const float size : {theme::small.size, theme::smallest}) {
        const Setting one{{size, theme::small.line_height, false}, width, 1, Side::start, size};
        const auto fits = [&](const DeskView::FormField& field) { return paint.fits(field.name, one); };
        if (std::ranges::all_of(view.fields, fits)) return one;
    }
    return {{26, 1.15f, false}, width, 2, Side::start, 22};
}

void field(Paint& paint, const DeskView::FormField& field, const Setting& name, std::size_t index, Rect rect,
           Intents& intents) {
    if (paint.touch("field " + std::to_string(index), rect) == Touch::tapped) intents.emplace_back(FocusField{index});
    paint.fill(rect, theme::white, theme::chip_radius);
    if (field.focused) paint.outline(rect, theme::guide, theme::chip_radius, 6);
    const Rect inner = rect.inset(field_inset, 10);
    const float head = name.lines > 1 ? 2 * name.type.size * name.type.line_height : 46;
    paint.text_in({inner.x, inner.y, inner.width, head}, field.name, name, theme::mute);
    const Rect line{inner.x, inner.y + head, inner.width - 10, inner.height - head};
    const Label typed{field.text, field.name.language};
    const Setting setting{theme::row_strong, line.width, 1, Side::start, 24};
    paint.text_in(line, typed, setting, theme::ink);
    if (!field.focused) return;
    // Latin letters and digits go on at their right, on a mirrored screen too.
    const bool goes_on = !paint.mirrored() || field.text.empty() || !is_latin(field.text);
    const float wide = field.text.empty() ? 0 : paint.measure(typed, setting).width;
    paint.fill({goes_on ? line.x + wide + 3 : line.x - 6, line.y + 4, 3, line.height - 8}, theme::mute);
}

// Back, staff and on; gives the y of their top.
float buttons(Paint& paint, const ClaimView& view, Rect row, Intents& intents) {
    std::vector<Label> labels{view.back_button, view.call_button};
    const bool sends = !view.send_button.text.empty();
    if (sends) labels.push_back(view.send_button);
    const auto parts = places(paint, row, labels);
    if (button(paint, "back", parts[0], view.back_button, Look::ghost, paint.night())) intents.emplace_back(GoBack{});
    if (button(paint, "call staff", parts[1], view.call_button, sends ? Look::ghost : Look::solid, paint.night()))
        intents.emplace_back(CallStaff{});
    if (!sends) return parts[0].y;
    if (view.can_send) {
        if (button(paint, "send", parts[2], view.send_button, Look::solid, paint.night()))
            intents.emplace_back(SendClaim{});
        return parts[0].y;
    }
    paint.fill(parts[2], paint.night().panel, theme::button_radius);
    paint.text_in(parts[2].inset(16, 0), view.send_button, {theme::button, 0, 1, Side::centre, 24},
                  paint.night().border);
    return parts[0].y;
}

// What is asked for, in the middle of `room`; it shrinks until it fits.
void asked(Paint& paint, const ClaimView& view, Rect room) {
    const bool upright = paint.portrait();
    const auto title_at = [&](float scale) {
        return Setting{scaled(upright ? theme::title : theme::heading, scale), room.width, 1, Side::centre};
    };
    const auto line_at = [&](float scale) {
        return Setting{scaled(upright ? theme::latin : theme::body, scale), room.width, upright ? 3 : 4, Side::centre};
    };
    const auto tall_at = [&](float scale) {
        return paint.measure(view.title, title_at(scale)).height + 12 + paint.measure(view.line, line_at(scale)).height;
    };
    const float scale = scale_to(room.height, tall_at);
    const float y = room.y + std::max(0.f, (room.height - tall_at(scale)) / 2);
    const float title = paint.text(view.title, title_at(scale), {room.x, y}, theme::white).height;
    paint.text(view.line, line_at(scale), {room.x, y + title + 12},
               view.line_attention ? theme::scarce : paint.night().second);
}

// Under each other upright, else side by side; their foot at the foot of `row`. Gives the y of their top.
float fields(Paint& paint, const ClaimView& view, Rect row, Intents& intents) {
    const auto rows = paint.portrait() ? static_cast<float>(view.fields.size()) : 1;
    const float one = field_tall(paint), tall = rows * (one + theme::gap) - theme::gap;
    const Rect all{row.x, row.bottom() - tall, row.width, tall};
    for (std::size_t i = 0; i < view.fields.size(); ++i) {
        const float down = static_cast<float>(i) * (one + theme::gap);
        const Rect place = paint.portrait() ? Rect{all.x, all.y + down, all.width, one}
                                            : shares(all, view.fields.size(), theme::gap)[i];
        const auto name = names(paint, view, place.width - 2 * field_inset);
        field(paint, view.fields[i], name, i, place, intents);
    }
    return all.y;
}

// As high as there is room for, but for a finger at least.
float keys(Paint& paint, const ClaimView& view, float top, float bottom, Intents& intents) {
    if (!view.keys) return bottom;
    constexpr float least = 0.7f;
    const float usual = desk_keys_height(*view.keys, paint), tall = std::clamp(bottom - top, least * usual, usual);
    desk_keys(paint, *view.keys, reach_row(paint, bottom, tall), intents);
    return bottom - tall - theme::gap;
}

// Gives the y below it.
float clock(Paint& paint, const HeaderView& view) {
    const float base = theme::header_top + theme::small.size;
    paint.text_on(plain(view.clock), {theme::small_strong, 0, 1, Side::end}, {paint.width - theme::margin, base},
                  theme::white);
    return base + 24;
}

// What is asked for above the fields, the keyboard under them.
void form_upright(Paint& paint, const ClaimView& view, Rect room, float, Intents& intents) {
    constexpr float words_least = 220;
    const float fields_tall = 2 * field_tall(paint) + theme::gap;
    float y = keys(paint, view, room.y + fields_tall + 44 + words_least, room.bottom(), intents);
    y = fields(paint, view, reach_row(paint, y - 24, 0), intents);
    asked(paint, view, {room.x, room.y, room.width, y - 44 - room.y});
}

// What is asked for stands beside the fields, so that the keyboard has the height; gathered, all that is typed has one
// column, and the words the other, down to `bottom`.
void form_lying(Paint& paint, const ClaimView& view, Rect room, float bottom, Intents& intents) {
    const float above = paint.gathered() ? 24 : 12; // the keys
    const float y = keys(paint, view, room.y + field_tall(paint) + theme::gap + above, room.bottom(), intents) - above;
    if (paint.gathered()) {
        const float top = fields(paint, view, reach_row(paint, y, 0), intents);
        return asked(paint, view, columns(paint, room.y, {top, bottom}).second);
    }
    const float words = room.width * 0.36f, x = room.x + words + 40;
    const float tall = y - room.y,
                down = std::max(0.f, (tall - field_tall(paint)) / 2); // in the middle of what is left
    (void)fields(paint, view, {x, room.y, room.end() - x, tall - down}, intents);
    const float above_all = theme::header_top - 12;
    asked(paint, view, {room.x, above_all, words, y - above_all});
}

} // namespace

void draw(const ClaimView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float strip = status_strip(paint, view.status) - 20;
    const bool upright = paint.portrait(), spent = view.fields.empty();
    // Lying, what is asked for takes the header's place.
    const float top =
        upright || spent || paint.gathered() ? header(paint, view.header) + 20 : clock(paint, view.header);
    // Lying, the keyboard takes all the height there is: the badge stands beside the buttons.
    const bool beside = !upright && !paint.gathered() && !spent && !view.timeout.offer.text.empty();
    const float bar =
        beside ? time_bar(paint, view.timeout, strip) : time_bar(paint, view.timeout, strip, paint.night(), intents);
    float y = bar - 22;
    const Choices all{view.header, view.languages, upright ? 4u : 8u};
    if (upright || spent || (paint.gathered() && view.timeout.offer.text.empty()))
        y = choices(paint, all, reach_row(paint, y, theme::pill_height), paint.night(), intents) - theme::gap;
    Rect row = reach_row(paint, y, theme::pill_height);
    if (beside) {
        const Rect offer{row.end() - 0.36f * row.width, row.y, 0.36f * row.width, row.height};
        offered_badge(paint, view.timeout, offer, paint.night(), intents);
        row.width -= offer.width + theme::gap;
    }
    y = buttons(paint, view, row, intents) - theme::gap;
    if (spent) // no more tries: what there is instead
        return sign_and_words(paint, view.title, view.line,
                              {theme::margin, top, paint.width - 2 * theme::margin, y - top}, paint.night());
    (upright ? form_upright : form_lying)(paint, view, {theme::margin, top, paint.width - 2 * theme::margin, y - top},
                                          bar - 22, intents);
}

} // namespace foyer
