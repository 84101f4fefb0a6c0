#include "sync/hub/hub.h"

#include <algorithm>

#include "sync/hub/clocks.h"
#include "sync/hub/inbox.h"
#include "sync/hub/page.h"
#include "sync/roster/guests.h"
#include "sync/summit/mode_words.h"
#include "sync/uplink/ticket.h"

namespace foyer {

namespace {

constexpr std::string_view token_name = "organiser_token";
constexpr int attempts_a_minute = 20; // codes and tokens tried from one address; a code has 50 bits
constexpr Milliseconds enrolment_lifetime{std::chrono::hours{12}};
constexpr std::size_t max_name = 200; // bytes
constexpr std::size_t max_note = 1000;
constexpr std::size_t max_forums = 64;
constexpr std::size_t max_purged = 1000; // at once

// "/a/*/b" against "/a/x/b": the part at the star. Nothing: no match.
std::optional<std::string> match(std::string_view pattern, std::string_view path) {
    const auto star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == path ? std::optional<std::string>("") : std::nullopt;
    const std::string_view before = pattern.substr(0, star), after = pattern.substr(star + 1);
    if (path.size() <= before.size() + after.size()) return std::nullopt;
    if (!path.starts_with(before) || !path.ends_with(after)) return std::nullopt;
    const std::string_view part = path.substr(before.size(), path.size() - before.size() - after.size());
    if (part.find('/') != std::string_view::npos) return std::nullopt;
    return std::string(part);
}

HttpResponse json_answer(std::string body, int status = 200) { return {.status = status, .body = std::move(body)}; }

std::optional<Role> role_named(std::string_view name) {
    if (name.empty() || name == "door") return Role::door;
    if (name == "desk") return Role::desk;
    return std::nullopt; // a second hub is not enrolled by a code yet
}

} // namespace

struct Hub::Route {
    std::string_view method, pattern;
    Access access;
    HttpResponse (Hub::*act)(const HttpRequest&, const std::string&);
};

std::span<const Hub::Route> Hub::routes() {
    using enum Access;
    static constexpr Route table[] = {
        {"GET", "/", everybody, &Hub::index},
        {"GET", "/page/*", everybody, &Hub::page},
        {"GET", "/sync", everybody, &Hub::by_server}, // the certificate is the right to ask
        {"GET", "/authority.pem", everybody, &Hub::authority_file},
        {"POST", "/api/enrol", everybody, &Hub::enrol},
        {"POST", "/api/session", everybody, &Hub::session},
        {"POST", "/api/enrolment", organisers, &Hub::enrolment},
        {"GET", "/api/live", organisers, &Hub::live_now},
        {"GET", "/api/programme", organisers, &Hub::programme},
        {"GET", "/events", organisers, &Hub::by_server},
        {"POST", "/api/attendees", organisers, &Hub::add_attendee},
        {"GET", "/api/attendees/*/badge.png", organisers, &Hub::badge_png},
        {"GET", "/api/attendees/*/badge.pdf", organisers, &Hub::badge_pdf},
        {"GET", "/api/conflicts", organisers, &Hub::conflicts},
        {"POST", "/api/conflicts/*", organisers, &Hub::resolve},
        {"POST", "/api/checkpoints/*/mode", organisers, &Hub::set_mode},
        {"GET", "/api/devices", organisers, &Hub::devices},
        {"POST", "/api/devices/*/revoke", organisers, &Hub::revoke},
        {"POST", "/api/purge", organisers, &Hub::purge},
        {"POST", "/api/backup", organisers, &Hub::back_up},
        {"GET", "/metrics", organisers, &Hub::metrics},
    };
    return table;
}

Result<std::unique_ptr<Hub>> Hub::open(Ledger& ledger, HubSettings settings) {
    std::optional<Bytes> token = ledger.private_value(token_name);
    if (!token || token->size() != Gate::token_size) {
        token = random_bytes(Gate::token_size);
        if (auto kept = ledger.set_private_value(token_name, *token); !kept) return std::unexpected(kept.error());
    }
    return std::unique_ptr<Hub>(new Hub(ledger, std::move(*token), std::move(settings)));
}

Hub::Hub(Ledger& ledger, Bytes token, HubSettings settings)
    : ledger_(ledger), settings_(std::move(settings)), gate_(std::move(token)), attempts_(attempts_a_minute) {}

std::expected<const Hub::Route*, HttpResponse> Hub::admit(const HttpRequest& request) {
    if (!is_known_host(request.header("host"), settings_.host_names)) {
        return std::unexpected(refusal(421, "This hub is not known by that name: ask for it by its address."));
    }
    std::string allowed;
    for (const Route& route : routes()) {
        if (!match(route.pattern, request.path)) continue;
        const bool fits = route.method == request.method || (route.method == "GET" && request.method == "HEAD");
        if (!fits) {
            allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
            continue;
        }
        if (route.method != "GET" && is_cross_site(request)) {
            return std::unexpected(refusal(403, "This was asked for by a page of another site."));
        }
        if (route.access == Access::organisers && !gate_.is_organiser(request, ledger_.now())) {
            return std::unexpected(
                refusal(401, "Organisers only: open the address that the hub printed at its start."));
        }
        return &route;
    }
    if (allowed.empty()) return std::unexpected(refusal(404, "There is nothing at this address."));
    HttpResponse wrong = refusal(405, "This address answers " + allowed + " only.");
    wrong.headers.emplace_back("Allow", allowed);
    return std::unexpected(wrong);
}

HttpResponse Hub::answer(const HttpRequest& request) {
    const auto route = admit(request);
    if (!route) return route.error();
    return (this->*(*route)->act)(request, percent_decoded(*match((*route)->pattern, request.path)));
}

Language Hub::language(const Language& wanted) const {
    const auto& languages = ledger_.programme().summit.languages;
    const auto primary = [](const Language& tag) { return tag.substr(0, tag.find('-')); };
    for (const Language& asked : {wanted, Language{"en"}}) {
        if (std::ranges::find(languages, asked) != languages.end()) return asked;
        const auto near = std::ranges::find(languages, primary(asked), primary);
        if (near != languages.end()) return *near;
    }
    return languages.empty() ? "en" : languages.front();
}

const std::string& Hub::live(const Language& wanted) {
    const Language spoken = language(wanted);
    auto found = live_by_language_.find(spoken);
    if (found == live_by_language_.end()) {
        std::string text = live_json(ledger_.live(), ledger_.open_calls(), ledger_.programme(), lines_, store_, spoken);
        found = live_by_language_.emplace(spoken, std::move(text)).first;
    }
    return found->second;
}

void Hub::connected(const Lines& lines) {
    for (auto& [device, line] : lines_) line.connected = false;
    for (const auto& [device, line] : lines) lines_[device] = line;
    std::map<DeviceId, Milliseconds> ahead;
    for (const auto& [device, line] : lines)
        if (line.clock_offset) ahead[device] = *line.clock_offset;
    const auto notices = clock_notices(ledger_, ahead);
    if (!notices.empty()) (void)ledger_.append(notices); // a full disk is told elsewhere, and the clock stays off
}

HttpResponse Hub::page(const HttpRequest&, const std::string& name) {
    auto file = page_file(name, settings_.page_folder);
    if (!file) return refusal(404, "There is no such file of the page.");
    return {
        .type = std::move(file->type), .body = std::move(file->content), .headers = {{"Cache-Control", "no-cache"}}};
}

HttpResponse Hub::index(const HttpRequest& request, const std::string&) { return page(request, "index.html"); }

HttpResponse Hub::session(const HttpRequest& request, const std::string&) {
    if (!attempts_.allows(request.peer, ledger_.now())) return refusal(429, "Too many attempts: wait a minute.");
    Fields fields(request.body);
    const std::string token = fields.needed("token", 2 * Gate::token_size);
    if (fields.fault()) return refusal(*fields.fault());
    if (!gate_.is_token(token)) return refusal(403, "This is not the hub's organiser token.");
    HttpResponse welcome = json_answer("{}");
    welcome.headers.emplace_back("Set-Cookie", gate_.new_cookie(ledger_.now(), request.wire));
    return welcome;
}

HttpResponse Hub::enrol(const HttpRequest& request, const std::string&) {
    if (!attempts_.allows(request.peer, ledger_.now())) return refusal(429, "Too many attempts: wait a minute.");
    Fields fields(request.body);
    const std::string code = fields.needed("code", 64);
    const auto key = from_hex(fields.needed("public_key", 64));
    if (!fields.fault() && (!key || key->size() != 32)) fields.wrong("public_key", "is not 32 bytes in hexadecimal");
    if (fields.fault()) return refusal(*fields.fault());
    const auto identity = ledger_.redeem_enrolment_code(code, *key);
    if (!identity) return refusal(identity.error());
    const Live now = ledger_.live();
    const auto device = std::ranges::find(now.devices, identity->device, &Live::Device::device);
    const auto checkpoint = device == now.devices.end() ? std::nullopt : device->checkpoint;
    return json_answer(
        identity_json(*identity, checkpoint, ledger_.programme(), ledger_.unlock_number(identity->device).value_or("")),
        201);
}

HttpResponse Hub::enrolment(const HttpRequest& request, const std::string&) {
    Fields fields(request.body);
    Ledger::Enrolment enrolment;
    enrolment.name = fields.needed("name", max_name);
    const auto role = role_named(fields.text("role", 16));
    if (!role) fields.wrong("role", "is neither \"door\" nor \"desk\"");
    const CheckpointId checkpoint{fields.text("checkpoint", 64)};
    if (!checkpoint.text.empty()) {
        enrolment.checkpoint = checkpoint;
        if (ledger_.programme().checkpoint(checkpoint) == nullptr) {
            std::string known;
            for (const Checkpoint& there : ledger_.programme().checkpoints)
                known += (known.empty() ? "" : ", ") + there.id.text;
            fields.wrong("checkpoint", "names none of this summit's checkpoints: " + known);
        }
    }
    if (fields.fault()) return refusal(*fields.fault());
    enrolment.role = *role;
    const auto code = ledger_.make_enrolment_code(enrolment, enrolment_lifetime);
    if (!code) return refusal(code.error());
    const auto hub = address_for_terminals(request);
    if (!hub) return refusal(hub.error());
    return json_answer(object_json({{"code", *code},
                                    {"url", hub->url()},
                                    {"authority", hub->ca ? hub->ca->hex() : ""},
                                    {"ticket", text_of({*hub, *code})}}),
                       201);
}

// As the organiser reaches it, unless that is a way only this machine has.
Result<HubAddress> Hub::address_for_terminals(const HttpRequest& request) const {
    auto hub = parse_hub_address("https://" + request.header("host"));
    if (!hub) return hub;
    const bool own = hub->host == "localhost" || hub->host.starts_with("127.") || hub->host == "::1";
    if (own && !settings_.reached_at.empty()) hub->host = settings_.reached_at.front();
    if (!settings_.authority) hub->wire = HubAddress::Wire::plain;
    hub->ca = settings_.authority;
    return hub;
}

HttpResponse Hub::authority_file(const HttpRequest&, const std::string&) {
    if (settings_.authority_pem.empty()) return refusal(404, "This hub has no certificate.");
    return {.type = "application/x-x509-ca-cert",
            .body = settings_.authority_pem,
            .headers = {{"Content-Disposition", "attachment; filename=\"foyer-summit.crt\""}}};
}

HttpResponse Hub::live_now(const HttpRequest& request, const std::string&) {
    refresh(); // "as of" is now
    return json_answer(live(request.value("lang")));
}

HttpResponse Hub::programme(const HttpRequest& request, const std::string&) {
    return json_answer(programme_json(ledger_.programme(), language(request.value("lang"))));
}

HttpResponse Hub::add_attendee(const HttpRequest& request, const std::string&) {
    Fields fields(request.body);
    NewGuest guest;
    guest.name = fields.needed("name", max_name);
    guest.latin_name = fields.text("latin_name", max_name);
    guest.language = fields.text("language", 35);
    guest.organisation = fields.text("organisation", max_name);
    for (std::string& forum : fields.texts("forums", max_forums, 64)) guest.forums.push_back({std::move(forum)});
    if (fields.fault()) return refusal(*fields.fault());
    const auto added = add_guest(ledger_, guest);
    if (!added) return refusal(added.error());
    return json_answer(object_json({{"id", added->id.text}, {"code", added->code}}), 201);
}

HttpResponse Hub::badge_png(const HttpRequest&, const std::string& id) { return badge(id, BadgeFormat::png); }
HttpResponse Hub::badge_pdf(const HttpRequest&, const std::string& id) { return badge(id, BadgeFormat::pdf); }

HttpResponse Hub::badge(const std::string& id, BadgeFormat format) {
    if (!settings_.render_badge) return refusal(404, "This hub draws no badges.");
    const auto person = is_valid_slug(id) ? ledger_.person_row(AttendeeId{id}) : std::nullopt;
    if (!person) return refusal(404, "There is no such attendee.");
    const auto drawn = settings_.render_badge(*person, format);
    if (!drawn) return refusal(drawn.error());
    return {.type = format == BadgeFormat::png ? "image/png" : "application/pdf", .body = std::string(as_text(*drawn))};
}

HttpResponse Hub::conflicts(const HttpRequest& request, const std::string&) {
    return json_answer(conflicts_json(ledger_, language(request.value("lang"))));
}

HttpResponse Hub::devices(const HttpRequest&, const std::string&) { return json_answer(devices_json(ledger_)); }

static HttpResponse done(const Result<>& result) { return result ? json_answer("{}") : refusal(result.error()); }

HttpResponse Hub::resolve(const HttpRequest& request, const std::string& id) {
    Fields fields(request.body);
    const std::string choice = fields.needed("choice", 64), note = fields.text("note", max_note);
    return fields.fault() ? refusal(*fields.fault()) : done(resolve_conflict(ledger_, id, choice, note));
}

// The terminals that stand there follow at once.
HttpResponse Hub::set_mode(const HttpRequest& request, const std::string& id) {
    Fields fields(request.body);
    const std::string word = fields.needed("mode", 16);
    const auto mode = mode_named(word);
    if (!fields.fault() && !mode) {
        std::string known;
        for (const auto& [each, value] : mode_words) known += (known.empty() ? "" : ", ") + std::string{each};
        fields.wrong("mode", "is none of " + known);
    }
    if (fields.fault()) return refusal(*fields.fault());
    const Checkpoint* there = ledger_.programme().checkpoint({id});
    if (!there) return refusal(404, "There is no checkpoint \"" + id + "\" in this summit.");
    if (there->mode == *mode) return json_answer("{}");
    Checkpoint checkpoint = *there;
    checkpoint.mode = *mode;
    const Draft draft{{SubjectKind::checkpoint, id}, std::move(checkpoint), ledger_.now()};
    const auto written = ledger_.append({&draft, 1});
    return written ? json_answer("{}") : refusal(written.error());
}

HttpResponse Hub::revoke(const HttpRequest& request, const std::string& id) {
    Fields fields(request.body);
    const std::string why = fields.needed("why", max_note), lost = fields.text("lost", 64);
    return fields.fault() ? refusal(*fields.fault()) : done(revoke_device(ledger_, id, why, lost));
}

HttpResponse Hub::purge(const HttpRequest& request, const std::string&) {
    Fields fields(request.body);
    const std::string why = fields.needed("why", max_note);
    const std::vector<std::string> people = fields.texts("attendees", max_purged, 64);
    return fields.fault() ? refusal(*fields.fault()) : done(purge_people(ledger_, people, why));
}

// Where it goes is no part of the request: into the data folder, whose user fetches it from there.
HttpResponse Hub::back_up(const HttpRequest&, const std::string&) {
    const auto file = ledger_.back_up();
    if (!file) return refusal(file.error());
    return json_answer(object_json({{"file", file->string()}}), 201);
}

HttpResponse Hub::metrics(const HttpRequest&, const std::string&) {
    const Ledger::Stat stat = ledger_.stat();
    std::string text;
    const auto line = [&text](std::string_view name, std::string_view kind, auto value) {
        const auto family = name.substr(0, name.find('{'));
        const std::string head = "# TYPE " + std::string(family) + " " + std::string(kind) + "\n";
        if (text.find(head) == std::string::npos) text += head;
        text += std::string(name) + " " + std::to_string(value) + "\n";
    };
    line("foyer_facts", "gauge", stat.facts);
    line("foyer_recorded", "gauge", stat.recorded);
    line("foyer_quarantined_facts", "gauge", stat.quarantined);
    line("foyer_ledger_bytes", "gauge", stat.file_bytes);
    line("foyer_connections", "gauge", tally_.connections);
    line("foyer_page_listeners", "gauge", tally_.listeners);
    line("foyer_connected_terminals", "gauge",
         std::ranges::count_if(lines_, [](const auto& entry) { return entry.second.connected; }));
    if (store_) {
        line("foyer_store_connected", "gauge", store_->connected ? 1 : 0);
        line("foyer_store_waiting_facts", "gauge", store_->waiting);
    }
    line("foyer_live_pushes_total", "counter", tally_.pushes);
    line("foyer_http_answers_total{outcome=\"done\"}", "counter", tally_.requests);
    line("foyer_http_answers_total{outcome=\"refused\"}", "counter", tally_.refused);
    line("foyer_http_answers_total{outcome=\"failed\"}", "counter", tally_.failed);
    return {.type = "text/plain; version=0.0.4; charset=utf-8", .body = std::move(text)};
}

HttpResponse Hub::by_server(const HttpRequest&, const std::string&) {
    return refusal(426, "This address speaks WebSocket only.");
}

} // namespace foyer
