// Tells on the hub's console when the disk of its ledger fills up, once, and when there is space again, once: nobody
// looks at the page of a hub that has stopped recording.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace foyer {

// The sentences, without disk and clock.
class DiskTale {
public:
    static constexpr std::uintmax_t little = 16'000'000, enough = 32'000'000; // bytes: no flicker between the two

    // What to say now that so many bytes are free; mostly nothing.
    std::optional<std::string> on_free(std::uintmax_t bytes);

private:
    bool full_ = false;
};

// Looks every two seconds on a thread of its own, prints to stderr; until it is destroyed.
class DiskWatch {
public:
    explicit DiskWatch(std::filesystem::path folder);

private:
    void watch(const std::stop_token& stop);

    std::filesystem::path folder_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    std::jthread thread_;
};

} // namespace foyer
