// Sentences as sound, by espeak-ng: the only pair of files that includes it. One thread at a time (the speaker's), and
// one object at a time: the library has one state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/summit/words.h"

namespace foyer {

class Speech {
public:
    Speech(); // where there are no voices (espeak-ng-data) it says nothing
    ~Speech();
    Speech(const Speech&) = delete;
    Speech& operator=(const Speech&) = delete;

    [[nodiscard]] int rate() const { return rate_; } // samples a second, one channel; 0: there is no speech
    // At most 20 s of it; empty when there is no voice for the language. `volume`: 0..100.
    [[nodiscard]] std::vector<std::int16_t> samples_of(const std::string& text, const Language& language, int volume);

private:
    int rate_ = 0;
};

} // namespace foyer
