// The SQLite database of one node: all facts it knows and the state they fold to, in one transaction always.
//
// A ledger belongs to one thread (the desk; the hub's store thread). It is the only writer and the only checkpointer of
// its file; nobody else may open the file for writing while it is open (a lock in the folder says so). A successful
// `append` or `receive` is on disk (WAL, synchronous=FULL). Faults: disk, newer_version, corrupt, busy, bad_input.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "sync/crypto/crypto.h"
#include "sync/ledger/reports.h"
#include "sync/summit/admit.h"
#include "sync/summit/card.h"
#include "sync/summit/certificate.h"
#include "sync/summit/live.h"
#include "sync/summit/open_case.h"
#include "sync/summit/payload.h"
#include "sync/summit/store.h"

namespace foyer {

// Wall clock plus a fixed offset (a demo's day, or the measured offset to the hub).
using Clock = std::function<Instant()>;

// Who this node is. Kept in the ledger's private table, never a fact.
struct Identity {
    DeviceId device;
    std::string device_name;
    KeyPair keys;
    SignedCertificate certificate;
    Bytes summit_key; // public
    Bytes code_key;   // 32 bytes, keys the hashes of codes
};

// One person as staff may see them; `code` only where staff bodies are held.
struct PersonRow {
    Attendee attendee;
    Person person;
    std::optional<Badge> badge; // the current one
    std::string code;           // may be empty
};

class Ledger final : public Store, public View {
public:
    // The first hub of a summit: makes the summit's key pair, its id, the code key and this hub's own certificate.
    static Result<std::unique_ptr<Ledger>> create_summit(const std::filesystem::path& folder,
                                                         const std::string& device_name, Clock clock);
    // An enrolled terminal: the identity came from the hub.
    static Result<std::unique_ptr<Ledger>> create_node(const std::filesystem::path& folder, const Identity& identity,
                                                       Clock clock);
    static Result<std::unique_ptr<Ledger>> open(const std::filesystem::path& folder, Clock clock);
    static bool exists(const std::filesystem::path& folder);
    // Of a new one that could not be made whole: closing removes its files, half a ledger would be in the way of the
    // next attempt. What `create_summit` and `create_node` could not make they give up themselves.
    void give_up();
    ~Ledger() override;

    [[nodiscard]] const Identity& identity() const;
    [[nodiscard]] OriginId origin() const; // of this incarnation; another one after a doubt
    [[nodiscard]] Instant now() const;

    // --- writing ---
    // Own facts: one transaction, one seal. Returns the ids, in order.
    Result<std::vector<FactId>> append(std::span<const Draft> drafts);
    // Called on this thread after each commit that changed something (own or received facts).
    void on_commit(std::function<void()> listener);
    // All origins of this device: its present one, those before a doubt, branches.
    [[nodiscard]] std::vector<OriginId> own_origins() const;
    [[nodiscard]] std::uint64_t own_seq() const; // the last fact of the present one; 0: none yet
    // Own facts the centre does not have yet, as far as it said so (`heard`): "12 not sent".
    [[nodiscard]] std::uint64_t unacknowledged() const;
    // Why the next append goes on as a new origin: the database is an older copy, or another machine's; else empty.
    [[nodiscard]] const std::string& doubt() const;
    // Set once the file was found damaged: nothing is written any more, and it is to be opened anew (mend.h).
    [[nodiscard]] const std::optional<Fault>& damage() const;
    void complete_at(Instant when); // the centre was heard and had nothing more: for in_contact; not stored

    // --- Store ---
    [[nodiscard]] SummitId summit_id() const override;
    [[nodiscard]] Bytes summit_key() const override;
    [[nodiscard]] Have have() const override;
    [[nodiscard]] News have_since(std::uint64_t since) const override;
    [[nodiscard]] News settled_since(std::uint64_t since) const override { return have_since(since); }
    [[nodiscard]] Result<std::optional<SealedRun>> suffix(const OriginId& origin, Audience audience,
                                                          std::uint64_t after, std::size_t max_bytes) const override;
    Result<std::vector<Receipt>> receive(std::span<const SealedRun> frames) override;
    [[nodiscard]] std::uint64_t common(const HaveKey& key, const Have& theirs) const override;
    [[nodiscard]] std::optional<FactId> base(const OriginId& origin) const override;
    [[nodiscard]] std::uint64_t forks() const override;
    Result<> heard(const Have& theirs, Role role) override;
    [[nodiscard]] std::optional<std::string> dismissed(const DeviceId& device) const override;
    [[nodiscard]] bool wrote(const DeviceId& device, const OriginId& origin) const override;

    // --- View ---
    [[nodiscard]] const Programme& programme() const override; // cached; changes only with on_commit
    [[nodiscard]] std::optional<Badge> badge_of(const Presented& code) const override;
    [[nodiscard]] std::optional<Attendee> attendee(const AttendeeId& id) const override;
    [[nodiscard]] Presence presence(const AttendeeId& who, const PlaceId& where) const override;
    [[nodiscard]] Occupancy occupancy(const PlaceId& where) const override;
    [[nodiscard]] std::span<const Meeting> meetings() const override; // as they run; changes only with on_commit
    [[nodiscard]] bool in_contact(Instant now) const override;

    // --- reading ---
    [[nodiscard]] std::optional<Person> person(const AttendeeId& id) const;
    [[nodiscard]] std::vector<Badge> badges_of(const AttendeeId& id) const; // dead ones too, the newest first
    [[nodiscard]] std::optional<PersonRow> person_row(const AttendeeId& id) const;
    [[nodiscard]] std::optional<PersonFile> person_file(const AttendeeId& id) const; // all there is of one person
    // What was said to a visitor whom nobody knew, by the number of the case; the newest of that number.
    [[nodiscard]] std::optional<AttendanceRow> visitor_case(const std::string& number) const;
    // Who was sent to staff with a number since then, was not let in afterwards and not seen to; the newest first.
    [[nodiscard]] std::vector<OpenCase> open_cases(Instant since) const;
    [[nodiscard]] std::vector<PersonRow> people() const;               // by attendee id
    [[nodiscard]] std::map<DeviceId, DeviceEnrolled> enrolled() const; // every device, revoked ones too
    [[nodiscard]] std::vector<DeviceId> enrolled_doors() const;        // by id; a few look-ups, unlike live()
    // Whose signed codes say of themselves that they are good: those that the summit's file lists, its desks and hubs.
    [[nodiscard]] std::vector<CodeKey> code_keys() const;
    [[nodiscard]] bool is_revoked(const BadgeId& badge) const; // also when nobody said yet whose it is
    [[nodiscard]] int expected() const;                        // attendees who have not withdrawn
    [[nodiscard]] int own_cases() const;                       // case numbers that this node gave so far
    [[nodiscard]] Live live() const;                           // one read transaction
    struct Stat {
        std::uint64_t facts = 0, bodies = 0, origins = 0, seals = 0, quarantined = 0;
        std::uint64_t attendees = 0, badges = 0, recorded = 0, unacknowledged = 0;
        std::uint64_t file_bytes = 0;
        int format = 0;
    };
    [[nodiscard]] Stat stat() const;
    // Another number whenever programme() may be another one.
    [[nodiscard]] std::uint64_t programme_version() const;
    [[nodiscard]] Instant newest() const; // of what others wrote, by clocks not beyond a month after the summit
    // Every chain, seal, certificate and body hash, from the first fact; the first finding is the fault (corrupt).
    [[nodiscard]] Result<> verify() const;
    // The rows again from the facts; faults when they differ from what was there (and mends them).
    Result<> rebuild();
    // The whole ledger as it is now, keys and codes too, into backup.sqlite beside it, on disk; the file. Opened from
    // a folder of its own it is an older copy, and goes on as a new origin.
    Result<std::filesystem::path> back_up() const;
    static Result<> restore(const std::filesystem::path& backup, const std::filesystem::path& folder);
    // A hash over all rows: the same on nodes that hold the same facts and bodies.
    [[nodiscard]] Result<Hash> rows_hash() const;
    // Every fact that this node holds, by origin and seq; `visit` returns false to stop.
    struct FactRow {
        FactId id;
        Header header;
        Hash head;
        std::optional<Bytes> body, seal;
        std::string quarantine; // why it is not folded; empty: folded
    };
    Result<> each_fact(const std::function<bool(const FactRow&)>& visit) const;

    // --- who is where ---
    struct Whereabouts {
        AttendeeId who;
        PlaceId place; // where they were last seen entering
        Instant seen;
    };
    [[nodiscard]] std::vector<Whereabouts> whereabouts() const; // by place; who was last seen leaving is not in it

    // --- the plan ---
    // As it was last written, whatever was said of how it runs since. None: there is none of that id.
    [[nodiscard]] std::optional<Session> planned(const SessionId& session) const;

    // --- calls and loans ---
    [[nodiscard]] std::map<std::string, Call> open_calls() const; // by id: those that are not done
    [[nodiscard]] std::optional<Call> call(const std::string& id) const;
    [[nodiscard]] std::optional<Loan> loan(const std::string& item) const;
    [[nodiscard]] std::map<std::string, Loan> loans() const; // by item: what is out

    // --- meetings ---
    [[nodiscard]] std::vector<AttendeeId> interpreters() const; // who may be given one, by id; reads the whole roster

    // --- for analysts (reports.h) ---
    [[nodiscard]] Report report(const std::vector<AttendeeId>& attendees) const; // attendee, attendance, presence
    [[nodiscard]] Report programme_report() const;                               // place, forum, session
    // The next ids of whom anything is known, in order; from the first after "".
    [[nodiscard]] std::vector<AttendeeId> attendees_after(const AttendeeId& id, std::size_t most) const;
    // Called on this thread for each subject that is folded again, inside its transaction: its rows are to be looked at
    // later, and may be what they were.
    void on_touched(std::function<void(const Subject&)> listener);

    // --- conflicts and devices ---
    [[nodiscard]] std::vector<Card> cards() const; // the conflict inbox, newest first; also what is resolved already
    // Writes the choice, and what it entails, in one transaction. bad_input: the card does not have that choice.
    Result<> resolve(const Card& card, CardChoice choice, const std::string& note);
    // What revokes a device, and trusts what it recorded before it was `lost`: everything that is here when that is not
    // known. Appended by a hub only; appended again later, it trusts what came meanwhile.
    [[nodiscard]] Draft revocation(const DeviceId& device, const std::string& why,
                                   std::optional<Instant> lost = std::nullopt) const;
    [[nodiscard]] std::optional<Milliseconds> clock_ahead(const DeviceId& device) const; // as a hub last noticed it
    [[nodiscard]] std::optional<DeviceRevoked> revoked(const DeviceId& device) const;    // none: it is trusted

    // A revoked terminal's last act, when the centre has all it recorded: everything goes, keys too. Afterwards nothing
    // can be written or received, and closing removes the files; a folder that was left behind says at `open` that it
    // is to be enrolled anew.
    Result<> wipe(const std::string& why);

    // --- a hub's private tables: never facts ---
    // A one-time enrolment code: 10 characters, upper case without look-alikes; valid `lifetime` long.
    struct Enrolment {
        Role role = Role::door;
        std::string name; // of the terminal
        std::optional<CheckpointId> checkpoint;
    };
    Result<std::string> make_enrolment_code(const Enrolment& enrolment, Milliseconds lifetime);
    // Uses the code up, certifies the key, records the device as a fact. not_allowed when the code is unknown or used.
    Result<Identity> redeem_enrolment_code(std::string_view code, ByteView public_key);
    // What unlocks a terminal for staff: six digits made of the summit's secret key and the device, so that all
    // hubs of a summit know them and none keeps them. Nothing where that key is not.
    [[nodiscard]] std::optional<std::string> unlock_number(const DeviceId& device) const;
    // A code as another place may keep it: hashed.
    struct EnrolmentRow {
        Hash code;
        Enrolment enrolment;
        Instant expires;
    };
    static Hash enrolment_hash(std::string_view code);
    // Out of this ledger, so that it is good in one place only; nothing when there is none that is unused.
    Result<std::optional<EnrolmentRow>> give_enrolment_away(const Hash& code);
    Result<> take_enrolment_in(const EnrolmentRow& row); // as if it had been made here
    // Named secrets and settings of this node ("organiser_token"...).
    [[nodiscard]] std::optional<Bytes> private_value(std::string_view name) const;
    Result<> set_private_value(std::string_view name, ByteView value);

    struct Inside; // sync/ledger/inside.h: for the files of this room only

private:
    explicit Ledger(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
