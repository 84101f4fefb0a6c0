// What a receiver does with a frame: refuse what cannot be verified, keep everything else; fold what
// this version understands and the author's role allows.
#include <algorithm>

#include "sync/ledger/inside.h"
#include "sync/ledger/placing.h"

namespace foyer {

// One receive call at work: its transaction's touched subjects and the origins' marks as they grow.
class Receiving {
public:
    Receiving(Ledger::Inside& in, const SummitId& summit) : in_(in), summit_(summit), placing_(in, summit) {}

    Receipt take(const SealedRun& frame) {
        const auto headers = headers_of(frame);
        if (!headers) return refused_receipt(headers.error().detail);
        const OriginId& trunk = headers->front().origin; // a branch has another name than its headers say
        if (!in_.origins.contains(trunk))
            return frame.first_seq == 1 && frame.origin == trunk ? open_origin(frame, *headers) : hole_receipt();
        const auto place = placing_.find_place(trunk, frame);
        return place ? store_at(*place, frame, *headers) : place.error();
    }

    GainingSubjects gains;
    bool programme_changed = false;

private:
    using Placing = foyer::Placing<Ledger::Inside, OriginState>;

    Receipt open_origin(const SealedRun& frame, const std::vector<Header>& headers) {
        const auto certificate = check_opening(headers.front(), summit_, in_.identity.summit_key);
        if (!certificate) return refused_receipt(certificate.error().detail);
        const Hash head = head_after(chain_start(summit_, frame.origin), frame, 0);
        if (!is_sealed(frame, summit_, frame.origin, head, certificate->public_key))
            return refused_receipt("a seal that does not fit its facts");
        behind_ = false;
        return store(in_.add_origin(frame.origin, *certificate), frame, headers, 0);
    }

    Receipt store_at(const Placing::Place& place, const SealedRun& frame, const std::vector<Header>& headers) {
        OriginState& history = *place.history;
        fill_bodies(history, frame, headers, place.overlap);
        if (place.overlap == frame.facts.size()) {
            in_.store_marks(history);
            return {behind_   ? Receipt::Outcome::hole
                    : filled_ ? Receipt::Outcome::stored
                              : Receipt::Outcome::known,
                    0,
                    {},
                    history.origin};
        }
        const std::uint64_t next = frame.first_seq + place.overlap;
        if (next > history.floor.seq) return store(history, frame, headers, place.overlap);
        const Hash theirs = placing_.first_head(place, frame);
        in_.refold_all(std::exchange(gains, {})); // a fork moves facts, and with them what was read of their subjects
        return store(in_.fork(history, next, theirs), frame, headers, place.overlap);
    }

    // Staff bodies for headers that came through a door before; a run may begin in a history that `state` leaves.
    void fill_bodies(OriginState& state, const SealedRun& frame, const std::vector<Header>& headers,
                     std::size_t overlap) {
        filled_ = behind_ = false;
        if (overlap == 0) return;
        each_part(in_, state, frame.first_seq, overlap, [&](OriginState& part, std::size_t from, std::size_t end) {
            fill_bodies_of(part, frame, std::span(headers).subspan(from, end - from));
        });
        if (filled_ && overlap == frame.facts.size()) keep_seal(state, frame);
    }

    void fill_bodies_of(OriginState& state, const SealedRun& frame, std::span<const Header> headers) {
        bool some = false;
        for (const Header& header : headers) {
            if (header.seq <= state.staff.seq) continue;
            const std::size_t i = header.seq - frame.first_seq;
            if (header.seq != state.staff.seq + 1) {
                behind_ = behind_ || frame.audience == Audience::staff;
                break;
            }
            if (!frame.facts[i].body && header.audience > frame.audience) break; // withheld from us
            if (lacks_body(state, header.seq)) fill(state, header, frame, i);    // else it is folded already
            state.staff = {header.seq, in_.head_at(state, header.seq)};
            some = filled_ = true;
        }
        if (!some) return;
        count_what_follows(state);
        in_.store_marks(state);
    }

    // The headers came in a longer run with a seal at its end only: without one here too the bodies would never leave
    // this node again.
    void keep_seal(const OriginState& state, const SealedRun& frame) {
        const std::uint64_t last = frame.first_seq + frame.facts.size() - 1;
        if (!is_sealed(frame, summit_, state.trunk, in_.head_at(state, last), state.public_key)) return;
        (void)in_.database->query("UPDATE fact SET seal = ? WHERE id = ? AND seal IS NULL")
            .bind(frame.signature)
            .bind(fact_key(state, last))
            .run();
    }

    // Floor bodies behind the staff ones that came are here already.
    void count_what_follows(OriginState& state) {
        while (state.staff.seq < state.floor.seq) {
            auto next =
                in_.database->query("SELECT head FROM fact WHERE id = ? AND (body IS NOT NULL OR quarantine = ?)");
            if (!next.bind(fact_key(state, state.staff.seq + 1)).bind(purged_body).step()) return;
            state.staff = {state.staff.seq + 1, Hash::from(next.bytes(0)).value_or(Hash{})};
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
        const std::uint64_t before = state.floor.seq;
        for (std::size_t i = from; i < frame.facts.size(); ++i) {
            const bool last = i + 1 == frame.facts.size();
            Ledger::Inside::NewFact fact =
                in_.judge(state, headers[i], frame.facts[i].header, frame.facts[i].body, frame.audience);
            in_.insert(state, fact, last ? std::optional{frame.signature} : std::nullopt);
            in_.note_time(headers[i].time, state);
            fold(std::move(fact));
        }
        if (in_.shows_whom_to_trust(state, before)) in_.trust_due.insert(state.device);
        if (state.trunk == in_.own) in_.renounce_own("it had forgotten facts of its own: this is an older copy");
        in_.store_marks(state);
        return {
            behind_ ? Receipt::Outcome::hole : Receipt::Outcome::stored, frame.facts.size() - from, {}, state.origin};
    }

    Ledger::Inside& in_;
    const SummitId& summit_;
    Placing placing_;
    bool filled_ = false, behind_ = false; // bodies of the last frame: taken; not, for the staff part has a hole before
};

Result<std::vector<Receipt>> Ledger::receive(std::span<const SealedRun> frames) {
    Inside& in = *inside_;
    if (auto r = in.refresh(); !r) return std::unexpected(r.error());
    const SummitId summit = summit_id();
    Transaction transaction(*in.database);
    Receiving receiving(in, summit);
    std::vector<Receipt> receipts;
    for (const SealedRun& frame : frames) receipts.push_back(receiving.take(frame));
    in.refold_all(std::move(receiving.gains));
    if (auto r = transaction.commit(); !r) {
        transaction.roll_back();
        in.stale = !in.load();
        return std::unexpected(r.error());
    }
    const bool changed = std::ranges::any_of(
        receipts, [](const Receipt& r) { return r.outcome == Receipt::Outcome::stored || r.new_facts > 0; });
    if (changed) in.committed(receiving.programme_changed);
    return receipts;
}

} // namespace foyer
