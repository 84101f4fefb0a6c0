// What the files of this room share behind ledger.h: the connection, the known origins, and the helpers of each part.
#pragma once

#include <set>

#include "sync/ledger/ledger.h"
#include "sync/ledger/sqlite.h"
#include "sync/summit/fold.h"

namespace foyer {

struct OriginState {
    std::int64_t row = 0; // key in the tables
    OriginId origin;
    DeviceId device;
    Role role = Role::door;
    Bytes public_key;
    Mark floor, staff;
};

// What one transaction changed: which subjects to fold again, and which of their rows can differ.
struct TouchedRows {
    std::set<Kind> kinds;
    std::set<FactId> facts;
};
using TouchedSubjects = std::map<Subject, TouchedRows>;

// Only the folder's owner writes: an flock that ends with the process.
class FolderLock {
public:
    static Result<FolderLock> take(const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_;
};

struct Ledger::Inside {
    Inside(std::filesystem::path where, Clock what_time, FolderLock held, std::unique_ptr<Database> opened)
        : folder(std::move(where)), clock(std::move(what_time)), lock(std::move(held)), database(std::move(opened)) {}

    std::filesystem::path folder;
    Clock clock;
    FolderLock lock;
    std::unique_ptr<Database> database;
    Identity identity;
    OriginId own;
    Hlc last_time;
    std::map<OriginId, OriginState> origins;
    std::map<std::int64_t, OriginId> origin_of_row;
    Programme programme;
    std::function<void()> listener;
    std::optional<Instant> centre_heard;
    std::uint64_t acknowledged = 0;
    bool acknowledged_changed = false; // written with the next append: an acknowledgement is not worth a disk flush

    // --- caches (ledger.cpp) ---
    Result<> load(); // everything above from the tables; also after a rollback
    void load_programme();
    OriginState& add_origin(const OriginId& origin, const Certificate& certificate);
    void store_marks(const OriginState& state);
    void committed(bool programme_changed);

    // --- facts (facts.cpp) ---
    struct NewFact {
        Header header;
        Bytes encoded; // header
        std::optional<Bytes> body;
        std::string quarantine;      // empty: folds
        std::optional<Body> decoded; // when body is there and well-formed
    };
    void insert(OriginState& state, const NewFact& fact, TouchedSubjects& touched);
    // Notes that the fact's subject must be folded again.
    void touch(const OriginState& state, const NewFact& fact, TouchedSubjects& touched);
    void insert_seal(const OriginState& state, ByteView signature);

    // --- fold (refold.cpp) ---
    std::vector<FoldFact> facts_of(const Subject& subject) const;
    // `fact_rows`: what facts_of would give now; saves reading them again.
    void refold(const Subject& subject, const TouchedRows& touched, std::vector<FoldFact> fact_rows);
    void refold_all(const TouchedSubjects& touched);

    // --- private values ---
    [[nodiscard]] std::optional<Bytes> private_value(std::string_view name) const;
    Result<> set_private_value(std::string_view name, ByteView value);
};

// Why a fact of this kind by this role is kept but not folded; empty: it folds.
std::string role_objection(Kind kind, Role role);

bool is_programme_kind(Kind kind);

} // namespace foyer
