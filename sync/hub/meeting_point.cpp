#include "sync/hub/meeting_point.h"

namespace foyer {

Line line_of(const PeerState& peer) { return {true, peer.last_contact, peer.clock_offset, peer.standing}; }

void MeetingPoint::note(const PeerState& peer) {
    if (!peer.standing || peer.standing->port == 0) return;
    if (!seen_.contains(peer.device) && seen_.size() == max_doors) return;
    const auto from = parse_hub_address(peer.address); // "10.0.0.7:40312": the port is of its line to us
    if (!from) return;
    seen_[peer.device] = {{peer.device, from->host, peer.standing->port, peer.standing->place, Milliseconds{0}},
                          peer.last_contact};
}

Doors MeetingPoint::doors(Instant now) const {
    Doors all;
    for (const auto& [device, seen] : seen_) {
        all.doors.push_back(seen.door);
        all.doors.back().ago = std::max(Milliseconds{0}, now - seen.heard);
    }
    return all;
}

} // namespace foyer
