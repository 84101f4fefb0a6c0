// `in_order`, `fold` and `decode_payload` are compiled here a second time under the names true_... (CMakeLists.txt);
// what links against sync/summit in this program calls the ones below.
#include "sync/simulate/seams.h"

#include "sync/summit/fold.h"

namespace foyer {

std::vector<FoldFact> true_in_order(std::vector<FoldFact> facts);
Rows true_fold(std::span<const FoldFact> ordered);
Result<Payload> true_decode_payload(Kind kind, ByteView encoded);

static simulate::Plant the_plant = simulate::Plant::none;
static bool is_old_version = false;

std::vector<FoldFact> in_order(std::vector<FoldFact> facts) {
    if (the_plant == simulate::Plant::order_of_arrival) return facts;
    if (the_plant == simulate::Plant::order_by_clock)
        for (FoldFact& fact : facts) fact.seen.clear();
    return true_in_order(std::move(facts));
}

Rows fold(std::span<const FoldFact> ordered) {
    Rows rows = true_fold(ordered);
    if (the_plant == simulate::Plant::scans_counted)
        for (auto& [tally, n] : rows.tallies)
            if (tally.first == "ever") n = rows.presence.at({tally.second}).entries;
    if (the_plant == simulate::Plant::cutoff_lost) rows.revoked.reset();
    if (the_plant == simulate::Plant::purge_forgotten) rows.purged = false;
    if (the_plant == simulate::Plant::conflict_untold) rows.conflicts.clear();
    return rows;
}

Result<Payload> decode_payload(Kind kind, ByteView encoded) {
    if (is_old_version && simulate::is_new_kind(kind))
        return fault(FaultKind::bad_input, "a fact of a kind that this version does not know");
    return true_decode_payload(kind, encoded);
}

} // namespace foyer

namespace foyer::simulate {

bool is_new_kind(Kind kind) {
    return kind == Kind::note || kind == Kind::delegation || kind == Kind::badge_printed || kind >= Kind::session_runs;
}

Seams::Seams(Plant plant) { the_plant = plant; }
Seams::~Seams() { the_plant = Plant::none; }
Plant Seams::planted() { return the_plant; }

Speaking::Speaking(bool is_old) : before_(is_old_version) { is_old_version = is_old; }
Speaking::~Speaking() { is_old_version = before_; }

} // namespace foyer::simulate
