// From the greys of a code to its modules. Lens and motion mix each module with its neighbours; how much, a code tells
// itself, as a tenth to a half of its modules are known beforehand. A filter is learned from those (least squares on
// the greys half a module apart) and then applied to all: blur of any direction and badly centred sampling are undone
// as far as noise allows.
#pragma once

#include "scanner/solve.h"
#include "scanner/warp.h"

namespace foyer {

class Equaliser {
public:
    // Takes the greys of a picture through a warp, each measured against the light and contrast around it.
    void sample(const GreyView& view, const Warp& warp);
    // Forgets what was learned, then learns from the modules of `map` that are not 0.
    void learn(const ModuleMap& map);
    // What the modules are: light above 0, dark below; far from 0 where it is sure.
    [[nodiscard]] ModuleMap modules() const;

private:
    static constexpr int reach = 2; // half modules to each side
    static constexpr std::size_t taps = (2 * reach + 1) * (2 * reach + 1) + 1;
    using Row = Equations<taps>::Row;

    void flatten(const std::vector<float>& greys);
    [[nodiscard]] Row row_of(int column, int row) const;

    int side_ = 0, across_ = 0; // modules; samples
    std::vector<float> samples_;
    Row filter_{};
};

} // namespace foyer
