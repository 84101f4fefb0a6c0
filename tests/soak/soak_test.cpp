// A terminal that never rests: 100,000 scans are decided, recorded and shown, and its memory stays what it was.
#include <unistd.h>

#include <fstream>

#include "kiosk/screens/glass.h"
#include "kiosk/terminal/decide.h"
#include "tests/app/terminal.h"
#include "tests/ledger/fixture.h"
#include "tests/random.h"
#include "tests/screens/no_window.h"

namespace foyer::tests {
namespace {

constexpr int people = 2'000, scans = 100'000, warm_after = 10'000;
constexpr int shown_each = 8; // the screens of the others are computed too, but not painted: that is minutes of fonts

std::size_t resident_kb() {
    std::ifstream statm("/proc/self/statm");
    std::size_t all = 0, resident = 0;
    statm >> all >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) / 1024;
}

// The morning goes on, thirty scans a second.
Instant time_of(int scan) { return test::noon() + std::chrono::milliseconds{30} * scan; }

// SQLite keeps pages of the ledger up to a bound of its own (cache_size in sync/ledger/sqlite.cpp): a ledger above
// that, read once, fills it, and what grows afterwards is somebody's leak.
void fill_the_cache(Ledger& ledger) {
    for (int batch = 0; batch < 34; ++batch) {
        std::vector<Draft> drafts;
        for (int i = 0; i < 8'000; ++i) drafts.push_back(test::entered("000" + std::to_string(1 + i % people)));
        (void)ledger.append(drafts).value();
    }
    (void)ledger.each_fact([](const Ledger::FactRow&) { return true; }).value();
    REQUIRE(ledger.stat().file_bytes > 75'000'000);
}

TEST_CASE("A hundred thousand scans leave a terminal's memory as it was") {
    const test::TemporaryFolder folder;
    int scan = 0;
    auto ledger = Ledger::create_summit(folder.path / "door", "Door", [&] { return time_of(scan); }).value();
    auto drafts = test::tiny_summit(ledger->summit_id(), ledger->identity().code_key, people);
    std::get<Place>(drafts[2].payload).capacity.reset();
    (void)ledger->append(drafts).value();
    ledger.reset(); // whoever takes a roster in has a wider cache until it is opened again
    ledger = Ledger::open(folder.path / "door", [&] { return time_of(scan); }).value();
    fill_the_cache(*ledger);
    Decider decider(*ledger, {"door"});
    Terminal terminal(ledger->programme(), "door");
    const NoWindow window(1080, 1920);
    NoTextures textures;
    Glass glass(textures);
    test::Random random(5);
    std::size_t warm = 0, admitted = 0;
    for (; scan < scans; ++scan) {
        const std::string code = random.chance(3) ? "CODE-" + std::to_string(random.below(1'000'000'000))
                                                  : "CODE000" + std::to_string(1 + random.below(people));
        const Outcome outcome = decider.decide({Presented::Form::foyer, code}, time_of(scan));
        if (is_admission(outcome.verdict.kind)) ++admitted;
        terminal.set_clock(time_of(scan)).scan(outcome);
        terminal.effects.clear();
        const CurrentView view = terminal.view();
        if (scan % shown_each == 0) {
            ImGui::NewFrame();
            (void)glass.show(view, 1080, 1920);
            ImGui::Render();
        }
        if (scan == warm_after) warm = resident_kb();
    }
    CHECK(admitted > scans * 9 / 10);
    CHECK(ledger->live().recorded == scans + 34 * 8'000);
    const std::size_t now = resident_kb();
    INFO("resident after " << warm_after << " scans: " << warm << " kB, after " << scans << ": " << now << " kB");
    CHECK(now < warm + 6 * 1024);
}

} // namespace
} // namespace foyer::tests
