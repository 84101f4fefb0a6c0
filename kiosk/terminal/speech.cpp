#include "kiosk/terminal/speech.h"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <map>

namespace foyer {

namespace {

constexpr int longest_s = 20;

struct Heard {
    std::vector<std::int16_t> samples;
    std::size_t most = 0;
};

// Called back by the library with some samples at a time; 1 makes it stop.
int hear(short* samples, int count, espeak_EVENT* events) {
    if (!samples || count <= 0 || !events) return 0;
    auto& heard = *static_cast<Heard*>(events->user_data);
    const std::size_t room = heard.most - std::min(heard.most, heard.samples.size());
    heard.samples.insert(heard.samples.end(), samples, samples + std::min(room, static_cast<std::size_t>(count)));
    return heard.samples.size() >= heard.most ? 1 : 0;
}

// What espeak-ng calls a language, where it is not the tag itself.
std::string voice_for(const Language& language) {
    static const std::map<std::string, std::string> names{{"zh", "cmn"}};
    const std::string primary = language.substr(0, language.find('-'));
    const auto known = names.find(primary);
    return known == names.end() ? primary : known->second;
}

} // namespace

Speech::Speech() {
    const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0) return;
    rate_ = rate;
    espeak_SetSynthCallback(hear);
    espeak_SetParameter(espeakRATE, 150, 0); // words a minute: others talk in a foyer
}

Speech::~Speech() {
    if (rate_ > 0) espeak_Terminate();
}

std::vector<std::int16_t> Speech::samples_of(const std::string& text, const Language& language, int volume) {
    if (rate_ == 0 || espeak_SetVoiceByName(voice_for(language).c_str()) != EE_OK) return {};
    espeak_SetParameter(espeakVOLUME, std::clamp(volume, 0, 100), 0);
    Heard heard{{}, static_cast<std::size_t>(rate_) * longest_s};
    const auto made =
        espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &heard);
    if (made != EE_OK) return {};
    espeak_Synchronize();
    return std::move(heard.samples);
}

} // namespace foyer
