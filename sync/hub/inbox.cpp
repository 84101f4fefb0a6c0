#include "sync/hub/inbox.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "sync/summit/time_text.h"

namespace foyer {

namespace {

using nlohmann::json;

std::string written(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::int64_t millis(Instant time) { return time.time_since_epoch().count(); }

template <class Id>
json text_or_null(const std::optional<Id>& id) {
    return id ? json(id->text) : json(nullptr);
}

json event_row(const CardEvent& event) {
    return {{"device", event.device.hex()},
            {"device_name", event.device_name},
            {"checkpoint", text_or_null(event.checkpoint)},
            {"happened_ms", millis(event.happened)},
            {"recorded_ms", millis(event.recorded)}};
}

json card_row(const Card& card, const Ledger& ledger, const std::string& device_name, const Language& language) {
    const auto person = card.who ? ledger.person(*card.who) : std::nullopt;
    const Place* place = card.where ? ledger.programme().place(*card.where) : nullptr;
    json events = json::array(), choices = json::array();
    for (const CardEvent& event : card.events) events.push_back(event_row(event));
    for (const CardChoice choice : card.choices) choices.push_back(name(choice));
    json row = {{"id", card.id},
                {"kind", name(card.kind)},
                {"what", card.what},
                {"who", text_or_null(card.who)},
                {"name", person ? person->native_name : ""},
                {"where", text_or_null(card.where)},
                {"where_name", place ? place->name.in(language) : ""},
                {"device", card.device ? json(card.device->hex()) : json(nullptr)},
                {"device_name", device_name},
                {"events", std::move(events)},
                {"choices", std::move(choices)},
                {"resolved", nullptr}};
    if (card.resolved) row["resolved"] = {{"choice", card.resolved->choice}, {"note", card.resolved->note}};
    return row;
}

// Of the enrolled ones.
Result<Live::Device> find_device(const Ledger& ledger, std::string_view name) {
    std::vector<Live::Device> found = ledger.live().devices;
    std::erase_if(found, [&](const Live::Device& d) { return d.name != name && d.device.hex() != name; });
    if (found.size() == 1) return std::move(found.front());
    const std::string text{name};
    if (found.empty())
        return fault(FaultKind::not_found, "no device \"" + text + "\" is enrolled: see `foyer devices list`");
    std::string ids;
    for (const Live::Device& device : found) ids += (ids.empty() ? "" : ", ") + device.device.hex();
    return fault(FaultKind::not_found, "several devices are named \"" + text + "\": say which by its id (" + ids + ")");
}

} // namespace

std::string conflicts_json(const Ledger& ledger, const Language& language) {
    std::vector<Card> cards = ledger.cards();
    std::ranges::stable_partition(cards, [](const Card& card) { return !card.resolved; });
    std::map<DeviceId, std::string> names;
    for (const Live::Device& device : ledger.live().devices) names[device.device] = device.name;
    json rows = json::array();
    for (const Card& card : cards)
        rows.push_back(card_row(card, ledger, card.device ? names[*card.device] : "", language));
    const auto open = std::ranges::count_if(cards, [](const Card& card) { return !card.resolved; });
    return written({{"open", open},
                    {"utc_offset_ms", ledger.programme().summit.utc_offset.count()},
                    {"conflicts", std::move(rows)}});
}

Result<> resolve_conflict(Ledger& ledger, std::string_view id, std::string_view choice, const std::string& note) {
    const auto chosen = card_choice(choice);
    if (!chosen) return fault(FaultKind::bad_input, "\"" + std::string{choice} + "\" is no choice of any card");
    std::vector<Card> found;
    for (Card& card : ledger.cards())
        if (!id.empty() && card.id.starts_with(id)) found.push_back(std::move(card));
    if (found.empty())
        return fault(FaultKind::not_found, "no card \"" + std::string{id} + "\": see `foyer conflicts list`");
    if (found.size() > 1)
        return fault(FaultKind::not_found, "several cards begin with \"" + std::string{id} + "\": give more of its id");
    return ledger.resolve(found.front(), *chosen, note);
}

std::string devices_json(const Ledger& ledger) {
    json rows = json::array();
    for (const Live::Device& device : ledger.live().devices) {
        json row = {{"id", device.device.hex()}, {"name", device.name},
                    {"role", device.role},       {"checkpoint", text_or_null(device.checkpoint)},
                    {"facts", device.facts},     {"revoked", nullptr}};
        if (device.role != "hub") row["unlock"] = ledger.unlock_number(device.device).value_or("");
        if (const auto revoked = ledger.revoked(device.device)) {
            std::uint64_t trusted = 0;
            for (const Trusted& history : revoked->trusted) trusted += history.seq;
            row["revoked"] = {{"why", revoked->why}, {"trusted_facts", trusted}};
        }
        rows.push_back(std::move(row));
    }
    return written({{"devices", std::move(rows)}});
}

Result<> revoke_device(Ledger& ledger, std::string_view device, const std::string& why, std::string_view lost) {
    const auto found = find_device(ledger, device);
    if (!found) return std::unexpected(found.error());
    if (found->role == "hub")
        return fault(FaultKind::not_allowed, "a hub cannot be revoked: it holds the summit's key");
    std::optional<Instant> since;
    if (!lost.empty()) {
        const auto time = read_time(lost, ledger.programme().summit.utc_offset);
        if (!time) return std::unexpected(time.error());
        since = *time;
    }
    const Draft draft = ledger.revocation(found->device, why, since);
    const auto written = ledger.append({&draft, 1});
    if (!written) return std::unexpected(written.error());
    return {};
}

Result<> purge_people(Ledger& ledger, std::vector<std::string> people, const std::string& why) {
    if (people.empty()) return fault(FaultKind::bad_input, "nobody is named whose data should go");
    if (why.find_first_not_of(" \t") == std::string::npos)
        return fault(FaultKind::bad_input, "the reason is empty: say why, for whoever asks later");
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());
    std::vector<Draft> drafts;
    for (const std::string& id : people) {
        const AttendeeId who{id};
        if (!ledger.attendee(who))
            return fault(FaultKind::not_found, "no attendee \"" + who.text + "\" in this summit");
        drafts.push_back({subject_of(who), Purged{why}, ledger.now()});
    }
    const auto written = ledger.append(drafts);
    if (!written) return std::unexpected(written.error());
    return {};
}

} // namespace foyer
