// A whole summit in one thread from one seed: a hub, doors and a desk, connections that break anywhere, disks that fill
// up. After the trouble everybody holds what they may hold.
#include <memory>
#include <random>

#include "tests/catch.h"
#include "tests/replication/wire.h"

using namespace foyer;
using namespace foyer::test;

namespace {

struct Terminal {
    NodeIdentity identity;
    std::unique_ptr<ModelStore> store;
    std::unique_ptr<Wire> wire; // a: the hub, b: this terminal
};

class Simulation {
public:
    explicit Simulation(std::uint32_t seed) : random_(seed), hub_id_(world_.enrol(Role::hub)), hub_(world_, hub_id_) {
        for (const Role role : {Role::door, Role::door, Role::door, Role::desk}) {
            Terminal terminal{world_.enrol(role), nullptr, nullptr};
            terminal.store = std::make_unique<ModelStore>(world_, terminal.identity);
            terminals_.push_back(std::move(terminal));
        }
        options_.window_bytes = 500 + below(4000);
        options_.window_frames = 1 + below(8);
        options_.frame_bytes = 100 + below(1000);
        options_.message_bytes = options_.frame_bytes + below(2000);
    }

    void step() {
        Terminal& terminal = terminals_[below(terminals_.size())];
        switch (below(20)) {
        case 0: terminal.wire.reset(); break; // cut, with whatever is on its way
        case 1: connect(terminal); break;
        case 2: hub_.disk_full = !hub_.disk_full; break;
        case 3: terminal.store->disk_full = below(4) == 0; break;
        case 4: write(hub_, true); break;
        case 5: write(*terminal.store, terminal.identity.certificate.certificate.role == Role::desk); break;
        case 6:
            if (terminal.wire) terminal.wire->tick(Milliseconds{below(3000)});
            break;
        default: deliver(terminal);
        }
        check(terminal);
    }

    void heal() {
        hub_.disk_full = false;
        for (Terminal& terminal : terminals_) {
            terminal.store->disk_full = false;
            connect(terminal);
        }
        for (int round = 0; round < 3; ++round) // what one brings, the others are told of in the next
            for (Terminal& terminal : terminals_) {
                terminal.wire->tell_new_facts();
                terminal.wire->pump();
                check(terminal);
            }
    }

    void require_converged() {
        for (const Terminal& terminal : terminals_) {
            REQUIRE(terminal.wire->is_live());
            const bool is_door = terminal.identity.certificate.certificate.role == Role::door;
            REQUIRE(terminal.store->facts.size() == terminals_.size() + 1);
            for (const auto& [origin, chain] : terminal.store->facts) {
                const auto& at_hub = hub_.facts.at(origin);
                REQUIRE(chain.size() == at_hub.size());
                for (std::size_t i = 0; i < chain.size(); ++i) {
                    REQUIRE(chain[i].raw == at_hub[i].raw);
                    REQUIRE(at_hub[i].body);
                    const bool withheld = is_door && chain[i].header.audience == Audience::staff;
                    REQUIRE(chain[i].body.has_value() != withheld);
                }
            }
            CHECK(terminal.wire->a.conversation.unacknowledged_frames() == 0);
            CHECK(terminal.wire->b.conversation.unacknowledged_frames() == 0);
        }
    }

private:
    std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

    void connect(Terminal& terminal) {
        terminal.wire = std::make_unique<Wire>(hub_, hub_id_, *terminal.store, terminal.identity, options_);
    }

    void write(ModelStore& store, bool staff_too) {
        std::vector<std::pair<Audience, std::string>> bodies;
        for (std::uint32_t count = 1 + below(4); count > 0; --count)
            bodies.emplace_back(staff_too && below(2) == 0 ? Audience::staff : Audience::floor,
                                std::string(1 + below(200), 'x'));
        store.write(bodies);
        for (Terminal& terminal : terminals_)
            if (terminal.wire) terminal.wire->tell_new_facts();
    }

    void deliver(Terminal& terminal) {
        if (!terminal.wire) return connect(terminal);
        Wire& wire = *terminal.wire;
        const bool from_hub = below(2) == 0;
        const std::size_t stored = wire.a.facts_stored;
        if (!wire.deliver(from_hub ? wire.a : wire.b)) return;
        if (wire.a.facts_stored > stored)
            for (Terminal& other : terminals_)
                if (other.wire) other.wire->tell_new_facts();
        if (wire.a.closed || wire.b.closed) closed_for_a_reason(wire);
    }

    // Only a full disk (and the other side's word of it) may end a conversation here.
    static void closed_for_a_reason(const Wire& wire) {
        for (const End* end : {&wire.a, &wire.b})
            if (end->closed) {
                CAPTURE(end->closed->detail);
                CHECK((end->closed->kind == FaultKind::disk || end->closed->kind == FaultKind::network));
            }
    }

    void check(const Terminal& terminal) const {
        if (!terminal.wire) return;
        for (const End* end : {&terminal.wire->a, &terminal.wire->b}) {
            CHECK(end->sent_twice.empty());
            CHECK(end->most_unacknowledged < options_.window_bytes + end->largest_frame + 1);
        }
        if (terminal.identity.certificate.certificate.role == Role::door) CHECK(terminal.wire->a.staff_bodies.empty());
    }

    std::mt19937 random_;
    World world_;
    NodeIdentity hub_id_;
    ModelStore hub_;
    std::vector<Terminal> terminals_;
    Conversation::Options options_;
};

} // namespace

TEST_CASE("whatever breaks, when it is mended everybody holds what they may hold") {
    const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 26)));
    CAPTURE(seed);
    Simulation simulation(seed);
    for (int i = 0; i < 400; ++i) simulation.step();
    simulation.heal();
    simulation.require_converged();
}
