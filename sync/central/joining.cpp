#include "sync/central/joining.h"

#include "sync/central/schema.h"
#include "sync/ledger/identity.h"

namespace foyer {

static constexpr std::string_view secret_name = "summit_secret_key", token_name = "organiser_token";
static constexpr std::size_t token_size = 32;

Result<Charter> charter_of(Ledger& ledger) {
    const auto secret = ledger.private_value(secret_name);
    if (!secret)
        return fault(FaultKind::not_allowed,
                     "This data folder is a terminal's: a store is for hubs. Start a hub with the "
                     "summit's folder, or with an empty one.");
    auto token = ledger.private_value(token_name);
    if (!token || token->size() != token_size) {
        token = random_bytes(token_size);
        if (auto kept = ledger.set_private_value(token_name, *token); !kept) return std::unexpected(kept.error());
    }
    return Charter{ledger.summit_id(), ledger.summit_key(), *secret, ledger.identity().code_key, *token};
}

static Identity member_of(const Charter& charter, const std::string& device_name, const Clock& clock) {
    Identity identity;
    identity.device = *DeviceId::from(random_bytes(16));
    identity.device_name = device_name;
    identity.keys = make_key_pair();
    identity.summit_key = charter.summit_key;
    identity.code_key = charter.code_key;
    identity.certificate = certify({charter.summit, identity.device, identity.keys.public_key, Role::hub, clock()},
                                   {charter.summit_key, charter.secret_key});
    return identity;
}

// Has the summit's secrets, and says that it is there.
static Result<> take_part(Ledger& ledger, const Charter& charter, const std::string& device_name, const Clock& clock) {
    for (const auto& [name, value] :
         {std::pair{secret_name, charter.secret_key}, {token_name, charter.organiser_token}})
        if (auto kept = ledger.set_private_value(name, value); !kept) return kept;
    const Draft draft{{SubjectKind::device, ledger.identity().device.hex()},
                      DeviceEnrolled{device_name, Role::hub, std::nullopt},
                      clock()};
    if (auto told = ledger.append({&draft, 1}); !told) return std::unexpected(told.error());
    return {};
}

Result<std::unique_ptr<Ledger>> join_summit(const Charter& charter, const std::filesystem::path& folder,
                                            const std::string& device_name, const Clock& clock) {
    auto ledger = Ledger::create_node(folder, member_of(charter, device_name, clock), clock);
    if (!ledger) return ledger;
    if (auto joined = take_part(**ledger, charter, device_name, clock); !joined) {
        (*ledger)->give_up();
        return std::unexpected(joined.error());
    }
    return ledger;
}

static Result<std::optional<Charter>> look_up(const std::string& url) {
    auto postgres = Postgres::connect(url, {});
    if (!postgres) return std::unexpected(postgres.error());
    if (auto there = check_tables(**postgres); !there) return std::unexpected(there.error());
    return read_charter(**postgres);
}

Result<Joined> open_with_store(const std::string& url, const std::filesystem::path& folder,
                               const std::string& device_name, const Clock& clock,
                               const std::function<Result<std::unique_ptr<Ledger>>()>& make) {
    const auto found = look_up(url);
    const bool is_new = !Ledger::exists(folder);
    if (!found && found.error().kind == FaultKind::bad_input) return std::unexpected(found.error());
    if (!found && is_new)
        return fault(found.error().kind, found.error().detail +
                                             " A hub with an empty folder begins with what is in the "
                                             "store: start it again when the store answers.");
    const bool joins = is_new && *found;
    auto ledger = joins ? join_summit(**found, folder, device_name, clock) : make();
    if (!ledger) return std::unexpected(ledger.error());
    const auto own = charter_of(**ledger);
    if (!own) return std::unexpected(own.error());
    Joined joined{std::move(*ledger), *own, found ? "" : found.error().detail};
    if (!found || !*found) return joined;
    if ((*found)->summit != own->summit)
        return fault(FaultKind::refused,
                     "The store holds another summit than " + folder.string() +
                         ": give this hub another database, or an empty folder to join that summit.");
    joined.charter = **found;
    if (auto kept = joined.ledger->set_private_value(token_name, joined.charter.organiser_token); !kept)
        return std::unexpected(kept.error());
    return joined;
}

} // namespace foyer
