// A source of codes that is kept open: opened, and after a fault closed and opened again a second later, each on a
// thread of its own, so that nobody waits for a device that hangs. Everything public is for the eye thread.
#pragma once

#include <mutex>
#include <thread>

#include "kiosk/app/event.h"
#include "scanner/bell.h"
#include "scanner/source.h"

namespace foyer {

// Of the calling thread, and of those that it starts. A busy decoder at nice 0 made each commit wait 3-4 ms, at nice 19
// it starved to 196 ms a frame.
void give_way_to_the_desk();

class KeptSource {
public:
    // `bell` is rung when it was opened, or could not be; it outlives this.
    KeptSource(SourceState::Kind kind, OpenSource open, const Bell& bell);
    ~KeptSource() = default; // waits for an opening that is under way
    KeptSource(const KeptSource&) = delete;
    KeptSource& operator=(const KeptSource&) = delete;

    // What it has; nothing: not now. A fault goes into `state`.
    std::optional<Glimpse> take();
    [[nodiscard]] const SourceState& state() const { return state_; }
    // To sleep on; -1: nothing to wait for. (What has ended may go on ringing.)
    [[nodiscard]] int ready() const { return source_ && !source_->ended() ? source_->ready() : -1; }

private:
    using Opened = Result<std::unique_ptr<CodeSource>>;
    void open_after(std::chrono::milliseconds pause);
    void take_over();

    OpenSource open_;
    const Bell& bell_;
    SourceState state_;
    std::unique_ptr<CodeSource> source_;
    std::mutex mutex_; // of the next one alone
    std::optional<Opened> opened_;
    std::jthread opening_; // last: ends before what it uses
};

} // namespace foyer
