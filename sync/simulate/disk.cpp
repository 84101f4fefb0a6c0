#include "sync/simulate/disk.h"

#include <algorithm>

namespace foyer::simulate {

static constexpr std::size_t sector = 512;

std::size_t Disk::size(const std::string& name) const {
    const auto file = files_.find(name);
    return file == files_.end() ? 0 : file->second.content.size();
}

std::size_t Disk::read(const std::string& name, std::size_t offset, std::span<std::uint8_t> out) const {
    const auto file = files_.find(name);
    if (file == files_.end() || offset >= file->second.content.size()) return 0;
    const std::size_t count = std::min(out.size(), file->second.content.size() - offset);
    std::copy_n(file->second.content.begin() + static_cast<std::ptrdiff_t>(offset), count, out.begin());
    return count;
}

bool Disk::counts_as_last_write() {
    if (!dead_ && ++writes_ >= ends_at_) {
        dead_ = true;
        return true;
    }
    return false;
}

void Disk::apply(File& file, const Change& change, std::size_t upto) {
    if (change.new_size) return file.content.resize(*change.new_size);
    if (upto == 0) return;
    file.content.resize(std::max(file.content.size(), change.offset + upto));
    std::copy_n(change.after.begin(), upto, file.content.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

Disk::Written Disk::write(const std::string& name, std::size_t offset, ByteView bytes) {
    if (dead_) return Written::failed;
    File& file = files_[name];
    const std::size_t before = file.content.size(), after = std::max(before, offset + bytes.size());
    if (free_bytes && after - before > *free_bytes) return Written::full;
    if (free_bytes) *free_bytes -= after - before;
    Change change{offset, {bytes.begin(), bytes.end()}, std::nullopt, before, {}};
    if (offset < before) {
        const auto first = file.content.begin() + static_cast<std::ptrdiff_t>(offset);
        change.before.assign(first, first + static_cast<std::ptrdiff_t>(std::min(bytes.size(), before - offset)));
    }
    apply(file, change, bytes.size());
    file.unflushed.push_back(std::move(change));
    return counts_as_last_write() ? Written::failed : Written::done; // it may be there after all
}

Disk::Written Disk::resize(const std::string& name, std::size_t size) {
    if (dead_) return Written::failed;
    File& file = files_[name];
    const std::size_t before = file.content.size();
    if (size == before) return Written::done;
    Change change{size, {}, size, before, {}};
    if (size < before)
        change.before.assign(file.content.begin() + static_cast<std::ptrdiff_t>(size), file.content.end());
    file.content.resize(size);
    file.unflushed.push_back(std::move(change));
    return counts_as_last_write() ? Written::failed : Written::done;
}

Disk::Written Disk::flush(const std::string& name) {
    if (dead_ || flushes_fail) return Written::failed;
    if (flushes_lie) return Written::done;
    if (counts_as_last_write()) return Written::failed;
    File& file = files_[name];
    file.unflushed.clear();
    file.is_named = true;
    return Written::done;
}

Disk::Written Disk::remove(const std::string& name) {
    if (dead_ || counts_as_last_write()) return Written::failed;
    if (free_bytes) *free_bytes += size(name);
    files_.erase(name);
    return Written::done;
}

void Disk::write_back() {
    if (flushes_lie) return;
    for (auto& [name, file] : files_) {
        file.unflushed.clear();
        file.is_named = true;
    }
}

// Back to what is on the platter, then some of the rest: nothing, all up to some write, or any of them, one torn.
void Disk::lose_some(File& file, Random& random) {
    const std::vector<Change> changes = std::move(file.unflushed);
    file.unflushed.clear();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        file.content.resize(change->size_before);
        std::ranges::copy(change->before, file.content.begin() + static_cast<std::ptrdiff_t>(change->offset));
    }
    const std::uint64_t manner = random.below(3);
    const std::size_t whole = changes.empty() ? 0 : random.below(changes.size() + 1);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Change& change = changes[i];
        const bool stays = manner == 1 ? i < whole : manner == 2 && random.chance(50);
        if (stays)
            apply(file, change, change.after.size());
        else if (manner != 0 && i == whole && !change.new_size)
            apply(file, change, std::min(change.after.size() / sector * sector, sector * random.below(9)));
    }
}

void Disk::power_returns(Random& random) {
    for (auto file = files_.begin(); file != files_.end();) {
        const bool named = file->second.is_named || random.chance(50);
        lose_some(file->second, random);
        file->second.is_named = true;
        file = named ? std::next(file) : files_.erase(file);
    }
    dead_ = false;
    ends_at_ = never;
}

Disk::Files Disk::copy() const {
    Files files;
    for (const auto& [name, file] : files_) files[name] = file.content;
    return files;
}

void Disk::put_back(const Files& files) {
    for (const auto& [name, content] : files) files_[name] = {content, {}, true};
}

} // namespace foyer::simulate
