#include "kiosk/screens/camera_picture.h"

#include <algorithm>
#include <cmath>

namespace foyer {
namespace {

// Where to hold the code: four corners in the middle of the preview.
void brackets(Paint& paint, Rect picture) {
    const float side = std::min(picture.width, picture.height) * 0.62f, half = side / 2, arm = side * 0.2f, round = 26;
    const auto centre = picture.centre();
    for (const float across : {-1.f, 1.f})
        for (const float along : {-1.f, 1.f}) {
            const auto at = [&](float x, float y) {
                return Point{centre.x + across * (half - x), centre.y + along * (half - y)};
            };
            std::vector<Point> points{at(0, arm)};
            for (int i = 0; i <= 12; ++i) {
                const float angle = static_cast<float>(i) / 12 * 1.5708f;
                points.push_back(at(round - round * std::cos(angle), round - round * std::sin(angle)));
            }
            points.push_back(at(arm, 0));
            paint.lines(points, theme::guide, 8);
        }
}

// The way to the camera or scanner, at the edge of the picture that is nearest to it. Left is left, however the screen
// reads.
void way_to_source(Paint& paint, Rect picture, Arrow at) {
    const float radius = 62, x = picture.centre().x, y = picture.centre().y;
    const float start = picture.x + radius + 16, end = picture.end() - radius - 16;
    const float left = paint.mirrored() ? end : start, right = paint.mirrored() ? start : end;
    const Point centre = at == Arrow::left    ? Point{left, y}
                         : at == Arrow::right ? Point{right, y}
                         : at == Arrow::down  ? Point{x, picture.bottom() - radius - 16}
                                              : Point{x, picture.y + radius + 16};
    paint.disc(centre, radius, theme::white);
    paint.arrow(at, centre, radius * 1.2f, paint.night().mark, 3.2f);
}

} // namespace

void camera_picture(Paint& paint, Rect frame, const CameraPicture& view, Guide guide) {
    paint.shadow(frame);
    paint.fill(frame, theme::preview_frame, theme::card_radius);
    const auto picture = frame.inset(14);
    if (view.preview && paint.has_preview()) {
        paint.preview(picture, theme::row_radius);
        if (guide == Guide::brackets) brackets(paint, picture);
        paint.preview_lines(picture, view.code_outline, theme::guide, 6);
        if (guide == Guide::brackets && view.source_at != Arrow::none) way_to_source(paint, picture, view.source_at);
        return;
    }
    paint.fill(picture, theme::preview_empty, theme::row_radius);
    const float size = std::min(160.f, picture.height * 0.3f);
    const Setting words{theme::body, picture.width - 96, 3, Side::centre};
    const float tall = size + 28 + paint.measure(view.camera_state, words).height, y = picture.centre().y - tall / 2;
    paint.icon(Icon::camera, {picture.centre().x, y + size / 2}, size, paint.night().border, 1.6f);
    paint.text(view.camera_state, words, {picture.x + 48, y + size + 28}, theme::white);
    if (guide == Guide::brackets && view.source_at != Arrow::none) way_to_source(paint, picture, view.source_at);
}

} // namespace foyer
