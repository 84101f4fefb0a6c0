// One summit of real programs: a hub, its terminals at one door, guests who hold up badges without end. Faults are the
// tests'; when they are over, calm() lets all talk, ends the programs, and looks whether what must hold does.
#pragma once

#include <memory>
#include <optional>

#include "kiosk/demo/virtual_display.h"
#include "sync/audit/audit.h"
#include "sync/central/central_store.h"
#include "tests/central/cluster.h"
#include "tests/faults/program.h"
#include "tests/faults/proxy.h"
#include "tests/faults/venue.h"

namespace foyer::test {

// FOYER_FAULTS_SEED, or a new one; printed. It decides what goes wrong and when, not what the machine makes of it.
std::uint64_t seed_of_faults();

struct Terminal {
    Terminal(std::string name, const std::filesystem::path& folder)
        : program(name, folder), data(folder / name), pictures(folder / (name + " pictures")) {}
    Program program;
    std::filesystem::path data;
    std::filesystem::path pictures; // of each kind of screen
    std::unique_ptr<Proxy> network; // its way to the hub
    std::string ticket;
    long clock_shift_ms = 0, clock_drift_ppm = 0;
};
// How often the ledger of this data folder was damaged and mended.
std::size_t put_aside(const std::filesystem::path& data);

class Scene {
public:
    struct Options {
        int terminals = 2;
        Cluster* store = nullptr;                   // none: the hub's own ledger is the centre
        std::chrono::milliseconds badge_held{200};  // by each guest
        std::filesystem::path hub_data, first_data; // of the first terminal; empty: in the scene's folder
    };
    explicit Scene(std::uint64_t seed) : Scene(seed, Options{}) {}
    Scene(std::uint64_t seed, Options options);
    ~Scene();
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    void start_hub();
    // Another hub of the same store, in a folder of its own; its page's address.
    std::string start_further_hub(Program& further);
    [[nodiscard]] int page_count(const std::string& url, const std::filesystem::path& data) const;
    enum class Guests { come, nobody };
    void start(Terminal& terminal, Guests guests = Guests::come);
    // Guests come, terminals print.
    void go_on(std::chrono::milliseconds time);
    // Until it is so, or 30 s are over: false then.
    template <class Condition>
    bool until(Condition holds) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds{30};
        while (!holds()) {
            if (std::chrono::steady_clock::now() > give_up) return false;
            go_on(std::chrono::milliseconds{100});
        }
        return true;
    }
    // Scans, as the organisers' page has them now.
    [[nodiscard]] int page_count() const { return page_count(hub_url_, options_.hub_data); }

    // No more guests and no more faults: everybody must come to know the same, and then everything must hold.
    void calm();
    // What calm() leaves open; the hub first.
    [[nodiscard]] const std::vector<std::unique_ptr<Ledger>>& ledgers() const { return ledgers_; }
    [[nodiscard]] std::size_t greens() const; // on all screens
    [[nodiscard]] const std::filesystem::path& hub_data() const { return options_.hub_data; }

    Random random;
    std::filesystem::path folder;
    Program hub;
    long hub_clock_shift_ms = 0;
    std::vector<std::unique_ptr<Terminal>> terminals;

private:
    [[nodiscard]] std::vector<audit::Node> nodes() const;
    void open_ledgers();
    void end_all();
    void check_store() const;

    Options options_;
    std::string database_, hub_url_, hub_port_ = "0";
    VirtualDisplay display_;
    std::vector<std::filesystem::path> recordings_;
    std::vector<std::unique_ptr<Ledger>> ledgers_;
};

} // namespace foyer::test
