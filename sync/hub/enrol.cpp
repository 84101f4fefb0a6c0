#include "sync/hub/enrol.h"

#include "sync/crypto/password.h"
#include "sync/hub/json.h"
#include "sync/hub/remembered.h"
#include "sync/uplink/http_post.h"

namespace foyer {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t max_certificate = 4096; // bytes, encoded

Result<Enrolled> read_enrolled(const std::string& answer, KeyPair keys) {
    Fields fields(answer);
    const auto device_hex = from_hex(fields.needed("device", 32));
    const auto certificate = from_hex(fields.needed("certificate", 2 * max_certificate));
    const auto summit_key = from_hex(fields.needed("summit_key", 64));
    const auto code_key = from_hex(fields.needed("code_key", 64));
    Identity identity;
    identity.device_name = fields.text("device_name", 256);
    const CheckpointId checkpoint{fields.text("checkpoint", 64)};
    const std::string unlock = fields.text("unlock", 6);
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
    return Enrolled{
        std::move(identity), checkpoint.text.empty() ? std::nullopt : std::optional{checkpoint}, {}, unlock};
}

} // namespace

Result<Enrolled> enrol(const EnrolmentTicket& ticket) {
    if (ticket.hub.wire == HubAddress::Wire::tls && !ticket.hub.ca)
        return fault(FaultKind::bad_input, "The hub's fingerprint is needed to be sure of it: give --ca as the hub "
                                           "printed it, or the whole enrolment code.");
    KeyPair keys = make_key_pair();
    const std::string asked = object_json({{"code", ticket.code}, {"public_key", to_hex(keys.public_key)}});
    const auto answer = post_json(ticket.hub, "/api/enrol", asked);
    if (!answer) return std::unexpected(answer.error());
    auto enrolled = read_enrolled(*answer, std::move(keys));
    if (enrolled) enrolled->hub = ticket.hub;
    return enrolled;
}

Result<std::unique_ptr<Ledger>> create_terminal(const fs::path& folder, const Enrolled& enrolled, Clock clock) {
    auto ledger = Ledger::create_node(folder, enrolled.identity, std::move(clock));
    if (!ledger) return ledger;
    Remembered known{enrolled.hub, enrolled.checkpoint, std::nullopt};
    if (!enrolled.unlock.empty()) known.unlock = password_hash(enrolled.unlock);
    Result<> kept = known.unlock == "" ? fault(FaultKind::device, "No memory to hash the unlock number.")
                                       : remember(**ledger, known);
    if (!kept) {
        (*ledger)->give_up();
        return std::unexpected(kept.error());
    }
    return ledger;
}

} // namespace foyer
