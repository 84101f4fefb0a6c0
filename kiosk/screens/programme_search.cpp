// The search in the programme: its field and keys, and what was found.
#include <algorithm>

#include "kiosk/app/guest.h"
#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/programme.h"

namespace foyer {
namespace {

using Search = ProgrammeView::Search;
using Hit = Search::Hit;

constexpr float field_tall = 112, padding = 28;
constexpr theme::Type chip{36, 1.1f, true};

void field(const Search& search, Paint& paint, Rect rect, Intents& intents) {
    const bool clears = !search.typed.empty();
    const Rect typed{rect.x, rect.y, rect.width - (clears ? field_tall : 0), rect.height};
    if (paint.touch("search field", typed) == Touch::tapped) intents.emplace_back(KeepOpen{});
    paint.fill(rect, theme::white, theme::chip_radius);
    paint.outline(rect, theme::guide, theme::chip_radius, 6);
    paint.icon(Icon::search, {rect.x + 60, rect.centre().y}, 48, theme::mute, 2.4f);
    Rect inner{rect.x + 112, rect.y, rect.width - 112 - 28, rect.height};
    if (!clears) return paint.text_in(inner, search.hint, {theme::row, 0, 1, Side::start, 26}, theme::mute);
    inner.width -= field_tall - 28;
    // Latin letters go on at their right, on a mirrored screen too.
    const std::string caret = is_latin(search.typed) && clears ? "\u2502\u200e" : "\u2502";
    paint.text_in(inner, {search.typed + caret, search.hint.language}, {theme::row_strong, 0, 1, Side::start, 24},
                  theme::ink);
    const Rect clear{rect.end() - field_tall, rect.y, field_tall, field_tall};
    if (paint.touch("clear", clear) == Touch::tapped) intents.emplace_back(DeskTap{DeskTap::What::clear});
    paint.icon(Icon::close, clear.centre(), 40, theme::mute, 2.8f);
}

// How wide the day and time are at the start of every row.
float clock_width(Paint& paint, const Search& search) {
    float widest = std::max(paint.measure(plain("00:00"), {theme::row_strong}).width, 120.f); // or a room's chip
    for (const Hit& hit : search.hits) widest = std::max(widest, paint.measure(hit.day, {theme::small}).width);
    return std::min(widest, 190.f) + 24;
}

// How wide the room is at the end of a row: its code on a chip, else its name.
float room_width(Paint& paint, const Hit& hit) {
    if (!hit.room_code.empty()) return room_chip_width(paint, 60, hit.room_code, chip);
    return std::min(190.f, paint.measure(hit.room, {theme::small}).width + 4);
}

Setting title_setting(Paint& paint, const Hit& hit, float width) {
    Setting title{hit.past ? theme::row : theme::row_strong, width, 2, Side::start, 32};
    if (!paint.fits(hit.title, title)) title.lines = 3; // beside wide keys
    return title;
}

// Of all rows alike. Where they are narrow, beside the keys of a lying screen, the room stands under the time.
struct Across {
    float width, clock;
    [[nodiscard]] bool narrow() const { return width < 720; }
};

float title_width(Paint& paint, const Hit& hit, Across across) {
    return across.width - 40 - across.clock - (across.narrow() ? 0 : 24 + room_width(paint, hit));
}

float tall_of(Paint& paint, const Hit& hit, Across across) {
    const float words = paint.measure(hit.title, title_setting(paint, hit, title_width(paint, hit, across))).height +
                        (hit.speaker.text.empty() ? 0 : theme::small.size * theme::small.line_height);
    return std::max(across.narrow() ? 184.f : theme::pill_height + 12, words + 28);
}

void room(Paint& paint, const Hit& hit, Rect rect, bool narrow) {
    const float wide = room_width(paint, hit);
    const Rect at = narrow ? Rect{rect.x + 20, rect.centre().y + 16, wide, 60}
                           : Rect{rect.end() - 20 - wide, rect.centre().y - 30, wide, 60};
    if (!hit.room_code.empty())
        room_chip(paint, {at.x, at.y}, 60, hit.room_code, paint.forum(hit.colour), chip);
    else
        paint.text_in(at.inset(0, -10), hit.room, {theme::small, 0, 2, narrow ? Side::start : Side::end, 24},
                      theme::mute);
}

void row(const Hit& hit, Paint& paint, Rect rect, float clock, Intents& intents) {
    const auto touch = paint.touch("hit " + hit.id.text, rect);
    if (touch == Touch::tapped) intents.emplace_back(OpenSession{hit.id});
    if (hit.now) paint.fill(rect, theme::now_row, theme::row_radius);
    if (touch == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::row_radius);
    const Across across{rect.width, clock};
    const float x = rect.x + 20, middle = rect.centre().y, times = middle - (across.narrow() ? 34 : 0);
    const auto ink = hit.past ? theme::mute : theme::ink;
    paint.text_in({x, times - 46, clock - 20, 44}, hit.day, {theme::small, 0, 1, Side::start, 26}, theme::mute);
    paint.text_in({x, times - 2, clock - 20, 48}, plain(hit.starts), {theme::row_strong, 0, 1, Side::start},
                  hit.now ? theme::seats_left : ink);
    const float wide = title_width(paint, hit, across);
    const auto title = title_setting(paint, hit, wide);
    const Setting speaker{theme::small, wide, 1, Side::start, 28};
    const float first = paint.measure(hit.title, title).height, second = paint.measure(hit.speaker, speaker).height;
    const float top = middle - (first + second) / 2;
    paint.text(hit.title, title, {x + clock, top}, ink);
    paint.text(hit.speaker, speaker, {x + clock, top + first}, theme::mute);
    room(paint, hit, rect, across.narrow());
}

// What to type, or that nothing was found, under a sign.
void line(const Label& words, Paint& paint, Rect area) {
    if (words.text.empty()) return;
    constexpr float sign = 120, gap = 32;
    const auto set = [&](float scale) { return Setting{scaled(theme::second, scale), area.width, 4, Side::centre}; };
    const auto tall = [&](float scale) { return paint.measure(words, set(scale)).height; };
    const float scale = scale_to(area.height, tall);
    const bool signed_too = sign + gap + tall(scale) <= area.height;
    float y = area.y + std::max(0.f, (area.height - tall(scale) - (signed_too ? sign + gap : 0)) * 0.45f);
    if (signed_too) paint.icon(Icon::search, {area.centre().x, y + sign / 2}, sign, paint.night().second, 1.6f);
    if (signed_too) y += sign + gap;
    paint.text(words, set(scale), {area.x, y}, theme::white);
}

// What is seen after so many turns, counted round. Pages that come later are not looked at: there may be hundreds.
std::pair<std::size_t, std::size_t> page_of(const Search& search, Paint& paint, Across across, float room,
                                            std::size_t turned) {
    std::vector<std::size_t> begins{0};
    float y = 0;
    for (std::size_t i = 0; i < search.hits.size(); ++i) {
        const float tall = tall_of(paint, search.hits[i], across);
        if (y > 0 && y + tall > room) {
            if (begins.size() > turned) return {begins.back(), i};
            begins.push_back(i);
            y = 0;
        }
        y += tall;
    }
    const std::size_t page = turned % begins.size();
    return {begins[page], page + 1 < begins.size() ? begins[page + 1] : search.hits.size()};
}

} // namespace

std::size_t programme_hits(const ProgrammeView& view, Paint& paint, Rect area, Intents& intents) {
    const Search& search = *view.search;
    if (search.hits.empty()) {
        line(search.line, paint, area);
        return 0;
    }
    const Across across{area.width - 2 * padding, clock_width(paint, search)};
    const auto [first, end] = page_of(search, paint, across, area.height - 40, view.rows_turned);
    float tall = 40;
    for (std::size_t i = first; i < end; ++i) tall += tall_of(paint, search.hits[i], across);
    paint.card({area.x, area.y, area.width, tall});
    float y = area.y + 20;
    for (std::size_t i = first; i < end; ++i) {
        const float high = tall_of(paint, search.hits[i], across);
        row(search.hits[i], paint, {area.x + padding, y + 3, across.width, high - 6}, across.clock, intents);
        y += high;
    }
    return search.hits.size() - (end - first);
}

float programme_field(const Search& search, Paint& paint, Rect side, float bottom, Intents& intents) {
    // Keys are as high as there is room for, but for a finger at least; lying they are narrow, and higher for it.
    const float gap = 24, least = 0.7f, most = paint.portrait() ? 1.f : 1.3f;
    const float usual = desk_keys_height(search.keys, paint);
    const float tall = std::clamp(bottom - side.y - field_tall - gap, least * usual, most * usual);
    desk_keys(paint, search.keys, {side.x, bottom - tall, side.width, tall}, intents);
    const float y = bottom - tall - gap - field_tall;
    field(search, paint, {side.x, y, side.width, field_tall}, intents);
    return y;
}

} // namespace foyer
