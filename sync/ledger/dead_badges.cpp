// Who entered by a badge that somebody else had killed: the one conflict that joins two subjects, the badge and its
// holder. Looked at again whenever facts of either came, so that the order in which they come makes no difference.
#include <algorithm>

#include "sync/ledger/inside.h"
#include "sync/ledger/row_writer.h"
#include "sync/summit/unaware.h"

namespace foyer {

void Ledger::Inside::note_badges(const Subject& subject, const Rows& before, const Rows& after) {
    for (const Rows* rows : {&before, &after}) {
        if (!rows->badge) continue;
        if (rows->badge->issued.replaces) badges_due.insert(*rows->badge->issued.replaces);
        badges_due.insert({subject.id}); // it died, or whose it is was heard of after its death
    }
    // Any fact of the holder may be the one through which a killer had seen an entry.
    for (const Rows* rows : {&before, &after})
        for (const AttendanceRow& row : rows->attendance)
            if (row.event == "entered" && row.badge) badges_due.insert(*row.badge);
}

namespace {

std::vector<FoldFact> killers_of(const Ledger::Inside& in, const BadgeId& badge) {
    std::vector<FoldFact> killers;
    const auto collect = [&](const BadgeId& subject, auto kills) {
        for (FoldFact& fact : in.facts_of(subject_of(subject)))
            if (fact.counts && kills(fact.payload)) killers.push_back(std::move(fact));
    };
    collect(badge, [](const Payload& payload) { return std::holds_alternative<BadgeRevoked>(payload); });
    std::vector<BadgeId> successors;
    auto row = in.database->query("SELECT id FROM badge WHERE replaces = ?");
    row.bind(badge.text);
    while (row.step()) successors.push_back({row.text(0)});
    for (const BadgeId& successor : successors)
        collect(successor, [&](const Payload& payload) {
            const auto* issued = std::get_if<BadgeIssued>(&payload);
            return issued && issued->replaces == badge;
        });
    return in_order(std::move(killers));
}

} // namespace

std::optional<AttendeeId> Ledger::Inside::holder_of(const BadgeId& dead) const {
    auto row = database->query("SELECT attendee FROM badge WHERE id = ?1 AND "
                               "(revoked OR EXISTS(SELECT 1 FROM badge n WHERE n.replaces = ?1))");
    if (!row.bind(dead.text).step()) return std::nullopt;
    if (AttendeeId holder{row.text(0)}; !holder.text.empty()) return holder;
    // Nobody issued it here: a signed code or ticket says itself whose it is, and so did the door that let them in.
    auto entry =
        database->query("SELECT subject FROM history WHERE kind = ? AND event = 'entered' AND badge = ? LIMIT 1");
    entry.bind(static_cast<int>(SubjectKind::attendee)).bind(dead.text);
    return entry.step() ? std::optional{AttendeeId{entry.text(0)}} : std::nullopt;
}

void Ledger::Inside::apply_dead_badges() {
    for (const BadgeId& badge : std::exchange(badges_due, {})) {
        const auto holder = holder_of(badge);
        std::vector<ConflictRow> conflicts;
        if (holder) conflicts = against(badge, in_order(facts_of(subject_of(*holder))), killers_of(*this, badge));
        RowWriter(*database, subject_of(badge)).conflicts(conflicts);
    }
}

} // namespace foyer
