// A disk that fills up under a running program, and has space again.
#pragma once

#include <filesystem>
#include <memory>

namespace foyer::test {

// A file system of its own in memory, seen by this thread and the programs it starts, gone with this program.
class SmallDisk {
public:
    // Nothing when this machine does not let us mount.
    static std::unique_ptr<SmallDisk> mount(const std::filesystem::path& where, std::size_t megabytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    void fill() const; // to the last byte
    void free() const;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    explicit SmallDisk(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;
};

// For machines that let nobody mount: no file of the running `process` grows beyond what it is at most now. The process
// must have been started while XfszIgnored lived.
void stop_growth(int process, const std::filesystem::path& folder);
void let_grow(int process);
struct XfszIgnored {
    XfszIgnored();
    ~XfszIgnored();
};

} // namespace foyer::test
