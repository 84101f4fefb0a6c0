// A real terminal without a camera on a display of its own, at a real hub: hands that type, scan and touch by xdotool.
#pragma once

#include <chrono>
#include <filesystem>
#include <thread>

#include <unistd.h>

#include "kiosk/demo/process.h"
#include "kiosk/demo/virtual_display.h"
#include "sync/ledger/ledger.h"
#include "tests/catch.h"

namespace foyer::test {

using namespace std::chrono_literals;

inline const std::string programs = FOYER_PROGRAMS;

inline Clock wall() {
    return [] { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); };
}

class Door {
public:
    Door() {
        const std::string summit = std::string(FOYER_SOURCE_DIR) + "/assets/summits/open-day";
        auto import = Process::start({programs + "/foyer", "import", "--data", hub_data_, summit}).value();
        REQUIRE(import.wait(20s) == 0);
        const auto ledger = Ledger::open(hub_data_, wall());
        REQUIRE(ledger);
        for (const PersonRow& row : (*ledger)->people())
            if (!row.code.empty()) codes.push_back(row.code);
        REQUIRE(codes.size() > 4);
    }
    ~Door() {
        kiosk.reset();
        hub_.reset();
        std::filesystem::remove_all(folder);
    }

    // A new terminal, to which its enrolment code is typed by a scanner.
    void enrol(const std::string& role = "door") {
        hub_.emplace(
            Process::start({programs + "/foyer", "hub", "--data", hub_data_, "--listen", "127.0.0.1:0"}).value());
        const std::string line = hub_->next_line(20s).value(), url = line.substr(line.find("http"));
        start();
        heard("waiting for an enrolment code");
        REQUIRE(seen_soon("enrolment-0")); // before its first frame it has no keyboard
        auto ticket = Process::start({programs + "/foyer", "enrol", "--data", hub_data_, "--hub", url, "--new",
                                      "East 1", "--role", role, "--checkpoint", "entrance", "--text"})
                          .value();
        scan(ticket.next_line(20s).value());
        REQUIRE(heard("enrolled as").find("\"East 1\"") != std::string::npos);
        REQUIRE_FALSE(heard("ready: ").empty());
        auto devices =
            Process::start({programs + "/foyer", "devices", "list", "--data", hub_data_, "--hub", url}).value();
        for (auto row = devices.next_line(20s); row; row = devices.next_line(2s))
            if (const auto at = row->find("unlock "); at != row->npos) unlock = row->substr(at + 7, 6);
        REQUIRE(unlock.size() == 6);
    }
    void start() {
        std::vector<std::string> command{programs + "/foyer-kiosk",
                                         "--data",
                                         data(),
                                         "--camera",
                                         "none",
                                         "--scanner",
                                         plug.string(),
                                         "--pictures",
                                         (folder / "pictures").string(),
                                         "--lan",
                                         "off"};
        command.insert(command.end(), options.begin(), options.end());
        kiosk.emplace(Process::start(command, {{"DISPLAY", display_.name}}).value());
    }

    // `delay` between its keys, in milliseconds.
    void type(const std::string& text, int delay) const {
        auto hand = Process::start({"/usr/bin/xdotool", "type", "--delay", std::to_string(delay), text},
                                   {{"DISPLAY", display_.name}})
                        .value();
        REQUIRE(hand.wait(30s) == 0);
    }
    void enter(const std::string& text, int delay) const {
        type(text, delay);
        press("Return"); // what xdotool types for a line feed is no key that a keyboard has
    }
    void press(const std::string& key) const {
        auto hand = Process::start({"/usr/bin/xdotool", "key", key}, {{"DISPLAY", display_.name}}).value();
        REQUIRE(hand.wait(10s) == 0);
    }
    void scan(const std::string& code) const { enter(code, 2); }
    void touch(int x, int y) const {
        auto hand = Process::start({"/usr/bin/xdotool", "mousemove", std::to_string(x), std::to_string(y), "sleep",
                                    "0.2", "mousedown", "1", "sleep", "0.2", "mouseup", "1"},
                                   {{"DISPLAY", display_.name}})
                        .value();
        REQUIRE(hand.wait(10s) == 0);
    }
    [[nodiscard]] const std::string& display() const { return display_.name; }

    // The next line that has `part`, within `patience`.
    std::string heard(const std::string& part, std::chrono::milliseconds patience = 20s) {
        const auto give_up = std::chrono::steady_clock::now() + patience;
        while (std::chrono::steady_clock::now() < give_up && !kiosk->output_ended()) {
            const auto line = kiosk->next_line(100ms);
            if (line && line->find(part) != std::string::npos) return *line;
        }
        return "";
    }
    [[nodiscard]] std::string data() const { return (folder / "terminal").string(); }
    [[nodiscard]] bool seen(const std::string& screen) const {
        return std::filesystem::exists(folder / "pictures" / (screen + ".png"));
    }
    bool seen_soon(const std::string& screen) const {
        for (int i = 0; i < 100 && !seen(screen); ++i) std::this_thread::sleep_for(100ms);
        return seen(screen);
    }

    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("foyer-hand-" + std::to_string(::getpid()));
    std::filesystem::path plug = folder / "scanner"; // a link, as in /dev/serial/by-id
    std::vector<std::string> codes;
    std::string unlock;
    std::vector<std::string> options; // of the kiosk, beside those that all tests give
    std::optional<Process> kiosk;

private:
    VirtualDisplay display_ = start_virtual_display("540x960").value();
    std::string hub_data_ = (folder / "hub").string();
    std::optional<Process> hub_;
};

} // namespace foyer::test
