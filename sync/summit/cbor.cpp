#include "sync/summit/cbor.h"

namespace foyer::cbor {

enum Major : std::uint8_t { unsigned_ = 0, negative = 1, byte_string = 2, text_string = 3, array_ = 4, simple = 7 };
inline constexpr std::uint64_t false_ = 20, true_ = 21;

void Writer::head(std::uint8_t major, std::uint64_t value) {
    const auto top = static_cast<std::uint8_t>(major << 5U);
    const int width = value < 24 ? 0 : value <= 0xff ? 1 : value <= 0xffff ? 2 : value <= 0xffffffff ? 4 : 8;
    static constexpr std::uint8_t info_of_width[] = {0, 24, 25, 0, 26, 0, 0, 0, 27};
    out_.push_back(static_cast<std::uint8_t>(top | (width == 0 ? value : info_of_width[width])));
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        out_.push_back(static_cast<std::uint8_t>(value >> static_cast<unsigned>(shift)));
}

Writer& Writer::array(std::size_t count) { return head(array_, count), *this; }
Writer& Writer::uint(std::uint64_t value) { return head(unsigned_, value), *this; }
Writer& Writer::boolean(bool value) { return head(simple, value ? true_ : false_), *this; }
Writer& Writer::raw(ByteView encoded) { return out_.insert(out_.end(), encoded.begin(), encoded.end()), *this; }

Writer& Writer::integer(std::int64_t value) {
    if (value >= 0) return uint(static_cast<std::uint64_t>(value));
    return head(negative, static_cast<std::uint64_t>(-(value + 1))), *this;
}

Writer& Writer::bytes(ByteView value) {
    head(byte_string, value.size());
    return raw(value);
}

Writer& Writer::text(std::string_view value) {
    head(text_string, value.size());
    return raw(as_bytes(value));
}

static bool is_continuation(std::uint8_t byte) { return (byte & 0xc0U) == 0x80; }

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
static bool is_utf8(ByteView text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::uint8_t lead = text[i];
        const std::size_t length = lead < 0x80   ? 1
                                   : lead < 0xc2 ? 0
                                   : lead < 0xe0 ? 2
                                   : lead < 0xf0 ? 3
                                   : lead < 0xf5 ? 4
                                                 : 0;
        if (length == 0 || length > text.size() - i) return false;
        for (std::size_t k = 1; k < length; ++k)
            if (!is_continuation(text[i + k])) return false;
        if (lead == 0xe0 && text[i + 1] < 0xa0) return false;
        if (lead == 0xed && text[i + 1] > 0x9f) return false;
        if (lead == 0xf0 && text[i + 1] < 0x90) return false;
        if (lead == 0xf4 && text[i + 1] > 0x8f) return false;
        i += length;
    }
    return true;
}

ByteView Reader::take(std::uint64_t count) {
    if (!good_ || count > in_.size() - at_) {
        good_ = false;
        return {};
    }
    const ByteView taken = in_.subspan(at_, static_cast<std::size_t>(count));
    at_ += taken.size();
    return taken;
}

Reader::Head Reader::head() {
    const ByteView first = take(1);
    if (!good_) return {};
    const std::uint8_t info = first[0] & 31U;
    Head result{static_cast<std::uint8_t>(first[0] >> 5U), info};
    if (info < 24) return result;
    if (info > 27) { // indefinite lengths and reserved values are not ours
        good_ = false;
        return {};
    }
    const std::size_t width = std::size_t{1} << (info - 24U);
    result.value = 0;
    for (const std::uint8_t byte : take(width)) result.value = result.value << 8U | byte;
    static constexpr std::uint64_t smallest[] = {24, 0x100, 0x10000, 0x100000000};
    if (result.value < smallest[info - 24U]) good_ = false; // not the shortest form: hashes would not be stable
    return result;
}

std::size_t Reader::array() {
    const Head h = head();
    if (h.major != array_ || h.value > in_.size() - at_) good_ = false; // each element takes a byte at least
    return good_ ? static_cast<std::size_t>(h.value) : 0;
}

std::uint64_t Reader::uint() {
    const Head h = head();
    if (h.major != unsigned_) good_ = false;
    return good_ ? h.value : 0;
}

std::int64_t Reader::integer() {
    const Head h = head();
    if (h.major > negative || h.value > static_cast<std::uint64_t>(INT64_MAX)) good_ = false;
    if (!good_) return 0;
    const auto value = static_cast<std::int64_t>(h.value);
    return h.major == negative ? -value - 1 : value;
}

ByteView Reader::bytes() {
    const Head h = head();
    if (h.major != byte_string) good_ = false;
    return take(h.value);
}

std::string_view Reader::text() {
    const Head h = head();
    if (h.major != text_string) good_ = false;
    const ByteView content = take(h.value);
    if (good_ && !is_utf8(content)) good_ = false;
    return good_ ? as_text(content) : std::string_view{};
}

bool Reader::boolean() {
    const Head h = head();
    if (h.major != simple || (h.value != true_ && h.value != false_)) good_ = false;
    return good_ && h.value == true_;
}

ByteView Reader::raw() {
    const std::size_t start = at_;
    std::uint64_t open[max_depth + 1] = {1}; // items still to come at each level
    for (int depth = 0; good_ && depth >= 0;) {
        if (open[depth] == 0) {
            --depth;
            continue;
        }
        --open[depth];
        const Head h = head();
        if (h.major == byte_string || h.major == text_string) take(h.value);
        if (h.major == array_) {
            if (depth == max_depth || h.value > in_.size() - at_)
                good_ = false;
            else
                open[++depth] = h.value;
        }
        if (h.major > array_ && h.major != simple) good_ = false; // maps and tags are not ours
    }
    return good_ ? in_.subspan(start, at_ - start) : ByteView{};
}

} // namespace foyer::cbor
