// The words that files use for the closed sets of sync/summit/words.h.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "sync/summit/words.h"

namespace foyer {

template <class Value>
using Choices = std::span<const std::pair<std::string_view, Value>>;

Choices<PlaceKind> place_kinds();
Choices<SessionKind> session_kinds();
Choices<Arrow> arrows();
Choices<Direction> directions();
Choices<Mode> modes();
Choices<UnknownCodeRule> unknown_code_rules();
Choices<Category> categories();
Choices<Hold> holds();
Choices<CodeKeyKind> code_key_kinds();
Choices<SecondFactor> second_factors();
Choices<StaffUnlock> staff_unlocks();
Choices<StaffRole> staff_roles();
Choices<WalkIns> walk_ins();

template <class Value>
std::optional<Value> choice_named(Choices<Value> choices, std::string_view name) {
    for (const auto& [word, value] : choices)
        if (word == name) return value;
    return std::nullopt;
}

// "site, hall, room, table"
template <class Value>
std::string listed(Choices<Value> choices) {
    std::string list;
    for (const auto& choice : choices) list += (list.empty() ? "" : ", ") + std::string{choice.first};
    return list;
}

// The candidate that somebody who typed `word` may have meant: at most two typing mistakes away. Empty: none.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

} // namespace foyer
