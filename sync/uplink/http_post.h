// One HTTP request to a hub, for commands: enrolment and the like. Blocks its thread for at most `deadline`.
//
// Returns the body of a 2xx answer (at most 1 MiB). Any other answer is a fault that quotes its "error" text as the hub
// gave it: not_allowed for 401 and 403, not_found for 404, busy for 429 and 503, else refused; no answer in time or no
// connection: network. `bearer`, when not empty, goes as the Authorization header: over TLS only to a hub whose
// fingerprint is known (else bad_input), for anybody could answer at that address.
#pragma once

#include <string>

#include "sync/summit/instant.h"
#include "sync/uplink/address.h"

namespace foyer {

Result<std::string> post_json(const HubAddress& hub, const std::string& target, const std::string& json,
                              Milliseconds deadline = std::chrono::seconds{5}, const std::string& bearer = "");
Result<std::string> get_json(const HubAddress& hub, const std::string& target, const std::string& bearer = "",
                             Milliseconds deadline = std::chrono::seconds{5});

} // namespace foyer
