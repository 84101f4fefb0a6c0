#include "kiosk/demo/page_watch.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

namespace foyer {

static constexpr auto look_for_end_every = std::chrono::milliseconds{100};
static constexpr auto retry_pause = std::chrono::milliseconds{200};

static int connect_to(const HubAddress& hub) {
    addrinfo hints{}, *found = nullptr;
    hints.ai_socktype = SOCK_STREAM;
    if (::getaddrinfo(hub.host.c_str(), hub.port.c_str(), &hints, &found) != 0) return -1;
    int socket = ::socket(found->ai_family, found->ai_socktype | SOCK_CLOEXEC, found->ai_protocol);
    if (socket >= 0 && ::connect(socket, found->ai_addr, found->ai_addrlen) != 0) {
        ::close(socket);
        socket = -1;
    }
    ::freeaddrinfo(found);
    return socket;
}

PageWatch::PageWatch(HubAddress hub, std::string token) : hub_(std::move(hub)), token_(std::move(token)) {
    thread_ = std::jthread([this](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            listen(stop);
            std::this_thread::sleep_for(retry_pause);
        }
    });
}

PageWatch::~PageWatch() = default;

void PageWatch::listen(const std::stop_token& stop) {
    const int socket = connect_to(hub_);
    if (socket < 0) return;
    const std::string request = "GET /events HTTP/1.1\r\nHost: " + hub_.text() +
                                "\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + token_ + "\r\n\r\n";
    bool open = ::send(socket, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size());
    std::string buffer;
    while (open && !stop.stop_requested()) {
        pollfd waiting{socket, POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(look_for_end_every.count())) <= 0) continue;
        char chunk[16384];
        const ssize_t got = ::recv(socket, chunk, sizeof chunk, 0);
        open = got > 0;
        if (open) buffer.append(chunk, static_cast<std::size_t>(got));
        for (auto end = buffer.find('\n'); end != std::string::npos; end = buffer.find('\n')) {
            take_line(std::string_view{buffer}.substr(0, end));
            buffer.erase(0, end + 1);
        }
    }
    ::close(socket);
}

void PageWatch::take_line(std::string_view line) {
    static constexpr std::string_view field = "data:";
    if (!line.starts_with(field)) return;
    const auto json = nlohmann::json::parse(line.substr(field.size()), nullptr, false);
    if (!json.is_object() || !json.contains("recorded")) return;
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const Count count{json.value("recorded", 0), json.value("arrived", 0), now.time_since_epoch().count()};
    const std::lock_guard lock(mutex_);
    if (counts_.empty() || counts_.back().recorded != count.recorded)
        counts_.push_back(count);
    else
        counts_.back().arrived = count.arrived;
}

std::vector<PageWatch::Count> PageWatch::counts() const {
    const std::lock_guard lock(mutex_);
    return counts_;
}

PageWatch::Count PageWatch::latest() const {
    const std::lock_guard lock(mutex_);
    return counts_.empty() ? Count{} : counts_.back();
}

} // namespace foyer
