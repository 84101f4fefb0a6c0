// Look-ups: what admission asks, the programme, people.
#include <algorithm>
#include <tuple>

#include "sync/ledger/inside.h"

namespace foyer {

template <class Value>
static std::optional<Value> decode_row(Kind kind, ByteView encoded) {
    auto payload = decode_payload(kind, encoded);
    if (!payload) return std::nullopt;
    Value* value = std::get_if<Value>(&*payload);
    return value ? std::optional{std::move(*value)} : std::nullopt;
}

template <class Value>
static std::vector<Value> items(Database& database, SubjectKind subject, Kind kind) {
    std::vector<Value> list;
    auto row = database.query("SELECT value FROM item WHERE kind = ? ORDER BY id");
    row.bind(static_cast<int>(subject));
    while (row.step())
        if (auto value = decode_row<Value>(kind, row.bytes(0))) list.push_back(std::move(*value));
    return list;
}

void Ledger::Inside::load_programme() {
    Programme p;
    auto summits = items<Summit>(*database, SubjectKind::summit, Kind::summit);
    if (!summits.empty()) p.summit = std::move(summits.front());
    p.places = items<Place>(*database, SubjectKind::place, Kind::place);
    p.forums = items<Forum>(*database, SubjectKind::forum, Kind::forum);
    p.sessions = items<Session>(*database, SubjectKind::session, Kind::session);
    p.hints = items<Hint>(*database, SubjectKind::hint, Kind::hint);
    p.checkpoints = items<Checkpoint>(*database, SubjectKind::checkpoint, Kind::checkpoint);
    p.delegations = items<Delegation>(*database, SubjectKind::delegation, Kind::delegation);
    auto emergencies = items<Emergency>(*database, SubjectKind::emergency, Kind::emergency);
    if (!emergencies.empty()) p.emergency = emergencies.front();
    std::ranges::stable_sort(p.forums, {}, &Forum::order);
    std::ranges::stable_sort(p.sessions, {}, [](const Session& s) { return std::tie(s.starts, s.place.text); });
    if (p != programme) programme = std::move(p), ++programme_version; // a meeting is none of it
    meetings = items<Meeting>(*database, SubjectKind::meeting, Kind::meeting);
    std::ranges::stable_sort(meetings, {}, [](const Meeting& m) { return std::tie(m.starts, m.table.text); });
}

std::optional<Session> Ledger::planned(const SessionId& session) const {
    std::optional<Session> plan;
    for (const FoldFact& fact : in_order(inside_->facts_of({SubjectKind::session, session.text})))
        if (const auto* says = std::get_if<Session>(&fact.payload); says && fact.counts) plan = *says;
    return plan;
}

std::span<const Meeting> Ledger::meetings() const { return inside_->meetings; }

// --- View --------------------------------------------------------------------------------------------------------

static Badge badge_at(const Query& row) {
    Badge badge{{row.text(0)}, static_cast<BadgeKind>(row.integer(1)), {row.text(2)}, static_cast<int>(row.integer(3))};
    if (row.integer(4) != 0)
        badge.state = BadgeState::revoked;
    else if (row.integer(5) != 0)
        badge.state = BadgeState::replaced;
    else if (row.integer(7) != 0)
        badge.state = BadgeState::handed_over;
    else if (row.integer(6) != 0)
        badge.state = BadgeState::printed;
    return badge;
}

// A badge dies when its successor is issued: a join across subjects, so it is a question, not a row.
#define FOYER_BADGE_COLUMNS                                                                                            \
    "SELECT b.id, b.kind, b.attendee, b.revision, b.revoked, "                                                         \
    "EXISTS(SELECT 1 FROM badge n WHERE n.replaces = b.id), b.printed, b.handed_over FROM badge b "

std::optional<Badge> Ledger::badge_of(const Presented& code) const {
    if (code.form == Presented::Form::forged) return std::nullopt;
    // By the id, which is the first half of the hash: an index of whole hashes would double what a roster costs.
    auto row = inside_->database->query(FOYER_BADGE_COLUMNS "WHERE b.id = ? AND b.code = ?");
    const CodeHash hash = code_hash(inside_->identity.code_key, code.text);
    if (!row.bind(badge_id_of(hash).text).bind(hash.view()).step()) return std::nullopt;
    return badge_at(row);
}

std::optional<Attendee> Ledger::attendee(const AttendeeId& id) const {
    auto row = inside_->database->query("SELECT value FROM attendee WHERE id = ?");
    if (!row.bind(id.text).step()) return std::nullopt;
    return decode_row<Attendee>(Kind::attendee, row.bytes(0));
}

static Instant instant_at(const Query& row, int column) { return Instant{Milliseconds{row.integer(column)}}; }

View::Presence Ledger::presence(const AttendeeId& who, const PlaceId& where) const {
    Presence presence;
    auto row = inside_->database->query("SELECT place, first_entered, last_entered, entries, latest FROM presence "
                                        "WHERE attendee = ?");
    row.bind(who.text);
    while (row.step()) {
        const PlaceId place{row.text(0)};
        if (place == where && row.integer(3) > 0) {
            presence.first_entered = instant_at(row, 1);
            presence.last_entered = instant_at(row, 2);
        }
        // Having left a room, a person is still in what lies around it.
        if (!row.is_null(4))
            presence.inside = programme().is_inside(place, where) && (row.integer(4) != 0 || place != where);
    }
    return presence;
}

std::vector<Ledger::Whereabouts> Ledger::whereabouts() const {
    std::vector<Whereabouts> all;
    auto row = inside_->database->query("SELECT attendee, place, last_entered FROM presence WHERE latest = 1 "
                                        "ORDER BY place, attendee");
    while (row.step()) all.push_back({{row.text(0)}, {row.text(1)}, instant_at(row, 2)});
    return all;
}

static int total(Database& database, std::string_view name, std::string_view key) {
    auto row = database.query("SELECT n FROM total WHERE name = ? AND key = ?");
    return row.bind(name).bind(key).step() ? static_cast<int>(row.integer(0)) : 0;
}

// Persons last seen entering `where` or anything in it, or leaving something in it.
static int inside_count(Database& database, const Programme& programme, const PlaceId& where) {
    int inside = 0;
    for (const Place& place : programme.places) {
        if (!programme.is_inside(place.id, where)) continue;
        inside += total(database, "at", place.id.text);
        if (place.id != where) inside += total(database, "away", place.id.text);
    }
    return inside;
}

View::Occupancy Ledger::occupancy(const PlaceId& where) const {
    Database& database = *inside_->database;
    Occupancy occupancy{inside_count(database, programme(), where), 0};
    if (const Forum* forum = programme().forum_at(where)) {
        const int registered = total(database, "registered", forum->id.text);
        const int here = total(database, "claim", forum->id.text + "|" + where.text);
        occupancy.registered_absent = registered - here;
    }
    return occupancy;
}

// --- people ------------------------------------------------------------------------------------------------------

std::optional<Person> Ledger::person(const AttendeeId& id) const {
    auto row = inside_->database->query("SELECT value FROM person WHERE attendee = ?");
    if (!row.bind(id.text).step()) return std::nullopt;
    return decode_row<Person>(Kind::person, row.bytes(0));
}

std::vector<Badge> Ledger::badges_of(const AttendeeId& id) const {
    std::vector<Badge> badges;
    auto row = inside_->database->query(FOYER_BADGE_COLUMNS "WHERE b.attendee = ? ORDER BY b.revision DESC, b.id");
    row.bind(id.text);
    while (row.step()) badges.push_back(badge_at(row));
    return badges;
}

std::optional<PersonRow> Ledger::person_row(const AttendeeId& id) const {
    const auto known = attendee(id);
    if (!known) return std::nullopt;
    PersonRow result{*known, person(id).value_or(Person{}), std::nullopt, {}};
    const auto badges = badges_of(id);
    const auto living = std::ranges::find_if(badges, [](const Badge& badge) {
        return badge.state != BadgeState::revoked && badge.state != BadgeState::replaced;
    });
    if (living == badges.end()) return result;
    result.badge = *living;
    auto code = inside_->database->query("SELECT code FROM badge_code WHERE badge = ?");
    if (code.bind(result.badge->id.text).step()) result.code = code.text(0);
    return result;
}

std::vector<PersonRow> Ledger::people() const {
    std::vector<AttendeeId> ids;
    auto row = inside_->database->query("SELECT id FROM attendee ORDER BY id");
    while (row.step()) ids.push_back({row.text(0)});
    std::vector<PersonRow> people;
    for (const AttendeeId& id : ids)
        if (auto person = person_row(id)) people.push_back(std::move(*person));
    return people;
}

int Ledger::expected() const { return total(*inside_->database, "expected", ""); }

int Ledger::own_cases() const {
    int cases = 0;
    for (const OriginId& origin : own_origins()) cases += total(*inside_->database, "cases", origin.hex());
    return cases;
}

// --- live counts -------------------------------------------------------------------------------------------------

static std::string role_name(Role role) { return role == Role::hub ? "hub" : role == Role::desk ? "desk" : "door"; }

static std::vector<Live::Device> devices(Database& database, const std::map<OriginId, OriginState>& origins,
                                         const std::map<DeviceId, DeviceEnrolled>& enrolled) {
    std::map<DeviceId, Live::Device> devices;
    for (const auto& [id, what] : enrolled) devices[id] = {id, what.name, role_name(what.role), what.checkpoint};
    for (const auto& [origin, state] : origins) {
        const auto found = devices.find(state.device);
        if (found == devices.end()) continue;
        Live::Device& device = found->second;
        device.facts += state.floor.seq - state.base.seq;
        device.recorded += total(database, "recorded", origin.hex());
        auto newest = database.query("SELECT time FROM fact WHERE id = ?");
        if (!newest.bind(fact_key(state, state.floor.seq)).step()) continue;
        const Instant last = Hlc{newest.unsigned_integer(0)}.instant();
        device.last_fact = std::max(device.last_fact.value_or(last), last);
    }
    std::vector<Live::Device> list;
    for (auto& [id, device] : devices) list.push_back(std::move(device));
    std::ranges::sort(list, {}, &Live::Device::name);
    return list;
}

std::map<DeviceId, DeviceEnrolled> Ledger::enrolled() const {
    std::map<DeviceId, DeviceEnrolled> enrolled;
    auto row = inside_->database->query("SELECT id, value FROM item WHERE kind = ?");
    row.bind(static_cast<int>(SubjectKind::device));
    while (row.step()) {
        const auto raw = from_hex(row.text(0));
        const auto id = raw ? DeviceId::from(*raw) : std::nullopt;
        auto what = decode_row<DeviceEnrolled>(Kind::device, row.bytes(1));
        if (id && what) enrolled[*id] = std::move(*what);
    }
    return enrolled;
}

template <class Value>
static std::map<std::string, Value> items_by_id(Database& database, SubjectKind subject, Kind kind) {
    std::map<std::string, Value> all;
    auto row = database.query("SELECT id, value FROM item WHERE kind = ?");
    row.bind(static_cast<int>(subject));
    while (row.step())
        if (auto value = decode_row<Value>(kind, row.bytes(1))) all.emplace(row.text(0), std::move(*value));
    return all;
}

std::map<std::string, Call> Ledger::open_calls() const {
    auto calls = items_by_id<Call>(*inside_->database, SubjectKind::call, Kind::call);
    std::erase_if(calls, [](const auto& entry) { return entry.second.state == Call::State::done; });
    return calls;
}

std::optional<Call> Ledger::call(const std::string& id) const {
    auto row = inside_->database->query("SELECT value FROM item WHERE kind = ? AND id = ?");
    if (!row.bind(static_cast<int>(SubjectKind::call)).bind(id).step()) return std::nullopt;
    return decode_row<Call>(Kind::call, row.bytes(0));
}

std::vector<AttendeeId> Ledger::interpreters() const {
    std::vector<AttendeeId> all;
    auto row = inside_->database->query("SELECT id FROM attendee WHERE category = ? AND withdrawn = 0 ORDER BY id");
    row.bind(name(Category::interpreter));
    while (row.step()) all.push_back({row.text(0)});
    return all;
}

std::optional<Loan> Ledger::loan(const std::string& item) const {
    auto row = inside_->database->query("SELECT value FROM item WHERE kind = ? AND id = ?");
    if (!row.bind(static_cast<int>(SubjectKind::item)).bind(item).step()) return std::nullopt;
    return decode_row<Loan>(Kind::loan, row.bytes(0));
}

std::map<std::string, Loan> Ledger::loans() const {
    auto loans = items_by_id<Loan>(*inside_->database, SubjectKind::item, Kind::loan);
    std::erase_if(loans, [](const auto& entry) { return !entry.second.to; });
    return loans;
}

std::string Ledger::Inside::device_name(const DeviceId& device) const {
    auto row = database->query("SELECT value FROM item WHERE kind = ? AND id = ?");
    if (!row.bind(static_cast<int>(SubjectKind::device)).bind(device.hex()).step()) return {};
    const auto enrolled = decode_row<DeviceEnrolled>(Kind::device, row.bytes(0));
    return enrolled ? enrolled->name : std::string{};
}

std::vector<DeviceId> Ledger::enrolled_doors() const {
    std::vector<DeviceId> doors;
    for (const auto& [device, what] : enrolled())
        if (what.role == Role::door && !inside_->revoked.contains(device)) doors.push_back(device);
    return doors;
}

std::vector<CodeKey> Ledger::code_keys() const {
    std::vector<CodeKey> keys = programme().summit.code_keys;
    for (const auto& [origin, state] : inside_->origins)
        if (state.role != Role::door && !state.is_branch())
            keys.push_back({CodeKeyKind::foyer, state.public_key, inside_->revoked.contains(state.device)});
    return keys;
}

bool Ledger::is_revoked(const BadgeId& badge) const {
    auto row = inside_->database->query("SELECT revoked FROM badge WHERE id = ?");
    return row.bind(badge.text).step() && row.integer(0) != 0;
}

Live Ledger::live() const {
    Database& database = *inside_->database;
    const Programme& p = programme();
    Live live;
    live.as_of = now();
    live.expected = expected();
    live.arrived = total(database, "arrived", "");
    for (const Place& place : p.places) {
        if (!place.parent) live.inside += inside_count(database, p, place.id);
        if (place.kind == PlaceKind::site) continue;
        if (place.kind == PlaceKind::table && !place.capacity) continue; // dozens; who sits there counts around it
        Live::Room room{place.id, inside_count(database, p, place.id), total(database, "ever", place.id.text), 0};
        if (const Forum* forum = p.forum_at(place.id)) room.registered = total(database, "registered", forum->id.text);
        live.rooms.push_back(std::move(room));
    }
    auto minute = database.query("SELECT CAST(key AS INTEGER), n FROM total WHERE name = 'arrivals' ORDER BY 1");
    while (minute.step()) live.minutes.push_back({instant_at(minute, 0), static_cast<int>(minute.integer(1))});
    auto scan = database.query("SELECT key, n FROM total WHERE name = 'scans'");
    while (scan.step()) {
        live.scans[scan.text(0)] = static_cast<int>(scan.integer(1));
        live.recorded += static_cast<int>(scan.integer(1));
    }
    live.devices = devices(database, inside_->origins, enrolled());
    return live;
}

} // namespace foyer
