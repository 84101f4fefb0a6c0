#include "kiosk/terminal/host.h"

#include <algorithm>
#include <utility>

#include "kiosk/terminal/rights.h"
#include "sync/summit/matchmaking.h"

namespace foyer {

namespace {

constexpr Milliseconds seen_before{std::chrono::hours{1}}, day_long{std::chrono::hours{24}};

using Someone = MeetingSeen::Someone;

// Two terminals that see the same speak of one call.
std::string call_of(const Meeting& meeting) {
    return "meeting-" + to_hex(hash({as_bytes(meeting.id.text)}).view().first(8));
}

} // namespace

Someone someone(const Ledger& ledger, const AttendeeId& id, const std::optional<Attendee>& attendee) {
    Someone one{id, ledger.person(id).value_or(Person{}), {}, Someone::Is::expected};
    if (attendee) one.organisation = attendee->organisation;
    return one;
}

Someone someone(const Ledger& ledger, const AttendeeId& id) { return someone(ledger, id, ledger.attendee(id)); }

MeetingSeen seen(const Ledger& ledger, const Meeting& meeting) {
    const auto look = [&](const AttendeeId& id) {
        Someone one = someone(ledger, id);
        if (is_there(ledger, meeting, id)) one.is = Someone::Is::there;
        return one;
    };
    MeetingSeen seen{meeting, {}, std::nullopt};
    for (const AttendeeId& party : meeting.parties) seen.parties.push_back(look(party));
    if (meeting.interpreter) seen.interpreter = look(*meeting.interpreter);
    return seen;
}

std::vector<MeetingSeen> meetings_of(const Ledger& ledger, const AttendeeId& who, Instant now) {
    std::vector<MeetingSeen> all;
    for (const Meeting& meeting : ledger.meetings())
        if (takes_part(meeting, who) && meeting.ends > now - day_long) all.push_back(seen(ledger, meeting));
    return all;
}

Host::Host(Ledger& ledger, CheckpointId checkpoint, Stands stands, std::function<void(Event)> tell)
    : ledger_(ledger), checkpoint_(std::move(checkpoint)), stands_(stands), tell_(std::move(tell)) {
    tell_meetings();
}

bool Host::ask(const DeskRequest& request, const AttendeeId& by) {
    by_ = by;
    return std::visit(
        [this](const auto& asked) {
            if constexpr (requires { act_on(asked); }) return act_on(asked), true;
            return false;
        },
        request);
}

void Host::touched(const Subject& subject) {
    differ_ = differ_ || subject.kind == SubjectKind::meeting || subject.kind == SubjectKind::attendee;
}

void Host::ledger_changed() {
    if (std::exchange(differ_, false)) tell_meetings();
}

void Host::go_round() {
    if (stands_ == Stands::among_tables) look_after();
    tell_meetings();
}

void Host::tell_meetings() {
    if (stands_ != Stands::at_a_desk) return;
    const Instant now = ledger_.now();
    std::vector<MeetingSeen> all;
    for (const Meeting& meeting : ledger_.meetings()) {
        if (meeting.starts - seen_before > now) break; // by start
        if (meeting.ends > now) all.push_back(seen(ledger_, meeting));
    }
    if (all == told_) return;
    told_ = all;
    tell_(MeetingsChanged{std::move(all)});
}

// --- by itself -----------------------------------------------------------------------------------------------------

// Somebody is missing: the staff hear of it, once; and no more when it is over, one way or the other.
void Host::call_for_the_missing(const Meeting& meeting, std::vector<Draft>& drafts) const {
    const std::string id = call_of(meeting);
    const auto known = ledger_.call(id);
    const Instant now = ledger_.now();
    const bool open = known && known->state != Call::State::done;
    const bool alerting = alerts(ledger_, meeting, now);
    const auto write = [&](Call call) { drafts.push_back({{SubjectKind::call, id}, std::move(call), now}); };
    if (alerting && !known) write({checkpoint_, now, Call::State::open, {}, meeting.id});
    if (alerting || !open) return;
    Call done = *known;
    done.state = Call::State::done;
    write(std::move(done));
}

// Another terminal may have seen whoever is missing here: while the centre is away, nobody's meeting is given up.
bool Host::hears_of_all() const {
    auto others = ledger_.enrolled_doors();
    std::erase(others, ledger_.identity().device);
    return others.empty() || ledger_.in_contact(ledger_.now());
}

void Host::give_back(const Meeting& meeting, std::vector<Draft>& drafts) const {
    if (!lapses(ledger_, meeting, ledger_.now()) || !hears_of_all()) return;
    MeetingRuns released;
    released.then = MeetingRuns::Then::released;
    released.by = by_whom();
    drafts.push_back({{SubjectKind::meeting, meeting.id.text}, std::move(released), ledger_.now()});
}

void Host::look_after() {
    const Checkpoint* here = ledger_.programme().checkpoint(checkpoint_);
    if (!here) return;
    const Instant now = ledger_.now();
    std::vector<Draft> drafts;
    for (const Meeting& meeting : ledger_.meetings()) {
        if (meeting.starts > now) break; // by start
        if (meeting.ends <= now - day_long || !ledger_.programme().is_inside(meeting.table, here->place)) continue;
        call_for_the_missing(meeting, drafts);
        give_back(meeting, drafts);
    }
    // What cannot be written now is due again in a few seconds; the terminal tells its trouble with the next scan.
    if (!drafts.empty()) (void)ledger_.append(drafts);
}

// --- by staff ------------------------------------------------------------------------------------------------------

std::string Host::by_whom() const {
    const std::string& device = ledger_.identity().device_name;
    return by_.text.empty() ? device : device + ", " + by_.text;
}

void Host::act_on(const OpenMeeting& asked) {
    const Meeting* meeting = meeting_of(ledger_.meetings(), asked.meeting);
    if (!meeting) return; // it has gone meanwhile
    const Programme& programme = ledger_.programme();
    MeetingOpened opened{meeting->id, {}, {}};
    const Place* at = programme.place(meeting->table);
    for (const Place& place : programme.places) {
        if (place.kind != PlaceKind::table || place.id == meeting->table || (at && place.parent != at->parent))
            continue;
        const Meeting* other = taken_by(ledger_.meetings(), *meeting, place.id);
        opened.tables.push_back({place.id, other ? std::optional{other->ends} : std::nullopt});
    }
    for (const AttendeeId& id : ledger_.interpreters()) {
        if (takes_part(*meeting, id)) continue;
        const Meeting* other = busy_in(ledger_.meetings(), *meeting, id);
        opened.interpreters.push_back({someone(ledger_, id), other ? std::optional{other->ends} : std::nullopt});
    }
    tell_(std::move(opened));
}

std::optional<Fault> Host::in_the_way(const Meeting& meeting, const ChangeMeeting& act) const {
    const auto all = ledger_.meetings();
    const auto taken = [](const std::string& what, const Meeting& by) {
        return Fault{FaultKind::not_allowed, what + " is taken at that time: " + by.id.text};
    };
    const PlaceId& table = act.table.value_or(meeting.table);
    const bool takes_place = meeting.state == Meeting::State::planned || act.then == MeetingRuns::Then::planned;
    if (act.then != MeetingRuns::Then::released && takes_place)
        if (const Meeting* other = taken_by(all, meeting, table)) return taken(table.text, *other);
    if (act.table && !ledger_.programme().place(*act.table))
        return Fault{FaultKind::not_found, "there is no place " + act.table->text};
    if (!act.interpreter) return std::nullopt;
    if (!ledger_.attendee(*act.interpreter))
        return Fault{FaultKind::not_found, "nobody has the number " + act.interpreter->text};
    if (const Meeting* other = busy_in(all, meeting, *act.interpreter)) return taken(act.interpreter->text, *other);
    return std::nullopt;
}

void Host::act_on(const ChangeMeeting& act) {
    if (!may_ask(ledger_, by_, act)) return tell_(takes_supervisor(act));
    DeskActed acted{.request = act};
    const Meeting* meeting = meeting_of(ledger_.meetings(), act.meeting);
    if (!meeting)
        acted.fault = Fault{FaultKind::not_found, "there is no meeting " + act.meeting.text};
    else
        acted.fault = in_the_way(*meeting, act);
    if (acted.fault) return tell_(std::move(acted));
    const MeetingRuns runs{act.table, act.interpreter, {}, act.then, by_whom()};
    const Draft draft{{SubjectKind::meeting, act.meeting.text}, runs, ledger_.now()};
    if (const auto written = ledger_.append({&draft, 1}); !written) acted.fault = written.error();
    tell_(std::move(acted));
}

} // namespace foyer
