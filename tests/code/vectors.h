// The vectors of make_vectors.py, as values.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>

#include "scanner/code/signed_code.h"
#include "tests/catch.h"

namespace foyer::test {

inline nlohmann::json vectors() {
    std::ifstream in(std::string{FOYER_SOURCE_DIR} + "/tests/code/vectors.json");
    REQUIRE(in);
    return nlohmann::json::parse(in);
}

inline Bytes bytes_of(const nlohmann::json& hex) { return from_hex(hex.get<std::string>()).value(); }

// The beginning of a time slot of half an hour; 0 is none.
inline std::optional<Instant> half_hour(const nlohmann::json& number) {
    if (number == 0) return std::nullopt;
    return Instant{std::chrono::minutes{30} * number.get<std::int64_t>()};
}

struct SignedVector {
    SignedCode code;
    SummitId summit;
    KeyPair keys;
    Bytes message;
    std::string text;
};

inline SignedVector signed_vector(const nlohmann::json& vector) {
    SignedVector v;
    v.keys = key_pair_from(bytes_of(vector["seed"]));
    v.summit = *SummitId::from(bytes_of(vector["summit"]));
    v.code.kind = vector["kind"] == "badge" ? BadgeKind::badge : BadgeKind::invitation;
    const Bytes key_id = bytes_of(vector["key_id"]);
    v.code.key = static_cast<KeyId>(key_id[0] << 8U | key_id[1]);
    v.code.attendee = {vector["attendee"].get<std::string>()};
    for (int i = 0; i <= static_cast<int>(Category::guest); ++i)
        if (name(static_cast<Category>(i)) == vector["category"].get<std::string>())
            v.code.rights.category = static_cast<Category>(i);
    v.code.rights.forums = vector["forums"].get<std::uint16_t>();
    v.code.from = half_hour(vector["from_half_hours"]);
    v.code.until = half_hour(vector["until_half_hours"]);
    v.code.serial = vector["serial"].get<std::uint8_t>();
    v.message = bytes_of(vector["message"]);
    v.text = vector["text"].get<std::string>();
    return v;
}

} // namespace foyer::test
