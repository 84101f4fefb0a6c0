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
        if (header->seq != frame.first_seq + i || (i > 0 && header->origin != headers.front().origin))
            return fault(FaultKind::refused, "facts out of order in a frame");
        const auto& body = frame.facts[i].body;
        if (body && hash({*body}) != header->body_hash)
            return fault(FaultKind::refused, "a body that is not its header's");
        const bool withheld = header->audience == Audience::staff && frame.audience == Audience::floor;
        const bool may_lack = withheld || is_personal(header->kind); // those a purge may have taken
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
        const OriginId& trunk = headers->front().origin; // a branch has another name than its headers say
        if (!in_.origins.contains(trunk))
            return frame.first_seq == 1 && frame.origin == trunk ? open_origin(frame, *headers) : hole();
        const auto place = find_place(trunk, frame);
        return place ? store_at(*place, frame, *headers) : place.error();
    }

    GainingSubjects gains;
    bool programme_changed = false;

private:
    static Receipt hole() { return {Receipt::Outcome::hole, 0, {}}; }

    Receipt open_origin(const SealedRun& frame, const std::vector<Header>& headers) {
        const auto certificate = check_opening(headers.front(), summit_, in_.identity.summit_key);
        if (!certificate) return refused(certificate.error().detail);
        const Hash head = head_after(chain_start(summit_, frame.origin), frame, 0);
        if (!is_sealed(frame, frame.origin, head, certificate->public_key))
            return refused("a seal that does not fit its facts");
        return store(in_.add_origin(frame.origin, *certificate), frame, headers, 0);
    }

    // Where a frame belongs: it continues this history, whose next facts it repeats at first.
    struct Place {
        OriginState* history;
        std::size_t overlap;
    };

    std::expected<Place, Receipt> find_place(const OriginId& trunk, const SealedRun& frame) {
        std::optional<Place> best;
        bool reached = false;
        for (OriginState* history : in_.histories_of(trunk)) {
            const std::uint64_t before = frame.first_seq - 1;
            if (before < history->base.seq || before > history->floor.seq) continue;
            reached = true;
            const Place place{history, overlap_with(*history, frame, 0)};
            const bool beside = history->is_branch() && before == history->base.seq && place.overlap == 0;
            if (beside || (best && place.overlap <= best->overlap)) continue;
            if (place.overlap < frame.facts.size() && !is_sealed_after(*history, before, frame)) continue;
            best = place;
        }
        if (best) follow_branches(*best, frame);
        if (best) return *best;
        // A branch that is not known yet may leave a history that is not known either.
        const bool known = in_.origins.contains(frame.origin);
        return std::unexpected(reached && known ? refused("a seal that does not fit its facts") : hole());
    }

    [[nodiscard]] bool is_sealed_after(const OriginState& history, std::uint64_t before, const SealedRun& frame) const {
        return is_sealed(frame, history.trunk, head_after(in_.head_at(history, before), frame, 0), history.public_key);
    }

    // How many of the frame's facts from `from` on this history has at their places.
    [[nodiscard]] std::size_t overlap_with(const OriginState& history, const SealedRun& frame, std::size_t from) const {
        std::size_t same = from;
        while (same < frame.facts.size() && frame.first_seq + same <= history.floor.seq &&
               is_same(history, frame.first_seq + same, frame.facts[same].header))
            ++same;
        return same - from;
    }

    // Where two histories part, the frame may go on as one of the branches that are known already.
    void follow_branches(Place& place, const SealedRun& frame) {
        for (;;) {
            const std::uint64_t next = frame.first_seq + place.overlap;
            if (place.overlap == frame.facts.size() || next > place.history->floor.seq) return;
            const Hash head = first_head(place, frame);
            const auto branch = in_.origins.find(branch_of(place.history->trunk, next, head));
            if (branch == in_.origins.end()) return;
            place.history = &branch->second;
            place.overlap += overlap_with(branch->second, frame, place.overlap);
        }
    }

    // The head after the first fact of the frame that its place does not have.
    [[nodiscard]] Hash first_head(const Place& place, const SealedRun& frame) const {
        const std::uint64_t next = frame.first_seq + place.overlap;
        return next_head(in_.head_at(*place.history, next - 1), frame.facts[place.overlap].header);
    }

    Receipt store_at(const Place& place, const SealedRun& frame, const std::vector<Header>& headers) {
        OriginState& history = *place.history;
        fill_bodies(history, frame, headers, place.overlap);
        if (place.overlap == frame.facts.size()) {
            in_.store_marks(history);
            return {filled_ ? Receipt::Outcome::stored : Receipt::Outcome::known, 0, {}};
        }
        const std::uint64_t next = frame.first_seq + place.overlap;
        if (next > history.floor.seq) return store(history, frame, headers, place.overlap);
        const Hash theirs = first_head(place, frame);
        in_.refold_all(gains); // a fork moves facts, and with them what was read of their subjects
        gains.clear();
        return store(in_.fork(history, next, theirs), frame, headers, place.overlap);
    }

    static Hash head_after(Hash head, const SealedRun& frame, std::size_t from) {
        for (std::size_t i = from; i < frame.facts.size(); ++i) head = next_head(head, frame.facts[i].header);
        return head;
    }

    [[nodiscard]] bool is_sealed(const SealedRun& frame, const OriginId& trunk, const Hash& head,
                                 ByteView public_key) const {
        const std::uint64_t last = frame.first_seq + frame.facts.size() - 1;
        return verify(seal_message(summit_, trunk, last, head), frame.signature, public_key);
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
            if (headers[i].seq != state.staff.seq + 1) return;
            if (!frame.facts[i].body && headers[i].audience > frame.audience) return; // withheld from us
            if (lacks_body(state, headers[i].seq)) fill(state, headers[i], frame, i); // else it is folded already
            state.staff = {headers[i].seq, in_.head_at(state, headers[i].seq)};
            filled_ = true;
        }
    }

    [[nodiscard]] bool lacks_body(const OriginState& state, std::uint64_t seq) const {
        auto row = in_.database->query("SELECT body IS NULL FROM fact WHERE id = ?");
        return row.bind(fact_key(state, seq)).step() && row.integer(0) != 0;
    }

    void fill(const OriginState& state, const Header& header, const SealedRun& frame, std::size_t i) {
        Ledger::Inside::NewFact fact =
            in_.judge(state, header, frame.facts[i].header, frame.facts[i].body, frame.audience);
        (void)in_.database->query("UPDATE fact SET body = ?, quarantine = ? WHERE id = ?")
            .bind(fact.body)
            .bind(fact.quarantine.empty() ? std::optional<std::string>{} : fact.quarantine)
            .bind(fact_key(state, header.seq))
            .run();
        fold(std::move(fact));
    }

    void fold(Ledger::Inside::NewFact fact) {
        if (!fact.foldable) return;
        in_.gain_of(gains, fact.foldable->subject).facts.push_back(std::move(fact.foldable->fact));
        programme_changed = programme_changed || is_programme_kind(fact.header.kind);
    }

    Receipt store(OriginState& state, const SealedRun& frame, const std::vector<Header>& headers, std::size_t from) {
        for (std::size_t i = from; i < frame.facts.size(); ++i) {
            const bool last = i + 1 == frame.facts.size();
            Ledger::Inside::NewFact fact =
                in_.judge(state, headers[i], frame.facts[i].header, frame.facts[i].body, frame.audience);
            in_.insert(state, fact, last ? std::optional{frame.signature} : std::nullopt);
            in_.note_time(headers[i].time, state.device == in_.identity.device);
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
    if (auto r = in.refresh(); !r) return std::unexpected(r.error());
    const SummitId summit = summit_id();
    Transaction transaction(*in.database);
    Receiving receiving(in, summit);
    std::vector<Receipt> receipts;
    for (const SealedRun& frame : frames) receipts.push_back(receiving.take(frame));
    in.refold_all(receiving.gains);
    if (auto r = transaction.commit(); !r) {
        transaction.roll_back();
        in.stale = !in.load();
        return std::unexpected(r.error());
    }
    const bool changed =
        std::ranges::any_of(receipts, [](const Receipt& r) { return r.outcome == Receipt::Outcome::stored; });
    if (changed) in.committed(receiving.programme_changed);
    return receipts;
}

} // namespace foyer
