// One sighting to one outcome: look up, admit, record. Green only ever comes out of here after the fact is on disk.
// Desk thread.
#pragma once

#include "kiosk/app/event.h"
#include "sync/ledger/ledger.h"

namespace foyer {

class Decider {
public:
    Decider(Ledger& ledger, CheckpointId checkpoint) : ledger_(ledger), checkpoint_(std::move(checkpoint)) {}

    // `read_at`: when the camera saw the code, in the summit's time. A Fault inside is the outcome cannot_record, and
    // `trouble` tells it.
    Outcome decide(const Presented& code, Instant read_at);
    [[nodiscard]] const std::optional<Fault>& trouble() const { return trouble_; }
    // The summit has checkpoints, and this terminal's is none of them.
    [[nodiscard]] std::optional<Fault> checkpoint_trouble() const;

private:
    [[nodiscard]] Draft draft_of(const Outcome& outcome, const Checkpoint& checkpoint) const;
    [[nodiscard]] std::string next_case_number();

    Ledger& ledger_;
    CheckpointId checkpoint_;
    std::optional<int> cases_; // of this terminal so far
    std::optional<Fault> trouble_;
};

} // namespace foyer
