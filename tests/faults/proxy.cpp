#include "tests/faults/proxy.h"

#include <algorithm>
#include <deque>
#include <list>
#include <stdexcept>
#include <string>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace foyer::test {

namespace {

using Steady = std::chrono::steady_clock;
constexpr std::size_t waiting_most = 1 << 16; // like a network, it does not buffer everything

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    where.sin_port = htons(port);
    return where;
}

int new_socket() { return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); }

// What one end has said and the other has not heard yet.
struct Direction {
    struct Piece {
        Steady::time_point due;
        std::string bytes;
    };
    std::deque<Piece> waiting;
    std::size_t size = 0;
    bool ended = false; // nothing more comes
};

struct Line {
    int end[2] = {-1, -1};
    Direction from[2]; // what end[i] said
    bool lost = false;

    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    Line(int a, int b) : end{a, b} {}
    // With a reset: as when a machine is gone.
    ~Line() {
        const linger none{1, 0};
        for (const int socket : end) {
            ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
            ::close(socket);
        }
    }

    bool hear(int i, std::chrono::milliseconds delay) {
        char chunk[4096];
        const ssize_t got = ::recv(end[i], chunk, sizeof chunk, MSG_DONTWAIT);
        if (got < 0) return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
        if (got == 0) return from[i].ended = true;
        from[i].waiting.push_back({Steady::now() + delay, std::string(chunk, static_cast<std::size_t>(got))});
        from[i].size += static_cast<std::size_t>(got);
        return true;
    }
    // Passes on what is due, `most` bytes at most; how many, or less than 0 when the line is dead.
    long say(int i, std::size_t most) {
        Direction& direction = from[i];
        if (direction.waiting.empty()) return direction.ended ? -1 : 0;
        Direction::Piece& piece = direction.waiting.front();
        if (piece.due > Steady::now()) return 0;
        const ssize_t sent =
            ::send(end[1 - i], piece.bytes.data(), std::min(piece.bytes.size(), most), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0) return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : -1;
        piece.bytes.erase(0, static_cast<std::size_t>(sent));
        direction.size -= static_cast<std::size_t>(sent);
        if (piece.bytes.empty()) direction.waiting.pop_front();
        return sent;
    }
};

} // namespace

Proxy::Proxy(std::uint16_t to) : listener_(new_socket()), port_(0), to_(to) {
    sockaddr_in where = loopback(0);
    socklen_t size = sizeof where;
    if (::bind(listener_, reinterpret_cast<const sockaddr*>(&where), size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&where), &size) != 0)
        throw std::runtime_error("the proxy has no port");
    port_ = ntohs(where.sin_port);
    thread_ = std::thread([this] { run(); });
}

Proxy::~Proxy() {
    stop_ = true;
    thread_.join();
    ::close(listener_);
}

void Proxy::set(Weather weather, std::chrono::milliseconds delay) {
    delay_ms_ = delay.count();
    weather_ = weather;
}

void Proxy::cut_after(long bytes) { cut_after_ = bytes; }
void Proxy::lose_lines() { lose_ = true; }

void Proxy::run() {
    std::list<Line> lines;
    const auto take_in = [&] {
        const int near = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        const int far = new_socket();
        const sockaddr_in where = loopback(to_);
        const bool there =
            weather_ != Weather::away && ::connect(far, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0;
        lines.emplace_back(near, far);
        ++connections_;
        if (!there) lines.pop_back();
    };
    while (!stop_) {
        pollfd knock{listener_, POLLIN, 0};
        if (::poll(&knock, 1, 1) > 0) take_in();
        const Weather weather = weather_;
        if (lose_.exchange(false))
            for (Line& line : lines) line.lost = true;
        if (weather == Weather::away) lines.clear();
        if (weather == Weather::silent) continue;
        const std::size_t most = weather == Weather::dripping ? 1 : waiting_most;
        const std::chrono::milliseconds delay{weather == Weather::slow ? delay_ms_.load() : 0};
        for (auto line = lines.begin(); line != lines.end();) {
            bool alive = true;
            for (int i = 0; i < 2 && alive && !line->lost; ++i) {
                if (!line->from[i].ended && line->from[i].size < waiting_most) alive = line->hear(i, delay);
                long left = cut_after_;
                const long sent = alive ? line->say(i, left > 0 ? std::min(most, std::size_t(left)) : most) : -1;
                alive = sent >= 0;
                if (left > 0 && sent > 0) cut_after_ = left - sent;
            }
            line = alive ? std::next(line) : lines.erase(line);
        }
        if (cut_after_ == 0 && !lines.empty()) {
            lines.clear();
            cut_after_ = -1;
            ++cuts_;
        }
    }
}

} // namespace foyer::test
