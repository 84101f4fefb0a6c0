// What an attendee wears: 86 x 124 mm, the summit on top, the name as large as it can be, the code, the role in words
// and colour. As PNG, as PDF (one page a badge, texts as text) and as the grey picture that a generated camera holds
// up.
//
// Everything printed is measured and shrunk first, so whatever an import brings (80 characters of titles, an empty
// name, control characters, broken UTF-8) nothing leaves its place. The code's modules are whole pixels in a PNG.
// A BadgePress belongs to one thread (the press, or a command): fonts are loaded once for many badges.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>

#include "kiosk/text/text.h"
#include "scanner/feed/script.h"
#include "sync/summit/bytes.h"

namespace foyer {

inline constexpr double badge_width_mm = 86, badge_height_mm = 124;
inline constexpr double code_width_mm = 30; // at least, without the quiet zone: read to about 50 cm at version 1

struct BadgeText {
    std::string text;
    Language language; // empty: taken from the letters
};

struct BadgeCard {
    BadgeText summit;                       // one or two lines
    BadgeText when;                         // "29 May 2023 · Shanghai"; may be empty
    BadgeText name;                         // the attendee's own script; with the form of address where there is one
    BadgeText latin_name;                   // left out when equal to `name` or empty
    BadgeText organisation;                 // may be empty
    BadgeText role;                         // the category in words
    Category category = Category::delegate; // its colour
    std::string code;                       // what the QR says; never printed as text
};

// The English word for a category, for where nobody translated it.
std::string_view role_word(Category category);

// Controls, line breaks and bidirectional overrides out, broken UTF-8 replaced, white space single, at most 300
// characters: what may be printed of a text from outside.
std::string printable(std::string_view text);

// Where something was set and how large, in mm of the badge; for tests and for telling staff what will look poor.
struct Placed {
    double left = 0, top = 0, width = 0, height = 0;
    double size = 0;        // of the letters
    bool cut = false;       // did not fit even at the smallest size
    int unknown_glyphs = 0; // characters that no font has
};
struct BadgeLayout {
    Placed summit, when, name, latin_name, organisation, role;
    Placed code;          // without the quiet zone
    double module_mm = 0; // one module of the code
};

struct BadgePicture {
    GreyPicture picture;
    CodeBox code;
};

class BadgePress {
public:
    static constexpr int dpi_min = 72, dpi_max = 1200;

    BadgePress();
    ~BadgePress();

    // Faults: bad_input for a dpi out of range or a code that fits no QR (or is too long to be printed at that dpi).
    Result<Bytes> png(const BadgeCard& card, int dpi);
    Result<Bytes> pdf(std::span<const BadgeCard> cards); // at least one card
    Result<BadgePicture> picture(const BadgeCard& card, int dpi);
    Result<BadgeLayout> layout(const BadgeCard& card); // as in the PDF

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
