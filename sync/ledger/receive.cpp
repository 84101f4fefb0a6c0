// What a receiver does with a frame: refuse what cannot be verified, keep everything else; fold what
// this version understands and the author's role allows.
#include <algorithm>

#include "sync/ledger/chain.h"
#include "sync/ledger/inside.h"

namespace foyer {

namespace {

Receipt refused(std::string reason) { return {Receipt::Outcome::refused, 0, std::move(reason)}; }

// Headers of this origin, one after the other, and bodies that are the ones hashed.
Result<std::vector<Header>> decode_headers(const SealedRun& frame) {
    std::vector<Header> headers;
    for (std::size_t i = 0; i < frame.facts.size(); ++i) {
        const auto header = decode_header(frame.facts[i].header);
        if (!header) return std::unexpected(header.error());
        if (header->origin != frame.origin || header->seq != frame.first_seq + i)
            return fault(FaultKind::refused, "facts out of order in a frame");
        const auto& body = frame.facts[i].body;
        if (body && hash({*body}) != header->body_hash)
            return fault(FaultKind::refused, "a body that is not its header's");
        const bool may_lack = header->audience == Audience::staff && frame.audience == Audience::floor;
        if (!body && !may_lack) return fault(FaultKind::refused, "a fact without its body");
        headers.push_back(*header);
    }
    return headers;
}

} // namespace

// One receive call at work: its transaction's touched subjects and the origins' marks as they grow.
class Receiving {
public:
    Receiving(Ledger::Inside& in, const SummitId& summit) : in_(in), summit_(summit) {}

    Receipt take(const SealedRun& frame) {
        if (frame.facts.empty()) return refused("an empty frame");
        const auto headers = decode_headers(frame);
        if (!headers) return refused(headers.error().detail);
        const auto known = in_.origins.find(frame.origin);
        if (known == in_.origins.end()) return frame.first_seq == 1 ? open_origin(frame, *headers) : hole();
        return continue_origin(known->second, frame, *headers);
    }

    GainingSubjects gains;
    bool programme_changed = false;

private:
    static Receipt hole() { return {Receipt::Outcome::hole, 0, {}}; }

    Receipt open_origin(const SealedRun& frame, const std::vector<Header>& headers) {
        const auto certificate = check_opening(headers.front(), summit_, in_.identity.summit_key);
        if (!certificate) return refused(certificate.error().detail);
        const Hash head = head_after(chain_start(summit_, frame.origin), frame, 0);
        if (!is_sealed(frame, head, certificate->public_key)) return refused("a seal that does not fit its facts");
        return store(in_.add_origin(frame.origin, *certificate), frame, headers, 0);
    }

    Receipt continue_origin(OriginState& state, const SealedRun& frame, const std::vector<Header>& headers) {
        if (frame.first_seq > state.floor.seq + 1) return hole();
        const auto overlap = static_cast<std::size_t>(
            std::min<std::uint64_t>(state.floor.seq + 1 - frame.first_seq, frame.facts.size()));
        for (std::size_t i = 0; i < overlap; ++i)
            if (!is_same(state, headers[i].seq, frame.facts[i].header))
                return refused("a fork: another fact stands at the same place of this device's chain");
        if (overlap < frame.facts.size() &&
            !is_sealed(frame, head_after(state.floor.head, frame, overlap), state.public_key))
            return refused("a seal that does not fit its facts");
        fill_bodies(state, frame, headers, overlap);
        if (overlap < frame.facts.size()) return store(state, frame, headers, overlap);
        in_.store_marks(state);
        return {filled_ ? Receipt::Outcome::stored : Receipt::Outcome::known, 0, {}};
    }

    static Hash head_after(Hash head, const SealedRun& frame, std::size_t from) {
        for (std::size_t i = from; i < frame.facts.size(); ++i) head = next_head(head, frame.facts[i].header);
        return head;
    }

    [[nodiscard]] bool is_sealed(const SealedRun& frame, const Hash& head, ByteView public_key) const {
        const std::uint64_t last = frame.first_seq + frame.facts.size() - 1;
        return verify(seal_message(summit_, frame.origin, last, head), frame.signature, public_key);
    }

    [[nodiscard]] bool is_same(const OriginState& state, std::uint64_t seq, ByteView header) const {
        auto row = in_.database->query("SELECT header FROM fact WHERE id = ?");
        return row.bind(fact_key(state, seq)).step() && std::ranges::equal(row.bytes(0), header);
    }

    // Staff bodies for headers that came through a door before.
    void fill_bodies(OriginState& state, const SealedRun& frame, const std::vector<Header>& headers,
                     std::size_t overlap) {
        filled_ = false;
        for (std::size_t i = 0; i < overlap; ++i) {
            if (headers[i].seq <= state.staff.seq) continue;
            if (headers[i].seq != state.staff.seq + 1 || !frame.facts[i].body) return;
            Ledger::Inside::NewFact fact = in_.judge(state, headers[i], frame.facts[i].header, frame.facts[i].body);
            (void)in_.database->query("UPDATE fact SET body = ?, quarantine = ? WHERE id = ?")
                .bind(fact.body)
                .bind(fact.quarantine.empty() ? std::optional<std::string>{} : fact.quarantine)
                .bind(fact_key(state, headers[i].seq))
                .run();
            fold(std::move(fact));
            state.staff = {headers[i].seq, head_at(state, headers[i].seq)};
            filled_ = true;
        }
    }

    [[nodiscard]] Hash head_at(const OriginState& state, std::uint64_t seq) const {
        auto row = in_.database->query("SELECT head FROM fact WHERE id = ?");
        return row.bind(fact_key(state, seq)).step() ? Hash::from(row.bytes(0)).value_or(Hash{}) : Hash{};
    }

    void fold(Ledger::Inside::NewFact fact) {
        if (!fact.foldable) return;
        in_.gain_of(gains, fact.foldable->subject).facts.push_back(std::move(fact.foldable->fact));
        programme_changed = programme_changed || is_programme_kind(fact.header.kind);
    }

    Receipt store(OriginState& state, const SealedRun& frame, const std::vector<Header>& headers, std::size_t from) {
        for (std::size_t i = from; i < frame.facts.size(); ++i) {
            const bool last = i + 1 == frame.facts.size();
            Ledger::Inside::NewFact fact = in_.judge(state, headers[i], frame.facts[i].header, frame.facts[i].body);
            in_.insert(state, fact, last ? std::optional{frame.signature} : std::nullopt);
            in_.note_time(headers[i].time, state.origin == in_.own);
            fold(std::move(fact));
        }
        in_.store_marks(state);
        return {Receipt::Outcome::stored, frame.facts.size() - from, {}};
    }

    Ledger::Inside& in_;
    const SummitId& summit_;
    bool filled_ = false;
};

Result<std::vector<Receipt>> Ledger::receive(std::span<const SealedRun> frames) {
    Inside& in = *inside_;
    const SummitId summit = summit_id();
    Transaction transaction(*in.database);
    Receiving receiving(in, summit);
    std::vector<Receipt> receipts;
    for (const SealedRun& frame : frames) receipts.push_back(receiving.take(frame));
    in.refold_all(receiving.gains);
    if (auto r = transaction.commit(); !r) {
        (void)in.load();
        return std::unexpected(r.error());
    }
    const bool changed =
        std::ranges::any_of(receipts, [](const Receipt& r) { return r.outcome == Receipt::Outcome::stored; });
    if (changed) in.committed(receiving.programme_changed);
    return receipts;
}

} // namespace foyer
