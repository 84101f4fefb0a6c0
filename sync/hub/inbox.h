// What staff do about conflicts, devices and personal data: by a command on the hub's machine or through the API alike.
// Runs on the ledger's thread.
#pragma once

#include "sync/ledger/ledger.h"

namespace foyer {

// Cards as JSON, open ones first, then the newest first: {"open": n, "utc_offset_ms": n, "conflicts": [{id, kind, what,
// who, name, where, where_name, device, device_name, events: [{device, device_name, checkpoint, happened_ms,
// recorded_ms}], choices, resolved: null | {choice, note}}]}.
std::string conflicts_json(const Ledger& ledger, const Language& language);
// `id`: of the card, or its first characters. not_found: none or several begin so; bad_input: no such choice.
Result<> resolve_conflict(Ledger& ledger, std::string_view id, std::string_view choice, const std::string& note);

// {"devices": [{id, name, role, checkpoint, facts, revoked: null | {why, trusted_facts}}]}
std::string devices_json(const Ledger& ledger);
// `device`: its name, or its id. What it recorded before it was `lost` counts, as read_time of sync/summit/time_text.h
// reads it in the summit's zone; all that is here, when that is empty. Asked again later, it trusts what came
// meanwhile. not_found: none or several have that name; not_allowed: a hub; bad_input: no time.
Result<> revoke_device(Ledger& ledger, std::string_view device, const std::string& why, std::string_view lost);

// Removes names, contacts and notes of these attendees everywhere, for good; who is named twice is one. not_found: one
// is not of this summit; then nothing was removed. bad_input: nobody is named, or no reason.
Result<> purge_people(Ledger& ledger, std::vector<std::string> people, const std::string& why);

} // namespace foyer
