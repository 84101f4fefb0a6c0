#include "sync/uplink/discovery.h"

#include <array>

#include <avahi-client/client.h>
#include <avahi-client/lookup.h>
#include <avahi-client/publish.h>
#include <avahi-common/error.h>
#include <avahi-common/malloc.h>
#include <avahi-common/thread-watch.h>

namespace foyer {

namespace {

constexpr const char* service = "_foyer-door._tcp";
// An announcement may be a cache's: a door is seen when it was heard, and not because it was found.
constexpr Milliseconds not_heard{std::chrono::hours{1}};

// The value of "name=value" among a service's texts.
std::string text_named(AvahiStringList* texts, const char* name) {
    AvahiStringList* found = avahi_string_list_find(texts, name);
    char* value = nullptr;
    if (found == nullptr || avahi_string_list_get_pair(found, nullptr, &value, nullptr) != 0) return "";
    const std::string text = value == nullptr ? "" : value;
    avahi_free(value);
    return text;
}

class AvahiDiscovery final : public Discovery {
public:
    AvahiDiscovery(Announced self, std::function<void(DoorSeen)> found, std::function<void(const std::string&)> say)
        : self_(std::move(self)), found_(std::move(found)), say_(std::move(say)), poll_(avahi_threaded_poll_new()) {
        if (poll_ == nullptr) return;
        connect();
        avahi_threaded_poll_start(poll_);
    }
    ~AvahiDiscovery() override {
        if (poll_ == nullptr) return;
        avahi_threaded_poll_stop(poll_);
        if (client_ != nullptr) avahi_client_free(client_); // and with it all that belongs to it
        avahi_threaded_poll_free(poll_);
    }
    AvahiDiscovery(const AvahiDiscovery&) = delete;
    AvahiDiscovery& operator=(const AvahiDiscovery&) = delete;

private:
    // NO_FAIL: a daemon that does not run yet is waited for.
    void connect() {
        int error = 0;
        client_ = avahi_client_new(avahi_threaded_poll_get(poll_), AVAHI_CLIENT_NO_FAIL, on_client, this, &error);
        if (client_ == nullptr) nobody(avahi_strerror(error));
    }

    void nobody(const char* why) {
        if (!said_)
            say_(std::string("doors on this network are found by the hub only: Avahi does not run here (") + why + ")");
        said_ = true;
    }

    static void on_client(AvahiClient* client, AvahiClientState state, void* of) {
        auto& self = *static_cast<AvahiDiscovery*>(of);
        if (state == AVAHI_CLIENT_S_RUNNING) return self.begin(client);
        if (state == AVAHI_CLIENT_CONNECTING) return self.nobody("it is waited for");
        if (state != AVAHI_CLIENT_FAILURE) return;
        if (avahi_client_errno(client) != AVAHI_ERR_DISCONNECTED)
            return self.nobody(avahi_strerror(avahi_client_errno(client)));
        avahi_client_free(client); // the daemon went: wait for the next
        self.client_ = nullptr;
        self.connect();
    }

    void begin(AvahiClient* client) {
        AvahiEntryGroup* group =
            avahi_entry_group_new(client, [](AvahiEntryGroup*, AvahiEntryGroupState, void*) {}, nullptr);
        const std::string device = self_.device.hex(), name = "Foyer door " + device.substr(0, 12);
        const std::string says_summit = "summit=" + self_.summit.hex(), says_device = "device=" + device,
                          says_place = "place=" + self_.place;
        const bool announced =
            group != nullptr &&
            avahi_entry_group_add_service(group, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC, AvahiPublishFlags{}, name.c_str(),
                                          service, nullptr, nullptr, self_.port, says_summit.c_str(),
                                          says_device.c_str(), says_place.c_str(), nullptr) == 0 &&
            avahi_entry_group_commit(group) == 0;
        const bool looking = avahi_service_browser_new(client, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC, service, nullptr,
                                                       AvahiLookupFlags{}, on_browsed, this) != nullptr;
        if (!announced || !looking) nobody(avahi_strerror(avahi_client_errno(client)));
    }

    static void on_browsed(AvahiServiceBrowser*, AvahiIfIndex interface, AvahiProtocol protocol,
                           AvahiBrowserEvent event, const char* name, const char* type, const char* domain,
                           AvahiLookupResultFlags, void* of) {
        auto& self = *static_cast<AvahiDiscovery*>(of);
        if (event == AVAHI_BROWSER_NEW && self.client_ != nullptr)
            avahi_service_resolver_new(self.client_, interface, protocol, name, type, domain, AVAHI_PROTO_UNSPEC,
                                       AvahiLookupFlags{}, on_resolved, of);
    }

    static void on_resolved(AvahiServiceResolver* resolver, AvahiIfIndex, AvahiProtocol, AvahiResolverEvent event,
                            const char*, const char*, const char*, const char*, const AvahiAddress* address,
                            std::uint16_t port, AvahiStringList* texts, AvahiLookupResultFlags, void* of) {
        if (event == AVAHI_RESOLVER_FOUND) static_cast<AvahiDiscovery*>(of)->take(*address, port, texts);
        avahi_service_resolver_free(resolver);
    }

    void take(const AvahiAddress& address, std::uint16_t port, AvahiStringList* texts) const {
        const auto raw = from_hex(text_named(texts, "device"));
        const auto device = raw ? DeviceId::from(*raw) : std::nullopt;
        std::array<char, AVAHI_ADDRESS_STR_MAX> host{};
        avahi_address_snprint(host.data(), host.size(), &address);
        const std::string where = host.data();
        // A link-local address is nothing without its interface.
        if (!device || text_named(texts, "summit") != self_.summit.hex() || where.starts_with("fe80:")) return;
        found_({*device, where, port, text_named(texts, "place"), not_heard});
    }

    Announced self_;
    std::function<void(DoorSeen)> found_;
    std::function<void(const std::string&)> say_;
    AvahiThreadedPoll* poll_;
    AvahiClient* client_ = nullptr;
    bool said_ = false;
};

} // namespace

std::unique_ptr<Discovery> start_discovery(const Announced& self, std::function<void(DoorSeen)> found,
                                           std::function<void(const std::string&)> say) {
    return std::make_unique<AvahiDiscovery>(self, std::move(found), std::move(say));
}

} // namespace foyer
