#include "sync/commands/clock.h"

#include "sync/summit/time_text.h"

namespace foyer {

static Instant wall() { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

Clock DemoClock::clock() const {
    return [offset = offset_ms_] { return wall() + Milliseconds{offset->load()}; };
}

Result<> DemoClock::pretend(std::string_view time, Milliseconds utc_offset) {
    if (time.empty()) return {};
    const auto wanted = read_time(time, utc_offset);
    if (!wanted) return std::unexpected(wanted.error());
    offset_ms_->store((*wanted - wall()).count());
    return {};
}

} // namespace foyer
