#include "sync/central/analysts.h"

#include <future>

#include <poll.h>

#include "sync/central/schema.h"

namespace foyer {

// A few ms of the ledger's thread, and one transaction of the cluster.
static constexpr std::size_t attendees_at_once = 200;

// Of whom the rows are to be written again.
struct Analysts::Following {
    explicit Following(Ledger& its_ledger) : ledger(its_ledger) {}
    Batch next(bool from_start);

    void touch(const Subject& subject);

    Ledger& ledger;
    bool follows = false; // another hub writes, until this one is asked for everybody
    std::set<std::string> touched;
    bool programme_touched = false;
    std::optional<AttendeeId> gone_through; // up to here; none: everybody
};

void Analysts::Following::touch(const Subject& subject) {
    if (!follows) return;
    switch (subject.kind) {
    case SubjectKind::attendee: touched.insert(subject.id); break;
    case SubjectKind::summit: // names are said in its first language
    case SubjectKind::place:
    case SubjectKind::forum:
    case SubjectKind::session: programme_touched = true; break;
    default: break;
    }
}

Analysts::Batch Analysts::Following::next(bool from_start) {
    if (from_start) {
        touched.clear();
        follows = programme_touched = true;
        gone_through = AttendeeId{""};
    }
    Batch batch;
    while (!touched.empty() && batch.attendees.size() < attendees_at_once)
        batch.attendees.push_back({touched.extract(touched.begin()).value()});
    if (batch.attendees.empty() && gone_through) {
        batch.all_after = gone_through;
        batch.attendees = ledger.attendees_after(*gone_through, attendees_at_once);
        batch.is_end = batch.attendees.empty();
        gone_through = batch.is_end ? std::nullopt : std::optional{batch.attendees.back()};
    }
    batch.report = ledger.report(batch.attendees);
    if (std::exchange(programme_touched, false)) batch.programme = ledger.programme_report();
    batch.whole = !gone_through && touched.empty();
    return batch;
}

Analysts::Analysts(Ledger& ledger, Options options, Post post)
    : options_(std::move(options)), post_(std::move(post)), following_(std::make_shared<Following>(ledger)) {
    ledger.on_touched([following = std::weak_ptr(following_)](const Subject& subject) {
        if (const auto there = following.lock()) there->touch(subject);
    });
    thread_ = std::thread([this] { serve(); });
}

Analysts::~Analysts() {
    stopping_ = true;
    stop_.raise();
    thread_.join();
    following_->ledger.on_touched({});
}

// --- the thread ----------------------------------------------------------------------------------------------------

void Analysts::serve() {
    while (!stopping_) {
        auto postgres = Postgres::connect(options_.url, {.stop = &stop_});
        if (postgres) (void)write_on(**postgres);
        // The hub's other connection says what is wrong with the cluster; here there is nothing to add to it.
        pause(options_.lock_every);
    }
}

// Until the connection or the hub ends.
Result<> Analysts::write_on(Postgres& postgres) {
    if (auto there = check_tables(postgres); !there) return there;
    // Nothing here is worth a wait for a disk: it can be made again.
    if (auto set = postgres.execute("SET synchronous_commit = off"); !set) return set;
    bool is_writer = false, from_start = true;
    while (!stopping_) {
        if (!is_writer) {
            const auto locked = postgres.query("SELECT pg_try_advisory_lock(hashtext('foyer reports'))");
            if (!locked) return std::unexpected(locked.error());
            is_writer = locked->integer(0, 0) != 0;
            if (!is_writer) {
                pause(options_.lock_every);
                continue;
            }
        }
        const auto batch = ask(std::exchange(from_start, false));
        if (!batch) return {};
        if (auto written = write(postgres, *batch); !written) return written;
        if (batch->whole) pause(options_.look_every);
    }
    return {};
}

void Analysts::pause(Milliseconds time) const {
    pollfd file{stop_.file(), POLLIN, 0};
    ::poll(&file, 1, static_cast<int>(time.count()));
}

// The ledger's thread may end meanwhile, and drop what was posted.
std::optional<Analysts::Batch> Analysts::ask(bool from_start) {
    const auto answer = std::make_shared<std::promise<Batch>>();
    auto came = answer->get_future();
    post_([answer, from_start, following = std::weak_ptr(following_)] {
        if (const auto there = following.lock()) answer->set_value(there->next(from_start));
    });
    while (!stopping_)
        if (came.wait_for(std::chrono::milliseconds{100}) == std::future_status::ready) return came.get();
    return std::nullopt;
}

namespace {

std::string columns_of(std::string_view table) {
    if (table == "attendee") return "attendee, category, organisation, country, delegation, forums, withdrawn";
    if (table == "attendance")
        return "attendee, origin, seq, event, reason, place, checkpoint, happened, recorded, observed, voided";
    if (table == "presence") return "attendee, place, first_entered, last_entered, entries, inside";
    if (table == "place") return "place, parent, name, capacity";
    if (table == "forum") return "forum, name, place";
    return "session, forum, place, title, starts, ends";
}

// As COPY's text format has it. PostgreSQL's text holds no NUL.
void add_cell(std::string& line, const std::optional<std::string>& cell) {
    if (!cell) {
        line += "\\N";
        return;
    }
    for (const char c : *cell) {
        if (c == '\\')
            line += "\\\\";
        else if (c == '\t')
            line += "\\t";
        else if (c == '\n')
            line += "\\n";
        else if (c == '\r')
            line += "\\r";
        else if (c != '\0')
            line += c;
    }
}

Result<> copy_rows(Postgres& postgres, const Report::Rows& rows) {
    if (rows.rows.empty()) return {};
    std::string lines;
    for (const Report::Cells& row : rows.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) lines += '\t';
            add_cell(lines, row[i]);
        }
        lines += '\n';
    }
    const std::string table = "foyer_reports." + std::string(rows.table);
    return postgres.copy_in("COPY " + table + "(" + columns_of(rows.table) + ") FROM STDIN", as_bytes(lines));
}

std::vector<std::optional<Bytes>> texts(const std::vector<AttendeeId>& ids) {
    std::vector<std::optional<Bytes>> column;
    for (const AttendeeId& id : ids) column.emplace_back(Bytes(as_bytes(id.text).begin(), as_bytes(id.text).end()));
    return column;
}

Result<> erase_rows(Postgres& postgres, const std::string& where, const Parameters& parameters) {
    for (const char* table : {"attendee", "attendance", "presence"}) {
        const auto erased = postgres.query(std::string("DELETE FROM foyer_reports.") + table + where, parameters);
        if (!erased) return std::unexpected(erased.error());
    }
    return {};
}

Result<> erase_rows(Postgres& postgres, const std::vector<AttendeeId>& of) {
    return erase_rows(postgres,
                      " WHERE attendee = ANY(ARRAY(SELECT convert_from(id, 'UTF8') COLLATE \"C\" FROM unnest($1) id))",
                      Parameters().column(texts(of)));
}

} // namespace

Result<> Analysts::write(Postgres& postgres, const Batch& batch) const {
    if (batch.is_empty()) return {};
    auto transaction = PostgresTransaction::begin(postgres);
    if (!transaction) return std::unexpected(transaction.error());
    Result<> done;
    if (!batch.all_after)
        done = erase_rows(postgres, batch.attendees);
    else if (batch.is_end)
        done = erase_rows(postgres, " WHERE attendee > $1", Parameters().text(batch.all_after->text));
    else
        done = erase_rows(postgres, " WHERE attendee > $1 AND attendee <= $2",
                          Parameters().text(batch.all_after->text).text(batch.attendees.back().text));
    if (done && batch.programme)
        done = postgres.execute("DELETE FROM foyer_reports.place; DELETE FROM foyer_reports.forum; "
                                "DELETE FROM foyer_reports.session");
    for (const Report* report : {&batch.report, batch.programme ? &*batch.programme : nullptr})
        for (const Report::Rows& rows : report ? report->tables : std::vector<Report::Rows>{})
            if (done) done = copy_rows(postgres, rows);
    if (!done) return done;
    const auto told =
        postgres.query("INSERT INTO foyer_reports.written VALUES (true, $1, now(), $2 <> 0) ON CONFLICT (one) "
                       "DO UPDATE SET hub = $1, as_of = now(), whole = $2 <> 0",
                       Parameters().text(options_.hub_name).integer(std::int64_t{batch.whole ? 1 : 0}));
    if (!told) return std::unexpected(told.error());
    return transaction->commit();
}

} // namespace foyer
