// What the screens keep between frames: set texts, the shadow, the camera's last picture. One object, one window, the
// glass thread.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "kiosk/screens/screens.h"
#include "kiosk/screens/textures.h"

namespace foyer {

class Glass {
public:
    // `textures` outlives this. Loads the fonts of the world's scripts: some 50-100 ms.
    explicit Glass(Textures& textures);
    ~Glass();
    Glass(const Glass&) = delete;
    Glass& operator=(const Glass&) = delete;

    // The camera's picture, grey, rows `stride` bytes apart, as the camera sees it: the screens mirror it. Copied.
    void set_preview(int width, int height, int stride, const std::uint8_t* grey);
    void no_preview();

    // The summit's colours and sign. Costs nothing when it is what it was.
    void set_look(const SummitLook& look);

    // Paints `view` over the whole of a frame of `width_px` x `height_px`, between a window's begin_frame and
    // end_frame, and gives what was asked for by touch since the last one.
    [[nodiscard]] Intents show(const CurrentView& view, int width_px, int height_px);

    [[nodiscard]] const TextCache::Counts& texts() const { return texts_.counts(); }
    // What did not fit in the last frame.
    [[nodiscard]] const std::vector<Label>& cut() const { return palette_.cut; }
    // Every text of the frames from now on is added to `said`, in the order it is drawn. For tests.
    void write_down(std::vector<Label>& said) { palette_.said = &said; }

private:
    void fit_shadow(float scale);
    void fit_logo(float scale);

    Textures& textures_;
    TextCache texts_;
    Palette palette_;
    SummitLook look_;
    float shadow_scale_ = 0, logo_scale_ = 0;
};

} // namespace foyer
