#include "sync/hub/settling.h"

#include <cstdio>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace foyer {

namespace asio = boost::asio;

namespace {

constexpr auto awaited = asio::as_tuple(asio::use_awaitable);

// An answer that comes by a callback, or not at all.
template <class Value>
struct Pending {
    Pending(asio::io_context& io, Milliseconds longest) : timer(io, longest) {}
    void give(Value came) {
        value = std::move(came);
        timer.cancel();
    }
    asio::steady_timer timer;
    std::optional<Value> value;
};

HttpResponse away(const std::string& why, const std::string& then) {
    return refusal(503, "The shared store does not answer now. " + then + (why.empty() ? "" : " (" + why + ")"));
}

auto poster(asio::io_context& io) {
    return [&io](std::function<void()> work) { asio::post(io, std::move(work)); };
}

} // namespace

Settling::Settling(asio::io_context& io, Hub& hub, const Errands::Options& store, Milliseconds longest,
                   std::function<void()> changed)
    : io_(io), hub_(hub), longest_(longest), changed_(std::move(changed)),
      centre_(hub.ledger(), store, poster(io), [this] { note_change(); }),
      analysts_(hub.ledger(), {.url = store.url, .hub_name = store.hub_name}, poster(io)) {}

void Settling::note_change() {
    if (const Centre::State state = centre_.state(); state != told_) {
        told_ = state;
        const std::string text = !state.connected      ? state.fault + " Terminals keep their facts until it is back."
                                 : state.fault.empty() ? "The store is connected."
                                                       : state.fault;
        std::fprintf(stderr, "foyer hub: %s\n", text.c_str());
    }
    for (asio::steady_timer* timer : waiting_) timer->cancel();
    changed_();
}

StoreLine Settling::line() const {
    const Centre::State state = centre_.state();
    return {state.connected, state.fault, centre_.unsettled()};
}

asio::awaitable<HttpResponse> Settling::answer(HttpRequest request) {
    const std::uint64_t before = centre_.own_facts();
    HttpResponse answer = hub_.answer(request);
    if (request.method == "POST" && request.path == "/api/enrol" && answer.status == 403)
        answer = co_await enrol(std::move(request), std::move(answer));
    else if (request.method == "POST" && request.path == "/api/enrolment" && answer.status == 201)
        answer = co_await share_code(std::move(answer));
    if (centre_.own_facts() > before) answer = co_await until_settled(std::move(answer));
    co_return answer;
}

// A code that this hub does not hold may be in the store: taken from there it is this hub's, to be used at once.
asio::awaitable<HttpResponse> Settling::enrol(HttpRequest request, HttpResponse refused) {
    Fields fields(request.body);
    const Hash code = Ledger::enrolment_hash(fields.needed("code", 64));
    const auto pending = std::make_shared<Pending<Centre::Taken>>(io_, longest_);
    centre_.take(code, [pending](const Centre::Taken& taken) { pending->give(taken); });
    if (!pending->value) co_await pending->timer.async_wait(awaited);
    if (!pending->value || !*pending->value)
        co_return away(pending->value ? pending->value->error().detail : "", "Enrol this terminal when it is back.");
    const auto& taken = **pending->value;
    if (!taken || !hub_.ledger().take_enrolment_in(*taken)) co_return refused;
    HttpResponse answer = hub_.answer(request);
    co_return answer;
}

// Out of this ledger and into the store: there it is good at every hub, once.
asio::awaitable<HttpResponse> Settling::share_code(HttpResponse made) {
    Fields fields(made.body);
    const auto row = hub_.ledger().give_enrolment_away(Ledger::enrolment_hash(fields.needed("code", 64)));
    if (!row || !*row) co_return refusal(500, "The new code is not in this hub's ledger.");
    const auto pending = std::make_shared<Pending<Result<>>>(io_, longest_);
    centre_.share(**row, [pending](const Result<>& shared) { pending->give(shared); });
    if (!pending->value) co_await pending->timer.async_wait(awaited);
    if (!pending->value || !*pending->value)
        co_return away(pending->value ? pending->value->error().detail : "", "No code was made: try again.");
    co_return made;
}

asio::awaitable<HttpResponse> Settling::until_settled(HttpResponse answer) {
    asio::steady_timer timer(io_);
    const auto until = std::chrono::steady_clock::now() + longest_;
    waiting_.insert(&timer);
    while (!centre_.own_facts_settled() && centre_.state().connected && std::chrono::steady_clock::now() < until) {
        timer.expires_at(until);
        co_await timer.async_wait(awaited);
    }
    waiting_.erase(&timer);
    if (centre_.own_facts_settled()) co_return answer;
    co_return away(centre_.state().fault,
                   "What you did is kept on this hub and goes there by itself: do not do it again.");
}

} // namespace foyer
