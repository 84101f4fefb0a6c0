#include "kiosk/terminal/decide.h"

namespace foyer {

// "A-31": a letter for the terminal, so that two doors hardly ever give the same number, and a running count.
std::string Decider::next_case_number() {
    if (!cases_) cases_ = ledger_.own_cases();
    const char letter = static_cast<char>('A' + ledger_.identity().device.bytes[0] % 26);
    return std::string{letter} + "-" + std::to_string(++*cases_);
}

Draft Decider::draft_of(const Outcome& outcome, const Checkpoint& checkpoint) const {
    const Verdict& verdict = outcome.verdict;
    // Somebody whom nobody knows is a subject of their own, so that one stranger's scans never mix with another's.
    const Subject who =
        verdict.attendee ? subject_of(*verdict.attendee) : Subject{SubjectKind::visitor, to_hex(random_bytes(8))};
    if (!is_admission(verdict.kind))
        return {who, Refused{checkpoint.id, verdict.reason, verdict.badge, outcome.case_number}, outcome.read_at};
    if (verdict.reason == Reason::left)
        return {who, Left{checkpoint.place, checkpoint.id, verdict.badge}, outcome.read_at};
    return {who, Entered{checkpoint.place, checkpoint.id, verdict.badge, verdict.reason}, outcome.read_at};
}

std::optional<Fault> Decider::checkpoint_trouble() const {
    const Programme& programme = ledger_.programme();
    if (programme.checkpoints.empty() || programme.checkpoint(checkpoint_)) return std::nullopt;
    std::string known;
    for (const Checkpoint& checkpoint : programme.checkpoints)
        known += (known.empty() ? "" : ", ") + checkpoint.id.text;
    return Fault{FaultKind::not_found,
                 "no checkpoint \"" + checkpoint_.text + "\" in this summit; there are: " + known};
}

std::optional<Fault> Decider::trouble() const {
    auto wrong = checkpoint_trouble();
    return wrong ? std::move(wrong) : unwritten_;
}

Outcome Decider::decide(const Presented& code, Instant read_at) {
    Outcome outcome;
    outcome.read_at = read_at;
    const Checkpoint* checkpoint = ledger_.programme().checkpoint(checkpoint_);
    if (!checkpoint) {
        outcome.verdict = {VerdictKind::ask_a_person, Reason::cannot_record};
        return outcome;
    }
    outcome.verdict = admit(code, ledger_, *checkpoint, read_at);
    if (outcome.verdict.attendee) {
        outcome.attendee = ledger_.attendee(*outcome.verdict.attendee);
        outcome.person = ledger_.person(*outcome.verdict.attendee);
    }
    if (outcome.verdict.kind == VerdictKind::ask_a_person) outcome.case_number = next_case_number();
    const Draft draft = draft_of(outcome, *checkpoint);
    auto recorded = ledger_.append({&draft, 1});
    if (recorded) {
        outcome.recorded = std::move(*recorded);
        unwritten_.reset();
        return outcome;
    }
    unwritten_ = recorded.error();
    outcome.verdict.kind = VerdictKind::ask_a_person;
    outcome.verdict.reason = Reason::cannot_record;
    return outcome;
}

} // namespace foyer
