// The organisers' page in a real Chromium, on a real hub.
#include "tests/catch.h"
#include "tests/hub/page/browser.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// Catch2 2 cannot skip: the sentence is printed, and the case passes without having looked.
bool has_browser() {
    if (!Browser::is_installed()) {
        WARN("SKIPPED: chromium and chromium-driver are not installed, so the page was not looked at.");
    }
    return Browser::is_installed();
}

std::string key(const RunningHub& hub) { return hub.address().url() + "/#token=" + hub.hub->gate().token(); }

std::string text_of(const std::string& id) { return "document.getElementById('" + id + "').textContent"; }

} // namespace

TEST_CASE("An organiser sees a count rise when a badge is scanned, and adds a guest") {
    if (!has_browser()) return;
    const RunningHub hub;
    Browser browser;

    browser.open(hub.address().url());
    CHECK(browser.shows("!document.getElementById('locked').hidden")); // without the key: nothing
    CHECK(browser.run("return " + text_of("figures")) == "");

    browser.open("about:blank");
    browser.open(key(hub));
    REQUIRE(browser.shows(text_of("arrived") + " === '0'"));
    CHECK(browser.run("return location.hash") == "");                     // the key is out of the address bar
    CHECK(browser.run("return document.cookie") == "");                   // and the cookie out of reach of scripts
    CHECK(browser.run("return " + text_of("as-of")) == "as of 12:00:00"); // the summit's time, in Shanghai
    CHECK(browser.run("return " + text_of("summit")) == "Open Day · Shanghai · 29 May 2023");

    hub.append(entered("0001"));
    CHECK(browser.shows(text_of("arrived") + " === '1'"));
    hub.append(entered("0002"));
    CHECK(browser.shows(text_of("arrived") + " === '2'"));
    CHECK(browser.shows(text_of("rooms") + ".includes('2 / 2')"));
    CHECK(browser.run("return document.querySelectorAll('.room .fill.over').length") == 1); // full: amber
    CHECK(browser.run("return document.querySelectorAll('#chart .minute').length") == 1);
    CHECK(browser.run("return " + text_of("scans")).get<std::string>().find("Welcome2") != std::string::npos);

    browser.run("document.querySelector('[name=name]').value = '<b>Ada</b> Beispiel';"
                "document.getElementById('guest').requestSubmit();");
    REQUIRE(browser.shows("document.querySelector('.badge .name').textContent === '<b>Ada</b> Beispiel'"));
    const auto people = hub.on_its_thread([&] { return hub.ledger->people(); });
    REQUIRE(people.size() == 4);
    const auto added =
        std::ranges::find(people, "<b>Ada</b> Beispiel", [](const PersonRow& row) { return row.person.native_name; });
    REQUIRE(added != people.end());
    CHECK(browser.run("return document.querySelector('.badge code').textContent") == added->code);
    CHECK(browser.shows(text_of("figures") + ".includes('of 4 expected')"));
}

TEST_CASE("An organiser chooses what a checkpoint is for, and the list that is open stays open") {
    if (!has_browser()) return;
    const RunningHub hub;
    Browser browser;
    browser.open(key(hub));
    REQUIRE(browser.shows("!document.getElementById('modes').hidden"));
    browser.run("document.getElementById('modes').open = true;");
    browser.run("window.first = document.querySelector('#modes select');"
                "first.value = 'gate'; first.dispatchEvent(new Event('change'));");
    const auto mode = [&] {
        return hub.on_its_thread([&] { return hub.ledger->programme().checkpoint({"door"})->mode; });
    };
    CHECK(browser.shows("document.querySelector('#modes select') !== window.first")); // it is drawn anew
    CHECK(mode() == Mode::gate);
    browser.run("window.second = document.querySelector('#modes select');");
    hub.append(entered("0001"));
    REQUIRE(browser.shows(text_of("arrived") + " === '1'"));
    CHECK(browser.run("return document.querySelector('#modes select') === window.second") ==
          true); // nothing of it changed
    CHECK(browser.run("return document.getElementById('modes').open") == true);
    CHECK(browser.run("return window.second.value") == "gate");
}

TEST_CASE("When the hub is gone the numbers stay, with the time they are of, and the page says so") {
    if (!has_browser()) return;
    auto hub = std::make_unique<RunningHub>();
    Browser browser;
    browser.open(key(*hub));
    hub->append(entered("0001"));
    REQUIRE(browser.shows(text_of("arrived") + " === '1'"));
    hub.reset();
    CHECK(browser.shows("document.getElementById('live').classList.contains('lost')"));
    CHECK(browser.run("return " + text_of("arrived")) == "1");
    CHECK(browser.run("return " + text_of("as-of")) == "as of 12:00:00");
    CHECK(browser.run("return " + text_of("state")) == "connection to the hub lost: these numbers stand still");
}

TEST_CASE("A wrong key is told apart from a missing one") {
    if (!has_browser()) return;
    const RunningHub hub;
    Browser browser;
    browser.open(hub.address().url() + "/#token=00ff");
    CHECK(browser.shows(text_of("locked-text") + ".startsWith('The key in this address')"));
}

TEST_CASE("The page fits a laptop, a tablet and a phone: nothing is wider than the screen") {
    if (!has_browser()) return;
    const RunningHub hub;
    Browser browser;
    browser.open(key(hub));
    REQUIRE(browser.shows(text_of("arrived") + " === '0'"));
    for (const auto& [width, height] : {std::pair{1440, 900}, {1024, 768}, {390, 844}, {320, 568}}) {
        browser.resize(width, height);
        CAPTURE(width);
        CHECK(browser.run("return innerWidth") == width);
        CHECK(browser.run("return document.documentElement.scrollWidth <= innerWidth") == true); // less: a scroll bar
    }
}
