#include "scanner/code/flat_json.h"

#include <nlohmann/json.hpp>

namespace foyer {

namespace {

constexpr std::size_t longest = 4096; // no QR code holds more

std::optional<std::string> plain(const nlohmann::json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number()) return value.dump();
    return std::nullopt;
}

} // namespace

const std::string* FlatJson::text(const std::string& name) const {
    const auto found = texts.find(name);
    return found == texts.end() || found->second.empty() ? nullptr : &found->second;
}

const std::vector<std::string>* FlatJson::list(const std::string& name) const {
    const auto found = lists.find(name);
    return found == lists.end() ? nullptr : &found->second;
}

std::optional<FlatJson> read_flat_json(std::string_view text) {
    if (text.size() > longest || !text.starts_with('{')) return std::nullopt;
    const auto root = nlohmann::json::parse(text, nullptr, false); // not recursive, and a mistake is a value
    if (!root.is_object()) return std::nullopt;
    FlatJson json;
    for (const auto& [name, value] : root.items()) {
        if (auto one = plain(value)) json.texts[name] = std::move(*one);
        if (!value.is_array()) continue;
        auto& list = json.lists[name];
        for (const auto& item : value) list.push_back(plain(item).value_or(""));
    }
    return json;
}

} // namespace foyer
