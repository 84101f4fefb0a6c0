// The machine under a ledger, as far as SQLite does not ask it itself: its name, folders, small files that stay open.
// The simulator links another implementation of this header: a machine that lives in memory and can lose its power.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "sync/summit/fault.h"

namespace foyer {

// The name of the machine that holds `folder`; machines without one are one machine.
std::string machine_name(const std::filesystem::path& folder);
bool has_file(const std::filesystem::path& file);
Result<> make_folder(const std::filesystem::path& folder);
void remove_file(const std::filesystem::path& file); // best effort

// A file of at most 128 bytes, for its user only.
class SmallFile {
public:
    // Opens or creates it. not_allowed, with the system's reason.
    static Result<SmallFile> open(const std::filesystem::path& file);
    SmallFile(SmallFile&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
    SmallFile& operator=(SmallFile&&) = delete;
    ~SmallFile();

    // False: another process, or another SmallFile, has it. Held as long as this one.
    [[nodiscard]] bool lock() const;
    [[nodiscard]] std::string read() const;
    void write(std::string_view text) const; // over what is there; best effort, without a flush
    void flush() const;                      // best effort

private:
    explicit SmallFile(int handle) : handle_(handle) {}
    int handle_;
};

} // namespace foyer
