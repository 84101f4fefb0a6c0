#include "kiosk/demo/demo.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <unistd.h>

#include "kiosk/demo/cast.h"
#include "kiosk/demo/keyboard.h"
#include "kiosk/demo/newcomer.h"
#include "kiosk/demo/summary.h"
#include "kiosk/demo/virtual_display.h"
#include "scanner/camera.h"
#include "sync/hub/ask.h"
#include "sync/hub/enrol.h"
#include "sync/import/summit_files.h"

namespace foyer {

namespace fs = std::filesystem;

namespace {

constexpr auto settle_at_most = std::chrono::seconds{5};
constexpr int rate_frames = 150;
constexpr const char* virtual_size = "1080x1920";

volatile std::sig_atomic_t interrupted = 0;

// A folder of the demo's own, gone when the demo is.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string pattern = (fs::temp_directory_path() / "foyer-demo-XXXXXX").string();
        if (const char* made = ::mkdtemp(pattern.data())) path = made;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        if (!path.empty()) fs::remove_all(path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    fs::path path;
};

Instant wall() { return Instant{std::chrono::floor<Milliseconds>(std::chrono::system_clock::now())}; }

std::string iso(Instant instant) {
    const auto days = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{days};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(instant - days)};
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

// Makes it where it is not there, and writes a file into it.
Result<> try_folder(const fs::path& folder) {
    const auto cannot = [&](const std::string& why) {
        return fault(FaultKind::disk, "--pictures " + folder.string() + ": no picture can be saved there: " + why);
    };
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return cannot(error.message());
    std::string probe = (folder / ".foyer-XXXXXX").string();
    const int file = ::mkstemp(probe.data());
    if (file < 0) return cannot(std::strerror(errno));
    ::close(file);
    fs::remove(probe, error);
    return {};
}

// The demo, step by step; what a step makes is there for the next.
class Demo {
public:
    explicit Demo(const DemoOptions& options) : options_(options) {}

    Result<bool> run() {
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) std::signal(signal, [](int) { interrupted = 1; });
        for (const auto step : {&Demo::look_at_options, &Demo::choose_day, &Demo::import, &Demo::cast, &Demo::start_hub,
                                &Demo::enrol, &Demo::start_kiosk}) {
            const auto done = (this->*step)();
            if (interrupted != 0) return fault(FaultKind::busy, "the demo was ended before it began");
            if (!done) return std::unexpected(done.error());
        }
        follow();
        return finish();
    }

private:
    [[nodiscard]] fs::path hub_data() const { return scratch_.path / "hub"; }
    [[nodiscard]] fs::path kiosk_data() const { return scratch_.path / "terminal"; }
    [[nodiscard]] fs::path feed() const { return scratch_.path / "feed"; }
    [[nodiscard]] fs::path report() const { return scratch_.path / "report.json"; }
    [[nodiscard]] std::string program(const char* name) const { return (options_.programs / name).string(); }
    [[nodiscard]] Instant demo_now() const { return wall() + shift_; }
    [[nodiscard]] Clock clock() const {
        return [shift = shift_] { return wall() + shift; };
    }

    // What cannot work is told before anything is started.
    Result<> look_at_options() {
        if (options_.pictures)
            if (auto r = try_folder(*options_.pictures); !r) return r;
        if (options_.camera.empty()) return {};
        auto source = camera_source(options_.camera, Repeat::once);
        if (source) // the terminal will say it
            if (auto* pictures = std::get_if<PicturesSource>(&*source)) pictures->left_out = {};
        const auto camera = source ? Camera::open(*source) : std::unexpected(source.error());
        if (!camera) return fault(camera.error().kind, "--camera: " + camera.error().detail);
        return {};
    }

    Result<> choose_day() {
        if (scratch_.path.empty())
            return fault(FaultKind::disk, "no temporary folder could be made: is TMPDIR writable?");
        const auto files = read_summit(options_.summit);
        if (!files) return std::unexpected(files.error());
        const Programme programme = to_programme(*files);
        checkpoint_ = options_.checkpoint.empty() ? demo_checkpoint(programme) : CheckpointId{options_.checkpoint};
        if (!programme.checkpoint(checkpoint_))
            return fault(FaultKind::not_found,
                         "no checkpoint \"" + checkpoint_.text + "\" in " + options_.summit.string());
        if (programme.checkpoint(checkpoint_)->mode == Mode::desk || options_.mode == "desk") role_ = Role::desk;
        std::vector<Meeting> meetings;
        for (const auto& meeting : files->meetings) meetings.push_back(meeting.value);
        shift_ = demo_time(programme, meetings, checkpoint_) - wall();
        return {};
    }

    Result<> import() {
        auto importing = Process::start({program("foyer"), "import", "--data", hub_data().string(), "--clock",
                                         iso(demo_now()), options_.summit.string()});
        if (!importing) return std::unexpected(importing.error());
        while (auto line = importing->next_line(std::chrono::minutes{5})) std::printf("%s\n", line->c_str());
        if (importing->wait(std::chrono::seconds{10}) != 0)
            return fault(FaultKind::bad_input, "the summit was not imported");
        return {};
    }

    // Who comes, and the newcomer's badge; the ledger is ours until the hub takes it.
    Result<> cast() {
        auto ledger = Ledger::open(hub_data(), clock());
        if (!ledger) return std::unexpected(ledger.error());
        CastOptions cast{checkpoint_, std::nullopt};
        if (options_.me) {
            auto newcomer = welcome_newcomer(**ledger, *options_.me, checkpoint_, fs::current_path());
            if (!newcomer) return std::unexpected(newcomer.error());
            cast.first = *newcomer;
        }
        camera_ = options_.camera;
        if (camera_.empty() && default_camera()) return {};
        if (!camera_.empty()) return {};
        auto script = cast_guests(**ledger, cast);
        if (!script) return std::unexpected(script.error());
        camera_ = "feed:" + feed().string();
        if (auto r = write_feed(feed(), *script); !r) return r;
        script_ = std::move(*script);
        std::printf("No camera here: the demo camera shows %zu guests, one after the other.\n", script_->guests.size());
        return {};
    }

    Result<> start_hub() {
        auto hub = Process::start({program("foyer"), "hub", "--data", hub_data().string(), "--listen", options_.listen,
                                   "--clock-shift-ms", std::to_string(shift_.count())});
        if (!hub) return std::unexpected(hub.error());
        hub_.emplace(std::move(*hub));
        static constexpr std::string_view prefix = "Foyer hub: ";
        const auto ready = hub_->next_line(std::chrono::seconds{20});
        if (!ready || !ready->starts_with(prefix)) return fault(FaultKind::network, "the hub did not start");
        url_ = ready->substr(prefix.size());
        const auto page = hub_->next_line(std::chrono::seconds{5});
        std::printf("%s\n%s\n", ready->c_str(), page.value_or("").c_str());
        std::fflush(stdout);
        return {};
    }

    Result<> enrol() {
        const auto token = read_token_file(hub_data());
        if (!token) return std::unexpected(token.error());
        const auto address = parse_hub_address(url_);
        if (!address) return std::unexpected(address.error());
        const auto ticket = ask_enrolment_ticket(*address, *token, {role_, "Demo terminal", checkpoint_});
        if (!ticket) return std::unexpected(ticket.error());
        ticket_ = text_of(*ticket);
        page_.emplace(*address, *token);
        return {};
    }

    Result<> start_kiosk() {
        std::vector<std::pair<std::string, std::string>> environment;
        if (!display_is_there(std::getenv("DISPLAY"), std::getenv("WAYLAND_DISPLAY"), std::getenv("XDG_RUNTIME_DIR"))) {
            auto display = start_virtual_display(virtual_size);
            if (!display) return std::unexpected(display.error());
            std::printf("No display here: the terminal runs on a virtual one (%s, %s).\n", virtual_size,
                        display->name.c_str());
            environment = {{"DISPLAY", display->name}, {"WAYLAND_DISPLAY", ""}};
            display_.emplace(std::move(*display));
            if (!options_.pictures) pictures_ = fs::current_path() / "demo-pictures";
        }
        if (options_.pictures) pictures_ = *options_.pictures;
        auto kiosk = Process::start(kiosk_arguments(), environment);
        if (!kiosk) return std::unexpected(kiosk.error());
        kiosk_.emplace(std::move(*kiosk));
        name_keys();
        std::fflush(stdout);
        return {};
    }

    void name_keys() const {
        const char* where = !display_ && keyboard_.is_there() ? "in the terminal's window or here"
                            : !display_                       ? "in the terminal's window"
                                                              : "here";
        if (display_ && !keyboard_.is_there())
            std::printf(
                "Ctrl-C ends the demo; its keys (n, Esc) need a display that you see, or a shell's keyboard.\n");
        else
            std::printf("Keys, %s: n cuts and restores the network, Esc ends the demo; so does Ctrl-C.\n", where);
    }

    [[nodiscard]] std::vector<std::string> kiosk_arguments() const {
        std::vector<std::string> arguments{program("foyer-kiosk"),
                                           "--demo",
                                           "--data",
                                           kiosk_data().string(),
                                           "--checkpoint",
                                           checkpoint_.text,
                                           "--enrol",
                                           ticket_,
                                           "--lan",
                                           "127.0.0.1:0",
                                           "--camera",
                                           camera_,
                                           "--report",
                                           report().string(),
                                           "--clock-shift-ms",
                                           std::to_string(shift_.count())};
        const auto add = [&](const char* name, const std::string& value) {
            arguments.insert(arguments.end(), {name, value});
        };
        if (!options_.windowed.empty())
            add("--windowed", options_.windowed);
        else if (display_)
            add("--windowed", virtual_size);
        if (!options_.mode.empty()) add("--mode", options_.mode);
        if (pictures_) add("--pictures", pictures_->string());
        if (display_) {
            arguments.emplace_back("--tour");
            add("--volume", "0"); // nobody is there
        }
        if (options_.seconds.count() > 0) add("--seconds", std::to_string(options_.seconds.count()));
        return arguments;
    }

    void follow_a_moment() {
        if (auto line = kiosk_->next_line(std::chrono::milliseconds{200})) {
            std::printf("%s\n", line->c_str());
            std::fflush(stdout);
            kiosk_speaks_ = true;
        }
        const auto key = keyboard_.pressed();
        if (key == '\x1b') interrupted = 1;
        if (key == 'n' && kiosk_speaks_) kiosk_->nudge(); // earlier, it would not know what that means
    }

    // The terminal's log is the demo's, until one of them ends.
    void follow() {
        while (!kiosk_->output_ended() && interrupted == 0 && hub_->running()) follow_a_moment();
        // Its page listens to it: nobody but a fault, or somebody else, ends it now.
        if (interrupted == 0 && !hub_->running()) hub_gone_ = ended_how(hub_->wait({}));
        kiosk_->ask_to_end();
    }

    static std::string ended_how(int code) {
        if (code > 128) return "was ended by signal " + std::to_string(code - 128);
        return "ended by itself (exit code " + std::to_string(code) + ")";
    }

    Result<bool> finish() {
        const int code = kiosk_->wait(std::chrono::seconds{15});
        if (code != 0) return fault(FaultKind::device, "the terminal ended with exit code " + std::to_string(code));
        SummaryInput summary;
        summary.report = report();
        summary.hub_gone = hub_gone_;
        const auto terminal = stat_of(kiosk_data());
        if (!terminal) return std::unexpected(terminal.error());
        await_page(terminal->recorded);
        summary.page = page_->counts();
        page_.reset();
        hub_->ask_to_end();
        (void)hub_->wait(std::chrono::seconds{10});
        const auto hub = stat_of(hub_data());
        if (!hub) return std::unexpected(hub.error());
        summary.recorded_on_terminal = terminal->recorded;
        summary.recorded_at_hub = hub->recorded;
        summary.facts_on_terminal = terminal->facts;
        summary.facts_at_hub = hub->facts;
        if (script_) summary.rates = measure_rates(std::move(*script_), rate_frames);
        const bool equal = print_summary(summary);
        if (pictures_) std::printf("  pictures                   %s\n", pictures_->string().c_str());
        return equal;
    }

    [[nodiscard]] Result<Ledger::Stat> stat_of(const fs::path& folder) const {
        auto ledger = Ledger::open(folder, clock());
        if (!ledger) return std::unexpected(ledger.error());
        return (*ledger)->stat();
    }

    void await_page(std::uint64_t recorded) {
        const auto deadline = std::chrono::steady_clock::now() + settle_at_most;
        while (hub_gone_.empty() && std::cmp_less(page_->latest().recorded, recorded) &&
               std::chrono::steady_clock::now() < deadline)
            (void)hub_->next_line(std::chrono::milliseconds{50});
    }

    const DemoOptions& options_;
    ScratchFolder scratch_;
    Milliseconds shift_{0};
    CheckpointId checkpoint_;
    Role role_ = Role::door; // of the terminal
    std::string camera_, url_, ticket_, hub_gone_;
    std::optional<FeedScript> script_;
    std::optional<fs::path> pictures_;
    std::optional<Process> hub_;
    std::optional<VirtualDisplay> display_;
    std::optional<PageWatch> page_;
    const Keyboard keyboard_;
    bool kiosk_speaks_ = false;
    std::optional<Process> kiosk_; // ends first
};

} // namespace

bool is_window_size(const std::string& text) {
    int width = 0, height = 0, read = 0;
    const auto good = [](int side) { return side >= 320 && side <= 16384; };
    return std::sscanf(text.c_str(), "%dx%d%n", &width, &height, &read) == 2 && std::cmp_equal(read, text.size()) &&
           good(width) && good(height);
}

Result<bool> run_demo(const DemoOptions& options) { return Demo(options).run(); }

} // namespace foyer
