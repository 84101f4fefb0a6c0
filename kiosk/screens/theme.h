// The one place for colours, sizes and times of the screens. Lengths in px on a short side of 1080 px (U = 1).
//
// Contrast: white text has at least 5:1 on every ground below, second text at least 5.9:1. Forum colours stay between
// teal and magenta, because green, amber and red belong to verdicts.
#pragma once

#include <array>
#include <cstdint>

namespace foyer {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    bool operator==(const Colour&) const = default;
};

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex)};
}
constexpr Colour with_alpha(Colour colour, double alpha) {
    return {colour.red, colour.green, colour.blue, static_cast<std::uint8_t>(colour.alpha * alpha + 0.5)};
}
constexpr Colour between(Colour from, Colour to, double part) {
    const auto mix = [&](int a, int b) { return static_cast<std::uint8_t>(a + (b - a) * part + 0.5); };
    return {mix(from.red, to.red), mix(from.green, to.green), mix(from.blue, to.blue), mix(from.alpha, to.alpha)};
}

namespace theme {

// What a whole screen stands on, and the tones that go with it.
struct Ground {
    Colour top, bottom;
    Colour panel;  // a darker field for second matters
    Colour pill;   // resting pills
    Colour border; // of pills and ghost buttons
    Colour second; // second text
    Colour mark;   // icons and headings in this ground's colour on a white card
};

constexpr Colour white = rgb(0xFFFFFF), ink = rgb(0x10202F), mute = rgb(0x4A5B6C), line = rgb(0xD8DFE6);
constexpr Colour strip = rgb(0x081426);
constexpr Colour guide = rgb(0x7CF0B4), scarce = rgb(0xFFD479), attention = rgb(0xFFC107);
constexpr Colour seats_left = rgb(0x0B7A3B), seats_few = rgb(0x8A3D06); // on white
constexpr Colour now_row = rgb(0xE2F2E9), meeting_row = rgb(0xE7EDF5), neutral_chip = rgb(0xE3ECF5),
                 track_on_white = rgb(0xD3DCE5);
constexpr Colour preview_frame = rgb(0x060F1C), preview_empty = rgb(0x26384D);

constexpr Ground night{rgb(0x0B1B33), rgb(0x123A5C), rgb(0x081426), rgb(0x2B4C6B),
                       rgb(0x86A5C4), rgb(0xC9DAEC), rgb(0x1F5FAF)};
constexpr Ground green{rgb(0x0B7A3B), rgb(0x075C2C), rgb(0x05401F), rgb(0x0A6431),
                       rgb(0x9ED3B4), rgb(0xCDE9D8), rgb(0x0B7A3B)};
constexpr Ground amber{rgb(0xB45309), rgb(0x8A3D06), rgb(0x5E2903), rgb(0x5E2903),
                       rgb(0xE8C49F), rgb(0xFBE6D0), rgb(0x8A3D06)};
constexpr Ground red{rgb(0xB3201F), rgb(0x8A1616), rgb(0x6E1212), rgb(0x6E1212),
                     rgb(0xD9A5A1), rgb(0xF6D9D6), rgb(0x8A1616)};

constexpr Colour plenary = rgb(0x40566E); // belongs to no forum: white on it 7.5:1
constexpr std::array<Colour, 5> forums{rgb(0x0B6B78), rgb(0x1F5FAF), rgb(0x4B4BB0), rgb(0x7A3E9D), rgb(0x9C2F6B)};

// Type: size, line height, bold or not. Nothing for guests is set below 34.
struct Type {
    float size, line_height;
    bool bold;
};
constexpr Type code{340, 1.12f, true}, far{176, 1.08f, true}, count{128, 1, true}, case_number{124, 1.15f, true},
    verdict{100, 1.2f, true}, name{104, 1.2f, true};
constexpr Type latin{48, 1.25f, false}, time{72, 1.15f, true}, title{80, 1.2f, true}, heading{60, 1.2f, true};
constexpr Type second{56, 1.3f, false}, session{50, 1.22f, true}, body{40, 1.28f, false}, strong{40, 1.28f, true};
constexpr Type row{38, 1.25f, false}, row_strong{38, 1.25f, true}, small{35, 1.28f, false},
    small_strong{35, 1.28f, true};
constexpr Type button{40, 1.2f, true}, key{64, 1.1f, true}, pill{38, 1.2f, true}, room{68, 1.1f, true},
    status{26, 1.25f, false};
// For one person at a desk, who sits before it.
constexpr Type desk{30, 1.28f, false}, desk_small{25, 1.24f, false}, desk_strong{30, 1.28f, true},
    desk_name{36, 1.2f, true}, desk_key{38, 1.1f, true};
constexpr float smallest = 30, smallest_control = 26, smallest_status = 20; // what shrinking to fit never goes below

constexpr float margin = 72, header_top = 56, card_padding = 52, list_padding = 28, gap = 20, icon_gap = 22;
constexpr float card_radius = 36, button_radius = 28, row_radius = 22, chip_radius = 16;
constexpr float pill_height = 96, pill_least = 160, button_height = 112, strip_height = 50, bar_height = 14,
                line_width = 2;
// Upright, who reaches one side has what is touched there: this part of what is between the margins. Lying, a column.
constexpr float reach_upright = 0.64f, between_columns = 56;
constexpr float panel_radius = 56, key_height = 150, digit_dot = 17, staff_corner = 160;
constexpr float logo_height = 76, logo_margin = 14, logo_widest = 300;
constexpr float desk_margin = 48, desk_row = 102, desk_head = 104;
constexpr Colour found = rgb(0x7CC4FF), found_on_white = rgb(0xBFDDF8);
constexpr float shadow_drop = 16, shadow_blur = 40;
constexpr double shadow_alpha = 0.38, ghost_alpha = 0.16, track_alpha = 0.28, pressed_alpha = 0.22,
                 disabled_alpha = 0.55;

// Seconds.
constexpr double plate_in = 0.45, tick_from = 0.18, tick_to = 0.53, text_in = 0.4, ground_in = 0.16, pulse = 2.4;
constexpr float text_rise = 40;

} // namespace theme
} // namespace foyer
