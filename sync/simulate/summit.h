// The summit that is simulated, as drafts: a site, two rooms, four checkpoints of different rules, and its guests.
#pragma once

#include "sync/ledger/ledger.h"

namespace foyer::simulate {

struct Guest {
    AttendeeId id;
    std::vector<std::string> codes; // what they hold up, newest last
};

std::vector<Draft> programme_of(const SummitId& summit, Instant now);
// An attendee, their names, contact and first badge.
std::vector<Draft> drafts_of(const Guest& guest, const Bytes& code_key, Instant now);
// Another badge of the person, with the code, in place of the one before it.
std::vector<Draft> reissue(const AttendeeId& who, const std::string& code, const std::optional<std::string>& replaces,
                           int revision, const Bytes& code_key, Instant now);

BadgeId badge_id(const Bytes& code_key, const std::string& code);
const std::vector<CheckpointId>& checkpoints();

} // namespace foyer::simulate
