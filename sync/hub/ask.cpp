#include "sync/hub/ask.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "sync/hub/http.h"
#include "sync/hub/json.h"
#include "sync/uplink/http_post.h"

namespace foyer {

namespace fs = std::filesystem;

static constexpr std::chrono::seconds done_within{30}; // many at once are a moment's work

Result<EnrolmentTicket> ask_enrolment_ticket(const HubAddress& hub, const std::string& token,
                                             const Ledger::Enrolment& enrolment) {
    const std::string asked = object_json({{"name", enrolment.name},
                                           {"role", enrolment.role == Role::desk ? "desk" : "door"},
                                           {"checkpoint", enrolment.checkpoint ? enrolment.checkpoint->text : ""}});
    const auto answer = post_json(hub, "/api/enrolment", asked, std::chrono::seconds{5}, token);
    if (!answer) return std::unexpected(answer.error());
    Fields fields(*answer);
    const std::string ticket = fields.needed("ticket", 512);
    if (fields.fault()) return fault(FaultKind::refused, "The hub's answer has no ticket: " + fields.fault()->detail);
    return read_ticket(ticket);
}

Result<std::string> ask_backup(const HubAddress& hub, const std::string& token) {
    const auto answer = post_json(hub, "/api/backup", "{}", std::chrono::minutes{5}, token);
    if (!answer) return std::unexpected(answer.error());
    Fields fields(*answer);
    std::string file = fields.needed("file", 4096);
    if (fields.fault()) return fault(FaultKind::refused, "The hub's answer names no file: " + fields.fault()->detail);
    return file;
}

Result<std::string> ask_conflicts(const HubAddress& hub, const std::string& token) {
    return get_json(hub, "/api/conflicts", token);
}

Result<std::string> ask_devices(const HubAddress& hub, const std::string& token) {
    return get_json(hub, "/api/devices", token);
}

// One of those whose answer is only that it is done.
static Result<> tell(const HubAddress& hub, const std::string& target, const std::string& what,
                     const std::string& token) {
    const auto answer = post_json(hub, target, what, done_within, token);
    if (!answer) return std::unexpected(answer.error());
    return {};
}

Result<> ask_to_resolve(const HubAddress& hub, const std::string& token, const std::string& card,
                        const std::string& choice, const std::string& note) {
    return tell(hub, "/api/conflicts/" + percent_encoded(card), object_json({{"choice", choice}, {"note", note}}),
                token);
}

Result<> ask_to_revoke(const HubAddress& hub, const std::string& token, const std::string& device,
                       const std::string& why, const std::string& lost) {
    return tell(hub, "/api/devices/" + percent_encoded(device) + "/revoke", object_json({{"why", why}, {"lost", lost}}),
                token);
}

Result<> ask_to_purge(const HubAddress& hub, const std::string& token, const std::vector<std::string>& people,
                      const std::string& why) {
    return tell(hub, "/api/purge", purge_json(people, why), token);
}

fs::path token_file(const fs::path& data) { return data / "organiser.token"; }

Result<> write_token_file(const fs::path& data, const std::string& token) {
    const fs::path path = token_file(data);
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool written = file >= 0 && ::fchmod(file, 0600) == 0; // also when it was there with other rights
    const std::string line = token + "\n";
    written = written && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    const int why = errno;
    if (file >= 0) ::close(file);
    if (written) return {};
    return fault(FaultKind::not_allowed, "Cannot write " + path.string() + ": " + std::strerror(why) + ".");
}

Result<std::string> read_token_file(const fs::path& data) {
    std::ifstream in(token_file(data));
    std::string token;
    if (in >> token) return token;
    return fault(FaultKind::not_found, "Cannot read " + token_file(data).string() +
                                           ": give the data folder of a hub that has run here, as its user.");
}

} // namespace foyer
