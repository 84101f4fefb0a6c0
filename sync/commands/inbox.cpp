// foyer conflicts|devices|purge: what staff do about what went wrong, on a hub's data folder or by the hub that runs
// there.
#include <algorithm>
#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sync/commands/commands.h"
#include "sync/commands/running_hub.h"
#include "sync/hub/ask.h"
#include "sync/hub/inbox.h"

namespace foyer {

namespace {

using nlohmann::json;

HubFolder open_or_fail(const std::string& data, const RunningHub& running) {
    auto folder = HubFolder::open(data, running);
    if (!folder) fail(folder.error());
    return std::move(*folder);
}

void end(const Result<>& done, std::string_view what) {
    if (!done) fail(done.error());
    fmt::print("{}\n", what);
}

std::string words(std::string name) {
    std::ranges::replace(name, '_', ' ');
    return name;
}

// Time of day at the summit.
std::string local(std::int64_t ms, Milliseconds utc_offset) {
    const Instant at = Instant{Milliseconds{ms}} + utc_offset;
    const auto days = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{days};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - days)};
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string text(const json& value) { return value.is_string() ? value.get<std::string>() : ""; }

std::string joined(std::initializer_list<std::string> parts) {
    std::string line;
    for (const std::string& part : parts)
        if (!part.empty()) line += (line.empty() ? "" : "  ") + part;
    return line;
}

void print_card(const json& card, Milliseconds utc_offset) {
    fmt::print("\n{}\n", joined({text(card["id"]), words(text(card["kind"])), text(card["who"]), text(card["name"]),
                                 text(card["where_name"]), text(card["device_name"])}));
    fmt::print("    {}\n", text(card["what"]));
    for (const json& event : card["events"])
        fmt::print("    {}\n", joined({local(event["happened_ms"], utc_offset), text(event["device_name"]),
                                       text(event["checkpoint"])}));
    if (!card["resolved"].is_null()) {
        fmt::print("    resolved: {}\n", joined({text(card["resolved"]["choice"]), text(card["resolved"]["note"])}));
        return;
    }
    std::string choices;
    for (const json& choice : card["choices"]) choices += (choices.empty() ? "" : ", ") + text(choice);
    fmt::print("    choices: {}\n", choices);
}

void list_conflicts(const std::string& listed, bool as_json, bool all) {
    if (as_json) return fmt::print("{}\n", listed);
    const json inbox = json::parse(listed);
    const std::size_t open = inbox["open"], cards = inbox["conflicts"].size();
    fmt::print("{} open, {} resolved\n", open, cards - open);
    for (const json& card : inbox["conflicts"])
        if (all || card["resolved"].is_null())
            print_card(card, Milliseconds{inbox["utc_offset_ms"].get<std::int64_t>()});
}

void list_devices(const std::string& listed, bool as_json) {
    if (as_json) return fmt::print("{}\n", listed);
    const json devices = json::parse(listed);
    for (const json& device : devices["devices"]) {
        const json& revoked = device["revoked"];
        const std::string unlock = device.contains("unlock") ? "unlock " + text(device["unlock"]) : "";
        fmt::print("{}  {:5}  {:>7} facts  {:13}  {}{}\n", text(device["id"]), text(device["role"]),
                   device["facts"].get<std::uint64_t>(), unlock,
                   joined({text(device["name"]), text(device["checkpoint"])}),
                   revoked.is_null() ? ""
                                     : fmt::format("  revoked: {} ({} facts trusted)", text(revoked["why"]),
                                                   revoked["trusted_facts"].get<std::uint64_t>()));
    }
}

struct Arguments {
    std::string data, card, choice, note, device, why, lost;
    std::vector<std::string> people;
    RunningHub hub;
    bool json = false, all = false, yes = false;
};

void add_data(CLI::App& command, Arguments& arguments) {
    command.add_option("--data", arguments.data, "The hub's data folder; a hub that runs there is asked")->required();
    arguments.hub.add_options(command);
}

Result<std::string> conflicts_of(const HubFolder& of) {
    return of.ledger ? conflicts_json(*of.ledger, "en") : ask_conflicts(of.hub, of.token);
}

Result<std::string> devices_of(const HubFolder& of) {
    return of.ledger ? devices_json(*of.ledger) : ask_devices(of.hub, of.token);
}

Result<> resolve(const Arguments& asked, const HubFolder& of) {
    return of.ledger ? resolve_conflict(*of.ledger, asked.card, asked.choice, asked.note)
                     : ask_to_resolve(of.hub, of.token, asked.card, asked.choice, asked.note);
}

Result<> revoke(const Arguments& asked, const HubFolder& of) {
    return of.ledger ? revoke_device(*of.ledger, asked.device, asked.why, asked.lost)
                     : ask_to_revoke(of.hub, of.token, asked.device, asked.why, asked.lost);
}

Result<> purge(const Arguments& asked, const HubFolder& of) {
    return of.ledger ? purge_people(*of.ledger, asked.people, asked.why)
                     : ask_to_purge(of.hub, of.token, asked.people, asked.why);
}

} // namespace

void add_conflicts(CLI::App& foyer) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* conflicts = foyer.add_subcommand(
        "conflicts", "What happened while somebody did not know: who was admitted twice, which clock is off...");
    conflicts->require_subcommand(0, 1);
    CLI::App* list = conflicts->add_subcommand("list", "The cards that are open");
    add_data(*list, *arguments);
    list->add_flag("--all", arguments->all, "also those that are resolved");
    list->add_flag("--json", arguments->json, "one JSON object, with all of them");
    list->callback([arguments] {
        const auto listed = conflicts_of(open_or_fail(arguments->data, arguments->hub));
        if (!listed) fail(listed.error());
        list_conflicts(*listed, arguments->json, arguments->all);
    });
    CLI::App* decide = conflicts->add_subcommand("resolve", "Decides about a card, by one of its choices");
    add_data(*decide, *arguments);
    decide->add_option("card", arguments->card, "Its id, or as much of it as tells it from others")->required();
    decide->add_option("choice", arguments->choice, "One of those that `foyer conflicts list` names")->required();
    decide->add_option("--note", arguments->note, "Why, for whoever asks later");
    decide->callback(
        [arguments] { end(resolve(*arguments, open_or_fail(arguments->data, arguments->hub)), "resolved"); });
    conflicts->callback([conflicts] {
        if (conflicts->get_subcommands().empty()) throw CLI::CallForHelp();
    });
}

void add_devices(CLI::App& foyer) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* devices = foyer.add_subcommand("devices", "The enrolled terminals; one that is lost is revoked here");
    devices->require_subcommand(1);
    CLI::App* list = devices->add_subcommand("list", "Every device, its role, what unlocks it, what is known of it");
    add_data(*list, *arguments);
    list->add_flag("--json", arguments->json, "one JSON object");
    list->callback([arguments] {
        const auto listed = devices_of(open_or_fail(arguments->data, arguments->hub));
        if (!listed) fail(listed.error());
        list_devices(*listed, arguments->json);
    });
    CLI::App* out = devices->add_subcommand(
        "revoke", "Puts a device out. What it recorded so far counts, what comes later is kept and does not count; "
                  "asked again, it trusts what came meanwhile.");
    add_data(*out, *arguments);
    out->add_option("device", arguments->device, "Its name, or its id")->required();
    out->add_option("--why", arguments->why, "For whoever asks later")->required();
    out->add_option("--lost", arguments->lost, "Since when it was in wrong hands: 2023-05-29T10:40 (summit's time)");
    out->callback([arguments] { end(revoke(*arguments, open_or_fail(arguments->data, arguments->hub)), "revoked"); });
}

void add_purge(CLI::App& foyer) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* gone = foyer.add_subcommand(
        "purge", "Removes names, contacts and notes of attendees everywhere, for good; counts stay as they were");
    add_data(*gone, *arguments);
    gone->add_option("attendees", arguments->people, "Their ids")->required();
    gone->add_option("--why", arguments->why, "For whoever asks later, without names")->required();
    gone->add_flag("--yes", arguments->yes, "Yes, for good: there is no undo");
    gone->callback([arguments] {
        std::ranges::sort(arguments->people);
        arguments->people.erase(std::ranges::unique(arguments->people).begin(), arguments->people.end());
        if (!arguments->yes)
            fail({FaultKind::bad_input, "a purge cannot be undone: say --yes when you mean it (" +
                                            std::to_string(arguments->people.size()) + " attendees)"});
        end(purge(*arguments, open_or_fail(arguments->data, arguments->hub)),
            fmt::format("{} purged here; every other node follows when it next talks to one that knows",
                        arguments->people.size()));
    });
}

} // namespace foyer
