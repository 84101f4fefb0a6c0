// Which parts of what a camera sees stand still. Most of the day nothing moves in front of a terminal but people far
// behind; what was looked at in vain there need not be looked at again, and false alarms of checked shirts, posters and
// noise cost nothing. A badge in a hand moves, and is new wherever it comes to. One thread an object.
#pragma once

#include <array>
#include <vector>

#include "scanner/frame.h"

namespace foyer {

class Stillness {
public:
    // The next frame. One of another size begins anew.
    void look(const GreyView& view);
    // Where it is worth a look: what has moved in the last 12 frames, and the rest in one of 6 frames, then of 12 and
    // so on to one of 96, all of it in the same ones: by then the light may be another.
    [[nodiscard]] bool is_due(float x, float y) const;
    [[nodiscard]] bool anything_due() const { return due_; }
    // Nothing of it has moved since the frame before.
    [[nodiscard]] bool rests(const PixelRect& part) const;
    // It has moved since the frame before.
    [[nodiscard]] bool moves(int x, int y) const;
    // Nothing but noise has moved for so many frames, of which 300 are told apart: ten seconds of a camera.
    [[nodiscard]] bool all_still_for(int frames) const;

private:
    void fit(const GreyView& view);
    void set_turns();
    void take_block(std::size_t at, float grey);

    int width_ = 0, height_ = 0, columns_ = 0, rows_ = 0; // blocks of 16 x 16
    std::vector<float> usual_;                            // grey of each block, slowly following
    std::vector<int> still_;                              // frames since it moved
    std::vector<std::uint16_t> sums_;                     // of one row of blocks, by column
    static constexpr int still_for_good = 300;            // frames; not counted further
    std::array<bool, still_for_good + 1> turn_{};         // is it the turn of what has been still for so many frames?
    int frame_ = 0;
    bool due_ = true;
};

} // namespace foyer
