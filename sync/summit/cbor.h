// A flat, depth-limited CBOR codec (RFC 8949): the only encoding of facts on disk and of messages on the wire.
//
// What is written is deterministic (shortest integers, definite lengths), so hashes of it are stable. What is read may
// come from anybody: every length is checked against what is left, nesting ends at `max_depth`, nothing is allocated
// from a claimed length. No recursion, no exceptions. Integers, byte strings, texts (UTF-8 checked), arrays and
// booleans
// only: maps are written as arrays of alternating key and value.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "sync/summit/bytes.h"

namespace foyer::cbor {

inline constexpr int max_depth = 8;

class Writer {
public:
    Writer& array(std::size_t count); // the next `count` items are its elements
    Writer& uint(std::uint64_t value);
    Writer& integer(std::int64_t value);
    Writer& bytes(ByteView value);
    Writer& text(std::string_view value);
    Writer& boolean(bool value);
    // Items already encoded, copied as they are.
    Writer& raw(ByteView encoded);
    [[nodiscard]] const Bytes& view() const { return out_; }
    [[nodiscard]] Bytes take() { return std::move(out_); }

private:
    void head(std::uint8_t major, std::uint64_t value);
    Bytes out_;
};

// Reads items in order. The first mistake makes the reader bad for good: every later read returns an empty value, so a
// caller reads a whole message and asks `done()` once. Views point into the buffer given at construction.
class Reader {
public:
    explicit Reader(ByteView in) : in_(in) {}
    // Number of elements; elements are read next. At most what could fit in the bytes left.
    std::size_t array();
    std::uint64_t uint();
    std::int64_t integer();
    ByteView bytes();
    std::string_view text();
    bool boolean();
    // The bytes of the next whole item, whatever it is, skipped.
    ByteView raw();
    // True while nothing was wrong.
    [[nodiscard]] bool good() const { return good_; }
    // True when nothing was wrong and nothing is left.
    [[nodiscard]] bool done() const { return good_ && at_ == in_.size(); }
    // Says that the caller found the content impossible.
    void fail() { good_ = false; }

private:
    struct Head {
        std::uint8_t major;
        std::uint64_t value;
    };
    Head head();
    ByteView take(std::uint64_t count);
    ByteView in_;
    std::size_t at_ = 0;
    bool good_ = true;
};

} // namespace foyer::cbor
