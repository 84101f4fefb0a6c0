// A reading's text to a code: what it is by its form alone, before anybody looks it up or checks a signature.
// Pure; any thread.
#pragma once

#include "sync/summit/admit.h"

namespace foyer {

// Its text is tidied (reading_text.h) and, where it is of Foyer's own form, in upper case. `foyer`: a short code with
// the right check, or a signed one that is whole (`examine` tells whose signature it is). `forged`: begins like one and
// has its length, but is none. Anything else is `foreign` and keeps its case: ticket codes of others may depend on it;
// its `use` is what its form tells all the same (foreign.h).
Presented parse(std::string_view text);

} // namespace foyer
