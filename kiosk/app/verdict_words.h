// What is said for each reason of a verdict: the one table of it.
//
// Public words stand on a screen in a foyer, where others read along: they are courteous, name a next step and never
// accuse (invariant 6; a test holds a list of words that no language may use). Staff read `staff` at a desk, in a
// report or on the organisers' page; on a public screen they get the number of the note alone, and the case number.
#pragma once

#include <span>

#include "kiosk/app/strings.h"
#include "sync/summit/verdict.h"

namespace foyer {

struct VerdictWords {
    Reason reason;
    VerdictKind kind; // the usual one of this reason
    int note;         // "note 12" on a public screen; printed on the staff's card, so never renumbered
    Msgid title;
    Msgid advice;
    Msgid staff;
};

std::span<const VerdictWords> all_verdict_words();
const VerdictWords& words_for(Reason reason);

} // namespace foyer
