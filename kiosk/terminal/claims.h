// Guests without a code, who say who they are: by a whole name and the summit's second factor, both or nothing. Desk
// thread. The names are read from the ledger in small portions, so that no scan waits for them.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>

#include "kiosk/app/desk_talk.h"
#include "sync/ledger/ledger.h"
#include "sync/search/spelling.h"

namespace foyer {

class Claims {
public:
    struct Ways {
        std::function<void(std::function<void()>)> later;             // on this thread, after what waits already
        std::function<void(const std::optional<AttendeeId>&)> answer; // who it is; none: nobody
    };
    Claims(const Ledger& ledger, Ways ways);

    // Answered once the names are read, in the order they were asked.
    void ask(const ClaimToBe& claim);
    void touched(const AttendeeId& who); // known or new: to be read again
    void ledger_changed();               // after each commit

private:
    void read_on();
    [[nodiscard]] bool read_some(); // false: there is nothing left
    void read(const AttendeeId& who);
    [[nodiscard]] std::optional<AttendeeId> who(const ClaimToBe& claim);

    const Ledger& ledger_;
    Ways ways_;
    search::Spelling spelling_;
    std::multimap<std::string, AttendeeId> people_; // by each form of a name
    std::map<AttendeeId, std::set<std::string>> forms_;
    std::set<AttendeeId> changed_;
    AttendeeId last_; // read so far; by id
    bool whole_ = false, reading_ = false;
    std::deque<ClaimToBe> asked_;
};

} // namespace foyer
