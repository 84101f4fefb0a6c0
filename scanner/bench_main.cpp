// bench_scan: one 720p frame through the reader against a plain call of ZXing, in the same run.
//
// Frames are drawn here, from a seed: a short code on a card before a cluttered, noisy background, at four distances,
// and the background alone. Contenders take turns on each frame; each figure is the median of CPU times of this
// thread. Prints a table for people, then lines of `name value unit`.
#include <time.h>

#include <cmath>
#include <cstdio>
#include <functional>
#include <random>
#include <string>

#include "scanner/reader.h"

namespace foyer {
namespace {

constexpr int width = 1280, height = 720;
constexpr int frames_each = 24, rounds = 5;

// The modules of the short code X22222222222222N at version 1, error correction Q, row by row.
constexpr const char* code_rows[] = {
    "#######.###.#.#######", "#.....#.#.#.#.#.....#", "#.###.#.##.#..#.###.#", "#.###.#.##.##.#.###.#",
    "#.###.#.#.#...#.###.#", "#.....#....#..#.....#", "#######.#.#.#.#######", "........#..##........",
    ".##.#.##..#...#.#####", ".............#..##.##", "###.#.##.#..####..#.#", ".###.#.#.####..##..##",
    ".....######....###..#", "........####.#.#.#.#.", "#######.##..#..#.###.", "#.....#..#..##..####.",
    "#.###.#.#.#.#.#..#..#", "#.###.#..#.#.#....##.", "#.###.#.##..#.#.#.#.#", "#.....#.#######.#..##",
    "#######..###...#....#",
};
constexpr int code_side = 21;

struct Pose {
    double module = 5, x = 640, y = 360, roll = 0;
};

bool is_dark(double u, double v) {
    const int column = static_cast<int>(std::floor(u + code_side / 2.0)),
              row = static_cast<int>(std::floor(v + code_side / 2.0));
    return column >= 0 && row >= 0 && column < code_side && row < code_side && code_rows[row][column] == '#';
}

void draw_background(Frame& frame, std::mt19937& random) {
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    for (int i = 0; i < 30; ++i) {
        const int left = below(width), top = below(height), level = 60 + below(140), stripe = 4 + below(40);
        const int right = std::min(width, left + 40 + below(500)), bottom = std::min(height, top + 40 + below(300));
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x)
                if (i % 4 != 0 || (x / stripe + y / stripe) % 2 == 0)
                    frame.pixels[static_cast<std::size_t>(y * width + x)] = static_cast<std::uint8_t>(level);
    }
}

void draw_badge(Frame& frame, const Pose& pose) {
    const double c = std::cos(pose.roll), s = std::sin(pose.roll);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double dx = x - pose.x, dy = y - pose.y;
            const double u = (dx * c + dy * s) / pose.module, v = (dy * c - dx * s) / pose.module;
            if (std::abs(u) > 29 || std::abs(v) > 40) continue; // the card
            frame.pixels[static_cast<std::size_t>(y * width + x)] = is_dark(u, v) ? 35 : 215;
        }
}

// Lens and sensor: a 3 x 3 mean, then noise.
void soften(Frame& frame, std::mt19937& random) {
    const Bytes sharp = frame.pixels;
    std::normal_distribution<double> noise(0, 4);
    for (int y = 1; y + 1 < height; ++y)
        for (int x = 1; x + 1 < width; ++x) {
            int sum = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx) sum += sharp[static_cast<std::size_t>((y + dy) * width + x + dx)];
            const double lit = std::clamp(sum / 9.0 + noise(random), 0.0, 255.0);
            frame.pixels[static_cast<std::size_t>(y * width + x)] = static_cast<std::uint8_t>(std::lround(lit));
        }
}

Frame drawn(const Pose* pose, unsigned seed) {
    std::mt19937 random(seed);
    Frame frame{Bytes(static_cast<std::size_t>(width * height), 110), width, height, width, {}, 0};
    draw_background(frame, random);
    if (pose != nullptr) draw_badge(frame, *pose);
    soften(frame, random);
    return frame;
}

std::vector<Frame> badge_frames() {
    std::vector<Frame> frames;
    for (int i = 0; i < frames_each; ++i) {
        const Pose pose{3.0 + i % 4, 300.0 + 30 * i, 240.0 + 10 * i, 0.26 * i};
        frames.push_back(drawn(&pose, static_cast<unsigned>(i)));
    }
    return frames;
}

std::vector<Frame> empty_frames() {
    std::vector<Frame> frames;
    for (int i = 0; i < frames_each; ++i) frames.push_back(drawn(nullptr, 1000U + static_cast<unsigned>(i)));
    return frames;
}

double thread_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Contender {
    std::string name;
    std::function<bool(const Frame&)> read;
    double mean_ms = 0;
    int found = 0;
};

// All contenders see the frames in turn, as a camera would show them. The mean, as the reader's hard looks are rare
// and dear.
void race(std::vector<Contender>& contenders, const std::vector<Frame>& frames) {
    for (int round = 0; round < rounds; ++round)
        for (const auto& frame : frames)
            for (auto& contender : contenders) {
                const double start = thread_ms();
                const bool found = contender.read(frame);
                contender.mean_ms += (thread_ms() - start) / rounds / static_cast<double>(frames.size());
                if (round == 0 && found) ++contender.found;
            }
}

void show(const std::string& title, const std::string& key, const std::vector<Frame>& frames) {
    FinderGate gate;
    Reader reader;
    std::vector<Contender> contenders = {
        {"plain ZXing, all formats", [](const Frame& frame) { return decode_any_format(frame.view()).has_value(); }},
        {"plain ZXing, QR only", [](const Frame& frame) { return decode_plain(frame.view()).has_value(); }},
        {"Foyer's reader", [&](const Frame& frame) { return reader.read(frame).has_value(); }},
        {"its gate alone", [&](const Frame& frame) { return !gate.look(frame.view()).empty(); }},
    };
    race(contenders, frames);
    const double plain = contenders[1].mean_ms;
    std::printf("\n%-28s %10s %14s %8s\n", title.c_str(), "ms", "to plain call", "found");
    for (const auto& contender : contenders)
        std::printf("%-28s %10.3f %14.2f %5d/%d\n", contender.name.c_str(), contender.mean_ms,
                    contender.mean_ms / plain, contender.found, static_cast<int>(frames.size()));
    std::printf("scan_%s_plain %.4f ms\nscan_%s_reader %.4f ms\n", key.c_str(), plain, key.c_str(),
                contenders[2].mean_ms);
    std::printf("scan_%s_ratio %.4f plain_call\nscan_%s_gate %.4f ms\n", key.c_str(), contenders[2].mean_ms / plain,
                key.c_str(), contenders[3].mean_ms);
}

} // namespace
} // namespace foyer

int main() {
    foyer::show("a badge in 1280 x 720", "badge", foyer::badge_frames());
    foyer::show("no badge in 1280 x 720", "empty", foyer::empty_frames());
    return 0;
}
