// What staff write down before something is done, what came of it, and the keyboard on the screen.
#include <algorithm>

#include "kiosk/app/typing.h"
#include "kiosk/screens/desk_parts.h"

namespace foyer {
namespace {

using What = DeskTap::What;
using Page = TouchKeyboard::Page;

constexpr float padding = 36, field_tall = 96, key_gap = 8;

void field(Paint& paint, const DeskView::FormField& field, std::size_t index, Rect rect, Intents& intents) {
    if (paint.touch("field " + std::to_string(index), rect) == Touch::tapped) intents.emplace_back(FocusField{index});
    paint.fill(rect, theme::white, theme::chip_radius);
    paint.outline(rect, field.focused ? paint.night().mark : theme::mute, theme::chip_radius,
                  field.focused ? 5.f : 2.f);
    const Rect inner = rect.inset(20, 0);
    const Label text{field.text, field.name.language};
    if (field.text.empty()) {
        paint.text_in(inner, field.name, {theme::desk, 0, 1, Side::start, 22}, theme::mute);
    } else {
        paint.text_in({inner.x, inner.y + 4, inner.width, 30}, field.name, {{22, 1.2f, false}, 0, 1, Side::start, 18},
                      theme::mute);
        paint.text_in({inner.x, inner.y + 32, inner.width, inner.height - 34}, text,
                      {theme::desk_name, 0, 1, Side::start, 22}, theme::ink);
    }
}

// In `columns`, from the top of `rect` down; gives the y below them.
float fields(Paint& paint, const DeskView::Form& form, Rect rect, std::size_t columns, Intents& intents) {
    float y = rect.y;
    for (std::size_t i = 0; i < form.fields.size(); i += columns) {
        const auto parts = shares({rect.x, y, rect.width, field_tall}, columns, 16);
        for (std::size_t j = 0; j < columns && i + j < form.fields.size(); ++j)
            field(paint, form.fields[i + j], i + j, parts[j], intents);
        y += field_tall + 14;
    }
    return y;
}

// On one line, or on two.
void words_in(Paint& paint, Rect rect, const Label& label, const theme::Type& type, Colour colour) {
    const Rect inner = rect.inset(10, 0);
    Setting words{type, inner.width, 1, Side::centre, 24};
    if (!paint.fits(label, words)) words = {theme::desk_strong, inner.width, 2, Side::centre, 20};
    paint.text_in(inner, label, words, colour);
}

// Buttons in rows of `a_row`, the chosen one filled. Gives the y below them.
float choices(Paint& paint, const std::string& id, const std::vector<DeskView::FormChoice>& all, Rect first,
              std::size_t a_row, Intents& intents) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && i % a_row == 0) first.y += first.height + 12;
        const Rect at = shares(first, std::min(a_row, all.size()), 12)[i % a_row];
        const auto touched = paint.touch(id + std::to_string(i), at);
        paint.fill(at, all[i].chosen ? paint.night().mark : theme::neutral_chip, theme::chip_radius);
        if (touched == Touch::down) paint.fill(at, with_alpha(theme::ink, theme::pressed_alpha), theme::chip_radius);
        words_in(paint, at, all[i].label, theme::desk_strong, all[i].chosen ? theme::white : theme::ink);
        if (touched == Touch::tapped) intents.push_back(all[i].asks);
    }
    return all.empty() ? first.y : first.bottom() + 16;
}

void buttons(Paint& paint, const DeskView::Form& form, Rect rect, Intents& intents) {
    const auto parts = shares(rect, 2, 16);
    const auto touched = paint.touch("cancel", parts[0]);
    paint.outline(parts[0], theme::mute, theme::button_radius);
    if (touched == Touch::down)
        paint.fill(parts[0], with_alpha(theme::ink, theme::pressed_alpha), theme::button_radius);
    words_in(paint, parts[0], form.cancel_button, theme::desk_name, theme::ink);
    if (touched == Touch::tapped) intents.emplace_back(DeskTap{What::cancel});
    const auto ground = form.can_confirm ? theme::green.top : theme::track_on_white;
    const auto pressed = form.can_confirm ? paint.touch("confirm", parts[1]) : Touch::none;
    paint.fill(parts[1], ground, theme::button_radius);
    if (pressed == Touch::down)
        paint.fill(parts[1], with_alpha(theme::ink, theme::pressed_alpha), theme::button_radius);
    words_in(paint, parts[1], form.confirm_button, theme::desk_name, form.can_confirm ? theme::white : theme::mute);
    if (pressed == Touch::tapped) intents.emplace_back(DeskTap{What::confirm});
}

// True when it was tapped.
bool key(Paint& paint, const std::string& id, Rect rect, const Label& label, std::optional<Icon> icon, bool chosen) {
    const auto touched = paint.touch(id, rect);
    paint.fill(rect, chosen ? theme::white : paint.night().pill, theme::chip_radius);
    if (touched == Touch::down) paint.fill(rect, with_alpha(theme::white, theme::pressed_alpha), theme::chip_radius);
    const auto ink = chosen ? theme::ink : theme::white;
    if (icon) paint.icon(*icon, rect.centre(), 42, ink, 2.4f);
    paint.text_in(rect.inset(3, 0), label, {theme::desk_key, 0, 1, Side::centre, 20}, ink);
    return touched == Touch::tapped;
}

struct PageKey {
    Page page;
    const char* shown;
};
constexpr PageKey pages[] = {
    {Page::latin, "abc"}, {Page::accents, "äéñ"}, {Page::cyrillic, "абв"}, {Page::signs, "123"}};

// Shift, the pages, a space, back, and away with it.
void last_row(Paint& paint, const DeskView::Keys& keys, Rect row, Intents& intents) {
    const bool narrow = (row.width - 9 * key_gap) / 11 < 60; // gathered: names of pages need more than a letter
    const bool ten = !keys.hides && !narrow;                 // as many as letters in a row
    const float unit = ten ? (row.width - 6 * key_gap) / 10 : (row.width - 9 * key_gap) / 11;
    float x = row.x;
    const auto next = [&](float units) {
        const float wide = unit * units;
        const Rect rect{x, row.y, wide, row.height};
        x += wide + key_gap;
        return rect;
    };
    if (key(paint, "shift", next(1), {}, Icon::shift, keys.shifted)) intents.emplace_back(DeskTap{What::shift});
    for (const auto& [page, shown] : pages) {
        if (key(paint, std::string{"page "} + shown, next(narrow ? 1.35f : 1), plain(shown), std::nullopt,
                keys.page == page))
            intents.emplace_back(TurnKeyboard{page});
    }
    const float rest = (keys.hides || ten ? 0.f : 1.f) - (narrow ? 1.4f : 0.f);
    if (key(paint, "space", next(3.5f + rest), plain("\u2423"), std::nullopt, false))
        intents.emplace_back(TypeCharacter{U' '});
    const Rect erase = keys.hides ? next(1.5f) : Rect{x, row.y, row.end() - x, row.height};
    if (key(paint, "erase", erase, {}, Icon::erase, false)) intents.emplace_back(DeskTap{What::erase});
    if (!keys.hides) return;
    if (key(paint, "hide", {x, row.y, row.end() - x, row.height}, {}, Icon::hide, false))
        intents.emplace_back(DeskTap{What::hide_keyboard});
}

} // namespace

void desk_form(Paint& paint, const DeskView::Form& form, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(padding, 20);
    const bool beside = !paint.portrait() && !form.fields.empty(); // height is dear: choices stand beside the fields
    const float half = beside ? inner.width * 0.58f : inner.width;
    float y = inner.y;
    const Setting title{theme::row_strong, inner.width, beside ? 1 : 2, Side::start, 24};
    const auto said = paint.text(form.title, title, {inner.x, y}, theme::ink);
    if (beside) {
        const float x = inner.x + said.width + 28;
        Setting line{theme::desk, inner.end() - x, 1, Side::start, 22};
        if (!paint.fits(form.line, line)) line = {theme::desk_small, line.width, 2, Side::start, 18};
        paint.text_in({x, y, line.width, said.height}, form.line, line, theme::mute);
        y += said.height + 10;
    } else {
        y += said.height + 2;
        y += paint.text(form.line, {theme::desk, inner.width, 2, Side::start, 22}, {inner.x, y}, theme::mute).height +
             14;
    }
    const float top = y;
    y = fields(paint, form, {inner.x, y, half - (beside ? 24 : 0), 0}, beside ? 2 : 1, intents);
    Rect rest{inner.x, y, inner.width, 96};
    if (beside) rest = {inner.x + half, top, inner.width - half, 84};
    if (!form.time.empty()) {
        paint.text_in({rest.x, rest.y, 300, 130}, plain(form.time), {theme::time, 0, 1, Side::start}, theme::ink);
        paint.text_in({rest.x + 320, rest.y, rest.width - 320, 130}, form.ago, {theme::row, 0, 1, Side::start},
                      theme::mute);
        rest.y = choices(paint, "step ", form.steps, {rest.x, rest.y + 130, rest.width, 96}, 6, intents);
    }
    const std::size_t a_row = form.choices.size() > 3 ? 3 : 6;
    rest.y = choices(paint, "choice ", form.choices, rest, a_row, intents);
    buttons(paint, form, {rest.x, std::min(rest.y + 4, inner.bottom() - 96), rest.width, 96}, intents);
}

void desk_call(Paint& paint, const DeskView::Call& call, Rect rect, Intents& intents) {
    paint.fill(rect, theme::attention, theme::button_radius);
    const float wide = std::max(220.f, paint.measure(call.button, {theme::desk_strong}).width + 80);
    const Rect at{rect.end() - wide, rect.y, wide, rect.height};
    const auto touched = paint.touch("call " + call.id, at);
    paint.fill(at, theme::ink, theme::button_radius, Rounded::end);
    if (touched == Touch::down) paint.fill(at, with_alpha(theme::white, theme::pressed_alpha), theme::button_radius);
    paint.text_in(at, call.button, {theme::desk_strong, 0, 1, Side::centre, 22}, theme::white);
    if (touched == Touch::tapped) intents.emplace_back(call.asks);
    paint.icon(Icon::person_at_desk, {rect.x + 50, rect.centre().y}, 50, theme::ink, 2.4f);
    const Rect said{rect.x + 96, rect.y, at.x - rect.x - 112, rect.height};
    paint.text_in(said, call.words, paint.on_one_line(call.words, {theme::desk_strong, said.width, 3, Side::start, 22}),
                  theme::ink);
}

void desk_told(Paint& paint, const DeskView::Told& told, Rect rect, Intents& intents) {
    paint.fill(rect, told.attention ? theme::attention : theme::green.top, theme::button_radius);
    const auto ink = told.attention ? theme::ink : theme::white;
    float end = rect.end() - 24;
    if (!told.button.text.empty()) {
        const float wide = std::max(220.f, paint.measure(told.button, {theme::desk_strong}).width + 80);
        const Rect at{rect.end() - wide, rect.y, wide, rect.height};
        const auto touched = paint.touch("told", at);
        paint.fill(at, theme::green.bottom, theme::button_radius, Rounded::end);
        if (touched == Touch::down) paint.fill(at, with_alpha(theme::ink, theme::pressed_alpha), theme::button_radius);
        paint.text_in(at, told.button, {theme::desk_strong, 0, 1, Side::centre, 22}, theme::white);
        if (touched == Touch::tapped) intents.emplace_back(DeskTap{told.asks});
        end = at.x - 16;
    }
    paint.icon(told.attention ? Icon::warning : Icon::tick, {rect.x + 48, rect.centre().y}, 42, ink, 3);
    paint.text_in({rect.x + 88, rect.y, end - rect.x - 88, rect.height}, told.words,
                  {theme::desk_strong, 0, 3, Side::start, 22}, ink);
}

float desk_keys_height(const DeskView::Keys& keys, const Paint& paint) {
    const float key_tall = paint.portrait() ? 112.f : 96.f;
    return static_cast<float>(keys.rows.size() + 1) * (key_tall + key_gap) - key_gap;
}

void desk_keys(Paint& paint, const DeskView::Keys& keys, Rect rect, Intents& intents) {
    // Upright it is as wide as the glass: ten keys a row are a finger wide then.
    constexpr float edge = 16;
    if (paint.portrait() && !paint.gathered()) rect = {edge, rect.y, paint.width - 2 * edge, rect.height};
    const float rows = static_cast<float>(keys.rows.size() + 1);
    const float tall = (rect.height - (rows - 1) * key_gap) / rows;
    std::size_t longest = 10;
    for (const auto& row : keys.rows) longest = std::max(longest, row.size());
    const float wide = (rect.width - static_cast<float>(longest - 1) * key_gap) / static_cast<float>(longest);
    float y = rect.y;
    for (const auto& row : keys.rows) {
        const auto count = static_cast<float>(row.size());
        // Keys stand as on a keyboard, whichever way the language reads.
        float x = rect.x + (rect.width - count * wide - (count - 1) * key_gap) / 2;
        for (std::size_t i = 0; i < row.size(); ++i, x += wide + key_gap) {
            const char32_t c = paint.mirrored() ? row[row.size() - 1 - i] : row[i];
            if (key(paint, "key " + utf8(c), {x, y, wide, tall}, plain(utf8(c)), std::nullopt, false))
                intents.emplace_back(TypeCharacter{c});
        }
        y += tall + key_gap;
    }
    last_row(paint, keys, {rect.x, y, rect.width, tall}, intents);
}

} // namespace foyer
