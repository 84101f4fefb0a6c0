#include "sync/bench/venue.h"

namespace foyer::bench {

namespace fs = std::filesystem;

namespace {

constexpr int guests_a_transaction = 1000;

void add(std::vector<Draft>& drafts, Subject subject, Payload payload) {
    drafts.push_back({std::move(subject), std::move(payload), now()});
}

CodeHash hash_of(const Ledger& ledger, int number) { return code_hash(ledger.identity().code_key, code_of(number)); }

Identity enrol(Ledger& hub, const std::string& name) {
    const KeyPair keys = make_key_pair();
    const std::string code = hub.make_enrolment_code({Role::door, name, door}, std::chrono::hours{1}).value();
    Identity terminal = hub.redeem_enrolment_code(code, keys.public_key).value();
    terminal.keys = keys;
    return terminal;
}

} // namespace

Instant now() { return Instant{std::chrono::floor<Milliseconds>(std::chrono::system_clock::now())}; }
std::string code_of(int guest) { return "BENCH" + std::to_string(guest); }
AttendeeId guest(int number) { return AttendeeId{std::to_string(number)}; }

std::vector<Draft> roster(const Ledger& ledger, int first, int end) {
    std::vector<Draft> drafts;
    for (int number = first; number < end; ++number) {
        const AttendeeId id = guest(number);
        const CodeHash code = hash_of(ledger, number);
        add(drafts, subject_of(id), Attendee{id});
        add(drafts, subject_of(id), Person{"Guest " + id.text, "en", "Guest " + id.text, {}, ""});
        add(drafts, subject_of(badge_id_of(code)), BadgeIssued{id, BadgeKind::invitation, 1, code, std::nullopt});
    }
    return drafts;
}

std::vector<Draft> programme(const Ledger& ledger) {
    std::vector<Draft> drafts;
    const Wording name{{{"en", "Bench"}}};
    add(drafts, {SubjectKind::summit, ""},
        Summit{ledger.summit_id(),
               name,
               name,
               "UTC",
               Milliseconds{0},
               now() - std::chrono::hours{1},
               now() + std::chrono::hours{9},
               {"en"}});
    add(drafts, {SubjectKind::place, hall.text}, Place{hall});
    Checkpoint checkpoint{door, name, hall};
    checkpoint.single_entry = true;
    add(drafts, {SubjectKind::checkpoint, door.text}, checkpoint);
    return drafts;
}

Venue make_venue(const fs::path& folder, int guests, int terminals) {
    Venue venue{folder, {}};
    const auto hub = Ledger::create_summit(folder, "Bench", now).value();
    (void)hub->append(programme(*hub)).value();
    for (int first = 0; first < guests; first += guests_a_transaction)
        (void)hub->append(roster(*hub, first, std::min(guests, first + guests_a_transaction))).value();
    for (int i = 0; i < terminals; ++i) venue.terminals.push_back(enrol(*hub, "Terminal " + std::to_string(i)));
    return venue;
}

std::unique_ptr<Ledger> make_terminal(const fs::path& folder, const Identity& who) {
    return Ledger::create_node(folder, who, now).value();
}

void copy_folder(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
}

Draft entered(const AttendeeId& who, Instant when) {
    return {subject_of(who), Entered{hall, door, std::nullopt, Reason::welcome}, when};
}

} // namespace foyer::bench
