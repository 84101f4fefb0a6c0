#include "kiosk/terminal/kept_source.h"

#include <sys/resource.h>

#include <condition_variable>

namespace foyer {

static constexpr std::chrono::milliseconds at_once{0}, retry_pause{1000};

using State = SourceState::State;

void give_way_to_the_desk() {
    static constexpr int nice_of_eye = 5;
    (void)::setpriority(PRIO_PROCESS, 0, nice_of_eye); // Linux: of this thread only
}

static void wait(const std::stop_token& stop, std::chrono::milliseconds pause) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any stopped;
    stopped.wait_for(lock, stop, pause, [] { return false; });
}

KeptSource::KeptSource(SourceState::Kind kind, OpenSource open, const Bell& bell)
    : open_(std::move(open)), bell_(bell), state_{kind, State::starting, {}} {
    open_after(at_once);
}

void KeptSource::open_after(std::chrono::milliseconds pause) {
    // Closed there, too, and before the pause: the kernel gives a device's number to no other while it is open.
    opening_ = std::jthread([this, pause, old = std::move(source_)](const std::stop_token& stop) mutable {
        give_way_to_the_desk(); // GStreamer's threads begin here
        old.reset();
        wait(stop, pause);
        if (stop.stop_requested()) return;
        auto opened = open_();
        {
            const std::lock_guard lock(mutex_);
            opened_ = std::move(opened);
        }
        bell_.ring();
    });
}

void KeptSource::take_over() {
    std::optional<Opened> opened;
    {
        const std::lock_guard lock(mutex_);
        opened.swap(opened_);
    }
    if (!opened) return;
    if (*opened) {
        source_ = std::move(**opened);
        // A camera works once there is a picture: a feed may wait for its first guest.
        if (state_.kind == SourceState::Kind::hand_scanner) state_ = {state_.kind, State::ok, {}};
        return;
    }
    // What is missing stays so on the screen while it is tried again: nothing to repaint each second.
    state_ = {state_.kind, State::missing, opened->error().detail};
    open_after(retry_pause);
}

std::optional<Glimpse> KeptSource::take() {
    if (!source_) take_over();
    if (!source_ || source_->ended()) return std::nullopt;
    auto glimpse = source_->take();
    if (!glimpse) {
        state_ = {state_.kind, State::missing, glimpse.error().detail};
        open_after(retry_pause);
        return std::nullopt;
    }
    if (*glimpse || state_.state == State::ok || source_->ended()) state_ = {state_.kind, State::ok, source_->remark()};
    return std::move(*glimpse);
}

} // namespace foyer
