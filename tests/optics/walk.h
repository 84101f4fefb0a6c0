// A badge that comes into view: from a side or below, 60 cm to 20-38 cm away, by least jerk in 0.6-1.2 s, then held. At
// 30 frames a second and 1/60 s of exposure, 720p. Seeded as poses.h is.
#pragma once

#include "tests/optics/optics.h"

namespace foyer::test {

class Approach {
public:
    static constexpr int frames = 60;
    Approach(Modules code, std::uint64_t seed);
    [[nodiscard]] Frame frame(int number) const;

private:
    [[nodiscard]] feed::Pose pose_at(float second) const;

    Shot shot_;
    feed::Pose from_, to_;
    float seconds_, tremor_phase_;
    std::uint64_t seed_;
};

} // namespace foyer::test
