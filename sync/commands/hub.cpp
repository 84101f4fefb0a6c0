// `foyer hub`: the node every other one can reach. Opens (or makes) the summit's ledger and serves it until it is told
// to end.
#include "sync/commands/commands.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include <unistd.h>

#include "kiosk/badges/card.h"
#include "sync/central/joining.h"
#include "sync/commands/clock.h"
#include "sync/commands/disk_watch.h"
#include "sync/commands/hub_ledger.h"
#include "sync/hub/ask.h"
#include "sync/hub/certificate.h"
#include "sync/hub/listen_address.h"
#include "sync/hub/server.h"
#include "sync/hub/whereabouts.h"
#include "sync/uplink/own_addresses.h"

namespace foyer {

namespace {

struct HubArguments {
    std::string data, listen = "127.0.0.1:8080", clock, assets, store;
    std::int64_t clock_shift_ms = 0;
    std::vector<std::string> names;
    bool plain = false;
};

// The clock is set before the first fact is written, or that fact's time would stay ahead of all later ones. A summit
// that is only being made has no zone yet: a time without one is then UTC.
Result<std::unique_ptr<Ledger>> open_summit(const HubArguments& arguments, DemoClock& clock) {
    if (!Ledger::exists(arguments.data)) {
        if (auto set = clock.pretend(arguments.clock, Milliseconds{0}); !set) return std::unexpected(set.error());
        return Ledger::create_summit(arguments.data, "Hub", clock.clock());
    }
    auto ledger = open_hub_ledger(arguments.data, clock.clock());
    if (!ledger) return ledger;
    const Milliseconds zone = (*ledger)->programme().summit.utc_offset;
    if (auto set = clock.pretend(arguments.clock, zone); !set) return std::unexpected(set.error());
    return ledger;
}

std::vector<std::string> own_names(std::vector<std::string> names) {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) == 0) {
        names.insert(names.end(), {name.data(), std::string(name.data()) + ".local"});
    }
    return names;
}

Instant real_time() { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

// With the authority that its terminals pin, for other hubs to share.
Result<std::unique_ptr<Ledger>> open_certified(const HubArguments& arguments, DemoClock& clock) {
    auto ledger = open_summit(arguments, clock);
    if (!ledger) return ledger;
    if (auto authority = summit_authority(**ledger, real_time()); !authority) return std::unexpected(authority.error());
    return ledger;
}

// With a store the summit may be there already, and this a further hub of it.
Result<std::unique_ptr<Ledger>> open_shared(const HubArguments& arguments, DemoClock& clock,
                                            std::optional<Errands::Options>& store) {
    if (!Ledger::exists(arguments.data))
        if (auto set = clock.pretend(arguments.clock, Milliseconds{0}); !set) return std::unexpected(set.error());
    const auto names = own_names({});
    auto joined = open_with_store(arguments.store, arguments.data, names.empty() ? "Hub" : "Hub " + names.front(),
                                  clock.clock(), [&] { return open_certified(arguments, clock); });
    if (!joined) return std::unexpected(joined.error());
    if (!joined->away.empty()) std::fprintf(stderr, "foyer hub: %s\n", joined->away.c_str());
    const Identity& self = joined->ledger->identity();
    store.emplace();
    store->url = arguments.store;
    store->charter = joined->charter;
    store->hub = self.device;
    store->hub_name = self.device_name;
    return std::move(joined->ledger);
}

bool is_any(const std::string& address) { return address == "0.0.0.0" || address == "::"; }
bool is_loopback(const std::string& address) { return address.starts_with("127.") || address == "::1"; }

// How other machines may reach this one: the names it was told of, then the address it listens on, or all it has.
std::vector<std::string> reached_at(const HubArguments& arguments, const std::string& listens_on) {
    std::vector<std::string> all = arguments.names;
    if (!is_any(listens_on)) {
        if (!is_loopback(listens_on)) all.push_back(listens_on);
        return all;
    }
    for (std::string& address : own_addresses()) all.push_back(std::move(address));
    return all;
}

// What the hub's certificate is for: all names by which a browser may ask, each once.
std::vector<std::string> certified_names(const std::vector<std::string>& names, const std::vector<std::string>& reach) {
    std::vector<std::string> all{"localhost", "127.0.0.1", "::1"};
    for (const auto* more : {&names, &reach})
        for (const std::string& name : *more)
            if (std::ranges::find(all, name) == all.end()) all.push_back(name);
    return all;
}

HubAddress address_of(const std::string& host, std::uint16_t port, HubAddress::Wire wire) {
    return {host, std::to_string(port), wire, std::nullopt};
}

constexpr int screen_dpi = 150; // a badge of 508 x 732 pixels: a phone's camera reads it off a laptop

Result<Bytes> draw_badge(BadgePress& press, const Programme& programme, const PersonRow& who, BadgeFormat format) {
    if (who.code.empty()) return fault(FaultKind::not_found, "This attendee has no code: issue a badge first.");
    const BadgeCard card = badge_card(programme.summit, who.attendee, who.person, who.code);
    return format == BadgeFormat::png ? press.png(card, screen_dpi) : press.pdf({&card, 1});
}

// The first line is read by programs: "Foyer hub: URL". This machine's own way needs no certificate in its browser.
void tell_addresses(const Hub& hub, const std::string& host, const std::vector<std::string>& reach,
                    std::uint16_t port) {
    const auto wire = is_loopback(host) ? HubAddress::Wire::plain : HubAddress::Wire::tls;
    const std::string own = address_of(host, port, wire).url(), token = hub.gate().token();
    std::printf("Foyer hub: %s\nOrganisers' page: %s/#token=%s\n", own.c_str(), own.c_str(), token.c_str());
    for (const std::string& other : reach)
        if (other != host)
            std::printf("       elsewhere: %s/#token=%s\n",
                        address_of(other, port, HubAddress::Wire::tls).url().c_str(), token.c_str());
    std::printf("Fingerprint of this hub: %s\n", hub.authority()->hex().c_str());
    std::fflush(stdout);
}

// Until it is told to end, or the ledger is found damaged.
Result<Server::Ended> serve(Ledger& ledger, const HubArguments& arguments, const std::optional<Errands::Options>& store,
                            std::pair<std::string, std::uint16_t>& where) {
    BadgePress press;
    HubSettings settings;
    settings.render_badge = [&press, &known = ledger](const PersonRow& who, BadgeFormat format) {
        return draw_badge(press, known.programme(), who, format);
    };
    settings.page_folder = arguments.assets;
    settings.host_names = own_names(arguments.names);
    settings.reached_at = reached_at(arguments, where.first);
    const auto certificate =
        hub_certificate(ledger, certified_names(settings.host_names, settings.reached_at), real_time());
    if (!certificate) return std::unexpected(certificate.error());
    settings.authority = certificate->authority;
    settings.authority_pem = certificate->authority_pem;
    const std::vector<std::string> reach = settings.reached_at;
    auto hub = Hub::open(ledger, std::move(settings));
    if (!hub) return std::unexpected(hub.error());
    if (auto kept = write_token_file(arguments.data, (*hub)->gate().token()); !kept)
        return std::unexpected(kept.error());
    auto server =
        Server::listen(**hub, {.certificate = certificate->credential,
                               .plain = arguments.plain ? PlainHttp::from_anywhere : PlainHttp::from_this_machine,
                               .address = where.first,
                               .port = where.second,
                               .store = store});
    if (!server) return std::unexpected(server.error());
    where.second = (*server)->port();
    if (auto told = tell_whereabouts(ledger, reach, where.second); !told)
        std::fprintf(stderr, "foyer hub: terminals are not told where it is reached: %s\n",
                     told.error().detail.c_str());
    tell_addresses(**hub, is_any(where.first) ? "127.0.0.1" : where.first, reach, where.second);
    if (arguments.plain)
        std::fprintf(stderr, "foyer: HTTP without TLS is answered to everybody: whoever listens in reads names and may "
                             "act as an organiser. Leave --plain-http out where that is not wanted.\n");
    const DiskWatch disk(arguments.data);
    (*server)->stop_on_signals();
    return (*server)->run();
}

Result<> run_hub(HubArguments arguments) {
    auto where = read_address(arguments.listen);
    if (!where) return std::unexpected(where.error());
    DemoClock clock;
    clock.shift(Milliseconds{arguments.clock_shift_ms});
    static constexpr int mends_most = 3; // a disk that damages more is for people to look at
    for (int mends = 0;; ++mends) {
        std::optional<Errands::Options> store;
        auto ledger = arguments.store.empty() ? open_summit(arguments, clock) : open_shared(arguments, clock, store);
        if (!ledger) return std::unexpected(ledger.error());
        const auto ended = serve(**ledger, arguments, store, *where);
        if (ended && *ended == Server::Ended::told_to) return {};
        const auto& damage = (*ledger)->damage();
        if (!damage) return std::unexpected(ended.error());
        if (mends == mends_most) return std::unexpected(*damage);
        std::fprintf(stderr, "foyer hub: %s; the ledger is opened anew\n", damage->detail.c_str());
        arguments.clock.clear(); // it goes on
    }
}

} // namespace

void add_hub(CLI::App& foyer) {
    auto arguments = std::make_shared<HubArguments>();
    CLI::App* hub = foyer.add_subcommand(
        "hub", "Serve the summit: terminals replicate with it, organisers watch its page. Ends on Ctrl-C.");
    hub->add_option("--data", arguments->data, "Folder of the hub's ledger; made when there is none")->required();
    hub->add_option("--listen", arguments->listen, "ADDRESS:PORT to listen on; port 0: any free one")
        ->capture_default_str();
    hub->add_option("--clock", arguments->clock,
                    "Pretend that it is this time now, for instance 2023-05-29T09:00 (the summit's time) or "
                    "2023-05-29T09:00:00+08:00");
    hub->add_option("--clock-shift-ms", arguments->clock_shift_ms, "demo: milliseconds to add to the wall clock")
        ->group("Demo");
    hub->add_option("--name", arguments->names,
                    "A further name of this machine: browsers may ask for the page by it, and terminals are told it");
    hub->add_option("--store", arguments->store,
                    "A PostgreSQL cluster that several hubs share, postgresql://user@host1,host2/database: "
                    "see `foyer store`");
    hub->add_flag("--plain-http", arguments->plain,
                  "Answer HTTP without TLS from other machines too: for a network of one's own, or behind a proxy");
    hub->add_option("--assets", arguments->assets, "Development: the page's files from this folder (assets/page)")
        ->check(CLI::ExistingDirectory);
    hub->callback([arguments] {
        if (auto ended = run_hub(*arguments); !ended) fail(ended.error());
    });
}

} // namespace foyer
