#include "scanner/code/pretix.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr std::uint8_t scheme = 1;
constexpr std::size_t frame_size = 5, signature_size = 64;
constexpr std::size_t longest_payload = 256;           // written ones have 15 to 60 bytes
constexpr std::size_t longest_seed = 32;               // written ones have 9 characters
constexpr std::uint64_t last_second = 253'402'300'799; // of the year 9999

// Protocol Buffers' wire format, as much as a flat message needs. After a mistake everything reads as 0 and `good` is
// false.
class Message {
public:
    explicit Message(ByteView in) : in_(in) {}
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool more() const { return good_ && !in_.empty(); }

    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (in_.empty()) break;
            const std::uint8_t byte = in_.front();
            in_ = in_.subspan(1);
            if (shift == 63 && byte > 1) break;
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80) return value;
        }
        good_ = false;
        return 0;
    }
    ByteView bytes() { return take(varint()); }
    ByteView take(std::uint64_t size) {
        if (size > in_.size()) return good_ = false, ByteView{};
        const ByteView taken = in_.first(static_cast<std::size_t>(size));
        in_ = in_.subspan(taken.size());
        return taken;
    }
    // A field that later versions of pretix may add.
    void skip(std::uint64_t wire_type) {
        switch (wire_type) {
        case 0: varint(); break;
        case 1: take(8); break;
        case 2: bytes(); break;
        case 5: take(4); break;
        default: good_ = false;
        }
    }

private:
    ByteView in_;
    bool good_ = true;
};

// 0 is unset.
bool read_second(std::uint64_t second, std::optional<Instant>& time) {
    if (second > last_second) return false;
    time = second == 0 ? std::nullopt : std::optional{Instant{std::chrono::seconds{second}}};
    return true;
}

bool read_payload(ByteView payload, PretixTicket& ticket) {
    constexpr std::uint64_t number = 0, text = 2; // wire types
    Message in(payload);
    bool sound = true;
    while (in.more()) {
        const std::uint64_t key = in.varint(), field = key >> 3U, type = key & 7U;
        if (field == 1 && type == text)
            ticket.seed = as_text(in.bytes());
        else if (field == 2 && type == number)
            ticket.item = in.varint();
        else if (field == 3 && type == number)
            ticket.variation = in.varint();
        else if (field == 4 && type == number)
            ticket.subevent = in.varint();
        else if (field == 5 && type == number)
            sound = read_second(in.varint(), ticket.from) && sound;
        else if (field == 6 && type == number)
            sound = read_second(in.varint(), ticket.until) && sound;
        else
            in.skip(type);
    }
    return in.good() && sound && ticket.seed.size() <= longest_seed && is_valid_slug(ticket.seed);
}

bool is_any_or_listed(const std::vector<std::uint64_t>& list, std::uint64_t value) {
    return list.empty() || std::ranges::count(list, value) > 0;
}

} // namespace

std::optional<PretixTicket> read_pretix(std::string_view text) {
    if (text.size() > (frame_size + longest_payload + signature_size + 2) / 3 * 4) return std::nullopt;
    // Written backwards, so that tickets do not all begin alike.
    const auto bytes = from_base64(std::string{text.rbegin(), text.rend()});
    if (!bytes || bytes->size() < frame_size || bytes->front() != scheme) return std::nullopt;
    const ByteView in = *bytes;
    const std::size_t payload_size = in[1] * 256U + in[2];
    const std::size_t claimed = in[3] * 256U + in[4];
    if (claimed != signature_size || in.size() != frame_size + payload_size + signature_size) return std::nullopt;
    const ByteView payload = in.subspan(frame_size, payload_size), signature = in.last(signature_size);
    PretixTicket ticket;
    ticket.payload.assign(payload.begin(), payload.end());
    ticket.signature.assign(signature.begin(), signature.end());
    if (!read_payload(payload, ticket)) return std::nullopt;
    return ticket;
}

const CodeKey* key_of(const PretixTicket& ticket, std::span<const CodeKey> keys) {
    const CodeKey* good = nullptr;
    for (const CodeKey& key : keys) {
        if (key.kind != CodeKeyKind::pretix_sig1 || !verify(ticket.payload, ticket.signature, key.public_key)) continue;
        if (key.retired) return &key; // wherever else it is listed
        if (!good) good = &key;
    }
    return good;
}

Trust judge(const PretixTicket& ticket, std::span<const CodeKey> keys) {
    const CodeKey* key = key_of(ticket, keys);
    return !key ? Trust::unknown_key : key->retired ? Trust::retired_key : Trust::good;
}

bool admits(const CodeKey& key, const PretixTicket& ticket) {
    return is_any_or_listed(key.items, ticket.item) && is_any_or_listed(key.subevents, ticket.subevent);
}

} // namespace foyer
