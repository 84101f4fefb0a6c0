// The press thread: what takes long and is not needed for a verdict, one job after the other: pictures to files now,
// badges to printers later. Bounded; a job that does not fit is refused, and the caller says so.
#pragma once

#include <functional>
#include <thread>

#include "kiosk/terminal/channel.h"

namespace foyer {

class Press {
public:
    using Job = std::function<void()>;

    Press()
        : thread_([this](const std::stop_token& stop) {
              while (auto job = jobs_.wait(stop)) (*job)();
          }) {}

    // False when too much is waiting.
    bool take(Job job) { return jobs_.push(std::move(job)); }

private:
    Channel<Job> jobs_{32};
    std::jthread thread_; // finishes what was taken, then ends
};

} // namespace foyer
