// The signed code: 121 characters in the QR of a badge that says of itself whose it is, for how long, and who vouches
// for it. Byte by byte in README.md beside this file.
//
// For a badge that some door cannot know of yet, and for doors that hold no roster. No name is in it. Pure: keys,
// summit and time are arguments. Any thread.
#pragma once

#include "scanner/code/reading_text.h"
#include "sync/crypto/crypto.h"
#include "sync/summit/fault.h"
#include "sync/summit/words.h"

namespace foyer {

using KeyId = std::uint16_t; // as a number, big-endian in the code; more than one key may have it
KeyId key_id_of(ByteView public_key);

// What the holder may do where nobody knows more of them.
struct Rights {
    Category category = Category::guest;
    std::uint16_t forums = 0; // bit i: the forum at place i of Programme::forums
    bool operator==(const Rights&) const = default;
};
inline constexpr std::size_t forums_in_rights = 12;

// What a signed code says.
struct SignedCode {
    BadgeKind kind = BadgeKind::badge;
    KeyId key = 0; // whose signature it claims to carry
    AttendeeId attendee;
    Rights rights;
    std::optional<Instant> from, until; // half hours; `from` at most 1023 hours before `until`, and never without it
    std::uint8_t serial = 0;            // of its codes that say the same otherwise
    bool operator==(const SignedCode&) const = default;
};

inline constexpr std::size_t signed_code_length = 121;

// `code.key` is taken from `keys`; times are rounded outwards to half hours. bad_input, with a sentence: an id that has
// no number, forums beyond the twelfth, times that the code cannot hold.
Result<std::string> sign_code(const SignedCode& code, const SummitId& summit, const KeyPair& keys);

// A text of the right form, and the parts that a signature is checked with.
struct SignedText {
    SignedCode code;
    Bytes payload;   // 16 bytes, as in the text
    Bytes signature; // 64 bytes
};
// `text` as `tidy` and `upper_case` leave it. Nothing where any byte is not as the format has it.
std::optional<SignedText> read_signed(std::string_view text);
// It claims to be one: right length, first letter and characters.
bool looks_signed(std::string_view text);

// What is signed: a label, the summit and the payload.
Bytes signed_message(const SummitId& summit, ByteView payload);

// What a signature comes to under the keys that somebody trusts.
enum class Trust {
    good,
    forged,      // a key of this id is known, and it did not sign this
    unknown_key, // no key of this id is known
    retired_key, // it did sign this, but counts no more
};
Trust judge(const SignedText& text, const SummitId& summit, std::span<const CodeKey> keys);

} // namespace foyer
