// What systemd hears, on a socket of its kind.
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "kiosk/terminal/watchdog.h"
#include "tests/shell.h"

namespace foyer {
namespace {

using namespace std::chrono_literals;

class Systemd {
public:
    explicit Systemd(const std::string& path) : file_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        REQUIRE(path.size() < sizeof address.sun_path);
        std::memcpy(address.sun_path, path.data(), path.size());
        REQUIRE(::bind(file_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    ~Systemd() { ::close(file_); }
    Systemd(const Systemd&) = delete;
    Systemd& operator=(const Systemd&) = delete;

    // What it was told since it was last asked, one word after the other.
    std::string heard() {
        std::string all;
        char word[256];
        for (ssize_t got = 0; (got = ::recv(file_, word, sizeof word, 0)) > 0;)
            all += (all.empty() ? "" : " ") + std::string(word, static_cast<std::size_t>(got));
        return all;
    }

private:
    int file_;
};

const Watchdog::Time start{1h};

TEST_CASE("systemd hears that the terminal is ready, that it lives while all its parts do, and that it ends") {
    const test::Scratch scratch;
    Systemd systemd(scratch / "notify");
    Watchdog watchdog(scratch / "notify", 30s);
    watchdog.ready();
    CHECK(systemd.heard() == "READY=1");
    watchdog.turn(start, {5, 1});
    CHECK(systemd.heard() == "WATCHDOG=1");
    watchdog.turn(start + 9s, {90, 4});
    CHECK(systemd.heard().empty()); // not oftener than it needs to be
    watchdog.turn(start + 10s, {100, 4});
    CHECK(systemd.heard() == "WATCHDOG=1");
    watchdog.ending();
    CHECK(systemd.heard() == "STOPPING=1");
}

TEST_CASE("systemd hears nothing once one part stands still, whatever the others do") {
    const test::Scratch scratch;
    Systemd systemd(scratch / "notify");
    Watchdog watchdog(scratch / "notify", 30s);
    watchdog.turn(start, {5, 1});
    (void)systemd.heard();
    for (std::uint64_t i = 1; i < 10; ++i) watchdog.turn(start + i * 10s, {5 + 100 * i, 1});
    CHECK(systemd.heard().empty());
    watchdog.turn(start + 101s, {2000, 2});
    CHECK(systemd.heard() == "WATCHDOG=1");
}

TEST_CASE("Without systemd, without a limit and with a socket that has gone the terminal goes on") {
    const test::Scratch scratch;
    Watchdog nobody("", 30s), gone(scratch / "nothing", 30s);
    nobody.ready();
    nobody.turn(start, {1});
    gone.ready();
    gone.turn(start, {1});
    Systemd systemd(scratch / "notify");
    Watchdog unlimited(scratch / "notify", std::nullopt);
    unlimited.turn(start, {1});
    CHECK(systemd.heard().empty());
    Watchdog too_long(std::string(300, 'x'), 30s);
    too_long.ready();
}

} // namespace
} // namespace foyer
