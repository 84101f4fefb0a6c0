#include "kiosk/terminal/decide.h"

#include <algorithm>

#include "kiosk/terminal/arrivals.h"
#include "kiosk/terminal/host.h"
#include "sync/summit/record.h"

namespace foyer {

// "A-31": a letter for the terminal, so that two doors hardly ever give the same number, and a running count.
std::string Decider::next_case_number() {
    if (!cases_) cases_ = ledger_.own_cases();
    const char letter = static_cast<char>('A' + ledger_.identity().device.bytes[0] % 26);
    return std::string{letter} + "-" + std::to_string(++*cases_);
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
    if (dismissed_) return dismissed_;
    auto wrong = checkpoint_trouble();
    return wrong ? std::move(wrong) : unwritten_;
}

void Decider::dismiss(const std::string& why) {
    dismissed_ = Fault{FaultKind::not_allowed, "this terminal is out of service, the organisers revoked it: " + why};
}

ProvenView proven_view(const Ledger& ledger, const Presented& code) {
    const BadgeId badge = badge_id_of(code_hash(ledger.identity().code_key, code.text));
    return {ledger, examine(code, ledger.summit_id(), ledger.programme(), ledger.code_keys()), badge,
            ledger.is_revoked(badge)};
}

std::optional<StaffRecognised> staff_of(const Ledger& ledger, const Presented& code) {
    const ProvenView view = proven_view(ledger, code);
    const auto badge = view.badge_of(view.code());
    if (!badge || badge->state == BadgeState::revoked || badge->state == BadgeState::replaced) return std::nullopt;
    const auto who = ledger.attendee(badge->attendee); // a signed code alone says nothing of a role
    if (!who || who->withdrawn || who->role == StaffRole::none) return std::nullopt;
    return StaffRecognised{who->id, ledger.person(who->id).value_or(Person{}), who->role};
}

InPerson::InPerson(const Ledger& known, const AttendeeId& who) : known_(known) {
    badge_.attendee = who;
    const auto badges = known.badges_of(who);
    const auto living = std::ranges::find_if(badges, [](const Badge& badge) {
        return badge.state != BadgeState::revoked && badge.state != BadgeState::replaced;
    });
    if (!badges.empty()) badge_ = living == badges.end() ? badges.front() : *living;
}

// By which door somebody came in first.
static std::optional<CheckpointId> first_entry(const Ledger& ledger, const AttendeeId& who, const PlaceId& where) {
    const auto file = ledger.person_file(who);
    if (!file) return std::nullopt;
    const AttendanceRow* first = nullptr;
    for (const AttendanceRow& row : file->attendance)
        if (row.event == "entered" && !row.voided && row.place == where && (!first || row.happened < first->happened))
            first = &row;
    return first ? std::optional{first->checkpoint} : std::nullopt;
}

Outcome Decider::decide(const AttendeeId& who, Instant now) { return decide({}, InPerson{ledger_, who}, now); }

Outcome Decider::decide(const Presented& code, Instant read_at) {
    const ProvenView view = proven_view(ledger_, code);
    return decide(view.code(), view, read_at);
}

Outcome Decider::decide(const Presented& code, const View& view, Instant read_at) {
    Outcome outcome;
    outcome.read_at = read_at;
    const Checkpoint* known = ledger_.programme().checkpoint(checkpoint_);
    if (!known || dismissed_) {
        outcome.verdict = {VerdictKind::ask_a_person, Reason::cannot_record};
        return outcome;
    }
    Checkpoint checkpoint = *known;
    checkpoint.mode = mode_.value_or(checkpoint.mode);
    outcome.verdict = admit(code, view, checkpoint, read_at);
    if (outcome.verdict.attendee) {
        outcome.attendee = view.attendee(*outcome.verdict.attendee);
        outcome.person = ledger_.person(*outcome.verdict.attendee);
    }
    if (outcome.verdict.before) outcome.before_at = first_entry(ledger_, *outcome.verdict.attendee, checkpoint.place);
    if (outcome.verdict.kind == VerdictKind::ask_a_person) outcome.case_number = next_case_number();
    std::vector<Draft> drafts{
        record_of(outcome.verdict, checkpoint, {read_at, outcome.case_number, to_hex(random_bytes(8))})};
    if (auto arrival = arrival_of(ledger_, checkpoint, outcome)) drafts.push_back(std::move(*arrival));
    auto recorded = ledger_.append(drafts);
    if (recorded) {
        outcome.recorded = {recorded->front()}; // the scan's own
        if (outcome.attendee) outcome.meetings = meetings_of(ledger_, outcome.attendee->id, read_at);
        unwritten_.reset();
        return outcome;
    }
    unwritten_ = recorded.error();
    outcome.verdict.kind = VerdictKind::ask_a_person;
    outcome.verdict.reason = Reason::cannot_record;
    return outcome;
}

} // namespace foyer
