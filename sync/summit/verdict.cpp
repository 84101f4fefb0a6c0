#include "sync/summit/verdict.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer {

static constexpr std::array reason_names{
    std::pair{Reason::welcome, "welcome"},
    std::pair{Reason::welcome_back, "welcome_back"},
    std::pair{Reason::left, "left"},
    std::pair{Reason::admitted_flagged, "admitted_flagged"},
    std::pair{Reason::again, "again"},
    std::pair{Reason::not_yet_open, "not_yet_open"},
    std::pair{Reason::closed, "closed"},
    std::pair{Reason::wrong_room, "wrong_room"},
    std::pair{Reason::not_invited, "not_invited"},
    std::pair{Reason::room_full, "room_full"},
    std::pair{Reason::outdated_badge, "outdated_badge"},
    std::pair{Reason::revoked, "revoked"},
    std::pair{Reason::withdrawn, "withdrawn"},
    std::pair{Reason::forged, "forged"},
    std::pair{Reason::not_ours, "not_ours"},
    std::pair{Reason::unknown_offline, "unknown_offline"},
    std::pair{Reason::cannot_record, "cannot_record"},
    std::pair{Reason::unknown_key, "unknown_key"},
    std::pair{Reason::retired_key, "retired_key"},
    std::pair{Reason::by_hand, "by_hand"},
    std::pair{Reason::free_passage, "free_passage"},
    std::pair{Reason::wrong_day, "wrong_day"},
    std::pair{Reason::category, "category"},
    std::pair{Reason::unpaid, "unpaid"},
    std::pair{Reason::needs_person, "needs_person"},
    std::pair{Reason::to_table, "to_table"},
    std::pair{Reason::meeting_later, "meeting_later"},
    std::pair{Reason::meeting_released, "meeting_released"},
    std::pair{Reason::no_meeting, "no_meeting"},
    std::pair{Reason::other_ticket, "other_ticket"},
};

bool is_admission(VerdictKind kind) { return kind == VerdictKind::admitted; }

std::string_view name(VerdictKind kind) {
    switch (kind) {
    case VerdictKind::admitted: return "admitted";
    case VerdictKind::again: return "again";
    case VerdictKind::go_elsewhere: return "go elsewhere";
    case VerdictKind::full: return "full";
    case VerdictKind::wait: return "wait";
    case VerdictKind::ask_a_person: return "ask a person";
    }
    return "";
}

std::string_view name(Reason reason) {
    const auto found = std::ranges::find(reason_names, reason, [](const auto& entry) { return entry.first; });
    return found == reason_names.end() ? "" : found->second;
}

std::optional<Reason> reason_named(std::string_view name) {
    const auto found =
        std::ranges::find(reason_names, name, [](const auto& entry) { return std::string_view{entry.second}; });
    if (found == reason_names.end()) return std::nullopt;
    return found->first;
}

} // namespace foyer
