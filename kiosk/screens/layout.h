// Parts one under the other, measured first and drawn then: nothing has a fixed y, so nothing can run into anything.
#pragma once

#include <functional>
#include <utility>
#include <vector>

namespace foyer {

class Column {
public:
    // `gap`: above this part, unless it is the first. `draw` gets the y of the part's top.
    void add(float gap, float height, std::function<void(float)> draw) {
        height_ += (parts_.empty() ? 0 : gap) + height;
        parts_.push_back({parts_.empty() ? 0 : gap, height, std::move(draw)});
    }
    [[nodiscard]] float height() const { return height_; }
    [[nodiscard]] bool empty() const { return parts_.empty(); }
    void draw(float y) const {
        for (const auto& part : parts_) {
            part.draw(y + part.gap);
            y += part.gap + part.height;
        }
    }

private:
    struct Part {
        float gap, height;
        std::function<void(float)> draw;
    };
    std::vector<Part> parts_;
    float height_ = 0;
};

// The largest scale from 1 down to about a half at which `height_at(scale)` is at most `room`.
template <class Height>
float scale_to(float room, const Height& height_at) {
    constexpr float step = 0.06f, least = 0.5f;
    float scale = 1;
    while (scale - step > least && height_at(scale) > room) scale -= step;
    return scale;
}

} // namespace foyer
