#include <algorithm>

#include "kiosk/screens/pieces.h"
#include "kiosk/screens/programme.h"

namespace foyer {
namespace {

using Lane = ProgrammeView::Lane;
using Item = ProgrammeView::Item;

constexpr float padding = 28, row_tall = 118, head_tall = 132;

void head(Paint& paint, const Lane& lane, Rect rect) {
    paint.fill(rect, theme::forum(lane.colour), theme::card_radius, Corners::top);
    const float code = lane.room_code.empty() ? 0 : paint.measure(plain(lane.room_code), {theme::room}).width + 32;
    const float x = rect.x + padding + 20, wide = rect.width - 2 * padding - 40;
    paint.text_in({x, rect.y, wide, rect.height}, plain(lane.room_code), {theme::room, 0, 1, Side::start},
                  theme::white);
    const Setting name{theme::strong, wide * 0.62f - code, 2}, level{theme::small, wide * 0.62f - code, 1};
    const Setting seats{theme::small_strong, wide * 0.36f, 2, Side::end};
    const float first = paint.measure(lane.name, name).height, second = paint.measure(lane.level, level).height;
    const float top = rect.y + (rect.height - first - second) / 2;
    paint.text(lane.name, name, {x + code, top}, theme::white);
    paint.text(lane.level, level, {x + code, top + first}, theme::white);
    const float tall = paint.measure(lane.seats, seats).height;
    paint.text(lane.seats, seats, {x + wide * 0.64f, rect.y + (rect.height - tall) / 2}, theme::white);
}

void row(Paint& paint, const Item& item, Colour colour, Rect rect, Intents& intents) {
    const auto touch = paint.touch("row " + item.id.text, rect);
    if (touch == Touch::tapped) intents.emplace_back(OpenSession{item.id});
    if (item.now) paint.fill(rect, theme::now_row, theme::row_radius);
    if (touch == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::row_radius);
    const auto dim = item.past ? theme::mute : theme::ink;
    const float x = rect.x + 20, clock = 132;
    const Rect when{x, rect.y, clock, rect.height};
    if (item.past)
        paint.icon(Icon::tick, {x + 24, rect.centre().y}, 40, theme::seats_left, 2.6f);
    else
        paint.text_in(when, plain(item.starts), {theme::row_strong, 0, 1, Side::start},
                      item.now ? theme::seats_left : dim);

    const float side = item.now ? paint.measure(item.now_or_next, {theme::small_strong}).width + 28 : 0;
    const float wide = rect.width - 40 - clock - side;
    const Setting title{item.past ? theme::row : theme::row_strong, wide, 1, Side::start, 32},
        speaker{theme::small, wide, 1, Side::start, 30};
    const float first = paint.measure(item.title, title).height, second = paint.measure(item.speaker, speaker).height;
    const float top = rect.y + (rect.height - first - second) / 2;
    paint.text(item.title, title, {x + clock, top}, dim);
    paint.text(item.speaker, speaker, {x + clock, top + first}, theme::mute);
    if (side > 0)
        paint.text_in({rect.end() - 20 - side, rect.y, side, rect.height}, item.now_or_next,
                      {theme::small_strong, 0, 1, Side::end}, colour);
}

} // namespace

void programme_rows(const ProgrammeView& view, Paint& paint, Rect area, Intents& intents) {
    const auto& lane = view.lanes.front();
    const auto count = static_cast<float>(lane.items.size());
    const float room = area.height - head_tall - 2 * 20;
    // Rows as high as there is room for, within reason; what is long over makes way when there are too many.
    const float tall = std::clamp(room / std::max(1.f, count), 92.f, row_tall);
    const auto fits = static_cast<std::size_t>(std::max(1.f, room / tall));
    std::size_t first = 0;
    while (lane.items.size() - first > fits && lane.items[first].past) ++first;
    const auto shown = std::min(fits, lane.items.size() - first);

    const Rect card{area.x, area.y, area.width, head_tall + 40 + tall * static_cast<float>(shown)};
    paint.card(card);
    head(paint, lane, {card.x, card.y, card.width, head_tall});
    float y = card.y + head_tall + 20;
    for (std::size_t i = first; i < first + shown; ++i, y += tall)
        row(paint, lane.items[i], theme::forum(lane.colour),
            {card.x + padding, y + 3, card.width - 2 * padding, tall - 6}, intents);
}

} // namespace foyer
