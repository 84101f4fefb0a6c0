#include "tests/faults/scene.h"

#include <cstdlib>
#include <random>
#include <thread>

#include "kiosk/demo/page_watch.h"
#include "sync/hub/ask.h"
#include "tests/catch.h"
#include "tests/faults/greens.h"

namespace foyer::test {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

namespace {

const std::string programs = FOYER_PROGRAMS;
constexpr int guests = 150, recordings = 3;
constexpr const char* window = "360x640";
constexpr auto a_recording = 30s;
constexpr auto a_calm_moment = 4s, calm_at_most = 60s;

Instant wall() { return Instant{std::chrono::floor<Milliseconds>(std::chrono::system_clock::now())}; }

fs::path make_folder() {
    std::string pattern = (fs::temp_directory_path() / "foyer-faults-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    return pattern;
}

void run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), programs + "/foyer");
    REQUIRE(Process::start(arguments).value().wait(30s) == 0);
}

// The hub's address.
std::string started(Program& hub, const std::vector<std::string>& words) {
    const std::string line = hub.start(words, "Foyer hub: ");
    CAPTURE(hub.complaints());
    REQUIRE_FALSE(line.empty());
    return line.substr(line.find("http"));
}

} // namespace

std::uint64_t seed_of_faults() {
    const char* given = std::getenv("FOYER_FAULTS_SEED");
    const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::printf("FOYER_FAULTS_SEED=%llu\n", static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    return seed;
}

Scene::Scene(std::uint64_t seed, Options options)
    : random(seed), folder(make_folder()), hub("hub", folder), options_(std::move(options)),
      display_(start_virtual_display("720x640").value()) {
    if (options_.hub_data.empty()) options_.hub_data = folder / "hub";
    if (options_.store != nullptr) database_ = options_.store->make_database();
    write_summit(folder / "summit", guests);
    run({"import", "--data", options_.hub_data.string(), (folder / "summit").string()});
    const auto codes = codes_of(options_.hub_data);
    record_nobody(folder / "nobody.avi");
    for (int i = 0; i < recordings; ++i) {
        recordings_.push_back(folder / ("guests" + std::to_string(i) + ".avi"));
        record_guests(recordings_.back(), codes, {options_.badge_held, a_recording}, random);
    }
    start_hub();
    const HubAddress address = parse_hub_address(hub_url_).value();
    hub_port_ = address.port;
    const std::string token = read_token_file(options_.hub_data).value();
    for (int i = 1; i <= options_.terminals; ++i) {
        auto terminal = std::make_unique<Terminal>("terminal" + std::to_string(i), folder);
        if (i == 1 && !options_.first_data.empty()) terminal->data = options_.first_data;
        terminal->network = std::make_unique<Proxy>(static_cast<std::uint16_t>(std::stoi(address.port)));
        terminal->ticket = text_of(
            ask_enrolment_ticket(address, token, {Role::door, terminal->program.name(), CheckpointId{"door"}}).value());
        terminals.push_back(std::move(terminal));
    }
}

Scene::~Scene() {
    terminals.clear();
    ledgers_.clear();
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

std::size_t put_aside(const fs::path& data) {
    const auto is_aside = [](const fs::directory_entry& entry) {
        return entry.path().filename().string().starts_with("damaged-");
    };
    return static_cast<std::size_t>(std::ranges::count_if(fs::directory_iterator(data), is_aside));
}

void Scene::start_hub() {
    std::vector<std::string> words{programs + "/foyer",
                                   "hub",
                                   "--data",
                                   options_.hub_data.string(),
                                   "--listen",
                                   "127.0.0.1:" + hub_port_,
                                   "--clock-shift-ms",
                                   std::to_string(hub_clock_shift_ms)};
    if (options_.store != nullptr) words.insert(words.end(), {"--store", options_.store->url(database_)});
    hub_url_ = started(hub, words);
}

std::string Scene::start_further_hub(Program& further) {
    return started(further, {programs + "/foyer", "hub", "--data", (folder / further.name()).string(), "--listen",
                             "127.0.0.1:0", "--name", "127.0.0.1", "--store", options_.store->url(database_)});
}

void Scene::start(Terminal& terminal, Guests guests_that) {
    const bool is_new = !Ledger::exists(terminal.data);
    const fs::path& camera =
        guests_that == Guests::come ? recordings_[random.below(recordings_.size())] : folder / "nobody.avi";
    std::vector<std::string> words{programs + "/foyer-kiosk",
                                   "--data",
                                   terminal.data.string(),
                                   "--hub",
                                   "https://127.0.0.1:" + std::to_string(terminal.network->port()),
                                   "--lan",
                                   "off",
                                   "--camera",
                                   camera.string(),
                                   "--windowed",
                                   window,
                                   "--pictures",
                                   terminal.pictures.string(),
                                   "--clock-shift-ms",
                                   std::to_string(terminal.clock_shift_ms),
                                   "--clock-drift-ppm",
                                   std::to_string(terminal.clock_drift_ppm)};
    if (is_new) words.insert(words.end(), {"--enrol", terminal.ticket});
    const std::string line = terminal.program.start(words, "ready: ", {{"DISPLAY", display_.name}});
    CAPTURE(terminal.program.name(), terminal.program.complaints());
    REQUIRE_FALSE(line.empty());
}

void Scene::go_on(std::chrono::milliseconds time) {
    const auto end = Steady::now() + time;
    do {
        hub.read();
        for (const auto& terminal : terminals) terminal->program.read();
        std::this_thread::sleep_for(20ms);
    } while (Steady::now() < end);
}

int Scene::page_count(const std::string& url, const fs::path& data) const {
    const PageWatch page(parse_hub_address(url).value(), read_token_file(data).value());
    const auto give_up = Steady::now() + 5s;
    while (page.counts().empty() && Steady::now() < give_up) std::this_thread::sleep_for(20ms);
    return page.latest().recorded;
}

std::size_t Scene::greens() const {
    std::size_t all = 0;
    for (const auto& terminal : terminals)
        for (const Seen& seen : seen_on(terminal->program.lines())) all += seen.kind == "admitted" ? 1 : 0;
    return all;
}

std::vector<audit::Node> Scene::nodes() const {
    std::vector<audit::Node> all;
    for (const auto& ledger : ledgers_)
        all.push_back({ledger->identity().device_name, ledger->identity().certificate.certificate.role, ledger.get()});
    return all;
}

void Scene::open_ledgers() {
    ledgers_.clear();
    ledgers_.push_back(Ledger::open(options_.hub_data, wall).value());
    for (const auto& terminal : terminals) ledgers_.push_back(Ledger::open(terminal->data, wall).value());
}

void Scene::end_all() {
    for (const auto& terminal : terminals) {
        if (!terminal->program.is_running()) continue;
        CAPTURE(terminal->program.name(), terminal->program.complaints());
        CHECK(terminal->program.end() == 0);
    }
    CAPTURE(hub.complaints());
    CHECK(hub.end() == 0);
}

void Scene::calm() {
    for (const auto& terminal : terminals) {
        terminal->network->set(Proxy::Weather::fair);
        if (terminal->program.is_running()) {
            CAPTURE(terminal->program.name(), terminal->program.complaints());
            CHECK(terminal->program.end() == 0);
        }
    }
    if (!hub.is_running()) start_hub();
    const auto give_up = Steady::now() + calm_at_most;
    const auto settled = [&] {
        return audit::agree(nodes()) &&
               std::ranges::all_of(ledgers_, [](const auto& ledger) { return ledger->unacknowledged() == 0; });
    };
    int page = 0;
    do {
        ledgers_.clear();
        if (!hub.is_running()) start_hub();
        for (const auto& terminal : terminals) start(*terminal, Guests::nobody);
        go_on(a_calm_moment);
        page = page_count();
        end_all();
        open_ledgers();
    } while (!settled() && Steady::now() < give_up);
    CHECK(audit::differences(nodes()) == "");
    for (std::size_t i = 0; i < ledgers_.size(); ++i) {
        const Ledger& ledger = *ledgers_[i];
        CAPTURE(ledger.identity().device_name, ledger.doubt());
        CHECK(ledger.unacknowledged() == 0);
        // Neither a kill nor a full disk makes a node doubt itself; a damaged file does.
        CHECK(ledger.own_origins().size() == 1 + put_aside(i == 0 ? options_.hub_data : terminals[i - 1]->data));
    }
    const audit::Found found = [](const std::string& node, const std::string& what) { FAIL_CHECK(node + ": " + what); };
    audit::check_rows(nodes(), found);
    audit::check_ledgers(nodes(), found);
    audit::check_counts(nodes().front(), found);
    CHECK(ledgers_.front()->forks() == 0);
    CHECK(ledgers_.front()->live().recorded == page);
    for (std::size_t i = 0; i < terminals.size(); ++i)
        check_seen(seen_on(terminals[i]->program.lines()), *ledgers_[i + 1], *ledgers_.front(),
                   terminals[i]->program.kills(), found);
    check_double_admissions(*ledgers_.front(), found);
    if (options_.store != nullptr) check_store();
    std::printf("  %d verdicts recorded, %zu greens, %zu admitted twice\n", page, greens(),
                double_admissions(*ledgers_.front()));
    std::fflush(stdout);
}

void Scene::check_store() const {
    const Ledger& own = *ledgers_.front();
    const CentralStore store(options_.store->connect(database_), {own.summit_id(), own.summit_key(), {}, "Check"});
    CHECK(store.marks().value() == own.have());
    CHECK(store.forks() == 0);
}

} // namespace foyer::test
