#include "sync/central/centre.h"

#include <set>

#include "sync/central/lacking.h"
#include "sync/summit/revisions.h"

namespace foyer {

// What goes over in one transaction; and what is folded in one go, which the hub's thread waits for (some 250 facts).
static constexpr std::size_t bytes_up = std::size_t{512} << 10U, bytes_down = std::size_t{64} << 10U;
static constexpr int attempts_to_place = 4;

// Shared with what is posted: it comes back to nothing once the centre is gone.
struct Centre::Inside : std::enable_shared_from_this<Inside> {
    Inside(Ledger& its_ledger, Post its_post, std::function<void()> on_change)
        : ledger(its_ledger), post(std::move(its_post)), changed(std::move(on_change)) {}

    Errands::Events events();
    // Runs `work` on the ledger's thread, if this is still there.
    template <class Work>
    void come_back(Work work) {
        post([self = weak_from_this(), work = std::move(work)]() mutable {
            if (const auto inside = self.lock()) work(*inside);
        });
    }
    // The other way, for results that outlive neither.
    void opened(Have marks);
    void lost(const Fault& why);
    void bring();
    void brought(const std::vector<SealedRun>& frames, const std::vector<Receipt>& receipts, const Have& marks);
    void look();
    void looked(std::vector<SealedRun> frames, Have marks);
    void place(const Store& from, std::span<const SealedRun> frames, std::span<const Receipt> receipts,
               std::set<OriginId>& anew);
    bool settle(const Have& mine);
    void forget_settled();
    void become(State next);
    void tell(); // how it goes on this connection

    Ledger& ledger;
    Post post;
    std::function<void()> changed;
    State state;
    std::string cannot_bring, cannot_take; // why facts do not go there, or come from there; empty: they do
    Have far;                              // in the store, durably, as we last heard
    Have settled;                          // of the ledger's: in the store too
    Revisions<HaveKey> settled_changes;
    std::uint64_t forks = 0;
    std::set<OriginId> anew_there, anew_here; // to be given from their start
    std::map<OriginId, int> unplaced;         // how often in a row
    std::set<OriginId> left_out;              // refused, or never placed, on this connection
    bool bringing = false, looking = false, look_again = false, notified = false;
    std::unique_ptr<Errands> errands; // ended first
};

Errands::Events Centre::Inside::events() {
    Errands::Events events;
    const auto self = weak_from_this();
    const auto there = [self](auto work) {
        if (const auto inside = self.lock()) inside->come_back(std::move(work));
    };
    events.opened = [there](CentralStore& store) -> Result<> {
        auto marks = store.marks();
        if (!marks) return std::unexpected(marks.error());
        if (auto safe = store.confirm(); !safe) return safe;
        there([marks = std::move(*marks)](Inside& inside) mutable { inside.opened(std::move(marks)); });
        return {};
    };
    events.lost = [there](const Fault& why) { there([why](Inside& inside) { inside.lost(why); }); };
    events.look = [there] { there([](Inside& inside) { inside.look(); }); };
    return events;
}

void Centre::Inside::become(State next) {
    if (next == state) return;
    state = std::move(next);
    changed();
}

void Centre::Inside::tell() { become({true, cannot_bring.empty() ? cannot_take : cannot_bring}); }

void Centre::Inside::opened(Have marks) {
    far = std::move(marks);
    forget_settled(); // a store that was put back from an older copy has less than it had
    bringing = looking = false;
    unplaced.clear();
    left_out.clear();
    // The store is a peer that may know more of us than we do.
    if (auto taken = ledger.heard(far, Role::hub); !taken) return become({false, taken.error().detail});
    cannot_bring = cannot_take = "";
    tell();
    look();
    bring();
}

void Centre::Inside::lost(const Fault& why) {
    bringing = looking = look_again = false;
    become({false, why.detail});
}

// --- to the store ------------------------------------------------------------------------------------------------

void Centre::Inside::bring() {
    if (!state.connected || bringing) return;
    const Have mine = ledger.have();
    if (settle(mine)) changed();
    auto frames = lacking(ledger, mine, far, {anew_there, left_out, bytes_up});
    if (!frames || left_out.empty()) cannot_bring = frames ? "" : frames.error().detail;
    tell();
    if (!frames) return;
    anew_there.clear();
    if (frames->empty()) return;
    bringing = true;
    struct Brought {
        std::vector<SealedRun> frames;
        std::vector<Receipt> receipts;
        Have marks;
    };
    const auto load = std::make_shared<Brought>();
    load->frames = std::move(*frames);
    errands->run(
        [load](CentralStore& store) -> Result<> {
            auto receipts = store.receive(load->frames);
            if (!receipts) return std::unexpected(receipts.error());
            load->receipts = std::move(*receipts);
            load->marks = store.received();
            return {};
        },
        [load, self = weak_from_this()](const Result<>& done) {
            const auto inside = self.lock();
            if (!inside || !done) return; // lost, then opened: begins anew
            inside->come_back([load](Inside& in) { in.brought(load->frames, load->receipts, load->marks); });
        });
}

void Centre::Inside::brought(const std::vector<SealedRun>& frames, const std::vector<Receipt>& receipts,
                             const Have& marks) {
    if (!std::exchange(bringing, false)) return; // of a connection that was lost meanwhile
    for (const auto& [key, mark] : marks) far[key] = mark;
    place(ledger, frames, receipts, anew_there);
    errands->hint();
    bring();
}

// A frame that was not placed is given again from its start, a few times; what is refused stays behind, and is told.
void Centre::Inside::place(const Store& from, std::span<const SealedRun> frames, std::span<const Receipt> receipts,
                           std::set<OriginId>& anew) {
    anew = not_placed(from, frames, receipts);
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        const OriginId& origin = frames[i].origin;
        if (receipts[i].outcome == Receipt::Outcome::stored) unplaced.erase(origin);
        const bool lost = receipts[i].outcome == Receipt::Outcome::hole && ++unplaced[origin] > attempts_to_place;
        if (!lost && receipts[i].outcome != Receipt::Outcome::refused) continue;
        left_out.insert(origin);
        cannot_bring = "The facts of origin " + origin.hex() + " do not go between this hub and the store: " +
                       (lost ? "what they follow is missing" : receipts[i].reason) + ".";
        tell();
    }
}

// --- from the store ----------------------------------------------------------------------------------------------

void Centre::Inside::look() {
    if (!state.connected) return;
    look_again = looking;
    if (looking) return;
    looking = true;
    struct Look {
        Have mine, known;
        Terms terms;
        std::vector<SealedRun> frames;
        Have marks;
    };
    const auto load = std::make_shared<Look>();
    load->mine = ledger.have();
    load->known = far;
    load->terms = {std::exchange(anew_here, {}), left_out, bytes_down};
    errands->run(
        [load](CentralStore& store) -> Result<> {
            auto marks = store.marks();
            if (!marks) return std::unexpected(marks.error());
            auto frames = lacking(store, *marks, load->mine, load->terms);
            if (!frames) return std::unexpected(frames.error());
            if (*marks != load->known)
                if (auto safe = store.confirm(); !safe) return safe;
            load->marks = std::move(*marks);
            load->frames = std::move(*frames);
            return {};
        },
        [load, self = weak_from_this()](const Result<>& done) {
            const auto inside = self.lock();
            if (!inside || !done) return;
            inside->come_back([load](Inside& in) { in.looked(std::move(load->frames), std::move(load->marks)); });
        });
}

void Centre::Inside::looked(std::vector<SealedRun> frames, Have marks) {
    if (!std::exchange(looking, false)) return;
    far = std::move(marks);
    if (!frames.empty()) {
        const auto receipts = ledger.receive(frames);
        cannot_take = receipts ? "" : receipts.error().detail;
        tell();
        if (!receipts) return;
        place(ledger, frames, *receipts, anew_here);
    }
    bring(); // histories may have been named anew, or a disk that could not be read can be again
    if (!frames.empty() || look_again) look();
}

// --- what counts as kept -----------------------------------------------------------------------------------------

// What came with `far` known already settles too: a terminal may bring what the store has from another hub. True when
// something did.
bool Centre::Inside::settle(const Have& mine) {
    if (forks != ledger.forks()) forget_settled(); // names stand for other histories now
    forks = ledger.forks();
    bool news = false;
    for (const auto& [key, own] : mine) {
        const auto there = far.find(key);
        if (there == far.end() || there->second.seq > own.seq) continue; // further than here: known when it is here
        const Mark& mark = there->second;
        const auto was = settled.find(key);
        if (was != settled.end() && was->second == mark) continue; // a history grows only, until there is a fork
        const bool is = mark == own || ledger.common(key, {{key, mark}}) == mark.seq;
        if (!is && was == settled.end()) continue;
        settled_changes.note(key);
        news = true;
        if (is)
            settled[key] = mark;
        else
            settled.erase(key); // another history under this name
    }
    return news;
}

void Centre::Inside::forget_settled() {
    settled.clear();
    settled_changes.forget();
}

// --- the centre --------------------------------------------------------------------------------------------------

Centre::Centre(Ledger& ledger, Errands::Options options, Post post, std::function<void()> changed)
    : inside_(std::make_shared<Inside>(ledger, std::move(post), std::move(changed))) {
    inside_->state.fault = "The store has not answered yet.";
    inside_->errands = std::make_unique<Errands>(std::move(options), inside_->events());
}

// The thread ends here, not where the last reference does, which may be its own.
Centre::~Centre() { inside_->errands.reset(); }

void Centre::notify_new_facts() {
    if (std::exchange(inside_->notified, true)) return;
    inside_->come_back([](Inside& in) {
        in.notified = false;
        in.bring();
    });
}

Centre::State Centre::state() const { return inside_->state; }

std::uint64_t Centre::unsettled() const {
    std::uint64_t facts = 0;
    for (const auto& [key, mark] : have()) {
        if (key.audience != Audience::floor) continue;
        const auto there = inside_->settled.find(key);
        facts += mark.seq - (there == inside_->settled.end() ? 0 : there->second.seq);
    }
    return facts;
}

std::uint64_t Centre::own_facts() const {
    std::uint64_t facts = 0;
    const Have mine = have();
    for (const OriginId& origin : inside_->ledger.own_origins())
        if (const auto mark = mine.find({origin, Audience::staff}); mark != mine.end()) facts += mark->second.seq;
    return facts;
}

bool Centre::own_facts_settled() const {
    const Have mine = have();
    for (const OriginId& origin : inside_->ledger.own_origins()) {
        const auto mark = mine.find({origin, Audience::staff});
        const auto there = inside_->settled.find({origin, Audience::staff});
        if (mark != mine.end() && (there == inside_->settled.end() || there->second.seq < mark->second.seq))
            return false;
    }
    return true;
}

void Centre::share(const Ledger::EnrolmentRow& row, std::function<void(const Result<>&)> then) {
    inside_->errands->run([row](CentralStore& store) { return share_enrolment(store.postgres(), row); },
                          [self = std::weak_ptr(inside_), then = std::move(then)](const Result<>& done) {
                              if (const auto inside = self.lock())
                                  inside->come_back([then, done](Inside&) { then(done); });
                          });
}

void Centre::take(const Hash& code, std::function<void(const Taken&)> then) {
    const auto taken = std::make_shared<Taken>();
    inside_->errands->run(
        [taken, code, now = inside_->ledger.now()](CentralStore& store) -> Result<> {
            *taken = take_enrolment(store.postgres(), code, now);
            if (!*taken) return std::unexpected(taken->error());
            return {};
        },
        [self = std::weak_ptr(inside_), taken, then = std::move(then)](const Result<>& done) {
            if (!done) *taken = std::unexpected(done.error());
            if (const auto inside = self.lock()) inside->come_back([then, taken](Inside&) { then(*taken); });
        });
}

SummitId Centre::summit_id() const { return inside_->ledger.summit_id(); }
Bytes Centre::summit_key() const { return inside_->ledger.summit_key(); }
Have Centre::have() const { return inside_->ledger.have(); }
Have Centre::settled() const { return inside_->settled; }
Store::News Centre::have_since(std::uint64_t since) const { return inside_->ledger.have_since(since); }
Store::News Centre::settled_since(std::uint64_t since) const {
    const Inside& in = *inside_;
    News news{{}, in.settled_changes.now()};
    if (!in.settled_changes.knows(since))
        news.marks = in.settled;
    else
        in.settled_changes.each_since(since, [&](const HaveKey& key) {
            if (const auto mark = in.settled.find(key); mark != in.settled.end()) news.marks.insert(*mark);
        });
    return news;
}
Result<std::optional<SealedRun>> Centre::suffix(const OriginId& origin, Audience audience, std::uint64_t after,
                                                std::size_t max_bytes) const {
    return inside_->ledger.suffix(origin, audience, after, max_bytes);
}
Result<std::vector<Receipt>> Centre::receive(std::span<const SealedRun> frames) {
    return inside_->ledger.receive(frames);
}
std::uint64_t Centre::common(const HaveKey& key, const Have& theirs) const {
    return inside_->ledger.common(key, theirs);
}
std::optional<FactId> Centre::base(const OriginId& origin) const { return inside_->ledger.base(origin); }
std::uint64_t Centre::forks() const { return inside_->ledger.forks(); }
std::optional<std::string> Centre::dismissed(const DeviceId& device) const { return inside_->ledger.dismissed(device); }
bool Centre::wrote(const DeviceId& device, const OriginId& origin) const {
    return inside_->ledger.wrote(device, origin);
}
Result<> Centre::heard(const Have& theirs, Role role) { return inside_->ledger.heard(theirs, role); }

} // namespace foyer
