// How one guest holds one badge, second by second: comes in from a side or below, holds it with a trembling hand that
// shifts now and then, and goes. Also what camera and light make of it. Everything follows from the seed.
#pragma once

#include <vector>

#include "scanner/feed/geometry.h"
#include "scanner/feed/prng.h"

namespace foyer::feed {

// What the camera sees at one moment, beside the scene itself.
struct Moment {
    Pose pose;                      // of the badge
    float person_x = 0;             // px, of the guest's middle
    float person_scale = 1;         // against a guest at 800 mm
    float defocus = 1;              // sigma in px
    float glare = 0;                // 0: none .. 1: burnt out
    Point glare_at;                 // in the badge's plane, -0.5..0.5 of its height
    float gain = 1;                 // light on the whole frame
    float slope_x = 0, slope_y = 0; // change of the gain across the frame
    float noise = 4;                // sigma in grey levels
};

class Path {
public:
    Path(Prng random, float hold_seconds, float difficulty);
    // From the guest's first step into view to their last; the badge comes after `lead` and goes before the end.
    [[nodiscard]] float seconds() const { return lead + arrive_ + hold_ + leave_ + away; }
    [[nodiscard]] Moment at(float second) const;
    [[nodiscard]] float exposure() const { return exposure_; } // seconds of light a frame gathers

    static constexpr float lead = 0.25F, away = 0.3F; // seconds: a guest without a badge in view

private:
    [[nodiscard]] Pose held(float second) const;
    [[nodiscard]] Pose tremor(float second) const;
    Pose draw_hold(Prng& random) const;
    void draw_light(Prng& random);

    float difficulty_, arrive_, hold_, leave_, exposure_ = 0.01F;
    Pose entry_, exit_;
    std::vector<Pose> holds_; // the hand shifts from one to the next
    float shift_seconds_ = 1;
    float tremor_phase_, tremor_mm_, person_from_, person_x_;
    float settled_defocus_ = 1, hunting_ = 1;
    float glare_ = 0, glare_phase_ = 0;
    Moment light_;
};

} // namespace foyer::feed
