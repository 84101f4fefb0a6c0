// Who may ask the hub what. An organiser holds the token (made at first start, kept in the ledger's private table) or a
// cookie that was given for it. The cookie carries its end and a keyed hash of it, so that it survives a restart of the
// hub and nothing needs to be stored. Pure: the time is an argument. Lives on the hub's thread.
#pragma once

#include <map>

#include "sync/hub/http.h"
#include "sync/summit/instant.h"

namespace foyer {

class Gate {
public:
    static constexpr std::size_t token_size = 32;           // bytes; twice as many characters
    static constexpr std::chrono::hours session_length{14}; // a long summit day

    explicit Gate(Bytes token);

    [[nodiscard]] std::string token() const; // hexadecimal
    [[nodiscard]] bool is_token(std::string_view text) const;
    // By `Authorization: Bearer TOKEN` or the session cookie.
    [[nodiscard]] bool is_organiser(const HttpRequest& request, Instant now) const;
    // The value of a Set-Cookie header; over TLS it comes back over TLS only.
    [[nodiscard]] std::string new_cookie(Instant now, HttpRequest::Wire wire) const;

private:
    [[nodiscard]] std::string seal(std::string_view ends) const;
    Bytes token_;
};

// At most so many attempts a minute from one address, and ten times as many from all: for what is open to everybody.
class Limit {
public:
    explicit Limit(int a_minute) : a_minute_(a_minute) {}
    // Counts the attempt; false: too many.
    bool allows(const std::string& peer, Instant now);

private:
    int a_minute_;
    int all_ = 0;
    std::map<std::string, int> by_peer_;
    Instant minute_{};
};

} // namespace foyer
