// foyer demo: what `./run demo` starts.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "kiosk/demo/demo.h"
#include "kiosk/demo/newcomer.h"
#include "sync/commands/commands.h"
#include "sync/commands/seconds_option.h"

namespace foyer {

namespace fs = std::filesystem;

// $FOYER_ASSETS/summits, else share/foyer/summits beside the program's folder, else the source's.
static fs::path summits_folder(const fs::path& programs) {
    if (const char* assets = std::getenv("FOYER_ASSETS")) return fs::path(assets) / "summits";
    const fs::path installed = programs.parent_path() / "share" / "foyer" / "summits";
    if (fs::exists(installed)) return installed;
    return fs::path(FOYER_SOURCE_DIR) / "assets" / "summits";
}

static Result<fs::path> summit_folder(const std::string& name, const fs::path& programs) {
    if (fs::is_directory(name)) return fs::path(name);
    const fs::path all = summits_folder(programs);
    if (fs::is_directory(all / name)) return all / name;
    std::string known;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(all, ignored))
        if (entry.is_directory()) known += (known.empty() ? "" : ", ") + entry.path().filename().string();
    return fault(FaultKind::not_found, "no summit \"" + name + "\" in " + all.string() + "; there are: " + known);
}

void add_demo(CLI::App& foyer) {
    auto* demo =
        foyer.add_subcommand("demo", "A whole summit on this machine: hub, terminal, guests, organisers' page");
    struct Arguments {
        DemoOptions options;
        std::string summit = "open-day", pictures, me;
    };
    auto a = std::make_shared<Arguments>();
    demo->add_option("--summit", a->summit, "which one: a name in assets/summits or a folder")->capture_default_str();
    demo->add_option("--checkpoint", a->options.checkpoint, "where the terminal stands; without it the strictest door");
    demo->add_option("--mode", a->options.mode, "what the terminal is for; without it as its checkpoint says")
        ->check(CLI::IsMember({"self", "gate", "room", "meeting", "sign"}));
    const auto* me = demo->add_option("--me", a->me, "your own name: adds you as a guest and makes your badge");
    demo->add_option("--camera", a->options.camera,
                     "/dev/videoN, a recording or a folder of pictures; without it a webcam, else drawn guests");
    add_seconds(*demo, a->options.seconds, "end by itself after so many seconds");
    demo->add_option("--pictures", a->pictures, "save a PNG of each kind of screen into this folder");
    demo->add_option("--windowed", a->options.windowed,
                     "in a window instead of the whole screen (1080x1920 or as given)")
        ->expected(0, 1)
        ->default_str("540x960")
        ->check([](const std::string& text) {
            return is_window_size(text) ? "" : text + ": write it as 1080x1920, each side from 320 to 16384";
        });
    demo->add_option("--listen", a->options.listen, "where the hub listens")->capture_default_str();
    demo->footer("Keys, in the terminal's window or in the shell that started it: n cuts and restores the "
                 "network, Esc ends the demo.");
    demo->callback([a, me] {
        const fs::path self = fs::read_symlink("/proc/self/exe");
        a->options.programs = self.parent_path();
        auto summit = summit_folder(a->summit, a->options.programs);
        if (!summit) fail(summit.error());
        a->options.summit = *summit;
        if (!a->pictures.empty()) a->options.pictures = a->pictures;
        if (me->count() > 0) {
            const auto name = read_own_name(a->me);
            if (!name) fail(name.error());
            a->options.me = *name;
        }
        std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // in order with what is said on stderr, also in a pipe
        const auto equal = run_demo(a->options);
        if (!equal) fail(equal.error());
        if (!*equal) throw CLI::RuntimeError(1);
    });
}

} // namespace foyer
