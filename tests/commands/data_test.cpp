// Which data folder a command will work on.
#include "kiosk/demo/process.h"
#include "sync/ledger/ledger.h"
#include "tests/commands/program.h"

using namespace foyer;
using namespace foyer::test;

namespace {

Instant now() { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

void enrol(const std::string& hub, const std::string& terminal, Role role) {
    const auto ledger = Ledger::open(hub, now);
    REQUIRE(ledger);
    const auto code = (*ledger)->make_enrolment_code({role, "East 1", std::nullopt}, std::chrono::hours{1});
    REQUIRE(code);
    KeyPair keys = make_key_pair();
    auto identity = (*ledger)->redeem_enrolment_code(*code, keys.public_key);
    REQUIRE(identity);
    identity->keys = keys;
    REQUIRE(Ledger::create_node(terminal, *identity, now));
}

} // namespace

TEST_CASE("what cannot be written where it was sent is no success") {
    const Scratch scratch;
    const std::string data = " --data " + scratch / "hub" + " ";
    REQUIRE(run("import" + data + summits + "small").code == 0);
    for (const char* what : {"export", "stat", "verify"}) {
        const Ended ended = run(std::string("ledger ") + what + data + "2>&1 >/dev/full || (exit $?)");
        CAPTURE(what, ended.output);
        CHECK(ended.code == 1);
        CHECK(ended.says("foyer: its output could not be written: No space left on device"));
    }
}

TEST_CASE("a hub whose disk is full says so and ends; its folder is as good as before") {
    const Scratch scratch;
    const std::string data = " --data " + scratch / "hub" + " ", fresh = " --data " + scratch / "fresh" + " ";
    REQUIRE(run("import" + data + summits + "small").code == 0);
    for (const std::string& folder : {data, fresh}) {
        const std::string hub = std::string{FOYER_PROGRAMS} + "/foyer hub --listen 127.0.0.1:0" + folder;
        const Ended ended = run("--version && (trap '' XFSZ; ulimit -f 0; exec timeout 20 " + hub + ") 2>&1");
        CAPTURE(ended.output);
        CHECK(ended.code == 1);
        CHECK(ended.says("foyer: " + (scratch / (folder == data ? "hub" : "fresh"))));
    }
    CHECK(run("ledger verify" + data).code == 0);
    CHECK(run("import" + fresh + summits + "small").code == 0);
}

TEST_CASE("another summit is not imported over the one that is there, unless it is asked for") {
    const Scratch scratch;
    const std::string data = " --data " + scratch / "hub" + " ";
    REQUIRE(run("import" + data + summits + "small").code == 0);
    const Ended other = run("import" + data + summits + "open-day");
    CAPTURE(other.output);
    CHECK(other.code == 1);
    CHECK(other.says("holds \"Clear Water Meeting\" (2024-10-09)"));
    CHECK(other.says("open-day is \""));
    CHECK(other.says("--replace"));
    CHECK(run("import --replace" + data + summits + "open-day").code == 0);
}

TEST_CASE("an edited summit is imported again") {
    const Scratch scratch;
    const std::string import = "import --data " + scratch / "hub" + " " + scratch / "small";
    std::filesystem::copy(summits + "small", scratch / "small");
    REQUIRE(run(import).code == 0);
    std::string toml;
    std::getline(std::ifstream(scratch / "small/summit.toml"), toml, '\0');
    SECTION("under a new name") {
        for (const char* name : {"name.fr = \"", "name.en = \""}) toml.insert(toml.find(name) + 11, "Better ");
    }
    SECTION("later") { toml.replace(toml.find("2024-10-10 13"), 13, "2024-10-10 15"); }
    scratch.write("small/summit.toml", toml);
    const Ended again = run(import);
    CAPTURE(again.output);
    CHECK(again.code == 0);
}

TEST_CASE("a terminal's data folder is none for an import or a hub") {
    const Scratch scratch;
    REQUIRE(run("import --data " + scratch / "hub" + " " + summits + "small").code == 0);
    enrol(scratch / "hub", scratch / "door", Role::door);
    enrol(scratch / "hub", scratch / "desk", Role::desk);
    for (const char* role : {"door", "desk"}) {
        const Ended import = run("import --data " + scratch / role + " " + summits + "small");
        CHECK(import.code == 1);
        CHECK(import.says(std::string{"is the data folder of a "} + role + " (\"East 1\"), not of a hub"));
        const Ended hub = run("hub --listen 127.0.0.1:0 --data " + scratch / role);
        CHECK(hub.code == 1);
        CHECK(hub.says(std::string{"is the data folder of a "} + role));
    }
}

TEST_CASE("a file that is no backup is not put in a ledger's place, which takes the right one afterwards") {
    const Scratch scratch;
    REQUIRE(run("import --data " + scratch / "hub" + " " + summits + "small").code == 0);
    REQUIRE(run("backup --data " + scratch / "hub" + " " + scratch / "good").code == 0);
    scratch.write("text", "no database at all, however long it may be");
    scratch.write("empty", "");
    const std::string restore = "restore --data " + scratch / "new" + " ";
    for (const char* wrong : {"text", "empty"}) {
        const Ended refused = run(restore + scratch / wrong);
        CAPTURE(refused.output);
        CHECK(refused.code == 1);
        CHECK(refused.says(std::string{wrong} + " is no backup of a ledger"));
    }
    CHECK(run(restore + scratch / "good").code == 0);
}

TEST_CASE("a folder that cannot be made is told before an enrolment code is used up") {
    const Ended refused = run("enrol --data /proc/foyer/new --hub http://127.0.0.1:1 --code ABCDEFGHJK");
    CAPTURE(refused.output);
    CHECK(refused.code == 1);
    CHECK(refused.says("/proc/foyer"));
    CHECK_FALSE(refused.says("cannot be reached"));
}

TEST_CASE("who is named twice is purged once, and not without a reason") {
    const Scratch scratch;
    const std::string data = " --data " + scratch / "hub" + " ";
    REQUIRE(run("import" + data + summits + "small").code == 0);
    CHECK(run("purge" + data + "0001 0001 --why asked --yes").says("1 purged"));
    CHECK(run("badges" + data + "--out " + scratch / "badges.pdf").says("attendee 0001: no name is known here"));
    const Ended silent = run("purge" + data + "0002 --why ' ' --yes");
    CHECK(silent.code == 1);
    CHECK(silent.says("say why"));
}

TEST_CASE("what staff do about cards, terminals and people is done by the hub while it runs") {
    const Scratch scratch;
    const std::string data = " --data " + scratch / "hub" + " ";
    REQUIRE(run("import" + data + summits + "small").code == 0);
    enrol(scratch / "hub", scratch / "door", Role::door);
    auto hub = Process::start({std::string{FOYER_PROGRAMS} + "/foyer", "hub", "--listen", "127.0.0.1:0", "--data",
                               scratch / "hub"})
                   .value();
    std::string url;
    while (url.empty()) {
        const auto line = hub.next_line(std::chrono::seconds{20});
        REQUIRE(line);
        if (line->starts_with("Foyer hub: ")) url = line->substr(line->find("http"));
    }
    const std::string running = data + "--hub " + url + " ";
    CHECK(run("conflicts list" + running).says("0 open, 0 resolved"));
    const Ended no_card = run("conflicts resolve" + running + "abc noted");
    CHECK(no_card.code == 1);
    CHECK(no_card.says("no card \"abc\""));
    CHECK(run("devices revoke" + running + "'East 1' --why stolen --lost yesterday").says("\"yesterday\" is no time"));
    CHECK(run("devices revoke" + running + "'East 1' --why stolen").says("revoked"));
    CHECK(run("devices list" + running).says("revoked: stolen"));
    CHECK(run("purge" + running + "0001 nobody --why asked --yes").says("no attendee \"nobody\""));
    CHECK(run("purge" + running + "0001 0002 --why asked --yes").says("2 purged"));
    CHECK(run("devices list" + data + "--hub http://127.0.0.1:1").code == 1); // it is somewhere else
    hub.ask_to_end();
    CHECK(hub.wait(std::chrono::seconds{20}) == 0);
    const auto ledger = Ledger::open(scratch / "hub", now);
    CHECK_FALSE((*ledger)->person({"0001"}));
    CHECK((*ledger)->person({"0003"}));
}

TEST_CASE("a temporary folder that is not there is told by its name") {
    const Ended ended = run("--version && TMPDIR=/nowhere " + std::string{FOYER_PROGRAMS} + "/foyer demo --seconds 1");
    CAPTURE(ended.output);
    CHECK(ended.code == 1);
    CHECK(ended.says("/nowhere"));
    CHECK_FALSE(ended.says("output could not be written"));
}

TEST_CASE("verify tells of a doubt as stat does") {
    const Scratch scratch;
    REQUIRE(run("import --data " + scratch / "hub" + " " + summits + "small").code == 0);
    CHECK_FALSE(run("ledger verify --data " + scratch / "hub").says("in doubt"));
    std::filesystem::remove(scratch / "hub/ledger.mark");
    for (const char* command : {"stat", "verify"})
        CHECK(run(std::string{"ledger "} + command + " --data " + scratch / "hub").says("in doubt"));
}
