#include "sync/ledger/ledger.h"

#include <sys/stat.h>

#include "sync/ledger/chain.h"
#include "sync/ledger/identity.h"
#include "sync/ledger/inside.h"
#include "sync/ledger/mend.h"
#include "sync/ledger/schema.h"
#include "sync/summit/cbor.h"

namespace foyer {

namespace fs = std::filesystem;

static constexpr auto contact_lasts = std::chrono::seconds{30};

static fs::path database_file(const fs::path& folder) { return folder / "ledger.sqlite"; }

// --- opening -----------------------------------------------------------------------------------------------------

static bool is_half_mended(const fs::path& folder) { return has_file(folder / mended_folder / "ledger.sqlite"); }

bool Ledger::exists(const fs::path& folder) { return has_file(database_file(folder)) || is_half_mended(folder); }

static std::string what_to_do(const fs::path& folder) {
    return ". `foyer ledger mend` takes over what can be read, as terminals and hubs do at their start. If nothing "
           "can, "
           "move the folder " +
           folder.string() +
           " aside: a terminal is then enrolled anew and gets everything from its hub, which holds what it sent; a hub "
           "is put back from its backup, and its terminals bring what came since";
}

// A ledger of which only the mark is left is not one that was never there: a new one in its place would hide the loss.
static Result<> look_for_loss(const fs::path& folder) {
    std::error_code error;
    const auto size = fs::file_size(database_file(folder), error);
    if (!error && size > 0) return {};
    const std::string file = database_file(folder).string();
    if (!error) return fault(FaultKind::corrupt, file + " is empty (0 bytes): no ledger is in it" + what_to_do(folder));
    const auto mark = fs::file_size(folder / "ledger.mark", error);
    if (error || mark == 0) return {};
    return fault(FaultKind::corrupt,
                 file + " is gone, while ledger.mark beside it says that there was a ledger" + what_to_do(folder));
}

// The common part of all three ways in: folder, lock, database, tables.
template <class Inside>
static Result<std::unique_ptr<Inside>> open_inside(const fs::path& folder, Clock clock) {
    if (auto made = make_folder(folder); !made) return std::unexpected(made.error());
    auto lock = FolderLock::take(folder);
    if (!lock) return std::unexpected(lock.error());
    auto high_water = HighWater::open(folder);
    if (!high_water) return std::unexpected(high_water.error());
    const mode_t before = ::umask(0077); // keys and names: for this user only
    const bool is_new = !Ledger::exists(folder);
    auto database = Database::open(database_file(folder));
    ::umask(before);
    const auto ready =
        database ? prepare_schema(**database, database_file(folder)) : Result<>(std::unexpected(database.error()));
    if (!ready && is_new) {
        if (database) database->reset();
        remove_ledger(folder);
    }
    if (!ready) return std::unexpected(ready.error());
    return std::make_unique<Inside>(folder, std::move(clock), std::move(*lock), std::move(*high_water),
                                    std::move(*database));
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
    const DeviceEnrolled hub{device_name, Role::hub, std::nullopt};
    const Draft draft{{SubjectKind::device, identity.device.hex()}, hub, clock()};
    auto made = (*ledger)->set_private_value("summit_secret_key", summit_keys.secret_key);
    if (const auto told = made ? (*ledger)->append({&draft, 1}) : std::unexpected(made.error()); !told) {
        (*ledger)->give_up();
        return std::unexpected(told.error());
    }
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::create_node(const fs::path& folder, const Identity& identity, Clock clock) {
    if (exists(folder))
        return fault(FaultKind::bad_input, folder.string() + " already holds a ledger: choose an empty folder");
    if (auto whole = look_for_loss(folder); !whole) return std::unexpected(whole.error());
    auto inside = open_inside<Inside>(folder, std::move(clock));
    if (!inside) return std::unexpected(inside.error());
    (*inside)->identity = identity;
    std::unique_ptr<Ledger> ledger(new Ledger(std::move(*inside)));
    const auto kept = ledger->set_private_value("identity", encode(identity));
    if (const auto opened = kept ? ledger->append({}) : std::unexpected(kept.error()); !opened) { // its origin
        ledger->give_up();
        return std::unexpected(opened.error());
    }
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const fs::path& folder, Clock clock) {
    if (is_half_mended(folder))
        if (auto done = finish_mending(folder, clock()); !done) return std::unexpected(done.error());
    if (auto whole = look_for_loss(folder); !whole) return std::unexpected(whole.error());
    if (!exists(folder))
        return fault(FaultKind::not_found,
                     folder.string() + " holds no ledger: run `foyer import` or `foyer enrol` first");
    if (has_file(folder / damage_file))
        return fault(FaultKind::corrupt,
                     database_file(folder).string() + " was found damaged while it was in use" + what_to_do(folder));
    auto inside = open_inside<Inside>(folder, std::move(clock));
    const auto loaded = inside ? (*inside)->load() : Result<>(std::unexpected(inside.error()));
    if (!loaded && loaded.error().kind == FaultKind::corrupt)
        return fault(FaultKind::corrupt, loaded.error().detail + what_to_do(folder));
    if (!loaded) return std::unexpected(loaded.error());
    std::unique_ptr<Ledger> ledger(new Ledger(std::move(*inside)));
    Inside& in = *ledger->inside_;
    if (auto r = in.make_due_rows(); !r) return std::unexpected(r.error());
    if (auto doubt = in.high_water.doubt(in.own, in.own_seq()); !doubt.empty()) {
        in.high_water.keep();
        in.come_into_doubt(std::move(doubt));
    }
    return ledger;
}

void Ledger::give_up() { inside_->wiped = true; }

Ledger::Ledger(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Ledger::~Ledger() {
    if (inside_->wiped)
        inside_->remove_files();
    else if (inside_->database->damage()) // met by a reader, maybe: nobody wrote since
        inside_->mark_damage();
    else if (inside_->acknowledged_changed)
        (void)inside_->store_acknowledged(); // no append came to take it along
}

const Identity& Ledger::identity() const { return inside_->identity; }
OriginId Ledger::origin() const { return inside_->own; }
const std::string& Ledger::doubt() const { return inside_->doubt; }
const std::optional<Fault>& Ledger::damage() const { return inside_->database->damage(); }
Instant Ledger::now() const { return inside_->clock(); }
Instant Ledger::newest() const {
    static constexpr auto taken_down = std::chrono::days{30}; // later than this after a summit a clock is wild
    const Summit& summit = inside_->programme.summit;
    Hlc newest;
    for (const auto& [origin, state] : inside_->origins) {
        const bool wild = summit.starts < summit.ends && state.newest.instant() > summit.ends + taken_down;
        if (!wild && state.device != inside_->identity.device) newest = std::max(newest, state.newest);
    }
    return newest.instant();
}
SummitId Ledger::summit_id() const { return inside_->identity.certificate.certificate.summit; }
Bytes Ledger::summit_key() const { return inside_->identity.summit_key; }
const Programme& Ledger::programme() const { return inside_->programme; }
std::uint64_t Ledger::programme_version() const { return inside_->programme_version; }
void Ledger::on_commit(std::function<void()> listener) { inside_->listener = std::move(listener); }
void Ledger::complete_at(Instant when) { inside_->complete_at = when; }

bool Ledger::in_contact(Instant now) const {
    if (inside_->identity.certificate.certificate.role == Role::hub) return true; // it is the centre
    if (!inside_->complete_at) return false;
    const auto since = now - *inside_->complete_at; // negative: the clock was set back meanwhile
    return -contact_lasts <= since && since <= contact_lasts;
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

void Ledger::Inside::load_origins() {
    origins.clear();
    origin_of_row.clear();
    changes.forget();
    asked.clear();
    last_time = {};
    forks = 0;
    auto row = database->query("SELECT id, origin, device, role, public_key, staff_seq, staff_head, trunk, base_seq, "
                               "base_head FROM origin");
    while (row.step()) {
        OriginState state{row.integer(0), id_at<OriginId>(row, 1), id_at<DeviceId>(row, 2),
                          static_cast<Role>(row.integer(3)), row.blob(4)};
        const bool branch = !row.is_null(7);
        state.trunk = branch ? id_at<OriginId>(row, 7) : state.origin;
        state.base = branch ? Mark{row.unsigned_integer(8), id_at<Hash>(row, 9)}
                            : Mark{0, chain_start(identity.certificate.certificate.summit, state.origin)};
        state.floor = state.base;
        if (branch) ++forks;
        auto last = database->query("SELECT id, head, time FROM fact WHERE id > ? AND id < ? ORDER BY id DESC LIMIT 1");
        if (last.bind(fact_key(state, 0)).bind(fact_key(state, 0) + (std::int64_t{1} << seq_bits)).step()) {
            state.floor = {seq_of(last.integer(0)), id_at<Hash>(last, 1)};
            note_time(Hlc{last.unsigned_integer(2)}, state);
        }
        if (!row.is_null(5)) state.stored_staff = Mark{row.unsigned_integer(5), id_at<Hash>(row, 6)};
        state.staff = state.stored_staff.value_or(state.floor);
        origin_of_row[state.row] = state.origin;
        origins[state.origin] = std::move(state);
    }
}

void Ledger::Inside::note_time(Hlc time, OriginState& state) {
    state.newest = std::max(state.newest, time);
    // A wild clock must not drag everybody's along.
    static constexpr auto believable_ahead = std::chrono::minutes{1};
    const bool believable = state.device == identity.device || time.instant() <= clock() + believable_ahead;
    if (believable) last_time = std::max(last_time, time);
}

// The next start mends it.
void Ledger::Inside::mark_damage() const { (void)SmallFile::open(folder / damage_file); }

Result<> Ledger::Inside::refresh() {
    if (wiped) return fault(FaultKind::not_allowed, "this terminal was revoked and wiped: enrol it anew");
    if (database->damage()) {
        mark_damage();
        return fault(FaultKind::corrupt,
                     database->damage()->detail + ": start this program again, it takes over what can be read of it");
    }
    if (!stale) return {};
    if (auto r = load(); !r) return r;
    stale = false;
    return {};
}

Result<> Ledger::Inside::load() {
    database->begin_reading();
    const auto corrupt = [&](const char* what) {
        return fault(FaultKind::corrupt, database_file(folder).string() + ": " + what +
                                             " is missing or damaged: put the folder aside and enrol again; the centre "
                                             "refills it");
    };
    if (const auto why = private_value(wiped_name))
        return fault(FaultKind::not_allowed, folder.string() + ": this terminal was revoked and wiped (" +
                                                 std::string{as_text(*why)} +
                                                 "): remove the folder's files and enrol it anew");
    const auto stored = private_value("identity");
    const auto nonce = private_value("origin_nonce");
    if (database->trouble()) return std::unexpected(*database->trouble());
    if (!stored) return corrupt("this node's identity");
    auto decoded = decode_identity(*stored);
    if (!decoded) return corrupt("this node's identity");
    identity = std::move(*decoded);
    // None: the making of this ledger was cut off before its first fact, which the next append writes.
    own = nonce ? origin_of(identity.keys.public_key, *nonce) : OriginId{};
    trust_due.clear();
    badges_due.clear();
    totals_due.clear();
    load_origins();
    load_revoked();
    acknowledged.clear();
    if (const auto marks = private_value("acknowledged")) {
        cbor::Reader in(*marks);
        for (std::size_t left = in.array(); left >= 2 && in.good(); left -= 2)
            if (const auto origin = OriginId::from(in.bytes())) acknowledged[*origin] = in.uint();
    }
    if (database->trouble()) return std::unexpected(*database->trouble());
    load_programme();
    return {};
}

OriginState& Ledger::Inside::add_origin(const OriginId& origin, const Certificate& certificate) {
    const Hash start = chain_start(certificate.summit, origin);
    (void)database->query("INSERT INTO origin(origin, device, role, public_key) VALUES(?,?,?,?)")
        .bind(origin.view())
        .bind(certificate.device.view())
        .bind(static_cast<int>(certificate.role))
        .bind(certificate.public_key)
        .run();
    auto row = database->query("SELECT id FROM origin WHERE origin = ?");
    const std::int64_t key = row.bind(origin.view()).step() ? row.integer(0) : 0;
    origin_of_row[key] = origin;
    return origins[origin] = {.row = key,
                              .origin = origin,
                              .device = certificate.device,
                              .role = certificate.role,
                              .public_key = certificate.public_key,
                              .floor = {0, start},
                              .staff = {0, start},
                              .trunk = origin,
                              .base = {0, start}};
}

void Ledger::Inside::store_marks(OriginState& state) {
    changes.note(state.origin);
    if (state.is_branch()) // its seals may cover what those do not
        for (const OriginState* other : histories_of(state.trunk)) changes.note(other->origin);
    std::erase_if(asked, [&](const Asked& one) { return state.is_branch() || one.key.origin == state.origin; });
    const std::optional<Mark> staff = state.staff == state.floor ? std::nullopt : std::optional{state.staff};
    if (staff == state.stored_staff) return;
    (void)database->query("UPDATE origin SET staff_seq=?, staff_head=? WHERE id=?")
        .bind(staff ? std::optional{staff->seq} : std::nullopt)
        .bind(staff ? std::optional{Bytes(staff->head.bytes.begin(), staff->head.bytes.end())} : std::nullopt)
        .bind(state.row)
        .run();
    state.stored_staff = staff;
}

void Ledger::Inside::committed(bool programme_changed) {
    if (programme_changed) load_programme();
    if (std::exchange(erased, false)) {
        asked.clear();
        (void)database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
        remove_copies(folder, Copies::not_needed);
    }
    if (listener) listener();
}

std::uint64_t Ledger::Inside::own_seq() const {
    const auto known = origins.find(own);
    return known == origins.end() ? 0 : known->second.floor.seq;
}

OriginState& Ledger::Inside::own_origin() {
    const auto known = origins.find(own);
    if (known != origins.end() && doubt.empty()) return known->second;
    const Bytes nonce = random_bytes(16);
    own = origin_of(identity.keys.public_key, nonce);
    (void)set_private_value("origin_nonce", nonce);
    return add_origin(own, identity.certificate.certificate);
}

// One-time codes that came with an older copy may have been used up since it was made.
void Ledger::Inside::come_into_doubt(std::string why) {
    if (doubt.empty()) (void)database->query("DELETE FROM enrolment").run();
    doubt = std::move(why);
}

// Kept as in a ledger whose making was cut off: an origin without a nonce is nobody's to go on with.
void Ledger::Inside::renounce_own(std::string why) {
    come_into_doubt(std::move(why));
    (void)database->query("DELETE FROM private WHERE name = 'origin_nonce'").run();
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

static Bytes encode(const std::map<OriginId, std::uint64_t>& acknowledged) {
    cbor::Writer out;
    out.array(2 * acknowledged.size());
    for (const auto& [origin, seq] : acknowledged) out.bytes(origin.view()).uint(seq);
    return out.take();
}

Result<> Ledger::Inside::store_acknowledged() { return set_private_value("acknowledged", encode(acknowledged)); }

std::vector<OriginId> Ledger::own_origins() const {
    std::vector<OriginId> own;
    for (const auto& [origin, state] : inside_->origins)
        if (state.device == inside_->identity.device) own.push_back(origin);
    return own;
}

std::uint64_t Ledger::own_seq() const { return inside_->own_seq(); }

std::uint64_t Ledger::unacknowledged() const {
    if (inside_->identity.certificate.certificate.role == Role::hub) return 0; // it is the centre
    std::uint64_t unsent = 0;
    for (const OriginId& origin : own_origins()) {
        const OriginState& state = inside_->origins.at(origin);
        const auto known = inside_->acknowledged.find(origin);
        const std::uint64_t sent = std::max(state.base.seq, known == inside_->acknowledged.end() ? 0 : known->second);
        unsent += state.floor.seq - std::min(state.floor.seq, sent);
    }
    return unsent;
}

} // namespace foyer
