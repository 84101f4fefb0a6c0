// Fuzz target of the whole reader: a grey picture from the bytes, through the stream's reader and the still's. Nothing
// may crash or run for long; what is read lies within reach of the picture.
//
// The first two bytes are the width and how the rest is used: as pixels (odd), or as the dark and light modules of a
// code of some size (even), which the fuzzer cannot draw by itself; its fixed patterns are then put in.
#include <cmath>
#include <cstdlib>

#include "scanner/reader.h"

namespace {

using namespace foyer;

constexpr int most_pixels = 40'000;

Frame pixels_of(ByteView bytes, int width) {
    const int height = std::min(static_cast<int>(bytes.size()), most_pixels) / width;
    Frame frame{
        Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(width) * height), width, height, width, {}, 0};
    return frame;
}

Frame modules_of(ByteView bytes, int size) {
    auto map = blueprint(smallest_side + 4 * (size % 6), true);
    constexpr int module = 3, quiet = 4;
    std::size_t next = 0;
    for (auto& value : map.values)
        if (value == 0 && next / 8 < bytes.size())
            value = (bytes[next / 8] >> next % 8 & 1U) != 0 ? -1.0F : 1.0F, ++next;
    const int side = (map.side + 2 * quiet) * module;
    Frame frame{Bytes(), side, side, side, {}, 0};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            frame.pixels.push_back(map.around(x / module - quiet, y / module - quiet) < 0 ? 30 : 220);
    return frame;
}

void check(const Reading& reading, const Frame& frame) {
    for (const auto& corner : reading.corners)
        if (!std::isfinite(corner.x) || std::abs(corner.x) > 4.0F * static_cast<float>(frame.width + frame.height))
            std::abort();
    if (!is_utf8(as_bytes(reading.text))) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const ByteView rest(data + 2, size - 2);
    const Frame frame = data[1] % 2 != 0 ? pixels_of(rest, 1 + data[0]) : modules_of(rest, data[0]);
    Reader reader({.hard_look_every = 1, .hard_look_every_quiet = 1});
    for (int i = 0; i < 2; ++i) // either kind of hard look
        if (const auto reading = reader.read(frame)) check(*reading, frame);
    for (const auto& reading : read_all(frame, "")) check(reading, frame);
    return 0;
}
