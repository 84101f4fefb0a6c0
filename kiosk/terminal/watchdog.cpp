#include "kiosk/terminal/watchdog.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>

namespace foyer {
namespace {

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::optional<std::int64_t> number_of(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number <= 0) return std::nullopt;
    return number;
}

// The limit is for the process that WATCHDOG_PID names, where it names one.
std::optional<std::chrono::microseconds> limit_from_environment() {
    const auto limit = number_of(from_environment("WATCHDOG_USEC"));
    const std::string whose = from_environment("WATCHDOG_PID");
    if (!limit || (!whose.empty() && number_of(whose) != ::getpid())) return std::nullopt;
    return std::chrono::microseconds{*limit};
}

} // namespace

Watchdog::Watchdog() : Watchdog(from_environment("NOTIFY_SOCKET"), limit_from_environment()) {}

Watchdog::Watchdog(std::string socket, std::optional<std::chrono::microseconds> limit)
    : socket_(std::move(socket)), limit_(limit) {
    if (!socket_.empty()) file_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

Watchdog::~Watchdog() {
    if (file_ >= 0) ::close(file_);
}

void Watchdog::tell(const std::string& what) const {
    sockaddr_un address{};
    if (file_ < 0 || socket_.size() >= sizeof address.sun_path) return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, socket_.data(), socket_.size());
    if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
    (void)::sendto(file_, what.data(), what.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address), length);
}

// A third of the time that is allowed, so that one turn that is late does no harm.
void Watchdog::turn(Time now, const std::vector<std::uint64_t>& rounds) {
    if (!limit_ || (told_ != Time{} && now - told_ < *limit_ / 3)) return;
    const bool all_move = told_rounds_.size() != rounds.size() ||
                          std::ranges::equal(rounds, told_rounds_, [](auto is, auto was) { return is != was; });
    if (!all_move) return;
    tell("WATCHDOG=1");
    told_ = now;
    told_rounds_ = rounds;
}

} // namespace foyer
