// PostgreSQL as this room uses it: one connection, statements with typed parameters, faults as values. The only pair
// that includes libpq-fe.h.
//
// A connection belongs to one thread, which waits in it; nothing waits longer than the deadline. After a fault of
// kind network the connection is of no use any more (`is_lost`): whether a commit that was under way came to pass is
// unknown, so whatever is written here must bear being written twice.
#pragma once

#include <memory>
#include <vector>

#include "sync/summit/bytes.h"
#include "sync/summit/fault.h"
#include "sync/summit/instant.h"

struct pg_conn;
struct pg_result;

namespace foyer {

// Something another thread may do to a waiting one: `raise` ends its wait.
class Wake {
public:
    Wake();
    ~Wake();
    Wake(const Wake&) = delete;
    Wake& operator=(const Wake&) = delete;
    void raise() const;
    void lower() const;
    [[nodiscard]] int file() const { return file_; }

private:
    int file_;
};

// The values of one statement, in order: $1, $2...
class Parameters {
public:
    Parameters& bytes(ByteView value);
    Parameters& text(std::string_view value);
    Parameters& integer(std::int64_t value);
    Parameters& integer(std::uint64_t value) { return integer(static_cast<std::int64_t>(value)); }
    Parameters& null_text();
    // Columns of many rows, for unnest(): bytea[] and bigint[].
    Parameters& column(const std::vector<std::optional<Bytes>>& values);
    Parameters& column(const std::vector<std::int64_t>& values);

private:
    friend class Postgres;
    Parameters& add(unsigned type, std::optional<Bytes> value);
    std::vector<unsigned> types_;
    std::vector<std::optional<Bytes>> values_;
};

// Rows for COPY ... FROM STDIN (FORMAT binary): each begins with `row`, then its columns in the table's order.
class CopyRows {
public:
    CopyRows();
    CopyRows& row(std::size_t columns);
    CopyRows& bytes(ByteView value);
    CopyRows& bytes(const std::optional<Bytes>& value);
    CopyRows& bigint(std::uint64_t value);
    CopyRows& integer(int value);
    CopyRows& smallint(int value);
    [[nodiscard]] Bytes end(); // all of it

private:
    Bytes out_;
};

// What a statement gave: cells by row and column, from 0. Views last as long as the rows.
class Table {
public:
    explicit Table(pg_result* result) : result_(result) {}
    Table(Table&& other) noexcept : result_(std::exchange(other.result_, nullptr)) {}
    Table& operator=(Table&&) = delete;
    ~Table();
    [[nodiscard]] int size() const;
    [[nodiscard]] std::int64_t changed() const; // rows that an INSERT, UPDATE or DELETE touched
    [[nodiscard]] bool is_null(int row, int column) const;
    [[nodiscard]] ByteView bytes(int row, int column) const;
    [[nodiscard]] Bytes blob(int row, int column) const;
    [[nodiscard]] std::string text(int row, int column) const;
    [[nodiscard]] std::int64_t integer(int row, int column) const; // bigint, integer, smallint or boolean
    [[nodiscard]] std::uint64_t unsigned_integer(int row, int column) const {
        return static_cast<std::uint64_t>(integer(row, column));
    }

private:
    pg_result* result_;
};

class Postgres {
public:
    struct Options {
        Milliseconds connect_max{3'000}; // for each host of the URL
        Milliseconds deadline{10'000};   // for each statement; a commit that waits for a standby included
        const Wake* stop = nullptr;      // raised: whatever waits ends at once, with the connection
    };
    // "postgresql://user@h1,h2/db?..." or "host=h1,h2 dbname=...". Of several hosts the one that takes writes is
    // chosen. Faults: bad_input (no such URL), network (nobody there, or nobody that takes writes), not_allowed
    // (password, rights).
    static Result<std::unique_ptr<Postgres>> connect(const std::string& url, Options options);
    ~Postgres();
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;

    Result<Table> query(const std::string& sql, const Parameters& parameters = {});
    Result<> execute(const std::string& script); // several statements, no parameters
    // COPY ... FROM STDIN with these rows, as the statement's format wants them.
    Result<> copy_in(const std::string& sql, ByteView rows);

    // Until `wake` is raised, somebody notified this session, or `longest` is over. False: the connection is lost.
    bool wait(const Wake& wake, Milliseconds longest);
    bool take_notification(); // whether one came since it was last asked

    [[nodiscard]] bool is_lost() const { return lost_; }
    // The last transaction failed by a conflict with another session: it may be tried again.
    [[nodiscard]] bool may_retry() const { return may_retry_; }
    [[nodiscard]] std::string host() const; // "10.0.0.5:5432", for people
    [[nodiscard]] int server_version() const;

private:
    Postgres(pg_conn* connection, Options options) : connection_(connection), options_(options) {}
    Result<Table> take_result();
    Result<> send(bool sent);
    Result<> await(std::chrono::steady_clock::time_point until);
    std::unexpected<Fault> failed(const pg_result* result);
    std::unexpected<Fault> lose(const std::string& why);

    pg_conn* connection_;
    Options options_;
    bool lost_ = false;
    bool may_retry_ = false;
    bool warned_ = false; // the server sent a warning
    friend class PostgresTransaction;
};

// BEGIN ... COMMIT, or ROLLBACK when it dies uncommitted.
class PostgresTransaction {
public:
    static Result<PostgresTransaction> begin(Postgres& postgres);
    PostgresTransaction(PostgresTransaction&& other) noexcept : postgres_(std::exchange(other.postgres_, nullptr)) {}
    PostgresTransaction& operator=(PostgresTransaction&&) = delete;
    ~PostgresTransaction();
    // Done: on disk here and, where a synchronous standby is named, there too. A network fault: nobody knows.
    Result<> commit();

private:
    explicit PostgresTransaction(Postgres& postgres) : postgres_(&postgres) {}
    Postgres* postgres_;
};

// The URL without its password, for people and logs.
std::string without_password(const std::string& url);

} // namespace foyer
