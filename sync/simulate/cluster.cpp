#include "sync/simulate/cluster.h"

#include <cassert>

#include "sync/ledger/identity.h"

namespace foyer::simulate {

static constexpr const char* folder = "/store";
static Cluster* living_one = nullptr;

Cluster& Cluster::living() {
    assert(living_one);
    return *living_one;
}

Cluster::Cluster(Stage& stage, const Ledger& hub, Clock clock) : stage_(stage), clock_(std::move(clock)) {
    assert(!living_one);
    living_one = this;
    Identity identity;
    identity.device = *DeviceId::from(random_bytes(16));
    identity.device_name = "Store";
    identity.keys = make_key_pair();
    identity.summit_key = hub.summit_key();
    identity.code_key = hub.identity().code_key;
    identity.certificate = certify({hub.summit_id(), identity.device, identity.keys.public_key, Role::hub, clock_()},
                                   {hub.summit_key(), *hub.private_value("summit_secret_key")});
    ledger_ = Ledger::create_node(folder, identity, clock_).value();
    ship();
}

Cluster::~Cluster() { living_one = nullptr; }

Disk& Cluster::disk() const { return stage_.machines.at(folder).disk; }

bool Cluster::answers(const DeviceId& hub) const { return !away_ && !away_from_.contains(hub); }

Have Cluster::marks() const {
    Have have = ledger_->have();
    for (const OriginId& own : ledger_->own_origins())
        for (const Audience audience : {Audience::floor, Audience::staff}) have.erase({own, audience});
    return have;
}

static std::unexpected<Fault> nobody_knows() {
    return fault(FaultKind::network, "The connection ended in a commit: nobody knows whether it came to pass.");
}

Result<std::vector<Receipt>> Cluster::commit(std::span<const SealedRun> frames) {
    const Ending how = std::exchange(next_, Ending::well);
    if (how == Ending::undone) return nobody_knows();
    std::vector<Receipt> receipts;
    if (!frames.empty()) {
        auto taken = ledger_->receive(frames);
        if (!taken) return taken;
        receipts = std::move(*taken);
    }
    if (how == Ending::unheard) standby_hears_ = false;
    if (!standby_hears_) return nobody_knows();
    ship();
    if (how == Ending::untold) return nobody_knows();
    return receipts;
}

void Cluster::ship() {
    shipped_ = disk().copy();
    safe_ = marks();
}

// --- what happens to it --------------------------------------------------------------------------------------------

void Cluster::cut_all() {
    for (auto& [hub, line] : lines_) line.cut();
}

void Cluster::goes_away(std::optional<DeviceId> hub) {
    if (!hub) {
        away_ = true;
        return cut_all();
    }
    away_from_.insert(*hub);
    if (const auto line = lines_.find(*hub); line != lines_.end()) line->second.cut();
}

void Cluster::comes_back(std::optional<DeviceId> hub) {
    if (hub)
        away_from_.erase(*hub);
    else
        away_ = false;
}

void Cluster::open() {
    auto opened = Ledger::open(folder, clock_);
    if (!opened) return stage_.found("store", "it does not open: " + opened.error().detail);
    ledger_ = std::move(*opened);
}

void Cluster::dies(Successor successor) {
    cut_all();
    disk().power_goes();
    ledger_.reset();
    disk().power_returns(stage_.random);
    if (successor == Successor::standby) {
        disk().clear();
        disk().put_back(shipped_);
    }
    open();
    standby_hears_ = true; // another one is made
    if (stage_.finding.empty()) ship();
}

void Cluster::put_back(const Disk::Files& files) {
    put_back_at_ = stage_.queue.now();
    shipped_ = files;
    dies(Successor::standby);
}

void Cluster::heal() {
    next_ = Ending::well;
    standby_hears_ = true;
    away_ = false;
    away_from_.clear();
}

// --- connections ---------------------------------------------------------------------------------------------------

Cluster::Line& Cluster::attach(const DeviceId& hub) {
    Line& line = lines_[hub];
    line.alive = std::make_shared<bool>(true);
    return line;
}

void Cluster::hint(const DeviceId& from) {
    for (auto& [hub, line] : lines_)
        if (hub != from && line.store && stage_.random.chance(80)) line.hinted();
}

} // namespace foyer::simulate
