#include "tests/optics/bench/contenders.h"

#include <time.h>

#include <memory>

#include "scanner/reader.h"
#include "tests/optics/bench/others.h"

namespace foyer::bench {
namespace {

std::string text_of(const std::optional<Reading>& reading) { return reading ? reading->text : ""; }
std::string text_of(const std::optional<Decoded>& decoded) { return decoded ? decoded->text : ""; }

Contender plain() {
    return {"ZXing, plain call", "plain", [](const Frame& frame) { return text_of(plain_read(frame, "")); }};
}

Contender memory_floor() {
    return {"touch each pixel once", "floor", [](const Frame& frame) {
                std::uint64_t sum = 0;
                for (const auto pixel : frame.pixels) sum += pixel;
                return sum == 1 ? std::string("never") : std::string();
            }};
}

} // namespace

std::vector<Contender> for_stills() {
    std::vector<Contender> all = {
        plain(),
        {"ZXing, best settings", "zxing_best",
         [](const Frame& frame) { return text_of(decode_qr(frame.view(), Effort::hard)); }},
        {"Foyer's reader, with hard looks", "foyer",
         [](const Frame& frame) {
             return text_of(Reader({.hard_look_every = 1, .hard_look_every_quiet = 1}).read(frame));
         }},
        {"Foyer's reader, quick looks alone", "foyer_quick",
         [](const Frame& frame) { return text_of(Reader().read(frame)); }},
        {"Foyer's reader, a still", "foyer_still", [](const Frame& frame) { return text_of(read_still(frame, "")); }},
    };
    for (auto& other : other_readers()) all.push_back(std::move(other));
    return all;
}

std::vector<Contender> for_sequence() {
    auto reader = std::make_shared<Reader>();
    return {plain(),
            {"Foyer's reader", "foyer", [reader](const Frame& frame) { return text_of(reader->read(frame)); }},
            memory_floor()};
}

double thread_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace foyer::bench
