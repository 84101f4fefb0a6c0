// A pseudo terminal: what is said at one end, a hand scanner's, comes out at the other, which a serial device is.
#pragma once

#include <string>

namespace foyer::test {

class TerminalPair {
public:
    TerminalPair();
    ~TerminalPair() { hang_up(); }
    TerminalPair(const TerminalPair&) = delete;
    TerminalPair& operator=(const TerminalPair&) = delete;

    [[nodiscard]] const std::string& device() const { return device_; }
    void say(const std::string& bytes) const; // all of them, however long it takes
    void hang_up();                           // the plug is pulled

private:
    int end_ = -1;
    std::string device_;
};

} // namespace foyer::test
