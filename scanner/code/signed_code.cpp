#include "scanner/code/signed_code.h"

#include <algorithm>

#include "scanner/code/attendee_number.h"
#include "scanner/code/base45.h"

namespace foyer {

namespace {

constexpr char letter = 'V';        // a later version takes another one
constexpr std::uint8_t version = 1; // upper half of the first byte
constexpr std::size_t payload_size = 16, signature_size = 64;
static_assert(1 + (payload_size + signature_size) / 2 * 3 == signed_code_length);

constexpr std::chrono::minutes half_hour{30};
constexpr std::uint64_t last_half_hour = (1U << 21U) - 1; // in the year 2089
constexpr std::uint64_t longest_span = (1U << 11U) - 1;   // 1023.5 hours

constexpr std::string_view message_label = "foyer code 1", key_label = "foyer code key 1";

void put(Bytes& out, std::uint64_t value, std::size_t size) {
    for (std::size_t i = size; i-- > 0;) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void put(Bytes& out, ByteView bytes) {
    for (const std::uint8_t byte : bytes) out.push_back(byte);
}

std::uint64_t take(ByteView& in, std::size_t size) {
    std::uint64_t value = 0;
    for (const std::uint8_t byte : in.first(size)) value = value << 8U | byte;
    in = in.subspan(size);
    return value;
}

std::uint64_t packed(const Rights& rights) {
    return static_cast<std::uint64_t>(rights.category) << forums_in_rights | rights.forums;
}

std::optional<Rights> rights_of(std::uint64_t bits) {
    const std::uint64_t category = bits >> forums_in_rights;
    if (category > static_cast<std::uint64_t>(Category::guest)) return std::nullopt;
    return Rights{static_cast<Category>(category), static_cast<std::uint16_t>(bits & ((1U << forums_in_rights) - 1))};
}

// Both times in 32 bits: when it ends, and how long before that it begins.
Result<std::uint64_t> packed_times(const SignedCode& code) {
    if (!code.until && !code.from) return 0;
    const auto refused = [](const char* why) { return fault(FaultKind::bad_input, why); };
    if (!code.until) return refused("a signed code that has a beginning needs an end: give it one");
    const auto end = std::chrono::ceil<std::chrono::minutes>(code.until->time_since_epoch()) + half_hour;
    const auto until = (end - std::chrono::minutes{1}) / half_hour;
    if (until <= 0 || static_cast<std::uint64_t>(until) > last_half_hour)
        return refused("a signed code cannot end before 1970 or after 2089: correct the time");
    if (!code.from) return static_cast<std::uint64_t>(until) << 11U;
    const auto from = std::chrono::floor<std::chrono::minutes>(code.from->time_since_epoch()) / half_hour;
    if (from >= until || code.from >= code.until)
        return refused("a signed code cannot end before it begins: correct the times");
    const auto span = static_cast<std::uint64_t>(until - from);
    if (span > longest_span)
        return refused("a signed code is good for 42 days at most: leave out its beginning, or bring its end nearer");
    return static_cast<std::uint64_t>(until) << 11U | span;
}

// False where an end is missing or lies before 1970.
bool read_times(std::uint64_t bits, SignedCode& code) {
    const std::uint64_t until = bits >> 11U, span = bits & longest_span;
    if (span > until || (until == 0 && span > 0)) return false;
    const auto at = [](std::uint64_t half_hours) { return Instant{half_hour * static_cast<std::int64_t>(half_hours)}; };
    if (until > 0) code.until = at(until);
    if (span > 0) code.from = at(until - span);
    return true;
}

std::optional<SignedCode> read_payload(ByteView in) {
    SignedCode code;
    const std::uint64_t first = take(in, 1);
    if (first >> 4U != version || (first & 15U) > static_cast<std::uint64_t>(BadgeKind::badge)) return std::nullopt;
    code.kind = static_cast<BadgeKind>(first & 15U);
    code.key = static_cast<KeyId>(take(in, 2));
    auto attendee = attendee_numbered(take(in, 6));
    const auto rights = rights_of(take(in, 2));
    if (!attendee || !rights || !read_times(take(in, 4), code)) return std::nullopt;
    code.attendee = std::move(*attendee);
    code.rights = *rights;
    code.serial = static_cast<std::uint8_t>(take(in, 1));
    return code;
}

} // namespace

KeyId key_id_of(ByteView public_key) {
    const Hash digest = hash({as_bytes(key_label), public_key});
    return static_cast<KeyId>(digest.bytes[0] << 8U | digest.bytes[1]);
}

Bytes signed_message(const SummitId& summit, ByteView payload) {
    Bytes message;
    put(message, as_bytes(message_label));
    put(message, summit.view());
    put(message, payload);
    return message;
}

Result<std::string> sign_code(const SignedCode& code, const SummitId& summit, const KeyPair& keys) {
    const auto number = number_of(code.attendee);
    if (!number)
        return fault(FaultKind::bad_input,
                     "the id " + code.attendee.text +
                         " is too long for a signed code, which holds 14 digits, 9 small letters and digits, or 7 "
                         "characters of any kind: use a short code");
    if (code.rights.forums >> forums_in_rights != 0)
        return fault(FaultKind::bad_input, "a signed code names the first 12 forums only: use a short code");
    const auto times = packed_times(code);
    if (!times) return std::unexpected(times.error());
    Bytes bytes;
    put(bytes, static_cast<std::uint64_t>(version << 4U) | static_cast<std::uint64_t>(code.kind), 1);
    put(bytes, key_id_of(keys.public_key), 2);
    put(bytes, *number, 6);
    put(bytes, packed(code.rights), 2);
    put(bytes, *times, 4);
    put(bytes, code.serial, 1);
    put(bytes, sign(signed_message(summit, bytes), keys.secret_key));
    return letter + to_base45(bytes);
}

bool looks_signed(std::string_view text) {
    return text.size() == signed_code_length && text[0] == letter &&
           text.find_first_not_of(base45_alphabet) == std::string_view::npos;
}

std::optional<SignedText> read_signed(std::string_view text) {
    if (!looks_signed(text)) return std::nullopt;
    const auto bytes = from_base45(text.substr(1));
    if (!bytes) return std::nullopt;
    const ByteView payload = ByteView(*bytes).first(payload_size), signature = ByteView(*bytes).last(signature_size);
    auto code = read_payload(payload);
    if (!code) return std::nullopt;
    return SignedText{std::move(*code), {payload.begin(), payload.end()}, {signature.begin(), signature.end()}};
}

Trust judge(const SignedText& text, const SummitId& summit, std::span<const CodeKey> keys) {
    const Bytes message = signed_message(summit, text.payload);
    Trust trust = Trust::unknown_key;
    for (const CodeKey& key : keys) {
        if (key.kind != CodeKeyKind::foyer || key_id_of(key.public_key) != text.code.key) continue;
        if (!verify(message, text.signature, key.public_key)) {
            if (trust == Trust::unknown_key) trust = Trust::forged;
            continue;
        }
        if (key.retired) return Trust::retired_key; // wherever else it is listed
        trust = Trust::good;
    }
    return trust;
}

} // namespace foyer
