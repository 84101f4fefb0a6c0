// The terminal's side of enrolment: a key of its own, and the hub's word for it in exchange for a one-time code.
// Blocks its thread for a few seconds at most. Needs a running hub.
#pragma once

#include <filesystem>

#include "sync/ledger/ledger.h"

namespace foyer {

struct Enrolled {
    Identity identity;
    std::optional<CheckpointId> checkpoint; // where the organiser wants it
};

// Makes a key pair, redeems `code` at the hub ("http://10.0.0.5:8080") and checks what came back: the certificate must
// be for this key and signed by the summit's key. The device's name and role are those the organiser gave with the
// code.
// Faults: network (no hub there), not_allowed (code unknown, used or too old), refused (an answer that does not hold).
Result<Enrolled> enrol(const std::string& hub_url, const std::string& code);

// Enrols into a data folder that holds no ledger yet, and keeps the checkpoint there.
Result<std::unique_ptr<Ledger>> enrol_into(const std::filesystem::path& data, const std::string& hub_url,
                                           const std::string& code, Clock clock);
// The checkpoint that a terminal was enrolled for, if any.
std::optional<CheckpointId> enrolled_checkpoint(const Ledger& ledger);

// What an organiser asks of a running hub: a one-time code for a terminal. `token` is the organiser's, hexadecimal.
Result<std::string> ask_enrolment_code(const std::string& hub_url, const std::string& token,
                                       const Ledger::Enrolment& enrolment);

// Asks a running hub to copy its ledger into backup.sqlite of its data folder; the file.
Result<std::string> ask_backup(const std::string& hub_url, const std::string& token);

// The hub keeps the organiser's token here, readable by its own user only (mode 0600).
std::filesystem::path token_file(const std::filesystem::path& data);
Result<> write_token_file(const std::filesystem::path& data, const std::string& token);
Result<std::string> read_token_file(const std::filesystem::path& data);

} // namespace foyer
