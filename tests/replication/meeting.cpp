#include "tests/replication/meeting.h"

#include <algorithm>

namespace foyer::test {

namespace {

using Said = std::vector<Bytes>;

NodeIdentity of(const Ledger& ledger) { return {ledger.identity().certificate, ledger.identity().keys.secret_key}; }

std::string give(Conversation& to, const Said& messages, Said& answers, Instant now) {
    for (const Bytes& message : messages) {
        Output out = to.on_message(message, now);
        if (out.close) return out.close->detail;
        std::ranges::move(out.send, std::back_inserter(answers));
    }
    return {};
}

} // namespace

std::string meet(Ledger& a, Ledger& b, Instant now) {
    Conversation at_a(a, of(a)), at_b(b, of(b));
    Said from_a = at_a.on_connected(now).send, from_b = at_b.on_connected(now).send;
    while (!from_a.empty() || !from_b.empty()) {
        Said next_a, next_b;
        if (auto why = give(at_b, from_a, next_b, now); !why.empty()) return why;
        if (auto why = give(at_a, from_b, next_a, now); !why.empty()) return why;
        from_a = std::move(next_a);
        from_b = std::move(next_b);
        if (!from_a.empty() || !from_b.empty()) continue;
        from_a = at_a.on_new_facts(now).send; // as a ledger's commit makes its node do
        from_b = at_b.on_new_facts(now).send;
    }
    return {};
}

} // namespace foyer::test
