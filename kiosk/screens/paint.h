// The painter of one frame: shapes, signs, texts and touch fields, in px on a short side of 1080 (see geometry.h).
//
// Screens know no other way to the glass. Mirroring for right-to-left languages happens here and only here: x runs from
// the reading start, texts and boxes land on the other side, signs and pictures keep their form. Lives for one frame,
// on the glass thread, between the window's begin_frame and end_frame.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/app/views.h"
#include "kiosk/screens/geometry.h"
#include "kiosk/screens/icons.h"
#include "kiosk/screens/shades.h"
#include "kiosk/screens/text_cache.h"
#include "kiosk/screens/theme.h"

struct ImDrawList;

namespace foyer {

enum class Side { start, centre, end };
enum class Rounded { all, start, end, top, bottom };
enum class Touch { none, down, tapped };

// How a text is set: type, the width it may take (0: any, on one line), how many lines, which side it leans to.
struct Setting {
    theme::Type type;
    float width = 0;
    int lines = 1;
    Side side = Side::start;
    float smallest = 0; // how far it may shrink; 0: to two thirds, but not below theme::smallest
};

// What outlives a frame and is lent to the painter.
struct Palette {
    TextCache& texts;
    Textures& textures;
    TextureId shadow = 0; // nine-slice, see shadow.h
    int shadow_corner_px = 0;
    TextureId preview = 0; // 0: no camera picture yet
    int preview_width = 0, preview_height = 0;
    Shades shades;
    TextureId logo = 0; // 0: the summit has none
    int logo_width = 0, logo_height = 0;
    std::vector<Label> cut;             // what did not fit in this frame, and ends in an ellipsis
    std::vector<Label>* said = nullptr; // every text of this frame, where somebody asks
};

class Paint {
public:
    enum class Reading { left_to_right, right_to_left };

    // `zoom`: everything is so much larger, on a screen that is so much smaller in px on a short side of 1080.
    // The frame is `width_px` x `height_px`; opens an ImGui window over all of it.
    Paint(Palette& palette, float width_px, float height_px, Reading reading, float zoom = 1,
          Reach reach = Reach::both);
    ~Paint();
    Paint(const Paint&) = delete;
    Paint& operator=(const Paint&) = delete;

    float width, height; // of the frame
    [[nodiscard]] bool portrait() const { return height > width; }
    [[nodiscard]] bool mirrored() const { return mirrored_; }

    // What a guest touches is gathered at one side of the glass.
    [[nodiscard]] bool gathered() const { return reach_ != Reach::both; }
    // Where that is; not gathered, all of the width between the margins.
    [[nodiscard]] Rect within_reach() const;
    // The side of the glass that a place in it is at.
    [[nodiscard]] Reach side_of(Side side) const {
        return (side == Side::start) != mirrored_ ? Reach::left : Reach::right;
    }

    [[nodiscard]] const theme::Ground& night() const { return palette_.shades.night; }
    [[nodiscard]] Colour forum(int index) const { return palette_.shades.forum(index); }

    void ground(Colour top, Colour bottom);
    void fill(Rect rect, Colour colour, float radius = 0, Rounded corners = Rounded::all);
    void outline(Rect rect, Colour colour, float radius, float thickness = theme::line_width);
    void shadow(Rect rect);
    void card(Rect rect, float radius = theme::card_radius); // white, with its shadow
    void disc(Point centre, float radius, Colour colour);
    void ring(Point centre, float radius, Colour colour, float thickness);
    void polygon(std::span<const Point> points, Colour colour); // convex; not mirrored in form, only in place
    void lines(std::span<const Point> points, Colour colour, float thickness);
    void icon(Icon icon, Point centre, float size, Colour colour, float stroke = 2.4f);
    void tick(Point centre, float size, Colour colour, float stroke, double drawn); // `drawn` 0..1
    void arrow(Arrow arrow, Point centre, float size, Colour colour, float stroke = 2.8f);

    // The camera's picture, seen as in a mirror, filling `rect` (what does not fit is cut off evenly).
    void preview(Rect rect, float radius);
    // Lines between points of the preview (0..1 of the whole mirrored picture), kept inside `rect`.
    void preview_lines(Rect rect, std::span<const std::array<float, 2>> points, Colour colour, float thickness);
    [[nodiscard]] bool has_preview() const { return palette_.preview != 0; }

    // The summit's sign on a white field that is theme::logo_height high; how wide that is, 0 when there is none.
    float logo(Point at);

    Extent measure(const Label& label, const Setting& setting);
    // Whole, without an ellipsis and without breaking a word.
    [[nodiscard]] bool fits(const Label& label, const Setting& setting);
    // `setting` on one line if it fits there with little shrinking, else as it is.
    [[nodiscard]] Setting on_one_line(const Label& label, const Setting& setting);
    // `at`: the top corner on the start side of a box `setting.width` wide; with no width, the point on the top edge
    // that `setting.side` names.
    Extent text(const Label& label, const Setting& setting, Point at, Colour colour);
    // In the middle of `rect`, both ways; `side` and the width are taken from the rect.
    void text_in(Rect rect, const Label& label, Setting setting, Colour colour);
    // By its baseline: for texts of several sizes on one line.
    Extent text_on(const Label& label, const Setting& setting, Point baseline, Colour colour);

    Touch touch(const std::string& id, Rect rect);

    // Texts after this are moved down by `down` and show at `alpha` of their strength.
    void move_texts(float down, double alpha);

private:
    struct Glass {
        float x, y;
    };
    [[nodiscard]] Glass at(Point point) const;
    [[nodiscard]] const TextCache::Entry& entry(const Label& label, const Setting& setting, Colour colour);
    void put(const Label& label, const TextCache::Entry& entry, const Setting& setting, Point at, Colour colour);
    void stroke(const Stroke& stroke, Point centre, float size, Colour colour, float thickness);
    struct Crop {
        float left, top, width, height; // of the whole picture, on the glass
    };
    [[nodiscard]] Crop crop(Rect rect) const;

    Palette& palette_;
    ImDrawList* list_ = nullptr;
    float scale_;
    bool mirrored_;
    Reach reach_;
    float text_down_ = 0;
    double text_alpha_ = 1;
};

} // namespace foyer
