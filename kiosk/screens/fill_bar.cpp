#include "kiosk/screens/fill_bar.h"

#include <algorithm>

#include "kiosk/screens/pieces.h"

namespace foyer {

float fill_bar(Paint& paint, const FillView& view, Rect at) {
    const auto count = plain(view.count), of = plain(view.of);
    const float beside = view.of.empty() ? 0 : paint.measure(of, {theme::second}).width + 16;
    const float number = paint.measure(count, {theme::count}).width, room = at.width - beside - number - theme::gap;
    const bool above = !paint.fits(view.inside, {theme::body, std::max(1.f, room)}); // long words have their own line
    if (above) at.y += paint.text(view.inside, {theme::body, at.width}, {at.x, at.y}, theme::white).height;
    const float base = at.y + theme::count.size * 0.86f;
    // "67 / 80" reads from the left in every language.
    const bool outward = paint.mirrored();
    const float space = view.of.empty() ? 0 : 16;
    paint.text_on(of, {theme::second, 0, 1, Side::end}, {at.end() - (outward ? number + space : 0), base},
                  theme::white);
    paint.text_on(count, {theme::count, 0, 1, Side::end}, {at.end() - (outward ? 0 : beside), base}, theme::white);
    if (!above) paint.text_on(view.inside, {theme::body, room}, {at.x, base}, theme::white);
    float y = at.y + theme::count.size + 12;
    if (view.of.empty()) return y;
    constexpr float tall = 26;
    paint.fill({at.x, y, at.width, tall}, with_alpha(theme::white, theme::track_alpha), tall / 2);
    if (view.fraction > 0)
        paint.fill({at.x, y, std::max(tall, at.width * static_cast<float>(view.fraction)), tall}, theme::white,
                   tall / 2);
    return y + tall;
}

} // namespace foyer
