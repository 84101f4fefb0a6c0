// The last lines of the log, for staff who stand before the terminal. Nothing personal ever comes in here: lines name
// devices, files, reasons and numbers of cases. Any thread.
#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace foyer {

class Journal {
public:
    void say(const std::string& what);                   // to stderr, and kept
    void keep(std::string line);                         // it was said elsewhere
    [[nodiscard]] std::vector<std::string> last() const; // the newest last

private:
    mutable std::mutex mutex_;
    std::deque<std::string> lines_;
};

} // namespace foyer
