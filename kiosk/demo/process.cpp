#include "kiosk/demo/process.h"

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace foyer {

using Steady = std::chrono::steady_clock;

static constexpr auto patience_before_kill = std::chrono::seconds{3};

Result<Process> Process::start(const std::vector<std::string>& arguments,
                               const std::vector<std::pair<std::string, std::string>>& environment,
                               Complaints complaints) {
    int pipe_ends[2];
    if (::pipe2(pipe_ends, O_CLOEXEC) != 0)
        return fault(FaultKind::busy, std::string{"no pipe: "} + std::strerror(errno));
    std::vector<char*> argv;
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child < 0) return fault(FaultKind::busy, std::string{"cannot start a program: "} + std::strerror(errno));
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM); // nothing is left running, even when we are killed
        if (::getppid() != parent) ::_exit(127);
        ::setpgid(0, 0); // Ctrl-C comes to us; we end our children in order
        ::dup2(pipe_ends[1], STDOUT_FILENO);
        if (complaints == Complaints::unheard) ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
        for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(pipe_ends[1]);
    return Process(child, pipe_ends[0]);
}

Process::Process(Process&& other) noexcept
    : child_(std::exchange(other.child_, -1)), output_(std::exchange(other.output_, -1)), status_(other.status_),
      buffer_(std::move(other.buffer_)) {}

Process::~Process() {
    if (child_ < 0) return;
    ask_to_end();
    (void)wait(patience_before_kill);
    if (output_ >= 0) ::close(output_);
}

std::optional<std::string> Process::next_line(std::chrono::milliseconds wait_at_most) {
    const auto deadline = Steady::now() + wait_at_most;
    for (;;) {
        if (const auto end = buffer_.find('\n'); end != std::string::npos) {
            std::string line = buffer_.substr(0, end);
            buffer_.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Steady::now()).count();
        if (output_ < 0 || left < 0) return std::nullopt;
        pollfd waiting{output_, POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(left)) <= 0) return std::nullopt;
        char chunk[4096];
        const ssize_t got = ::read(output_, chunk, sizeof chunk);
        if (got > 0) {
            buffer_.append(chunk, static_cast<std::size_t>(got));
            continue;
        }
        ::close(std::exchange(output_, -1));
    }
}

bool Process::running() {
    if (status_) return false;
    int status = 0;
    if (::waitpid(child_, &status, WNOHANG) == 0) return true;
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return false;
}

void Process::ask_to_end() {
    if (running()) ::kill(child_, SIGTERM);
}

void Process::nudge() {
    if (running()) ::kill(child_, SIGUSR1);
}

int Process::wait(std::chrono::milliseconds patience) {
    const auto deadline = Steady::now() + patience;
    while (running()) {
        if (Steady::now() > deadline) ::kill(child_, SIGKILL);
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return *status_;
}

} // namespace foyer
