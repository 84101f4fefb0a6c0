// A hub's enrolment desk: one-time codes out, certified devices in. Private tables, except the device's own fact.
#include "sync/crypto/password.h"
#include "sync/ledger/identity.h"
#include "sync/ledger/inside.h"

namespace foyer {

// Without look-alikes: no I, L, O, U, 0, 1.
static constexpr std::string_view enrolment_alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
static constexpr std::size_t enrolment_length = 10; // 49 bits, used once, short-lived

static std::string normal(std::string_view code) {
    std::string text;
    for (const char c : code)
        if (c >= 'a' && c <= 'z')
            text.push_back(static_cast<char>(c - 'a' + 'A'));
        else if (c != ' ' && c != '-')
            text.push_back(c);
    return text;
}

Hash Ledger::enrolment_hash(std::string_view code) {
    return hash({as_bytes("foyer enrolment 1"), as_bytes(normal(code))});
}

static std::int64_t ms(Instant instant) { return instant.time_since_epoch().count(); }

Result<std::string> Ledger::make_enrolment_code(const Enrolment& enrolment, Milliseconds lifetime) {
    if (!private_value("summit_secret_key"))
        return fault(FaultKind::not_allowed, "only the summit's hub can enrol terminals");
    if (enrolment.checkpoint && !programme().checkpoint(*enrolment.checkpoint))
        return fault(FaultKind::not_found, "no checkpoint \"" + enrolment.checkpoint->text + "\" in this summit");
    std::string code;
    for (std::size_t i = 0; i < enrolment_length; ++i)
        code.push_back(enrolment_alphabet[random_below(enrolment_alphabet.size())]);
    if (auto r = take_enrolment_in({enrolment_hash(code), enrolment, now() + lifetime}); !r)
        return std::unexpected(r.error());
    return code;
}

Result<> Ledger::take_enrolment_in(const EnrolmentRow& row) {
    const auto& [code, enrolment, expires] = row;
    return inside_->database
        ->query(
            "INSERT OR REPLACE INTO enrolment(code_hash, role, name, checkpoint, expires, used) VALUES(?,?,?,?,?,0)")
        .bind(code.view())
        .bind(static_cast<int>(enrolment.role))
        .bind(enrolment.name)
        .bind(enrolment.checkpoint ? std::optional{enrolment.checkpoint->text} : std::nullopt)
        .bind(ms(expires))
        .run();
}

Result<std::optional<Ledger::EnrolmentRow>> Ledger::give_enrolment_away(const Hash& code) {
    EnrolmentRow given{code, {}, {}};
    {
        auto row = inside_->database->query(
            "SELECT role, name, checkpoint, expires FROM enrolment WHERE code_hash=? AND used=0");
        if (!row.bind(code.view()).step()) return std::nullopt;
        given.enrolment = {static_cast<Role>(row.integer(0)), row.text(1), std::nullopt};
        if (!row.is_null(2)) given.enrolment.checkpoint = CheckpointId{row.text(2)};
        given.expires = Instant{Milliseconds{row.integer(3)}};
    }
    auto gone = inside_->database->query("DELETE FROM enrolment WHERE code_hash = ?").bind(code.view()).run();
    if (!gone) return std::unexpected(gone.error());
    return given;
}

Result<Identity> Ledger::redeem_enrolment_code(std::string_view code, ByteView public_key) {
    const auto secret = private_value("summit_secret_key");
    if (!secret) return fault(FaultKind::not_allowed, "only the summit's hub can enrol terminals");
    if (public_key.size() != 32) return fault(FaultKind::bad_input, "the public key must have 32 bytes");
    DeviceEnrolled device;
    const Hash key = enrolment_hash(code);
    {
        auto row =
            inside_->database->query("SELECT role, name, checkpoint, used, expires FROM enrolment WHERE code_hash=?");
        const auto no = [](const char* why) {
            return fault(FaultKind::not_allowed,
                         std::string("this enrolment code ") + why + ": make a new one on the hub");
        };
        if (!row.bind(key.view()).step()) return no("is not known");
        if (row.integer(3) != 0) return no("was used already");
        if (row.integer(4) <= ms(now())) return no("is too old");
        device.role = static_cast<Role>(row.integer(0));
        device.name = row.text(1);
        if (!row.is_null(2)) device.checkpoint = CheckpointId{row.text(2)};
    }
    // Used first: a code that is spent twice is worse than one that must be made again.
    if (auto r = inside_->database->query("UPDATE enrolment SET used = 1 WHERE code_hash = ?").bind(key.view()).run();
        !r)
        return std::unexpected(r.error());

    Identity terminal;
    terminal.device = *DeviceId::from(random_bytes(16));
    terminal.device_name = device.name;
    terminal.keys.public_key.assign(public_key.begin(), public_key.end());
    terminal.summit_key = summit_key();
    terminal.code_key = identity().code_key;
    terminal.certificate = certify({summit_id(), terminal.device, terminal.keys.public_key, device.role, now()},
                                   KeyPair{summit_key(), *secret});
    const Draft draft{{SubjectKind::device, terminal.device.hex()}, device, now()};
    if (auto r = append({&draft, 1}); !r) return std::unexpected(r.error());
    return terminal;
}

std::optional<std::string> Ledger::unlock_number(const DeviceId& device) const {
    const auto secret = private_value("summit_secret_key");
    if (!secret) return std::nullopt;
    return six_digits(*secret, "foyer unlock 1 " + device.hex());
}

} // namespace foyer
