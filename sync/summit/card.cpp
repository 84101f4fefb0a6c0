#include "sync/summit/card.h"

#include <algorithm>

namespace foyer {

std::string_view name(CardKind kind) {
    static constexpr std::string_view names[] = {
        "double_admission", "admitted_against_revocation", "withdrawn_twice", "fork", "clock", "over_full",
        "quarantined"};
    return names[static_cast<std::size_t>(kind)];
}

static constexpr std::string_view choice_names[] = {
    "noted", "both_stand", "void_earlier", "void_later", "admission_stands", "void_admission", "revoke", "trust"};

std::string_view name(CardChoice choice) { return choice_names[static_cast<std::size_t>(choice)]; }

std::optional<CardChoice> card_choice(std::string_view name) {
    const auto* found = std::ranges::find(choice_names, name);
    if (found == std::end(choice_names)) return std::nullopt;
    return static_cast<CardChoice>(found - std::begin(choice_names));
}

std::vector<CardChoice> choices_of(CardKind kind) {
    using enum CardChoice;
    switch (kind) {
    case CardKind::double_admission: return {void_later, void_earlier, both_stand};
    case CardKind::admitted_against_revocation: return {admission_stands, void_admission};
    case CardKind::fork: return {noted, revoke};
    case CardKind::withdrawn_twice:
    case CardKind::clock:
    case CardKind::over_full: return {noted};
    case CardKind::quarantined: return {noted, trust};
    }
    return {noted};
}

std::vector<Draft> consequences(const Card& card, CardChoice choice, Instant now) {
    using enum CardChoice;
    if (!card.who || card.events.empty()) return {};
    const auto void_entry = [&](const CardEvent& event) {
        const Voided voided{event.fact, "conflict " + card.id};
        return std::vector{Draft{subject_of(*card.who), voided, now}};
    };
    if (choice == void_earlier || choice == void_admission) return void_entry(card.events.front());
    if (choice == void_later) return void_entry(card.events.back());
    return {};
}

Draft resolution(const Card& card, CardChoice choice, std::string note, Instant now) {
    return {{SubjectKind::card, card.id}, CardResolved{std::string{name(choice)}, std::move(note)}, now};
}

} // namespace foyer
