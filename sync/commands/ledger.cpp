// foyer ledger stat|export|quarantine|backup|verify|mend|rebuild: a ledger as numbers, as lines, and is it what was
// written?
#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sync/commands/commands.h"
#include "sync/ledger/mend.h"

namespace foyer {

static Instant wall() { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

static std::unique_ptr<Ledger> open_or_fail(const std::string& folder) {
    auto ledger = Ledger::open(folder, wall);
    if (!ledger) fail(ledger.error());
    return std::move(*ledger);
}

static std::string utc(Instant instant) {
    const auto days = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{days};
    const std::chrono::hh_mm_ss time{instant - days};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

static std::string_view kind_name(Kind kind) {
    static constexpr std::string_view names[] = {"",
                                                 "origin_opened",
                                                 "summit",
                                                 "place",
                                                 "forum",
                                                 "session",
                                                 "checkpoint",
                                                 "hint",
                                                 "delegation",
                                                 "person",
                                                 "attendee",
                                                 "contact",
                                                 "note",
                                                 "badge_issued",
                                                 "badge_code",
                                                 "badge_printed",
                                                 "badge_handed_over",
                                                 "badge_revoked",
                                                 "entered",
                                                 "left",
                                                 "refused",
                                                 "device",
                                                 "device_revoked",
                                                 "voided",
                                                 "purged",
                                                 "card_resolved",
                                                 "clock_noticed",
                                                 "session_runs",
                                                 "call",
                                                 "loan",
                                                 "emergency",
                                                 "meeting",
                                                 "meeting_runs"};
    const auto number = static_cast<std::size_t>(kind);
    return number < std::size(names) ? names[number] : "unknown";
}

static std::string_view subject_name(SubjectKind kind) {
    static constexpr std::string_view names[] = {"",     "summit",     "place",    "forum",     "session", "checkpoint",
                                                 "hint", "delegation", "attendee", "badge",     "device",  "visitor",
                                                 "card", "call",       "item",     "emergency", "meeting"};
    const auto number = static_cast<std::size_t>(kind);
    return number < std::size(names) ? names[number] : "unknown";
}

// What is there may be sound and yet not be all that was written: an older copy is.
static void tell_doubt(const Ledger& ledger) {
    if (!ledger.doubt().empty()) fmt::print("in doubt        {}; it will go on as a new origin\n", ledger.doubt());
}

static void stat(const Ledger& ledger, bool as_json) {
    const Ledger::Stat s = ledger.stat();
    if (as_json) {
        const nlohmann::json json{{"summit", ledger.summit_id().hex()},
                                  {"device", ledger.identity().device_name},
                                  {"origin", ledger.origin().hex()},
                                  {"format", s.format},
                                  {"facts", s.facts},
                                  {"bodies", s.bodies},
                                  {"origins", s.origins},
                                  {"forks", ledger.forks()},
                                  {"doubt", ledger.doubt()},
                                  {"seals", s.seals},
                                  {"quarantined", s.quarantined},
                                  {"attendees", s.attendees},
                                  {"badges", s.badges},
                                  {"recorded", s.recorded},
                                  {"unacknowledged", s.unacknowledged},
                                  {"file_bytes", s.file_bytes}};
        fmt::print("{}\n", json.dump());
        return;
    }
    fmt::print("summit          {}\ndevice          {}\norigin          {}\nformat          {}\n",
               ledger.summit_id().hex(), ledger.identity().device_name, ledger.origin().hex(), s.format);
    fmt::print("facts           {}\n  with body     {}\n  not folded    {}\norigins         {}\nseals           {}\n",
               s.facts, s.bodies, s.quarantined, s.origins, s.seals);
    fmt::print(
        "attendees       {}\nbadges          {}\nscans recorded  {}\nnot yet at hub  {}\nsize            {:.1f} MB\n",
        s.attendees, s.badges, s.recorded, s.unacknowledged, static_cast<double>(s.file_bytes) / 1e6);
    if (ledger.forks() > 0)
        fmt::print("forks           {}: a device went on from an older copy of itself\n", ledger.forks());
    tell_doubt(ledger);
}

// One fact a line. Names, contacts and codes are left out: an export is for counting and auditing.
static nlohmann::json line_of(const Ledger::FactRow& fact) {
    nlohmann::json json{{"origin", fact.id.origin.hex()},
                        {"seq", fact.id.seq},
                        {"recorded", utc(fact.header.time.instant())},
                        {"kind", kind_name(fact.header.kind)},
                        {"audience", fact.header.audience == Audience::staff ? "staff" : "floor"},
                        {"head", fact.head.hex()}};
    if (!fact.quarantine.empty()) json["not_folded"] = fact.quarantine;
    if (!fact.body) return json;
    const auto body = decode_body(*fact.body);
    if (!body) return json;
    json["subject"] = std::string{subject_name(body->subject.kind)} + "/" + body->subject.id;
    json["happened"] = utc(body->happened);
    json["observed"] = body->observed;
    const auto payload = decode_payload(fact.header.kind, body->payload);
    if (!payload) return json;
    if (const auto* in = std::get_if<Entered>(&*payload)) {
        json["place"] = in->place.text;
        json["checkpoint"] = in->checkpoint.text;
        json["reason"] = name(in->reason);
    } else if (const auto* out = std::get_if<Left>(&*payload)) {
        json["place"] = out->place.text;
        json["checkpoint"] = out->checkpoint.text;
        json["reason"] = name(Reason::left);
    } else if (const auto* refused = std::get_if<Refused>(&*payload)) {
        json["checkpoint"] = refused->checkpoint.text;
        json["reason"] = name(refused->reason);
        json["case"] = refused->case_number;
    }
    return json;
}

static void export_lines(const Ledger& ledger, bool csv) {
    static constexpr const char* columns[] = {"origin",   "seq",   "recorded",   "kind",   "subject", "happened",
                                              "observed", "place", "checkpoint", "reason", "case"};
    if (csv) {
        for (const char* column : columns)
            fmt::print("{}{}", column, column == std::string_view{"case"} ? "\r\n" : ",");
    }
    auto r = ledger.each_fact([&](const Ledger::FactRow& fact) {
        const nlohmann::json json = line_of(fact);
        if (!csv) return fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)), true;
        for (const char* column : columns) {
            const auto value = json.find(column);
            // Ids, times and names of reasons: nothing here can hold a comma or a quote.
            if (value != json.end()) fmt::print("{}", value->is_string() ? value->get<std::string>() : value->dump());
            fmt::print("{}", column == std::string_view{"case"} ? "\r\n" : ",");
        }
        return true;
    });
    if (!r) fail(r.error());
}

static void print_quarantine(const Ledger& ledger) {
    std::size_t facts = 0;
    auto r = ledger.each_fact([&](const Ledger::FactRow& fact) {
        if (fact.quarantine.empty()) return true;
        ++facts;
        fmt::print("{} {}  {}  {}: {}\n", fact.id.origin.hex(), fact.id.seq, utc(fact.header.time.instant()),
                   kind_name(fact.header.kind), fact.quarantine);
        return true;
    });
    if (!r) fail(r.error());
    if (facts == 0) fmt::print("every fact counts\n");
}

// One that is sound stays as it is: a mended one goes on as a new origin.
static void mend(const std::string& folder) {
    if (const auto ledger = Ledger::open(folder, wall)) {
        if ((*ledger)->verify()) return fmt::print("the ledger is sound: there is nothing to mend\n");
    } else if (ledger.error().kind != FaultKind::corrupt) {
        fail(ledger.error());
    }
    const auto mended = mend_ledger(folder, wall);
    if (!mended) fail(mended.error());
    fmt::print("{}\n", in_words(*mended));
}

void add_ledger(CLI::App& foyer) {
    auto* ledger = foyer.add_subcommand("ledger", "Look at a ledger: numbers, every fact, is it what was written");
    ledger->require_subcommand(1);
    auto folder = std::make_shared<std::string>();
    const auto command = [&](const char* name, const char* what) {
        auto* sub = ledger->add_subcommand(name, what);
        sub->add_option("--data", *folder, "the data folder of a hub or terminal that is not running")->required();
        return sub;
    };
    auto json = std::make_shared<bool>(false);
    auto* stat_command = command("stat", "How many facts, people, badges and scans");
    stat_command->add_flag("--json", *json, "one JSON object");
    stat_command->callback([=] { stat(*open_or_fail(*folder), *json); });

    auto format = std::make_shared<std::string>("jsonl");
    auto* export_command = command("export", "Every fact, one a line, without names, contacts and codes");
    export_command->add_option("--format", *format, "jsonl or csv")->check(CLI::IsMember({"jsonl", "csv"}));
    export_command->callback([=] { export_lines(*open_or_fail(*folder), *format == "csv"); });

    auto* quarantine_command = command("quarantine", "Facts that are kept and do not count here, one a line, and why");
    quarantine_command->callback([=] { print_quarantine(*open_or_fail(*folder)); });

    command("backup", "All of it, keys and names too, into backup.sqlite beside it")->callback([=] {
        const auto copy = open_or_fail(*folder)->back_up();
        if (!copy) fail(copy.error());
        fmt::print("{}: it holds keys and names; a hub that runs is copied by `foyer backup`\n", copy->string());
    });
    command("verify", "Check every chain, seal, certificate and body")->callback([=] {
        const auto opened = open_or_fail(*folder);
        if (auto r = opened->verify(); !r) fail(r.error());
        const auto s = opened->stat();
        fmt::print("{} facts of {} origins, {} seals: nothing was changed, removed or inserted\n", s.facts, s.origins,
                   s.seals);
        tell_doubt(*opened);
    });
    command("mend", "Put a damaged ledger aside, and take over what can be read of it")->callback([=] {
        mend(*folder);
    });
    command("rebuild", "Make the rows again from the facts, and say whether they differed")->callback([=] {
        if (auto r = open_or_fail(*folder)->rebuild(); !r) fail(r.error());
        fmt::print("the rows are what the facts give\n");
    });
}

} // namespace foyer
