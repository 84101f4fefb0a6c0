#include "sync/ledger/ledger.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cstring>

#include "sync/ledger/chain.h"
#include "sync/ledger/identity.h"
#include "sync/ledger/inside.h"
#include "sync/ledger/schema.h"

namespace foyer {

namespace fs = std::filesystem;

static constexpr std::size_t facts_per_seal = 256;
static constexpr auto contact_lasts = std::chrono::seconds{30};

static fs::path database_file(const fs::path& folder) { return folder / "ledger.sqlite"; }

Result<FolderLock> FolderLock::take(const fs::path& folder) {
    const fs::path path = folder / "ledger.lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fault(FaultKind::not_allowed,
                     path.string() + ": " + std::strerror(errno) + " (the data folder must be writable for this user)");
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return fault(FaultKind::busy, folder.string() + " is in use by another Foyer program: stop that one first");
    }
    return FolderLock(file);
}

FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

// --- opening -----------------------------------------------------------------------------------------------------

bool Ledger::exists(const fs::path& folder) {
    std::error_code error;
    return fs::exists(database_file(folder), error);
}

// The common part of all three ways in: folder, lock, database, tables.
template <class Inside>
static Result<std::unique_ptr<Inside>> open_inside(const fs::path& folder, Clock clock) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fault(FaultKind::not_allowed,
                     folder.string() + ": " + error.message() + " (cannot make the data folder)");
    auto lock = FolderLock::take(folder);
    if (!lock) return std::unexpected(lock.error());
    const mode_t before = ::umask(0077); // keys and names: for this user only
    auto database = Database::open(database_file(folder));
    ::umask(before);
    if (!database) return std::unexpected(database.error());
    if (auto r = prepare_schema(**database, database_file(folder)); !r) return std::unexpected(r.error());
    return std::make_unique<Inside>(folder, std::move(clock), std::move(*lock), std::move(*database));
}

Result<std::unique_ptr<Ledger>> Ledger::create_summit(const fs::path& folder, const std::string& device_name,
                                                      Clock clock) {
    const KeyPair summit_keys = make_key_pair();
    const SummitId summit = *SummitId::from(random_bytes(16));
    Identity identity;
    identity.device = *DeviceId::from(random_bytes(16));
    identity.device_name = device_name;
    identity.keys = make_key_pair();
    identity.summit_key = summit_keys.public_key;
    identity.code_key = random_bytes(32);
    identity.certificate =
        certify({summit, identity.device, identity.keys.public_key, Role::hub, clock()}, summit_keys);
    auto ledger = create_node(folder, identity, clock);
    if (!ledger) return ledger;
    if (auto r = (*ledger)->set_private_value("summit_secret_key", summit_keys.secret_key); !r)
        return std::unexpected(r.error());
    const DeviceEnrolled hub{device_name, Role::hub, std::nullopt};
    const Draft draft{{SubjectKind::device, identity.device.hex()}, hub, clock()};
    if (auto r = (*ledger)->append({&draft, 1}); !r) return std::unexpected(r.error());
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::create_node(const fs::path& folder, const Identity& identity, Clock clock) {
    if (exists(folder))
        return fault(FaultKind::bad_input, folder.string() + " already holds a ledger: choose an empty folder");
    auto inside = open_inside<Inside>(folder, std::move(clock));
    if (!inside) return std::unexpected(inside.error());
    const Bytes nonce = random_bytes(16);
    (*inside)->identity = identity;
    (*inside)->own = origin_of(identity.keys.public_key, nonce);
    if (auto r = (*inside)->set_private_value("identity", encode(identity)); !r) return std::unexpected(r.error());
    if (auto r = (*inside)->set_private_value("origin_nonce", nonce); !r) return std::unexpected(r.error());
    std::unique_ptr<Ledger> ledger(new Ledger(std::move(*inside)));
    const Draft opened{{SubjectKind::device, identity.device.hex()}, OriginOpened{identity.device_name}, ledger->now()};
    if (auto r = ledger->append({&opened, 1}); !r) return std::unexpected(r.error());
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const fs::path& folder, Clock clock) {
    if (!exists(folder))
        return fault(FaultKind::not_found,
                     folder.string() + " holds no ledger: run `foyer import` or `foyer enrol` first");
    auto inside = open_inside<Inside>(folder, std::move(clock));
    if (!inside) return std::unexpected(inside.error());
    if (auto r = (*inside)->load(); !r) return std::unexpected(r.error());
    return std::unique_ptr<Ledger>(new Ledger(std::move(*inside)));
}

Ledger::Ledger(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Ledger::~Ledger() = default;

const Identity& Ledger::identity() const { return inside_->identity; }
OriginId Ledger::origin() const { return inside_->own; }
Instant Ledger::now() const { return inside_->clock(); }
SummitId Ledger::summit_id() const { return inside_->identity.certificate.certificate.summit; }
Bytes Ledger::summit_key() const { return inside_->identity.summit_key; }
const Programme& Ledger::programme() const { return inside_->programme; }
void Ledger::on_commit(std::function<void()> listener) { inside_->listener = std::move(listener); }
void Ledger::heard_from_centre(Instant when) { inside_->centre_heard = when; }

bool Ledger::in_contact(Instant now) const {
    if (inside_->identity.certificate.certificate.role == Role::hub) return true; // it is the centre
    return inside_->centre_heard && now - *inside_->centre_heard <= contact_lasts;
}

std::optional<Bytes> Ledger::private_value(std::string_view name) const { return inside_->private_value(name); }
Result<> Ledger::set_private_value(std::string_view name, ByteView value) {
    return inside_->set_private_value(name, value);
}

// --- caches ------------------------------------------------------------------------------------------------------

template <class Id>
static Id id_at(const Query& row, int column) {
    return Id::from(row.bytes(column)).value_or(Id{});
}

Result<> Ledger::Inside::load() {
    const auto corrupt = [&](const char* what) {
        return fault(FaultKind::corrupt, database_file(folder).string() + ": " + what +
                                             " is missing or damaged: put the folder aside and enrol again; the centre "
                                             "refills it");
    };
    const auto stored = private_value("identity");
    const auto nonce = private_value("origin_nonce");
    if (database->trouble()) return std::unexpected(*database->trouble());
    if (!stored || !nonce) return corrupt("this node's identity");
    auto decoded = decode_identity(*stored);
    if (!decoded) return corrupt("this node's identity");
    identity = std::move(*decoded);
    own = origin_of(identity.keys.public_key, *nonce);
    origins.clear();
    origin_of_row.clear();
    auto row =
        database->query("SELECT id, origin, device, role, public_key, seq, head, staff_seq, staff_head FROM origin");
    while (row.step()) {
        OriginState state{row.integer(0),
                          id_at<OriginId>(row, 1),
                          id_at<DeviceId>(row, 2),
                          static_cast<Role>(row.integer(3)),
                          row.blob(4),
                          {row.unsigned_integer(5), id_at<Hash>(row, 6)},
                          {row.unsigned_integer(7), id_at<Hash>(row, 8)}};
        origin_of_row[state.row] = state.origin;
        origins[state.origin] = std::move(state);
    }
    auto newest = database->query("SELECT max(time) FROM fact");
    if (newest.step()) last_time.value = newest.unsigned_integer(0);
    const auto mark = private_value("acknowledged");
    acknowledged = 0;
    if (mark)
        for (const std::uint8_t byte : *mark) acknowledged = acknowledged << 8U | byte;
    if (database->trouble()) return std::unexpected(*database->trouble());
    load_programme();
    return {};
}

OriginState& Ledger::Inside::add_origin(const OriginId& origin, const Certificate& certificate) {
    const Hash start = chain_start(certificate.summit, origin);
    (void)database
        ->query("INSERT INTO origin(origin, device, role, public_key, seq, head, staff_seq, staff_head) "
                "VALUES(?,?,?,?,0,?,0,?)")
        .bind(origin.view())
        .bind(certificate.device.view())
        .bind(static_cast<int>(certificate.role))
        .bind(certificate.public_key)
        .bind(start.view())
        .bind(start.view())
        .run();
    auto row = database->query("SELECT id FROM origin WHERE origin = ?");
    const std::int64_t key = row.bind(origin.view()).step() ? row.integer(0) : 0;
    origin_of_row[key] = origin;
    return origins[origin] = {key,        origin,    certificate.device, certificate.role, certificate.public_key,
                              {0, start}, {0, start}};
}

void Ledger::Inside::store_marks(const OriginState& state) {
    (void)database->query("UPDATE origin SET seq=?, head=?, staff_seq=?, staff_head=? WHERE id=?")
        .bind(state.floor.seq)
        .bind(state.floor.head.view())
        .bind(state.staff.seq)
        .bind(state.staff.head.view())
        .bind(state.row)
        .run();
}

void Ledger::Inside::committed(bool programme_changed) {
    if (programme_changed) load_programme();
    if (listener) listener();
}

std::optional<Bytes> Ledger::Inside::private_value(std::string_view name) const {
    auto row = database->query("SELECT value FROM private WHERE name = ?");
    if (!row.bind(name).step()) return std::nullopt;
    return row.blob(0);
}

Result<> Ledger::Inside::set_private_value(std::string_view name, ByteView value) {
    return database->query("INSERT OR REPLACE INTO private(name, value) VALUES(?,?)").bind(name).bind(value).run();
}

// --- writing -----------------------------------------------------------------------------------------------------

static Bytes big_endian(std::uint64_t value) {
    Bytes bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> static_cast<unsigned>(shift)));
    return bytes;
}

namespace {

// The drafts of one append on their way into the tables.
struct Appending {
    const Draft& draft;
    const OriginState& own;
    Hlc time;

    [[nodiscard]] Body body(std::span<const FoldFact> subject_facts) const {
        return {random_bytes(16), draft.subject,  heads(subject_facts),
                draft.happened,   draft.observed, encode(draft.payload)};
    }
    [[nodiscard]] Header header(ByteView body, const std::optional<Opening>& opening) const {
        return {own.origin, own.floor.seq + 1, time, kind_of(draft.payload), audience_of(draft.payload), hash({body}),
                opening};
    }
};

} // namespace

Result<std::vector<FactId>> Ledger::append(std::span<const Draft> drafts) {
    Inside& in = *inside_;
    Transaction transaction(*in.database);
    const SignedCertificate& certificate = in.identity.certificate;
    const bool opens = !in.origins.contains(in.own);
    OriginState& own = opens ? in.add_origin(in.own, certificate.certificate) : in.origins[in.own];
    const Hlc time_before = in.last_time;
    TouchedSubjects touched;
    std::map<Subject, std::vector<FoldFact>> subjects;
    std::vector<FactId> ids;
    bool programme_changed = false;
    for (const Draft& draft : drafts) {
        in.last_time = tick(in.last_time, now());
        const auto [known, unread] = subjects.try_emplace(draft.subject);
        if (unread) known->second = in.facts_of(draft.subject);
        const Appending appending{draft, own, in.last_time};
        const Body body = appending.body(known->second);
        const Bytes body_bytes = encode(body);
        std::optional<Opening> opening;
        if (own.floor.seq == 0) opening = Opening{encode(certificate), *in.private_value("origin_nonce")};
        const Header header = appending.header(body_bytes, opening);
        in.insert(own, {header, encode(header), body_bytes, {}, body}, touched);
        ids.push_back({in.own, header.seq});
        known->second.push_back({ids.back(), header.time, body.seen, body.happened, body.observed, draft.payload});
        programme_changed = programme_changed || is_programme_kind(header.kind);
        if (ids.size() % facts_per_seal == 0 || ids.size() == drafts.size())
            in.insert_seal(own, sign(seal_message(summit_id(), in.own, own.floor.seq, own.floor.head),
                                     in.identity.keys.secret_key));
    }
    for (const auto& [subject, what] : touched) in.refold(subject, what, std::move(subjects[subject]));
    in.store_marks(own);
    if (in.acknowledged_changed) (void)in.set_private_value("acknowledged", big_endian(in.acknowledged));
    if (auto r = transaction.commit(); !r) {
        in.last_time = time_before;
        (void)in.load(); // the caches as the tables are again
        return std::unexpected(r.error());
    }
    in.acknowledged_changed = false;
    in.committed(programme_changed);
    return ids;
}

Result<> Ledger::set_acknowledged(std::uint64_t seq) {
    if (seq == inside_->acknowledged) return {};
    inside_->acknowledged = seq;
    inside_->acknowledged_changed = true;
    return {};
}

std::uint64_t Ledger::unacknowledged() const {
    const auto own = inside_->origins.find(inside_->own);
    const std::uint64_t written = own == inside_->origins.end() ? 0 : own->second.floor.seq;
    return written - std::min(written, inside_->acknowledged);
}

} // namespace foyer
