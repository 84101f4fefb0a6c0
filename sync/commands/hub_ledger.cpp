#include "sync/commands/hub_ledger.h"

#include <cstdio>

#include "sync/ledger/mend.h"

namespace foyer {

Result<std::unique_ptr<Ledger>> open_hub_ledger(const std::string& folder, const Clock& clock) {
    std::string remark;
    auto ledger = open_or_mend(folder, clock, remark);
    if (!remark.empty()) std::fprintf(stderr, "foyer: %s\n", remark.c_str());
    if (!ledger) return ledger;
    const Identity& identity = (*ledger)->identity();
    const Role role = identity.certificate.certificate.role;
    if (role == Role::hub) return ledger;
    return fault(FaultKind::refused, folder + " is the data folder of a " + (role == Role::desk ? "desk" : "door") +
                                         " (\"" + identity.device_name +
                                         "\"), not of a hub: give the hub's folder; a terminal gets everything from "
                                         "its hub");
}

} // namespace foyer
