// Doors that make themselves known on the local network, by DNS-SD: the second way to find each other, for when the
// hub was never reached since the start. Behind it is Avahi, whose daemon does the work; where it does not run, this
// says so once and finds nobody, and it begins by itself when the daemon comes.
//
// A door announces the port, its device and place, and the summit (`_foyer-door._tcp`): ids, and nothing of a person.
// What is found is a place to go to and no proof: who is there proves it in the conversation.
#pragma once

#include <functional>
#include <memory>

#include "sync/replication/message.h"

namespace foyer {

class Discovery {
public:
    virtual ~Discovery() = default; // nothing is called back any more
};

struct Announced {
    SummitId summit;
    DeviceId device;
    std::string place;
    std::uint16_t port = 0;
};

// `found` and `say` (a sentence for the log) are called on a thread of Avahi's own. Found doors of other summits are
// left out, this door itself is not.
std::unique_ptr<Discovery> start_discovery(const Announced& self, std::function<void(DoorSeen)> found,
                                           std::function<void(const std::string&)> say);

} // namespace foyer
