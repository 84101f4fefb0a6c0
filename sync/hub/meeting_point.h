// Where the hub saw the terminals: so that doors find each other, also once the hub is away. Lost with the process and
// told anew by the terminals. The hub's thread.
#pragma once

#include "sync/hub/json.h"
#include "sync/uplink/peer.h"

namespace foyer {

// A terminal's line as the page shows it.
Line line_of(const PeerState& peer);

class MeetingPoint {
public:
    // A connected terminal that said on which port it takes doors: it is met at the address that it came from.
    void note(const PeerState& peer);
    // All that were noted, as of `now`.
    [[nodiscard]] Doors doors(Instant now) const;

private:
    struct Seen {
        DoorSeen door;
        Instant heard;
    };
    std::map<DeviceId, Seen> seen_;
};

} // namespace foyer
