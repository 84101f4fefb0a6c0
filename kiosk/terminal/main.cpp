// foyer-kiosk: one terminal, fullscreen.
#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

#include <CLI/CLI.hpp>

#include "kiosk/app/gettext.h"
#include "kiosk/terminal/checkpoint_choice.h"
#include "kiosk/terminal/enrolment.h"
#include "kiosk/terminal/kept_stand.h"
#include "kiosk/terminal/notes.h"
#include "sync/hub/data_folder.h"
#include "sync/hub/enrol.h"
#include "sync/hub/listen_address.h"
#include "sync/hub/remembered.h"
#include "sync/ledger/mend.h"
#include "sync/summit/seconds.h"

using namespace foyer;

namespace {

struct Arguments {
    std::string reach, camera_at, scanner_at, mode; // as its command line says: before what an admin set
    std::optional<int> volume, zoom;
    bool still = false;
    std::string data, hub, authority, checkpoint, formats, lan = "0.0.0.0:0", windowed, enrolment_code, pictures,
                                                           report;
    std::vector<std::string> cameras, camera_controls, scanners;
    std::int64_t clock_shift_ms = 0, clock_drift_ppm = 0;
    std::string seconds;
    bool demo = false, tour = false, speak = false;
};

int say(const Fault& fault) {
    std::fprintf(stderr, "foyer-kiosk: %s\n", fault.detail.c_str());
    return 1;
}

// How it stands there, and what guests see of that. What is not told is as an admin set it at the terminal.
void describe_stand(CLI::App& app, Arguments& a) {
    app.add_option("--camera-at", a.camera_at,
                   "at which edge of the screen the camera is, so that guests are shown where to look: top, bottom, "
                   "left or right")
        ->check(CLI::IsMember(edges_by_word));
    app.add_option("--scanner-at", a.scanner_at,
                   "the same of a hand scanner that guests hold their code under, where there is no camera")
        ->check(CLI::IsMember(edges_by_word));
    app.add_option("--reach", a.reach,
                   "at which side of the screen guests can reach its buttons, e.g. right beside a wall at its left: "
                   "left, right or both; a guest may choose another")
        ->check(CLI::IsMember(reaches_by_word));
    app.add_flag("--still", a.still, "no motion: answers stand at once as they stay, nothing grows or pulses");
    app.add_option("--zoom", a.zoom, "percent of the usual size of all that is on the screen, 100 to 125")
        ->check(CLI::Range(100, 125));
    app.add_option("--volume", a.volume, "of the two sounds, 0 (none) to 100; else 60")->check(CLI::Range(0, 100));
}

// Prints and ends.
void print_notes(const std::string& language) {
    const auto folder = find_locale_folder();
    const auto strings = folder ? open_strings(*folder) : std::unexpected(folder.error());
    if (!strings) throw CLI::RuntimeError(say(strings.error()));
    const auto languages = (*strings)->languages();
    if (std::ranges::count(languages, language) == 0) {
        std::string there;
        for (const Language& one : languages) there += (there.empty() ? "" : ", ") + one;
        throw CLI::ValidationError("--notes", "no words in \"" + language + "\"; there are: " + there);
    }
    std::fputs(sheet_of_notes(Voice{**strings, language}).c_str(), stdout);
    throw CLI::Success();
}

void describe(CLI::App& app, Arguments& a) {
    app.add_option("--data", a.data, "this terminal's data folder")->required();
    app.add_option("--hub", a.hub, "the hub, e.g. https://10.0.0.5:8080; without it that of the enrolment");
    app.add_option("--ca", a.authority, "the hub's fingerprint, as it printed it; without it that of the enrolment");
    app.add_option("--checkpoint", a.checkpoint,
                   "where it stands: an id of the summit's checkpoints; without it that of the enrolment");
    app.add_option("--lan", a.lan, "ADDRESS:PORT where other doors come in, port 0: any free one; or off")
        ->capture_default_str();
    app.add_option("--mode", a.mode,
                   "what it is for: self (guests serve themselves), gate, room (a gate that follows the room's "
                   "programme), sign (shows what is on, takes no codes), desk (staff find people and help them) or "
                   "meeting (who "
                   "scans is told at which table, and whom, they meet); "
                   "without it as its checkpoint says")
        ->check(CLI::IsMember(modes_by_word));
    app.add_option(
           "--camera", a.cameras,
           "/dev/videoN or its name in /dev/v4l/by-id, libcamera, a recording, a folder of pictures, feed:FOLDER "
           "or none; may be repeated; without it the first camera")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--camera-control", a.camera_controls,
                   "NAME=NUMBER, of each camera device, e.g. exposure_time_absolute=50; may be repeated; `foyer scan "
                   "--devices` lists them")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--scanner", a.scanners,
                   "a serial hand scanner, /dev/serial/by-id/...; @115200 behind it is its speed, 9600 else; may be "
                   "repeated. One that acts as a keyboard needs no option")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--formats", a.formats,
                   "what cameras read beside QR codes: aztec, pdf417, data-matrix, code-128, several with commas");
    describe_stand(app, a);
    app.add_flag("--speak", a.speak, "read answers aloud, without names");
    app.add_option("--windowed", a.windowed, "WxH: a window instead of the whole screen; Esc closes it");
    app.add_option("--enrol", a.enrolment_code,
                   "a new terminal's enrolment code, as foyer enrol --new prints it; without it its camera reads it");
    app.add_option("--seconds", a.seconds, "end after so many seconds");
    app.add_option("--pictures", a.pictures, "save a PNG of each kind of screen into this folder");
    app.add_option("--report", a.report, "write the figures of this run as JSON");
    app.add_option_function<std::string>("--notes", print_notes,
                                         "a language, e.g. de: print what the numbers of notes on guests' screens "
                                         "mean for staff, and end");
    app.add_flag("--demo", a.demo, "part of a demo: Esc ends it, n cuts the network");
    app.add_option("--clock-shift-ms", a.clock_shift_ms, "demo: milliseconds to add to the wall clock")->group("Demo");
    app.add_option("--clock-drift-ppm", a.clock_drift_ppm, "test: millionths by which its clock runs too fast")
        ->check(CLI::Range(-900'000, 900'000))
        ->group("Demo");
    app.add_flag("--tour", a.tour, "demo: touch the programme and the languages once")->group("Demo");
}

// "1080x1920", and nothing behind it.
bool read_size(const std::string& text, WindowOptions& window) {
    int read = 0;
    const auto good = [](int side) { return side >= 320 && side <= 16384; };
    return std::sscanf(text.c_str(), "%dx%d%n", &window.width, &window.height, &read) == 2 &&
           std::cmp_equal(read, text.size()) && good(window.width) && good(window.height);
}

Result<SourceChoice> sources_of(const Arguments& a) {
    SourceOptions options{a.cameras, {}, a.scanners, {}};
    const auto others = formats_of(a.formats);
    if (!others) return fault(others.error().kind, "--formats: " + others.error().detail);
    options.others = *others;
    for (const std::string& control : a.camera_controls) {
        auto setting = camera_setting(control);
        if (!setting) return std::unexpected(setting.error());
        options.camera_settings.push_back(std::move(*setting));
    }
    return choose_sources(options);
}

Result<HubAddress> hub_of(const Arguments& a) {
    auto hub = parse_hub_address(a.hub);
    if (!hub || a.authority.empty()) return hub;
    const auto authority = read_fingerprint(a.authority);
    if (!authority) return std::unexpected(authority.error());
    hub->ca = *authority;
    return hub;
}

Result<EnrolmentTicket> ticket_of(const Arguments& a) {
    if (a.hub.empty() || looks_like_ticket(a.enrolment_code)) return read_ticket(a.enrolment_code);
    auto hub = hub_of(a);
    if (!hub) return std::unexpected(hub.error());
    return EnrolmentTicket{std::move(*hub), a.enrolment_code};
}

// A ledger of which nothing can be read is none: the terminal is enrolled anew.
Result<std::unique_ptr<Ledger>> open_existing(const std::string& data, const Clock& now) {
    std::string remark;
    auto ledger = open_or_mend(data, now, remark);
    if (!ledger && ledger.error().kind == FaultKind::corrupt) {
        const auto aside = put_ledger_aside(data, now());
        if (!aside) return std::unexpected(aside.error());
        remark = data + ": nothing of this ledger can be read; it is put aside in " + aside->filename().string() +
                 ", and this terminal is to be enrolled anew";
        ledger = fault(FaultKind::not_found, remark);
    }
    if (!remark.empty()) std::fprintf(stderr, "foyer-kiosk: %s\n", remark.c_str());
    return ledger;
}

// Nothing: it was closed before it was enrolled.
Result<std::unique_ptr<Ledger>> open_ledger(const Arguments& a, Stage& stage, const TerminalOptions& options,
                                            const SummitClock& clock) {
    const Clock now = [clock] { return clock.now(); };
    if (auto ledger = open_existing(a.data, now); ledger || ledger.error().kind != FaultKind::not_found) return ledger;
    if (a.enrolment_code.empty()) return enrol_by_camera(stage, a.data, options, clock);
    const auto ticket = ticket_of(a);
    if (!ticket) return std::unexpected(ticket.error());
    if (auto good = try_data_folder(a.data); !good) return std::unexpected(good.error()); // the code works once
    const auto enrolled = enrol(*ticket);
    if (!enrolled) return std::unexpected(enrolled.error());
    return create_terminal(a.data, *enrolled, now);
}

// Where the hub is: as it was told now, else as its enrolment said.
Result<std::optional<HubAddress>> place_of_hub(const Arguments& a, const Remembered& known) {
    if (a.hub.empty()) return known.hub;
    auto hub = hub_of(a);
    if (!hub) return std::unexpected(hub.error());
    if (!hub->ca && known.hub) hub->ca = known.hub->ca; // wherever it moved: it is the same hub
    return std::optional{std::move(*hub)};
}

// What an admin set at it, but for what it is told now.
Stand stand_of(const Arguments& a, Stand stand) {
    if (!a.mode.empty()) stand.mode = modes_by_word.at(a.mode);
    stand.volume = a.volume.value_or(stand.volume);
    stand.zoom = a.zoom.value_or(stand.zoom);
    stand.still = stand.still || a.still;
    if (!a.camera_at.empty()) stand.camera_at = edges_by_word.at(a.camera_at);
    if (!a.scanner_at.empty()) stand.scanner_at = edges_by_word.at(a.scanner_at);
    if (!a.reach.empty()) stand.reach = reaches_by_word.at(a.reach);
    return stand;
}

Result<> choose_screen(const Arguments& a, TerminalOptions& options) {
    options.window.title = "Foyer";
    if (a.windowed.empty()) return {};
    options.window.place = WindowOptions::Place::windowed;
    options.run = Settings::Run::windowed;
    if (read_size(a.windowed, options.window)) return {};
    return fault(FaultKind::bad_input,
                 "--windowed " + a.windowed + ": write it as 1080x1920, each side from 320 to 16384");
}

// One ledger's life; the program's exit code at its end. None: its file is damaged, and opened anew it is mended.
std::optional<int> serve(const Arguments& a, Stage& stage, TerminalOptions& options, const SummitClock& clock,
                         std::chrono::steady_clock::time_point started) {
    auto ledger = open_ledger(a, stage, options, clock);
    if (!ledger) return say(ledger.error());
    if (!*ledger) return 0;
    const Remembered known = remembered(**ledger);
    const auto hub = place_of_hub(a, known);
    if (!hub) return say(hub.error());
    options.hub = *hub;
    const auto choice = choose_checkpoint(a.checkpoint, known.checkpoint);
    if (!choice) return say(choice.error()), 2;
    options.checkpoint = choice->checkpoint;
    if (!choice->remark.empty()) std::fprintf(stderr, "foyer-kiosk: %s\n", choice->remark.c_str());
    // An empty programme is a terminal that has just been enrolled: its checkpoint comes with the first facts.
    const Programme& programme = (*ledger)->programme();
    if (!programme.checkpoints.empty() && !programme.checkpoint(options.checkpoint)) {
        std::string there;
        for (const Checkpoint& checkpoint : programme.checkpoints)
            there += (there.empty() ? "" : ", ") + checkpoint.id.text;
        return say({FaultKind::not_found,
                    "no checkpoint \"" + options.checkpoint.text + "\" in this summit; there are: " + there});
    }
    options.stand = stand_of(a, kept_stand(**ledger));
    const auto served = run_terminal(stage, std::move(*ledger), options, clock, started);
    if (served) return 0;
    (void)say(served.error());
    return served.error().kind == FaultKind::corrupt ? std::nullopt : std::optional{1};
}

int run(const Arguments& a, std::chrono::steady_clock::time_point started) {
    TerminalOptions options;
    if (auto good = choose_screen(a, options); !good) return say(good.error()), 2;
    auto sources = sources_of(a);
    if (!sources) return say(sources.error()), 2;
    options.sources = std::move(*sources);
    if (a.demo) options.run = Settings::Run::demo;
    options.stand = stand_of(a, {}); // while it is enrolled
    if (a.speak) options.aloud = TerminalOptions::Reads::verdicts;
    options.badges = std::filesystem::path{a.data} / "badges";
    if (a.tour) options.tour = TerminalOptions::Tour::touches;
    if (!a.seconds.empty()) {
        const auto seconds = read_seconds(a.seconds);
        if (!seconds) return say({FaultKind::bad_input, "--seconds: " + seconds.error().detail}), 2;
        options.seconds = std::chrono::ceil<std::chrono::seconds>(*seconds);
    }
    if (a.lan != "off") {
        const auto lan = read_address(a.lan);
        if (!lan) return say(lan.error()), 2;
        options.lan = *lan;
    }
    if (!a.report.empty()) options.report = a.report;
    if (!a.pictures.empty()) {
        options.pictures = a.pictures;
        std::error_code error;
        std::filesystem::create_directories(a.pictures, error);
        if (error) return say({FaultKind::not_allowed, a.pictures + ": " + error.message()});
    }
    const SummitClock clock{Milliseconds{a.clock_shift_ms}, a.clock_drift_ppm};
    auto stage = Stage::open(options.window);
    if (!stage) return say(stage.error());
    static constexpr int mends_most = 3; // a disk that damages more is for people to look at
    for (int mends = 0; mends <= mends_most; ++mends)
        if (const auto code = serve(a, *stage, options, clock, started)) return *code;
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    const auto started = std::chrono::steady_clock::now();
    std::setlocale(LC_ALL, "C.UTF-8");
    ::setenv("LP_NUM_THREADS", "1", 0); // llvmpipe's own threads would starve camera and ledger
    Arguments arguments;
    CLI::App app{"Foyer's terminal: guests hold up their code and are welcomed.", "foyer-kiosk"};
    app.set_version_flag("--version", std::string{"foyer-kiosk " FOYER_VERSION});
    describe(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : 2;
    }
    return run(arguments, started);
}
