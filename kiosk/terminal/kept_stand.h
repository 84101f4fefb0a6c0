// How a terminal stands, as an admin set it there: in the private table of its ledger, so that a wipe takes it too. And
// the words for it, which its command line has in common.
#pragma once

#include <map>
#include <string>

#include "kiosk/app/stand.h"
#include "sync/ledger/ledger.h"

namespace foyer {

extern const std::map<std::string, Mode> modes_by_word;
extern const std::map<std::string, Arrow> edges_by_word;
extern const std::map<std::string, Reach> reaches_by_word;

// What is not kept, or not understood, is as usual.
Stand kept_stand(const Ledger& ledger);
// What of `stand` is another thing than `before`, and what was kept already: the rest is as the command line says each
// time. Faults: disk.
Result<> keep_stand(Ledger& ledger, const Stand& stand, const Stand& before);

} // namespace foyer
