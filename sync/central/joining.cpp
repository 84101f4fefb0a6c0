#include "sync/central/joining.h"

#include "sync/central/schema.h"
#include "sync/ledger/identity.h"

namespace foyer {

static constexpr std::string_view secret_name = "summit_secret_key", token_name = "organiser_token";
static constexpr std::string_view authority_name = "authority_certificate", authority_key_name = "authority_key";
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
    const auto authority = ledger.private_value(authority_name),
               authority_key = ledger.private_value(authority_key_name);
    if (!authority || !authority_key)
        return fault(FaultKind::bad_input, "This hub has no certificate yet: start it once without a store.");
    return Charter{ledger.summit_id(), ledger.summit_key(), *secret, ledger.identity().code_key, *token,
                   *authority,         *authority_key};
}

// What a hub takes over of the charter, so that it is the same hub to terminals and organisers as every other.
static Result<> take_over(Ledger& ledger, const Charter& charter) {
    for (const auto& [name, value] : {std::pair{token_name, &charter.organiser_token},
                                      {authority_name, &charter.authority_certificate},
                                      {authority_key_name, &charter.authority_key}})
        if (auto kept = ledger.set_private_value(name, *value); !kept) return kept;
    return {};
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
    if (auto kept = ledger.set_private_value(secret_name, charter.secret_key); !kept) return kept;
    if (auto taken = take_over(ledger, charter); !taken) return taken;
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

static Result<std::unique_ptr<Postgres>> open_store(const std::string& url) {
    auto postgres = Postgres::connect(url, {});
    if (!postgres) return postgres;
    if (auto there = check_tables(**postgres); !there) return std::unexpected(there.error());
    // Of hubs that start at the same time the first brings its summit, and the others find it.
    if (auto locked = lock_charter(**postgres); !locked) return std::unexpected(locked.error());
    return postgres;
}

Result<Joined> open_with_store(const std::string& url, const std::filesystem::path& folder,
                               const std::string& device_name, const Clock& clock,
                               const std::function<Result<std::unique_ptr<Ledger>>()>& make) {
    const auto store = open_store(url);
    const bool is_new = !Ledger::exists(folder);
    if (!store && store.error().kind == FaultKind::bad_input) return std::unexpected(store.error());
    if (!store && is_new)
        return fault(store.error().kind, store.error().detail +
                                             " A hub with an empty folder begins with what is in the "
                                             "store: start it again when the store answers.");
    std::optional<Charter> found;
    if (store) {
        auto read = read_charter(**store);
        if (!read) return std::unexpected(read.error());
        found = std::move(*read);
    }
    auto ledger = is_new && found ? join_summit(*found, folder, device_name, clock) : make();
    if (!ledger) return std::unexpected(ledger.error());
    const auto is_of = [&](const Charter& charter) -> Result<> {
        if (charter.summit == (*ledger)->summit_id()) return {};
        return fault(FaultKind::refused,
                     "The store holds another summit than " + folder.string() +
                         ": give this hub another database, or an empty folder to join that summit.");
    };
    if (found)
        if (auto same = is_of(*found); !same) return std::unexpected(same.error());
    const auto own = charter_of(**ledger);
    if (!own) return std::unexpected(own.error());
    Joined joined{nullptr, *own, store ? "" : store.error().detail};
    if (store) {
        auto charter = claim_charter(**store, *own);
        if (!charter) return std::unexpected(charter.error());
        if (auto same = is_of(*charter); !same) return std::unexpected(same.error());
        joined.charter = std::move(*charter);
        if (auto kept = take_over(**ledger, joined.charter); !kept) return std::unexpected(kept.error());
    }
    joined.ledger = std::move(*ledger);
    return joined;
}

} // namespace foyer
