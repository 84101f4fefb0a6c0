#include "sync/crypto/crypto.h"
#include "sync/hub/gate.h"
#include "tests/catch.h"

using namespace foyer;
using namespace std::chrono_literals;

static const Instant noon{1685332800000ms};

static HttpRequest with(const std::string& header, const std::string& value) {
    HttpRequest request;
    request.headers[header] = value;
    return request;
}

static std::string cookie_of(const Gate& gate, Instant when) {
    const std::string set = gate.new_cookie(when, HttpRequest::Wire::plain);
    return set.substr(0, set.find(';'));
}

TEST_CASE("The token opens the gate, and nothing near it does") {
    const Gate gate(random_bytes(Gate::token_size));
    CHECK(gate.is_organiser(with("authorization", "Bearer " + gate.token()), noon));
    CHECK_FALSE(gate.is_organiser(with("authorization", gate.token()), noon));
    CHECK_FALSE(gate.is_organiser(with("authorization", "Bearer "), noon));
    CHECK_FALSE(gate.is_organiser(with("authorization", "Bearer " + gate.token().substr(2)), noon));
    std::string other = gate.token();
    other[7] = other[7] == '0' ? '1' : '0';
    CHECK_FALSE(gate.is_organiser(with("authorization", "Bearer " + other), noon));
    CHECK_FALSE(gate.is_organiser({}, noon));
}

TEST_CASE("A cookie lasts a summit day, survives a restart, and cannot be lengthened") {
    const Bytes token = random_bytes(Gate::token_size);
    const std::string cookie = cookie_of(Gate(token), noon);
    const Gate gate(token); // another process
    CHECK(gate.is_organiser(with("cookie", cookie), noon + 13h));
    CHECK_FALSE(gate.is_organiser(with("cookie", cookie), noon + 14h));

    const auto equals = cookie.find('='), dot = cookie.find('.');
    const std::string later = cookie.substr(0, equals + 1) + std::to_string((noon + 99h).time_since_epoch().count());
    CHECK_FALSE(gate.is_organiser(with("cookie", later + cookie.substr(dot)), noon));
    CHECK_FALSE(gate.is_organiser(with("cookie", cookie.substr(0, dot + 1)), noon));
    CHECK_FALSE(Gate(random_bytes(Gate::token_size)).is_organiser(with("cookie", cookie), noon));
}

TEST_CASE("A cookie is for this site and out of reach of scripts") {
    const std::string set = Gate(random_bytes(Gate::token_size)).new_cookie(noon, HttpRequest::Wire::plain);
    CHECK(set.find("; HttpOnly") != std::string::npos);
    CHECK(set.find("; SameSite=Strict") != std::string::npos);
}

TEST_CASE("Attempts are counted for each address and for all, anew each minute") {
    Limit limit(3);
    for (int i = 0; i < 3; ++i) CHECK(limit.allows("10.0.0.1", noon));
    CHECK_FALSE(limit.allows("10.0.0.1", noon));
    CHECK(limit.allows("10.0.0.2", noon));
    CHECK(limit.allows("10.0.0.1", noon + 1min));
    int allowed = 0;
    for (int i = 0; i < 100; ++i) (void)limit.allows("10.0.0.9", noon + 1min); // takes no more than its own three
    CHECK(limit.allows("10.0.0.2", noon + 1min));
    for (int i = 0; i < 100; ++i) allowed += limit.allows("10.0.1." + std::to_string(i), noon + 2min) ? 1 : 0;
    CHECK(allowed == 30);
}
