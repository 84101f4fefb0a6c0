#include "tests/hand/terminal_pair.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/catch.h"

namespace foyer::test {

TerminalPair::TerminalPair() : end_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    REQUIRE(end_ >= 0);
    REQUIRE(::grantpt(end_) == 0);
    REQUIRE(::unlockpt(end_) == 0);
    device_ = ::ptsname(end_);
}

void TerminalPair::say(const std::string& bytes) const {
    for (std::size_t said = 0; said < bytes.size();) {
        const auto count = ::write(end_, bytes.data() + said, bytes.size() - said);
        REQUIRE(count > 0);
        said += static_cast<std::size_t>(count);
    }
}

void TerminalPair::hang_up() {
    if (end_ >= 0) ::close(end_);
    end_ = -1;
}

} // namespace foyer::test
