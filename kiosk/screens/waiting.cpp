#include <algorithm>

#include "kiosk/screens/camera_picture.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/pieces.h"
#include "kiosk/screens/screens.h"

namespace foyer {
namespace {

// At the end of `row`; what it leaves.
Rect privacy_pill(Paint& paint, Rect row, Intents& intents) {
    const Rect round{row.end() - row.height, row.y, row.height, row.height};
    if (pill(paint, "privacy", round, {}, Look::ghost, paint.night(), Icon::info)) intents.emplace_back(OpenPrivacy{});
    row.width -= row.height + theme::gap;
    return row;
}

// From the bottom up; gives the y of the top of what it drew.
float languages(Paint& paint, const WaitingView& view, float bottom, Intents& intents) {
    const auto& all = view.languages;
    const std::size_t a_row = paint.portrait() ? 4 : 8;
    Rect row{theme::margin, bottom - theme::pill_height, paint.width - 2 * theme::margin, theme::pill_height};
    const bool two_rows = all.size() > a_row && all.size() <= 2 * a_row;
    const auto half = static_cast<std::ptrdiff_t>(two_rows ? (all.size() + 1) / 2 : 0);
    Rect rest = text_size_pill(paint, row, view.header.text, paint.night(), intents);
    if (view.privacy == WaitingView::Privacy::offered) rest = privacy_pill(paint, rest, intents);
    language_row(paint, rest, {all.begin() + half, all.end()}, a_row, paint.night(), intents);
    if (!two_rows) return row.y;
    row.y -= theme::pill_height + theme::gap;
    language_row(paint, row, {all.begin(), all.begin() + half}, a_row, paint.night(), intents);
    return row.y;
}

// The programme, staff, and what there is for guests without a code.
void buttons(Paint& paint, const WaitingView& view, Rect rect, Intents& intents) {
    struct Way {
        const char* id;
        const Label& label;
        Icon icon;
        Intent asks;
    };
    std::vector<Way> ways;
    const auto add = [&](const Way& way) {
        if (!way.label.text.empty()) ways.push_back(way);
    };
    add({"programme", view.programme_button, Icon::calendar, OpenProgramme{}});
    add({"claim", view.claim_button, Icon::search, OpenClaim{}});
    add({"call staff", view.call_button, Icon::person_at_desk, CallStaff{}});
    std::vector<Label> labels;
    for (const Way& way : ways) labels.push_back(way.label);
    const bool many = ways.size() > 2;
    const auto parts = many ? shares_by_words(paint, rect, labels, theme::gap)
                            : shares(rect, std::max<std::size_t>(1, ways.size()), theme::gap);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const auto look = i == 0 && !view.programme_button.text.empty() ? Look::solid : Look::ghost;
        const auto icon = many ? std::nullopt : std::optional{ways[i].icon}; // the words need the room
        if (button(paint, ways[i].id, parts[i], ways[i].label, look, paint.night(), icon))
            intents.push_back(ways[i].asks);
    }
}

void upright(Paint& paint, const WaitingView& view, float top, float bottom, Intents& intents) {
    const float x = theme::margin, wide = paint.width - 2 * x;
    float y = top + 44;
    const auto title = paint.on_one_line(view.title, {theme::title, wide, 2, Side::centre});
    y += paint.text(view.title, title, {x, y}, theme::white).height + 12;
    y += paint.text(view.subtitle, {theme::second, wide, 2, Side::centre}, {x, y}, theme::white).height + 44;

    const float button_y = languages(paint, view, bottom, intents) - 28 - theme::button_height;
    buttons(paint, view, {x, button_y, wide, theme::button_height}, intents);
    const Setting help{theme::small, wide, 2, Side::centre};
    const float help_y = button_y - 32 - paint.measure(view.help, help).height;
    paint.text(view.help, help, {x, help_y}, paint.night().second);

    const float space = help_y - 32 - y, tall = std::min(space, wide * 0.96f);
    camera_picture(paint, {x, y + (space - tall) / 2, wide, tall}, view);
}

void lying(Paint& paint, const WaitingView& view, float top, float bottom, Intents& intents) {
    const float pills = languages(paint, view, bottom, intents) - 36;
    const float tall = pills - top - 32, wide = std::min(tall * 1.22f, paint.width * 0.46f);
    const float picture_x = paint.width - theme::margin - wide;
    camera_picture(paint, {picture_x, top + 32, wide, tall}, view);

    const float text = picture_x - 2 * theme::margin;
    buttons(paint, view, {theme::margin, pills - theme::button_height, std::min(text, 860.f), theme::button_height},
            intents);
    const auto words_at = [&](float scale) {
        Column words;
        const auto add = [&](float gap, const Label& label, theme::Type type, Colour colour) {
            const Setting setting{scaled(type, scale), text, 3};
            words.add(gap * scale, paint.measure(label, setting).height, [&paint, &label, setting, colour](float y) {
                paint.text(label, setting, {theme::margin, y}, colour);
            });
        };
        add(0, view.title, theme::title, theme::white);
        add(20, view.subtitle, theme::second, theme::white);
        add(28, view.help, theme::small, paint.night().second);
        return words;
    };
    const float space = pills - theme::button_height - top;
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
