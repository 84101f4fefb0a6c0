#include "scanner/sightings.h"

namespace foyer {
namespace {

constexpr std::size_t remembered_most = 32; // more codes than all sources see in two seconds

} // namespace

bool Sightings::is_new(ByteView code, SteadyTime now) {
    const auto same = std::find_if(seen_.begin(), seen_.end(), [&](const Seen& seen) {
        return std::equal(seen.code.begin(), seen.code.end(), code.begin(), code.end());
    });
    if (same == seen_.end()) {
        seen_.push_front({Bytes(code.begin(), code.end()), now});
        if (seen_.size() > remembered_most) seen_.pop_back();
        return true;
    }
    const bool another_since = same != seen_.begin();
    const auto wanted = another_since ? settings_.absent_after_another : settings_.absent;
    const bool is_new = now - same->last >= std::min(wanted, settings_.absent);
    std::rotate(seen_.begin(), same, same + 1);
    seen_.front().last = now;
    return is_new;
}

} // namespace foyer
