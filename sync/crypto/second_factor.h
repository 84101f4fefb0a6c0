// What a guest without a code tells beside the name, as every door may hold it: a keyed hash, of that guest alone.
//
// It keeps the end of a telephone number from whoever reads a ledger without its keys. Whoever has those of an enrolled
// node can try all four-digit numbers; an e-mail address has to be guessed.
#pragma once

#include <string_view>

#include "sync/summit/words.h"

namespace foyer {

// `known`: the telephone number or the address as the roster or the guest has it. Spaces, punctuation and capitals make
// no difference, nor do digits before the last four. Empty when it cannot be told by it.
Bytes second_factor_hash(ByteView code_key, const AttendeeId& who, SecondFactor factor, std::string_view known);
// The same of the contact on the roster.
Bytes second_factor_hash(ByteView code_key, const AttendeeId& who, SecondFactor factor, std::string_view phone,
                         std::string_view email);

} // namespace foyer
