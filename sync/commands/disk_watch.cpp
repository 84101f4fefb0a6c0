#include "sync/commands/disk_watch.h"

#include <cstdio>

#include <fmt/format.h>

namespace foyer {

static constexpr auto look_every = std::chrono::seconds{2};

std::optional<std::string> DiskTale::on_free(std::uintmax_t bytes) {
    const bool full = bytes < (full_ ? enough : little);
    if (full == full_) return std::nullopt;
    full_ = full;
    const double mb = static_cast<double>(bytes) / 1e6;
    if (!full) return fmt::format("the disk has space again ({:.0f} MB free)", mb);
    return fmt::format("the disk is full ({:.1f} MB free): free some space; what the hub cannot record meanwhile, "
                       "terminals keep and send again",
                       mb);
}

DiskWatch::DiskWatch(std::filesystem::path folder)
    : folder_(std::move(folder)), thread_([this](const std::stop_token& stop) { watch(stop); }) {}

void DiskWatch::watch(const std::stop_token& stop) {
    DiskTale tale;
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        std::error_code error;
        const auto space = std::filesystem::space(folder_, error);
        if (!error)
            if (const auto words = tale.on_free(space.available))
                std::fprintf(stderr, "foyer: %s: %s\n", folder_.c_str(), words->c_str());
        woken_.wait_for(lock, stop, look_every, [] { return false; });
    }
}

} // namespace foyer
