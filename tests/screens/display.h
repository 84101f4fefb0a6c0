// A display for tests: the one there is, or an Xvfb of our own on a free number, stopped at the end of the program.
#pragma once

#include <string>
#include <sys/types.h>

namespace foyer {

class Display {
public:
    // Throws std::runtime_error when neither is to be had.
    Display();
    ~Display();
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

private:
    pid_t server_ = 0;
    std::string folder_;
};

} // namespace foyer
