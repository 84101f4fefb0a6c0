#include "sync/hub/http.h"
#include "tests/catch.h"

using namespace foyer;

static HttpRequest asked(const std::string& target) {
    HttpRequest request;
    read_target(target, request);
    return request;
}

TEST_CASE("A query is decoded, and a malformed escape stays as it is") {
    const HttpRequest request = asked("/api/live?lang=zh%2DHans&a=b+c&bad=%2&lang=fr&alone");
    CHECK(request.path == "/api/live");
    CHECK(request.value("lang") == "zh-Hans");
    CHECK(request.value("a") == "b c");
    CHECK(request.value("bad") == "%2");
    CHECK(request.value("alone").empty());
    CHECK(request.value("nothing").empty());
}

TEST_CASE("A cookie is found among others") {
    CHECK(cookie("a=1; foyer=2.x; b=3", "foyer") == "2.x");
    CHECK(cookie("xfoyer=2", "foyer").empty());
    CHECK(cookie(";;=;foyer", "foyer").empty());
}

TEST_CASE("A hub answers to addresses, localhost and its own names, and to no name that was pointed at it") {
    const std::vector<std::string> names = {"hub.local"};
    CHECK(is_known_host("127.0.0.1:8080", names));
    CHECK(is_known_host("[::1]:8080", names));
    CHECK(is_known_host("localhost:8080", names));
    CHECK(is_known_host("hub.local:8080", names));
    CHECK(is_known_host("Hub.LOCAL", names));
    CHECK(is_known_host("LocalHost:8080", names));
    CHECK_FALSE(is_known_host("evil.example:8080", names));
    CHECK_FALSE(is_known_host("127.0.0.1.evil.example", names));
    CHECK_FALSE(is_known_host("", names));
}

TEST_CASE("A state change asked for by another origin's page is seen") {
    HttpRequest request;
    request.headers["host"] = "127.0.0.1:8080";
    CHECK_FALSE(is_cross_site(request)); // no browser
    request.headers["origin"] = "http://127.0.0.1:8080";
    CHECK_FALSE(is_cross_site(request));
    request.headers["origin"] = "http://127.0.0.1:9090";
    CHECK(is_cross_site(request));
    request.headers["origin"] = "null";
    CHECK(is_cross_site(request));
    request.headers["origin"] = "http://127.0.0.1:8080";
    request.headers["sec-fetch-site"] = "cross-site";
    CHECK(is_cross_site(request));
}
