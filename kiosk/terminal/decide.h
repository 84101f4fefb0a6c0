// One sighting to one outcome: look up, admit, record. Green only ever comes out of here after the fact is on disk.
// Desk thread.
#pragma once

#include "kiosk/app/event.h"
#include "scanner/code/proof.h"
#include "sync/ledger/ledger.h"

namespace foyer {

// What the ledger knows, and what the code proves by itself.
ProvenView proven_view(const Ledger& ledger, const Presented& code);

// One of the staff whose badge this is, and is good.
std::optional<StaffRecognised> staff_of(const Ledger& ledger, const Presented& code);

// What the ledger knows, where somebody stands for their badge: one of theirs that is good, if there is one.
class InPerson final : public View {
public:
    InPerson(const Ledger& known, const AttendeeId& who);
    [[nodiscard]] const Programme& programme() const override { return known_.programme(); }
    [[nodiscard]] std::optional<Badge> badge_of(const Presented&) const override { return badge_; }
    [[nodiscard]] std::optional<Attendee> attendee(const AttendeeId& id) const override { return known_.attendee(id); }
    [[nodiscard]] Presence presence(const AttendeeId& who, const PlaceId& where) const override {
        return known_.presence(who, where);
    }
    [[nodiscard]] Occupancy occupancy(const PlaceId& where) const override { return known_.occupancy(where); }
    [[nodiscard]] std::span<const Meeting> meetings() const override { return known_.meetings(); }
    [[nodiscard]] bool in_contact(Instant now) const override { return known_.in_contact(now); }

private:
    const Ledger& known_;
    Badge badge_; // of nobody's making where they have none
};

class Decider {
public:
    // `mode`: instead of the checkpoint's own.
    Decider(Ledger& ledger, CheckpointId checkpoint, std::optional<Mode> mode = std::nullopt)
        : ledger_(ledger), checkpoint_(std::move(checkpoint)), mode_(mode) {}

    // `read_at`: when the camera saw the code, in the summit's time. What cannot be recorded has the outcome
    // cannot_record, and `trouble` says why.
    Outcome decide(const Presented& code, Instant read_at);
    // The same of somebody who said who they are, as if their badge had been held up; they must have had one.
    Outcome decide(const AttendeeId& who, Instant now);
    // Nothing can be recorded here now: this terminal is revoked, the summit's checkpoints do not have its own, or the
    // ledger did not write when it was last asked to.
    [[nodiscard]] std::optional<Fault> trouble() const;
    void set_mode(std::optional<Mode> mode) { mode_ = mode; }
    void dismiss(const std::string& why);        // this terminal is revoked: nobody is admitted here any more
    void ledger_writes() { unwritten_.reset(); } // it has just committed something

private:
    Outcome decide(const Presented& code, const View& view, Instant read_at);
    [[nodiscard]] std::optional<Fault> checkpoint_trouble() const;
    [[nodiscard]] std::string next_case_number();

    Ledger& ledger_;
    CheckpointId checkpoint_;
    std::optional<Mode> mode_;
    std::optional<int> cases_;       // of this terminal so far
    std::optional<Fault> unwritten_; // why the last fact is not on disk
    std::optional<Fault> dismissed_;
};

} // namespace foyer
