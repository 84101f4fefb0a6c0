#include "sync/uplink/ticket.h"

#include <algorithm>
#include <vector>

namespace foyer {

static constexpr std::string_view beginning = "FOYER1*", without_tls = "PLAIN"; // said, so that no damage can mean it

static std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

static std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string text_of(const EnrolmentTicket& ticket) {
    const bool tls = ticket.hub.wire == HubAddress::Wire::tls;
    const std::string known_by = !tls ? std::string(without_tls) : ticket.hub.ca ? ticket.hub.ca->hex() : "";
    return upper(std::string(beginning) + ticket.hub.text() + "*" + ticket.code + "*" + known_by);
}

bool looks_like_ticket(std::string_view text) { return upper(text.substr(0, beginning.size())) == beginning; }

static std::vector<std::string_view> fields_of(std::string_view text) {
    std::vector<std::string_view> fields;
    for (;;) {
        const auto end = text.find('*');
        fields.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return fields;
        text.remove_prefix(end + 1);
    }
}

static bool is_code(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= 32 && std::ranges::all_of(text, allowed);
}

Result<EnrolmentTicket> read_ticket(std::string_view text) {
    const auto wrong = [](const char* what) {
        return fault(FaultKind::bad_input, std::string("this is no enrolment code of a Foyer hub: ") + what);
    };
    if (!looks_like_ticket(text)) return wrong("it does not begin with FOYER1*");
    const auto fields = fields_of(text.substr(beginning.size()));
    if (fields.size() != 3) return wrong("a part of it is missing");
    const bool tls = upper(fields[2]) != without_tls;
    auto hub = parse_hub_address((tls ? "https://" : "http://") + lower(fields[0]));
    if (!hub) return std::unexpected(hub.error());
    EnrolmentTicket ticket{std::move(*hub), upper(fields[1])};
    if (!is_code(ticket.code)) return wrong("its one-time code is none");
    if (!tls) return ticket;
    const auto authority = read_fingerprint(fields[2]);
    if (!authority) return std::unexpected(authority.error());
    ticket.hub.ca = *authority;
    return ticket;
}

} // namespace foyer
