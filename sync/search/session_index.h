// Finds sessions of a programme by what a guest types: the beginning of any word of the title, in every language that
// it is written in, of who speaks, of the forum, and of the room or its code. Every word typed has to be found in the
// same session. Case, accents, width and the like make no difference, and other scripts are found by their Latin
// readings, as with people (README of this room): who stands before a screen may have no other keys.
//
// One thread at a time. Making one costs 0.1 s (ICU's rules are read), reading a text some 0.1 ms: so that nobody waits
// for all of a programme, it is read in portions. Nothing fails.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "sync/summit/words.h"

namespace foyer {

class SessionIndex {
public:
    SessionIndex();
    ~SessionIndex();
    SessionIndex(const SessionIndex&) = delete;
    SessionIndex& operator=(const SessionIndex&) = delete;

    // Instead of the programme before; texts that were in that are not read anew.
    void put(const Programme& programme);
    // At most so many texts of what is not read yet; false: there is nothing left.
    bool read_some(std::size_t most);
    // Those that match, in the programme's order; reads first what is not read. Nothing but spaces and signs: none.
    [[nodiscard]] std::vector<SessionId> find(std::string_view query);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
