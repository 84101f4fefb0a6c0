#include "kiosk/app/stand.h"

namespace foyer {
namespace {

void each_part(auto take) {
    take(&Stand::mode), take(&Stand::volume), take(&Stand::zoom), take(&Stand::still);
    take(&Stand::camera_at), take(&Stand::scanner_at), take(&Stand::reach);
}

} // namespace

Stand with(Stand stand, const StandChange& change) {
    each_part([&](auto part) {
        if (change.to.*part != change.from.*part) stand.*part = change.to.*part;
    });
    return stand;
}

Stand without(Stand stand, const StandChange& change, const Stand& in_force) {
    each_part([&](auto part) {
        if (change.to.*part != change.from.*part && stand.*part == change.to.*part) stand.*part = in_force.*part;
    });
    return stand;
}

} // namespace foyer
