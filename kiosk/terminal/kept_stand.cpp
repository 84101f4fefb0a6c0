#include "kiosk/terminal/kept_stand.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "sync/summit/mode_words.h"

namespace foyer {

using Json = nlohmann::json;

const std::map<std::string, Mode> modes_by_word{mode_words.begin(), mode_words.end()};
const std::map<std::string, Arrow> edges_by_word{
    {"top", Arrow::up}, {"bottom", Arrow::down}, {"left", Arrow::left}, {"right", Arrow::right}};
const std::map<std::string, Reach> reaches_by_word{
    {"both", Reach::both}, {"left", Reach::left}, {"right", Reach::right}};

// The word for it; empty: there is none.
template <class Value>
static std::string word_for(const std::map<std::string, Value>& words, Value value) {
    const auto found = std::ranges::find(words, value, [](const auto& entry) { return entry.second; });
    return found == words.end() ? "" : found->first;
}

template <class Value, class Into>
static void read_word(const Json& json, const char* name, const std::map<std::string, Value>& words, Into& into) {
    const auto said = json.find(name);
    if (said == json.end() || !said->is_string()) return;
    if (const auto found = words.find(said->get<std::string>()); found != words.end()) into = found->second;
}

static void read_number(const Json& json, const char* name, int least, int most, int& into) {
    const auto said = json.find(name);
    if (said != json.end() && said->is_number_integer())
        into = static_cast<int>(std::clamp<std::int64_t>(said->get<std::int64_t>(), least, most));
}

// As it was kept; empty: nothing is, or nothing that makes sense.
static Json kept_json(const Ledger& ledger) {
    const auto kept = ledger.private_value("stand");
    Json json = kept ? Json::parse(as_text(*kept), nullptr, false) : Json{};
    return json.is_object() ? json : Json::object();
}

static Json json_of(const Stand& stand) {
    return {{"mode", stand.mode ? word_for(modes_by_word, *stand.mode) : ""},
            {"camera_at", word_for(edges_by_word, stand.camera_at)},
            {"scanner_at", word_for(edges_by_word, stand.scanner_at)},
            {"reach", word_for(reaches_by_word, stand.reach)},
            {"volume", stand.volume},
            {"zoom", stand.zoom},
            {"still", stand.still}};
}

Stand kept_stand(const Ledger& ledger) {
    Stand stand;
    const Json json = kept_json(ledger);
    read_word(json, "mode", modes_by_word, stand.mode);
    read_word(json, "camera_at", edges_by_word, stand.camera_at);
    read_word(json, "scanner_at", edges_by_word, stand.scanner_at);
    read_word(json, "reach", reaches_by_word, stand.reach);
    read_number(json, "volume", 0, 100, stand.volume);
    read_number(json, "zoom", 100, 125, stand.zoom);
    stand.still = json.value("still", Json{}) == Json(true);
    return stand;
}

Result<> keep_stand(Ledger& ledger, const Stand& stand, const Stand& before) {
    Json kept = kept_json(ledger);
    const Json was = json_of(before), now = json_of(stand);
    for (const auto& [name, value] : now.items())
        if (value != was[name]) kept[name] = value;
    return ledger.set_private_value("stand", as_bytes(kept.dump()));
}

} // namespace foyer
