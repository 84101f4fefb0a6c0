// The JSON object in a ticket's QR code: texts, numbers and lists of them, nothing deeper. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

// Values by name: texts as they are, numbers as they are written. What is deeper is left out.
struct FlatJson {
    std::map<std::string, std::string> texts;
    std::map<std::string, std::vector<std::string>> lists;
    [[nodiscard]] const std::string* text(const std::string& name) const; // none, or an empty one: nullptr
    [[nodiscard]] const std::vector<std::string>* list(const std::string& name) const;
};

// Nothing unless all of `text` is one object, of at most 4096 bytes.
std::optional<FlatJson> read_flat_json(std::string_view text);

} // namespace foyer
