// Tells systemd that the terminal is alive, by sd_notify's datagrams (sd_notify(3)): only while eye and desk go their
// rounds, so that a terminal of which one part hangs is started again. Without systemd it does nothing. Glass thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Watchdog {
public:
    using Time = std::chrono::steady_clock::time_point;
    // From NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID, as systemd sets them.
    Watchdog();
    // The socket's path ('@' before a name without a file), and after how long a silent program is ended.
    Watchdog(std::string socket, std::optional<std::chrono::microseconds> limit);
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    // The first picture is on the glass.
    void ready() { tell("READY=1"); }
    void ending() { tell("STOPPING=1"); }
    // `rounds`: of each part so far. Call it as often as the loop turns.
    void turn(Time now, const std::vector<std::uint64_t>& rounds);

private:
    void tell(const std::string& what) const;

    std::string socket_;
    std::optional<std::chrono::microseconds> limit_;
    int file_ = -1;
    Time told_{};
    std::vector<std::uint64_t> told_rounds_;
};

} // namespace foyer
