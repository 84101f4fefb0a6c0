#include "kiosk/app/stand.h"

namespace foyer {

Stand without(Stand stand, const Stand& changed, const Stand& before) {
    const auto go_back = [&](auto... parts) {
        (((changed.*parts != before.*parts && stand.*parts == changed.*parts) ? void(stand.*parts = before.*parts)
                                                                              : void()),
         ...);
    };
    go_back(&Stand::mode, &Stand::volume, &Stand::zoom, &Stand::still, &Stand::camera_at, &Stand::scanner_at,
            &Stand::reach);
    return stand;
}

} // namespace foyer
