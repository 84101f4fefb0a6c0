// The list of who is where, on A4: a column or more a place, a box to tick before each name. For an emergency: it needs
// nothing but the people that it is given.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/badges/badge.h"

namespace foyer {

struct RollPlace {
    BadgeText place;
    std::string count; // "Plenary hall", "67"
    struct Person {
        BadgeText name;
        std::string latin_name, seen; // "10:52"; latin_name may be empty
    };
    std::vector<Person> people;
};

// `title`, and a line under it that says what the list can know. A PDF, in the order that is given. Faults: device (no
// memory for it).
Result<Bytes> roll_pdf(const BadgeText& title, const BadgeText& note, std::span<const RollPlace> places);

} // namespace foyer
