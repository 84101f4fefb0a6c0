// What the camera sees, in a frame, with the place to hold a code at: of the screens that wait for one.
#pragma once

#include "kiosk/screens/paint.h"

namespace foyer {

// The part of a view that it shows.
struct CameraPicture {
    template <class View>
    CameraPicture(const View& view) // NOLINT(google-explicit-constructor): a view that has these is one
        : preview(view.preview), camera_state(view.camera_state), code_outline(view.code_outline),
          source_at(view.header.source_at) {}
    bool preview;
    const Label& camera_state;
    const std::vector<std::array<float, 2>>& code_outline;
    Arrow source_at;
};

enum class Guide { brackets, none }; // where to hold a code
void camera_picture(Paint& paint, Rect frame, const CameraPicture& view, Guide guide = Guide::brackets);

} // namespace foyer
