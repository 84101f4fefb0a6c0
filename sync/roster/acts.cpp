#include "sync/roster/acts.h"

#include <algorithm>

#include "scanner/code/short_code.h"

namespace foyer {

namespace {

std::unexpected<Fault> nobody(const AttendeeId& id) {
    return fault(FaultKind::not_found, "nobody on the roster has the number " + id.text);
}

Draft by_hand(const Ledger& ledger, const Checkpoint& checkpoint, const ByHand& act, const AttendeeId& who) {
    const auto row = ledger.person_row(who);
    const auto badge = row && row->badge ? std::optional{row->badge->id} : std::nullopt;
    if (act.direction == Direction::out)
        return {subject_of(who), Left{checkpoint.place, checkpoint.id, badge, act.why}, act.happened};
    return {subject_of(who), Entered{checkpoint.place, checkpoint.id, badge, Reason::by_hand, act.why}, act.happened};
}

// Codes of theirs that still open doors.
std::vector<BadgeId> living_badges(const Ledger& ledger, const AttendeeId& who) {
    std::vector<BadgeId> living;
    for (const Badge& badge : ledger.badges_of(who))
        if (badge.state != BadgeState::revoked && badge.state != BadgeState::replaced) living.push_back(badge.id);
    return living;
}

} // namespace

Result<std::vector<Recorded>> check_by_hand(Ledger& ledger, const Checkpoint& checkpoint, const ByHand& act) {
    if (act.happened > ledger.now()) return fault(FaultKind::bad_input, "that time has not come yet");
    std::vector<Draft> drafts;
    std::vector<AttendeeId> who;
    for (const AttendeeId& id : act.who) {
        const auto known = ledger.attendee(id);
        if (!known) return nobody(id);
        if (known->withdrawn && act.direction == Direction::in)
            return fault(FaultKind::bad_input, "the registration of " + id.text + " was withdrawn");
        if (act.direction == Direction::in && ledger.presence(id, checkpoint.place).inside) continue;
        drafts.push_back(by_hand(ledger, checkpoint, act, id));
        who.push_back(id);
    }
    if (drafts.empty()) return std::vector<Recorded>{};
    const auto facts = ledger.append(drafts);
    if (!facts) return std::unexpected(facts.error());
    std::vector<Recorded> recorded;
    for (std::size_t i = 0; i < who.size(); ++i) recorded.push_back({who[i], (*facts)[i]});
    return recorded;
}

Result<> take_back(Ledger& ledger, std::span<const Recorded> facts, const std::string& why) {
    std::vector<Draft> drafts;
    for (const Recorded& one : facts) drafts.push_back({subject_of(one.who), Voided{one.fact, why}, ledger.now()});
    if (drafts.empty()) return {};
    if (auto appended = ledger.append(drafts); !appended) return std::unexpected(appended.error());
    return {};
}

// Their meetings that are still to come, with the other one in their place.
static void move_meetings(const Ledger& ledger, const AttendeeId& from, const AttendeeId& to,
                          std::vector<Draft>& drafts) {
    for (const Meeting& meeting : ledger.meetings()) {
        if (meeting.ends <= ledger.now() || !takes_part(meeting, from)) continue;
        MeetingRuns runs;
        runs.by = ledger.identity().device_name + ", a substitute";
        if (meeting.interpreter == from) {
            runs.interpreter = to;
        } else {
            runs.parties = meeting.parties;
            std::ranges::replace(runs.parties, from, to);
        }
        drafts.push_back({{SubjectKind::meeting, meeting.id.text}, std::move(runs), ledger.now()});
    }
}

Result<AddedGuest> substitute(Ledger& ledger, const AttendeeId& instead_of, NewGuest guest,
                              const std::string& allowed_by) {
    auto before = ledger.attendee(instead_of);
    if (!before) return nobody(instead_of);
    if (before->withdrawn) return fault(FaultKind::bad_input, "this registration was withdrawn already");
    Attendee as = *before;
    if (!guest.organisation.empty()) as.organisation = {{{"", guest.organisation}}};
    if (guest.language.empty()) guest.language = as.language;
    as.language = guest.language;
    const auto& offered = ledger.programme().summit.languages;
    if (std::ranges::count(offered, guest.language) == 0) guest.language.clear(); // an import may know others
    auto made = guest_drafts(ledger, guest, as);
    if (!made) return std::unexpected(made.error());

    const Instant now = ledger.now();
    auto& drafts = made->drafts;
    before->withdrawn = true;
    drafts.push_back({subject_of(instead_of), *before, now});
    for (const BadgeId& badge : living_badges(ledger, instead_of))
        drafts.push_back({subject_of(badge), BadgeRevoked{"substituted"}, now});
    move_meetings(ledger, instead_of, made->guest.id, drafts);
    const std::string allowed = allowed_by.empty() ? "" : " Allowed by " + allowed_by + ".";
    // By number: a name in a note of somebody else's would outlive a purge.
    drafts.push_back({subject_of(made->guest.id), Note{"Comes instead of " + instead_of.text + "." + allowed}, now});
    drafts.push_back({subject_of(instead_of), Note{"Substituted by " + made->guest.id.text + "." + allowed}, now});
    if (as.delegation)
        if (const Delegation* party = ledger.programme().delegation(*as.delegation);
            party && party->focal_point == instead_of) {
            Delegation led = *party;
            led.focal_point = made->guest.id;
            drafts.push_back({{SubjectKind::delegation, led.id.text}, led, now});
        }
    if (auto appended = ledger.append(drafts); !appended) return std::unexpected(appended.error());
    return std::move(made->guest);
}

Result<> settle_hold(Ledger& ledger, const AttendeeId& who, const std::string& settled) {
    auto attendee = ledger.attendee(who);
    if (!attendee) return nobody(who);
    if (attendee->hold == Hold::none) return {};
    attendee->hold = Hold::none;
    const std::vector<Draft> drafts{{subject_of(who), *attendee, ledger.now()},
                                    {subject_of(who), Note{"What kept them is " + settled + "."}, ledger.now()}};
    if (auto appended = ledger.append(drafts); !appended) return std::unexpected(appended.error());
    return {};
}

Result<> edit_guest(Ledger& ledger, const AttendeeId& who, const NewGuest& guest, const std::string& by) {
    auto attendee = ledger.attendee(who);
    auto person = ledger.person(who);
    if (!attendee || !person) return nobody(who);
    if (guest.name.find_first_not_of(' ') == std::string::npos)
        return fault(FaultKind::bad_input, "The field \"name\" is empty.");
    std::vector<Draft> drafts;
    const Person before = *person;
    if (person->native_name != guest.name) person->short_name.clear(); // it belonged to the other one
    person->native_name = guest.name;
    person->latin_name = guest.latin_name.empty() ? latin_form_of(guest.name) : guest.latin_name;
    if (*person != before) drafts.push_back({subject_of(who), *person, ledger.now()});
    const auto& texts = attendee->organisation.by_language;
    const bool as_it_was =
        std::ranges::any_of(texts, [&](const auto& text) { return text.second == guest.organisation; });
    if (!as_it_was && !(texts.empty() && guest.organisation.empty())) {
        attendee->organisation.by_language.clear();
        if (!guest.organisation.empty()) attendee->organisation.by_language[""] = guest.organisation;
        drafts.push_back({subject_of(who), *attendee, ledger.now()});
    }
    if (drafts.empty()) return {};
    // By number: a name in a note of somebody else's would outlive a purge.
    if (!by.empty()) drafts.push_back({subject_of(who), Note{"Badge edited by " + by + "."}, ledger.now()});
    if (auto appended = ledger.append(drafts); !appended) return std::unexpected(appended.error());
    return {};
}

Result<FreshBadge> fresh_badge(const Ledger& ledger, const AttendeeId& who) {
    if (!ledger.attendee(who)) return nobody(who);
    FreshBadge fresh{{}, who, 1, mint(BadgeKind::badge), std::nullopt};
    for (const Badge& badge : ledger.badges_of(who)) {
        fresh.revision = std::max(fresh.revision, badge.revision + 1);
        const bool dead = badge.state == BadgeState::revoked || badge.state == BadgeState::replaced;
        if (badge.kind == BadgeKind::badge && !dead && !fresh.replaces) fresh.replaces = badge.id;
    }
    fresh.id = badge_id_of(code_hash(ledger.identity().code_key, fresh.code));
    return fresh;
}

Result<> issue_printed(Ledger& ledger, const FreshBadge& fresh, const BadgePrinted& printed) {
    const BadgeIssued issued{fresh.who, BadgeKind::badge, fresh.revision,
                             code_hash(ledger.identity().code_key, fresh.code), fresh.replaces};
    const Subject badge = subject_of(fresh.id);
    const Instant now = ledger.now();
    const std::vector<Draft> drafts{{badge, issued, now}, {badge, BadgeCode{fresh.code}, now}, {badge, printed, now}};
    if (auto appended = ledger.append(drafts); !appended) return std::unexpected(appended.error());
    return {};
}

Result<> hand_over(Ledger& ledger, const BadgeId& badge, const BadgeHandedOver& handed) {
    const Draft given{subject_of(badge), handed, ledger.now()};
    if (auto appended = ledger.append({&given, 1}); !appended) return std::unexpected(appended.error());
    return {};
}

} // namespace foyer
