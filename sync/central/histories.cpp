#include "sync/central/histories.h"

#include <algorithm>

#include "sync/ledger/chain.h"

namespace foyer {

namespace {

constexpr const char* columns =
    "SELECT origin, device, role, public_key, floor_seq, floor_head, staff_seq, staff_head, "
    "trunk, base_seq, base_head, branches FROM foyer.origin ";

template <class Id>
Id id_at(const Table& rows, int row, int column) {
    return Id::from(rows.bytes(row, column)).value_or(Id{});
}

Mark mark_at(const Table& rows, int row, int column) {
    return {rows.unsigned_integer(row, column), id_at<Hash>(rows, row, column + 1)};
}

Bytes copy(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

std::vector<std::optional<Bytes>> raw(std::span<const OriginId> origins) {
    std::vector<std::optional<Bytes>> column;
    for (const OriginId& origin : origins) column.emplace_back(copy(origin.view()));
    return column;
}

} // namespace

std::optional<Table> Histories::ask(const std::string& sql, const Parameters& parameters) {
    if (trouble_) return std::nullopt;
    auto rows = postgres_.query(sql, parameters);
    if (rows) return std::move(*rows);
    trouble_ = rows.error();
    return std::nullopt;
}

std::vector<OriginId> Histories::take(const Table& rows) {
    std::vector<OriginId> forked;
    for (int row = 0; row < rows.size(); ++row) {
        History history{.origin = id_at<OriginId>(rows, row, 0),
                        .device = id_at<DeviceId>(rows, row, 1),
                        .role = static_cast<Role>(rows.integer(row, 2)),
                        .public_key = rows.blob(row, 3),
                        .floor = mark_at(rows, row, 4),
                        .staff = mark_at(rows, row, 6),
                        .trunk = id_at<OriginId>(rows, row, 8),
                        .base = mark_at(rows, row, 9),
                        .branches = rows.unsigned_integer(row, 11)};
        if (history.branches > 0) forked.push_back(history.origin);
        histories_[history.origin] = std::move(history);
    }
    return forked;
}

// Branches are read after their trunk is locked: nobody can add one then.
void Histories::load(std::span<const OriginId> trunks) {
    const std::string lock = purpose_ == Purpose::write ? " ORDER BY origin FOR UPDATE" : "";
    const auto rows = ask(columns + ("WHERE origin = ANY($1)" + lock), Parameters().column(raw(trunks)));
    if (!rows) return;
    const std::vector<OriginId> forked = take(*rows);
    if (forked.empty()) return;
    if (const auto branches =
            ask(std::string(columns) + "WHERE trunk = ANY($1) AND trunk <> origin", Parameters().column(raw(forked))))
        (void)take(*branches);
}

History& Histories::open(const OriginId& origin, const Certificate& certificate, const Hash& start) {
    const auto added =
        ask("INSERT INTO foyer.origin(origin, device, role, public_key, floor_seq, floor_head, staff_seq, "
            "staff_head, trunk, base_seq, base_head) VALUES($1,$2,$3,$4,0,$5,0,$5,$1,0,$5) "
            "ON CONFLICT (origin) DO NOTHING",
            Parameters()
                .bytes(origin.view())
                .bytes(certificate.device.view())
                .integer(std::int64_t{static_cast<int>(certificate.role)})
                .bytes(certificate.public_key)
                .bytes(start.view()));
    if (added && added->changed() == 0) load({&origin, 1});
    auto [entry, fresh] = histories_.try_emplace(origin);
    if (fresh)
        entry->second = {.origin = origin,
                         .device = certificate.device,
                         .role = certificate.role,
                         .public_key = certificate.public_key,
                         .floor = {0, start},
                         .staff = {0, start},
                         .trunk = origin,
                         .base = {0, start}};
    return entry->second;
}

// --- what placing asks -------------------------------------------------------------------------------------------

History* Histories::find(const OriginId& origin) {
    const auto known = histories_.find(origin);
    return known == histories_.end() ? nullptr : &known->second;
}

std::vector<History*> Histories::histories_of(const OriginId& trunk) {
    std::vector<History*> found;
    History* whole = find(trunk);
    if (whole == nullptr) return found;
    found.push_back(whole);
    if (whole->branches == 0) return found;
    for (auto& [origin, history] : histories_)
        if (history.is_branch() && history.trunk == trunk) found.push_back(&history);
    return found;
}

Hash Histories::head_at(const History& history, std::uint64_t seq) {
    if (seq == history.base.seq) return history.base.head;
    if (seq == history.floor.seq) return history.floor.head;
    write_facts();
    const auto rows = ask("SELECT head FROM foyer.fact WHERE origin = $1 AND seq = $2",
                          Parameters().bytes(history.origin.view()).integer(seq));
    return rows && rows->size() == 1 ? id_at<Hash>(*rows, 0, 0) : Hash{};
}

bool Histories::holds(const History& history, std::uint64_t seq, ByteView header) {
    write_facts();
    const auto rows = ask("SELECT 1 FROM foyer.fact WHERE origin = $1 AND seq = $2 AND header = $3",
                          Parameters().bytes(history.origin.view()).integer(seq).bytes(header));
    return rows && rows->size() == 1;
}

// --- writing -----------------------------------------------------------------------------------------------------

std::optional<Bytes> Histories::without_purged(const History& history, const Header& header,
                                               std::optional<Bytes> body) {
    if (!body || trouble_) return body;
    Result<bool> taken = false;
    if (is_personal(header.kind)) taken = purges_.takes(*body);
    if (header.kind == Kind::purged && history.role == Role::hub) // nobody else may
        if (auto added = purges_.add(*body); !added) taken = std::unexpected(added.error());
    if (!taken) trouble_ = taken.error();
    if (taken && *taken) body.reset();
    return body;
}

void Histories::append(History& history, const Header& header, const SealedRun::Fact& fact, bool whole,
                       std::optional<Bytes> seal) {
    const Mark next{header.seq, next_head(history.floor.head, fact.header)};
    // A bare header never counts as having: the staff mark waits for the body, unless a purge took it.
    if ((fact.body || whole) && history.staff.seq + 1 == header.seq) history.staff = next;
    history.floor = next;
    history.changed = true;
    fresh_.push_back({history.origin, header.seq, header.kind, header.audience, fact.header, next.head,
                      without_purged(history, header, fact.body), std::move(seal)});
}

void Histories::fill(History& history, const Header& header, const std::optional<Bytes>& body) {
    write_facts();
    if (const auto kept = without_purged(history, header, body))
        (void)ask("UPDATE foyer.fact SET body = $3 WHERE origin = $1 AND seq = $2 AND body IS NULL",
                  Parameters().bytes(history.origin.view()).integer(header.seq).bytes(*kept));
    history.staff = {header.seq, head_at(history, header.seq)};
    history.changed = true;
}

void Histories::seal(History& history, std::uint64_t last, ByteView seal) {
    (void)ask("UPDATE foyer.fact SET seal = $3 WHERE origin = $1 AND seq = $2 AND seal IS NULL",
              Parameters().bytes(history.origin.view()).integer(last).bytes(seal));
}

void Histories::count_what_follows(History& history) {
    const auto rows =
        ask("SELECT coalesce(min(seq) - 1, $3) FROM foyer.fact WHERE origin = $1 AND seq > $2 AND "
            "audience = 1 AND body IS NULL",
            Parameters().bytes(history.origin.view()).integer(history.staff.seq).integer(history.floor.seq));
    if (!rows || rows->size() != 1) return;
    const auto held = static_cast<std::uint64_t>(rows->integer(0, 0));
    if (held > history.staff.seq) history.staff = {held, head_at(history, held)};
}

void Histories::write() {
    write_facts();
    write_marks();
    if (trouble_) return;
    if (auto erased = purges_.erase(); !erased) trouble_ = erased.error();
}

Have Histories::marks() const {
    Have have;
    for (const auto& [origin, history] : histories_) {
        if (history.floor.seq > history.base.seq) have[{origin, Audience::floor}] = history.floor;
        if (history.staff.seq > history.base.seq) have[{origin, Audience::staff}] = history.staff;
    }
    return have;
}

void Histories::write_facts() {
    if (fresh_.empty() || trouble_) return;
    CopyRows rows;
    for (const Row& row : std::exchange(fresh_, {}))
        rows.row(8)
            .bytes(row.origin.view())
            .bigint(row.seq)
            .integer(static_cast<int>(row.kind))
            .smallint(static_cast<int>(row.audience))
            .bytes(ByteView{row.header})
            .bytes(row.head.view())
            .bytes(row.body)
            .bytes(row.seal);
    const auto written = postgres_.copy_in("COPY foyer.fact(origin, seq, kind, audience, header, head, body, seal) "
                                           "FROM STDIN (FORMAT binary)",
                                           rows.end());
    if (!written) trouble_ = written.error();
}

void Histories::write_marks() {
    std::vector<std::optional<Bytes>> origins, floor_heads, staff_heads;
    std::vector<std::int64_t> floor_seqs, staff_seqs, branches;
    for (auto& [origin, history] : histories_) {
        if (!history.changed) continue;
        history.changed = false;
        origins.emplace_back(copy(origin.view()));
        floor_seqs.push_back(static_cast<std::int64_t>(history.floor.seq));
        floor_heads.emplace_back(copy(history.floor.head.view()));
        staff_seqs.push_back(static_cast<std::int64_t>(history.staff.seq));
        staff_heads.emplace_back(copy(history.staff.head.view()));
        branches.push_back(static_cast<std::int64_t>(history.branches));
    }
    if (origins.empty()) return;
    (void)ask("UPDATE foyer.origin o SET floor_seq = n.fs, floor_head = n.fh, staff_seq = n.ss, staff_head = n.sh, "
              "branches = n.b FROM unnest($1::bytea[], $2::bigint[], $3::bytea[], $4::bigint[], $5::bytea[], "
              "$6::bigint[]) AS n(origin, fs, fh, ss, sh, b) WHERE o.origin = n.origin",
              Parameters()
                  .column(origins)
                  .column(floor_seqs)
                  .column(floor_heads)
                  .column(staff_seqs)
                  .column(staff_heads)
                  .column(branches));
}

// --- forks: as sync/ledger/branch.cpp does -----------------------------------------------------------------------

History& Histories::fork(History& old, std::uint64_t at, const Hash& theirs) {
    write();
    const Mark base{at - 1, head_at(old, at - 1)};
    const Hash ours = head_at(old, at);
    if (ours < theirs) return add_branch(old, base, theirs);
    move_facts(old, add_branch(old, base, ours));
    return old;
}

History& Histories::add_branch(History& old, const Mark& base, const Hash& first_head) {
    History branch = old;
    branch.origin = branch_of(old.trunk, base.seq + 1, first_head);
    branch.base = branch.floor = branch.staff = base;
    branch.branches = 0;
    (void)ask(
        "INSERT INTO foyer.origin(origin, device, role, public_key, floor_seq, floor_head, staff_seq, staff_head, "
        "trunk, base_seq, base_head) VALUES($1,$2,$3,$4,$6,$7,$6,$7,$5,$6,$7)",
        Parameters()
            .bytes(branch.origin.view())
            .bytes(branch.device.view())
            .integer(std::int64_t{static_cast<int>(branch.role)})
            .bytes(branch.public_key)
            .bytes(branch.trunk.view())
            .integer(base.seq)
            .bytes(base.head.view()));
    if (History* trunk = find(old.trunk)) {
        ++trunk->branches;
        trunk->changed = true;
    }
    const OriginId name = branch.origin;
    return histories_[name] = std::move(branch);
}

void Histories::move_facts(History& old, History& branch) {
    const Mark& base = branch.base;
    (void)ask("UPDATE foyer.fact SET origin = $1 WHERE origin = $2 AND seq > $3",
              Parameters().bytes(branch.origin.view()).bytes(old.origin.view()).integer(base.seq));
    branch.floor = old.floor;
    if (old.staff.seq > base.seq) branch.staff = old.staff;
    old.floor = base;
    if (old.staff.seq > base.seq) old.staff = base;
    branch.changed = old.changed = true;
}

} // namespace foyer
