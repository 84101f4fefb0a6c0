#include "tests/faults/venue.h"

#include <chrono>
#include <cstdio>
#include <fstream>

#include "kiosk/badges/qr.h"
#include "sync/ledger/ledger.h"
#include "tests/scanner/files.h"

namespace foyer::test {

namespace fs = std::filesystem;

namespace {

constexpr int width = 256, height = 256;
constexpr int frames_a_second = 30;

std::string day(int from_today) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) +
                                           std::chrono::days{from_today}};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
    return text;
}

Frame white() {
    Frame frame;
    frame.width = frame.stride = width;
    frame.height = height;
    frame.pixels.assign(std::size_t{width} * height, 255);
    return frame;
}

Frame held_up(const std::string& code) {
    const Qr qr = make_qr(code).value();
    const int module = width / (qr.size + 2 * qr_quiet_zone), margin = (width - module * qr.size) / 2;
    Frame frame = white();
    for (int y = 0; y < module * qr.size; ++y)
        for (int x = 0; x < module * qr.size; ++x)
            if (qr.dark(x / module, y / module))
                frame.pixels[static_cast<std::size_t>((y + margin) * width + x + margin)] = 0;
    return frame;
}

} // namespace

void write_summit(const fs::path& folder, int guests) {
    fs::create_directories(folder);
    std::ofstream(folder / "summit.toml") << "name = \"Day of Faults\"\ntime_zone = \"Etc/UTC\"\n"
                                          << "utc_offset = \"+00:00\"\nstarts = \"" << day(-1) << " 00:00\"\nends = \""
                                          << day(1) << " 23:00\"\nlanguages = [\"en\"]\n";
    std::ofstream(folder / "places.toml") << "[[place]]\nid = \"centre\"\nkind = \"site\"\nname = \"Centre\"\n"
                                          << "[[place]]\nid = \"hall\"\nparent = \"centre\"\nkind = \"hall\"\n"
                                          << "name = \"Hall\"\n";
    std::ofstream(folder / "checkpoints.toml") << "[[checkpoint]]\nid = \"door\"\nplace = \"hall\"\n"
                                               << "single_entry = true\nname = \"Door\"\n";
    std::ofstream(folder / "programme.toml")
        << "[[session]]\nid = \"all\"\nplace = \"hall\"\ntitle = \"All day\"\n"
        << "starts = \"" << day(-1) << " 01:00\"\nends = \"" << day(1) << " 22:00\"\n";
    std::ofstream people(folder / "people.csv");
    people << "id,native_name,native_language\n";
    for (int i = 1; i <= guests; ++i) people << 1000 + i << ",Guest " << i << ",en\n";
}

std::vector<std::string> codes_of(const fs::path& hub) {
    const auto now = [] { return Instant{std::chrono::floor<Milliseconds>(std::chrono::system_clock::now())}; };
    std::vector<std::string> codes;
    for (const PersonRow& row : Ledger::open(hub, now).value()->people()) codes.push_back(row.code);
    return codes;
}

void record_guests(const fs::path& file, const std::vector<std::string>& codes, Pace pace, Random& random) {
    const auto frames_each = pace.a_badge.count() * frames_a_second / 1000;
    std::vector<Frame> frames;
    std::size_t last = codes.size();
    for (auto at = Milliseconds{0}; at < pace.in_all; at += pace.a_badge) {
        std::size_t next = random.below(codes.size());
        while (next == last) next = random.below(codes.size());
        last = next;
        const Frame frame = held_up(codes[next]);
        for (auto n = frames_each; n > 0; --n) frames.push_back(frame);
    }
    write_recording(file, frames);
}

void record_nobody(const fs::path& file) { write_recording(file, std::vector<Frame>(frames_a_second, white())); }

} // namespace foyer::test
