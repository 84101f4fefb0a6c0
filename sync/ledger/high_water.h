// How far this node's own origin went, and on which machine, in a small file beside the database: a database that was
// put back from an older copy, or copied to another machine, does not agree with it.
//
// Written after each commit without a flush of its own (2 us): after a power cut it may lag behind the database, which
// is no sign of anything; it never runs ahead of it.
#pragma once

#include "sync/ledger/machine.h"
#include "sync/summit/store.h"

namespace foyer {

class HighWater {
public:
    // Opens or creates `folder`/ledger.mark.
    static Result<HighWater> open(const std::filesystem::path& folder);

    // Why a database whose own origin stands at `seq` is in doubt; empty: it is not.
    [[nodiscard]] std::string doubt(const OriginId& own, std::uint64_t seq) const;
    // A doubt outlives a power cut: without this the file would be as old as the database again.
    void keep() const { file_.flush(); }
    // The last fact that this node wrote, as far as the file knows.
    [[nodiscard]] std::optional<FactId> last_own() const;
    void note(const OriginId& own, std::uint64_t seq) const; // best effort: a full disk makes a doubt, no loss

private:
    HighWater(SmallFile file, std::string machine, std::string written)
        : file_(std::move(file)), machine_(std::move(machine)), written_(std::move(written)) {}
    SmallFile file_;
    std::string machine_; // this one's name, hashed
    std::string written_; // the file's text when it was opened
};

} // namespace foyer
