#include "sync/ledger/mend.h"

#include <map>

#include <fcntl.h>
#include <unistd.h>

#include "sync/ledger/folder_lock.h"
#include "sync/ledger/high_water.h"
#include "sync/ledger/identity.h"
#include "sync/ledger/inside.h"
#include "sync/ledger/schema.h"

namespace foyer {

namespace fs = std::filesystem;

namespace {

constexpr const char* aside_prefix = "damaged-";
constexpr const char* still_needed = "-missing"; // own facts are in it that nobody else may have
// The database last: while it is where it was, the move is not done.
constexpr std::array ledger_files{"ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.mark", damage_file,
                                  "ledger.sqlite"};

// What can still be read of a damaged database. SQLite checks each page's form only: whether what it gives is what was
// written is for the ledger that receives it.
class Wreck {
public:
    explicit Wreck(Database& database) : database_(database) {}

    // This node's own values, or a fault when some of them cannot be read.
    [[nodiscard]] Result<std::map<std::string, Bytes>> own_values() const {
        std::map<std::string, Bytes> values;
        database_.begin_reading();
        auto row = database_.query("SELECT name, value FROM private");
        while (row.step()) values[row.text(0)] = row.blob(1);
        if (database_.trouble()) return std::unexpected(*database_.trouble());
        return values;
    }

    // Each origin's sealed runs from its first fact up to where it cannot be read, whole origins before their branches.
    template <class Take>
    void each_run(Take take) const {
        struct Origin {
            std::int64_t row;
            OriginId origin;
        };
        std::vector<Origin> origins;
        database_.begin_reading();
        {
            auto row = database_.query("SELECT id, origin FROM origin ORDER BY trunk IS NOT NULL, base_seq");
            while (row.step())
                if (const auto origin = OriginId::from(row.bytes(1))) origins.push_back({row.integer(0), *origin});
        }
        for (const Origin& origin : origins) {
            database_.begin_reading();
            each_run_of(origin.row, origin.origin, take);
        }
    }

private:
    // Staff bodies that were withheld from this node are not taken for purged ones.
    template <class Take>
    void each_run_of(std::int64_t origin_row, const OriginId& origin, Take take) const {
        const SealedRun empty{origin, Audience::staff, 0, {}, {}};
        SealedRun run = empty;
        auto row = database_.query("SELECT id, header, body, seal, quarantine FROM fact WHERE id > ? AND id < ? "
                                   "ORDER BY id");
        row.bind(origin_row << seq_bits).bind((origin_row + 1) << seq_bits);
        while (row.step()) {
            if (run.facts.empty()) run.first_seq = seq_of(row.integer(0));
            if (seq_of(row.integer(0)) != run.first_seq + run.facts.size()) return; // a row that is lost
            SealedRun::Fact fact{row.blob(1), std::nullopt};
            if (!row.is_null(2)) fact.body = row.blob(2);
            if (!fact.body && row.text(4) != purged_body) run.audience = Audience::floor;
            run.facts.push_back(std::move(fact));
            if (row.is_null(3)) continue;
            run.signature = row.blob(3);
            if (!take(std::exchange(run, empty))) return;
        }
    }

    Database& database_;
};

// Receives runs, many in a transaction, and no more of an origin of which one did not fit.
class Refilling {
public:
    explicit Refilling(Ledger& ledger) : ledger_(ledger) {}

    bool take(SealedRun run) {
        static constexpr std::size_t facts_at_once = 4096;
        if (given_up_.contains(run.origin)) return false;
        waiting_ += run.facts.size();
        runs_.push_back(std::move(run));
        if (waiting_ >= facts_at_once) flush();
        return !trouble;
    }

    void flush() {
        const auto runs = std::exchange(runs_, {});
        waiting_ = 0;
        if (runs.empty() || trouble) return;
        const auto receipts = ledger_.receive(runs);
        if (!receipts) {
            trouble = receipts.error();
            return;
        }
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const Receipt::Outcome outcome = (*receipts)[i].outcome;
            facts += (*receipts)[i].new_facts;
            if (outcome == Receipt::Outcome::refused || outcome == Receipt::Outcome::hole)
                given_up_.insert(runs[i].origin);
        }
    }

    std::size_t facts = 0;
    std::optional<Fault> trouble;

private:
    Ledger& ledger_;
    std::vector<SealedRun> runs_;
    std::size_t waiting_ = 0;
    std::set<OriginId> given_up_;
};

// What a new ledger makes for itself.
bool is_of_one_life(const std::string& name) {
    return name == "identity" || name == "origin_nonce" || name == "acknowledged" || name == rows_due;
}

// How many of the facts up to `last` the ledger lacks.
std::size_t missing(const Ledger& ledger, const std::optional<FactId>& last) {
    if (!last) return 0;
    const Have have = ledger.have();
    const auto mark = have.find({last->origin, Audience::floor});
    const std::uint64_t held = mark == have.end() ? 0 : mark->second.seq;
    return last->seq - std::min(held, last->seq);
}

Result<Mended> refill(const fs::path& fresh, const Clock& clock, Database& damaged,
                      const std::optional<FactId>& last_own) {
    const Wreck wreck(damaged);
    const auto values = wreck.own_values();
    if (!values) return std::unexpected(values.error());
    const auto kept = values->find("identity");
    if (kept == values->end() || values->contains(std::string{wiped_name}))
        return fault(FaultKind::corrupt, "who this node is cannot be read");
    const auto identity = decode_identity(kept->second);
    if (!identity) return std::unexpected(identity.error());
    const auto ledger = Ledger::create_node(fresh, *identity, clock);
    if (!ledger) return std::unexpected(ledger.error());
    for (const auto& [name, value] : *values)
        if (!is_of_one_life(name))
            if (auto set = (*ledger)->set_private_value(name, value); !set) return std::unexpected(set.error());
    Refilling refilling(**ledger);
    wreck.each_run([&](SealedRun run) { return refilling.take(std::move(run)); });
    refilling.flush();
    if (refilling.trouble) return std::unexpected(*refilling.trouble);
    return Mended{{}, refilling.facts, missing(**ledger, last_own)};
}

Result<> move_file(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (!fs::exists(from, error)) return {};
    fs::rename(from, to, error);
    if (error) return fault(FaultKind::disk, from.string() + ": " + error.message());
    return {};
}

void flush_folder(const fs::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return;
    (void)::fsync(handle);
    ::close(handle);
}

Result<fs::path> make_aside(const fs::path& folder, Instant now, const char* suffix) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const std::string name = aside_prefix + std::to_string(seconds);
    std::error_code error;
    fs::path aside = folder / (name + suffix);
    for (int i = 2; fs::exists(aside, error); ++i) aside = folder / (name + "-" + std::to_string(i) + suffix);
    fs::create_directory(aside, error);
    if (!error) fs::permissions(aside, fs::perms::owner_all, error);
    if (error) return fault(FaultKind::disk, aside.string() + ": " + error.message());
    return aside;
}

// What was there goes aside, what `mended` holds takes its place. Cut off anywhere, it is done to its end by the next
// `open`.
Result<fs::path> exchange(const fs::path& folder, Instant now, const char* suffix) {
    const fs::path mended = folder / mended_folder;
    auto aside = make_aside(folder, now, suffix);
    if (!aside) return aside;
    std::error_code error;
    for (const char* name : ledger_files) {
        const bool is_new = name == std::string_view("ledger.mark") && !fs::exists(mended / name, error);
        if (is_new) continue; // it was moved here before the cut
        if (auto moved = move_file(folder / name, *aside / name); !moved) return std::unexpected(moved.error());
    }
    for (const char* name : ledger_files)
        if (auto moved = move_file(mended / name, folder / name); !moved) return std::unexpected(moved.error());
    fs::remove_all(mended, error);
    flush_folder(folder);
    return aside;
}

} // namespace

Result<> finish_mending(const fs::path& folder, Instant now) {
    const auto lock = FolderLock::take(folder);
    if (!lock) return std::unexpected(lock.error());
    if (auto done = exchange(folder, now, still_needed); !done) return std::unexpected(done.error());
    return {};
}

Result<fs::path> put_ledger_aside(const fs::path& folder, Instant now) {
    const auto lock = FolderLock::take(folder);
    if (!lock) return std::unexpected(lock.error());
    auto aside = make_aside(folder, now, still_needed);
    if (!aside) return aside;
    for (const char* name : ledger_files)
        if (auto moved = move_file(folder / name, *aside / name); !moved) return std::unexpected(moved.error());
    return aside;
}

Result<Mended> mend_ledger(const fs::path& folder, const Clock& clock) {
    const auto lock = FolderLock::take(folder);
    if (!lock) return std::unexpected(lock.error());
    const fs::path fresh = folder / "mending", file = folder / "ledger.sqlite";
    std::error_code error;
    if (const auto size = fs::file_size(file, error); error || size == 0)
        return fault(FaultKind::corrupt, file.string() + " is gone or empty: nothing can be read of it");
    fs::remove_all(fresh, error); // of an attempt that was cut off
    Mended mended;
    {
        auto damaged = Database::open(file);
        if (!damaged) return std::unexpected(damaged.error());
        auto format = (*damaged)->query("PRAGMA user_version");
        if (format.step() && format.integer(0) != 0 && format.integer(0) != ledger_format)
            return fault(FaultKind::newer_version, folder.string() + ": a damaged ledger of another version of Foyer "
                                                                     "can be mended by that version only");
        const auto mark = HighWater::open(folder);
        auto refilled = refill(fresh, clock, **damaged, mark ? mark->last_own() : std::nullopt);
        if (!refilled) return fs::remove_all(fresh, error), std::unexpected(refilled.error());
        mended = std::move(*refilled);
    }
    fs::rename(fresh, folder / mended_folder, error);
    if (error) return fault(FaultKind::disk, fresh.string() + ": " + error.message());
    flush_folder(folder);
    auto aside = exchange(folder, clock(), mended.own_missing > 0 ? still_needed : "");
    if (!aside) return std::unexpected(aside.error());
    mended.aside = std::move(*aside);
    return mended;
}

std::string in_words(const Mended& mended) {
    const std::string own = mended.own_missing == 0 ? "none of this node's own is missing"
                                                    : std::to_string(mended.own_missing) +
                                                          " of this node's own could not be read, and come "
                                                          "back from where they were sent to or from a "
                                                          "backup only";
    return "It is put aside in " + mended.aside.filename().string() + "; " + std::to_string(mended.facts) +
           " facts were taken over from it, " + own +
           ". The rest comes from the other nodes. Have the disk looked at; delete what was put aside when nothing is "
           "missing (names are in it).";
}

void remove_copies(const fs::path& folder, Copies which) {
    std::error_code error;
    std::vector<fs::path> found{folder / "backup.sqlite", folder / "backup.sqlite.new"};
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(aside_prefix) && (which == Copies::all || !name.ends_with(still_needed)))
            found.push_back(entry->path());
    }
    for (const fs::path& one : found) fs::remove_all(one, error);
}

Result<std::unique_ptr<Ledger>> open_or_mend(const fs::path& folder, const Clock& clock, std::string& remark) {
    auto ledger = Ledger::open(folder, clock);
    if (ledger || ledger.error().kind != FaultKind::corrupt) return ledger;
    const auto mended = mend_ledger(folder, clock);
    if (!mended && mended.error().kind == FaultKind::corrupt) return ledger;
    if (!mended) return std::unexpected(mended.error());
    remark = folder.string() + ": the ledger was damaged. " + in_words(*mended);
    return Ledger::open(folder, clock);
}

} // namespace foyer
