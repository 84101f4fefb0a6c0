// Everybody on the roster, ready to be found: read from the ledger in small portions, so that no scan waits for it, and
// kept as the ledger changes. Desk thread.
#pragma once

#include <set>

#include "kiosk/app/desk_talk.h"
#include "sync/ledger/ledger.h"
#include "sync/search/people_index.h"

namespace foyer {

class Register {
public:
    explicit Register(const Ledger& ledger) : ledger_(ledger) {}

    // A portion of what is not read yet, or has changed since; false: there is nothing left.
    bool read_some();
    void touched(const AttendeeId& who) { changed_.insert(who); } // known or new: to be read again
    [[nodiscard]] Matches find(std::string_view query, std::size_t most) const { return index_.find(query, most); }
    [[nodiscard]] std::size_t read() const { return index_.size(); }
    [[nodiscard]] std::size_t people() const; // how many there will be
    [[nodiscard]] std::vector<AttendeeId> members(const DelegationId& delegation) const;

private:
    void read(const AttendeeId& who);

    const Ledger& ledger_;
    PeopleIndex index_;
    std::set<AttendeeId> changed_;
    AttendeeId last_; // read so far; by id
    bool whole_ = false;
    std::map<DelegationId, std::set<AttendeeId>> parties_;
    std::map<AttendeeId, DelegationId> party_of_;
};

} // namespace foyer
