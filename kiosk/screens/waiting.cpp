#include <algorithm>

#include "kiosk/screens/camera_picture.h"
#include "kiosk/screens/controls.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

// From the bottom up: languages and the other choices, and above them the programme, staff, and what there is for
// guests without a code. Gives the y of the top of each.
struct Controls {
    float choices, ways;
};
Controls controls(Paint& paint, const WaitingView& view, float bottom, float between, float widest, Intents& intents) {
    Choices all{view.header, view.languages, paint.portrait() ? 4u : 8u, Choices::Rows::as_needed};
    if (view.privacy == WaitingView::Privacy::offered) all.privacy = Choices::Privacy::offered;
    const float y = choices(paint, all, reach_row(paint, bottom, theme::pill_height), paint.night(), intents);
    Rect row = reach_row(paint, y - between, theme::button_height);
    if (!paint.gathered()) row.width = std::min(row.width, widest);
    const Look first = view.programme_button.text.empty() ? Look::ghost : Look::solid;
    return {y, ways(paint, row,
                    {{"programme", view.programme_button, OpenProgramme{}, first, Icon::calendar},
                     {"claim", view.claim_button, OpenClaim{}, Look::ghost, Icon::search},
                     {"call staff", view.call_button, CallStaff{}, Look::ghost, Icon::person_at_desk}},
                    paint.night(), intents)};
}

void upright(Paint& paint, const WaitingView& view, float top, float bottom, Intents& intents) {
    const float x = theme::margin, wide = paint.width - 2 * x;
    float y = top + 44;
    const auto title = paint.on_one_line(view.title, {theme::title, wide, 2, Side::centre});
    y += paint.text(view.title, title, {x, y}, theme::white).height + 12;
    y += paint.text(view.subtitle, {theme::second, wide, 2, Side::centre}, {x, y}, theme::white).height + 44;

    const float button_y = controls(paint, view, bottom, 28, wide, intents).ways;
    const Setting help{theme::small, wide, 2, Side::centre};
    const float help_y = button_y - 32 - paint.measure(view.help, help).height;
    paint.text(view.help, help, {x, help_y}, paint.night().second);

    const float space = help_y - 32 - y, tall = std::min(space, wide * 0.96f);
    camera_picture(paint, {x, y + (space - tall) / 2, wide, tall}, view);
}

struct Halves {
    Rect words, picture;
};
// Gathered, the words have a column with the controls and the picture all of the other.
Halves halves(const Paint& paint, float top, float pills, float bottom) {
    if (paint.gathered()) {
        const auto [first, second] = columns(paint, top, {pills, bottom});
        return {first, {second.x, top + 32, second.width, second.height - 32}};
    }
    const float tall = pills - 36 - top - 32, wide = std::min(tall * 1.22f, paint.width * 0.46f);
    const float picture = paint.width - theme::margin - wide;
    return {{theme::margin, top, picture - 2 * theme::margin, pills - top}, {picture, top + 32, wide, tall}};
}

void lying(Paint& paint, const WaitingView& view, float top, float bottom, Intents& intents) {
    const float widest = std::min(860.f, paint.width - 3 * theme::margin - paint.width * 0.46f);
    const auto [pills, buttons] = controls(paint, view, bottom, 36, widest, intents);
    const auto [said, picture] = halves(paint, top, pills, bottom);
    camera_picture(paint, picture, view);
    const auto words_at = [&](float scale) {
        Column words;
        const auto add = [&](float gap, const Label& label, theme::Type type, Colour colour) {
            const Setting setting{scaled(type, scale), said.width, 3};
            words.add(
                gap * scale, paint.measure(label, setting).height,
                [&paint, &label, &said, setting, colour](float y) { paint.text(label, setting, {said.x, y}, colour); });
        };
        add(0, view.title, theme::title, theme::white);
        add(20, view.subtitle, theme::second, theme::white);
        add(28, view.help, theme::small, paint.night().second);
        return words;
    };
    const float space = buttons - top;
    const auto words = words_at(scale_to(space - 48, [&](float scale) { return words_at(scale).height(); }));
    words.draw(top + std::max(24.f, (space - words.height()) * 0.42f));
}

} // namespace

void draw(const WaitingView& view, Paint& paint, Intents& intents) {
    paint.ground(paint.night().top, paint.night().bottom);
    const float top = header(paint, view.header), bottom = status_strip(paint, view.status) - 32;
    (paint.portrait() ? upright : lying)(paint, view, top, bottom, intents);
}

} // namespace foyer
