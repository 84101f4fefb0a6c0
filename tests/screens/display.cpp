#include "tests/screens/display.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace foyer {
namespace {

[[noreturn]] void become_server(int say_number) {
    const auto number = std::to_string(say_number);
    if (const int nowhere = open("/dev/null", O_WRONLY); nowhere >= 0) dup2(nowhere, STDERR_FILENO);
    execlp("Xvfb", "Xvfb", "-displayfd", number.c_str(), "-screen", "0", "1920x1920x24", "-nolisten", "tcp", "-noreset",
           nullptr);
    _exit(127);
}

// Xvfb writes the number it found free once it listens: an event to wait for, so nothing needs to be guessed or slept.
std::string read_number(int from) {
    std::string number;
    pollfd wait{from, POLLIN, 0};
    while (poll(&wait, 1, 20000) > 0) {
        std::array<char, 16> part{};
        const auto count = read(from, part.data(), part.size());
        if (count <= 0) break;
        number.append(part.data(), static_cast<std::size_t>(count));
        if (number.back() == '\n') return number.substr(0, number.size() - 1);
    }
    return {};
}

} // namespace

Display::Display() {
    setenv("LP_NUM_THREADS", "1", 0);
    if (!std::getenv("XDG_RUNTIME_DIR")) {
        std::string name = "/tmp/foyer-test-XXXXXX";
        if (mkdtemp(name.data())) {
            folder_ = name;
            setenv("XDG_RUNTIME_DIR", name.c_str(), 0);
        }
    }
    if (std::getenv("DISPLAY")) return;
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    server_ = fork();
    if (server_ == 0) become_server(ends[1]);
    close(ends[1]);
    const auto number = read_number(ends[0]);
    close(ends[0]);
    if (number.empty()) throw std::runtime_error("Xvfb did not start: is the package xvfb installed?");
    setenv("DISPLAY", (":" + number).c_str(), 1);
}

Display::~Display() {
    if (server_ > 0) {
        kill(server_, SIGTERM);
        waitpid(server_, nullptr, 0);
        unsetenv("DISPLAY");
    }
    if (!folder_.empty()) rmdir(folder_.c_str());
}

} // namespace foyer
