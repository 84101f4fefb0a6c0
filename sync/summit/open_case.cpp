#include "sync/summit/open_case.h"

namespace foyer {

static constexpr std::string_view seen_to = "seen_to", waits = "waits";

// Beside the cards of the conflict inbox, whose ids are 16 digits.
Subject closing_subject(const FactId& refusal) {
    return {SubjectKind::card, "case-" + refusal.origin.hex() + "-" + std::to_string(refusal.seq)};
}

Draft case_said(const FactId& refusal, CaseState state, std::string note, Instant now) {
    const std::string_view choice = state == CaseState::seen_to ? seen_to : waits;
    return {closing_subject(refusal), CardResolved{std::string{choice}, std::move(note)}, now};
}

bool closes_case(const CardResolved& said) { return said.choice == seen_to; }

} // namespace foyer
