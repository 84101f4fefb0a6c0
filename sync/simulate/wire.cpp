#include "sync/simulate/wire.h"

#include "sync/simulate/network.h"

namespace foyer::simulate {

Wire::Wire(Stage& stage, Network& network, Node& dialer, Node& listener)
    : stage_(stage), network_(network), ends_{{&dialer, dialer.life(), {}, {}}, {&listener, listener.life(), {}, {}}} {
    for (End& end : ends_) end.talk = std::make_unique<Conversation>(end.node->store(), end.node->identity());
}

bool Wire::is_alive(const End& end) const { return !end.closed && end.node->is_up() && end.node->life() == end.life; }

// A call of the end's conversation, as its program makes it; what comes of it.
template <class Act>
void Wire::at(End& end, Act act) {
    if (!is_alive(end)) return;
    const auto keep = shared_from_this();
    end.node->act([&](Ledger&) { apply(end, act(*end.talk, end.node->now())); });
}

void Wire::open() {
    for (End& end : ends_) at(end, [](Conversation& talk, Instant now) { return talk.on_connected(now); });
}

void Wire::apply(End& end, Output out) {
    for (Bytes& message : out.send) end.outgoing.push_back(std::move(message));
    for (const Notice& notice : out.notices) note(end, notice);
    if (!out.send.empty()) deliver_from(end);
    if (out.close) close(end, out.close->detail);
}

void Wire::note(End& end, const Notice& notice) {
    if (const auto* known = std::get_if<PeerKnown>(&notice)) {
        end.peer = known->device;
        end.peer_role = known->role;
        was_live_ = true;
        stage_.say(end.node->name, "meets " + other(end).node->name);
        network_.device_known(*this, *end.node);
    } else if (std::holds_alternative<AllReceived>(notice)) {
        end.node->ledger().complete_at(end.node->now());
    } else if (const auto* clock = std::get_if<ClockMeasured>(&notice)) {
        if (end.peer_role == Role::hub && end.node->role != Role::hub) end.node->correct(clock->offset);
    } else if (const auto* dismissed = std::get_if<Dismissed>(&notice)) {
        end.node->dismissed = dismissed->reason;
        stage_.say(end.node->name, "is dismissed by " + other(end).node->name);
    } else if (const auto* behind = std::get_if<NotSent>(&notice)) {
        stage_.found(end.node->name, "does not send " + behind->origin.hex() + ": " + behind->why);
    }
}

// The other end is told when all that was said before has arrived.
void Wire::close(End& end, const std::string& why) {
    if (end.closed) return;
    if (end.peer_role == Role::hub) end.node->dismissed.reset(); // until a hub says so again
    stage_.say(end.node->name, "leaves " + other(end).node->name + ": " + why);
    end.closed = true;
    deliver_from(end);
}

void Wire::deliver_from(End& end) {
    if (end.delivering || (end.outgoing.empty() && !end.closed)) return;
    end.delivering = true;
    const Milliseconds delay = network_.delay(*end.node, *other(end).node);
    stage_.queue.in(delay, [this, keep = shared_from_this(), &end] {
        End& to = other(end);
        end.delivering = false;
        if (to.closed) return;
        if (!network_.is_blocked(*end.node, *to.node)) {
            if (end.outgoing.empty()) {
                if (end.closed && !end.silent) close(to, "it has hung up");
                return;
            }
            Bytes message = std::move(end.outgoing.front());
            end.outgoing.pop_front();
            if (network_.on_its_way) network_.on_its_way(*end.node, *to.node, message);
            if (message.empty()) return deliver_from(end); // somebody took it away
            at(to, [&](Conversation& talk, Instant now) { return talk.on_message(message, now); });
        }
        deliver_from(end);
    });
}

void Wire::cut() {
    for (End& end : ends_) {
        if (!end.closed && end.peer_role == Role::hub) end.node->dismissed.reset();
        end.outgoing.clear();
        end.closed = true;
    }
}

void Wire::beat() {
    for (End& end : ends_) at(end, [](Conversation& talk, Instant now) { return talk.on_tick(now); });
}

void Wire::node_ended(const Node& node, bool silently) {
    End& end = end_of(node);
    if (end.closed) return;
    end.closed = true;
    end.silent = silently;
    if (silently)
        end.outgoing.clear();
    else
        deliver_from(end); // its operating system hangs up
}

void Wire::new_facts(const Node& node) {
    End& end = end_of(node);
    if (end.closed || end.news_due) return;
    end.news_due = true; // told together, as a link does
    stage_.queue.in(Milliseconds{2}, [this, keep = shared_from_this(), &end] {
        end.news_due = false;
        at(end, [](Conversation& talk, Instant now) { return talk.on_new_facts(now); });
    });
}

void Wire::leave(const Node& node, const std::string& why) {
    End& end = end_of(node);
    if (is_alive(end)) apply(end, end.talk->leave(why));
}

std::optional<DeviceId> Wire::device_at(const Node& node) const {
    const End& end = ends_[0].node == &node ? ends_[0] : ends_[1];
    return end.closed ? std::nullopt : end.peer;
}

} // namespace foyer::simulate
