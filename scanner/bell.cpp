#include "scanner/bell.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cassert>
#include <cstdint>

namespace foyer {

Bell::Bell() : fd_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    assert(fd_ >= 0); // only where a process has no file descriptors left
}

Bell::~Bell() { ::close(fd_); }

void Bell::ring() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(fd_, &one, sizeof one); // full: it rings already
}

void Bell::clear() const {
    std::uint64_t rung = 0;
    [[maybe_unused]] const auto read = ::read(fd_, &rung, sizeof rung); // empty: nothing to clear
}

} // namespace foyer
