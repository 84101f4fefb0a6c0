#include "sync/hub/enrol.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "sync/hub/json.h"
#include "sync/uplink/http_post.h"

namespace foyer {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t max_certificate = 4096; // bytes, encoded

constexpr const char* checkpoint_value = "checkpoint"; // in a terminal's private table

Result<Enrolled> read_identity(const std::string& answer, KeyPair keys) {
    Fields fields(answer);
    const auto device_hex = from_hex(fields.needed("device", 32));
    const auto certificate = from_hex(fields.needed("certificate", 2 * max_certificate));
    const auto summit_key = from_hex(fields.needed("summit_key", 64));
    const auto code_key = from_hex(fields.needed("code_key", 64));
    Identity identity;
    identity.device_name = fields.text("device_name", 256);
    const CheckpointId checkpoint{fields.text("checkpoint", 64)};
    if (fields.fault()) return fault(FaultKind::refused, "The hub's answer is incomplete: " + fields.fault()->detail);
    const auto device = device_hex ? DeviceId::from(*device_hex) : std::nullopt;
    if (!device || !certificate || !summit_key || !code_key || code_key->size() != 32) {
        return fault(FaultKind::refused, "The hub's answer has a field that is no hexadecimal value of its size.");
    }
    auto decoded = decode_certificate(*certificate);
    if (!decoded) return std::unexpected(decoded.error());
    const Certificate& says = decoded->certificate;
    if (says.public_key != keys.public_key || says.device != *device ||
        !verify(signed_part(says), decoded->signature, *summit_key)) {
        return fault(FaultKind::refused, "The hub's certificate is not for this terminal's key.");
    }
    identity.device = *device;
    identity.keys = std::move(keys);
    identity.certificate = std::move(*decoded);
    identity.summit_key = *summit_key;
    identity.code_key = *code_key;
    return Enrolled{std::move(identity), checkpoint.text.empty() ? std::nullopt : std::optional{checkpoint}};
}

} // namespace

Result<Enrolled> enrol(const std::string& hub_url, const std::string& code) {
    const auto hub = parse_hub_address(hub_url);
    if (!hub) return std::unexpected(hub.error());
    KeyPair keys = make_key_pair();
    const auto answer =
        post_json(*hub, "/api/enrol", object_json({{"code", code}, {"public_key", to_hex(keys.public_key)}}));
    if (!answer) return std::unexpected(answer.error());
    return read_identity(*answer, std::move(keys));
}

Result<std::unique_ptr<Ledger>> enrol_into(const fs::path& data, const std::string& hub_url, const std::string& code,
                                           Clock clock) {
    const auto enrolled = enrol(hub_url, code);
    if (!enrolled) return std::unexpected(enrolled.error());
    auto ledger = Ledger::create_node(data, enrolled->identity, std::move(clock));
    if (!ledger || !enrolled->checkpoint) return ledger;
    const auto kept = (*ledger)->set_private_value(checkpoint_value, as_bytes(enrolled->checkpoint->text));
    if (!kept) return std::unexpected(kept.error());
    return ledger;
}

std::optional<CheckpointId> enrolled_checkpoint(const Ledger& ledger) {
    const auto kept = ledger.private_value(checkpoint_value);
    if (!kept) return std::nullopt;
    return CheckpointId{std::string(as_text(*kept))};
}

Result<std::string> ask_enrolment_code(const std::string& hub_url, const std::string& token,
                                       const Ledger::Enrolment& enrolment) {
    const auto hub = parse_hub_address(hub_url);
    if (!hub) return std::unexpected(hub.error());
    const std::string asked = object_json({{"name", enrolment.name},
                                           {"role", enrolment.role == Role::desk ? "desk" : "door"},
                                           {"checkpoint", enrolment.checkpoint ? enrolment.checkpoint->text : ""}});
    const auto answer = post_json(*hub, "/api/enrolment", asked, std::chrono::seconds{5}, token);
    if (!answer) return std::unexpected(answer.error());
    Fields fields(*answer);
    std::string code = fields.needed("code", 64);
    if (fields.fault()) return fault(FaultKind::refused, "The hub's answer has no code: " + fields.fault()->detail);
    return code;
}

Result<std::string> ask_backup(const std::string& hub_url, const std::string& token) {
    const auto hub = parse_hub_address(hub_url);
    if (!hub) return std::unexpected(hub.error());
    const auto answer = post_json(*hub, "/api/backup", "{}", std::chrono::minutes{5}, token);
    if (!answer) return std::unexpected(answer.error());
    Fields fields(*answer);
    std::string file = fields.needed("file", 4096);
    if (fields.fault()) return fault(FaultKind::refused, "The hub's answer names no file: " + fields.fault()->detail);
    return file;
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
