// A bad network between a terminal and its hub: real sockets on the loopback, with a thread that passes bytes on as
// badly as it is told to.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

namespace foyer::test {

class Proxy {
public:
    enum class Weather {
        fair,
        slow,     // each piece of data waits `delay`
        dripping, // one byte at a time
        silent,   // nothing is passed on, nobody is told
        away,     // nobody answers
    };
    explicit Proxy(std::uint16_t to);
    ~Proxy();
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    void set(Weather weather, std::chrono::milliseconds delay = {});
    void cut_after(long bytes); // all lines that there are end when so many more bytes were passed on: within a frame
    void lose_lines();          // those that there are stay silent for ever; new ones are not touched
    [[nodiscard]] long connections() const { return connections_; } // so far
    [[nodiscard]] long cuts() const { return cuts_; }

private:
    void run();

    int listener_;
    std::uint16_t port_, to_;
    std::atomic<Weather> weather_ = Weather::fair;
    std::atomic<long> delay_ms_ = 0, cut_after_ = -1, connections_ = 0, cuts_ = 0;
    std::atomic<bool> lose_ = false, stop_ = false;
    std::thread thread_;
};

} // namespace foyer::test
