#include "sync/hub/clocks.h"

#include <algorithm>

#include "sync/summit/fold.h"

namespace foyer {

static bool is_news(Milliseconds ahead, std::optional<Milliseconds> noticed) {
    const Milliseconds now = std::chrono::abs(ahead), before = std::chrono::abs(noticed.value_or(Milliseconds{0}));
    if (before <= clock_tolerance) return now > clock_tolerance;
    if (now < clock_tolerance / 2) return true; // right again, and not only just
    return std::chrono::abs(ahead - *noticed) > std::max(clock_tolerance, before / 4);
}

std::vector<Draft> clock_notices(const Ledger& ledger, const std::map<DeviceId, Milliseconds>& ahead) {
    std::vector<Draft> drafts;
    for (const auto& [device, by] : ahead)
        if (is_news(by, ledger.clock_ahead(device)))
            drafts.push_back({{SubjectKind::device, device.hex()}, ClockNoticed{by}, ledger.now()});
    return drafts;
}

} // namespace foyer
