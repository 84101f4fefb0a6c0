// The two sounds, and their way through GStreamer.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <thread>

#include "kiosk/terminal/speaker.h"
#include "kiosk/terminal/speech.h"
#include "tests/shell.h"

namespace foyer {
namespace {

// Loudness of each 10 ms, 0..32767.
std::vector<double> loudness(const std::vector<std::int16_t>& samples) {
    constexpr std::size_t step = chime_rate / 100;
    std::vector<double> heard;
    for (std::size_t at = 0; at + step <= samples.size(); at += step) {
        double sum = 0;
        for (std::size_t i = at; i < at + step; ++i) sum += std::abs(samples[i]);
        heard.push_back(sum / step);
    }
    return heard;
}

// How many tones are heard one after the other.
int tones(const std::vector<std::int16_t>& samples) {
    const auto heard = loudness(samples);
    int count = 0;
    for (std::size_t i = 0; i < heard.size(); ++i) count += heard[i] > 300 && (i == 0 || heard[i - 1] <= 300);
    return count;
}

std::vector<std::int16_t> samples_in(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::vector<std::int16_t> samples(bytes.size() / 2);
    std::copy_n(bytes.data(), samples.size() * 2, reinterpret_cast<char*>(samples.data()));
    return samples;
}

TEST_CASE("The two sounds differ in rhythm: two tones, the second longer, and three alike") {
    CHECK(tones(samples_of(Sound::Kind::go_on, 60)) == 2);
    CHECK(tones(samples_of(Sound::Kind::please_read, 60)) == 3);
    for (const Sound::Kind chime : {Sound::Kind::go_on, Sound::Kind::please_read})
        CHECK(samples_of(chime, 60).size() < chime_rate * 6 / 10); // over before the next guest
}

TEST_CASE("Volume goes from silence to loud, and never beyond what a sample holds") {
    const auto loudest = [](int volume) {
        int most = 0;
        for (const auto sample : samples_of(Sound::Kind::go_on, volume)) most = std::max(most, std::abs(int{sample}));
        return most;
    };
    CHECK(loudest(0) == 0);
    CHECK(loudest(30) > 500);
    CHECK(loudest(60) > 2 * loudest(30));
    CHECK(loudest(100) < 32767);
    CHECK(loudest(1000) == loudest(100));
}

TEST_CASE("What is played comes out of GStreamer whole, one sound after the other") {
    const test::Scratch scratch;
    for (const Sound::Kind chime : {Sound::Kind::go_on, Sound::Kind::please_read}) {
        {
            Speaker speaker(60,
                            "audio/x-raw,format=S16LE,channels=1,rate=48000 ! filesink location=" + scratch / "pcm");
            speaker.play(chime);
            std::this_thread::sleep_for(std::chrono::milliseconds{100}); // what only waits at the end is left out
        } // ends when it has been played
        CHECK(samples_in(scratch / "pcm") == samples_of(chime, 60));
    }
}

TEST_CASE("Where sound cannot go nothing hangs, and with volume 0 nothing is opened") {
    const test::Scratch scratch;
    {
        Speaker nowhere(60, "filesink location=/nowhere/at/all");
        for (int i = 0; i < 9; ++i) nowhere.play(Sound::Kind::go_on);
        Speaker nothing(60, "no-such-element");
        nothing.play(Sound::Kind::go_on);
        Speaker silent(0, "filesink location=" + scratch / "pcm");
        silent.play(Sound::Kind::go_on);
    }
    CHECK_FALSE(std::filesystem::exists(scratch / "pcm"));
}

TEST_CASE("Every language of the screens has a voice, and what is said is heard") {
    Speech speech;
    REQUIRE(speech.rate() > 0);
    for (const char* language : {"ar", "de", "en", "es", "fr", "he", "ja", "ko", "nl", "ru", "zh", "zh-Hant"}) {
        INFO(language);
        const auto said = speech.samples_of("Willkommen. 2.04. 欢迎", language, 60);
        REQUIRE(said.size() > static_cast<std::size_t>(speech.rate()) / 2);
        CHECK(std::ranges::max(loudness(said)) > 300);
    }
    CHECK(speech.samples_of("Hello", "tlh-piqd", 60).empty());
    CHECK(speech.samples_of(std::string(100'000, 'a'), "en", 60).size() <=
          static_cast<std::size_t>(speech.rate()) * 20);
}

} // namespace
} // namespace foyer
