// Identities. Domain ids are short texts an organiser can write in a file ("2.04", "materials", "0412"); node ids are
// 16 random or hashed bytes. Each is a type of its own, so that one cannot stand where another is asked for.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>

#include "sync/summit/bytes.h"

namespace foyer {

// A domain id: 1-64 characters of [A-Za-z0-9._-]; checked where it comes in (import), not here.
template <class Tag>
struct Slug {
    std::string text;
    auto operator<=>(const Slug&) const = default;
};

using AttendeeId = Slug<struct AttendeeTag>;
using BadgeId = Slug<struct BadgeTag>; // hex of the first 8 bytes of its code's keyed hash
using PlaceId = Slug<struct PlaceTag>;
using ForumId = Slug<struct ForumTag>;
using SessionId = Slug<struct SessionTag>;
using CheckpointId = Slug<struct CheckpointTag>;
using DelegationId = Slug<struct DelegationTag>;
using MeetingId = Slug<struct MeetingTag>;

bool is_valid_slug(std::string_view text);

template <class Tag, std::size_t size>
struct RawId {
    std::array<std::uint8_t, size> bytes{};
    bool operator==(const RawId&) const = default;
    // By the bytes from the first to the last, eight at a time: maps by node ids are walked for every fact.
    std::strong_ordering operator<=>(const RawId& other) const {
        static_assert(size % 8 == 0);
        for (std::size_t i = 0; i < size; i += 8)
            if (const auto order = word(i) <=> other.word(i); order != 0) return order;
        return std::strong_ordering::equal;
    }
    [[nodiscard]] std::uint64_t word(std::size_t at) const { // big-endian
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        return std::endian::native == std::endian::little ? std::byteswap(word) : word;
    }
    [[nodiscard]] ByteView view() const { return bytes; }
    [[nodiscard]] std::string hex() const { return to_hex(bytes); }
    static std::optional<RawId> from(ByteView raw) {
        if (raw.size() != size) return std::nullopt;
        RawId id;
        std::copy(raw.begin(), raw.end(), id.bytes.begin());
        return id;
    }
};

using SummitId = RawId<struct SummitTag, 16>;   // random, made with the summit
using OriginId = RawId<struct OriginTag, 16>;   // BLAKE2b-128("foyer origin 1" | public key | nonce)
using DeviceId = RawId<struct DeviceTag, 16>;   // random, made at enrolment
using Hash = RawId<struct HashTag, 32>;         // BLAKE2b-256
using CodeHash = RawId<struct CodeHashTag, 16>; // keyed BLAKE2b-128 of a code's text; all that a door knows of a code

// The identity of the badge with this code.
BadgeId badge_id_of(const CodeHash& code);

// The identity of a fact.
struct FactId {
    OriginId origin;
    std::uint64_t seq = 0; // 1, 2, 3... without gap
    auto operator<=>(const FactId&) const = default;
};

} // namespace foyer

template <class Tag>
struct std::hash<foyer::Slug<Tag>> {
    std::size_t operator()(const foyer::Slug<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text); }
};
