// One simulation from one seed: a venue with hubs, desks and doors, its people, a time of troubles, then a time of calm
// in which all must come to the same.
#pragma once

#include "sync/simulate/cluster.h"
#include "sync/simulate/network.h"
#include "sync/simulate/people.h"

namespace foyer::simulate {

struct Report {
    std::string finding; // empty: everything held
    std::array<std::uint64_t, trouble_count> fired{};
    std::uint64_t digest = 0; // of the trace
    std::size_t nodes = 0, facts = 0, greens = 0, forks = 0;
    Milliseconds calm{0}; // from the end of the troubles until all agreed
};

struct Options {
    std::uint64_t seed = 1;
    Plant plant = Plant::none;
    Trace::Sink trace;
    bool quiet = false;        // no troubles: lossless links, sound machines
    bool shared_store = false; // two hubs may share one
};

Report simulate(Options options);

class World {
public:
    explicit World(Options options);
    Report run();

    Stage stage;
    Knowledge knowledge{stage};
    Network network{stage};
    People people{stage, knowledge};
    std::unique_ptr<Cluster> cluster;         // the store that all hubs share; or none
    std::vector<std::unique_ptr<Node>> nodes; // the first one made the summit

    // One of the nodes that are up, and fit; none: there is no such node.
    Node* pick(const std::function<bool(const Node&)>& fits);
    // A machine with the same disk as `node` beside it.
    Node& add_twin(Node& node, bool has_its_name);
    // The same terminal under another role is another device: enrolled by the first hub, if that is up.
    void enrol_anew(Node& node);
    // Who is part of the summit at the end of the day: not gone, and not revoked as far as the first hub knows.
    [[nodiscard]] bool is_present(const Node& node) const;

private:
    Node& add(const std::string& name, Role role);
    bool join(Node& node);
    void connect(Node& node);
    void share_store();
    std::unique_ptr<Centre> make_centre(Node& hub);
    void check_settled(const Node& hub);
    void start_people();
    void keep_walking(Node& door);
    void keep_working(Node& desk);
    void keep_starting();
    void keep_wiping();
    void keep_writing_back();
    bool come_to_rest();

    const bool quiet_, shared_store_;
    bool day_is_over_ = false;
};

} // namespace foyer::simulate
