// What several screens share: header, status strip, time bar, buttons, pills, plates. Each measures itself.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/app/intents.h"
#include "kiosk/app/views.h"
#include "kiosk/screens/paint.h"

namespace foyer {

// The y below which a screen's own matter may begin. `width`: of the part that it heads; none: the screen.
float header(Paint& paint, const HeaderView& view, std::optional<float> width = {});
// How the strip at the bottom is shared out between what is said of the demo and the state of the network, which
// matters: the demo's words shrink first, then are said shortly; then the state shrinks, and has the strip alone before
// any of it is cut.
struct DemoWidths {
    float whole, shortly;
};
struct StripShares {
    enum class Said { whole, shortly, nothing } demo;
    float demo_wide, network_wide;
};
StripShares strip_shares(float room, DemoWidths demo, float network);
// At the very bottom, always. Gives the y above which controls must end.
float status_strip(Paint& paint, const StatusView& view);
// How long this stays, as a bar with words beside it. Its foot at `bottom`; gives the y of its top.
float time_bar(Paint& paint, const TimeoutView& view, float bottom);
// The same on a guest's screen, with the badge that was held up meanwhile: above it, or beside it where height is dear.
float time_bar(Paint& paint, const TimeoutView& view, float bottom, const theme::Ground& ground, Intents& intents);
// The badge alone, where a screen has a place of its own for it.
void offered_badge(Paint& paint, const TimeoutView& view, Rect rect, const theme::Ground& ground, Intents& intents);

enum class Look {
    solid, // white: the one thing most people want next
    ghost, // see-through with an edge
    chosen // white, and already so
};
struct Sign {
    enum class Kind { none, icon, arrow } kind = Kind::none;
    Icon icon = Icon::globe;
};
// True when it was tapped. Radius: theme::button_radius for buttons, half the height for pills. `smallest`: how far its
// words may shrink.
bool button(Paint& paint, const std::string& id, Rect rect, const Label& label, Look look, const theme::Ground& ground,
            std::optional<Icon> icon = {}, float smallest = theme::smallest_control);
bool pill(Paint& paint, const std::string& id, Rect rect, const Label& label, Look look, const theme::Ground& ground,
          std::optional<Icon> icon = {});

// `count` equal parts of `whole`, side by side with a gap.
std::vector<Rect> shares(Rect whole, std::size_t count, float gap);

// One part a label, side by side, as wide as their words ask for: longer words do not shrink while others have room.
std::vector<Rect> shares_by_words(Paint& paint, Rect whole, const std::vector<Label>& labels, float gap);

// Own-name pills in equal shares of `row`; when there are more than `most`, the chosen one stays in sight and a globe
// opens the list of all.
bool languages_fit(Paint& paint, const std::vector<LanguagePill>& languages, float width);
void language_row(Paint& paint, Rect row, const std::vector<LanguagePill>& languages, std::size_t most,
                  const theme::Ground& ground, Intents& intents);

// A person at a desk, and under it what there is to say; it shrinks until it fits.
void sign_and_words(Paint& paint, const Label& title, const Label& line, Rect room, const theme::Ground& ground);

float room_chip_width(Paint& paint, float height, const std::string& code, theme::Type type);
// White text on a block of colour: a room's code. Gives its width.
float room_chip(Paint& paint, Point at, float height, const std::string& code, Colour colour, theme::Type type);

// A sign and a line of text beside it; `arrow` wins over `icon`.
Extent signed_line(Paint& paint, Rect row, Icon icon, Arrow arrow, Colour sign, const Label& label,
                   const theme::Type& type, Colour colour, int lines = 2);

// The white shape with its sign that says the kind of verdict without a word. `seconds`: since it appeared.
void plate(Paint& paint, Point centre, float radius, VerdictKind kind, Arrow arrow, const theme::Ground& ground,
           double seconds);

const theme::Ground& ground_of(VerdictKind kind);
// A type that shrinks with what it stands in, but not below what staff can read.
theme::Type scaled(theme::Type type, float scale);
// A text that belongs to no language: a clock, a room code, a number.
Label plain(std::string text);

} // namespace foyer
