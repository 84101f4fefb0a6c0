#include "scanner/code/foreign.h"

#include <algorithm>

#include "scanner/code/flat_json.h"
#include "scanner/code/other_uses.h"
#include "scanner/code/pretix.h"
#include "scanner/code/reading_text.h"

namespace foyer {

namespace {

constexpr std::size_t uuid_length = 36;

bool is_uuid(std::string_view text) {
    if (text.size() != uuid_length) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : std::string_view{"0123456789abcdefABCDEF"}.find(text[i]) == std::string_view::npos)
            return false;
    }
    return true;
}

std::string uuid_of(ByteView bytes) {
    std::string text = to_hex(bytes);
    for (const std::size_t at : {8U, 13U, 18U, 23U}) text.insert(at, 1, '-');
    return text;
}

// {"i":[..., server, base64 of the 16 bytes of a UUID]}: Indico since 3.2.
std::optional<std::string> new_indico(const FlatJson& json) {
    const auto* list = json.list("i");
    if (!list || list->size() != 3) return std::nullopt;
    const auto bytes = from_base64(list->back());
    if (!bytes || bytes->size() != 16) return std::nullopt;
    return uuid_of(*bytes);
}

std::optional<Foreign> read_json(std::string_view text) {
    const auto json = read_flat_json(text);
    if (!json) return std::nullopt;
    const auto named = [&](ForeignKind kind, const std::string& secret) {
        return Foreign{kind, {std::string{text}, is_uuid(secret) ? lower_case(secret) : secret}};
    };
    if (const auto uuid = new_indico(*json)) return named(ForeignKind::indico, *uuid);
    if (const auto* secret = json->text("checkin_secret")) return named(ForeignKind::indico, *secret);
    if (const auto* ticket = json->text("ticket")) return named(ForeignKind::eventyay, *ticket);
    if (const auto* lead = json->text("lead")) return named(ForeignKind::eventyay, *lead);
    return std::nullopt;
}

// uuid/hmac: the second half can only be checked with the organiser's key, so a roster that has the whole is safer.
std::optional<Foreign> read_uuid(std::string_view text) {
    const std::string_view first = text.substr(0, uuid_length);
    if (!is_uuid(first)) return std::nullopt;
    if (text.size() == uuid_length) {
        Foreign found{ForeignKind::uuid, {std::string{text}}};
        if (const auto lower = lower_case(std::string{text}); lower != text) found.names.push_back(lower);
        return found;
    }
    if (text[uuid_length] != '/') return std::nullopt;
    return Foreign{ForeignKind::alfio, {std::string{text}, lower_case(std::string{first})}};
}

bool is_address(std::string_view text) {
    const std::string begin = lower_case(std::string{text.substr(0, 8)});
    return begin.starts_with("http://") || begin.starts_with("https://");
}

// "a ticket of Indico"...; `text` matters where a kind has many.
std::string_view words_for(ForeignKind kind, std::string_view text) {
    switch (kind) {
    case ForeignKind::pretix_signed: return "a signed ticket of pretix (pretix_sig1)";
    case ForeignKind::indico: return "a ticket of Indico";
    case ForeignKind::eventyay: return "a ticket of eventyay";
    case ForeignKind::alfio: return "a ticket of alf.io";
    case ForeignKind::uuid: return "a UUID, as some ticket systems use it";
    case ForeignKind::other_use: return other_use(text);
    case ForeignKind::address: return "an address on the web, which Foyer never opens";
    case ForeignKind::opaque: return "no form that Foyer knows; it may be a ticket's secret";
    }
    return "";
}

Foreign read_form(std::string_view text) {
    if (auto found = read_json(text)) return *found;
    if (auto found = read_uuid(text)) return *found;
    const ForeignKind kind = read_pretix(text)          ? ForeignKind::pretix_signed
                             : !other_use(text).empty() ? ForeignKind::other_use
                             : is_address(text)         ? ForeignKind::address
                                                        : ForeignKind::opaque;
    return {kind, {std::string{text}}};
}

} // namespace

Foreign read_foreign(std::string_view text) {
    Foreign found = read_form(text);
    found.words = words_for(found.kind, text);
    return found;
}

} // namespace foyer
