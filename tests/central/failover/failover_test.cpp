// The primary of a store is killed while hubs write, and its standby takes over: nothing that was acknowledged is lost.
#include <atomic>
#include <thread>

#include "tests/catch.h"
#include "tests/central/hub_node.h"

using namespace foyer;
using namespace foyer::test;
using std::chrono::milliseconds;

namespace {

// A hub that brings a terminal's facts to whoever takes writes, again and again until they are acknowledged.
class Writer {
public:
    Writer(const World& world, std::string url, std::atomic<bool>& stop)
        : author_(world, world.enrol(Role::door)), world_(world), url_(std::move(url)), stop_(stop),
          thread_([this] { run(); }) {}
    void join() { thread_.join(); }
    [[nodiscard]] OriginId origin() const { return author_.origin(); }
    std::atomic<std::uint64_t> acknowledged = 0;
    std::atomic<int> connections = 0;

private:
    void run() {
        std::unique_ptr<CentralStore> store;
        std::vector<SealedRun> frames = frames_of(author_, author_.origin(), Audience::staff);
        while (!stop_) {
            if (!store && !(store = connect())) continue;
            const auto receipts = store->receive(frames);
            if (!receipts) {
                store.reset();
                continue;
            }
            acknowledged = frames.back().first_seq + frames.back().facts.size() - 1;
            for (int i = 0; i < 3; ++i) author_.write("entered");
            frames = frames_of(author_, author_.origin(), Audience::staff, acknowledged);
        }
    }
    std::unique_ptr<CentralStore> connect() {
        auto postgres = Postgres::connect(url_, {.connect_max = milliseconds{2'000}, .deadline = milliseconds{4'000}});
        if (!postgres) {
            std::this_thread::sleep_for(milliseconds{20});
            return nullptr;
        }
        ++connections;
        return std::make_unique<CentralStore>(
            std::move(*postgres),
            CentralStore::Member{world_.summit, world_.keys.public_key, *DeviceId::from(random_bytes(16)), "Hub"});
    }
    ModelStore author_;
    const World& world_;
    std::string url_;
    std::atomic<bool>& stop_;
    std::thread thread_;
};

// A primary whose commits wait for its standby.
struct Pair {
    Pair() {
        // Nobody stands by yet: what makes the tables would wait.
        database = primary.make_database();
        standby = std::make_unique<Cluster>(primary, "b", "hot_standby = on");
        primary.run("postgres", "ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (b)'");
        primary.run("postgres", "SELECT pg_reload_conf()");
    }
    [[nodiscard]] std::string url() const { return Cluster::url({&primary, standby.get()}, database); }
    // Not Foyer's own default: its sessions ask for more.
    Cluster primary{Cluster::Disk::careful, "synchronous_commit = local"};
    std::string database;
    std::unique_ptr<Cluster> standby;
};

// A hub that writes facts of its own, and four terminals' facts brought beside it.
struct Load {
    explicit Load(const std::string& url) : hub(loop, url, "Hub 1") {
        world.summit = hub.charter.summit;
        world.keys = {hub.charter.summit_key, hub.charter.secret_key};
        for (int i = 0; i < 4; ++i) writers.push_back(std::make_unique<Writer>(world, url, stop));
    }
    void work_for(milliseconds time) {
        const auto end = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < end) {
            hub.write("a" + std::to_string(++written));
            loop.run_for(milliseconds{5});
        }
    }
    // How far each origin counts as kept at this moment.
    [[nodiscard]] std::map<OriginId, std::uint64_t> kept() const {
        std::map<OriginId, std::uint64_t> seqs;
        for (const auto& [key, mark] : hub.centre->settled()) seqs[key.origin] = mark.seq;
        for (const auto& writer : writers) seqs[writer->origin()] = writer->acknowledged;
        return seqs;
    }
    void end() {
        stop = true;
        for (const auto& writer : writers) writer->join();
    }
    Loop loop;
    HubNode hub;
    World world;
    std::atomic<bool> stop = false;
    std::vector<std::unique_ptr<Writer>> writers;
    int written = 0;
};

} // namespace

TEST_CASE("kill -9 of the primary under load, and promotion of its standby, lose nothing acknowledged") {
    const bool standby_silent = GENERATE(false, true); // before the kill: then an asynchronous one would lose
    CAPTURE(standby_silent);
    Pair pair;
    Load load(pair.url());
    load.work_for(milliseconds{1'500});
    if (standby_silent) {
        pair.standby->freeze(true);
        load.work_for(milliseconds{400});
    }
    pair.primary.kill_at_once();
    pair.standby->freeze(false);
    const auto kept = load.kept();
    std::this_thread::sleep_for(milliseconds{200});
    pair.standby->promote();
    const CentralStore store(pair.standby->connect(pair.database),
                             {load.world.summit, load.world.keys.public_key, {}, "Check"});
    const Have taken_over = store.marks().value();
    CHECK(kept.size() >= 5);
    for (const auto& [origin, seq] : kept) {
        const auto mark = taken_over.find({origin, Audience::floor});
        CHECK(seq > 20);
        CHECK((mark == taken_over.end() ? 0 : mark->second.seq) >= seq);
    }

    // And it goes on at the new primary, from where each was.
    load.work_for(milliseconds{1'500});
    REQUIRE(load.loop.until([&] { return load.hub.is_settled(); }));
    load.end();
    CHECK(store.forks() == 0);
    for (const auto& writer : load.writers) {
        CHECK(writer->connections >= 2);
        CHECK(writer->acknowledged > kept.at(writer->origin()));
        CHECK(mark_of(store, writer->origin(), Audience::floor).seq >= writer->acknowledged);
    }
}
