#include "sync/simulate/node.h"

#include "sync/simulate/saboteur.h"
#include "sync/simulate/seams.h"

namespace foyer::simulate {

// When a simulation begins.
static constexpr Instant morning{Milliseconds{1'685'318'400'000}};

Node::Node(Stage& stage, Witness& witness, int index, std::string machine, Role what)
    : number(index), name(std::move(machine)), role(what), stage_(stage), witness_(witness) {}

Instant Node::now() const {
    const auto drifted = Milliseconds{(stage_.queue.now() - drift_began_).count() * ppm_ / 1'000'000};
    return morning + stage_.queue.now() + ahead_ + drifted;
}

void Node::drift(int ppm) {
    ahead_ += Milliseconds{(stage_.queue.now() - drift_began_).count() * ppm_ / 1'000'000};
    drift_began_ = stage_.queue.now();
    ppm_ = ppm;
}

void Node::clock_is_right() {
    drift(0);
    ahead_ = Milliseconds{0};
}

void Node::correct(Milliseconds offset) {
    // As a terminal's desk does: less is the network's jitter, more is a wrong hub.
    static constexpr Milliseconds worth_it{50}, believable{std::chrono::hours{48}};
    const auto size = std::chrono::abs(offset);
    if (size > worth_it && size < believable) ahead_ += offset;
}

void Node::take(std::unique_ptr<Ledger> made) {
    ledger_ = std::move(made);
    const Identity& identity = ledger_->identity();
    identity_ = {identity.certificate, identity.keys.secret_key};
    ++life_;
    if (make_centre) centre_ = make_centre(*this);
    saboteur_ = make_saboteur(stage_.plant, centre_ ? static_cast<Store&>(*centre_) : *ledger_);
    ledger_->on_commit([this] {
        committed_ = true;
        if (centre_) centre_->notify_new_facts();
        if (on_new_facts) on_new_facts();
    });
    witness_.opened(*this);
}

void Node::boot() {
    if (is_up()) return;
    const Speaking speaking(is_old_version);
    auto opened = Ledger::open(folder(), clock());
    // What an older version kept without knowing it, it knows now; that its rows change is as it must be.
    if (opened && was_old_version && !is_old_version) {
        const auto rows = (*opened)->rebuild();
        if (!rows && rows.error().kind != FaultKind::corrupt) opened = std::unexpected(rows.error());
    }
    if (disk().is_dead()) {
        if (opened) ledger_ = std::move(*opened);
        return lose_power();
    }
    const bool sound = !disk().free_bytes && !disk().flushes_fail;
    if (!opened && sound) return stage_.found(name, "its ledger does not open: " + opened.error().detail);
    if (!opened) return stage_.say(name, "cannot start: " + opened.error().detail);
    stage_.say(name, "starts" + ((*opened)->doubt().empty() ? "" : ", in doubt: " + (*opened)->doubt()));
    take(std::move(*opened));
}

void Node::end(const char* how, bool silently) {
    stage_.say(name, how);
    const Speaking speaking(is_old_version);
    saboteur_.reset();
    centre_.reset();
    ledger_.reset();
    dismissed.reset();
    if (on_end) on_end(silently);
}

void Node::stop() {
    if (!is_up()) return;
    end("stops", false);
    if (disk().is_dead()) disk().power_returns(stage_.random);
}

void Node::retire(const char* why) {
    is_gone = true;
    end(why, false);
    witness_.gone(*this);
}

void Node::kill() {
    if (!is_up()) return;
    disk().power_goes();
    end("is killed", false);
    disk().programs_return();
}

void Node::lose_power() {
    disk().power_goes();
    if (is_up()) end("loses its power", true);
    disk().power_returns(stage_.random);
}

Store& Node::store() {
    if (saboteur_) return *saboteur_;
    return centre_ ? static_cast<Store&>(*centre_) : *ledger_;
}

void Node::after_act() {
    if (disk().is_dead()) return lose_power();
    if (std::exchange(committed_, false)) witness_.committed(*this);
}

} // namespace foyer::simulate
