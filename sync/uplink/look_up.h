// The addresses behind a host's name, by the system's resolver: which may take as long as it likes.
//
// Asio's own resolver has a thread that its io_context joins, so a resolver that hangs would keep a program from
// ending. Here each look-up has a thread of its own that nobody waits for: it is left to itself when the deadline
// passes or the context goes, and ends when the resolver does, or with the process. A literal address needs none.
#pragma once

#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "sync/summit/instant.h"

namespace foyer {

struct LookedUp {
    // timed_out: the resolver said nothing before the deadline; no_memory: the system has no thread to ask it by
    boost::system::error_code error;
    std::vector<boost::asio::ip::tcp::endpoint> endpoints;
};

// `port` is a number. On the calling coroutine's executor.
boost::asio::awaitable<LookedUp> look_up(std::string host, std::string port, Milliseconds deadline);

} // namespace foyer
