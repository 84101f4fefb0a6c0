#include "sync/simulate/network.h"

#include <algorithm>

namespace foyer::simulate {

static constexpr Milliseconds beat_every{500}, pause_min{250}, pause_max{5'000};

void Network::keep(Node& from, std::vector<Node*> to) {
    std::erase(to, &from);
    if (to.empty()) return;
    kept_.push_back(std::make_unique<Kept>(Kept{&from, std::move(to), 0, nullptr}));
    if (!beats_) beat();
    beats_ = true;
}

void Network::stop_keeping(const Node& from) {
    std::erase_if(kept_, [&](const auto& kept) { return kept->from == &from; });
}

Milliseconds Network::delay(const Node& from, const Node& to) {
    Milliseconds delay{1 + static_cast<int>(stage_.random.below(20))};
    for (const Node* node : {&from, &to})
        if (const auto slow = slow_.find(node->number); slow != slow_.end())
            delay += Milliseconds{stage_.random.between(0, slow->second.count())};
    return is_blocked(from, to) ? delay + Milliseconds{100} : delay;
}

void Network::beat() {
    std::erase_if(wires_, [](const auto& wire) { return !wire->is_open(); });
    const auto open = wires_;
    for (const auto& wire : open) wire->beat();
    for (const auto& kept : kept_) dial(*kept);
    stage_.queue.in(beat_every, [this] { beat(); });
}

void Network::dial(Kept& kept) {
    if (kept.wire && kept.wire->dialer_is_open()) return;
    if (kept.wire) {
        if (kept.wire->was_live())
            kept.pause = pause_min;
        else
            ++kept.next;
        kept.wire.reset();
        kept.dial_at = stage_.queue.now() + kept.pause - Milliseconds{stage_.random.between(0, kept.pause.count() / 2)};
        kept.pause = std::min(2 * kept.pause, pause_max);
    }
    if (stage_.queue.now() < kept.dial_at || !kept.from->is_up()) return;
    Node& to = *kept.to[kept.next++ % kept.to.size()];
    if (!to.is_up() || is_blocked(*kept.from, to) || is_blocked(to, *kept.from)) {
        kept.dial_at = stage_.queue.now() + kept.pause;
        kept.pause = std::min(2 * kept.pause, pause_max);
        return;
    }
    --kept.next; // the same one as long as it is there
    kept.wire = std::make_shared<Wire>(stage_, *this, *kept.from, to);
    wires_.push_back(kept.wire);
    kept.wire->open();
}

void Network::pull_cables(Node& node) {
    for (const auto& wire : wires_)
        if (wire->joins(node)) wire->cut();
}

void Network::heal() {
    blocked_.clear();
    slow_.clear();
    for (const auto& kept : kept_) kept->pause = pause_min;
}

void Network::node_ended(Node& node, bool silently) {
    const auto open = wires_;
    for (const auto& wire : open)
        if (wire->joins(node)) wire->node_ended(node, silently);
}

void Network::new_facts(Node& node) {
    for (const auto& wire : wires_)
        if (wire->joins(node)) wire->new_facts(node);
}

void Network::device_known(Wire& wire, const Node& at) {
    if (!wire.is_listener(at)) return;
    const auto device = wire.device_at(at);
    const auto open = wires_;
    for (const auto& older : open)
        if (older.get() != &wire && older->joins(at) && older->is_listener(at) && older->device_at(at) == device)
            older->leave(at, "this device has connected again");
}

} // namespace foyer::simulate
