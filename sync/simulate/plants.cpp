#include "sync/simulate/plants.h"

#include <algorithm>
#include <array>

namespace foyer::simulate {

static constexpr std::array names = {
    PlantName{Plant::flushes_lie, "flushes-lie"},           PlantName{Plant::green_unrecorded, "green-unrecorded"},
    PlantName{Plant::bare_header_held, "bare-header-held"}, PlantName{Plant::fork_swallowed, "fork-swallowed"},
    PlantName{Plant::order_by_clock, "order-by-clock"},     PlantName{Plant::order_of_arrival, "order-of-arrival"},
    PlantName{Plant::mark_forgotten, "mark-forgotten"},     PlantName{Plant::sent_is_settled, "sent-is-settled"},
    PlantName{Plant::seals_unchecked, "seals-unchecked"},   PlantName{Plant::scans_counted, "scans-counted"},
    PlantName{Plant::again_admitted, "again-admitted"},     PlantName{Plant::revoked_admitted, "revoked-admitted"},
    PlantName{Plant::cutoff_lost, "cutoff-lost"},           PlantName{Plant::purge_forgotten, "purge-forgotten"},
    PlantName{Plant::conflict_untold, "conflict-untold"},   PlantName{Plant::seen_is_safe, "seen-is-safe"},
    PlantName{Plant::unknown_is_done, "unknown-is-done"},
};

std::span<const PlantName> plant_names() { return names; }

std::optional<Plant> plant_named(std::string_view name) {
    const auto found = std::ranges::find(names, name, &PlantName::name);
    return found == names.end() ? std::nullopt : std::optional{found->plant};
}

} // namespace foyer::simulate
