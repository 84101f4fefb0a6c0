// `foyer scan`: the codes in pictures, folders of pictures, recordings and cameras, on standard output.
#include <array>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "scanner/camera.h"
#include "scanner/hand/serial.h"
#include "scanner/picture.h"
#include "scanner/reader.h"
#include "scanner/sightings.h"
#include "sync/commands/commands.h"
#include "sync/commands/escaped.h"
#include "sync/commands/seconds_option.h"

namespace foyer {
namespace {

using Clock = std::chrono::steady_clock;

struct ScanArguments {
    std::vector<std::string> sources;
    bool json = false, devices = false;
    std::string formats;
    Seconds seconds{0}; // of a camera; 0: until it is stopped
};

constexpr std::size_t colours_most = 16'000'000; // pixels of a picture whose colours are looked at one by one

std::atomic<bool> stopped = false; // by Ctrl-C; a handler can set nothing else
static_assert(std::atomic<bool>::is_always_lock_free);

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// One line or object a reading, as it comes: a recording may be long.
class Report {
public:
    explicit Report(bool json) : json_(json) {}

    void add(const std::string& source, const std::optional<Reading>& reading, double ms,
             const std::optional<Fault>& fault = std::nullopt) {
        if (!reading) missed_ = true;
        if (json_)
            add_object(source, reading, ms, fault);
        else if (reading)
            add_line(source, *reading, ms);
        else
            std::printf("%s: no code (%.1f ms)\n", escaped(source).c_str(), ms);
        std::fflush(stdout);
    }

    // A source that could not be read counts as one without a code, and the reason goes to stderr.
    void complain(const std::string& source, const Fault& fault, double ms) {
        std::fprintf(stderr, "foyer: %s\n", escaped(fault.detail).c_str());
        add(source, std::nullopt, ms, fault);
    }

    // The exit code.
    int finish() {
        if (json_) std::puts(objects_ == 0 ? "[]" : "\n]");
        return missed_ ? 1 : 0;
    }

private:
    static void add_line(const std::string& source, const Reading& reading, double ms) {
        // Bytes that nobody could turn into text are told as they are.
        const auto text = reading.text.empty() ? std::string(as_text(reading.bytes)) : reading.text;
        std::printf("%s: %s", escaped(source).c_str(), escaped(text).c_str());
        for (std::size_t i = 0; i < reading.corners.size(); ++i)
            std::printf("%s%.0f,%.0f", i == 0 ? " [" : " ", reading.corners[i].x, reading.corners[i].y);
        std::printf("] %.1f ms\n", ms);
    }

    // A name that is no UTF-8 cannot be told as it is, and two such names must not become one.
    void add_object(const std::string& source, const std::optional<Reading>& reading, double ms,
                    const std::optional<Fault>& fault) {
        nlohmann::ordered_json object = {
            {"source", source}, {"text", nullptr}, {"base64", nullptr}, {"corners", nlohmann::json::array()}};
        if (reading) {
            object["text"] = reading->text;
            if (!is_utf8(reading->bytes)) object["base64"] = to_base64(reading->bytes);
            for (const auto& corner : reading->corners) object["corners"].push_back({corner.x, corner.y});
        }
        object["ms"] = std::round(ms * 1000) / 1000;
        if (!is_utf8(as_bytes(source))) object["source_base64"] = to_base64(as_bytes(source));
        if (fault) object["fault"] = fault->detail;
        const auto text = object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        std::printf("%s%s", objects_++ == 0 ? "[\n" : ",\n", escaped_json(text).c_str());
    }

    bool json_;
    bool missed_ = false;
    int objects_ = 0;
};

// Where nothing is read of how light a picture is, one of its colours may show a code, or a black ground behind what is
// transparent.
std::vector<Reading> read_colours(const Frame& grey, const std::string& file, const Formats& others) {
    if (grey.pixels.size() > colours_most) return {};
    for (const Shades shades : {Shades::red, Shades::green, Shades::grey_on_black}) {
        const auto frame = read_picture(file, shades);
        if (!frame || frame->pixels == grey.pixels) continue; // it has no colours, nothing transparent
        if (auto readings = read_all(*frame, file, others); !readings.empty()) return readings;
    }
    return {};
}

void scan_picture(const std::string& file, const Formats& others, Report& report) {
    const auto start = Clock::now();
    const auto frame = read_picture(file);
    if (!frame) return report.complain(file, frame.error(), ms_since(start));
    auto readings = read_all(*frame, file, others);
    if (readings.empty()) readings = read_colours(*frame, file, others);
    const double ms = ms_since(start);
    if (readings.empty()) report.add(file, std::nullopt, ms);
    for (const auto& reading : readings) report.add(file, reading, ms);
}

void scan_folder(const std::string& folder, const Formats& others, Report& report) {
    const auto pictures = pictures_in(folder);
    if (!pictures) return report.complain(folder, pictures.error(), 0);
    if (pictures->empty()) {
        const Fault none{FaultKind::not_found, folder + ": there is no PNG or JPEG picture in this folder."};
        return report.complain(folder, none, 0);
    }
    for (const auto& picture : *pictures) scan_picture(picture.string(), others, report);
}

// Each code once while it is in view, with the time its frame took.
void scan_stream(const CameraSource& source, const std::string& name, Seconds seconds, const Formats& others,
                 Report& report) {
    const bool device = is_camera_name(name);
    auto camera = Camera::open(source, device ? Pace::live : Pace::every_frame);
    if (!camera) return report.complain(name, camera.error(), 0);
    Reader reader({.source = name, .others = others});
    Sightings sightings;
    int found = 0;
    const auto start = Clock::now();
    while (!stopped && !camera->ended() && (seconds.count() == 0 || Clock::now() - start < seconds)) {
        const auto frame = camera->next(std::chrono::milliseconds(200));
        if (!frame) return report.complain(name, frame.error(), ms_since(start));
        if (!*frame) continue;
        const auto before = Clock::now();
        const auto reading = reader.read(**frame);
        if (!reading || !sightings.is_new(*reading)) continue;
        report.add(name, reading, ms_since(before));
        ++found;
    }
    if (found == 0) report.add(name, std::nullopt, ms_since(start));
}

void scan_source(const std::string& text, const ScanArguments& arguments, const Formats& others, Report& report) {
    std::error_code error;
    const auto source = camera_source(text, Repeat::once);
    if (!source) return report.complain(text, source.error(), 0);
    if (!std::holds_alternative<PicturesSource>(*source))
        return scan_stream(*source, text, arguments.seconds, others, report);
    if (std::filesystem::is_directory(text, error)) return scan_folder(text, others, report);
    scan_picture(text, others, report);
}

void print_controls(const std::string& device) {
    const auto controls = controls_of(device);
    if (!controls) return void(std::printf("    %s\n", escaped(controls.error().detail).c_str()));
    for (const CameraControl& control : *controls) {
        std::printf("    %s=%ld  %ld to %ld, usually %ld%s", escaped(control.name).c_str(), control.value,
                    control.least, control.most, control.usual,
                    control.state == CameraControl::State::held ? ", held" : "");
        for (std::size_t i = 0; i < control.choices.size(); ++i)
            if (!control.choices[i].empty()) std::printf("; %zu %s", i, escaped(control.choices[i]).c_str());
        std::puts("");
    }
}

// What can be named to foyer-kiosk, with what can be set on it.
void print_devices() {
    const auto cameras = list_cameras(), lines = list_serial();
    if (cameras.empty()) std::puts("No camera.");
    for (const std::string& camera : cameras) {
        std::printf("camera %s  %s\n", escaped(lasting_name(camera)).c_str(), escaped(model_of(camera)).c_str());
        print_controls(camera);
    }
    if (has_element("libcamerasrc")) std::puts("camera libcamera  (GStreamer's libcamerasrc is installed)");
    if (lines.empty()) std::puts("No serial line.");
    for (const std::string& line : lines) std::printf("scanner %s\n", escaped(line).c_str());
    std::puts("A hand scanner that acts as a keyboard is not listed: foyer-kiosk hears it when it types.");
}

int scan(const ScanArguments& arguments) {
    if (arguments.devices) return print_devices(), 0;
    const auto others = formats_of(arguments.formats);
    if (!others) {
        std::fprintf(stderr, "foyer: %s\n", escaped(others.error().detail).c_str());
        return 2;
    }
    for (const int end : {SIGINT, SIGTERM}) // the second one does not wait for the picture at work
        std::signal(end, [](int signal) {
            stopped = true;
            std::signal(signal, SIG_DFL);
        });
    Report report(arguments.json);
    for (const auto& source : arguments.sources)
        if (!stopped) scan_source(source, arguments, *others, report);
    return report.finish();
}

} // namespace

void add_scan(CLI::App& foyer) {
    auto arguments = std::make_shared<ScanArguments>();
    CLI::App* command = foyer.add_subcommand("scan", "Read the QR codes in pictures, recordings or a camera's view");
    auto* devices =
        command->add_flag("--devices", arguments->devices,
                          "List cameras, what can be set on them (foyer-kiosk --camera-control), and serial "
                          "lines (foyer-kiosk --scanner)");
    command
        ->add_option("SOURCE", arguments->sources,
                     "A picture (PNG, JPEG), a folder of pictures, a recording (AVI, MKV, MP4...), /dev/video0 or "
                     "libcamera")
        ->excludes(devices);
    command->add_flag(
        "--json", arguments->json,
        "An array of {source, text, base64, corners, ms}; text is null without a code, base64 has the bytes of a "
        "code that are not UTF-8 (text is then a guess at them, or empty)");
    command->add_option("--formats", arguments->formats,
                        "Read these beside QR codes: aztec, pdf417, data-matrix, code-128 (commas between)");
    add_seconds(*command, arguments->seconds, "Stop a camera or recording after so long");
    command->footer(
        "One line a reading: source, text, corners from the code's own upper left clockwise, milliseconds.\n"
        "In a line, characters that must not reach a terminal are written \\n, \\u{202e} or \\xff, a backslash \\\\.\n"
        "A picture may hold several codes; of a recording or camera, one a frame is read.\n"
        "Exit code 1 when a source had no code or could not be read.");
    command->callback([arguments] {
        if (arguments->sources.empty() && !arguments->devices) throw CLI::RequiredError("SOURCE or --devices");
        if (const int code = scan(*arguments); code != 0) throw CLI::RuntimeError(code);
    });
}

} // namespace foyer
