// Own facts: what a node did, chained, sealed, folded and on disk in one transaction.
#include "sync/ledger/chain.h"
#include "sync/ledger/identity.h"
#include "sync/ledger/inside.h"
#include "sync/summit/sense.h"

namespace foyer {

// A sealed run travels in one message of at most 1 MiB; a body has at most 64 KiB.
static constexpr std::size_t facts_per_seal = 256, bytes_per_seal = 512 * 1024;

// So many at once are a roster on its way in: new badges fall all over their indexes, which are kept in memory then
// (a million people: some 250 MB) until the ledger is closed.
static constexpr std::size_t roster_size = 2000;

void Ledger::Inside::widen_cache() {
    if (!std::exchange(cache_is_wide, true)) (void)database->execute("PRAGMA cache_size=-262144");
}

namespace {

// The drafts of one append on their way into the tables.
class Appending {
public:
    Appending(Ledger::Inside& in, OriginState& own, std::size_t drafts)
        : in_(in), own_(own), left_(drafts), salts_(random_bytes(drafts * salt_size)) {}

    FactId take(const Draft& draft, Instant now) {
        in_.last_time = tick(in_.last_time, now);
        Gain& gain = in_.gain_of(gains, draft.subject);
        const Body body{next_salt(),    draft.subject,  seen_by(draft, gain),
                        draft.happened, draft.observed, encode(draft.payload)};
        const Bytes body_bytes = encode(body);
        const Header header{own_.origin,
                            own_.floor.seq + 1,
                            in_.last_time,
                            kind_of(draft.payload),
                            audience_of(draft.payload),
                            hash({body_bytes}),
                            own_.floor.seq == 0 ? std::optional{opening()} : std::nullopt};
        if (!wrong) wrong = objection(header, body, body_bytes.size(), draft.payload);
        const FactId id{own_.origin, header.seq};
        const bool counts = header.seq <= in_.trusted(own_);
        gain.facts.push_back({id, header.time, body.seen, body.happened, body.observed, draft.payload, counts});
        programme_changed = programme_changed || is_programme_kind(header.kind);
        insert({header, encode(header), body_bytes, std::string{counts ? "" : after_revocation}, std::nullopt});
        return id;
    }

    GainingSubjects gains;
    bool programme_changed = false;
    std::optional<Fault> wrong; // with a draft: nothing of this append may stand

private:
    static constexpr std::size_t salt_size = 16;
    // Drawn at once for all: the system is asked once in a roster of many thousands.
    Bytes next_salt() {
        const auto end = salts_.end() - static_cast<std::ptrdiff_t>(left_ * salt_size - salt_size);
        return {end - static_cast<std::ptrdiff_t>(salt_size), end};
    }

    // What kills a badge names what was known of its holder, too: an admission that is not among it did not know.
    [[nodiscard]] std::vector<FactId> seen_by(const Draft& draft, const Gain& gain) {
        const Kind kind = kind_of(draft.payload);
        std::vector<FactId> seen = heads(gain.facts, kind);
        const auto holder = holder_of_killed(draft, gain);
        if (!holder) return seen;
        const auto of_holder = heads(in_.gain_of(gains, subject_of(*holder)).facts, kind);
        seen.insert(seen.end(), of_holder.begin(), of_holder.end());
        if (seen.size() > max_seen) seen.resize(max_seen);
        return seen;
    }

    static std::optional<AttendeeId> holder_of_killed(const Draft& draft, const Gain& gain) {
        if (const auto* issued = std::get_if<BadgeIssued>(&draft.payload))
            return issued->replaces ? std::optional{issued->attendee} : std::nullopt;
        if (!std::holds_alternative<BadgeRevoked>(draft.payload)) return std::nullopt;
        for (const FoldFact& fact : gain.facts)
            if (const auto* issued = std::get_if<BadgeIssued>(&fact.payload)) return issued->attendee;
        return std::nullopt;
    }

    // What nobody would fold is not written either.
    [[nodiscard]] std::optional<Fault> objection(const Header& header, const Body& body, std::size_t size,
                                                 const Payload& payload) const {
        if (size > max_body_size) return Fault{FaultKind::bad_input, "a fact of more than 64 KiB: shorten it"};
        if (auto why = role_objection(header.kind, own_.role); !why.empty())
            return Fault{FaultKind::not_allowed, std::move(why)};
        if (auto why = contradiction(header, body, payload); !why.empty())
            return Fault{FaultKind::bad_input, "a fact that cannot be: " + why};
        return std::nullopt;
    }

    [[nodiscard]] Opening opening() const {
        return {encode(in_.identity.certificate), *in_.private_value("origin_nonce")};
    }

    void insert(const Ledger::Inside::NewFact& fact) {
        --left_;
        ++unsealed_;
        unsealed_bytes_ += fact.encoded.size() + fact.body->size();
        if (left_ > 0 && unsealed_ < facts_per_seal && unsealed_bytes_ < bytes_per_seal) return in_.insert(own_, fact);
        const Hash head = next_head(own_.floor.head, fact.encoded);
        const SummitId& summit = in_.identity.certificate.certificate.summit;
        in_.insert(own_, fact,
                   sign(seal_message(summit, own_.origin, fact.header.seq, head), in_.identity.keys.secret_key));
        unsealed_ = unsealed_bytes_ = 0;
    }

    Ledger::Inside& in_;
    OriginState& own_;
    std::size_t left_, unsealed_ = 0, unsealed_bytes_ = 0;
    Bytes salts_;
};

} // namespace

Result<std::vector<FactId>> Ledger::append(std::span<const Draft> drafts) {
    Inside& in = *inside_;
    if (auto r = in.refresh(); !r) return std::unexpected(r.error());
    if (const auto unread = in.database->trouble()) { // what is written rests on what was read before
        in.database->begin_reading();
        return std::unexpected(*unread);
    }
    if (drafts.size() >= roster_size) in.widen_cache();
    Transaction transaction(*in.database);
    OriginState& own = in.own_origin();
    const bool opens = own.floor.seq == 0;
    const Hlc time_before = in.last_time;
    Appending appending(in, own, drafts.size() + (opens ? 1 : 0));
    const Draft opened{{SubjectKind::device, in.identity.device.hex()}, OriginOpened{in.identity.device_name}, now()};
    if (opens) appending.take(opened, now());
    std::vector<FactId> ids;
    for (const Draft& draft : drafts) ids.push_back(appending.take(draft, now()));
    in.refold_all(std::move(appending.gains));
    in.store_marks(own);
    if (in.acknowledged_changed) (void)in.store_acknowledged();
    const Result<> written =
        appending.wrong ? Result<>{std::unexpected(std::move(*appending.wrong))} : transaction.commit();
    if (!written) {
        transaction.roll_back();
        in.stale = !in.load(); // the caches as the tables are again
        in.last_time = std::max(in.last_time, time_before);
        return std::unexpected(written.error());
    }
    in.acknowledged_changed = false;
    in.doubt.clear();
    in.high_water.note(in.own, own.floor.seq);
    in.committed(appending.programme_changed);
    return ids;
}

} // namespace foyer
