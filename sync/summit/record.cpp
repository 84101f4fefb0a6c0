#include "sync/summit/record.h"

namespace foyer {

Draft record_of(const Verdict& verdict, const Checkpoint& checkpoint, const Occasion& occasion) {
    const Subject who =
        verdict.attendee ? subject_of(*verdict.attendee) : Subject{SubjectKind::visitor, occasion.visitor};
    if (!is_admission(verdict.kind))
        return {who, Refused{checkpoint.id, verdict.reason, verdict.badge, occasion.case_number}, occasion.happened};
    if (verdict.reason == Reason::left)
        return {who, Left{checkpoint.place, checkpoint.id, verdict.badge}, occasion.happened};
    const PlaceId& place = verdict.reason == Reason::to_table ? *verdict.go_to : checkpoint.place;
    return {who, Entered{place, checkpoint.id, verdict.badge, verdict.reason}, occasion.happened};
}

} // namespace foyer
