// bench_screens: what a frame costs with OpenGL in software, and what a text costs the second time. CPU time of this
// process, so that other work on the machine does not count. Needs a display (Xvfb will do); prints a table.
// `bench_screens [landscape]`, or of any size, e.g. `bench_screens 2160x3840`.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/app/typing.h"
#include "kiosk/screens/glass.h"
#include "kiosk/screens/window.h"

namespace foyer {
namespace {

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

VerdictView verdict(double seconds) {
    VerdictView view;
    view.header = {{"Yangtze River Delta Open Day", "en"}, "10:52"};
    view.greeting = {"Willkommen,", "de"};
    view.name = {"Prof. Dr. Anneliese Falkenrath", "de"};
    view.affiliation = {"Lindmark-Institut · Delegierte", "de"};
    view.card.emplace();
    view.card->heading = {"Ihr nächster Termin", "de"};
    view.card->time = "11:10";
    view.card->title = {"Gemeinsame Labore für neue Werkstoffe", "de"};
    view.card->room_code = "2.04";
    view.card->room_line = {"Ebene 2", "de"};
    view.programme_button = {"Programm", "de"};
    view.keep_open_button = {"Offen lassen", "de"};
    view.languages = {{"en", {"English", "en"}}, {"zh", {"中文", "zh"}}, {"de", {"Deutsch", "de"}, true}};
    view.timeout = {0.8, {"noch 12 s", "de"}};
    view.seconds_shown = seconds;
    view.status.network = {"All sent", "en"};
    return view;
}

// As dear as it gets: cards with shadows all over.
ProgrammeView programme() {
    ProgrammeView view;
    view.header = {{"Yangtze River Delta Open Day", "en"}, "10:52"};
    view.title = {"Now in the five sub-forums", "en"};
    view.now_hours = 10.9;
    view.axis_from_hours = 10.5;
    view.axis_to_hours = 12.5;
    for (int lane = 0; lane < 5; ++lane) {
        ProgrammeView::Lane made;
        made.name = {"Energy and environment", "en"};
        made.room_code = "2.0" + std::to_string(lane + 1);
        made.colour = lane;
        made.seats_number = "14";
        made.seats_unit = {"seats left", "en"};
        for (int i = 0; i < 3; ++i) {
            ProgrammeView::Item item;
            item.id = SessionId{std::to_string(lane) + "-" + std::to_string(i)};
            item.title = {"Hydrogen at harbour scale: results", "en"};
            item.from_hours = 10.5 + i * 0.66;
            item.to_hours = item.from_hours + 0.66;
            item.now = i == 0;
            item.progress = 0.5;
            made.items.push_back(item);
        }
        view.lanes.push_back(made);
        view.pills.push_back({ForumId{made.room_code}, {"Energy", "en"}, false});
    }
    view.language_button = {"English", "en"};
    view.back_button = {"Back", "en"};
    view.timeout = {0.7, {"42 s left", "en"}};
    return view;
}

// Somebody is found among others and open, with the delegation beside and the keyboard below.
DeskView desk() {
    DeskView view;
    view.header = {{"Yangtze River Delta Open Day", "en"}, "10:52"};
    view.checkpoint = {"Help desk", "en"};
    view.search = {{"mu", "en"}, false, true, {"12 found", "en"}};
    view.person.emplace();
    view.person->state = {"Not checked in", "en"};
    view.person->name = {"沐晴川", "zh"};
    view.person->latin_name = {"Mu Qingchuan", "en"};
    view.party.emplace();
    view.party->name = {"Lindmark partners", "en"};
    for (int i = 0; i < 12; ++i) {
        const AttendeeId id{std::to_string(400 + i)};
        const Label name{"Anneliese Falkenrath " + std::to_string(i), "de"};
        view.rows.push_back({id, name, {"Lindmark-Institut", "de"}});
        view.party->members.push_back({id, name, {"Delegate", "en"}});
        view.person->lines.push_back({{"Organisation", "en"}, {"Huaxing Materials Lab", "en"}});
    }
    view.party->button = {"Check in 11 together", "en"};
    using enum DeskTap::What;
    for (const auto what : {check_in, print, hand_over, from_paper, substitute, take_back})
        view.actions.push_back({{what, {"0412"}}, {"Substitute", "en"}, what == check_in});
    view.keys = DeskView::Keys{key_rows({}, "en"), TouchKeyboard::Page::latin, false};
    return view;
}

void row(const char* name, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("| %-44s | %7.2f | %7.2f |\n", name, times[times.size() / 2], times[times.size() * 99 / 100]);
}

template <class ViewAt>
std::vector<double> frames(Window& window, Glass& glass, int count, const ViewAt& view_at) {
    std::vector<double> times;
    for (int i = -10; i < count; ++i) { // the first ten set the texts and warm the shader
        const double before = cpu_ms();
        window.wait(0);
        window.begin_frame();
        (void)glass.show(view_at(i), window.width(), window.height());
        window.end_frame();
        if (i >= 0) times.push_back(cpu_ms() - before);
    }
    return times;
}

Result<> in(int width, int height) {
    auto window = Window::open({WindowOptions::Place::windowed, width, height, "bench"});
    if (!window) return std::unexpected(window.error());
    Glass glass((*window)->textures());
    std::vector<std::uint8_t> grey(1280 * 720, 128);
    const auto name = [&](const char* what) {
        return std::string(what) + ", " + std::to_string(width) + " x " + std::to_string(height);
    };
    row(name("verdict at rest").c_str(), frames(**window, glass, 100, [](int) { return verdict(9); }));
    row(name("verdict coming in").c_str(), frames(**window, glass, 100, [](int i) { return verdict(i / 30.0); }));
    row(name("programme").c_str(), frames(**window, glass, 100, [](int) { return programme(); }));
    row(name("desk, somebody open").c_str(), frames(**window, glass, 100, [](int) {
            DeskView view = desk();
            view.keys.reset();
            return view;
        }));
    row(name("desk, typing").c_str(), frames(**window, glass, 100, [](int) { return desk(); }));
    row(name("waiting with a new preview each").c_str(), frames(**window, glass, 100, [&](int) {
            glass.set_preview(1280, 720, 1280, grey.data());
            WaitingView view;
            view.preview = true;
            view.title = {"Welcome to the summit", "en"};
            return view;
        }));
    return {};
}

void texts() {
    NoTextures nowhere;
    TextCache cache(nowhere);
    TextStyle style;
    style.language = "de";
    style.size_px = 48;
    const auto name = [](int i) { return "Anneliese Falkenrath " + std::to_string(i); };
    constexpr int count = 2000;
    (void)cache.get("warm", style, Fit::cut, 48, {});
    double before = cpu_ms();
    for (int i = 0; i < count; ++i) (void)cache.get(name(i), style, Fit::cut, 48, {});
    const double first = (cpu_ms() - before) * 1e3 / count;
    const auto known = name(count / 2);
    before = cpu_ms();
    for (int i = 0; i < 100 * count; ++i) (void)cache.get(known, style, Fit::cut, 48, {});
    const double again = (cpu_ms() - before) * 1e3 / (100.0 * count);
    std::printf("\nA new name of 48 px: %.1f us of CPU; one shown before: %.2f us.\n", first, again);
}

} // namespace
} // namespace foyer

// One shape a run, so that a display server that resets after its last client does not take the second one's display.
int main(int count, char** words) {
    int width = 1080, height = 1920;
    if (count > 1 && std::string_view(words[1]) == "landscape") std::swap(width, height);
    if (count > 1) (void)std::sscanf(words[1], "%dx%d", &width, &height);
    setenv("LP_NUM_THREADS", "1", 0);
    std::printf("| frame, CPU ms                                |     p50 |     p99 |\n|---|---:|---:|\n");
    if (const auto done = foyer::in(width, height); !done) {
        std::fprintf(stderr, "bench_screens: %s\n", done.error().detail.c_str());
        return 1;
    }
    foyer::texts();
}
