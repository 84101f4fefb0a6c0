// A real program that a test starts, kills and starts again. What it prints is kept over all its lives: its verdicts
// are what guests saw.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/demo/process.h"

namespace foyer::test {

class Program {
public:
    // `name` for people; what it complains about goes to a file of that name in `folder`.
    Program(std::string name, const std::filesystem::path& folder);

    // Waits for the first line that begins with `ready` (20 s) and returns it: "" when there was none.
    std::string start(const std::vector<std::string>& arguments, const std::string& ready,
                      const std::vector<std::pair<std::string, std::string>>& environment = {});
    void kill_at_once(); // kill -9; what it printed before is read
    int end();           // as an administrator would; its exit code
    void read();         // what it has printed meanwhile; does not wait
    [[nodiscard]] bool is_running() { return process_ && process_->running(); }
    [[nodiscard]] int id() const { return process_->id(); }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; } // of all its lives
    [[nodiscard]] std::string complaints() const;                                  // stderr, of all its lives
    [[nodiscard]] int kills() const { return kills_; }

private:
    void read_to_the_end();

    std::string name_;
    std::filesystem::path complaints_;
    std::optional<Process> process_;
    std::vector<std::string> lines_;
    int kills_ = 0;
};

} // namespace foyer::test
