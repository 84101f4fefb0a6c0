// The store that hubs of a simulation share: a primary and its standby. What is read there was written by somebody; it
// is safe once the standby has it too, which is what a commit waits for.
//
// Behind it is a real ledger, whose own facts nobody sees: it names and keeps histories as the store does (one contract
// holds both, tests/central). One cluster lives at a time, like Machines: CentralStore and Errands as this room has
// them, linked in place of those of sync/central, find it so.
#pragma once

#include <set>

#include "sync/central/central_store.h"
#include "sync/ledger/ledger.h"
#include "sync/simulate/stage.h"

namespace foyer::simulate {

class Cluster {
public:
    Cluster(Stage& stage, const Ledger& hub, Clock clock); // `hub` made the summit
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;
    static Cluster& living(); // asserts that there is one

    // --- what hubs ask of it ---
    [[nodiscard]] bool answers(const DeviceId& hub) const;
    [[nodiscard]] Have marks() const; // as they are seen, safe or not
    [[nodiscard]] const Ledger& ledger() const { return *ledger_; }
    // With no frames a commit of nothing. network: nobody knows whether it came to pass.
    Result<std::vector<Receipt>> commit(std::span<const SealedRun> frames);

    // --- what happens to it ---
    enum class Ending { well, untold, undone, unheard }; // done but not told; not done; done here, not at the standby
    void next_commit_ends(Ending how) { next_ = how; }
    void standby_hears() { standby_hears_ = true; }
    void goes_away(std::optional<DeviceId> hub); // from this one, or from all
    void comes_back(std::optional<DeviceId> hub);
    enum class Successor { itself, standby };
    void dies(Successor successor); // the successor is there at once; nobody is connected
    [[nodiscard]] Disk::Files copy() const { return disk().copy(); }
    void put_back(const Disk::Files& files);
    void heal();

    [[nodiscard]] const Have& safe() const { return safe_; }
    [[nodiscard]] Milliseconds put_back_at() const { return put_back_at_; }

    // --- connections of hubs ---
    struct Line {
        std::shared_ptr<bool> alive; // its errands are
        std::function<void()> hinted, cut;
        std::unique_ptr<CentralStore> store; // none: not connected
        int connection = 0;
        bool busy = false;
        Milliseconds pause{0};
    };
    Line& attach(const DeviceId& hub);
    void detach(const DeviceId& hub) { lines_.erase(hub); }
    Line& line(const DeviceId& hub) { return lines_.at(hub); }
    void hint(const DeviceId& from);
    Stage& stage() { return stage_; }

private:
    [[nodiscard]] Disk& disk() const;
    void open();
    void ship(); // to the standby
    void cut_all();

    Stage& stage_;
    Clock clock_;
    std::unique_ptr<Ledger> ledger_;
    Disk::Files shipped_;
    Have safe_;
    Milliseconds put_back_at_{-1'000'000};
    Ending next_ = Ending::well;
    bool standby_hears_ = true, away_ = false;
    std::set<DeviceId> away_from_;
    std::map<DeviceId, Line> lines_;
};

} // namespace foyer::simulate
