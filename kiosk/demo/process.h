// A child process whose output is read line by line. The child ends when this program does, however that happens.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sync/summit/fault.h"

namespace foyer {

class Process {
public:
    enum class Complaints { heard, unheard }; // stderr: where ours goes, or nowhere
    // `arguments[0]` is the program's path; stdout is read through next_line.
    static Result<Process> start(const std::vector<std::string>& arguments,
                                 const std::vector<std::pair<std::string, std::string>>& environment = {},
                                 Complaints complaints = Complaints::heard);
    Process(Process&& other) noexcept;
    Process& operator=(Process&&) = delete;
    ~Process(); // asks it to end, then ends it

    // The next line of its output; nothing when none came in time or its output has ended.
    std::optional<std::string> next_line(std::chrono::milliseconds wait_at_most);
    [[nodiscard]] bool output_ended() const { return output_ < 0; }
    [[nodiscard]] bool running(); // and collects its exit code when not
    void ask_to_end();            // SIGTERM
    void nudge();                 // SIGUSR1
    [[nodiscard]] int id() const { return child_; }
    // Exit code (128 + signal when killed). Ends it after `patience`.
    int wait(std::chrono::milliseconds patience);

private:
    Process(int child, int output) : child_(child), output_(output) {}
    int child_ = -1;
    int output_ = -1;
    std::optional<int> status_;
    std::string buffer_;
};

} // namespace foyer
