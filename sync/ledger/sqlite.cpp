#include "sync/ledger/sqlite.h"

#include <cassert>
#include <sqlite3.h>

#include "sync/ledger/version.h"

namespace foyer {

static FaultKind kind_of(int code) {
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return FaultKind::corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return FaultKind::busy;
    case SQLITE_PERM:
    case SQLITE_AUTH: return FaultKind::not_allowed;
    default: return FaultKind::disk;
    }
}

static std::string advice(int code) {
    switch (code & 0xff) {
    case SQLITE_FULL: return " (the disk is full: free some space; nothing recorded so far is lost)";
    case SQLITE_READONLY: return " (the folder or file is read-only: make it writable for this user)";
    case SQLITE_NOTADB: return " (this is no Foyer ledger)";
    default: return "";
    }
}

Query::Query(Query&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)), bound_(other.bound_) {}

Query::~Query() {
    if (!statement_) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Query& Query::bind(std::int64_t value) {
    sqlite3_bind_int64(statement_, ++bound_, value);
    return *this;
}

Query& Query::bind(std::string_view value) {
    sqlite3_bind_text64(statement_, ++bound_, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
    return *this;
}

Query& Query::bind(ByteView value) {
    static constexpr std::uint8_t nothing = 0;
    sqlite3_bind_blob64(statement_, ++bound_, value.data() ? value.data() : &nothing, value.size(), SQLITE_TRANSIENT);
    return *this;
}

Query& Query::bind_lasting(ByteView value) {
    static constexpr std::uint8_t nothing = 0;
    sqlite3_bind_blob64(statement_, ++bound_, value.data() ? value.data() : &nothing, value.size(), SQLITE_STATIC);
    return *this;
}

Query& Query::bind_lasting(std::string_view value) {
    sqlite3_bind_text64(statement_, ++bound_, value.data() ? value.data() : "", value.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
    return *this;
}

Query& Query::bind_null() {
    sqlite3_bind_null(statement_, ++bound_);
    return *this;
}

bool Query::step() {
    if (!statement_ || database_->is_stopped()) return false;
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) database_->note(code);
    return code == SQLITE_ROW;
}

Result<> Query::run() {
    if (!statement_ || database_->is_stopped()) return std::unexpected(*database_->trouble());
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = sqlite3_step(statement_);
    if (code == SQLITE_DONE) return {};
    database_->note(code);
    return std::unexpected(*database_->trouble());
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }
std::string Query::text(int column) const { return std::string{as_text(bytes(column))}; }
bool Query::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

int Query::columns() const { return sqlite3_column_count(statement_); }

ByteView Query::bytes(int column) const {
    const void* data = sqlite3_column_blob(statement_, column);
    return {static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Bytes Query::blob(int column) const {
    const ByteView view = bytes(column);
    return {view.begin(), view.end()};
}

// A program that was killed may have written a transaction into the log and not flushed it. SQLite takes it for
// committed; without this it would be told to peers as held, and be gone after a power cut.
static int flush_log(sqlite3* handle) {
    sqlite3_file* log = nullptr;
    const int code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    return code == SQLITE_OK && log && log->pMethods ? log->pMethods->xSync(log, SQLITE_SYNC_NORMAL) : code;
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file) {
    std::unique_ptr<Database> database(new Database(file));
    // Nobody asks how much memory it uses, which costs a lock at each allocation; and no two threads use one
    // connection.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    const int code = sqlite3_open_v2(file.c_str(), &database->handle_,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        database->note(code);
        return std::unexpected(*database->trouble_);
    }
    sqlite3_extended_result_codes(database->handle_, 1);
    if (auto r = database->execute(
            "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF;"
            "PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY;"
            "PRAGMA secure_delete=ON;");
        !r)
        return std::unexpected(r.error());
    if (const int flushed = flush_log(database->handle_); flushed != SQLITE_OK) {
        database->note(flushed);
        return std::unexpected(*database->trouble_);
    }
    return database;
}

Database::~Database() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
}

Query Database::query(std::string_view sql) {
    auto kept = statements_.find(sql);
    if (kept == statements_.end()) kept = statements_.emplace(sql, nullptr).first;
    sqlite3_stmt*& statement = kept->second;
    if (!statement) {
        const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) note(code);
    }
    assert(!statement || !sqlite3_stmt_busy(statement)); // one run of a statement at a time
    return {*this, statement};
}

Result<> Database::execute(const std::string& script) {
    const int code = sqlite3_exec(handle_, script.c_str(), nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return {};
    note(code);
    return std::unexpected(*trouble_);
}

// A commit whose flush failed was taken back, but stands in the log like one that was made until something else is
// written in its place: who copies the files, or opens them after a kill, would have facts that were never told to
// anybody and whose numbers others have since. So the version is written again, which changes nothing.
void Database::write_over() {
    std::string version;
    if (auto row = query("PRAGMA user_version"); row.step()) version = row.text(0);
    if (!version.empty()) (void)execute("PRAGMA user_version = " + version);
}

void Database::note(int code) {
    const std::string reason = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
    trouble_ = Fault{kind_of(code), file_.string() + ": " + reason + advice(code)};
    if (trouble_->kind == FaultKind::corrupt) damage_ = trouble_;
}

Transaction::Transaction(Database& database) : database_(database) {
    database_.trouble_.reset();
    (void)database_.query("BEGIN IMMEDIATE").run();
    database_.in_transaction_ = true; // also when it did not begin: then nothing runs
}

Transaction::~Transaction() {
    const auto why = database_.trouble_;
    if (!database_.in_transaction_) return;
    roll_back();
    database_.trouble_ = why;
}

void Transaction::roll_back() {
    database_.in_transaction_ = false;
    (void)database_.query("ROLLBACK").run(); // fails when SQLite has done so by itself, which is as good
    database_.trouble_.reset();
}

Result<> Transaction::commit() {
    if (database_.trouble_) return std::unexpected(*database_.trouble_);
    const auto committed = database_.query("COMMIT").run();
    if (!committed) {
        roll_back();
        database_.write_over();
        database_.trouble_ = committed.error();
    }
    database_.in_transaction_ = false;
    return committed;
}

std::string sqlite_version() { return sqlite3_libversion(); }

} // namespace foyer
