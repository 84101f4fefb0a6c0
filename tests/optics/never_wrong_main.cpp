// never_wrong FRAMES [SEED]: no frame may be read as anything but what is in it. Draws scenes of every kind of
// tests/pictures and of frames without a code, cut to 240 x 180 round the code, eight frames of each with noise of
// their own, and shows them to a stream's reader as they come: three scenes of four as a terminal does, the fourth by
// every means on each frame; every 64th frame also as a still. Prints what was read and what was wrong; exit code 1
// when anything was.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "scanner/reader.h"
#include "tests/optics/folders.h"

namespace foyer::test {
namespace {

constexpr int width = 240, height = 180, frames_each = 8;

// The same camera, of which only a window round the code is kept: by shifting what is held to the middle.
Shot cut_out(Shot shot) {
    const auto camera = camera_of(shot.width, shot.height);
    const auto small = camera_of(width, height);
    const float farther = small.focal / camera.focal; // the same pixels a module in a smaller frame
    for (auto& held : shot.held) {
        held.pose.z *= farther;
        const float mm = held.pose.z / small.focal; // a pixel
        held.pose.x = std::clamp(held.pose.x * farther, -40 * mm, 40 * mm);
        held.pose.y = std::clamp(held.pose.y * farther, -30 * mm, 30 * mm);
    }
    shot.glare_at = {shot.glare_at.x * width / static_cast<float>(shot.width),
                     shot.glare_at.y * height / static_cast<float>(shot.height)};
    shot.width = width, shot.height = height;
    return shot;
}

struct Tally {
    long frames = 0, read = 0, wrong = 0, without = 0;
};

void judge(const Reading& reading, const Taken& taken, std::uint64_t seed, Tally& tally) {
    for (const auto& text : taken.texts)
        if (reading.text == text) {
            ++tally.read;
            return;
        }
    ++tally.wrong;
    std::printf("WRONG: scene %llu read as \"%s\"\n", static_cast<unsigned long long>(seed), reading.text.c_str());
}

void show(const Taken& taken, std::uint64_t seed, Tally& tally) {
    Reader::Settings settings;
    if (seed % 4 == 0) settings.hard_look_every = settings.hard_look_every_quiet = 1;
    Reader reader(settings);
    for (const auto& frame : burst(cut_out(taken.shot), frames_each)) {
        if (const auto reading = reader.read(frame)) judge(*reading, taken, seed, tally);
        if (tally.frames++ % 64 == 0)
            for (const auto& reading : read_all(frame, "")) judge(reading, taken, seed, tally);
        if (taken.texts.empty()) ++tally.without;
    }
}

} // namespace
} // namespace foyer::test

int main(int argc, char** argv) {
    using namespace foyer::test;
    const long wanted = argc > 1 ? std::atol(argv[1]) : 20'000;
    std::uint64_t seed = argc > 2 ? static_cast<std::uint64_t>(std::atoll(argv[2])) : 1;
    Tally tally;
    for (std::size_t kind = 0; tally.frames < wanted; ++kind, ++seed) {
        auto taken = kinds()[kind % kinds().size()].take(seed);
        if (seed % 6 == 0) {
            for (auto& held : taken.shot.held) held.code = {};
            taken.texts.clear();
        }
        show(taken, seed, tally);
        if (seed % 2000 == 0) {
            std::printf("%ld frames, %ld read, %ld wrong\n", tally.frames, tally.read, tally.wrong);
            std::fflush(stdout);
        }
    }
    std::printf("%ld frames (%ld without a code), %ld readings, %ld wrong\n", tally.frames, tally.without, tally.read,
                tally.wrong);
    return tally.wrong == 0 ? 0 : 1;
}
