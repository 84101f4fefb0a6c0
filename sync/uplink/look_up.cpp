#include "sync/uplink/look_up.h"

#include <cstring>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

#include <netdb.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace foyer {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

namespace {

// What the thread and the coroutine share; either may outlive the other.
struct Question {
    std::mutex mutex;
    asio::steady_timer* asker = nullptr; // waits for the answer; none: it has gone, and with it perhaps its context
    std::optional<LookedUp> answer;
};

LookedUp ask_the_system(const std::string& host, const std::string& port) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_NUMERICSERV | AI_ADDRCONFIG;
    addrinfo* found = nullptr;
    LookedUp answer;
    if (::getaddrinfo(host.c_str(), port.c_str(), &wanted, &found) != 0 || found == nullptr) {
        answer.error = asio::error::host_not_found;
        return answer;
    }
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
        Tcp::endpoint endpoint;
        if (one->ai_addrlen > endpoint.capacity()) continue;
        std::memcpy(endpoint.data(), one->ai_addr, one->ai_addrlen);
        endpoint.resize(one->ai_addrlen);
        answer.endpoints.push_back(endpoint);
    }
    ::freeaddrinfo(found);
    return answer;
}

// On a thread of its own. False: there is none to be had.
bool ask_aside(const std::shared_ptr<Question>& question, const std::string& host, const std::string& port) try {
    std::thread([question, host, port] {
        LookedUp answer = ask_the_system(host, port);
        const std::lock_guard lock(question->mutex);
        question->answer = std::move(answer);
        if (question->asker == nullptr) return;
        // A timer is touched by its own thread alone.
        asio::post(question->asker->get_executor(), [question] {
            const std::lock_guard in_time(question->mutex);
            if (question->asker != nullptr) question->asker->cancel();
        });
    }).detach();
    return true;
} catch (const std::system_error&) { return false; }

// The asker leaves, by whatever way its coroutine ends.
struct Leaving {
    Question& question;
    ~Leaving() {
        const std::lock_guard lock(question.mutex);
        question.asker = nullptr;
    }
};

} // namespace

asio::awaitable<LookedUp> look_up(std::string host, std::string port, Milliseconds deadline) {
    boost::system::error_code no_literal;
    const auto literal = asio::ip::make_address(host, no_literal);
    if (!no_literal) co_return LookedUp{{}, {Tcp::endpoint(literal, static_cast<std::uint16_t>(std::stoul(port)))}};
    const auto question = std::make_shared<Question>();
    asio::steady_timer timer(co_await asio::this_coro::executor, deadline);
    const Leaving leaving{*question};
    question->asker = &timer;
    if (!ask_aside(question, host, port)) co_return LookedUp{asio::error::no_memory, {}};
    (void)co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    const std::lock_guard lock(question->mutex);
    if (question->answer) co_return std::move(*question->answer);
    co_return LookedUp{asio::error::timed_out, {}};
}

} // namespace foyer
