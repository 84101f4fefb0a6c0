// What an organiser hands to a new terminal: where the hub is, by what it is known, and a one-time code. As text it is
// what the QR code of an enrolment says, and what can be typed or pasted where there is no camera.
//
//     FOYER1*10.0.0.5:8080*K7QX2MWRTA*0123456789ABCDEF0123456789ABCDEF
//
// Four fields between asterisks: kind and version; host and port (IPv6 in brackets); the code; the fingerprint of the
// hub's authority (address.h), or PLAIN for a hub that speaks HTTP without TLS. All of it is of QR's
// alphanumeric alphabet, so the code above has 29 modules a side at level L; small letters mean the same. A newer form
// will begin otherwise. No secret but the code, which works once and for hours.
#pragma once

#include "sync/uplink/address.h"

namespace foyer {

struct EnrolmentTicket {
    HubAddress hub;
    std::string code;
    bool operator==(const EnrolmentTicket&) const = default;
};

std::string text_of(const EnrolmentTicket& ticket);
// Whether a text means to be one: to tell a guest's badge from a damaged ticket.
bool looks_like_ticket(std::string_view text);
// bad_input: what is wrong with it.
Result<EnrolmentTicket> read_ticket(std::string_view text);

} // namespace foyer
