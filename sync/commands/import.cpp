// `foyer import`: a summit's files into the hub's ledger, or every reason why not. Nothing is written before all files
// are known to be good; importing again writes only what changed.
#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "scanner/code/foreign.h"
#include "scanner/code/parse.h"
#include "scanner/code/short_code.h"
#include "sync/commands/clock.h"
#include "sync/commands/commands.h"
#include "sync/commands/glyphs.h"
#include "sync/commands/hub_ledger.h"
#include "sync/commands/known.h"
#include "sync/import/drafts.h"

namespace foyer {

namespace {

// New badges fall all over their indexes: a page that many of them share is written once a transaction.
constexpr std::size_t drafts_per_transaction = 200'000;
constexpr std::size_t problems_shown = 100;

struct ImportArguments {
    std::string data, path, clock;
    bool dry_run = false, replace = false;
};

Result<> at_least_a_folder(const ImportArguments& arguments) {
    if (Ledger::exists(arguments.data)) return {};
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(arguments.path, ignored)) return {};
    return fault(FaultKind::not_found,
                 arguments.data + " holds no summit yet: import the summit's folder first, then " + arguments.path);
}

Result<std::unique_ptr<Ledger>> open_ledger(const std::string& folder, const Clock& clock) {
    auto ledger = open_hub_ledger(folder, clock);
    if (!ledger && ledger.error().kind == FaultKind::busy)
        return fault(FaultKind::busy,
                     folder + " is in use, probably by a running hub: stop it, import, and start it again");
    return ledger;
}

void print(const std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < problems.size() && i < problems_shown; ++i) {
        const bool warning = problems[i].weight == Problem::Weight::warning;
        std::fprintf(stderr, "%s%s\n", warning ? "warning: " : "", problems[i].sentence().c_str());
    }
    if (problems.size() > problems_shown) std::fprintf(stderr, "... and %zu more\n", problems.size() - problems_shown);
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

// Prints what is wrong; a fault when that stops the import.
Result<> judge(const std::vector<Problem>& problems, const std::string& path) {
    print(problems);
    const auto errors =
        static_cast<std::size_t>(std::ranges::count(problems, Problem::Weight::error, &Problem::weight));
    if (errors == 0) return {};
    return fault(FaultKind::bad_input, "nothing was imported: " + path + " has " +
                                           counted(errors, "mistake", "mistakes") +
                                           "; correct them and run this again");
}

// Doors look a UUID up in small letters too, whoever wrote it in which.
std::string as_looked_up(const Presented& code) {
    if (code.form != Presented::Form::foreign) return code.text;
    const Foreign found = read_foreign(code.text);
    return found.kind == ForeignKind::uuid ? found.names.back() : code.text;
}

// Codes as the doors will look them up; one of Foyer's own form with a typing mistake would never be found.
std::vector<Problem> normalise_codes(SummitFiles& files) {
    Problems problems;
    for (auto& revoked : files.revoked_codes) revoked.value = as_looked_up(parse(revoked.value));
    for (RosterRow& row : files.people) {
        if (row.code.empty()) continue;
        const Presented code = parse(row.code);
        row.code = as_looked_up(code);
        if (code.form == Presented::Form::forged)
            problems.error(
                files.people_file, row.line, "code",
                "looks like a Foyer code with a typing mistake; correct it, or empty the cell for a fresh one");
    }
    return problems.all();
}

Result<> append(Ledger& ledger, std::span<const Draft> drafts) {
    const bool show_progress = drafts.size() > drafts_per_transaction;
    for (std::size_t done = 0; done < drafts.size(); done += drafts_per_transaction) {
        const std::size_t count = std::min(drafts_per_transaction, drafts.size() - done);
        if (auto written = ledger.append(drafts.subspan(done, count)); !written)
            return fault(written.error().kind, written.error().detail + " (" + std::to_string(done) + " of " +
                                                   std::to_string(drafts.size()) +
                                                   " facts are written; import again to go on)");
        if (show_progress) std::fprintf(stderr, "\r%zu of %zu facts", done + count, drafts.size());
    }
    if (show_progress) std::fputc('\n', stderr);
    return {};
}

void print(const char* what, const Tally& tally) {
    if (tally == Tally{}) return;
    std::printf("  %-12s %6zu added %6zu changed %6zu unchanged", what, tally.added, tally.changed, tally.unchanged);
    if (tally.left_alone > 0) std::printf(" %6zu not in the file: left alone", tally.left_alone);
    std::printf("\n");
}

void print_summary(const Import& import, const SummitFiles& files, std::size_t unseen, bool dry_run) {
    print("summit", import.summit);
    print("places", import.places);
    print("forums", import.forums);
    print("sessions", import.sessions);
    print("checkpoints", import.checkpoints);
    print("hints", import.hints);
    print("delegations", import.delegations);
    print("meetings", import.meetings);
    print("people", import.people);
    print("revoked", import.revoked);
    const std::size_t warnings = files.warnings.size() + import.notices.size() + unseen;
    std::printf("%s, %s%s\n", counted(import.drafts.size(), "fact", "facts").c_str(),
                counted(warnings, "warning", "warnings").c_str(), dry_run ? "; dry run: nothing was written" : "");
}

// A dry run over an empty folder needs a key and an id for codes that nobody will keep.
struct Target {
    std::unique_ptr<Ledger> ledger;
    Known known;
    Bytes code_key = Bytes(32);
};

Result<Target> open_target(const ImportArguments& arguments, const Clock& clock) {
    Target target;
    if (!Ledger::exists(arguments.data)) return target;
    auto ledger = open_ledger(arguments.data, clock);
    if (!ledger) return std::unexpected(ledger.error());
    auto known = known_of(**ledger);
    if (!known) return std::unexpected(known.error());
    target = {std::move(*ledger), std::move(*known), {}};
    target.code_key = target.ledger->identity().code_key;
    return target;
}

// Ids are a summit's own: "0001" of another one is somebody else.
Result<> judge_summit(const ImportArguments& arguments, const SummitFiles& files, const Summit& known) {
    if (arguments.replace || !files.summit || known.languages.empty() || is_same_summit(*files.summit, known))
        return {};
    const auto called = [](const Summit& summit) {
        const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(summit.starts + summit.utc_offset)};
        std::array<char, 32> date{};
        std::snprintf(date.data(), date.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
        return "\"" + summit.name.in("en") + "\" (" + date.data() + ")";
    };
    return fault(FaultKind::refused, "nothing was imported: " + arguments.data + " holds " + called(known) + " and " +
                                         arguments.path + " is " + called(*files.summit) +
                                         "; give another --data folder, or --replace if it is the same summit under a "
                                         "new name and date (people with the same id are overwritten)");
}

Result<> make_summit(const ImportArguments& arguments, const Clock& clock, Target& target) {
    auto ledger = Ledger::create_summit(arguments.data, "Hub", clock);
    if (!ledger) return std::unexpected(ledger.error());
    target.ledger = std::move(*ledger);
    target.known.programme.summit.id = target.ledger->summit_id();
    target.code_key = target.ledger->identity().code_key;
    return {};
}

Result<> import_summit(const ImportArguments& arguments) {
    if (auto possible = at_least_a_folder(arguments); !possible) return possible;
    DemoClock clock;
    auto target = open_target(arguments, clock.clock());
    if (!target) return std::unexpected(target.error());
    SummitReading reading = inspect_summit(arguments.path, target->known);
    for (const Problem& problem : normalise_codes(reading.files)) reading.problems.push_back(problem);
    if (auto good = judge(reading.problems, arguments.path); !good) return good;

    if (auto same = judge_summit(arguments, reading.files, target->known.programme.summit); !same) return same;
    const Summit& summit = reading.files.summit ? *reading.files.summit : target->known.programme.summit;
    if (auto set = clock.pretend(arguments.clock, summit.utc_offset); !set) return set;
    if (!target->ledger && !arguments.dry_run)
        if (auto made = make_summit(arguments, clock.clock(), *target); !made) return made;
    const Import import = to_drafts(reading.files, target->known, mint, target->code_key, clock.clock()());
    if (auto good = judge(import.errors, arguments.path); !good) return good;
    print(import.notices);
    const auto unseen = missing_glyphs(reading.files);
    print(unseen);
    if (!arguments.dry_run)
        if (auto written = append(*target->ledger, import.drafts); !written) return written;
    std::printf("%s\n", summit.name.in("en").c_str());
    print_summary(import, reading.files, unseen.size(), arguments.dry_run);
    return {};
}

} // namespace

void add_import(CLI::App& foyer) {
    auto arguments = std::make_shared<ImportArguments>();
    CLI::App* import = foyer.add_subcommand(
        "import",
        "Bring a summit's files (places, programme, people) into the hub's ledger. Again: only what changed.");
    import->add_option("--data", arguments->data, "Folder of the hub's ledger; made when there is none")->required();
    import->add_option("SUMMIT", arguments->path, "The summit's folder, or a list of people (CSV)")->required();
    import->add_flag("--dry-run", arguments->dry_run,
                     "Read and check everything, say what would change, write nothing");
    import->add_flag("--replace", arguments->replace,
                     "The folder holds a summit of another name and date: overwrite it with this one");
    import->add_option("--clock", arguments->clock, "Pretend that it is this time now, as in `foyer hub`");
    import->callback([arguments] {
        if (auto done = import_summit(*arguments); !done) fail(done.error());
    });
}

} // namespace foyer
