// ./run bench demo: a terminal at rest (how much of a core it takes, how soon its first picture is there), then the
// whole demo with its own summary: reading to green, green to the page, frames.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <unistd.h>

#include "kiosk/demo/demo.h"
#include "kiosk/demo/virtual_display.h"

using namespace foyer;
namespace fs = std::filesystem;

namespace {

constexpr auto warm_up = std::chrono::seconds{3}, watched = std::chrono::seconds{10};

// User and system time of a process so far, in seconds.
double cpu_seconds(const std::string& stat_file) {
    std::ifstream in(stat_file);
    std::string line;
    std::getline(in, line);
    // Fields 14 and 15, counted behind the name, which may hold anything.
    std::size_t at = line.rfind(')');
    for (int field = 2; field < 14; ++field) at = line.find(' ', at + 1);
    unsigned long user = 0, system = 0;
    if (std::sscanf(line.c_str() + at, "%lu %lu", &user, &system) != 2) return 0;
    return static_cast<double>(user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

// Resident memory of a process, in MB.
long resident_mb(int process) {
    std::ifstream in("/proc/" + std::to_string(process) + "/status");
    long kb = 0;
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("VmRSS:")) std::sscanf(line.c_str(), "VmRSS: %ld", &kb);
    return kb / 1024;
}

Result<> at_rest(const fs::path& programs, const fs::path& scratch) {
    auto display = start_virtual_display("1080x1920");
    if (!display) return std::unexpected(display.error());
    const std::string data = (scratch / "hub").string();
    auto import = Process::start(
        {(programs / "foyer").string(), "import", "--data", data, FOYER_SOURCE_DIR "/assets/summits/small"});
    if (!import) return std::unexpected(import.error());
    if (import->wait(std::chrono::minutes{1}) != 0)
        return fault(FaultKind::bad_input, "the small summit was not imported");
    // No camera in this folder: what is measured is the screen, its clock and the desk.
    auto kiosk = Process::start({(programs / "foyer-kiosk").string(), "--data", data, "--checkpoint", "door",
                                 "--camera", (scratch / "nowhere").string(), "--windowed", "1080x1920"},
                                {{"DISPLAY", display->name}});
    if (!kiosk) return std::unexpected(kiosk.error());
    const auto ready = kiosk->next_line(std::chrono::seconds{30});
    if (!ready) return fault(FaultKind::device, "the terminal showed no picture");
    const std::string stat = "/proc/" + std::to_string(kiosk->id()) + "/stat";
    std::this_thread::sleep_for(warm_up);
    const double before = cpu_seconds(stat);
    std::this_thread::sleep_for(watched);
    const double share = (cpu_seconds(stat) - before) / std::chrono::duration<double>(watched).count();
    std::printf("%s\nidle terminal (1080x1920, no camera)  %.1f %% of a core   goal < 3 %%   %ld MB\n", ready->c_str(),
                100 * share, resident_mb(kiosk->id()));
    return {};
}

} // namespace

int main() {
    const fs::path programs = fs::read_symlink("/proc/self/exe").parent_path();
    std::string pattern = (fs::temp_directory_path() / "foyer-bench-XXXXXX").string();
    const fs::path scratch = ::mkdtemp(pattern.data());
    ::unsetenv("DISPLAY"); // always the virtual one: figures are compared with each other
    ::unsetenv("WAYLAND_DISPLAY");
    const auto rest = at_rest(programs, scratch);
    if (!rest) std::fprintf(stderr, "bench_demo: %s\n", rest.error().detail.c_str());
    DemoOptions options;
    options.summit = fs::path(FOYER_SOURCE_DIR) / "assets" / "summits" / "open-day";
    options.programs = programs;
    options.pictures = scratch / "pictures";
    options.seconds = Seconds{45};
    const auto demo = run_demo(options);
    if (!demo) std::fprintf(stderr, "bench_demo: %s\n", demo.error().detail.c_str());
    std::error_code ignored;
    fs::remove_all(scratch, ignored);
    return rest && demo && *demo ? 0 : 1;
}
