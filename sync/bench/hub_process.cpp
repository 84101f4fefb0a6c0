#include "sync/bench/hub_process.h"

#include <cstdio>
#include <fstream>

#include <unistd.h>

namespace foyer::bench {

using std::chrono::seconds;

// A benchmark without its hub has nothing to say.
template <class Value>
static Value must(Result<Value> result) {
    if (result) return std::move(*result);
    std::fprintf(stderr, "bench_sync: %s\n", result.error().detail.c_str());
    std::exit(1);
}

static Process start(const std::filesystem::path& programs, const std::filesystem::path& folder) {
    return must(
        Process::start({(programs / "foyer").string(), "hub", "--data", folder.string(), "--listen", "127.0.0.1:0"}));
}

HubProcess::HubProcess(const std::filesystem::path& programs, const std::filesystem::path& folder)
    : process_(start(programs, folder)) {
    const std::string address_line = "Foyer hub: ", authority_line = "Fingerprint of this hub: ";
    for (bool complete = false; !complete;) {
        const auto line = process_.next_line(seconds{60});
        if (!line) must(Result<int>(fault(FaultKind::network, "the hub did not start")));
        if (line->starts_with(address_line)) address_ = must(parse_hub_address(line->substr(address_line.size())));
        complete = line->starts_with(authority_line);
        if (complete) address_.ca = must(read_fingerprint(line->substr(authority_line.size())));
    }
    address_.wire = HubAddress::Wire::tls;
}

void HubProcess::stop() {
    process_.ask_to_end();
    (void)process_.wait(seconds{30});
}

double HubProcess::resident_mb() const {
    std::ifstream statm("/proc/" + std::to_string(process_.id()) + "/statm");
    double pages = 0, resident = 0;
    statm >> pages >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double HubProcess::cpu_seconds() const {
    std::ifstream in("/proc/" + std::to_string(process_.id()) + "/schedstat"); // nanoseconds on a processor
    double ns = 0;
    in >> ns;
    return ns / 1e9;
}

} // namespace foyer::bench
