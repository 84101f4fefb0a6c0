// TLS as terminals and browsers meet it: a real hub on a real port, pinned, mistaken for another, or asked without it.
#include <cstdlib>
#include <fstream>

#include <boost/asio/io_context.hpp>

#include "sync/hub/ask.h"
#include "sync/hub/enrol.h"
#include "sync/uplink/http_post.h"
#include "sync/uplink/own_addresses.h"
#include "sync/uplink/uplink.h"
#include "tests/catch.h"
#include "tests/hub/running.h"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

constexpr auto tls = HubAddress::Wire::tls;
constexpr Instant spring{Instant{std::chrono::sys_days{std::chrono::year{2026} / 4 / 1}}};

// The connection of a terminal until it is as asked, at most 20 s.
UplinkState connect(Ledger& terminal, const HubAddress& hub, UplinkState::Phase wanted) {
    boost::asio::io_context context{1};
    const Identity& self = terminal.identity();
    Uplink::Options options{.hub = hub, .link = {}};
    options.link.clock = [&] { return terminal.now(); };
    Uplink uplink(context, terminal, {self.certificate, self.keys.secret_key}, options);
    uplink.start();
    const auto give_up = std::chrono::steady_clock::now() + 20s;
    while (uplink.state().phase != wanted && std::chrono::steady_clock::now() < give_up) context.run_one_for(100ms);
    return uplink.state();
}

// What curl, which knows nothing of Foyer, makes of the hub: the body, then the status.
std::string curl(const std::string& arguments) {
    std::string said;
    FILE* pipe = ::popen(("curl --silent --max-time 20 --write-out ' %{http_code}' " + arguments).c_str(), "r");
    char part[4096];
    while (pipe != nullptr && std::fgets(part, sizeof part, pipe) != nullptr) said += part;
    if (pipe != nullptr) ::pclose(pipe);
    return said;
}

} // namespace

TEST_CASE("A terminal enrols and replicates over TLS with the hub it was given the fingerprint of") {
    const RunningHub hub({}, RunningHub::Speaks::tls);
    const auto ticket =
        ask_enrolment_ticket(hub.address(tls), hub.hub->gate().token(), {Role::door, "East 1", CheckpointId{"door"}});
    REQUIRE(ticket);
    CHECK(ticket->hub == hub.address(tls));
    const auto enrolled = enrol(*ticket);
    REQUIRE(enrolled);
    const TemporaryFolder folder;
    const auto terminal = create_terminal(folder.path, *enrolled, frozen()).value();
    const UplinkState state = connect(*terminal, enrolled->hub, UplinkState::Phase::connected);
    CHECK(state.fault.empty());
    CHECK(state.phase == UplinkState::Phase::connected);
    CHECK(state.authority == ticket->hub.ca);
    const auto devices = ask_devices(hub.address(tls), hub.hub->gate().token()); // `foyer devices list` meanwhile
    REQUIRE(devices);
    CHECK(devices->find("\"unlock\"") != std::string::npos);
}

TEST_CASE("Another hub's certificate is refused before anything is told to it, in words that say what to do") {
    const RunningHub ours({}, RunningHub::Speaks::tls), other({}, RunningHub::Speaks::tls);
    HubAddress mistaken = other.address(tls);
    mistaken.ca = ours.hub->authority();
    const auto answer = post_json(mistaken, "/api/enrol", "{}");
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == FaultKind::refused);
    CHECK(answer.error().detail.find("is another summit's hub") != std::string::npos);
    CHECK(answer.error().detail.find("enrol this terminal again") != std::string::npos);
    CHECK(answer.error().detail.find(ours.hub->authority()->hex()) != std::string::npos);
    CHECK(other.on_its_thread([&] { return other.hub->tally().refused; }) == 0);
    HubAddress unknown = other.address(tls);
    unknown.ca.reset();
    const auto told = ask_enrolment_ticket(unknown, std::string(64, 'a'), {Role::door, "East 1", std::nullopt});
    REQUIRE_FALSE(told); // the organisers' token is for those who know to whom they speak
    CHECK(told.error().detail.find("--ca") != std::string::npos);
    CHECK(other.on_its_thread([&] { return other.hub->tally().refused; }) == 0);
    const auto unsure = enrol({HubAddress{"127.0.0.1", "1", tls, std::nullopt}, "CODE"});
    REQUIRE_FALSE(unsure);
    CHECK(unsure.error().detail.find("--ca") != std::string::npos);
}

TEST_CASE(
    "A terminal that was enrolled before there was TLS learns its hub's authority from a hub that proved itself") {
    const RunningHub hub({}, RunningHub::Speaks::tls);
    const TemporaryFolder folder;
    const auto terminal =
        hub.on_its_thread([&] { return std::make_shared<std::unique_ptr<Ledger>>(enrol(*hub.ledger, folder.path)); });
    HubAddress unknown = hub.address(tls);
    unknown.ca.reset();
    const UplinkState state = connect(**terminal, unknown, UplinkState::Phase::connected);
    CHECK(state.fault.empty());
    CHECK(state.authority == hub.hub->authority());
}

TEST_CASE("One port answers TLS and, to this machine, plain HTTP") {
    const RunningHub hub({}, RunningHub::Speaks::tls);
    const std::string at = "127.0.0.1:" + std::to_string(hub.port());
    const auto trusted = hub.folder.path / "authority.pem";
    std::ofstream(trusted) << curl("http://" + at + "/authority.pem");
    const std::string page = curl("--cacert " + trusted.string() + " https://" + at + "/");
    CHECK(page.find("<html") != std::string::npos);
    CHECK(page.ends_with(" 200"));
    CHECK(curl("https://" + at + "/") == " 000"); // nobody's certificate, for who does not know the authority
    CHECK(curl("--insecure -H 'Content-Type: application/json' -d '{\"token\":\"" + hub.hub->gate().token() +
               "\"}' --output /dev/null --dump-header - https://" + at + "/api/session")
              .find("; Secure") != std::string::npos);
    Client rubbish(hub.port());
    rubbish.write("\x16\x03\x01 hello\r\n\r\n");
    (void)rubbish.read_all();
    CHECK(rubbish.ended);
}

TEST_CASE("From another machine plain HTTP gets one sentence, a browser the way to https; unless it was asked for") {
    const auto addresses = own_addresses();
    if (addresses.empty() || addresses.front().find(':') != std::string::npos) return; // a machine without a network
    const RunningHub hub({.address = "0.0.0.0"}, RunningHub::Speaks::tls);
    const std::string at = addresses.front() + ":" + std::to_string(hub.port());
    CHECK(curl("--dump-header - http://" + at + "/").find("Location: https://" + at + "/") != std::string::npos);
    const std::string refused = curl("-d '{}' http://" + at + "/api/enrol");
    CHECK(refused.find("speaks TLS only: write https:// before its address") != std::string::npos);
    CHECK(refused.ends_with(" 426"));
    CHECK(curl("--insecure https://" + at + "/").ends_with(" 200"));
    const TemporaryFolder folder;
    const auto terminal =
        hub.on_its_thread([&] { return std::make_shared<std::unique_ptr<Ledger>>(enrol(*hub.ledger, folder.path)); });
    const UplinkState state =
        connect(**terminal, parse_hub_address("http://" + at).value(), UplinkState::Phase::waiting);
    CHECK(state.fault.find("write https:// before its address") != std::string::npos);

    const RunningHub open({.plain = PlainHttp::from_anywhere, .address = "0.0.0.0"}, RunningHub::Speaks::tls);
    CHECK(curl("http://" + addresses.front() + ":" + std::to_string(open.port()) + "/").ends_with(" 200"));
}

TEST_CASE("The authority is made once, in a folder that never had one too; the hub's certificate follows its names") {
    const TemporaryFolder folder;
    const auto first = [&] {
        const auto ledger = make_hub(folder.path); // as every hub's folder was before TLS
        return hub_certificate(*ledger, {"localhost", "127.0.0.1"}, spring).value();
    }();
    const auto ledger = Ledger::open(folder.path, frozen()).value();
    const auto start = [&](const std::vector<std::string>& names, Instant now) {
        return hub_certificate(*ledger, names, now).value();
    };
    const auto again = start({"localhost", "127.0.0.1"}, spring + std::chrono::days{100});
    CHECK(again.authority == first.authority);
    CHECK(again.credential.certificates == first.credential.certificates);
    const auto moved = start({"localhost", "127.0.0.1", "10.0.0.5"}, spring);
    CHECK(moved.authority == first.authority);
    CHECK(moved.credential.certificates != first.credential.certificates);
    const auto fewer = start({"localhost", "127.0.0.1"}, spring);
    CHECK(fewer.credential.certificates != moved.credential.certificates);
    const auto old = start({"localhost", "127.0.0.1"}, spring + std::chrono::days{340});
    CHECK(old.authority == first.authority);
    CHECK(old.credential.certificates != fewer.credential.certificates);
    CHECK_FALSE(hub_certificate(*ledger, {"a name,DNS:example.org"}, spring));

    const TemporaryFolder elsewhere;
    const auto door = enrol(*ledger, elsewhere.path);
    const auto refused = hub_certificate(*door, {"localhost"}, spring);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == FaultKind::not_allowed);
}
