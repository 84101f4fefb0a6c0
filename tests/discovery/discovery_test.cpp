// Doors that find each other by DNS-SD, through a real daemon of Avahi on a network of their own (own_lan.sh).
#include <map>
#include <mutex>
#include <thread>

#include "sync/crypto/crypto.h"
#include "sync/uplink/discovery.h"
#include "tests/catch.h"

using namespace foyer;

namespace {

constexpr std::chrono::seconds found_within{15};

template <class Id>
Id some_id() {
    return *Id::from(random_bytes(16));
}

// A door that announces itself and notes whom it finds.
class Door {
public:
    Door(const SummitId& summit, std::uint16_t port, const std::string& place)
        : self{summit, some_id<DeviceId>(), place, port} {}
    void begin() {
        discovery_ = start_discovery(
            self,
            [this](const DoorSeen& door) {
                const std::scoped_lock one(lock_);
                found_.insert_or_assign(door.device, door);
            },
            [](const std::string& what) { UNSCOPED_INFO(what); });
    }
    void end() { discovery_.reset(); }
    [[nodiscard]] std::map<DeviceId, DoorSeen> found() const {
        const std::scoped_lock one(lock_);
        return found_;
    }
    [[nodiscard]] bool finds(const Door& other) const {
        const auto give_up = std::chrono::steady_clock::now() + found_within;
        while (std::chrono::steady_clock::now() < give_up) {
            if (found().contains(other.self.device)) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
        return false;
    }

    const Announced self;

private:
    mutable std::mutex lock_;
    std::map<DeviceId, DoorSeen> found_;
    std::unique_ptr<Discovery> discovery_; // the last: nothing is called back once it is gone
};

} // namespace

TEST_CASE("doors that no hub told of each other find each other on their network, with port and place") {
    const auto summit = some_id<SummitId>();
    Door east(summit, 4001, "hall"), west(summit, 4002, "site");
    east.begin();
    west.begin();
    REQUIRE(east.finds(west));
    REQUIRE(west.finds(east));
    const DoorSeen seen = east.found().at(west.self.device);
    CHECK(seen.port == 4002);
    CHECK(seen.place == "site");
    CHECK_FALSE(seen.host.empty());
}

TEST_CASE("doors of another summit on the same network are left out") {
    const auto summit = some_id<SummitId>();
    Door east(summit, 4003, "hall"), other(some_id<SummitId>(), 4004, "hall"), west(summit, 4005, "hall");
    other.begin();
    east.begin();
    west.begin();
    REQUIRE(east.finds(west)); // which was announced after the other
    CHECK_FALSE(east.found().contains(other.self.device));
    CHECK_FALSE(west.found().contains(other.self.device));
}

TEST_CASE("a door that comes when others have long been there is found by them") {
    const auto summit = some_id<SummitId>();
    Door early(summit, 4006, "hall"), late(summit, 4007, "hall");
    early.begin();
    std::this_thread::sleep_for(std::chrono::seconds{2});
    late.begin();
    CHECK(early.finds(late));
    CHECK(late.finds(early));
}
