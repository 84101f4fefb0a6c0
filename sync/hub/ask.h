// What a command asks of a running hub, by its API: the hub's data folder is its own while it runs. Each blocks its
// thread for some seconds at most (a backup: minutes). `token` is the organisers', hexadecimal. Faults: those of
// sync/uplink/http_post.h, and what the hub says against it.
#pragma once

#include <filesystem>

#include "sync/ledger/ledger.h"
#include "sync/uplink/ticket.h"

namespace foyer {

// A ticket for a terminal.
Result<EnrolmentTicket> ask_enrolment_ticket(const HubAddress& hub, const std::string& token,
                                             const Ledger::Enrolment& enrolment);
// To copy its ledger into backup.sqlite of its data folder; the file.
Result<std::string> ask_backup(const HubAddress& hub, const std::string& token);

// As the functions of sync/hub/inbox.h, which say what goes in and comes out.
Result<std::string> ask_conflicts(const HubAddress& hub, const std::string& token);
Result<> ask_to_resolve(const HubAddress& hub, const std::string& token, const std::string& card,
                        const std::string& choice, const std::string& note);
Result<std::string> ask_devices(const HubAddress& hub, const std::string& token);
Result<> ask_to_revoke(const HubAddress& hub, const std::string& token, const std::string& device,
                       const std::string& why, const std::string& lost);
Result<> ask_to_purge(const HubAddress& hub, const std::string& token, const std::vector<std::string>& people,
                      const std::string& why);

// The hub keeps the organisers' token here, readable by its own user only (mode 0600).
std::filesystem::path token_file(const std::filesystem::path& data);
Result<> write_token_file(const std::filesystem::path& data, const std::string& token);
Result<std::string> read_token_file(const std::filesystem::path& data);

} // namespace foyer
