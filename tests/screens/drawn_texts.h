// Where a screen's words and shapes lie, asked of what one frame draws, without a window.
#pragma once

#include <memory>
#include <vector>

#include "kiosk/app/views.h"
#include "kiosk/screens/geometry.h"

namespace foyer {

// A screen of one size, whose fonts are loaded once for all views.
class DrawnTexts {
public:
    DrawnTexts(int width, int height);
    ~DrawnTexts();
    // Every text that one frame of `view` draws, by where it lies.
    std::vector<Rect> of(const CurrentView& view);
    // What these texts say, in the same order; and which of them did not fit.
    [[nodiscard]] const std::vector<Label>& said() const;
    [[nodiscard]] const std::vector<Label>& cut() const;
    // Everything that it draws, in the order it is drawn: a text each, shapes as long as no text comes between.
    struct Piece {
        Rect box;
        enum class Kind { text, shapes } kind;
    };
    std::vector<Piece> pieces_of(const CurrentView& view);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};
// No word lies on another one.
void check_apart(const std::vector<Rect>& texts);

} // namespace foyer
