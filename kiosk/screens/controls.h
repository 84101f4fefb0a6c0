// What a guest touches at the foot of a screen: the choices that are on each of them, and the ways on. Here they are
// placed over all of the width, or gathered at the side that the guest reaches (Paint::within_reach): no screen places
// them itself. All of it grows upwards, and gives the y of its top.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/screens/pieces.h"

namespace foyer {

// Language, larger text, the side to reach; and what is kept of guests, where that is offered.
struct Choices {
    const HeaderView& header;
    const std::vector<LanguagePill>& languages;
    std::size_t a_row; // languages
    enum class Rows { one, as_needed } rows = Rows::one;
    enum class Privacy { none, offered } privacy = Privacy::none;
};
float choices(Paint& paint, const Choices& choices, Rect row, const theme::Ground& ground, Intents& intents);

// A button that leads on; one without words is none.
struct Way {
    const char* id;
    Label label;
    Intent asks;
    Look look = Look::ghost;
    std::optional<Icon> icon = {};
};
// Its foot at the foot of `row`, which says how high they are: side by side, or in as many rows as words need.
float ways(Paint& paint, Rect row, std::vector<Way> all, const theme::Ground& ground, Intents& intents);
// The only one, in the middle and at most `widest`, its foot at `bottom`.
float one_way(Paint& paint, const Way& way, float bottom, float widest, const theme::Ground& ground, Intents& intents);
// The places alone, one a label, the first of them at the top.
std::vector<Rect> places(Paint& paint, Rect row, const std::vector<Label>& labels);

// The foot of a screen with both, and with a time bar: where the screen's own matter ends.
struct Foot {
    float over;                    // the controls
    float beside;                  // them, in the column without any: lying and gathered, else as over
    std::optional<Rect> free = {}; // lying, beside the upper row of ways where these take two
};
struct FootParts {
    const TimeoutView& timeout;
    Choices choices;
    std::vector<Way> ways;
};
Foot foot(Paint& paint, const FootParts& parts, float bottom, const theme::Ground& ground, Intents& intents);

// A lying screen's two columns: the first is what the controls stand under, when they are gathered.
struct Columns {
    Rect first, second;
};
Columns columns(const Paint& paint, float top, Foot foot);

// The part of the screen's width in which controls stand, `height` high with its foot at `bottom`.
Rect reach_row(const Paint& paint, float bottom, float height);

} // namespace foyer
