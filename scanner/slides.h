// A folder of pictures, or one picture, as a generator of frames. Called from one thread at a time.
#pragma once

#include "scanner/picture.h"
#include "scanner/pipe.h"

namespace foyer {

// Each picture `frames_each` times, in the order of names. Faults: no such folder, no picture in it, none that can be
// read.
Result<FrameGenerator> slides(const std::filesystem::path& folder_or_picture, int frames_each);

} // namespace foyer
