// Setting type: every word a guest reads, on glass and on badges, goes through here (Pango shapes, Cairo draws).
//
// One line box is `size_px * line_height` high, more when the ink needs it (Arabic, Thai): place things by the measured
// height, never by a constant. Lengths are pixels (or points, when the cairo context is a PDF's).
// A Typesetter belongs to one thread; two threads use two of them. Nothing here fails: a character that no installed
// font has is drawn as a box and counted in `unknown_glyphs`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sync/summit/words.h"

typedef struct _cairo cairo_t;

namespace foyer {

enum class Weight { regular = 400, bold = 700 };
enum class Align { left, centre, right }; // physical
enum class Breaks { greedy, balanced };   // balanced: lines of even length, so no word is left alone
struct TextColour {
    std::uint8_t red = 0, green = 0, blue = 0;
};

struct TextStyle {
    Language language; // decides Han forms, fonts and direction; empty: taken from the letters
    double size_px = 40;
    Weight weight = Weight::regular;
    double width_max = 0; // 0: as wide as it is
    int lines_max = 1;    // what does not fit ends in an ellipsis
    Align align = Align::left;
    double line_height = 1.25;
    Breaks breaks = Breaks::balanced;
};

struct TextSize {
    double width = 0;    // of the widest line
    double height = 0;   // of all line boxes
    double baseline = 0; // of the first line, from the top
    int lines = 0;
    bool cut = false; // did not fit: an ellipsis was set, or a word was broken within
    int unknown_glyphs = 0;
};

// Ink of a set text. `left`, `top`: where the bitmap's corner lies from the corner of the text's box (mostly negative
// by a pixel or two: ink may stand out). The box is `size.width` wide and `size.height` high.
struct TextBitmap {
    TextSize size;
    int width = 0, height = 0, left = 0, top = 0;
    bool coloured = false;            // emoji: `pixels` are RGBA, not premultiplied, with the text colour in them
    std::vector<std::uint8_t> pixels; // else one byte a pixel: how much ink
};

class Typesetter {
public:
    Typesetter();
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    [[nodiscard]] TextSize measure(std::string_view text, const TextStyle& style);
    // `colour` matters only for texts with coloured glyphs.
    [[nodiscard]] TextBitmap render(std::string_view text, const TextStyle& style, TextColour colour);
    // Draws in the current source colour of `cairo`, the box's corner at (x, y).
    TextSize draw(cairo_t* cairo, std::string_view text, const TextStyle& style, double x, double y);

    // The first of `style.size_px`, then 8 % smaller each step down to `size_min`, at which the text fits whole into
    // `width_max` and `lines_max`; `size_min` when none does.
    [[nodiscard]] double fitting_size(std::string_view text, const TextStyle& style, double size_min);
    // The largest size in [size_min, size_max] (to 1 %) at which the text fits whole into width_max x `height_max`, in
    // at most `lines_max` lines; `size_min` when none does. For badges.
    [[nodiscard]] double largest_size(std::string_view text, const TextStyle& style, double height_max, double size_min,
                                      double size_max);
    // Characters that no installed font can draw: run it over an import and tell staff before the day.
    [[nodiscard]] int unknown_glyphs(std::string_view text, const Language& language);

private:
    struct Fonts;
    Fonts* fonts_;
};

} // namespace foyer
