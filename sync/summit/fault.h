// Failures as values. A refusal of a guest is a Verdict, not a Fault; a bug is an assert that stays on in release.
//
// Functions that can fail return Result<T>; propagate with `if (!r) return std::unexpected(r.error());`.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace foyer {

enum class FaultKind {
    bad_input,     // what somebody gave us is malformed: the detail names file, line or field
    not_found,     // a file, device, checkpoint or address that is not there
    not_allowed,   // permissions of the operating system, or a role that lacks the right
    disk,          // cannot write or read: full, read-only, failing
    newer_version, // the data folder was written by a newer Foyer
    corrupt,       // what is on disk is not what was written
    refused,       // bad chain, seal or certificate: not stored
    network,       // peer not reachable, connection lost, port taken
    device,        // camera, scanner, printer
    busy,          // another process holds it
};

struct Fault {
    FaultKind kind;
    std::string detail; // one sentence for a person: what, where, what to do. Never a name or a code of a guest.
    bool operator==(const Fault&) const = default;
};

template <class T = void>
using Result = std::expected<T, Fault>;

inline std::unexpected<Fault> fault(FaultKind kind, std::string detail) {
    return std::unexpected(Fault{kind, std::move(detail)});
}

} // namespace foyer
