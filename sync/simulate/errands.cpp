// sync/central/errands.h in virtual time: an errand takes a moment to come to the cluster, and its result another one
// to come back; in between the connection may end.
#include "sync/central/errands.h"

#include <algorithm>

#include "sync/simulate/cluster.h"

namespace foyer {

using simulate::Cluster;

static Fault lost_connection() { return {FaultKind::network, "The connection to the store was lost."}; }

// Unless the errands are gone by then.
static void later(const DeviceId& hub, std::int64_t least, std::int64_t most, std::function<void()> act) {
    Cluster& cluster = Cluster::living();
    cluster.stage().queue.in(Milliseconds{cluster.stage().random.between(least, most)},
                             [alive = std::weak_ptr(cluster.line(hub).alive), act = std::move(act)] {
                                 if (!alive.expired()) act();
                             });
}

Errands::Errands(Options options, Events events) : options_(std::move(options)), events_(std::move(events)) {
    Cluster::Line& line = Cluster::living().attach(options_.hub);
    line.pause = options_.pause_min;
    line.hinted = [this] { later(options_.hub, 0, 150, events_.look); };
    line.cut = [this] {
        Cluster::Line& mine = Cluster::living().line(options_.hub);
        if (!mine.store) return;
        mine.store.reset();
        ++mine.connection;
        events_.lost(lost_connection());
        later(options_.hub, mine.pause.count(), 2 * mine.pause.count(), [this] { serve(); });
    };
    later(options_.hub, 1, 50, [this] { serve(); });
}

Errands::~Errands() { Cluster::living().detach(options_.hub); }

void Errands::run(Work work, Done done) {
    waiting_.push_back({std::move(work), std::move(done)});
    Cluster::Line& line = Cluster::living().line(options_.hub);
    if (line.store) return serve(*line.store);
    later(options_.hub, 1, 1, [this] { refuse_all(lost_connection()); });
}

void Errands::hint() { Cluster::living().hint(options_.hub); }

std::optional<Errands::Errand> Errands::next() {
    if (waiting_.empty()) return std::nullopt;
    Errand errand = std::move(waiting_.front());
    waiting_.pop_front();
    return errand;
}

void Errands::refuse_all(const Fault& why) {
    for (const Errand& errand : std::exchange(waiting_, {})) errand.done(std::unexpected(why));
}

Result<std::unique_ptr<CentralStore>> Errands::open() const {
    if (!Cluster::living().answers(options_.hub)) return std::unexpected(lost_connection());
    auto store = std::make_unique<CentralStore>(nullptr, CentralStore::Member{{}, {}, options_.hub, options_.hub_name});
    if (auto opened = events_.opened(*store); !opened) return std::unexpected(opened.error());
    return store;
}

void Errands::serve() {
    Cluster::Line& line = Cluster::living().line(options_.hub);
    auto opened = open();
    if (!opened) {
        events_.lost(opened.error());
        refuse_all(opened.error());
        line.pause = std::min(line.pause * 2, options_.pause_max);
        return later(options_.hub, line.pause.count(), line.pause.count(), [this] { serve(); });
    }
    line.pause = options_.pause_min;
    line.store = std::move(*opened);
    (void)look_and_hint(*line.store);
    serve(*line.store);
}

// Now and then, on this connection.
Result<> Errands::look_and_hint(CentralStore&) {
    const int connection = Cluster::living().line(options_.hub).connection;
    later(options_.hub, options_.look_every.count(), options_.look_every.count(), [this, connection] {
        Cluster::Line& line = Cluster::living().line(options_.hub);
        if (line.connection != connection) return;
        events_.look();
        (void)look_and_hint(*line.store);
    });
    return {};
}

void Errands::serve(CentralStore&) {
    Cluster::Line& line = Cluster::living().line(options_.hub);
    if (line.busy) return;
    auto errand = next();
    if (!errand) return;
    line.busy = true;
    const int connection = line.connection;
    later(options_.hub, 1, 15, [this, connection, errand = std::move(*errand)] {
        const auto lost = [this, connection] { return Cluster::living().line(options_.hub).connection != connection; };
        const Result<> done =
            lost() ? std::unexpected(lost_connection()) : errand.work(*Cluster::living().line(options_.hub).store);
        later(options_.hub, 1, 15, [this, lost, errand, done] {
            Cluster::Line& back = Cluster::living().line(options_.hub);
            back.busy = false;
            errand.done(lost() ? std::unexpected(lost_connection()) : done);
            if (!done && !lost()) back.cut();
            if (back.store) serve(*back.store);
        });
    });
}

} // namespace foyer
