// One connection: the conversations of two nodes and the bytes on their way, in order, from each to the other.
#pragma once

#include <deque>

#include "sync/simulate/node.h"

namespace foyer::simulate {

class Network;

class Wire : public std::enable_shared_from_this<Wire> {
public:
    Wire(Stage& stage, Network& network, Node& dialer, Node& listener);

    void open(); // both sides say hello
    void cut();  // both are told at once; what is on its way is lost
    void beat(); // a few times a second
    void node_ended(const Node& node, bool silently);
    void new_facts(const Node& node);
    void leave(const Node& node, const std::string& why);
    [[nodiscard]] bool is_open() const { return !ends_[0].closed || !ends_[1].closed; }
    [[nodiscard]] bool dialer_is_open() const { return !ends_[0].closed; }
    [[nodiscard]] bool was_live() const { return was_live_; }
    [[nodiscard]] bool joins(const Node& node) const { return ends_[0].node == &node || ends_[1].node == &node; }
    // The device that proved itself to `node` here.
    [[nodiscard]] std::optional<DeviceId> device_at(const Node& node) const;
    [[nodiscard]] bool is_listener(const Node& node) const { return ends_[1].node == &node; }

private:
    struct End {
        Node* node;
        int life; // of the node, when the connection was made
        std::unique_ptr<Conversation> talk;
        std::deque<Bytes> outgoing;
        bool delivering = false, closed = false, silent = false, news_due = false;
        std::optional<DeviceId> peer;
        Role peer_role = Role::door;
    };
    End& other(const End& end) { return &end == &ends_[0] ? ends_[1] : ends_[0]; }
    End& end_of(const Node& node) { return ends_[0].node == &node ? ends_[0] : ends_[1]; }
    [[nodiscard]] bool is_alive(const End& end) const;
    template <class Act>
    void at(End& end, Act act);
    void apply(End& end, Output out);
    void note(End& end, const Notice& notice);
    void close(End& end, const std::string& why);
    void deliver_from(End& end);

    Stage& stage_;
    Network& network_;
    End ends_[2]; // dialer, listener
    bool was_live_ = false;
};

} // namespace foyer::simulate
