#include "sync/summit/instant.h"

#include <algorithm>

namespace foyer {

Hlc tick(Hlc last, Instant now) {
    const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(0, now.time_since_epoch().count()));
    return Hlc{std::max(ms << 16U, last.value + 1)};
}

} // namespace foyer
