#include "sync/simulate/world.h"

#include "sync/simulate/checks.h"
#include "sync/simulate/service.h"
#include "sync/simulate/troubles.h"

namespace foyer::simulate {

using std::chrono::seconds;

static constexpr Milliseconds calm_at_most{std::chrono::minutes{4}};

Report simulate(Options options) { return World(std::move(options)).run(); }

World::World(Options options)
    : stage(options.seed, options.plant, std::move(options.trace)), quiet_(options.quiet),
      shared_store_(options.shared_store) {}

Node* World::pick(const std::function<bool(const Node&)>& fits) {
    std::vector<Node*> fitting;
    for (const auto& node : nodes)
        if (node->is_up() && fits(*node)) fitting.push_back(node.get());
    return fitting.empty() ? nullptr : stage.random.pick(fitting);
}

// --- the venue -----------------------------------------------------------------------------------------------------

Node& World::add(const std::string& name, Role role) {
    nodes.push_back(std::make_unique<Node>(stage, knowledge, static_cast<int>(nodes.size()), name, role));
    Node& node = *nodes.back();
    node.on_new_facts = [this, &node] { network.new_facts(node); };
    node.on_end = [this, &node](bool silently) {
        network.node_ended(node, silently);
        node.back_at = stage.queue.now() + Milliseconds{stage.random.between(200, 8'000)};
    };
    node.disk().flushes_lie = stage.plant == Plant::flushes_lie;
    return node;
}

// Enrolled by the first hub. False: that could not write.
bool World::join(Node& node) {
    nodes.front()->act([&](Ledger& hub) {
        const auto code = hub.make_enrolment_code({node.role, node.name, std::nullopt}, std::chrono::minutes{10});
        const KeyPair keys = make_key_pair();
        auto identity = code ? hub.redeem_enrolment_code(*code, keys.public_key) : std::unexpected(code.error());
        if (!identity) return;
        identity->keys = keys;
        node.take(Ledger::create_node(node.folder(), *identity, node.clock()).value());
    });
    node.is_gone = !node.is_up();
    return node.is_up();
}

// Hubs know of each other by their store alone.
void World::share_store() {
    Node& first = *nodes.front();
    cluster = std::make_unique<Cluster>(stage, first.ledger(), [&first] { return first.now(); });
    for (const auto& node : nodes) {
        if (node->role != Role::hub) continue;
        node->make_centre = [this](Node& hub) { return make_centre(hub); };
        node->stop();
        node->boot();
    }
}

std::unique_ptr<Centre> World::make_centre(Node& hub) {
    Errands::Options options;
    options.hub = hub.device();
    options.hub_name = hub.name;
    const auto post = [this, &hub, life = hub.life()](std::function<void()> work) {
        stage.queue.in(Milliseconds{0}, [&hub, life, work = std::move(work)] {
            if (hub.life() == life) hub.act([&](Ledger&) { work(); });
        });
    };
    return std::make_unique<Centre>(hub.ledger(), options, post, [this, &hub] {
        network.new_facts(hub);
        check_settled(hub);
    });
}

// What a hub calls kept is with the standby, whatever happens to the primary. (Where histories part, names may be older
// on one side; and who puts an older store back takes that from it.)
void World::check_settled(const Node& hub) {
    const Centre* centre = hub.centre();
    if (centre == nullptr || !centre->state().connected || hub.ledger().forks() + cluster->ledger().forks() > 0) return;
    if (stage.queue.now() - cluster->put_back_at() < seconds{1}) return;
    const Have& safe = cluster->safe();
    for (const auto& [key, mark] : centre->settled()) {
        const auto there = safe.find(key);
        if (there == safe.end() || there->second.seq < mark.seq)
            return stage.found(hub.name, "calls kept what the store may lose: fact " + std::to_string(mark.seq) +
                                             " of origin " + key.origin.hex().substr(0, 8));
    }
}

// A terminal keeps a connection to some hub, another hub to the first one, and doors to their neighbour.
void World::connect(Node& node) {
    std::vector<Node*> hubs, neighbours;
    for (const auto& other : nodes) {
        if (other->role == Role::hub) hubs.push_back(other.get());
        if (other->role == Role::door && other->number < node.number) neighbours = {other.get()};
    }
    if (&node == nodes.front().get()) return;
    if (node.role == Role::hub && !cluster) network.keep(node, {nodes.front().get()});
    if (node.role != Role::hub) network.keep(node, std::move(hubs));
    if (node.role == Role::door) network.keep(node, std::move(neighbours));
}

Node& World::add_twin(Node& node, bool has_its_name) {
    Node& twin = add(node.name + "." + std::to_string(nodes.size()), node.role);
    stage.machines.at(twin.folder()).name = has_its_name ? stage.machines.at(node.folder()).name : twin.name;
    twin.disk().put_back(node.disk().copy());
    twin.checkpoint = node.checkpoint;
    twin.is_old_version = node.is_old_version;
    twin.was_old_version = node.was_old_version;
    twin.may_fork = node.may_fork = true;
    connect(twin);
    keep_walking(twin);
    return twin;
}

void World::enrol_anew(Node& node) {
    const Role role = node.role == Role::door ? Role::desk : Role::door;
    Node& anew = add(node.name + "." + std::to_string(nodes.size()), role);
    anew.checkpoint = node.checkpoint.text.empty() ? checkpoints().front() : node.checkpoint;
    if (!join(anew)) return;
    stage.fire(Trouble::role_changed);
    node.retire("is enrolled anew under another role");
    network.stop_keeping(node);
    connect(anew);
    if (role == Role::door)
        keep_walking(anew);
    else
        keep_working(anew);
}

bool World::is_present(const Node& node) const {
    const Node& first = *nodes.front();
    return !node.is_gone && !(first.is_up() && first.ledger().revoked(node.device()));
}

// --- its day -------------------------------------------------------------------------------------------------------

void World::keep_walking(Node& door) {
    stage.queue.in(Milliseconds{stage.random.between(200, 6'000)}, [this, &door] {
        if (day_is_over_) return;
        const bool serves = stage.random.chance(8);
        if (door.role == Role::door && serves) serve_at_door(stage, door);
        if (door.role == Role::door && !serves) people.walk_to(door);
        keep_walking(door);
    });
}

void World::keep_working(Node& desk) {
    stage.queue.in(Milliseconds{stage.random.between(500, 10'000)}, [this, &desk] {
        if (day_is_over_) return;
        if (stage.random.chance(10))
            serve_at_desk(stage, desk);
        else
            people.work_at(desk);
        keep_working(desk);
    });
}

void World::keep_starting() {
    for (const auto& node : nodes)
        if (!node->is_up() && !node->is_gone && node->back_at <= stage.queue.now()) {
            node->back_at = stage.queue.now() + seconds{1};
            node->boot();
        }
    stage.queue.in(Milliseconds{250}, [this] { keep_starting(); });
}

// As a terminal's desk does it: a revoked one goes when the hub has all that it recorded.
void World::keep_wiping() {
    for (const auto& node : nodes) {
        if (!node->is_up() || !node->dismissed || node->ledger().unacknowledged() > 0) continue;
        bool wiped = false;
        node->act([&](Ledger& ledger) { wiped = ledger.wipe(*node->dismissed).has_value(); });
        if (wiped && node->is_up()) node->retire("is wiped");
    }
    stage.queue.in(Milliseconds{400}, [this] { keep_wiping(); });
}

void World::keep_writing_back() {
    for (const auto& node : nodes)
        if (stage.random.chance(50)) node->disk().write_back();
    stage.queue.in(seconds{5}, [this] { keep_writing_back(); });
}

void World::start_people() {
    for (const auto& node : nodes) {
        if (node->role == Role::door)
            keep_walking(*node);
        else
            keep_working(*node);
    }
}

bool World::come_to_rest() {
    const Milliseconds end = stage.queue.now() + calm_at_most;
    while (stage.queue.now() < end && stage.finding.empty()) {
        const Milliseconds next = stage.queue.now() + seconds{1};
        while (stage.finding.empty() && stage.queue.step(next)) {}
        if (agree(*this)) return true;
    }
    return false;
}

Report World::run() {
    Node& first = add("hub", Role::hub);
    first.take(Ledger::create_summit(first.folder(), first.name, first.clock()).value());
    first.act([&](Ledger& hub) { people.invite(hub, 4 + stage.random.below(8), first.now()); });
    const bool has_second = stage.random.chance(50) && join(add("hub-2", Role::hub));
    if (shared_store_ && has_second && stage.random.chance(50)) share_store();
    const std::size_t desks = stage.random.below(3), doors = 2 + stage.random.below(3);
    for (std::size_t i = 1; i <= desks; ++i) (void)join(add("desk-" + std::to_string(i), Role::desk));
    for (std::size_t i = 1; i <= doors; ++i) {
        Node& door = add("door-" + std::to_string(i), Role::door);
        door.checkpoint = checkpoints()[i - 1];
        (void)join(door);
    }
    for (const auto& node : nodes) connect(*node);
    start_people();
    keep_starting();
    keep_writing_back();
    keep_wiping();
    Troubles troubles(*this);
    if (!quiet_) troubles.begin();
    const Milliseconds evening = seconds{60 + stage.random.below(120)};
    while (stage.finding.empty() && stage.queue.step(evening)) {}
    day_is_over_ = true;
    troubles.end();
    stage.say("all", "calm");
    const Milliseconds began = stage.queue.now();
    const bool rests = come_to_rest();
    if (!rests) stage.found("all", "do not agree: " + disagreement(*this));
    if (stage.finding.empty()) check(*this);
    const std::size_t forks = first.is_up() ? first.ledger().forks() : 0;
    return {stage.finding,
            stage.fired,
            stage.trace.digest(),
            nodes.size(),
            knowledge.facts().size(),
            knowledge.greens().size(),
            forks,
            stage.queue.now() - began};
}

} // namespace foyer::simulate
