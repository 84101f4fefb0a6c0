#include "sync/hub/gate.h"

#include <cassert>
#include <charconv>

#include "sync/crypto/crypto.h"

namespace foyer {

namespace {
constexpr std::string_view cookie_name = "foyer_organiser";
constexpr std::string_view bearer = "Bearer ";
} // namespace

Gate::Gate(Bytes token) : token_(std::move(token)) { assert(token_.size() == token_size); }

std::string Gate::token() const { return to_hex(token_); }

bool Gate::is_token(std::string_view text) const {
    const auto raw = from_hex(text);
    return raw && equal_in_constant_time(*raw, token_);
}

bool Gate::is_organiser(const HttpRequest& request, Instant now) const {
    const std::string& authorization = request.header("authorization");
    if (authorization.starts_with(bearer)) return is_token(std::string_view(authorization).substr(bearer.size()));
    const std::string value = cookie(request.header("cookie"), cookie_name);
    const auto dot = value.find('.');
    if (dot == std::string::npos) return false;
    const std::string_view ends_text = std::string_view(value).substr(0, dot);
    std::int64_t ends = 0;
    const auto [end, error] = std::from_chars(ends_text.data(), ends_text.data() + ends_text.size(), ends);
    if (error != std::errc{} || end != ends_text.data() + ends_text.size()) return false;
    if (now.time_since_epoch().count() >= ends) return false;
    return equal_in_constant_time(as_bytes(std::string_view(value).substr(dot + 1)), as_bytes(seal(ends_text)));
}

std::string Gate::new_cookie(Instant now, HttpRequest::Wire wire) const {
    const std::string ends = std::to_string((now + session_length).time_since_epoch().count());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(session_length).count();
    return std::string(cookie_name) + "=" + ends + "." + seal(ends) +
           "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) +
           (wire == HttpRequest::Wire::tls ? "; Secure" : "");
}

std::string Gate::seal(std::string_view ends) const {
    return code_hash(token_, "organiser session until " + std::string(ends)).hex();
}

bool Limit::allows(const std::string& peer, Instant now) {
    const Instant minute = std::chrono::floor<std::chrono::minutes>(now);
    if (minute != minute_) {
        minute_ = minute;
        all_ = 0;
        by_peer_.clear();
    }
    if (all_ >= a_minute_ * 10) return false; // bounds the map too
    int& of_peer = by_peer_[peer];
    if (of_peer >= a_minute_) return false; // one who knocks on and on takes nothing from the others
    ++of_peer;
    ++all_;
    return true;
}

} // namespace foyer
