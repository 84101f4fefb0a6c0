// A V4L2 camera that is not there: what the kernel's driver would answer, answered by this library, for a process that
// has it before libc (linked to it, or by LD_PRELOAD). The device is a pseudo terminal, so that it can be opened, slept
// on and hung up like any other; `ioctl` and `mmap` of it come here, all others go to the kernel.
//
// By LD_PRELOAD: FOYER_FAKE_CAMERA=PATH or PATH:PATH plugs in one at each PATH (a link to its device) that shows a grey
// field; as long as there is a file PATH.unplugged it is not there. It lives in a thread of its own; everything public
// is for one other.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace foyer::test {

struct FakeFormat {
    std::uint32_t fourcc; // V4L2_PIX_FMT_GREY, _YUYV, _NV12, _RGB24 (drawn from grey) or _MJPEG (as given)
    unsigned frames_per_second = 30;
    enum class Gives { frames, nothing } gives = Gives::frames; // nothing: it takes the format and no frame ever comes
};

struct FakeControl {
    std::uint32_t id;
    std::string name;
    int least, most, usual;
    std::vector<std::string> menu = {}; // then it is one
    std::uint32_t held_by = 0;          // cannot be set while that one is not 1 (manual)
    int value = usual;
};

struct FakeModel {
    int width = 1280, height = 720;
    std::vector<FakeFormat> formats;
    std::vector<FakeControl> controls = {};
    std::vector<std::uint8_t> grey = {}; // width * height
    std::vector<std::uint8_t> jpeg = {};
};

class FakeCamera {
public:
    FakeCamera(std::string path, FakeModel model); // plugged in
    ~FakeCamera();
    FakeCamera(const FakeCamera&) = delete;
    FakeCamera& operator=(const FakeCamera&) = delete;

    void unplug(); // every call of it fails from now on, and who sleeps on it wakes
    void plug();
    void freeze();                                    // it stays there, and gives no frame any more
    [[nodiscard]] std::uint32_t streaming_as() const; // fourcc; 0: it does not stream
    [[nodiscard]] int control(std::uint32_t id) const;

    struct Inside;

private:
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer::test
