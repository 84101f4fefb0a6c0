// What goes wrong, and when it is mended: a trouble every few seconds, each kind as likely as its weight. They may come
// together. When they end everything is mended.
#pragma once

#include "sync/simulate/world.h"

namespace foyer::simulate {

class Troubles {
public:
    explicit Troubles(World& world) : world_(world), stage_(world.stage) {}
    void begin();
    void end();

private:
    void next();
    void cause(Trouble trouble);
    void later(Milliseconds least, Milliseconds most, std::function<void()> act);
    Node* any();
    Node* terminal();
    Node* hub();

    void pull_cable();
    void part(bool one_way);
    void slow_down();
    void lose_power_in_a_write();
    void fill_disk();
    void fail_flushes();
    void restore(bool whole_machine);
    void clone();
    void revoke();
    void purge();
    void change_role();
    void set_clock(bool drifts);
    void run_old_version();
    void take_store_away();
    void end_commit_unknown();
    void fail_over();
    void restore_store();
    void carry(Node& from, Node& to, Bytes& message);

    World& world_;
    Stage& stage_;
    bool over_ = false;
    int clones_ = 0, revocations_ = 0, changes_ = 0;
    bool forging_ = false, losing_ = false; // the next facts on their way
};

} // namespace foyer::simulate
