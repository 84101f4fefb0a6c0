// A folder of pictures, or one picture, as a generator of frames. Called from one thread at a time, as is `LeftOut`.
#pragma once

#include <functional>

#include "scanner/picture.h"
#include "scanner/pipe.h"

namespace foyer {

using LeftOut = std::function<void(const Fault&)>; // may be empty

// Each picture `frames_each` times, in the order of names; `left_out` is told of those that cannot be read, when it is
// their turn. Faults: no such folder, no picture in it, none that can be read.
Result<FrameGenerator> slides(const std::filesystem::path& folder_or_picture, int frames_each, LeftOut left_out);

} // namespace foyer
