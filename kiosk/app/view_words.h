// What the views of several screens are made of: finished values, words already in the reader's language.
#pragma once

#include <string>

#include "sync/summit/words.h"

namespace foyer {

// A text with the language it is in: decides glyph forms (Han), direction and font.
struct Label {
    std::string text;
    Language language;
    bool operator==(const Label&) const = default;
};

struct LanguagePill {
    Language language; // "zh"
    Label own_name;    // "中文"
    bool chosen = false;
    bool operator==(const LanguagePill&) const = default;
};

// The strip that is always there, small: is this terminal well, and does the centre have everything?
struct StatusView {
    Label demo;            // "Demo camera · demo time 10:52, 29 May 2023"; empty outside the demo
    Label demo_shortly;    // "Demo camera": where there is no room for all of it
    Label network;         // "All sent" / "12 not sent · last contact 40 s ago"
    Label network_shortly; // "No connection · 12 not sent": where there is no room for all of it
    bool network_attention = false;
    Label trouble; // "Camera missing: /dev/video0"; empty when well
    bool operator==(const StatusView&) const = default;
};

// At which side of the glass, as one stands before it, what a guest touches is gathered. No language mirrors it.
enum class Reach { both, left, right };

struct HeaderView {
    Label summit;
    std::string clock;                                   // "10:52"
    double zoom = 1;                                     // how much larger than usual all of the screen is
    enum class Text { usual, large } text = Text::usual; // as the guest chose
    Arrow source_at = Arrow::none;                       // physical: to what reads codes now
    Reach reach = Reach::both;                           // as the guest chose, else as the terminal stands
    bool operator==(const HeaderView&) const = default;
};

// Visible time-out: how much is left, as a bar and in words.
struct TimeoutView {
    double fraction_left = 1.0;
    Label words; // "12 s left"
    Label offer; // a badge was held up meanwhile: a tap takes it; empty: none
    bool operator==(const TimeoutView&) const = default;
};

} // namespace foyer
