// The subjects whose personal bodies (names, contacts, notes) were purged: they leave the store, and never come back
// into it. For this room only; part of one writing transaction.
#pragma once

#include <set>

#include "sync/central/postgres.h"
#include "sync/summit/fact.h"

namespace foyer {

class Purges {
public:
    explicit Purges(Postgres& postgres) : postgres_(postgres) {}

    // Whether the body of a personal fact is to be left out.
    [[nodiscard]] Result<bool> takes(ByteView body);
    // A purge came, in a fact with this body.
    Result<> add(ByteView body);
    // Takes the bodies that are there already of what was added. Called when all facts are written.
    Result<> erase();

private:
    Result<> load();
    std::optional<std::set<Subject>> purged_; // as far as this transaction sees
    std::set<Subject> added_;
    Postgres& postgres_;
};

} // namespace foyer
