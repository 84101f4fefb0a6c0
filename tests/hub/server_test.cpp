// The hub on a real port: what a peer may do to it, and what it pushes.
#include "sync/crypto/password.h"
#include "sync/hub/ask.h"
#include "sync/hub/enrol.h"
#include "sync/hub/listen_address.h"
#include "sync/hub/remembered.h"
#include "tests/catch.h"
#include "tests/hub/running.h"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

int status_of(const std::string& answer) { return answer.size() > 12 ? std::stoi(answer.substr(9, 3)) : 0; }

void listen_to_events(const RunningHub& hub, const Client& client) {
    client.write("GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n" + hub.bearer() + "\r\n");
}

// The data of events until one has `part`.
std::string event_with(Client& client, const std::string& part) {
    for (;;) {
        const std::string event = client.read_until("\n\n");
        if (event.find(part) != std::string::npos || !event.ends_with("\n\n")) return event;
    }
}

} // namespace

TEST_CASE("A listener gets the counts at once, and again when a fact is appended") {
    const RunningHub hub;
    Client client(hub.port());
    listen_to_events(hub, client);
    const std::string head = client.read_until("\r\n\r\n");
    CHECK(status_of(head) == 200);
    CHECK(head.find("Content-Type: text/event-stream") != std::string::npos);
    const std::string first = event_with(client, "\"arrived\":");
    CHECK(first.find("event: live\n") != std::string::npos);
    CHECK(first.find("id: ") != std::string::npos);
    CHECK(first.find("\"arrived\":0") != std::string::npos);
    hub.append(entered("0001"));
    CHECK(event_with(client, "\"arrived\":1").find("\"arrived\":1") != std::string::npos);
    hub.append(entered("0002"));
    CHECK(event_with(client, "\"arrived\":2").find("\"recorded\":2") != std::string::npos);
}

TEST_CASE("A quiet hub goes on saying as of when its counts are") {
    const RunningHub hub({.quiet = 20ms});
    Client client(hub.port());
    listen_to_events(hub, client);
    (void)event_with(client, "event: live");
    CHECK(event_with(client, "event: live").find("\"as_of\":") != std::string::npos);
}

TEST_CASE("A burst of facts becomes few events") {
    const RunningHub hub({.push_pause = 200ms});
    Client client(hub.port());
    listen_to_events(hub, client);
    (void)event_with(client, "\"arrived\":0");
    for (int i = 0; i < 200; ++i) hub.append(entered(i % 2 == 0 ? "0001" : "0002"));
    CHECK(event_with(client, "\"recorded\":200").find("\"arrived\":2") != std::string::npos);
    const auto pushes = hub.on_its_thread([&] { return hub.hub->tally().pushes; });
    CHECK(pushes < 50);
}

TEST_CASE("A terminal enrols with a code that works once, and gets the summit's word for its own key") {
    const RunningHub hub;
    const auto ticket =
        ask_enrolment_ticket(hub.address(), hub.hub->gate().token(), {Role::door, "East 1", CheckpointId{"door"}});
    REQUIRE(ticket);
    const auto enrolled = enrol(*ticket);
    REQUIRE(enrolled);
    CHECK(enrolled->identity.device_name == "East 1");
    CHECK(enrolled->identity.certificate.certificate.role == Role::door);
    CHECK(enrolled->checkpoint == CheckpointId{"door"});
    const TemporaryFolder folder;
    const auto terminal = create_terminal(folder.path, *enrolled, frozen());
    REQUIRE(terminal);
    CHECK(remembered(**terminal).hub == ticket->hub);
    CHECK(remembered(**terminal).checkpoint == CheckpointId{"door"});
    CHECK(enrolled->unlock == hub.on_its_thread([&] { return hub.ledger->unlock_number(enrolled->identity.device); }));
    const std::string kept = remembered(**terminal).unlock.value();
    CHECK(kept.find(enrolled->unlock) == std::string::npos);
    CHECK(password_fits(enrolled->unlock, kept));
    CHECK_FALSE(password_fits(enrolled->unlock == "000000" ? "000001" : "000000", kept));
    CHECK_FALSE(password_fits("", kept));

    const auto again = enrol(*ticket);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == FaultKind::not_allowed);
    CHECK_FALSE(ask_enrolment_ticket(hub.address(), "00", {Role::door, "East 2", std::nullopt}));
}

TEST_CASE("A hub's reason arrives whole, quotes and all") {
    const RunningHub hub;
    const auto wrong =
        ask_enrolment_ticket(hub.address(), hub.hub->gate().token(), {Role::door, "E", CheckpointId{"moon"}});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().detail.ends_with("The field \"checkpoint\" names none of this summit's checkpoints: door."));
}

TEST_CASE("A body over the bound, a head over the bound and no HTTP at all are answered with what is wrong") {
    const RunningHub hub;
    const std::string large = ask(hub.port(), "POST /api/enrol", "", std::string(70'000, 'a'));
    CHECK(status_of(large) == 413);
    CHECK(large.find("{\"error\":\"The request's body is larger than 64 KiB.\"}") != std::string::npos);
    CHECK(status_of(ask(hub.port(), "GET /", "X-Long: " + std::string(9'000, 'a') + "\r\n")) == 431);
    Client client(hub.port());
    client.write("\x16\x03\x01 hello\r\n\r\n");
    CHECK(status_of(client.read_all()) == 400);
    CHECK(status_of(ask(hub.port(), "POST /api/enrol", "", "{")) == 400);
    CHECK(status_of(ask(hub.port(), "DELETE /api/live")) == 405);
    CHECK(status_of(ask(hub.port(), "GET /nothing")) == 404);
    CHECK(status_of(ask(hub.port(), "GET /sync")) == 426);
    CHECK(status_of(ask(hub.port(), "GET /events")) == 401);
}

TEST_CASE("A peer that never finishes its request is left, and others are served meanwhile") {
    const RunningHub hub({.request_deadline = 300ms});
    Client slow(hub.port());
    slow.write("GET /api/live HTTP/1.1\r\nHost: 127");
    CHECK(status_of(ask(hub.port(), "GET /")) == 200);
    CHECK(slow.read_all().empty());
    CHECK(slow.ended);
}

TEST_CASE("A connection serves one request after the other, and HEAD sends no body") {
    const RunningHub hub;
    Client client(hub.port());
    client.write("HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    CHECK(status_of(client.read_until("\r\n\r\n")) == 200);
    client.write("GET /page/words.js HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    const std::string answer = client.read_all();
    CHECK(status_of(answer) == 200);
    CHECK(answer.find("Content-Security-Policy: default-src 'none'") != std::string::npos);
    CHECK(answer.find("export const words") != std::string::npos);
}

TEST_CASE("Every connection over the bound is closed at once") {
    const RunningHub hub({.max_connections = 2});
    Client first(hub.port()), second(hub.port());
    first.write("GET /");
    second.write("GET /");
    const auto held = [&] { return hub.on_its_thread([&] { return hub.hub->tally().connections; }); };
    while (held() < 2) std::this_thread::yield();
    Client third(hub.port());
    CHECK(third.read_all().empty());
    CHECK(third.ended);
}

TEST_CASE("A taken port and an address that is not ours are faults that say so") {
    const RunningHub hub;
    const auto taken = Server::listen(*hub.hub, {.port = hub.port()});
    REQUIRE_FALSE(taken);
    CHECK(taken.error().kind == FaultKind::network);
    CHECK(taken.error().detail.find("another program has this port") != std::string::npos);
    CHECK_FALSE(Server::listen(*hub.hub, {.address = "192.0.2.1", .port = 0}));
    CHECK_FALSE(Server::listen(*hub.hub, {.address = "hub", .port = 0}));
}

TEST_CASE("An address to listen on is read, or refused with an example") {
    CHECK(read_address("127.0.0.1:8080") == std::pair<std::string, std::uint16_t>{"127.0.0.1", 8080});
    CHECK(read_address("[::1]:0") == std::pair<std::string, std::uint16_t>{"::1", 0});
    CHECK(read_address("localhost:1") == std::pair<std::string, std::uint16_t>{"127.0.0.1", 1});
    for (const char* wrong : {"", ":", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:8o80"}) {
        CHECK_FALSE(read_address(wrong));
    }
}

TEST_CASE("The token's file is for its owner only, also when it was there before") {
    const TemporaryFolder folder;
    REQUIRE(write_token_file(folder.path, "aa"));
    std::filesystem::permissions(token_file(folder.path), std::filesystem::perms::all);
    REQUIRE(write_token_file(folder.path, "bb"));
    CHECK(std::filesystem::status(token_file(folder.path)).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK(read_token_file(folder.path).value() == "bb");
    CHECK_FALSE(write_token_file(folder.path / "nowhere", "aa"));
    CHECK_FALSE(read_token_file(folder.path / "nowhere"));
}
