#include "tests/faults/small_disk.h"

#include <csignal>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

namespace foyer::test {

namespace fs = std::filesystem;

std::unique_ptr<SmallDisk> SmallDisk::mount(const fs::path& where, std::size_t megabytes) {
    fs::create_directories(where);
    const std::string options = "size=" + std::to_string(megabytes) + "m";
    static const bool own_namespace =
        ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    if (!own_namespace || ::mount("tmpfs", where.c_str(), "tmpfs", 0, options.c_str()) != 0) return nullptr;
    return std::unique_ptr<SmallDisk>(new SmallDisk(where));
}

SmallDisk::~SmallDisk() {
    ::umount2(path_.c_str(), MNT_DETACH);
    std::error_code ignored;
    fs::remove(path_, ignored);
}

void SmallDisk::fill() const {
    const int file = ::open((path_ / "ballast").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    std::vector<char> block(1 << 20);
    while (!block.empty())
        if (::write(file, block.data(), block.size()) <= 0) block.resize(block.size() / 2);
    ::close(file);
}

void SmallDisk::free() const { fs::remove(path_ / "ballast"); }

void stop_growth(int process, const fs::path& folder) {
    std::uintmax_t most = 0;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == ".sqlite-wal")
            most = std::max(most, entry.file_size());
    rlimit limit{};
    ::prlimit(process, RLIMIT_FSIZE, nullptr, &limit);
    limit.rlim_cur = most;
    ::prlimit(process, RLIMIT_FSIZE, &limit, nullptr);
}

void let_grow(int process) {
    rlimit limit{};
    ::prlimit(process, RLIMIT_FSIZE, nullptr, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::prlimit(process, RLIMIT_FSIZE, &limit, nullptr);
}

XfszIgnored::XfszIgnored() { std::signal(SIGXFSZ, SIG_IGN); }
XfszIgnored::~XfszIgnored() { std::signal(SIGXFSZ, SIG_DFL); }

} // namespace foyer::test
