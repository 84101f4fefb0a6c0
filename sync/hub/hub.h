// The hub without its sockets: which request may ask what, and the answer to each. Enrols terminals, answers
// organisers, hands out the live page and its counts.
//
// Lives on one thread, the one that owns the ledger; store work is short, so answers are computed at once. The server
// (server.h) brings requests and pushes `live()` to whoever listens.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "sync/hub/gate.h"
#include "sync/hub/json.h"
#include "sync/uplink/address.h"

namespace foyer {

enum class BadgeFormat { png, pdf };

struct HubSettings {
    // Pictures of badges, by a room this one does not know. Unset: badges answer 404.
    std::function<Result<Bytes>(const PersonRow&, BadgeFormat)> render_badge;
    std::vector<std::string>
        host_names; // names of this machine by which browsers may ask for it, besides its addresses
    std::vector<std::string> reached_at;    // its addresses as other machines see them, best first; empty: none does
    std::optional<CaFingerprint> authority; // by which terminals know it; none: it speaks plain HTTP only
    std::string authority_pem;              // for browsers
    std::filesystem::path page_folder;      // development: page files from here instead of from the program
};

// Counted since start; shown by /metrics. Nothing personal.
struct HubTally {
    std::uint64_t requests = 0, refused = 0, failed = 0; // 2xx-3xx, 4xx, 5xx
    std::uint64_t pushes = 0;                            // live events sent
    int connections = 0, listeners = 0;                  // now
};

class Hub {
public:
    enum class Access { everybody, organisers };
    struct Route;

    // Takes the organiser token from the ledger, making it at first. Faults: disk. `ledger` outlives the hub.
    static Result<std::unique_ptr<Hub>> open(Ledger& ledger, HubSettings settings);

    // Whether this request may be answered at all: known host, path and method, right to ask, not from another site.
    // The error is the answer to give.
    [[nodiscard]] std::expected<const Route*, HttpResponse> admit(const HttpRequest& request);
    // Everything but /sync and /events, which the server answers itself.
    HttpResponse answer(const HttpRequest& request);

    // The `live` event's data in the language that best fits, computed at most once between two changes.
    const std::string& live(const Language& wanted);
    // The ledger changed, or time passed: the next live() computes anew.
    void refresh() { live_by_language_.clear(); }
    // The language of the summit's that `wanted` stands for; bounds what is kept.
    [[nodiscard]] Language language(const Language& wanted) const;

    // The terminals whose lines are open; those not named are not connected any more, and stay as they were last.
    // Clocks that are off become cards.
    void connected(const Lines& lines);
    // The store that it shares with other hubs.
    void note_store(StoreLine store) { store_ = std::move(store); }
    [[nodiscard]] const Gate& gate() const { return gate_; }
    [[nodiscard]] const std::optional<CaFingerprint>& authority() const { return settings_.authority; }
    [[nodiscard]] Ledger& ledger() { return ledger_; }
    [[nodiscard]] HubTally& tally() { return tally_; }

private:
    Hub(Ledger& ledger, Bytes token, HubSettings settings);
    static std::span<const Route> routes();

    HttpResponse page(const HttpRequest& request, const std::string& name);
    HttpResponse index(const HttpRequest& request, const std::string&);
    HttpResponse session(const HttpRequest& request, const std::string&);
    HttpResponse enrol(const HttpRequest& request, const std::string&);
    HttpResponse enrolment(const HttpRequest& request, const std::string&);
    HttpResponse authority_file(const HttpRequest& request, const std::string&);
    HttpResponse live_now(const HttpRequest& request, const std::string&);
    HttpResponse programme(const HttpRequest& request, const std::string&);
    HttpResponse add_attendee(const HttpRequest& request, const std::string&);
    HttpResponse badge_png(const HttpRequest& request, const std::string& id);
    HttpResponse badge_pdf(const HttpRequest& request, const std::string& id);
    [[nodiscard]] Result<HubAddress> address_for_terminals(const HttpRequest& request) const;
    HttpResponse badge(const std::string& id, BadgeFormat format);
    HttpResponse conflicts(const HttpRequest& request, const std::string&);
    HttpResponse resolve(const HttpRequest& request, const std::string& id);
    HttpResponse set_mode(const HttpRequest& request, const std::string& checkpoint);
    HttpResponse devices(const HttpRequest& request, const std::string&);
    HttpResponse revoke(const HttpRequest& request, const std::string& id);
    HttpResponse purge(const HttpRequest& request, const std::string&);
    HttpResponse back_up(const HttpRequest& request, const std::string&);
    HttpResponse metrics(const HttpRequest& request, const std::string&);
    HttpResponse by_server(const HttpRequest& request, const std::string&);

    Ledger& ledger_;
    HubSettings settings_;
    Gate gate_;
    Limit attempts_;
    Lines lines_;
    std::optional<StoreLine> store_;
    HubTally tally_;
    std::map<Language, std::string> live_by_language_;
};

} // namespace foyer
