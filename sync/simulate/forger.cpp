#include "sync/simulate/forger.h"

#include "sync/crypto/crypto.h"
#include "sync/replication/message.h"

namespace foyer::simulate {

// A body with another time in it, its header with the hash of that: the chain fits again, the seal does not.
static bool forge(SealedRun::Fact& fact) {
    auto header = decode_header(fact.header);
    auto body = fact.body ? decode_body(*fact.body) : std::unexpected(Fault{});
    if (!header || !body) return false;
    body->happened += Milliseconds{1};
    fact.body = encode(*body);
    header->body_hash = hash({*fact.body});
    fact.header = encode(*header);
    return true;
}

bool are_facts(const Bytes& message) {
    const auto decoded = decode_message(message);
    return decoded && std::holds_alternative<Facts>(*decoded);
}

bool forge_facts(Bytes& message, Random& random) {
    auto decoded = decode_message(message);
    if (!decoded) return false;
    auto* facts = std::get_if<Facts>(&*decoded);
    if (!facts) return false;
    SealedRun& frame = facts->frames[random.below(facts->frames.size())];
    if (!forge(frame.facts[random.below(frame.facts.size())])) return false;
    message = encode(*decoded);
    return true;
}

} // namespace foyer::simulate
