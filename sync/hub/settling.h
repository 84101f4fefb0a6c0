// A hub that shares a store with others: the store's side of it, and how an organiser's request is answered then:
// what it wrote is in the store before the answer goes out, and a one-time code is used up in one place only.
//
// Lives on the hub's thread, which goes on meanwhile. An answer that cannot be kept in time says so (503).
#pragma once

#include <set>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "sync/central/analysts.h"
#include "sync/central/centre.h"
#include "sync/hub/hub.h"

namespace foyer {

class Settling {
public:
    // `longest`: an answer waits. `changed`: something settled, or the store came or went.
    Settling(boost::asio::io_context& io, Hub& hub, const Errands::Options& store, Milliseconds longest,
             std::function<void()> changed);

    boost::asio::awaitable<HttpResponse> answer(HttpRequest request);
    [[nodiscard]] Centre& centre() { return centre_; }
    [[nodiscard]] StoreLine line() const; // for the page

private:
    boost::asio::awaitable<HttpResponse> enrol(HttpRequest request, HttpResponse refused);
    boost::asio::awaitable<HttpResponse> share_code(HttpResponse made);
    boost::asio::awaitable<HttpResponse> until_settled(HttpResponse answer);

    void note_change();

    boost::asio::io_context& io_;
    Hub& hub_;
    Milliseconds longest_;
    std::function<void()> changed_;
    std::set<boost::asio::steady_timer*> waiting_;
    Centre::State told_; // on stderr
    Centre centre_;
    Analysts analysts_;
};

} // namespace foyer
