// Names looked up by a system that may never answer. This program's own getaddrinfo stands before the system's: for one
// name it says nothing until it is let go.
#include <atomic>
#include <optional>

#include <dlfcn.h>
#include <netdb.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "sync/uplink/look_up.h"
#include "tests/catch.h"

namespace {

constexpr std::string_view silent = "silent.test";
std::atomic<bool> asked = false, let_go = false, ended = false;

} // namespace

extern "C" int getaddrinfo(const char* host, const char* port, const addrinfo* wanted, addrinfo** found) {
    if (host != nullptr && silent == host) {
        asked = true;
        asked.notify_all();
        let_go.wait(false);
        ended = true;
        ended.notify_all();
        return EAI_AGAIN;
    }
    using Real = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto real = reinterpret_cast<Real>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return real(host, port, wanted, found);
}

namespace foyer {
namespace {

namespace asio = boost::asio;

void begin(asio::io_context& context, std::string host, Milliseconds deadline, std::optional<LookedUp>& answer) {
    asio::co_spawn(context, look_up(std::move(host), "8080", deadline),
                   [&answer](const std::exception_ptr&, LookedUp found) { answer = std::move(found); });
}

std::optional<LookedUp> looked_up(std::string host, Milliseconds deadline = std::chrono::seconds{20}) {
    asio::io_context context;
    std::optional<LookedUp> answer;
    begin(context, std::move(host), deadline, answer);
    context.run();
    return answer;
}

} // namespace

TEST_CASE("names and literal addresses are looked up; a name that is nobody's is an error") {
    const auto name = looked_up("localhost"), four = looked_up("127.0.0.1"), six = looked_up("::1"),
               none = looked_up("nobody.invalid");
    REQUIRE(name);
    REQUIRE_FALSE(name->endpoints.empty());
    CHECK(name->endpoints.front().address().is_loopback());
    CHECK(name->endpoints.front().port() == 8080);
    CHECK(four->endpoints == std::vector{asio::ip::tcp::endpoint(asio::ip::make_address("127.0.0.1"), 8080)});
    CHECK(six->endpoints == std::vector{asio::ip::tcp::endpoint(asio::ip::make_address("::1"), 8080)});
    CHECK(none->error);
    CHECK(none->endpoints.empty());
}

TEST_CASE("a resolver that hangs ends a look-up at its deadline, and does not keep its context from going") {
    const auto late = looked_up(std::string(silent), Milliseconds{50});
    REQUIRE(late);
    CHECK(late->error == asio::error::timed_out);
    {
        asio::io_context context;
        std::optional<LookedUp> answer;
        asked = false;
        begin(context, std::string(silent), std::chrono::hours{1}, answer);
        context.poll();
        asked.wait(false); // the resolver has the question
    }
    CHECK_FALSE(ended); // the context went first: with Asio's own resolver this line is never reached
    let_go = true;
    let_go.notify_all();
    ended.wait(false);
}

} // namespace foyer
