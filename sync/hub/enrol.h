// The terminal's side of enrolment: a key of its own, and the hub's word for it in exchange for a one-time code.
// Blocks its thread for a few seconds at most. Needs a running hub.
#pragma once

#include <filesystem>

#include "sync/ledger/ledger.h"
#include "sync/uplink/ticket.h"

namespace foyer {

// What a terminal has of its enrolment.
struct Enrolled {
    Identity identity;
    std::optional<CheckpointId> checkpoint; // where the organiser wants it to stand
    HubAddress hub;
    std::string unlock; // its unlock number, six digits; empty: the hub is older than these
};

// Makes a key pair, redeems the ticket's code at its hub, known by the ticket's fingerprint, and checks what came back:
// the certificate must be for this key and signed by the summit's key. The device's name and role are those the
// organiser gave with the code.
// Faults: network (no hub there), not_allowed (code unknown, used or too old), refused (another hub than the ticket's,
// or an answer that does not hold), bad_input (TLS without a fingerprint: who answers could be anybody).
Result<Enrolled> enrol(const EnrolmentTicket& ticket);
// The terminal's ledger, made in `folder`, which also remembers the hub, the checkpoint and a slow hash of the unlock
// number.
Result<std::unique_ptr<Ledger>> create_terminal(const std::filesystem::path& folder, const Enrolled& enrolled,
                                                Clock clock);

} // namespace foyer
