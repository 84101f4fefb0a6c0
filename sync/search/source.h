// What is known of a person, packed, and the forms under which each text of it is found. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sync/search/forms.h"
#include "sync/search/people_index.h"

namespace foyer::search {

// One text of a person. Of an organisation the text is not here but known by its number.
struct Source {
    Match::By by;
    std::string_view text;
    std::uint32_t organisation = 0;
};

// The texts of a person in one block, without what is empty or there already.
class Known {
public:
    Known() = default;
    // `organisations`: their numbers.
    Known(const Findable& who, const std::vector<std::uint32_t>& organisations);
    bool operator==(const Known&) const = default;
    // Names first, then the rest in the order of Match::By but for the id, which is first of all. Views of this.
    [[nodiscard]] std::vector<Source> sources() const;
    [[nodiscard]] std::string_view id() const;

private:
    void add(Match::By by, std::string_view text);
    std::string bytes_;
};

// How somebody is found. Its cost says what comes first, from 0; the sum decides when several words are typed.
enum class Found : std::uint8_t {
    name_word,
    name_inside,
    surname_reading,
    reading,
    initials,
    other_word,
    other_inside,
    organisation,
    rest
};
using Cost = std::uint8_t;
constexpr Cost not_found = 255;
Cost cost_of(Found found, bool whole);

struct FoundForm {
    Form form;
    Found found;
    Match::By by; // `reading` where the form is one
};

// The forms of a text; none of a phone number, which is found by its digits.
std::vector<FoundForm> forms_of(const Source& source, Spelling& spelling, const Surnames& surnames);

} // namespace foyer::search
