// The hub's answers without a socket, on a real ledger.
#include <nlohmann/json.hpp>

#include "sync/hub/hub.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;
using nlohmann::json;

namespace {

struct Desk {
    explicit Desk(HubSettings settings = {}) : ledger(make_hub(folder.path)) {
        hub = Hub::open(*ledger, std::move(settings)).value();
    }
    HttpRequest request(const std::string& method, const std::string& target, const std::string& body = "") const {
        HttpRequest made;
        made.method = method;
        read_target(target, made);
        made.headers["host"] = "127.0.0.1:8080";
        made.body = body;
        made.peer = "127.0.0.1";
        return made;
    }
    HttpResponse anyone(const std::string& method, const std::string& target, const std::string& body = "") {
        return hub->answer(request(method, target, body));
    }
    HttpResponse organiser(const std::string& method, const std::string& target, const std::string& body = "") {
        HttpRequest made = request(method, target, body);
        made.headers["authorization"] = "Bearer " + hub->gate().token();
        return hub->answer(made);
    }
    TemporaryFolder folder;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Hub> hub;
};

std::string error_of(const HttpResponse& response) { return json::parse(response.body).at("error"); }

} // namespace

TEST_CASE("Whatever tells of people or counts is for organisers") {
    Desk desk;
    for (const char* target : {"/api/live", "/api/programme", "/events", "/metrics", "/api/attendees/0001/badge.png"}) {
        CHECK(desk.anyone("GET", target).status == 401);
    }
    CHECK(desk.anyone("POST", "/api/attendees", R"({"name":"A"})").status == 401);
    CHECK(desk.anyone("POST", "/api/enrolment", R"({"name":"A"})").status == 401);
    CHECK(desk.organiser("GET", "/api/live").status == 200);
}

TEST_CASE("A guest who wants staff is on the live page with place and time, by whom it was taken, and then no more") {
    Desk desk;
    const auto calls = [&] { return json::parse(desk.organiser("GET", "/api/live").body).at("calls"); };
    CHECK(calls().empty());
    const auto say = [&](Call::State state, const std::string& by) {
        const Draft call{{SubjectKind::call, "aa"}, Call{{"door"}, noon(), state, by}, noon()};
        (void)desk.ledger->append({&call, 1}).value();
        desk.hub->refresh();
    };
    say(Call::State::open, "");
    REQUIRE(calls().size() == 1);
    CHECK(calls()[0].at("place") == "Door");
    CHECK(calls()[0].at("called") == noon().time_since_epoch().count());
    CHECK(calls()[0].at("taken_by").is_null());
    say(Call::State::taken, "Desk 2");
    CHECK(calls()[0].at("taken_by") == "Desk 2");
    say(Call::State::done, "Desk 2");
    CHECK(calls().empty());
}

TEST_CASE("What a checkpoint is for is set by organisers, and everything else of it stays") {
    Desk desk;
    const Checkpoint before = *desk.ledger->programme().checkpoint({"door"});
    const auto set = [&](const char* id, const char* body) {
        return desk.organiser("POST", std::string{"/api/checkpoints/"} + id + "/mode", body);
    };
    CHECK(desk.anyone("POST", "/api/checkpoints/door/mode", R"({"mode":"gate"})").status == 401);
    CHECK(set("door", R"({"mode":"gate"})").status == 200);
    Checkpoint wanted = before;
    wanted.mode = Mode::gate;
    CHECK(*desk.ledger->programme().checkpoint({"door"}) == wanted);
    const auto facts = desk.ledger->stat().facts;
    CHECK(set("door", R"({"mode":"gate"})").status == 200);
    CHECK(desk.ledger->stat().facts == facts); // it is that already
    desk.hub->refresh();
    const auto told = json::parse(desk.organiser("GET", "/api/live").body).at("checkpoints");
    CHECK(told[0].at("id") == "door");
    CHECK(told[0].at("mode") == "gate");
    CHECK(error_of(set("cellar", R"({"mode":"gate"})")).find("cellar") != std::string::npos);
    const auto wrong = set("door", R"({"mode":"church"})");
    CHECK(wrong.status == 400);
    CHECK(error_of(wrong).find("self, gate, room") != std::string::npos);
    CHECK(set("door", "{}").status == 400);
    CHECK(desk.ledger->programme().checkpoint({"door"})->mode == Mode::gate);
}

TEST_CASE("A wrong address is 404, a wrong method 405 with the right one named") {
    Desk desk;
    CHECK(desk.organiser("GET", "/api/nothing").status == 404);
    CHECK(desk.organiser("GET", "/page/../hub.cpp").status == 404);
    const HttpResponse wrong = desk.organiser("DELETE", "/api/live");
    CHECK(wrong.status == 405);
    CHECK(std::ranges::find(wrong.headers, std::pair<std::string, std::string>{"Allow", "GET"}) != wrong.headers.end());
}

TEST_CASE("A page of another site changes nothing, even with the organiser's right") {
    Desk desk;
    HttpRequest request = desk.request("POST", "/api/attendees", R"({"name":"Mallory Muster"})");
    request.headers["authorization"] = "Bearer " + desk.hub->gate().token();
    request.headers["origin"] = "http://evil.example";
    CHECK(desk.hub->answer(request).status == 403);
    CHECK(desk.ledger->people().size() == 3);
    request.headers["host"] = "evil.example"; // a foreign name that points at the hub
    CHECK(desk.hub->answer(request).status == 421);
}

TEST_CASE("The token buys a cookie that opens the live counts") {
    Desk desk;
    CHECK(desk.anyone("POST", "/api/session", R"({"token":"00"})").status == 403);
    const HttpResponse bought = desk.anyone("POST", "/api/session", R"({"token":")" + desk.hub->gate().token() + "\"}");
    REQUIRE(bought.status == 200);
    HttpRequest request = desk.request("GET", "/api/live");
    REQUIRE(bought.headers.at(0).first == "Set-Cookie");
    request.headers["cookie"] = bought.headers.at(0).second;
    CHECK(desk.hub->answer(request).status == 200);
}

TEST_CASE("Guessing tokens ends after some attempts a minute") {
    Desk desk;
    int refused = 0;
    for (int i = 0; i < 40; ++i)
        refused += desk.anyone("POST", "/api/session", R"({"token":"ab"})").status == 403 ? 1 : 0;
    CHECK(refused == 20);
    CHECK(desk.anyone("POST", "/api/session", R"({"token":"ab"})").status == 429);
}

TEST_CASE("The live counts equal the appended facts") {
    Desk desk;
    const auto before = json::parse(desk.organiser("GET", "/api/live").body);
    CHECK(before.at("expected") == 3);
    CHECK(before.at("arrived") == 0);
    const std::vector<Draft> drafts = {entered("0001"), entered("0002"), entered("0001")};
    REQUIRE(desk.ledger->append(drafts));
    const auto after = json::parse(desk.organiser("GET", "/api/live").body);
    CHECK(after.at("arrived") == 2); // persons, not scans
    CHECK(after.at("inside") == 2);
    CHECK(after.at("recorded") == 3);
    CHECK(after.at("rooms").at(0).at("inside") == 2);
    CHECK(after.at("rooms").at(0).at("name") == "Room");
    CHECK(after.at("rooms").at(0).at("capacity") == 2);
    CHECK(after.at("scans").at("welcome") == 3);
    CHECK(after.at("as_of") == noon().time_since_epoch().count());
}

TEST_CASE("An enrolment code certifies one key, once") {
    Desk desk;
    const HttpResponse made = desk.organiser("POST", "/api/enrolment", R"({"name":"East 1","checkpoint":"door"})");
    REQUIRE(made.status == 201);
    const std::string code = json::parse(made.body).at("code");
    const KeyPair keys = make_key_pair();
    const std::string body = json{{"code", code}, {"public_key", to_hex(keys.public_key)}}.dump();
    const HttpResponse redeemed = desk.anyone("POST", "/api/enrol", body);
    REQUIRE(redeemed.status == 201);
    const auto identity = json::parse(redeemed.body);
    CHECK(identity.at("device_name") == "East 1");
    CHECK(identity.at("summit_name") == "Open Day");
    CHECK(identity.at("checkpoint") == "door");
    const auto device = DeviceId::from(*from_hex(identity.at("device").get<std::string>()));
    CHECK(identity.at("unlock") == desk.ledger->unlock_number(*device).value());
    const auto certificate = decode_certificate(*from_hex(identity.at("certificate").get<std::string>()));
    REQUIRE(certificate);
    CHECK(certificate->certificate.public_key == keys.public_key);
    CHECK(verify(signed_part(certificate->certificate), certificate->signature, desk.ledger->summit_key()));

    CHECK(desk.anyone("POST", "/api/enrol", body).status == 403);
    CHECK(desk.anyone("POST", "/api/enrol", R"({"code":"AAAAAAAAAA","public_key":")" + to_hex(keys.public_key) + "\"}")
              .status == 403);
}

TEST_CASE("A bad request says which field is wrong and how") {
    Desk desk;
    const auto says = [&](const std::string& target, const std::string& body) {
        const HttpResponse response = desk.organiser("POST", target, body);
        CHECK(response.status == 400);
        return error_of(response);
    };
    CHECK(says("/api/attendees", "{") == "The request's body is not JSON.");
    CHECK(says("/api/attendees", "[1]") == "The request's body is JSON, but not an object.");
    CHECK(says("/api/attendees", "{}") == "The field \"name\" is missing.");
    CHECK(says("/api/attendees", R"({"name":"   "})") == "The field \"name\" is missing.");
    CHECK(says("/api/attendees", R"({"name":7})") == "The field \"name\" is not a text.");
    CHECK(says("/api/attendees", R"({"name":"A\u0007"})") == "The field \"name\" has a control character.");
    CHECK(says("/api/attendees", R"({"name":")" + std::string(201, 'a') + "\"}") ==
          "The field \"name\" is longer than 200 bytes.");
    CHECK(says("/api/attendees", R"({"name":"A","forums":"x"})") == "The field \"forums\" is not an array of texts.");
    CHECK(says("/api/attendees", R"({"name":"A","forums":["x"]})") ==
          "The field \"forums\" names \"x\", which is no forum of this summit.");
    CHECK(says("/api/attendees", R"({"name":"A","language":"xx"})") ==
          "The field \"language\" is none of this summit's languages.");
    CHECK(says("/api/attendees", std::string(60'000, '[')) == "The request's body is not JSON.");
    CHECK(says("/api/enrolment", R"({"name":"A","role":"hub"})") ==
          "The field \"role\" is neither \"door\" nor \"desk\".");
    CHECK(says("/api/enrolment", R"({"name":"A","checkpoint":"x"})") ==
          "The field \"checkpoint\" names none of this summit's checkpoints: door.");
    CHECK(says("/api/enrol", R"({"code":"A","public_key":"zz"})") ==
          "The field \"public_key\" is not 32 bytes in hexadecimal.");
    CHECK(desk.ledger->people().size() == 3);
}

TEST_CASE("An added guest is expected at once, and their code opens doors") {
    Desk desk;
    const HttpResponse added = desk.organiser("POST", "/api/attendees",
                                              R"({"name":"王示例","latin_name":"Wang Shili","forums":["materials"]})");
    REQUIRE(added.status == 201);
    const auto answer = json::parse(added.body);
    const auto row = desk.ledger->person_row({answer.at("id").get<std::string>()});
    REQUIRE(row);
    CHECK(row->person.native_name == "王示例");
    CHECK(row->person.latin_name == "Wang Shili");
    CHECK(row->code == answer.at("code").get<std::string>());
    CHECK(json::parse(desk.organiser("GET", "/api/live").body).at("expected") == 4);

    const Presented shown{Presented::Form::foyer, row->code};
    const Verdict verdict = admit(shown, *desk.ledger, *desk.ledger->programme().checkpoint({"door"}), noon());
    CHECK(verdict.attendee == row->attendee.id);
    CHECK(verdict.reason != Reason::forged);
}

TEST_CASE("A walk-in's name is its own Latin form only where it is Latin") {
    Desk desk;
    const auto latin_name = [&](const std::string& name) {
        const HttpResponse made = desk.organiser("POST", "/api/attendees", json{{"name", name}}.dump());
        return desk.ledger->person_row({json::parse(made.body).at("id")})->person.latin_name;
    };
    CHECK(latin_name("Zoë Nguyễn-Łukasz") == "Zoë Nguyễn-Łukasz");
    for (const char* other : {"王示例", "Ольга", "سارة", "ทดสอบ"}) CHECK(latin_name(other).empty());
}

TEST_CASE("A badge is drawn by whom the hub was given, for those who exist") {
    HubSettings settings;
    settings.render_badge = [](const PersonRow& who, BadgeFormat format) -> Result<Bytes> {
        const std::string text = who.code + (format == BadgeFormat::png ? " png" : " pdf");
        return Bytes(text.begin(), text.end());
    };
    Desk desk(std::move(settings));
    const HttpResponse png = desk.organiser("GET", "/api/attendees/0001/badge.png");
    CHECK(png.type == "image/png");
    CHECK(png.body == "CODE0001 png");
    CHECK(desk.organiser("GET", "/api/attendees/0001/badge.pdf").body == "CODE0001 pdf");
    CHECK(desk.organiser("GET", "/api/attendees/9999/badge.png").status == 404);
    CHECK(desk.organiser("GET", "/api/attendees/..%2f/badge.png").status == 404);
}

TEST_CASE("The metrics count and name nobody") {
    Desk desk;
    REQUIRE(desk.ledger->append(std::vector<Draft>{entered("0001")}));
    const std::string text = desk.organiser("GET", "/metrics").body;
    CHECK(text.find("foyer_recorded 1\n") != std::string::npos);
    CHECK(text.find("Guest") == std::string::npos);
    CHECK(text.find("0001") == std::string::npos);
}

TEST_CASE("The token outlives a restart of the hub") {
    TemporaryFolder folder;
    std::string first;
    {
        const auto ledger = make_hub(folder.path);
        first = Hub::open(*ledger, {}).value()->gate().token();
    }
    const auto ledger = Ledger::open(folder.path, frozen()).value();
    CHECK(Hub::open(*ledger, {}).value()->gate().token() == first);
}

TEST_CASE("Names are told in the language that best fits what was asked") {
    Desk desk;
    CHECK(desk.hub->language("en") == "en");
    CHECK(desk.hub->language("en-GB") == "en");
    CHECK(desk.hub->language("sw") == "en");
    CHECK(desk.hub->language(std::string(5000, 'x')) == "en");
}

TEST_CASE("Organisers see conflicts, decide about them, revoke a terminal and purge a guest") {
    Desk desk;
    Checkpoint door{{"door"}, words("Door"), {"2.04"}};
    door.single_entry = true;
    (void)desk.ledger->append(std::vector{Draft{{SubjectKind::checkpoint, "door"}, door, noon()}}).value();
    TemporaryFolder at_a, at_b;
    auto a = enrol(*desk.ledger, at_a.path), b = enrol(*desk.ledger, at_b.path);
    for (Ledger* terminal : {a.get(), b.get()}) {
        (void)pour(*desk.ledger, *terminal);
        (void)terminal->append(std::vector{entered("0001")}).value();
    }
    (void)pour(*a, *desk.ledger);
    (void)pour(*b, *desk.ledger);

    const auto inbox = [&] { return json::parse(desk.organiser("GET", "/api/conflicts").body); };
    REQUIRE(inbox()["open"] == 1);
    const json card = inbox()["conflicts"][0];
    CHECK(card["kind"] == "double_admission");
    CHECK(card["name"] == "Guest 0001");
    CHECK(card["where_name"] == "Room");
    CHECK(card["events"].size() == 2);
    const std::string at = "/api/conflicts/" + card["id"].get<std::string>();
    CHECK(desk.organiser("POST", at, R"({"choice":"revoke"})").status == 400);
    CHECK(desk.organiser("POST", "/api/conflicts/zz", R"({"choice":"noted"})").status == 404);
    CHECK(desk.organiser("POST", at, R"({"choice":"void_later","note":"twins"})").status == 200);
    CHECK(inbox()["open"] == 0);
    CHECK(inbox()["conflicts"][0]["resolved"]["note"] == "twins");

    CHECK(desk.organiser("POST", "/api/devices/Hub/revoke", R"({"why":"x"})").status == 403);
    const std::string device = a->identity().device.hex();
    const HttpResponse which = desk.organiser("POST", "/api/devices/East%201/revoke", R"({"why":"x"})");
    CHECK(error_of(which).starts_with("several devices are named \"East 1\""));
    CHECK(desk.organiser("POST", "/api/devices/" + device + "/revoke", R"({"why":"stolen"})").status == 200);
    const json devices = json::parse(desk.organiser("GET", "/api/devices").body)["devices"];
    const auto revoked = std::ranges::find_if(devices, [&](const json& d) { return d["id"] == device; });
    CHECK((*revoked)["revoked"]["why"] == "stolen");
    CHECK((*revoked)["unlock"] == desk.ledger->unlock_number(a->identity().device).value());
    CHECK_FALSE(std::ranges::find_if(devices, [](const json& d) { return d["role"] == "hub"; })->contains("unlock"));

    CHECK(desk.organiser("POST", "/api/purge", R"({"attendees":["0001","0001"],"why":"asked"})").status == 200);
    CHECK_FALSE(desk.ledger->person({"0001"}));
    CHECK(desk.organiser("POST", "/api/purge", R"({"attendees":["9999"],"why":"asked"})").status == 404);
}

TEST_CASE("Conflicts, devices and purges are for organisers") {
    Desk desk;
    for (const char* target : {"/api/conflicts", "/api/devices"}) CHECK(desk.anyone("GET", target).status == 401);
    for (const char* target : {"/api/conflicts/x", "/api/devices/x/revoke", "/api/purge"})
        CHECK(desk.anyone("POST", target, "{}").status == 401);
}
