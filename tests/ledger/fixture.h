// A folder that goes away, a clock that stands still, and a tiny summit in drafts.
#pragma once

#include <unistd.h>

#include "sync/ledger/chain.h"
#include "sync/ledger/ledger.h"

namespace foyer::test {

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "foyer-test-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path path;
};

inline Instant noon() {
    return Instant{std::chrono::sys_days{std::chrono::year{2023} / 5 / 29} + std::chrono::hours{4}};
}
inline Clock frozen() {
    return [] { return noon(); };
}

inline Wording words(const std::string& text) { return {{{"en", text}}}; }

// A site with one room (capacity 2) that hosts one forum, now; a door; attendees "0001"... registered for it.
inline std::vector<Draft> tiny_summit(const SummitId& id, const Bytes& code_key, int attendees) {
    const Instant now = noon();
    std::vector<Draft> drafts;
    const auto add = [&](SubjectKind kind, const std::string& subject, Payload payload) {
        drafts.push_back({{kind, subject}, std::move(payload), now});
    };
    add(SubjectKind::summit, "",
        Summit{id,
               words("Open Day"),
               words("Shanghai"),
               "Asia/Shanghai",
               std::chrono::hours{8},
               now - std::chrono::hours{3},
               now + std::chrono::hours{3},
               {"en"}});
    add(SubjectKind::place, "site",
        Place{{"site"}, std::nullopt, PlaceKind::site, "", words("Centre"), {}, std::nullopt, std::nullopt});
    add(SubjectKind::place, "2.04",
        Place{{"2.04"}, PlaceId{"site"}, PlaceKind::room, "2.04", words("Room"), {}, 2, std::nullopt});
    add(SubjectKind::forum, "materials", Forum{{"materials"}, words("Materials"), words("Materials"), {}, {"2.04"}, 1});
    add(SubjectKind::checkpoint, "door", Checkpoint{{"door"}, words("Door"), {"2.04"}});
    for (int i = 1; i <= attendees; ++i) {
        const std::string number = "000" + std::to_string(i);
        Attendee who{{number}};
        who.forums = {{"materials"}};
        add(SubjectKind::attendee, number, who);
        add(SubjectKind::attendee, number, Person{"Guest " + number, "en", "Guest " + number, {}, ""});
        const CodeHash hash = code_hash(code_key, "CODE" + number);
        const std::string badge = to_hex(hash.view().first(8));
        add(SubjectKind::badge, badge, BadgeIssued{{number}, BadgeKind::invitation, 1, hash, std::nullopt});
        add(SubjectKind::badge, badge, BadgeCode{"CODE" + number});
    }
    return drafts;
}

inline Draft entered(const std::string& attendee, Instant when = noon()) {
    return {{SubjectKind::attendee, attendee}, Entered{{"2.04"}, {"door"}, std::nullopt, Reason::welcome}, when};
}

inline std::unique_ptr<Ledger> make_hub(const std::filesystem::path& folder, int attendees = 3) {
    auto hub = Ledger::create_summit(folder, "Hub", frozen()).value();
    const auto drafts = tiny_summit(hub->summit_id(), hub->identity().code_key, attendees);
    (void)hub->append(drafts).value();
    return hub;
}

// Enrols a device at the hub and makes its ledger.
inline std::unique_ptr<Ledger> enrol(Ledger& hub, const std::filesystem::path& folder, Role role = Role::door,
                                     Clock clock = frozen()) {
    const std::string code = hub.make_enrolment_code({role, "East 1", std::nullopt}, std::chrono::minutes{10}).value();
    const KeyPair keys = make_key_pair();
    Identity identity = hub.redeem_enrolment_code(code, keys.public_key).value();
    identity.keys = keys;
    return Ledger::create_node(folder, identity, std::move(clock)).value();
}

// What a node goes on with that does not keep to the rules: one fact after its last one, rightly chained and sealed.
inline SealedRun unruly(const Ledger& node, const Body& body, Kind kind, Audience audience = Audience::floor) {
    const Mark last = node.have().at({node.origin(), Audience::floor});
    const Bytes encoded = encode(body);
    const Hlc time = tick({}, node.now());
    const Bytes header = encode(Header{node.origin(), last.seq + 1, time, kind, audience, hash({encoded}), {}});
    const Bytes sealed = seal_message(node.summit_id(), node.origin(), last.seq + 1, next_head(last.head, header));
    return {node.origin(), audience, last.seq + 1, {{header, encoded}}, sign(sealed, node.identity().keys.secret_key)};
}

// Everything `from` has that `to` lacks, as the audience of `to` may see it.
inline std::vector<Receipt> pour(Ledger& from, Ledger& to, std::size_t max_bytes = 4096) {
    const Audience audience = audience_of(to.identity().certificate.certificate.role);
    std::vector<Receipt> receipts;
    for (const auto& [key, mark] : from.have()) {
        if (key.audience != Audience::floor) continue;
        const bool staff = audience == Audience::staff && from.have().contains({key.origin, Audience::staff});
        const Audience as = staff ? Audience::staff : Audience::floor;
        for (;;) {
            const auto have = to.have();
            const auto known = have.find({key.origin, as});
            const auto frame =
                from.suffix(key.origin, as, known == have.end() ? 0 : known->second.seq, max_bytes).value();
            if (!frame) break;
            receipts.push_back(to.receive({&*frame, 1}).value().front());
            if (receipts.back().outcome != Receipt::Outcome::stored) break;
        }
    }
    return receipts;
}

} // namespace foyer::test
