// The conflict inbox, from what the rows and origins tell.
#include <algorithm>

#include "sync/crypto/crypto.h"
#include "sync/ledger/inside.h"
#include "sync/summit/card.h"

namespace foyer {

namespace {

using Mentions = std::vector<FactId>;

std::string id_of(CardKind kind, std::string_view about, const Mentions& facts = {}) {
    Bytes text;
    const auto add = [&](ByteView part) { text.insert(text.end(), part.begin(), part.end()); };
    add(as_bytes("foyer card 1 "));
    add(as_bytes(name(kind)));
    add(as_bytes(about));
    for (const FactId& fact : facts) {
        add(fact.origin.view());
        for (int shift = 56; shift >= 0; shift -= 8) text.push_back(static_cast<std::uint8_t>(fact.seq >> shift));
    }
    return to_hex(hash({text}).view().first(8));
}

class Collecting {
public:
    Collecting(Ledger::Inside& in, const Ledger& ledger) : in_(in), ledger_(ledger) {}

    std::vector<Card> collect() {
        conflicts();
        forks();
        over_full();
        quarantined();
        for (Card& card : cards_) look_up_resolution(card);
        std::ranges::stable_sort(cards_, std::ranges::greater{}, [](const Card& card) {
            return card.events.empty() ? Instant{} : card.events.back().recorded;
        });
        return std::move(cards_);
    }

private:
    Card& add(CardKind kind, std::string id, std::string what) {
        Card& card = cards_.emplace_back();
        card.id = std::move(id);
        card.kind = kind;
        card.what = std::move(what);
        card.choices = choices_of(kind);
        return card;
    }

    // --- what the fold found ---

    struct Found {
        std::string conflict, subject;
        FactId fact, other;
    };

    void conflicts() {
        std::vector<Found> found;
        auto row = in_.database->query("SELECT conflict, subject, origin, seq, other_origin, other_seq FROM conflict");
        while (row.step())
            found.push_back({row.text(0),
                             row.text(1),
                             {OriginId::from(row.bytes(2)).value_or(OriginId{}), row.unsigned_integer(3)},
                             {OriginId::from(row.bytes(4)).value_or(OriginId{}), row.unsigned_integer(5)}});
        for (const Found& one : found) {
            if (one.conflict == "double_admission") double_admission(one);
            if (one.conflict == "against_withdrawal")
                against_revocation(one, {one.subject}, "Admitted where nobody knew yet that the guest had withdrawn.");
            if (one.conflict == "against_badge") against_badge(one);
            if (one.conflict == "withdrawn_twice") withdrawn_twice(one);
            if (one.conflict == "clock") clock(one);
        }
    }

    void double_admission(const Found& found) {
        const auto first = event(found.other), second = event(found.fact);
        if (!first || !second || !(is_single_entry(*first) || is_single_entry(*second))) return;
        Card& card = add(CardKind::double_admission, id_of(CardKind::double_admission, "", {found.other, found.fact}),
                         "One person was admitted twice to a place with single entry: two doors did not know of each "
                         "other then.");
        card.who = AttendeeId{found.subject};
        card.where = ledger_.programme().checkpoint(*second->checkpoint)->place;
        card.events = {*first, *second};
        std::ranges::sort(card.events, {}, [](const CardEvent& e) { return std::pair{e.happened, e.fact}; });
    }

    [[nodiscard]] bool is_single_entry(const CardEvent& event) const {
        const auto* checkpoint = event.checkpoint ? ledger_.programme().checkpoint(*event.checkpoint) : nullptr;
        return checkpoint && checkpoint->single_entry;
    }

    void against_badge(const Found& found) {
        const BadgeId badge{found.subject};
        const auto holder = in_.holder_of(badge);
        if (!holder) return;
        against_revocation(found, *holder,
                           ledger_.is_revoked(badge) ? "Admitted where nobody knew yet that the badge was revoked."
                                                     : "Admitted where nobody knew yet that the badge was replaced.");
    }

    void against_revocation(const Found& found, AttendeeId who, const std::string& what) {
        Card& card = add(CardKind::admitted_against_revocation,
                         id_of(CardKind::admitted_against_revocation, "", {found.fact, found.other}), what);
        card.who = std::move(who);
        for (const FactId& fact : {found.fact, found.other})
            if (auto known = event(fact)) card.events.push_back(std::move(*known)); // the admission first
        if (!card.events.empty() && card.events.front().checkpoint)
            if (const auto* checkpoint = ledger_.programme().checkpoint(*card.events.front().checkpoint))
                card.where = checkpoint->place;
    }

    void withdrawn_twice(const Found& found) {
        Card& card = add(CardKind::withdrawn_twice, id_of(CardKind::withdrawn_twice, "", {found.other, found.fact}),
                         "Two withdrew this registration and did not know of each other: look whether two substitutes "
                         "came in its place, and withdraw one.");
        card.who = AttendeeId{found.subject};
        for (const FactId& fact : {found.other, found.fact})
            if (auto known = event(fact)) card.events.push_back(std::move(*known));
    }

    void clock(const Found& found) {
        auto row = in_.database->query("SELECT clock_ahead FROM device WHERE id = ?");
        if (!row.bind(found.subject).step()) return;
        const std::int64_t ahead = row.integer(0), tenths = (std::abs(ahead) + 50) / 100;
        Card& card = add(CardKind::clock, id_of(CardKind::clock, "", {found.fact}),
                         "Its clock is " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s " +
                             (ahead > 0 ? "ahead" : "behind") + ": set it by the network's time.");
        card.device = device_of(found.subject);
        if (auto known = event(found.fact)) card.events = {std::move(*known)};
    }

    // --- origins ---

    void forks() {
        for (const auto& [origin, state] : in_.origins) {
            if (!state.is_branch()) continue;
            Card& card = add(CardKind::fork, id_of(CardKind::fork, "", {{origin, state.base.seq}}),
                             "The device went on from an older copy of itself. Both histories count, from fact " +
                                 std::to_string(state.base.seq + 1) + " on.");
            card.device = state.device;
            if (auto known = event({origin, state.base.seq + 1})) card.events = {std::move(*known)};
        }
    }

    // --- counts ---

    // The most persons that were in a place at once, by what happened when.
    struct Peak {
        int persons = 0;
        Instant when;
    };

    void over_full() {
        std::map<PlaceId, Peak> peaks;
        for (const Place& place : ledger_.programme().places)
            if (place.capacity && ever(place.id) > *place.capacity) peaks[place.id] = {};
        if (peaks.empty()) return;
        find_peaks(peaks);
        for (const auto& [id, peak] : peaks) {
            const int capacity = *ledger_.programme().place(id)->capacity;
            if (peak.persons <= capacity) continue;
            // A few more make no new card; a tenth of the room more does.
            const int step = (peak.persons - capacity - 1) / std::max(1, capacity / 10);
            Card& card =
                add(CardKind::over_full, id_of(CardKind::over_full, id.text + " " + std::to_string(step)),
                    std::to_string(peak.persons) + " persons were in a place for " + std::to_string(capacity) + ".");
            card.where = id;
            card.events = {{{}, {}, {}, std::nullopt, peak.when, peak.when}};
        }
    }

    // Entered it or anything in it, ever: no fewer than were there at once.
    [[nodiscard]] int ever(const PlaceId& where) const {
        int persons = 0;
        for (const Place& place : ledger_.programme().places) {
            if (!ledger_.programme().is_inside(place.id, where)) continue;
            auto row = in_.database->query("SELECT n FROM total WHERE name = 'ever' AND key = ?");
            if (row.bind(place.id.text).step()) persons += static_cast<int>(row.integer(0));
        }
        return persons;
    }

    void find_peaks(std::map<PlaceId, Peak>& peaks) const {
        const Programme& programme = ledger_.programme();
        std::map<PlaceId, int> inside;
        std::map<std::string, At> last;
        const auto is_in = [&](const At& at, const PlaceId& place) {
            return programme.is_inside(at.place, place) && (at.inside || at.place != place);
        };
        auto row = in_.database->query("SELECT subject, event, place, happened FROM history "
                                       "WHERE event IN ('entered', 'left') AND NOT voided ORDER BY happened, fact");
        while (row.step()) {
            const At now{{row.text(2)}, row.text(1) == "entered"};
            const auto [before, arrives] = last.try_emplace(row.text(0), now);
            for (auto& [place, peak] : peaks) {
                int& persons = inside[place];
                if (!arrives && is_in(before->second, place)) --persons;
                if (is_in(now, place)) ++persons;
                if (persons > peak.persons) peak = {persons, Instant{Milliseconds{row.integer(3)}}};
            }
            before->second = now;
        }
    }

    // --- facts that do not count ---

    struct Group {
        FactId first;
        std::size_t facts = 0;
    };

    void quarantined() {
        std::map<std::pair<OriginId, std::string>, Group> groups;
        auto row = in_.database->query("SELECT id, quarantine FROM fact WHERE quarantine IS NOT NULL ORDER BY id");
        while (row.step()) {
            const std::int64_t key = row.integer(0);
            const OriginId& origin = in_.origin_of_row.at(origin_row_of(key));
            if (row.text(1) == purged_body) continue;
            Group& group = groups[{origin, row.text(1)}];
            if (++group.facts == 1) group.first = {origin, seq_of(key)};
        }
        for (const auto& [key, group] : groups) {
            Card& card = add(
                CardKind::quarantined, id_of(CardKind::quarantined, key.second, {group.first}),
                std::to_string(group.facts) +
                    (group.facts == 1 ? " fact is kept and does not count: " : " facts are kept and do not count: ") +
                    key.second + ".");
            card.device = in_.origins.at(key.first).device;
            if (key.second != after_revocation) card.choices = {CardChoice::noted};
            if (auto known = event(group.first)) card.events = {std::move(*known)};
        }
    }

    // --- look-ups ---

    [[nodiscard]] std::optional<CardEvent> event(const FactId& id) const {
        const auto origin = in_.origins.find(id.origin);
        if (origin == in_.origins.end()) return std::nullopt;
        auto row = in_.database->query("SELECT f.time, f.kind, f.body FROM fact f WHERE f.id = ?");
        if (!row.bind(fact_key(origin->second, id.seq)).step()) return std::nullopt;
        const Instant recorded = Hlc{row.unsigned_integer(0)}.instant();
        CardEvent event{id, origin->second.device, {}, std::nullopt, recorded, recorded};
        const auto body = row.is_null(2) ? Result<Body>{fault(FaultKind::not_found, {})} : decode_body(row.bytes(2));
        if (body) {
            event.happened = body->happened;
            const auto payload = decode_payload(static_cast<Kind>(row.integer(1)), body->payload);
            const auto* entered = payload ? std::get_if<Entered>(&*payload) : nullptr;
            if (entered) event.checkpoint = entered->checkpoint;
        }
        event.device_name = in_.device_name(event.device);
        return event;
    }

    static std::optional<DeviceId> device_of(std::string_view hex) {
        const auto raw = from_hex(hex);
        return raw ? DeviceId::from(*raw) : std::nullopt;
    }

    void look_up_resolution(Card& card) const {
        auto row = in_.database->query("SELECT value FROM item WHERE kind = ? AND id = ?");
        if (!row.bind(static_cast<int>(SubjectKind::card)).bind(card.id).step()) return;
        const auto payload = decode_payload(Kind::card_resolved, row.bytes(0));
        const auto* resolved = payload ? std::get_if<CardResolved>(&*payload) : nullptr;
        if (resolved) card.resolved = Card::Resolution{resolved->choice, resolved->note};
    }

    Ledger::Inside& in_;
    const Ledger& ledger_;
    std::vector<Card> cards_;
};

} // namespace

std::vector<Card> Ledger::cards() const { return Collecting(*inside_, *this).collect(); }

std::optional<Milliseconds> Ledger::clock_ahead(const DeviceId& device) const {
    auto row = inside_->database->query("SELECT clock_ahead FROM device WHERE id = ?");
    if (!row.bind(device.hex()).step() || row.is_null(0)) return std::nullopt;
    return Milliseconds{row.integer(0)};
}

Result<> Ledger::resolve(const Card& card, CardChoice choice, const std::string& note) {
    if (std::ranges::find(card.choices, choice) == card.choices.end())
        return fault(FaultKind::bad_input, "\"" + std::string{name(choice)} + "\" is no choice of this card");
    std::vector<Draft> drafts = consequences(card, choice, now());
    if (choice == CardChoice::revoke || choice == CardChoice::trust)
        drafts.push_back(revocation(*card.device, "conflict " + card.id));
    drafts.push_back(resolution(card, choice, note, now()));
    const auto written = append(drafts);
    if (!written) return std::unexpected(written.error());
    return {};
}

} // namespace foyer
