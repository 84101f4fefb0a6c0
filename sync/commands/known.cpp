#include "sync/commands/known.h"

#include <algorithm>

namespace foyer {

namespace {

// Contacts and notes have no rows of their own: the newest fact of each person is what holds. So it is with what was
// planned of a session, and of a meeting.
class Newest {
public:
    explicit Newest(Known& known) : known_(known) {}

    void take(const Ledger::FactRow& fact) {
        const Kind kind = fact.header.kind;
        const bool of_badge = kind == Kind::badge_issued || kind == Kind::badge_revoked;
        if (kind != Kind::contact && kind != Kind::note && kind != Kind::session && kind != Kind::meeting && !of_badge)
            return;
        if (!fact.body || !fact.quarantine.empty()) return;
        const auto body = decode_body(*fact.body);
        const auto payload = body ? decode_payload(kind, body->payload) : fault(FaultKind::bad_input, "");
        if (!payload) return;
        if (const auto* session = std::get_if<Session>(&*payload))
            return take(*session, fact.header.time, known_.programme.sessions, planned_);
        if (const auto* meeting = std::get_if<Meeting>(&*payload))
            return take(*meeting, fact.header.time, known_.meetings, meant_);
        if (const auto* issued = std::get_if<BadgeIssued>(&*payload)) {
            known_.badges.emplace(BadgeId{body->subject.id}, issued->attendee);
            return;
        }
        if (kind == Kind::badge_revoked) {
            known_.revoked.insert({body->subject.id});
            return;
        }
        const AttendeeId who{body->subject.id};
        const auto person = known_.people.find(who);
        auto& newest = newest_[{kind, who}];
        if (person == known_.people.end() || fact.header.time < newest) return;
        newest = fact.header.time;
        if (const auto* contact = std::get_if<Contact>(&*payload)) person->second.contact = *contact;
        if (const auto* note = std::get_if<Note>(&*payload)) person->second.note = *note;
    }

private:
    // As it was planned, whatever its door has said since: an import that changes nothing must not take that back.
    template <class Value>
    static void take(const Value& planned, Hlc time, std::vector<Value>& all, std::map<std::string, Hlc>& times) {
        const auto known = std::ranges::find(all, planned.id, &Value::id);
        auto& newest = times[planned.id.text];
        if (known == all.end() || time < newest) return;
        newest = time;
        *known = planned;
    }

    Known& known_;
    std::map<std::string, Hlc> planned_, meant_;
    std::map<std::pair<Kind, AttendeeId>, Hlc> newest_;
};

} // namespace

Result<Known> known_of(const Ledger& ledger) {
    Known known;
    known.programme = ledger.programme();
    known.programme.summit.id = ledger.summit_id();
    known.meetings.assign(ledger.meetings().begin(), ledger.meetings().end());
    for (PersonRow& row : ledger.people()) {
        const AttendeeId id = row.attendee.id;
        known.people[id] = {std::move(row.attendee), std::move(row.person), {}, {}};
    }
    Newest newest(known);
    const auto take = [&](const Ledger::FactRow& fact) { return newest.take(fact), true; };
    if (auto read = ledger.each_fact(take); !read) return std::unexpected(read.error());
    return known;
}

} // namespace foyer
