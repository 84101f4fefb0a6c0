// Who reaches whom: cables that are slow, pulled or blocked in one direction; and who dials whom.
//
// A connection is a stream: it delivers in order or ends. What is on its way into a blocked direction waits until that
// is open again or one of the two gives up.
#pragma once

#include <set>

#include "sync/simulate/wire.h"

namespace foyer::simulate {

class Network {
public:
    explicit Network(Stage& stage) : stage_(stage) {}

    // `from` keeps a connection to one of `to`, another one after each failure.
    void keep(Node& from, std::vector<Node*> to);
    void stop_keeping(const Node& from);

    // --- what happens to it ---
    void block(const Node& from, const Node& to) { blocked_.insert({from.number, to.number}); }
    void unblock(const Node& from, const Node& to) { blocked_.erase({from.number, to.number}); }
    void slow_down(const Node& node, Milliseconds by) { slow_[node.number] = by; }
    void pull_cables(Node& node); // what connects it now ends
    void heal();

    [[nodiscard]] bool is_blocked(const Node& from, const Node& to) const {
        return blocked_.contains({from.number, to.number});
    }
    Milliseconds delay(const Node& from, const Node& to);

    // --- for nodes and wires ---
    void node_ended(Node& node, bool silently);
    void new_facts(Node& node);
    void device_known(Wire& wire, const Node& at); // an older connection of the same device there ends
    std::function<void(Node& from, Node& to, Bytes& message)> on_its_way; // may change it; empty: it is lost

private:
    struct Kept {
        Node* from;
        std::vector<Node*> to;
        std::size_t next = 0;
        std::shared_ptr<Wire> wire;
        Milliseconds pause{250}, dial_at{0};
    };
    void beat();
    void dial(Kept& kept);

    Stage& stage_;
    std::vector<std::unique_ptr<Kept>> kept_;
    std::vector<std::shared_ptr<Wire>> wires_; // open at one end at least
    std::set<std::pair<int, int>> blocked_;
    std::map<int, Milliseconds> slow_;
    bool beats_ = false;
};

} // namespace foyer::simulate
