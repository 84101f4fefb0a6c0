// Places and extents, in px on a short side of 1080. x runs from the reading start: the left edge of a screen in
// English, the right edge of one in Arabic. Paint alone knows where that is on the glass.
#pragma once

namespace foyer {

struct Point {
    float x = 0, y = 0;
};

struct Extent {
    float width = 0, height = 0;
};

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] float end() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
    [[nodiscard]] Rect inset(float across, float along) const {
        return {x + across, y + along, width - 2 * across, height - 2 * along};
    }
};

} // namespace foyer
