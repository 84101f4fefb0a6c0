// The disk of one machine, in memory: files with a layer that is written and not yet on the platter.
//
// What was written is read back at once, as from an operating system's cache, and is lost wholly, in part or not at all
// when the power goes before a flush: a write may be torn at any 512 bytes, and later ones may stay where earlier ones
// are lost. The power may be told to go at a certain write: from then on everything fails until `power_returns`.
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>

#include "sync/simulate/random.h"
#include "sync/summit/bytes.h"

namespace foyer::simulate {

class Disk {
public:
    enum class Written { done, full, failed };
    using Files = std::map<std::string, Bytes>; // by name, as they would be read

    // --- what programs ask; a file that is written begins to exist ---
    [[nodiscard]] bool exists(const std::string& name) const { return files_.contains(name); }
    [[nodiscard]] std::size_t size(const std::string& name) const;
    // How many bytes there were.
    std::size_t read(const std::string& name, std::size_t offset, std::span<std::uint8_t> out) const;
    Written write(const std::string& name, std::size_t offset, ByteView bytes);
    Written resize(const std::string& name, std::size_t size);
    Written flush(const std::string& name);
    Written remove(const std::string& name);
    void write_back(); // as an operating system does every few seconds: all that was written is on the platter

    // --- what happens to it ---
    void power_goes_at(std::uint64_t write) { ends_at_ = writes_ + write; } // counted from now: the next one is 1
    void no_power_loss() { ends_at_ = never; }
    [[nodiscard]] bool is_dead() const { return dead_; }
    void power_goes() { dead_ = true; }
    void power_returns(Random& random);       // with what was on the platter, and some of what was not
    void programs_return() { dead_ = false; } // they were killed; what they wrote is with the operating system
    std::optional<std::size_t> free_bytes;    // none: it never fills
    bool flushes_fail = false;                // an error, though the bytes may be there
    bool flushes_lie = false;                 // says done and does nothing

    [[nodiscard]] std::uint64_t writes() const { return writes_; }
    [[nodiscard]] Files copy() const;
    void put_back(const Files& files); // these instead of those of the same names, on the platter
    void clear() { files_.clear(); }

private:
    struct Change { // undone in reverse order, done again in order
        std::size_t offset;
        Bytes after;
        std::optional<std::size_t> new_size; // a resize, not a write
        std::size_t size_before;
        Bytes before; // what was there, as far as the file went
    };
    struct File {
        Bytes content;
        std::vector<Change> unflushed;
        bool is_named = false; // its name is on the platter
    };
    static constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();

    bool counts_as_last_write();
    static void apply(File& file, const Change& change, std::size_t upto);
    static void lose_some(File& file, Random& random);

    std::map<std::string, File> files_;
    std::uint64_t writes_ = 0, ends_at_ = never;
    bool dead_ = false;
};

} // namespace foyer::simulate
