// What makes no sense whoever says it: kept, forwarded and shown to staff, but folded nowhere.
#pragma once

#include "sync/summit/payload.h"

namespace foyer {

// Why a well-formed fact cannot be what it says: a time no summit lives in, a subject or an audience that its kind does
// not have. Empty: it makes sense.
std::string contradiction(const Header& header, const Body& body, const Payload& payload);

} // namespace foyer
