// Bugs that can be planted, to see that the checks find them. None: the rooms as they are in production.
//
// They sit at the seams of the rooms and not in them: in the disk and the crypto that stand in, in a store between
// conversation and ledger (saboteur.h), and in functions that are linked in place of others (seams.h).
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace foyer::simulate {

enum class Plant {
    none,
    flushes_lie,      // a commit is acknowledged before it is on the platter
    green_unrecorded, // the screen turns green although the ledger did not write
    bare_header_held, // a header without its staff body counts as having it
    fork_swallowed,   // another fact at a known place is taken for a repetition
    order_by_clock,   // who has seen whom is not looked at
    order_of_arrival, // rows depend on which fact came first
    mark_forgotten,   // the file beside the database is not looked at when it is opened
    sent_is_settled,  // what was sent once is not sent again
    seals_unchecked,  // whatever is sealed by nobody is taken
    scans_counted,    // a person who enters twice counts twice
    again_admitted,   // a single entry is not asked for
    revoked_admitted, // a revoked badge is not looked at
    cutoff_lost,      // all that a revoked device recorded counts
    purge_forgotten,  // names stay
    conflict_untold,  // a double admission makes no card
    seen_is_safe,     // what is read in the shared store counts as kept there
    unknown_is_done,  // a commit to the shared store whose end nobody knows counts as done
};

struct PlantName {
    Plant plant;
    std::string_view name;
};
std::span<const PlantName> plant_names(); // all but none
std::optional<Plant> plant_named(std::string_view name);

} // namespace foyer::simulate
