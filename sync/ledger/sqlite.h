// SQLite as this room uses it: one connection, prepared statements kept, faults as values. The only pair that includes
// sqlite3.h. Single-threaded, like the ledger that owns it.
#pragma once

#include <filesystem>
#include <memory>
#include <unordered_map>

#include "sync/summit/bytes.h"
#include "sync/summit/fault.h"

struct sqlite3;
struct sqlite3_stmt;

namespace foyer {

class Database;

// One run of a prepared statement. Bind in order, then `step` row by row; the statement goes back when this dies.
class Query {
public:
    Query(Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    ~Query();

    Query& bind(std::int64_t value);
    Query& bind(std::uint64_t value) { return bind(static_cast<std::int64_t>(value)); }
    Query& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
    Query& bind(std::string_view value);
    Query& bind(const char* value) { return bind(std::string_view{value}); }
    Query& bind(const std::string& value) { return bind(std::string_view{value}); }
    Query& bind(ByteView value);
    Query& bind(const Bytes& value) { return bind(ByteView{value}); }
    template <class Value>
    Query& bind(const std::optional<Value>& value) {
        return value ? bind(*value) : bind_null();
    }
    Query& bind_null();
    // Without a copy: what is viewed outlives the run.
    Query& bind_lasting(ByteView value);
    Query& bind_lasting(std::string_view value);

    // True: a row is there. False: no more rows, or a failure that `Database::trouble` holds.
    bool step();
    // Runs to the end; the failure, if any.
    Result<> run();

    // Columns of the current row, from 0. Views last until the next step.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t unsigned_integer(int column) const {
        return static_cast<std::uint64_t>(integer(column));
    }
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] ByteView bytes(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] int columns() const;

private:
    Database* database_;
    sqlite3_stmt* statement_;
    int bound_ = 0;
};

class Database {
public:
    // Opens or creates; WAL, synchronous=FULL, one connection that also does every checkpoint.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // One statement, prepared once and kept. Only one run of it at a time.
    Query query(std::string_view sql);
    Result<> execute(const std::string& script); // several statements, no parameters
    // The last failure, as a sentence with the file's name. A transaction begins without one, and so does a reader who
    // says so; within a transaction a failure stays until its end.
    [[nodiscard]] const std::optional<Fault>& trouble() const { return trouble_; }
    void begin_reading() {
        if (!in_transaction_) trouble_.reset();
    }
    void note(int code); // called by Query
    // A page that is not what SQLite wrote was met: nothing that was read can be trusted from then on.
    [[nodiscard]] const std::optional<Fault>& damage() const { return damage_; }

private:
    explicit Database(std::filesystem::path file) : file_(std::move(file)) {}
    void write_over();
    friend class Transaction;
    std::filesystem::path file_;
    sqlite3* handle_ = nullptr;
    struct Hashed : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, sqlite3_stmt*, Hashed, std::equal_to<>> statements_;
    [[nodiscard]] bool is_stopped() const { return in_transaction_ && trouble_; }
    friend class Query;
    std::optional<Fault> trouble_, damage_;
    bool in_transaction_ = false;
};

// BEGIN IMMEDIATE ... COMMIT, or ROLLBACK when it dies uncommitted. `commit` fails when any statement since failed.
// After a failure no statement runs until the end of the transaction: SQLite may have rolled back by itself (a full
// disk), and what followed would be committed alone.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Result<> commit();
    // Back to what was there before; the database is free of trouble then, and can be read.
    void roll_back();

private:
    Database& database_;
};

} // namespace foyer
