#include "kiosk/screens/icons.h"

#include <cmath>
#include <numbers>

namespace foyer {
namespace {

// Degrees run clockwise from three o'clock, as y runs down.
Stroke arc(float x, float y, float across, float along, float from_degrees, float to_degrees) {
    constexpr int steps = 64; // round also where it is large, on a screen of 3840 px
    Stroke points;
    for (int i = 0; i <= steps; ++i) {
        const auto degrees = from_degrees + (to_degrees - from_degrees) * static_cast<float>(i) / steps;
        const auto radians = degrees * std::numbers::pi_v<float> / 180;
        points.push_back({x + across * std::cos(radians), y + along * std::sin(radians)});
    }
    return points;
}

Stroke circle(float x, float y, float radius) { return arc(x, y, radius, radius, 0, 360); }

std::vector<Stroke> headphones() {
    return {arc(12, 13, 8.5f, 8.5f, 180, 360),
            {{3.5f, 13}, {3.5f, 18}},
            {{20.5f, 13}, {20.5f, 18}},
            {{3.5f, 15}, {6.5f, 15}, {6.5f, 20}, {4.5f, 20}, {3.5f, 19}, {3.5f, 15}},
            {{20.5f, 15}, {17.5f, 15}, {17.5f, 20}, {19.5f, 20}, {20.5f, 19}, {20.5f, 15}}};
}

std::vector<Stroke> calendar() {
    return {{{4, 5.5f}, {20, 5.5f}, {20, 20}, {4, 20}, {4, 5.5f}},
            {{4, 10}, {20, 10}},
            {{8, 3}, {8, 7}},
            {{16, 3}, {16, 7}}};
}

std::vector<Stroke> camera() {
    return {{{3, 7.5f}, {7.5f, 7.5f}, {9, 5}, {15, 5}, {16.5f, 7.5f}, {21, 7.5f}, {21, 19}, {3, 19}, {3, 7.5f}},
            circle(12, 13, 3.5f)};
}

// A hand that points, beside the edge it is at.
std::vector<Stroke> hand_at_right() {
    return {{{22.4f, 3}, {22.4f, 21}},
            arc(8.6f, 4.4f, 1.9f, 1.9f, 180, 360),
            {{6.7f, 4.4f}, {6.7f, 14.5f}},
            {{10.5f, 4.4f},
             {10.5f, 10},
             {17.5f, 11.8f},
             {17.5f, 16.5f},
             {16, 21},
             {9, 21},
             {3.4f, 14.4f},
             {4.8f, 13},
             {6.7f, 14.5f}}};
}

std::vector<Stroke> turned(std::vector<Stroke> sign) {
    for (Stroke& stroke : sign)
        for (Point& point : stroke) point.x = 24 - point.x;
    return sign;
}

} // namespace

std::vector<Stroke> strokes(Icon icon) {
    switch (icon) {
    case Icon::tick: return {{{5, 12.6f}, {10, 17.4f}, {19, 7}}};
    case Icon::twice: return {{{1.8f, 12.6f}, {6.3f, 17}, {14.5f, 7.2f}}, {{11.8f, 15.6f}, {13.2f, 17}, {21.8f, 7.2f}}};
    case Icon::person_at_desk:
        return {circle(12, 6, 3.2f),
                arc(12, 16, 6, 5.6f, 180, 360),
                {{2.5f, 16}, {21.5f, 16}},
                {{5.5f, 16}, {5.5f, 20.5f}},
                {{18.5f, 16}, {18.5f, 20.5f}}};
    case Icon::people:
        return {circle(9, 7.5f, 3.6f), arc(9, 20, 6.5f, 6, 180, 360), arc(15.5f, 7.5f, 3.6f, 3.6f, -80, 80),
                arc(15.8f, 20, 6, 5.4f, 282, 360)};
    case Icon::clock: return {circle(12, 12, 9), {{12, 6.5f}, {12, 12}, {16, 14.5f}}};
    case Icon::globe: return {circle(12, 12, 9), arc(12, 12, 4, 9, 0, 360), {{3, 12}, {21, 12}}};
    case Icon::headphones: return headphones();
    case Icon::close: return {{{6, 6}, {18, 18}}, {{18, 6}, {6, 18}}};
    case Icon::warning:
        return {{{12, 3.5f}, {21.5f, 20}, {2.5f, 20}, {12, 3.5f}}, {{12, 9.5f}, {12, 14}}, {{12, 16.9f}, {12, 17.1f}}};
    case Icon::pause: return {{{8.5f, 5.5f}, {8.5f, 18.5f}}, {{15.5f, 5.5f}, {15.5f, 18.5f}}};
    case Icon::calendar: return calendar();
    case Icon::info: return {circle(12, 12, 9), {{12, 11}, {12, 16.5f}}, {{12, 7.4f}, {12, 7.6f}}};
    case Icon::walk:
        return {circle(13, 4.5f, 1.6f),
                {{8, 11}, {12.5f, 8.5f}, {12, 14}, {8.5f, 20.5f}},
                {{12, 14}, {15.5f, 20.5f}},
                {{12.5f, 9}, {16.5f, 12}}};
    case Icon::camera: return camera();
    case Icon::search: return {circle(10.5f, 10.5f, 6.5f), {{15.4f, 15.4f}, {21, 21}}};
    case Icon::lock: return {{{5, 11}, {19, 11}, {19, 20.5f}, {5, 20.5f}, {5, 11}}, arc(12, 11, 4, 6.5f, 180, 360)};
    case Icon::shift:
        return {{{12, 4}, {20, 12.5f}, {16, 12.5f}, {16, 19.5f}, {8, 19.5f}, {8, 12.5f}, {4, 12.5f}, {12, 4}}};
    case Icon::hide: return {{{3, 5}, {21, 5}, {21, 14}, {3, 14}, {3, 5}}, {{8.5f, 18}, {12, 21}, {15.5f, 18}}};
    case Icon::inbox:
        return {{{4, 13}, {7, 5}, {17, 5}, {20, 13}, {20, 19}, {4, 19}, {4, 13}},
                {{4, 13}, {9, 13}, {10, 15.5f}, {14, 15.5f}, {15, 13}, {20, 13}}};
    case Icon::hand_at_right: return hand_at_right();
    case Icon::hand_at_left: return turned(hand_at_right());
    case Icon::erase:
        return {{{8.5f, 5.5f}, {21, 5.5f}, {21, 18.5f}, {8.5f, 18.5f}, {2.5f, 12}, {8.5f, 5.5f}},
                {{12, 9.2f}, {17.6f, 14.8f}},
                {{17.6f, 9.2f}, {12, 14.8f}}};
    }
    return {};
}

std::vector<Stroke> strokes(Arrow arrow) {
    switch (arrow) {
    case Arrow::none: return {};
    case Arrow::left: return {{{21, 12}, {3, 12}}, {{10.5f, 4.5f}, {3, 12}, {10.5f, 19.5f}}};
    case Arrow::right: return {{{3, 12}, {21, 12}}, {{13.5f, 4.5f}, {21, 12}, {13.5f, 19.5f}}};
    case Arrow::ahead:
    case Arrow::up: return {{{12, 21}, {12, 3}}, {{4.5f, 10.5f}, {12, 3}, {19.5f, 10.5f}}};
    case Arrow::down: return {{{12, 3}, {12, 21}}, {{4.5f, 13.5f}, {12, 21}, {19.5f, 13.5f}}};
    case Arrow::back: // a turn round: not to be taken for "down a level"
        return {{{17, 21}, {17, 9.5f}},
                arc(12, 9.5f, 5, 5, 360, 180),
                {{7, 9.5f}, {7, 19}},
                {{2.5f, 14.5f}, {7, 19}, {11.5f, 14.5f}}};
    }
    return {};
}

} // namespace foyer
