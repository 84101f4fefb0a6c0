// What the files of this room share behind ledger.h: the connection, the known origins, and the helpers of each part.
#pragma once

#include <set>
#include <span>

#include "sync/ledger/folder_lock.h"
#include "sync/ledger/high_water.h"
#include "sync/ledger/ledger.h"
#include "sync/ledger/sqlite.h"
#include "sync/summit/fold.h"
#include "sync/summit/revisions.h"

namespace foyer {

struct OriginState {
    std::int64_t row = 0; // key in the tables
    OriginId origin;
    DeviceId device;
    Role role = Role::door;
    Bytes public_key;
    Mark floor, staff;
    std::optional<Mark> stored_staff; // as the table has it; none: as far as the headers
    OriginId trunk;                   // the origin in the headers; another than `origin` for a branch of a fork
    Mark base;                        // what the first fact here follows
    Hlc newest;                       // as its own clock says
    [[nodiscard]] bool is_branch() const { return trunk != origin; }
};

// A question of `suffix` and its answer, until its origin or a branch changes: after a fact every peer asks the same.
struct Asked {
    HaveKey key;
    std::uint64_t after = 0;
    std::size_t max_bytes = 0;
    std::optional<SealedRun> answer;
};

// A subject at work in a transaction: the facts it folds to so far, then those that it gains.
struct Gain {
    std::vector<FoldFact> facts;
    std::size_t known = 0; // how many of them are old
};
struct HashOfSubject {
    std::size_t operator()(const Subject& subject) const {
        return std::hash<std::string>{}(subject.id) ^ static_cast<std::size_t>(subject.kind);
    }
};
using GainingSubjects = std::unordered_map<Subject, Gain, HashOfSubject>; // a roster has a million in one transaction

// A fact that folds, with the subject whose facts it joins.
struct Foldable {
    Subject subject;
    FoldFact fact;
};

struct Ledger::Inside {
    Inside(std::filesystem::path where, Clock what_time, FolderLock held, HighWater mark,
           std::unique_ptr<Database> opened)
        : folder(std::move(where)), clock(std::move(what_time)), lock(std::move(held)), high_water(std::move(mark)),
          database(std::move(opened)) {}

    std::filesystem::path folder;
    Clock clock;
    FolderLock lock;
    HighWater high_water;
    std::unique_ptr<Database> database;
    Identity identity;
    OriginId own;
    Hlc last_time; // of what is believable, for the next own fact
    std::map<OriginId, OriginState> origins;
    std::map<std::int64_t, OriginId> origin_of_row;
    Programme programme;
    std::uint64_t programme_version = 0;
    std::vector<Meeting> meetings;
    std::function<void()> listener;
    std::function<void(const Subject&)> touched;
    std::optional<Instant> complete_at; // when the centre last had nothing that is not here
    std::string doubt;                  // why this node's own history is in doubt: the next append begins a new origin
    bool wiped = false;                 // nothing is here any more
    bool cache_is_wide = false;
    bool stale = false;  // the caches may not be what the tables are
    bool erased = false; // a purge took bodies in this transaction: nothing of them may stay in the file
    std::uint64_t forks = 0;
    Revisions<OriginId> changes; // of the marks of `origins`
    std::vector<Asked> asked;
    std::map<DeviceId, DeviceRevoked> revoked;      // as the tables have it
    std::set<DeviceId> trust_due;                   // what is trusted of them may have changed in this transaction
    std::set<BadgeId> badges_due;                   // so may who entered by them when they were dead
    Tallies totals_due;                             // what this transaction adds to the totals
    std::map<OriginId, std::uint64_t> acknowledged; // of this device's origins, by the centre
    bool acknowledged_changed = false; // written with the next append: an acknowledgement is not worth a disk flush

    // --- caches (ledger.cpp) ---
    Result<> load();    // everything above from the tables; also after a rollback
    Result<> refresh(); // load, when the last one after a rollback failed
    void mark_damage() const;
    void load_origins();
    void load_programme();
    void note_time(Hlc time, OriginState& state); // the newest believable time, for what is written next
    OriginState& add_origin(const OriginId& origin, const Certificate& certificate);
    void store_marks(OriginState& state); // after each change of them
    void committed(bool programme_changed);
    void widen_cache();
    [[nodiscard]] std::uint64_t own_seq() const; // the last fact of the own origin; 0: none yet
    OriginState& own_origin();                   // the one to write to: a new one when there is none or it is in doubt
    void come_into_doubt(std::string why);       // the next append begins a new origin
    void renounce_own(std::string why);          // the next append begins a new origin, also after a restart

    // --- facts (facts.cpp) ---
    void add_marks(const OriginState& state, Have& have) const; // to what this node has
    [[nodiscard]] Result<std::optional<SealedRun>> read_run(const HaveKey& key, std::uint64_t after,
                                                            std::size_t max_bytes);
    [[nodiscard]] Result<std::optional<SealedRun>> read_into_branch(const OriginState& state, SealedRun run);
    [[nodiscard]] Result<std::size_t> read_facts(const OriginState& state, std::uint64_t after, std::uint64_t last,
                                                 std::size_t max_bytes, SealedRun& run) const;
    struct NewFact {
        Header header;
        Bytes encoded; // header
        std::optional<Bytes> body;
        std::string quarantine;           // why it does not count; empty: it does
        std::optional<Foldable> foldable; // when body is there and makes sense
    };
    // `seal`: of the chain up to this fact, when it ends there.
    void insert(OriginState& state, const NewFact& fact, std::optional<Bytes> seal = std::nullopt);
    // Verifiable, but does it fold here? The reason why not is kept beside the fact. `audience`: of the frame.
    [[nodiscard]] NewFact judge(const OriginState& state, const Header& header, Bytes encoded,
                                std::optional<Bytes> body, Audience audience);

    // --- forks (branch.cpp) ---
    [[nodiscard]] Hash head_at(const OriginState& state, std::uint64_t seq) const; // base.seq <= seq <= floor.seq
    [[nodiscard]] bool holds(const OriginState& state, std::uint64_t seq, ByteView header);
    [[nodiscard]] OriginState* find(const OriginId& origin);                     // or none
    [[nodiscard]] std::vector<OriginState*> histories_of(const OriginId& trunk); // it and its branches
    // Makes room for another history of `old` from fact `at` on, whose first head is `theirs`; where it goes. The
    // smaller head keeps the name, so that every node names the histories alike, whichever came first.
    OriginState& fork(OriginState& old, std::uint64_t at, const Hash& theirs);
    void note_acknowledged(const Have& at_hub);

    // --- fold (refold.cpp) ---
    std::vector<FoldFact> facts_of(const Subject& subject) const;
    Gain& gain_of(GainingSubjects& gains, const Subject& subject) const; // its old facts are read the first time
    // Writes what differs between the rows of some facts and those of others.
    void refold(const Subject& subject, std::vector<FoldFact> before, std::vector<FoldFact> after);
    void refold_all(GainingSubjects gains); // and what follows from it: the end of every transaction
    void finish_rows();
    void make_rows();         // all of them, from the facts alone, in the caller's transaction
    Result<> make_due_rows(); // after a change of format

    // --- trust (trust.cpp) ---
    void load_revoked();
    [[nodiscard]] std::uint64_t trusted(const OriginState& state); // its facts up to here count
    // Its facts after `before` bring the last one that is trusted of a revoked device.
    [[nodiscard]] bool shows_whom_to_trust(const OriginState& state, std::uint64_t before) const;
    void apply_trust(); // to what is due
    void erase_personal(const Subject& purged);

    // --- dead badges (dead_badges.cpp) ---
    void note_badges(const Subject& subject, const Rows& before, const Rows& after);
    void apply_dead_badges();                                                     // to what is due
    [[nodiscard]] std::optional<AttendeeId> holder_of(const BadgeId& dead) const; // none: alive, or nobody's

    [[nodiscard]] std::string device_name(const DeviceId& device) const; // empty: not enrolled here yet

    // --- the end (wipe.cpp) ---
    void remove_files();

    // --- private values ---
    Result<> store_acknowledged();
    [[nodiscard]] std::optional<Bytes> private_value(std::string_view name) const;
    Result<> set_private_value(std::string_view name, ByteView value);
};

// A fact's key in the tables, the keys of a whole origin, and back.
std::int64_t fact_key(const OriginState& state, std::uint64_t seq);
std::uint64_t seq_of(std::int64_t fact_key);
std::int64_t origin_row_of(std::int64_t fact_key);

// The quarantine of what is kept without counting, and of a body that a purge took.
inline constexpr std::string_view after_revocation = "recorded beyond what is trusted of its revoked device";
inline constexpr std::string_view purged_body = "purged";

// Its files, from a folder whose lock is held; the database is closed.
void remove_ledger(const std::filesystem::path& folder);

// The private value that is all that a wiped ledger holds: why.
inline constexpr std::string_view wiped_name = "wiped";
// Beside the database: it was found damaged while a program used it.
inline constexpr const char* damage_file = "ledger.damaged";

// Why a fact of this kind by this role is kept but not folded; empty: it folds.
std::string role_objection(Kind kind, Role role);

bool is_programme_kind(Kind kind);

} // namespace foyer
