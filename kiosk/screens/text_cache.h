// Set texts as textures, the least recently shown ones forgotten. A text seen before costs one look-up (under a
// microsecond); a new one is set by Pango (some 0.05 ms; 10 ms for the first of a script: see `warm_up`).
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>

#include "kiosk/screens/textures.h"
#include "kiosk/text/text.h"

namespace foyer {

enum class Fit {
    cut,   // too long a text ends in an ellipsis
    shrink // it first gets smaller, down to the style's floor
};

class TextCache {
public:
    struct Entry {
        TextSize size;
        TextureId texture = 0; // 0: nothing to draw
        int width = 0, height = 0, left = 0, top = 0;
        bool coloured = false;
        double size_px = 0; // after shrinking
    };
    struct Counts {
        std::size_t bytes = 0, entries = 0, hits = 0, misses = 0, forgotten = 0;
    };

    // `bytes_max` of texture memory are kept after `trim`, on a screen of 1080 x 1920.
    explicit TextCache(Textures& textures, std::size_t bytes_max = 12u << 20);
    ~TextCache();
    TextCache(const TextCache&) = delete;
    TextCache& operator=(const TextCache&) = delete;

    // Valid until the next `trim`. `size_min` is used with Fit::shrink.
    const Entry& get(const std::string& text, const TextStyle& style, Fit fit, double size_min, TextColour colour);
    // As much again for each screen of 1080 x 1920 that the frame is larger: its texts are.
    void make_room(int width_px, int height_px);
    // Between frames: textures that a frame being drawn still names must live.
    void trim();
    // Loads the fonts of the scripts guests may bring, so that the first of them does not wait.
    void warm_up(double scale);
    [[nodiscard]] const Counts& counts() const { return counts_; }

private:
    struct Kept {
        std::string key;
        Entry entry;
    };
    const Entry& keep(std::string key, const TextBitmap& bitmap, double size_px);
    const Entry* look_up(const std::string& key);

    Textures& textures_;
    Typesetter typesetter_;
    std::size_t bytes_at_1080_, bytes_max_;
    std::list<Kept> kept_; // the most recently shown first
    std::unordered_map<std::string, std::list<Kept>::iterator> by_key_;
    std::string key_; // reused, so that a hit allocates nothing
    Counts counts_;
};

} // namespace foyer
