// How a hub comes to a shared store: the first brings its summit, every further one joins the summit that is there.
#pragma once

#include "sync/central/charter.h"

namespace foyer {

// What a hub's ledger has to share; makes the organisers' token when there is none. not_allowed: no ledger of a hub.
Result<Charter> charter_of(Ledger& ledger);

// A new hub of the charter's summit: a device, a key and a certificate of its own, in an empty folder. Its facts come
// from the store.
Result<std::unique_ptr<Ledger>> join_summit(const Charter& charter, const std::filesystem::path& folder,
                                            const std::string& device_name, const Clock& clock);

// A hub's ledger with its store, at the start of the hub: opened, made or joined. `make` opens what is in the folder,
// or makes a summit. A store that does not answer is no fault where the folder holds a ledger: `away` says why then.
struct Joined {
    std::unique_ptr<Ledger> ledger;
    Charter charter;
    std::string away;
};
Result<Joined> open_with_store(const std::string& url, const std::filesystem::path& folder,
                               const std::string& device_name, const Clock& clock,
                               const std::function<Result<std::unique_ptr<Ledger>>()>& make);

} // namespace foyer
