// A generated camera: guests come up in front of an invented foyer and hold badges into view, with perspective, motion
// and lens blur, changing light, glare and noise. Everything that happens follows from the script and the seed.
//
// A Feed belongs to the thread that calls it; nothing fails once a script is there. About 3 ms of CPU a 1280x720 frame.
// It does not keep time: the caller asks for frames at the rate it wants to pretend.
#pragma once

#include <array>
#include <memory>

#include "scanner/feed/geometry.h"
#include "scanner/feed/script.h"

namespace foyer {

// What really is in a frame, so that detection rates can be computed.
struct Truth {
    std::optional<std::size_t> guest;  // index into the script, while theirs is in view at least in part
    std::array<feed::Point, 4> code{}; // px, corners of the code, clockwise from its own upper left; only with `guest`
    bool whole_code_in_view = false;
};

struct RawFrame {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels; // grey, width * height, no padding
    std::uint64_t number = 0;         // 0, 1, 2...
    Truth truth;
};

class Feed {
public:
    static constexpr int width = 1280, height = 720;

    explicit Feed(FeedScript script, std::uint64_t seed = 1);
    Feed(Feed&&) noexcept;
    ~Feed();
    RawFrame next();
    // One frame of the script that nobody looks at: for a caller that is behind the time it pretends to keep.
    void skip();
    // The script has AtEnd::stop and its last guest has gone: what follows is an empty foyer.
    [[nodiscard]] bool ended() const;
    [[nodiscard]] const FeedScript& script() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
