// One machine with Foyer on it: a hub, a desk or a door. Its program starts, stops, is killed, loses its power; its
// clock is wrong; what it does with its ledger it does through `act`, after which its disk is looked at.
#pragma once

#include <memory>
#include <set>

#include "sync/central/centre.h"
#include "sync/ledger/ledger.h"
#include "sync/replication/conversation.h"
#include "sync/simulate/stage.h"

namespace foyer::simulate {

class Node;

// Who is told of what a node has on disk.
class Witness {
public:
    virtual ~Witness() = default;
    virtual void committed(Node& node) = 0; // something new, or nothing
    virtual void gone(Node& node) = 0;      // and its disk with it
    virtual void opened(Node& node) = 0;    // its program has started
};

class Node {
public:
    Node(Stage& stage, Witness& witness, int number, std::string machine, Role role);

    const int number;
    const std::string name; // of its machine
    const Role role;
    CheckpointId checkpoint; // of a door

    // --- its program ---
    void take(std::unique_ptr<Ledger> made); // its first one
    void boot();
    void stop();                  // in order
    void retire(const char* why); // never to come back
    void kill();                  // at once; what it wrote is with the operating system
    void lose_power();            // at once; what was not flushed is lost, or not
    [[nodiscard]] bool is_up() const { return ledger_ != nullptr; }
    [[nodiscard]] int life() const { return life_; } // another number each time it starts
    [[nodiscard]] std::string folder() const { return "/" + name; }
    [[nodiscard]] Disk& disk() { return stage_.machines.at(folder()).disk; }
    std::function<void()> on_new_facts;
    std::function<std::unique_ptr<Centre>(Node&)> make_centre; // of a hub that shares a store
    std::function<void(bool silently)> on_end;

    // One call of its program; then what it has on disk is looked at, or it ends because the disk has.
    template <class Act>
    void act(Act what) {
        if (!is_up()) return;
        const Speaking speaking(is_old_version);
        what(*ledger_);
        after_act();
    }
    [[nodiscard]] Ledger& ledger() const { return *ledger_; } // is_up
    Store& store(); // what its conversations see: the ledger, or the centre before it, or a saboteur before that
    [[nodiscard]] const Centre* centre() const { return centre_.get(); }
    [[nodiscard]] NodeIdentity identity() const { return identity_; }
    [[nodiscard]] DeviceId device() const { return identity_.certificate.certificate.device; }

    // --- its clock ---
    [[nodiscard]] Instant now() const;
    Clock clock() {
        return [this] { return now(); };
    }
    void jump(Milliseconds by) { ahead_ += by; }
    void drift(int ppm);
    void correct(Milliseconds offset); // the centre's clock minus ours
    void clock_is_right();

    bool is_old_version = false;          // does not know every kind of fact
    bool was_old_version = false;         // at some time; its disk, or a copy of it, may still be as that left it
    bool was_restored = false;            // its disk is an older one since it last ran
    bool is_gone = false;                 // for good: wiped, or enrolled anew under another role
    std::optional<std::string> dismissed; // a hub says so on a connection that stands: its device is revoked
    bool may_fork = false;                // a whole machine went on from an older copy, or there are two of it
    Milliseconds back_at{0};              // when it starts again

private:
    void after_act();
    void end(const char* how, bool silently);

    Stage& stage_;
    Witness& witness_;
    std::unique_ptr<Ledger> ledger_;
    std::unique_ptr<Centre> centre_;
    std::unique_ptr<Store> saboteur_;
    NodeIdentity identity_;
    int life_ = 0;
    bool committed_ = false; // since its disk was last looked at
    Milliseconds ahead_{0}, drift_began_{0};
    int ppm_ = 0;
};

} // namespace foyer::simulate
