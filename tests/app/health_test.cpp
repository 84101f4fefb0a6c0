// How a terminal is, for staff who have unlocked it: what is wrong is marked, and nothing of a guest is on it.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

Terminal unlocked() {
    Terminal terminal;
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.model.settings.reviewed = {"en"};
    terminal.set_clock(at("10:52"));
    terminal.tell(KeyPressed{KeyPressed::escape});
    type(terminal, U"123456\r").tell(UnlockChecked{UnlockChecked::Answer::right});
    return terminal;
}

Health well() {
    Health health;
    health.version = "1.2";
    health.hub = "10.0.0.5:8080";
    health.facts = 4711;
    health.ledger_format = 3;
    health.libraries = {"ZXing 1.4.0", "GStreamer 1.22.0", "SQLite 3.40.1", "Pango 1.50.12"};
    health.origins = 5;
    health.peers = {{"East 1", Health::Peer::Heard::yes}, {"West 2", Health::Peer::Heard::yes}};
    health.log = {"10:50:00Z  admitted welcome", "10:51:00Z  ask a person forged A-31"};
    return health;
}

std::map<std::string, HealthView::Row> rows(const Terminal& terminal) {
    std::map<std::string, HealthView::Row> all;
    for (const auto& row : terminal.see<HealthView>().rows) all.emplace(row.name.text, row);
    return all;
}

TEST_CASE("Staff see how the terminal is once it is unlocked and told, and leave it by the way they came") {
    Terminal terminal = unlocked();
    CHECK(terminal.see<StaffView>().health_button.text == "How this terminal is");
    terminal.touch(OpenHealth{});
    CHECK(last<ShowHealth>(terminal) == ShowHealth{});
    CHECK(terminal.see<HealthView>().rows.empty());
    terminal.tell(HealthTold{well()});
    CHECK(rows(terminal)["Version"].value.text == "Foyer\u00a01.2");
    CHECK(rows(terminal)["Ledger"].value.text == "4711 facts of 5 origins\u00a0· format\u00a03");
    CHECK(rows(terminal)["Libraries"].value.text == "ZXing 1.4.0, GStreamer 1.22.0, SQLite 3.40.1");
    CHECK(rows(terminal)["Terminals heard"].value.text == "East 1, West 2");
    CHECK(terminal.see<HealthView>().log.front().text == "10:51:00Z  ask a person forged A-31");
    type(terminal, U"\x1b");
    CHECK(terminal.shows<StaffView>());
    terminal.touch(OpenHealth{}).touch(LeaveHealth{});
    CHECK(terminal.shows<StaffView>());
}

TEST_CASE("Nobody sees it who has not unlocked the terminal") {
    Terminal terminal;
    terminal.touch(OpenHealth{}).tell(HealthTold{well()});
    CHECK(asked(terminal).empty());
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("What is wrong is marked: a source, the hub, a door, the disk, languages that nobody has read") {
    Terminal terminal = unlocked();
    terminal.tell(camera(SourceState::State::missing, "/dev/video0 cannot be opened"));
    terminal.tell(LinkState{.connected = false, .unsent = 12, .last_contact = at("10:40")});
    terminal.touch(OpenHealth{});
    Health health = well();
    health.hub_fault = "connection refused";
    health.clock_offset = Milliseconds{-2500};
    health.peers.back().heard = Health::Peer::Heard::no;
    health.papers = "/var/lib/foyer/badges";
    health.papers_are = Health::Papers::cannot_be_written;
    health.free_bytes = 420'000'000;
    terminal.tell(HealthTold{health});
    auto seen = rows(terminal);
    for (const char* name :
         {"Camera", "Hub", "Clock", "Records", "Terminals not heard", "Printer", "Disk", "Languages not reviewed"}) {
        INFO(name);
        CHECK(seen[name].attention);
    }
    CHECK(seen["Camera"].value.text == "/dev/video0 cannot be opened");
    CHECK(seen["Clock"].value.text == "2500\u00a0ms off the hub’s");
    CHECK(seen["Disk"].value.text == "0.4\u00a0GB free");
    CHECK(seen["Terminals not heard"].value.text == "West 2");
    CHECK_FALSE(seen["Languages reviewed"].attention);
}

TEST_CASE("It is asked for anew every two seconds while it is shown, and no longer") {
    Terminal terminal = unlocked();
    terminal.touch(OpenHealth{}).tell(HealthTold{well()});
    const auto before = asked(terminal).size();
    terminal.wait(5);
    CHECK(asked(terminal).size() == before + 2);
    Health later = well();
    later.facts = 4712;
    terminal.tell(HealthTold{later});
    CHECK(rows(terminal)["Ledger"].value.text.starts_with("4712"));
    terminal.touch(LeaveHealth{}).wait(5);
    CHECK(asked(terminal).size() == before + 2);
}

TEST_CASE("It stays while it is read, and closes by itself later than the panel") {
    Terminal terminal = unlocked();
    terminal.touch(OpenHealth{}).tell(HealthTold{well()});
    CHECK(terminal.wait(100).shows<HealthView>());
    CHECK(terminal.wait(90).shows<WaitingView>());
}

} // namespace
} // namespace foyer::tests
