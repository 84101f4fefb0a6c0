#include "sync/central/errands.h"

#include <algorithm>

#include <poll.h>

#include "sync/central/schema.h"

namespace foyer {

Errands::Errands(Options options, Events events)
    : options_(std::move(options)), events_(std::move(events)), thread_([this] { serve(); }) {}

Errands::~Errands() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    stop_.raise();
    wake_.raise();
    thread_.join();
    refuse_all({FaultKind::network, "The hub is closing."});
}

void Errands::run(Work work, Done done) {
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back({std::move(work), std::move(done)});
    }
    wake_.raise();
}

void Errands::hint() {
    {
        const std::scoped_lock lock(mutex_);
        hint_wanted_ = true;
    }
    wake_.raise();
}

std::optional<Errands::Errand> Errands::next() {
    const std::scoped_lock lock(mutex_);
    if (stopping_ || waiting_.empty()) return std::nullopt;
    Errand errand = std::move(waiting_.front());
    waiting_.pop_front();
    return errand;
}

void Errands::refuse_all(const Fault& why) {
    std::deque<Errand> refused;
    {
        const std::scoped_lock lock(mutex_);
        refused.swap(waiting_);
    }
    for (const Errand& errand : refused) errand.done(std::unexpected(why));
}

bool Errands::is_stopping() {
    const std::scoped_lock lock(mutex_);
    return stopping_;
}

// --- the thread --------------------------------------------------------------------------------------------------

Result<std::unique_ptr<CentralStore>> Errands::open() const {
    Postgres::Options how = options_.postgres;
    how.stop = &stop_;
    auto postgres = Postgres::connect(options_.url, how);
    if (!postgres) return std::unexpected(postgres.error());
    if (auto there = check_tables(**postgres); !there) return std::unexpected(there.error());
    const auto charter = claim_charter(**postgres, options_.charter);
    if (!charter) return std::unexpected(charter.error());
    if (charter->summit != options_.charter.summit)
        return fault(FaultKind::refused, "The store at " + (*postgres)->host() +
                                             " holds another summit: give this hub another database, or an empty data "
                                             "folder to join that summit.");
    auto store = std::make_unique<CentralStore>(
        std::move(*postgres),
        CentralStore::Member{options_.charter.summit, options_.charter.summit_key, options_.hub, options_.hub_name});
    // A cluster that knows no hints is looked at now and then all the same.
    if (auto heard = store->listen_for_hints(); !heard && store->postgres().is_lost())
        return std::unexpected(heard.error());
    if (auto opened = events_.opened(*store); !opened) return std::unexpected(opened.error());
    return store;
}

void Errands::serve() {
    Milliseconds pause = options_.pause_min;
    while (!is_stopping()) {
        auto store = open();
        if (store) {
            pause = options_.pause_min;
            serve(**store);
            continue;
        }
        if (is_stopping()) return;
        events_.lost(store.error());
        const auto until = Clock::now() + pause;
        while (!is_stopping() && Clock::now() < until) { // whoever asks meanwhile is told at once
            refuse_all(store.error());
            pollfd file{wake_.file(), POLLIN, 0};
            const auto left = std::chrono::ceil<Milliseconds>(until - Clock::now());
            ::poll(&file, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
            wake_.lower();
        }
        pause = std::min(pause * 2, options_.pause_max);
    }
}

void Errands::serve(CentralStore& store) {
    looked_ = hinted_ = {};
    Result<> going = {};
    while (going) {
        if (const auto errand = next()) {
            going = do_one(store, *errand);
            continue;
        }
        if (is_stopping()) return;
        going = look_and_hint(store);
        if (!going) break;
        if (!store.postgres().wait(wake_, until_next()))
            going = fault(FaultKind::network, "The connection to the store was lost.");
        wake_.lower();
    }
    if (!is_stopping()) events_.lost(going.error());
}

Result<> Errands::do_one(CentralStore& store, const Errand& errand) {
    const Result<> done = errand.work(store);
    errand.done(done);
    return done;
}

Result<> Errands::look_and_hint(CentralStore& store) {
    const auto now = Clock::now();
    hinted_by_others_ = store.postgres().take_notification() || hinted_by_others_;
    if (now - looked_ >= (hinted_by_others_ ? options_.hint_pause : options_.look_every)) {
        looked_ = now;
        hinted_by_others_ = false;
        events_.look();
    }
    bool wanted = false;
    if (now - hinted_ >= options_.hint_pause) {
        const std::scoped_lock lock(mutex_);
        wanted = std::exchange(hint_wanted_, false);
    }
    if (!wanted) return {};
    hinted_ = now;
    const auto given = store.hint();
    return !given && store.postgres().is_lost() ? given : Result<>(); // some clusters know no hints
}

Milliseconds Errands::until_next() const {
    const auto look = looked_ + (hinted_by_others_ ? options_.hint_pause : options_.look_every);
    const auto next = std::min(look, std::max(hinted_ + options_.hint_pause, Clock::now() + options_.hint_pause));
    return std::max(Milliseconds{1}, std::chrono::ceil<Milliseconds>(next - Clock::now()));
}

} // namespace foyer
