#include "sync/central/postgres.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <map>

namespace foyer {

namespace {

// Types of parameters, by the numbers that PostgreSQL's catalogue gives them.
constexpr Oid bytea = 17, bigint = 20, text_type = 25, bytea_array = 1001, bigint_array = 1016;
constexpr int binary = 1;

void put(Bytes& out, std::uint64_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(value >> static_cast<unsigned>(shift)));
}

// dimensions, has nulls, type of the elements, their number, index of the first
Bytes array_head(Oid element, std::size_t size, bool nulls) {
    Bytes out;
    for (const std::uint64_t word :
         {std::uint64_t{1}, std::uint64_t{nulls}, std::uint64_t{element}, std::uint64_t{size}, std::uint64_t{1}})
        put(out, word, 4);
    return out;
}

// libpq's sentences end in a line break and may go over several lines.
std::string sentence(const char* message) {
    std::string text = message == nullptr ? "" : message;
    if (const auto hint = text.find("\n\t"); hint != std::string::npos) text.resize(hint);
    while (!text.empty() && (text.back() == '\n' || text.back() == '.')) text.pop_back();
    std::ranges::replace(text, '\n', ' ');
    return text;
}

struct Conninfo {
    explicit Conninfo(const std::string& url) : options(PQconninfoParse(url.c_str(), &error)) {}
    ~Conninfo() {
        PQconninfoFree(options);
        PQfreemem(error);
    }
    Conninfo(const Conninfo&) = delete;
    Conninfo& operator=(const Conninfo&) = delete;
    char* error = nullptr;
    PQconninfoOption* options;
};

} // namespace

// --- Wake --------------------------------------------------------------------------------------------------------

Wake::Wake() : file_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) { assert(file_ >= 0); }
Wake::~Wake() { ::close(file_); }

void Wake::raise() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(file_, &one, sizeof one); // full: it is raised already
}

void Wake::lower() const {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto read = ::read(file_, &count, sizeof count); // empty: it was not raised
}

// --- parameters and rows -----------------------------------------------------------------------------------------

Parameters& Parameters::add(unsigned type, std::optional<Bytes> value) {
    types_.push_back(type);
    values_.push_back(std::move(value));
    return *this;
}

Parameters& Parameters::bytes(ByteView value) { return add(bytea, Bytes(value.begin(), value.end())); }
Parameters& Parameters::text(std::string_view value) { return add(text_type, Bytes(value.begin(), value.end())); }
Parameters& Parameters::null_text() { return add(text_type, std::nullopt); }

Parameters& Parameters::integer(std::int64_t value) {
    Bytes out;
    put(out, static_cast<std::uint64_t>(value), 8);
    return add(bigint, std::move(out));
}

Parameters& Parameters::column(const std::vector<std::optional<Bytes>>& values) {
    const bool nulls = std::ranges::any_of(values, [](const auto& value) { return !value; });
    Bytes out = array_head(bytea, values.size(), nulls);
    for (const auto& value : values) {
        put(out, value ? value->size() : ~std::uint64_t{0}, 4);
        if (value) out.insert(out.end(), value->begin(), value->end());
    }
    return add(bytea_array, std::move(out));
}

Parameters& Parameters::column(const std::vector<std::int64_t>& values) {
    Bytes out = array_head(bigint, values.size(), false);
    for (const std::int64_t value : values) {
        put(out, 8, 4);
        put(out, static_cast<std::uint64_t>(value), 8);
    }
    return add(bigint_array, std::move(out));
}

static void put_number(Bytes& out, std::uint64_t value, int bytes) {
    put(out, static_cast<std::uint64_t>(bytes), 4);
    put(out, value, bytes);
}

CopyRows::CopyRows() {
    static constexpr std::string_view signature("PGCOPY\n\xff\r\n\0", 11);
    out_.assign(signature.begin(), signature.end());
    put(out_, 0, 8); // no flags, no extension
}

CopyRows& CopyRows::row(std::size_t columns) {
    put(out_, columns, 2);
    return *this;
}

CopyRows& CopyRows::bytes(ByteView value) {
    put(out_, value.size(), 4);
    out_.insert(out_.end(), value.begin(), value.end());
    return *this;
}

CopyRows& CopyRows::bytes(const std::optional<Bytes>& value) {
    if (value) return bytes(ByteView{*value});
    put(out_, ~std::uint64_t{0}, 4);
    return *this;
}

CopyRows& CopyRows::bigint(std::uint64_t value) { return put_number(out_, value, 8), *this; }
CopyRows& CopyRows::integer(int value) { return put_number(out_, static_cast<std::uint64_t>(value), 4), *this; }
CopyRows& CopyRows::smallint(int value) { return put_number(out_, static_cast<std::uint64_t>(value), 2), *this; }

Bytes CopyRows::end() {
    put(out_, 0xffff, 2);
    return std::exchange(out_, {});
}

Table::~Table() { PQclear(result_); }
int Table::size() const { return PQntuples(result_); }
bool Table::is_null(int row, int column) const { return PQgetisnull(result_, row, column) != 0; }

std::int64_t Table::changed() const {
    const char* count = PQcmdTuples(result_);
    return *count == '\0' ? 0 : std::stoll(count);
}

ByteView Table::bytes(int row, int column) const {
    return {reinterpret_cast<const std::uint8_t*>(PQgetvalue(result_, row, column)),
            static_cast<std::size_t>(PQgetlength(result_, row, column))};
}

Bytes Table::blob(int row, int column) const {
    const ByteView view = bytes(row, column);
    return {view.begin(), view.end()};
}

std::string Table::text(int row, int column) const { return std::string(as_text(bytes(row, column))); }

std::int64_t Table::integer(int row, int column) const {
    const ByteView cell = bytes(row, column);
    assert(cell.size() <= 8);
    std::uint64_t value = !cell.empty() && (cell[0] & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (const std::uint8_t byte : cell) value = value << 8U | byte;
    return static_cast<std::int64_t>(value);
}

// --- connecting --------------------------------------------------------------------------------------------------

std::string without_password(const std::string& url) {
    const Conninfo info(url);
    if (info.options == nullptr) return "the store";
    const auto value = [&](std::string_view name) -> std::string {
        for (const PQconninfoOption* o = info.options; o->keyword != nullptr; ++o)
            if (name == o->keyword && o->val != nullptr) return o->val;
        return "";
    };
    const std::string host = value("host").empty() ? "localhost" : value("host");
    return host + (value("port").empty() ? "" : ":" + value("port")) + "/" + value("dbname");
}

static FaultKind kind_of_refusal(const std::string& message) {
    for (const char* sign : {"password", "authentication", "pg_hba.conf", "permission denied", "role \""})
        if (message.find(sign) != std::string::npos) return FaultKind::not_allowed;
    return message.find("database \"") != std::string::npos ? FaultKind::not_found : FaultKind::network;
}

static void note_warning(void* warned, const PGresult* notice) {
    const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity != nullptr && std::string_view(severity) == "WARNING") *static_cast<bool*>(warned) = true;
}

Result<std::unique_ptr<Postgres>> Postgres::connect(const std::string& url, Options options) {
    const Conninfo info(url);
    if (info.options == nullptr)
        return fault(FaultKind::bad_input, "The store's address cannot be read (" + sentence(info.error) +
                                               "): write postgresql://user@host1,host2/database.");
    // What the URL does not say: which host, and that a dead one is noticed.
    const std::string seconds = std::to_string(std::max<std::int64_t>(2, options.connect_max.count() / 1000));
    const std::string unanswered = std::to_string(options.deadline.count());
    std::map<std::string, std::string> values = {{"target_session_attrs", "read-write"}, {"connect_timeout", seconds},
                                                 {"tcp_user_timeout", unanswered},       {"keepalives_idle", "5"},
                                                 {"keepalives_interval", "2"},           {"keepalives_count", "3"},
                                                 {"fallback_application_name", "foyer"}};
    for (const PQconninfoOption* o = info.options; o->keyword != nullptr; ++o)
        if (o->val != nullptr) values[o->keyword] = o->val;
    std::vector<const char*> names, given;
    for (const auto& [name, value] : values) {
        names.push_back(name.c_str());
        given.push_back(value.c_str());
    }
    names.push_back(nullptr);
    given.push_back(nullptr);
    std::unique_ptr<Postgres> postgres(new Postgres(PQconnectdbParams(names.data(), given.data(), 0), options));
    if (PQstatus(postgres->connection_) != CONNECTION_OK) {
        const std::string why = sentence(PQerrorMessage(postgres->connection_));
        return fault(kind_of_refusal(why),
                     "The store at " + without_password(url) + " cannot be reached: " + why + ".");
    }
    PQsetNoticeReceiver(postgres->connection_, note_warning, &postgres->warned_);
    PQsetnonblocking(postgres->connection_, 1);
    // What is acknowledged must be on disk, whatever the server's own default; stricter settings stay. The deadline
    // is ours: a server that cancels a commit waiting for its standby calls it done.
    if (auto set = postgres->execute("SET statement_timeout = 0; SELECT set_config('synchronous_commit', 'on', false) "
                                     "WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')");
        !set)
        return std::unexpected(set.error());
    return postgres;
}

Postgres::~Postgres() { PQfinish(connection_); }

std::string Postgres::host() const {
    const char *host = PQhost(connection_), *port = PQport(connection_);
    return std::string(host == nullptr ? "" : host) + ":" + (port == nullptr ? "" : port);
}

int Postgres::server_version() const { return PQserverVersion(connection_); }

// --- statements --------------------------------------------------------------------------------------------------

std::unexpected<Fault> Postgres::lose(const std::string& why) {
    lost_ = true;
    return fault(FaultKind::network, "The connection to the store at " + host() + " was lost: " + why + ".");
}

std::unexpected<Fault> Postgres::failed(const pg_result* result) {
    if (PQstatus(connection_) != CONNECTION_OK) return lose(sentence(PQerrorMessage(connection_)));
    const char* code = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string_view state = code == nullptr ? "" : code;
    const char* primary = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const std::string why = primary == nullptr ? sentence(PQerrorMessage(connection_)) : sentence(primary);
    may_retry_ = state.starts_with("40"); // a deadlock, or a serialization failure
    // It became a standby, or goes down: another host may be the one to ask.
    if (state == "25006" || state.starts_with("57P")) return lose(why);
    const FaultKind kind = state.starts_with("53")                              ? FaultKind::disk
                           : state == "42501"                                   ? FaultKind::not_allowed
                           : state.starts_with("42") || state.starts_with("3F") ? FaultKind::not_found
                                                                                : FaultKind::disk;
    return fault(kind, "The store at " + host() + " refused: " + why + ".");
}

Result<> Postgres::await(std::chrono::steady_clock::time_point until) {
    for (;;) {
        const int unsent = PQflush(connection_);
        if (unsent < 0 || PQconsumeInput(connection_) == 0) return lose(sentence(PQerrorMessage(connection_)));
        if (unsent == 0 && PQisBusy(connection_) == 0) return {};
        const auto left = std::chrono::ceil<Milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0) return lose("no answer within " + std::to_string(options_.deadline.count()) + " ms");
        pollfd files[2] = {{PQsocket(connection_), static_cast<short>(POLLIN | (unsent > 0 ? POLLOUT : 0)), 0},
                           {options_.stop == nullptr ? -1 : options_.stop->file(), POLLIN, 0}};
        ::poll(files, 2, static_cast<int>(left.count()));
        if ((files[1].revents & POLLIN) != 0) return lose("it was closed here");
    }
}

Result<> Postgres::send(bool sent) {
    if (lost_ || !sent) return lose(sentence(PQerrorMessage(connection_)));
    return {};
}

// The last of a statement's results: a script has several, and the first failure ends it.
Result<Table> Postgres::take_result() {
    const auto until = std::chrono::steady_clock::now() + options_.deadline;
    std::optional<Table> last;
    std::optional<Fault> trouble;
    for (;;) {
        if (auto there = await(until); !there) return std::unexpected(there.error());
        pg_result* result = PQgetResult(connection_);
        if (result == nullptr) break;
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
            if (!trouble) trouble = failed(result).error();
            PQclear(result);
            if (lost_) break;
            continue;
        }
        last.reset();
        last.emplace(result);
        if (status == PGRES_COPY_IN) break;
    }
    if (trouble) return std::unexpected(*trouble);
    if (!last) return failed(nullptr);
    return std::move(*last);
}

Result<Table> Postgres::query(const std::string& sql, const Parameters& parameters) {
    std::vector<const char*> values;
    std::vector<int> lengths, formats;
    for (const auto& value : parameters.values_) {
        // An empty value is not the missing one.
        values.push_back(!value ? nullptr : value->empty() ? "" : reinterpret_cast<const char*>(value->data()));
        lengths.push_back(value ? static_cast<int>(value->size()) : 0);
        formats.push_back(binary);
    }
    const bool sent =
        !lost_ && PQsendQueryParams(connection_, sql.c_str(), static_cast<int>(values.size()), parameters.types_.data(),
                                    values.data(), lengths.data(), formats.data(), binary) == 1;
    if (auto there = send(sent); !there) return std::unexpected(there.error());
    return take_result();
}

Result<> Postgres::execute(const std::string& script) {
    if (auto there = send(!lost_ && PQsendQuery(connection_, script.c_str()) == 1); !there) return there;
    auto done = take_result();
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<> Postgres::copy_in(const std::string& sql, ByteView rows) {
    if (auto ready = execute(sql); !ready) return ready;
    static constexpr std::size_t piece = 256 * 1024;
    const auto until = std::chrono::steady_clock::now() + options_.deadline;
    for (std::size_t at = 0; at < rows.size();) {
        const std::size_t size = std::min(piece, rows.size() - at);
        const int put_result =
            PQputCopyData(connection_, reinterpret_cast<const char*>(rows.data() + at), static_cast<int>(size));
        if (put_result < 0) return lose(sentence(PQerrorMessage(connection_)));
        if (put_result == 1) at += size;
        if (PQflush(connection_) < 0) return lose(sentence(PQerrorMessage(connection_)));
        if (put_result == 1) continue;
        if (std::chrono::steady_clock::now() > until) return lose("no answer in time");
        pollfd file{PQsocket(connection_), POLLOUT | POLLIN, 0};
        ::poll(&file, 1, 100);
    }
    if (PQputCopyEnd(connection_, nullptr) < 0) return lose(sentence(PQerrorMessage(connection_)));
    auto done = take_result();
    if (!done) return std::unexpected(done.error());
    return {};
}

// --- notifications -----------------------------------------------------------------------------------------------

bool Postgres::wait(const Wake& wake, Milliseconds longest) {
    if (lost_) return false;
    pollfd files[2] = {{PQsocket(connection_), POLLIN, 0}, {wake.file(), POLLIN, 0}};
    ::poll(files, 2, static_cast<int>(longest.count()));
    if (PQconsumeInput(connection_) == 0) (void)lose(sentence(PQerrorMessage(connection_)));
    return !lost_;
}

bool Postgres::take_notification() {
    bool any = false;
    while (PGnotify* note = PQnotifies(connection_)) {
        PQfreemem(note);
        any = true;
    }
    return any;
}

// --- transactions ------------------------------------------------------------------------------------------------

Result<PostgresTransaction> PostgresTransaction::begin(Postgres& postgres) {
    postgres.may_retry_ = false;
    if (auto begun = postgres.execute("BEGIN"); !begun) return std::unexpected(begun.error());
    return PostgresTransaction(postgres);
}

PostgresTransaction::~PostgresTransaction() {
    if (postgres_ != nullptr && !postgres_->is_lost()) (void)postgres_->execute("ROLLBACK");
}

// A commit whose wait for the standby was cancelled succeeds, with a warning: it is on one disk only.
Result<> PostgresTransaction::commit() {
    Postgres& postgres = *std::exchange(postgres_, nullptr);
    postgres.warned_ = false;
    auto done = postgres.execute("COMMIT");
    if (done && postgres.warned_) return postgres.lose("the commit did not wait for the standby");
    return done;
}

} // namespace foyer
