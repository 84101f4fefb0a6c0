#include "scanner/feed/scene.h"

#include <algorithm>
#include <cmath>

namespace foyer::feed {

namespace {

// Shapes are placed on a stage 720 high (and 1280 wide for the foyer) and scaled to the frame.
class Stage {
public:
    Stage(int width, int height, float stage_width)
        : sprite(make_sprite(width, height)), x_(static_cast<float>(width) / stage_width),
          y_(static_cast<float>(height) / 720) {}
    void box(float left, float top, float right, float bottom, const Fill& fill, float corner = 0) {
        rectangle(sprite, left * x_, top * y_, right * x_, bottom * y_, fill, corner * y_);
    }
    void blob(float x, float y, float radius_x, float radius_y, const Fill& fill) {
        ellipse(sprite, {x * x_, y * y_}, radius_x * x_, radius_y * y_, fill);
    }
    void line(Point from, Point to, float radius, const Fill& fill) {
        capsule(sprite, {from.x * x_, from.y * y_}, {to.x * x_, to.y * y_}, radius * y_, fill);
    }
    Sprite sprite;

private:
    float x_, y_;
};

void paint_walls(Stage& stage) {
    stage.box(-10, -10, 1290, 730, {172, 46, 22});
    stage.box(-10, -10, 1290, 92, {120, 30, -50}); // the ceiling, brighter towards the wall
    for (int lamp = 0; lamp < 5; ++lamp) stage.blob(150 + 245 * static_cast<float>(lamp), 40, 34, 8, {250, 0, 20});
    stage.box(-10, 560, 1290, 730, {128, 26, 44}); // the floor
}

void paint_windows(Stage& stage) {
    for (int pane = 0; pane < 3; ++pane) {
        const float left = 40 + 118 * static_cast<float>(pane);
        stage.box(left, 120, left + 100, 540, {236, 0, 30});
        stage.box(left, 330, left + 100, 338, {120});
        stage.box(left + 10, 566, left + 92, 730, {176, 10, 40}); // its light on the floor
    }
    stage.box(-10, 470, 400, 540, {150, 20, 0}); // roofs across the street
    for (int pane = 0; pane < 4; ++pane) {
        const float left = 22 + 118 * static_cast<float>(pane);
        stage.box(left, 120, left + 18, 545, {96});
    }
}

void paint_furniture(Stage& stage) {
    stage.box(452, 88, 520, 575, {190, 70, 0}); // columns
    stage.box(1176, 88, 1262, 600, {168, 80, 0});
    stage.box(610, 230, 770, 545, {70, 24, 0}); // a door to a dim hall
    stage.box(686, 230, 692, 545, {112});
    stage.box(622, 196, 758, 220, {214});
    stage.box(925, 150, 1085, 590, {206, 20, 0}); // a banner with its lines
    stage.box(925, 150, 1085, 250, {64, 12, -30});
    for (int line = 0; line < 6; ++line)
        stage.box(945, 285 + 36 * static_cast<float>(line), 1065 - 22 * static_cast<float>(line % 3),
                  297 + 36 * static_cast<float>(line), {118});
    stage.box(785, 470, 915, 585, {92, 20, 20}); // a counter
    stage.box(778, 462, 922, 474, {206});
    for (int leaf = 0; leaf < 7; ++leaf) // a plant
        stage.blob(1130 + 14 * static_cast<float>(leaf % 3) - 14, 380 + 22 * static_cast<float>(leaf), 34, 26,
                   {62 + 9 * static_cast<float>(leaf % 4), 24, 0});
    stage.box(1108, 530, 1160, 600, {140, 50, 0});
}

void paint_far_people(Stage& stage, Prng& random) {
    for (int person = 0; person < 5; ++person) {
        const float x = random.between(420, 1150), feet = random.between(575, 640), size = (feet - 440) * 0.9F;
        const float clothes = random.between(30, 120);
        stage.blob(x, feet - size * 1.45F, size * 0.11F, size * 0.15F, {random.between(90, 170), 20, 10});
        stage.box(x - size * 0.2F, feet - size * 1.28F, x + size * 0.2F, feet - size * 0.6F, {clothes, 20, 0},
                  size * 0.12F);
        stage.box(x - size * 0.15F, feet - size * 0.65F, x + size * 0.15F, feet, {clothes * 0.7F, 10, 0});
    }
}

} // namespace

GreyPicture paint_foyer(int width, int height, Prng random) {
    Stage stage(width, height, 1280);
    paint_walls(stage);
    paint_windows(stage);
    paint_furniture(stage);
    paint_far_people(stage, random);
    GreyPicture foyer = std::move(stage.sprite.value);
    blur(foyer, std::max(1, height / 144));
    return foyer;
}

Sprite paint_person(int frame_height, Prng random) {
    constexpr float stage_width = 760, middle = stage_width / 2;
    const int width = static_cast<int>(static_cast<float>(frame_height) / 720 * stage_width);
    Stage stage(width, frame_height, stage_width);
    const float skin = random.between(125, 200), clothes = random.between(28, 115), hair = random.between(22, 120);
    const float tall = random.between(-45, 25), broad = random.between(0.9F, 1.12F), side = random.between(15, 45);
    const float head_y = 190 - tall;
    const Fill jacket{clothes + 16, side, 0};
    if (random.chance(0.45F)) // long hair, behind the neck
        stage.box(middle - 118 * broad, head_y - 70, middle + 118 * broad, head_y + 190, {hair, 15, 10}, 80);
    stage.box(middle - 300 * broad, head_y + 195, middle + 300 * broad, 1000, jacket, 130);
    stage.blob(middle, head_y + 215, 190 * broad, 70, jacket);
    stage.box(middle - 60, head_y + 200, middle + 60, head_y + 430, {std::min(215.0F, clothes + 110), 30, 20}, 10);
    stage.box(middle - 56, head_y + 60, middle + 56, head_y + 240, {skin - 34, side, 20}, 44);
    for (const float lapel : {-1.0F, 1.0F})
        stage.line({middle + lapel * 112, head_y + 190}, {middle + lapel * 22, head_y + 450}, 50,
                   {clothes + 8 + 10 * lapel, 14, 6});
    stage.blob(middle, head_y - 18, 108 * broad, 138, {hair, 15, 0});
    stage.blob(middle, head_y + 12, 98 * broad, 130, {skin, side, 26});
    stage.blob(middle, head_y - 96, 92 * broad, 46, {hair, 15, 0});
    blur(stage.sprite, std::max(1, frame_height / 180));
    return std::move(stage.sprite);
}

} // namespace foyer::feed
