// Damage to good codes, as forgers and bad light do it.
#pragma once

#include <string>

#include "tests/random.h"

namespace foyer::test {

// One to four changes: a character or a bit of it, two swapped, one lost or doubled, a run turned round, a piece of
// another code in its place.
std::string mutated(std::string text, const std::string& other, Random& random);

struct Trial {
    std::size_t mutations = 0, unchanged = 0, accepted = 0;
    std::string first_accepted;
};
// Of short codes, signed codes and tickets of pretix in turn, each checked as a door does with the keys that signed the
// good ones, and a list of the short codes that were issued. `unchanged`: came to the same code again, or to another
// one that was issued.
Trial try_mutations(std::uint64_t seed, std::size_t count);

} // namespace foyer::test
