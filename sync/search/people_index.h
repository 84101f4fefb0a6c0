// Finds people of a roster by what staff type at a desk: part of a name in any script or in Latin letters, an
// organisation, a phone number, an e-mail address, a case number, an id. The door of this room.
//
// A query is words in any order; every one of them must be found in the same person. A word is found where a word of
// a name, an organisation, an address, a case number or an id begins with it; in scripts written without spaces (Han,
// kana, Hangul, Thai) anywhere; three digits or more also inside the phone number. Case, accents, width, harakat,
// niqqud and the like make no difference; names in other scripts are found by their Latin readings, Chinese and Korean
// surnames by every usual spelling. The README of this room says what compares equal to what.
//
// One thread at a time. Owns copies of what it was given; views nothing. Nothing here fails or throws but for want of
// memory: bytes that are no UTF-8 are passed over, a query of nothing but spaces and punctuation finds nobody. Of a
// text the first 256 characters can be found (of scripts without spaces: what begins in the first 64), of a query the
// first 256 characters and 8 words count. Without ICU's rules for a script its names are found as written only.
//
// Making the first one of a process costs 0.1 to 0.2 s (ICU's rules are read); `put` and `remove` cost some 20 µs each,
// 1 ms once for a script seen for the first time, and never a rebuild: there is nothing to merge now and then. A find
// costs 0.2 to 5 ms over 100,000 people. How that was measured: README.md of this room.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sync/summit/words.h"

namespace foyer {

// What of a person can be found.
struct Findable {
    AttendeeId id;
    Person person;                          // native, Latin and other names
    std::vector<std::string> organisations; // in every language they are written in; of the delegation too
    std::string phone, email;               // may be empty
    std::vector<std::string> cases;         // numbers of open cases: "A-31"
};

// Why somebody was found: a text to show, and which part of it matched.
struct Match {
    // reading: the native name, by a spelling of it in Latin letters.
    enum class By { native_name, latin_name, other_name, reading, organisation, phone, email, case_number, id };
    AttendeeId id;
    By by{};
    std::string text; // the text it was found in, as the roster has it; of several words typed: of the best match
    // Bytes of `text` that matched, always whole characters. 0 and 0: all of it, or not clear which.
    std::size_t from = 0, length = 0;
};

struct Matches {
    std::vector<Match> best; // best first
    std::size_t all = 0;     // how many people match
};

class PeopleIndex {
public:
    PeopleIndex();
    ~PeopleIndex();
    PeopleIndex(PeopleIndex&& other) noexcept;
    PeopleIndex& operator=(PeopleIndex&& other) noexcept;

    // Somebody new, or instead of what was known of them. Nothing happens when nothing has changed.
    void put(const Findable& who);
    // Forgets a person, their texts too. Somebody unknown: nothing happens.
    void remove(const AttendeeId& id);
    // How many people there are.
    [[nodiscard]] std::size_t size() const;

    // The best `most` of those who match, and how many there are. In this order: a whole word of the native or Latin
    // name; the beginning of one; a part of one (inside Han, or over a space: "vandermeer"); Latin readings and other
    // names; organisations; phone, e-mail, case and id. Of several words typed, the sum decides. Alike: by the first 16
    // bytes of the Latin name (without one: of the native name), then by id.
    [[nodiscard]] Matches find(std::string_view query, std::size_t most) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
