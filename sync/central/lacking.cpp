#include "sync/central/lacking.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr std::size_t frame_bytes = 64 * 1024;

// A staff mark says that the floor's part is there too.
std::uint64_t reach(const Have& marks, const OriginId& origin, Audience audience) {
    std::uint64_t seq = 0;
    for (const Audience held : {Audience::floor, Audience::staff})
        if (const auto mark = marks.find({origin, held}); held >= audience && mark != marks.end())
            seq = std::max(seq, mark->second.seq);
    return seq;
}

class Lacking {
public:
    Lacking(const Store& from, const Have& mine, const Have& theirs, const std::set<OriginId>& anew)
        : from_(from), mine_(mine) {
        for (const auto& [key, mark] : theirs) {
            if (anew.contains(key.origin)) continue;
            const auto same = mine.find(key);
            const bool equal = same != mine.end() && same->second == mark;
            held_[key] = {equal ? mark.seq : from.common(key, theirs), mark.head};
        }
    }

    // False: enough for one time.
    Result<bool> take(const OriginId& origin, Audience audience, std::size_t& bytes_left) {
        std::uint64_t after = reach(held_, origin, audience);
        const std::uint64_t last = reach(mine_, origin, audience);
        if (after >= last) return true;
        if (const auto base = from_.base(origin)) { // a branch is nothing without what it branches off
            if (reach(held_, base->origin, Audience::floor) < base->seq) return true;
            after = std::max(after, base->seq);
        }
        while (after < last) {
            if (bytes_left == 0) return false;
            auto frame = from_.suffix(origin, audience, after, frame_bytes);
            if (!frame) return std::unexpected(frame.error());
            if (!*frame) return true;
            after = (*frame)->first_seq + (*frame)->facts.size() - 1;
            if ((*frame)->origin != origin) { // it goes on into a branch
                const auto left = from_.base((*frame)->origin);
                if (!left) return true; // the store went away
                after = left->seq;
            }
            for (const Audience part : {Audience::floor, audience})
                held_[{origin, part}].seq = std::max(held_[{origin, part}].seq, after);
            std::size_t bytes = 0;
            for (const auto& fact : (*frame)->facts) bytes += fact.header.size() + (fact.body ? fact.body->size() : 0);
            bytes_left -= std::min(bytes_left, bytes);
            frames.push_back(std::move(**frame));
        }
        return true;
    }

    std::vector<SealedRun> frames;

private:
    const Store& from_;
    const Have& mine_;
    Have held_; // there, or among the frames; heads do not matter
};

} // namespace

Result<std::vector<SealedRun>> lacking(const Store& from, const Have& mine, const Have& theirs, const Terms& terms) {
    Lacking work(from, mine, theirs, terms.anew);
    std::size_t bytes_left = terms.max_bytes;
    for (const auto& entry : mine) {
        if (terms.left_out.contains(entry.first.origin)) continue;
        // Staff runs first: they bring the floor's part along.
        for (const Audience audience : {Audience::staff, Audience::floor}) {
            const auto more = work.take(entry.first.origin, audience, bytes_left);
            if (!more) return std::unexpected(more.error());
            if (!*more) return std::move(work.frames);
        }
    }
    return std::move(work.frames);
}

std::set<OriginId> not_placed(const Store& from, std::span<const SealedRun> frames, std::span<const Receipt> receipts) {
    std::set<OriginId> origins;
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        if (receipts[i].outcome != Receipt::Outcome::hole) continue;
        origins.insert(frames[i].origin);
        if (const auto base = from.base(frames[i].origin)) origins.insert(base->origin);
    }
    return origins;
}

} // namespace foyer
