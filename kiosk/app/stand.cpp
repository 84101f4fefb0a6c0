#include "kiosk/app/stand.h"

namespace foyer {

Stand with(Stand stand, const StandChange& change) {
    const auto take = [&](auto... parts) {
        ((change.to.*parts != change.from.*parts ? void(stand.*parts = change.to.*parts) : void()), ...);
    };
    take(&Stand::mode, &Stand::volume, &Stand::zoom, &Stand::still, &Stand::camera_at, &Stand::scanner_at,
         &Stand::reach);
    return stand;
}

} // namespace foyer
