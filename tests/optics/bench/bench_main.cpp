// bench_scan: readers of QR codes on the same frames, in the same run, on one core.
//
// Single frames: 120 poses of the hard set (tests/optics/poses.h) by 2 payloads at 720p and 1080p. Without a code: 12
// scenes for 20 s. Sequences: a badge that comes in 24 ways, by 2 payloads, 60 frames each at 720p. Times are CPU of
// this thread. Prints tables for people, then lines of `name value unit`. `bench_scan N` makes it N poses and N / 5
// ways; `bench_scan N moving` measures the sequences alone.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "tests/optics/bench/contenders.h"
#include "tests/optics/poses.h"
#include "tests/optics/walk.h"

namespace foyer::bench {
namespace {

using test::hard_shot;
using test::judging;
using test::Payload;
using test::photograph;

constexpr const char* payload_names[] = {"short", "long"};

struct Score {
    int read[2] = {0, 0};
    int wrong = 0;
    double ms = 0;
};

void take(const Contender& contender, const Frame& frame, const std::string& text, std::size_t payload, Score& score) {
    const double start = thread_ms();
    const std::string read = contender.read(frame);
    score.ms += thread_ms() - start;
    if (read.empty()) return;
    ++(read == text ? score.read[payload] : score.wrong);
}

void show_stills(const std::vector<Contender>& contenders, const std::vector<Score>& scores, int poses, int height) {
    std::printf("\n%-34s %8s %8s %11s %7s\n", ("single frames, " + std::to_string(height) + "p").c_str(), "short %",
                "long %", "ms a frame", "wrong");
    for (std::size_t c = 0; c < contenders.size(); ++c)
        std::printf("%-34s %8.1f %8.1f %11.3f %7d\n", contenders[c].name.c_str(), 100.0 * scores[c].read[0] / poses,
                    100.0 * scores[c].read[1] / poses, scores[c].ms / poses / 2, scores[c].wrong);
    for (std::size_t c = 0; c < contenders.size(); ++c) {
        const char* key = contenders[c].key.c_str();
        for (std::size_t payload = 0; payload < 2; ++payload)
            std::printf("scan_%dp_%s_%s %.1f %%\n", height, payload_names[payload], key,
                        100.0 * scores[c].read[payload] / poses);
        std::printf("scan_%dp_single_%s %.4f ms\n", height, key, scores[c].ms / poses / 2);
    }
    std::fflush(stdout);
}

void stills(int poses, int width, int height) {
    const auto contenders = for_stills();
    std::vector<Score> scores(contenders.size());
    for (int i = 0; i < poses; ++i)
        for (std::size_t payload = 0; payload < 2; ++payload) {
            const auto seed = judging + static_cast<std::uint64_t>(i);
            const auto kind = static_cast<Payload>(payload);
            const auto text = text_for(kind, seed);
            const auto frame = photograph(hard_shot(code_for(kind, text), seed, width, height));
            for (std::size_t c = 0; c < contenders.size(); ++c) take(contenders[c], frame, text, payload, scores[c]);
        }
    show_stills(contenders, scores, poses, height);
}

// Scenes that stand still, as most of the day does, some with a badge without a code in them: all of 20 s, and the last
// 8 of them, when what is there has been seen before. The noise repeats after 2 s.
void empty_frames(int scenes, int width, int height) {
    constexpr std::size_t frames = 600, settled_from = 360, noises = 60;
    const auto contenders = for_sequence();
    std::vector<Score> all(contenders.size()), settled(contenders.size());
    for (int scene = 0; scene < scenes; ++scene) {
        auto shot = hard_shot({}, judging + 5000 + static_cast<std::uint64_t>(scene), width, height);
        shot.defocus = std::min(shot.defocus, 1.0F);
        shot.smear = {};
        if (scene % 3 != 0) shot.held.clear();
        const auto fresh = for_sequence();
        const auto burst = test::burst(shot, noises);
        for (std::size_t i = 0; i < frames; ++i)
            for (std::size_t c = 0; c < fresh.size(); ++c) {
                const double before = all[c].ms;
                take(fresh[c], burst[i % noises], "", 0, all[c]);
                if (i >= settled_from) settled[c].ms += all[c].ms - before;
            }
    }
    const double in_all = scenes * static_cast<double>(frames);
    const double later = scenes * static_cast<double>(frames - settled_from);
    std::printf("\n%-34s %11s %11s %7s\n", ("without a code, " + std::to_string(height) + "p").c_str(), "ms a frame",
                "later", "wrong");
    for (std::size_t c = 0; c < contenders.size(); ++c)
        std::printf("%-34s %11.3f %11.3f %7d\n", contenders[c].name.c_str(), all[c].ms / in_all, settled[c].ms / later,
                    all[c].wrong);
    for (std::size_t c = 0; c < contenders.size(); ++c)
        std::printf("scan_%dp_empty_%s %.4f ms\nscan_%dp_empty_later_%s %.4f ms\n", height, contenders[c].key.c_str(),
                    all[c].ms / in_all, height, contenders[c].key.c_str(), settled[c].ms / later);
    std::fflush(stdout);
}

struct Walk {                       // of one reader along one way
    double ms = 0, ms_to_first = 0; // of all frames; until the first reading
    int first = -1;                 // frame
};

std::vector<Walk> walk(const std::vector<Contender>& contenders, const test::Approach& approach,
                       const std::string& text) {
    std::vector<Walk> walks(contenders.size());
    for (int i = 0; i < test::Approach::frames; ++i) {
        const auto frame = approach.frame(i);
        for (std::size_t c = 0; c < contenders.size(); ++c) {
            const double start = thread_ms();
            const bool read = contenders[c].read(frame) == text;
            const double spent = thread_ms() - start;
            walks[c].ms += spent;
            if (walks[c].first < 0) walks[c].ms_to_first += spent;
            if (read && walks[c].first < 0) walks[c].first = i;
        }
    }
    return walks;
}

struct Sums {
    double ms = 0, ms_to_first = 0, first = 0;
    int met = 0;
    void add(const Walk& one) {
        ms += one.ms;
        if (one.first < 0) return;
        ++met, ms_to_first += one.ms_to_first, first += one.first * 1000.0 / 30;
    }
};

void show_walks(const std::string& kind, const std::vector<Sums>& sums, int ways) {
    const auto contenders = for_sequence();
    const int frames = ways * test::Approach::frames;
    std::printf("\n%-34s %5s %11s %16s %12s\n", ("a moving badge, " + kind + " code, 720p").c_str(), "read",
                "ms a frame", "CPU ms to first", "first at ms");
    for (std::size_t c = 0; c < sums.size(); ++c) {
        const auto& s = sums[c];
        const int met = std::max(1, s.met);
        std::printf("%-34s %2d/%2d %11.3f %16.2f %12.0f\n", contenders[c].name.c_str(), s.met, ways, s.ms / frames,
                    s.ms_to_first / met, s.first / met);
    }
    for (std::size_t c = 0; c < sums.size(); ++c) {
        const auto name = "scan_moving_" + kind, key = contenders[c].key;
        const int met = std::max(1, sums[c].met);
        std::printf("%s_%s %.4f ms\n%s_to_first_%s %.3f ms\n", name.c_str(), key.c_str(), sums[c].ms / frames,
                    name.c_str(), key.c_str(), sums[c].ms_to_first / met);
        std::printf("%s_first_at_%s %.1f ms\n", name.c_str(), key.c_str(), sums[c].first / met);
    }
}

void sequences(Payload payload, int ways) {
    std::vector<Sums> sums(for_sequence().size());
    int later = 0;
    for (int way = 0; way < ways; ++way) {
        const auto seed = judging + 900 + static_cast<std::uint64_t>(way);
        const auto text = text_for(payload, seed);
        const auto walks = walk(for_sequence(), test::Approach(code_for(payload, text), seed), text);
        for (std::size_t c = 0; c < walks.size(); ++c) sums[c].add(walks[c]);
        const int plain = walks[0].first, foyer = walks[1].first;
        if (plain >= 0 && (foyer < 0 || foyer > plain)) ++later;
    }
    const std::string kind = payload_names[static_cast<std::size_t>(payload)];
    show_walks(kind, sums, ways);
    std::printf("scan_moving_%s_ratio %.4f plain_call\nscan_moving_%s_to_first_ratio %.4f plain_call\n", kind.c_str(),
                sums[1].ms / sums[0].ms, kind.c_str(), sums[1].ms_to_first / sums[0].ms_to_first);
    std::printf("scan_moving_%s_later_than_plain %d ways\n", kind.c_str(), later);
    std::fflush(stdout);
}

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv) {
    using namespace foyer::bench;
    const int poses = argc > 1 ? std::atoi(argv[1]) : 120;
    const bool moving_alone = argc > 2 && argv[2] == std::string_view("moving");
    if (poses < 1 || (argc > 2 && !moving_alone)) {
        std::fputs("bench_scan [POSES [moving]]: a number from 1\n", stderr);
        return 2;
    }
    for (const int height : {720, 1080}) {
        if (moving_alone) break;
        stills(poses, height * 16 / 9, height);
        empty_frames(std::max(1, poses / 10), height * 16 / 9, height);
    }
    for (const auto payload : {Payload::short_code, Payload::long_code}) sequences(payload, std::max(1, poses / 5));
    return 0;
}
