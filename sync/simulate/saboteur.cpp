#include "sync/simulate/saboteur.h"

#include <algorithm>

namespace foyer::simulate {

namespace {

class Saboteur : public Store {
public:
    explicit Saboteur(Store& store) : store_(store) {}
    [[nodiscard]] SummitId summit_id() const override { return store_.summit_id(); }
    [[nodiscard]] Bytes summit_key() const override { return store_.summit_key(); }
    [[nodiscard]] Have have() const override { return store_.have(); }
    [[nodiscard]] Result<std::optional<SealedRun>> suffix(const OriginId& origin, Audience audience,
                                                          std::uint64_t after, std::size_t max_bytes) const override {
        return store_.suffix(origin, audience, after, max_bytes);
    }
    Result<std::vector<Receipt>> receive(std::span<const SealedRun> frames) override { return store_.receive(frames); }
    [[nodiscard]] std::uint64_t common(const HaveKey& key, const Have& theirs) const override {
        return store_.common(key, theirs);
    }
    [[nodiscard]] std::optional<FactId> base(const OriginId& origin) const override { return store_.base(origin); }
    [[nodiscard]] std::uint64_t forks() const override { return store_.forks(); }
    Result<> heard(const Have& theirs, Role role) override { return store_.heard(theirs, role); }
    [[nodiscard]] std::optional<std::string> dismissed(const DeviceId& device) const override {
        return store_.dismissed(device);
    }
    [[nodiscard]] bool wrote(const DeviceId& device, const OriginId& origin) const override {
        return store_.wrote(device, origin);
    }

protected:
    Store& store_;
};

class BareHeaderHeld final : public Saboteur {
public:
    using Saboteur::Saboteur;
    [[nodiscard]] Have have() const override {
        Have have = store_.have();
        const bool staff = std::ranges::any_of(have, [](const auto& m) { return m.first.audience == Audience::staff; });
        if (!staff) return have;
        for (const auto& [key, mark] : store_.have()) have[{key.origin, Audience::staff}] = have[{key.origin}];
        return have;
    }
};

class ForkSwallowed final : public Saboteur {
public:
    using Saboteur::Saboteur;
    Result<std::vector<Receipt>> receive(std::span<const SealedRun> frames) override {
        std::vector<SealedRun> rest;
        std::vector<bool> taken;
        for (const SealedRun& frame : frames) {
            taken.push_back(!differs(frame));
            if (taken.back()) rest.push_back(frame);
        }
        auto receipts = store_.receive(rest);
        if (!receipts) return receipts;
        std::vector<Receipt> all;
        auto next = receipts->begin();
        for (std::size_t i = 0; i < taken.size(); ++i)
            all.push_back(taken[i] ? *next++ : Receipt{.reason = {}, .origin = frames[i].origin});
        return all;
    }
    [[nodiscard]] std::uint64_t common(const HaveKey& key, const Have& theirs) const override {
        const auto mark = theirs.find(key);
        return mark == theirs.end() ? 0 : mark->second.seq;
    }

private:
    // A fact here at the place of one of the frame's is another one.
    [[nodiscard]] bool differs(const SealedRun& frame) const {
        if (frame.facts.empty()) return false;
        const auto header = decode_header(frame.facts.front().header);
        if (!header || header->origin != frame.origin) return true; // a branch
        const auto have = store_.have();
        const auto mark = have.find({frame.origin, Audience::floor});
        if (mark == have.end() || mark->second.seq < frame.first_seq) return false;
        const auto ours = store_.suffix(frame.origin, Audience::floor, frame.first_seq - 1, std::size_t{1} << 20U);
        if (!ours || !*ours || (*ours)->first_seq != frame.first_seq) return false;
        const std::size_t both = std::min((*ours)->facts.size(), frame.facts.size());
        for (std::size_t i = 0; i < both; ++i)
            if ((*ours)->facts[i].header != frame.facts[i].header) return true;
        return false;
    }
};

class SentIsSettled final : public Saboteur {
public:
    using Saboteur::Saboteur;
    [[nodiscard]] Result<std::optional<SealedRun>> suffix(const OriginId& origin, Audience audience,
                                                          std::uint64_t after, std::size_t max_bytes) const override {
        auto run = store_.suffix(origin, audience, after, max_bytes);
        if (run && *run) sent_[{origin, audience}] = (*run)->first_seq + (*run)->facts.size() - 1;
        return run;
    }
    [[nodiscard]] std::uint64_t common(const HaveKey& key, const Have& theirs) const override {
        const auto sent = sent_.find(key);
        return std::max(store_.common(key, theirs), sent == sent_.end() ? 0 : sent->second);
    }

private:
    mutable std::map<HaveKey, std::uint64_t> sent_;
};

} // namespace

std::unique_ptr<Store> make_saboteur(Plant plant, Store& store) {
    switch (plant) {
    case Plant::bare_header_held: return std::make_unique<BareHeaderHeld>(store);
    case Plant::fork_swallowed: return std::make_unique<ForkSwallowed>(store);
    case Plant::sent_is_settled: return std::make_unique<SentIsSettled>(store);
    default: return nullptr;
    }
}

} // namespace foyer::simulate
