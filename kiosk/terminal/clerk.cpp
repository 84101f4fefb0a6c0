#include "kiosk/terminal/clerk.h"

#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/terminal/decide.h"
#include "kiosk/terminal/rights.h"
#include "scanner/code/parse.h"
#include "scanner/code/reading_text.h"
#include "sync/search/spelling.h"

namespace foyer {

namespace {

constexpr std::size_t rows_most = 20, cards_most = 20;

FoundPerson::State state_of(const PersonFile& file) {
    if (file.attendee.withdrawn) return FoundPerson::State::withdrawn;
    return has_arrived(file) ? FoundPerson::State::arrived : FoundPerson::State::expected;
}

bool is_for_desks(CardChoice choice) { return choice != CardChoice::revoke && choice != CardChoice::trust; }

} // namespace

Clerk::Clerk(Ledger& ledger, CheckpointId checkpoint, Ways ways)
    : ledger_(ledger), checkpoint_(std::move(checkpoint)), ways_(std::move(ways)), register_(ledger) {
    read_on();
    tell_cards();
}

void Clerk::touched(const Subject& subject) {
    if (subject.kind == SubjectKind::attendee) register_.touched({subject.id});
    if (is_shown(subject)) shown_may_differ_ = true;
    if (subject.kind == SubjectKind::badge) badges_differ_ = true;
    if (is_found(subject)) found_may_differ_ = true;
}

void Clerk::ask(const DeskRequest& request, const AttendeeId& by) {
    by_ = by;
    if (!may_ask(ledger_, by_, request)) return done(takes_supervisor(request), {});
    std::visit([this](const auto& asked) { act_on(asked); }, request);
}

// --- who there is --------------------------------------------------------------------------------------------------

void Clerk::read_on() {
    if (std::exchange(reading_, true)) return;
    ways_.later([this] {
        reading_ = false;
        if (register_.read_some()) return read_on();
        const bool half = last_found_ && last_found_->read < last_found_->people;
        if (half || std::exchange(found_may_differ_, false)) act_on(last_asked_);
    });
}

FoundPerson Clerk::found(const Match& match) const {
    FoundPerson one;
    one.id = match.id;
    const auto file = ledger_.person_file(match.id);
    if (!file) return one;
    one.person = file->person;
    one.organisation = file->attendee.organisation;
    one.state = state_of(*file);
    one.open_case = open_case(*file);
    using By = Match::By;
    if (match.by == By::native_name || match.by == By::reading) one.in = FoundPerson::In::native_name;
    if (match.by == By::latin_name) one.in = FoundPerson::In::latin_name;
    one.from = match.from;
    one.length = match.length;
    return one;
}

PeopleFound Clerk::answer(const FindPeople& asked) const {
    PeopleFound answer{.number = asked.number};
    // Typed, or read aloud from a broken badge: a whole code.
    const Presented code = parse(asked.query);
    if (code.form == Presented::Form::foyer)
        if (const auto badge = ledger_.badge_of(code)) {
            answer.best.push_back(found({badge->attendee, Match::By::id, {}, 0, 0}));
            answer.all = 1;
        }
    if (answer.best.empty()) {
        const Matches matches = register_.find(asked.query, rows_most);
        for (const Match& match : matches.best) answer.best.push_back(found(match));
        answer.all = matches.all;
    }
    std::string number = upper_case(asked.query);
    if (number.size() > 1 && number[1] != '-') number.insert(1, "-");
    if (const auto visitor = ledger_.visitor_case(number))
        answer.visitor = VisitorCase{number, visitor->reason, visitor->checkpoint, visitor->happened};
    answer.read = register_.read();
    answer.people = register_.people();
    return answer;
}

void Clerk::act_on(const FindPeople& asked) {
    last_asked_ = asked;
    last_found_ = answer(asked);
    ways_.tell(*last_found_);
}

// --- one of them ---------------------------------------------------------------------------------------------------

// As the summit calls it, else as is usual, in the languages of its screens.
static Wording region_of(const Summit& summit, const std::string& code) {
    if (code.empty()) return {};
    const auto own = std::ranges::find(summit.regions, code, &Summit::Region::code);
    if (own != summit.regions.end()) return own->name;
    Wording usual;
    for (const Language& language : summit.languages) usual.by_language[language] = search::region_name(code, language);
    return usual;
}

std::optional<Dossier> Clerk::dossier(const AttendeeId& who) const {
    auto file = ledger_.person_file(who);
    if (!file) return std::nullopt;
    Dossier dossier{.file = std::move(*file)};
    dossier.region = region_of(ledger_.programme().summit, dossier.file.attendee.country);
    if (const Checkpoint* here = ledger_.programme().checkpoint(checkpoint_))
        dossier.inside = ledger_.presence(who, here->place).inside;
    for (const auto& [item, loan] : ledger_.loans())
        if (loan.to == who) dossier.lent.push_back(item);
    if (!dossier.file.attendee.delegation) return dossier;
    for (const AttendeeId& id : register_.members(*dossier.file.attendee.delegation))
        if (const auto member = ledger_.person_file(id))
            dossier.delegation.push_back(
                {id, member->person, member->attendee.organisation, state_of(*member), member->badge});
    std::ranges::stable_sort(dossier.delegation, {},
                             [](const Dossier::Member& member) { return sort_name(member.person); });
    return dossier;
}

void Clerk::show(const AttendeeId& who, PersonLookedUp::By by) {
    shown_ = dossier(who);
    ways_.tell(PersonLookedUp{by, shown_, Reason::welcome});
}

void Clerk::act_on(const LookUpPerson& asked) { show(asked.who, PersonLookedUp::By::asked); }

void Clerk::act_on(const LookUpCase& asked) {
    const auto file = ledger_.person_file(asked.who);
    if (file && !open_case(*file).empty()) show(asked.who, PersonLookedUp::By::asked);
}

// What is wrong with a code, as staff are told it; welcome: nothing.
static Reason trouble_with(const Presented& code, const std::optional<Badge>& badge) {
    if (!badge) {
        using enum Presented::Form;
        if (code.form == foreign) return code.use == Presented::Use::any ? Reason::not_ours : Reason::other_ticket;
        if (code.form == unknown_key) return Reason::unknown_key;
        return code.form == retired_key ? Reason::retired_key : Reason::forged;
    }
    if (badge->state == BadgeState::revoked) return Reason::revoked;
    return badge->state == BadgeState::replaced ? Reason::outdated_badge : Reason::welcome;
}

void Clerk::scanned(const Presented& code) {
    const ProvenView view = proven_view(ledger_, code);
    const auto badge = view.badge_of(view.code());
    PersonLookedUp answer{PersonLookedUp::By::scanned, std::nullopt, trouble_with(view.code(), badge), {}};
    if (badge) answer.dossier = dossier(badge->attendee);
    if (badge && !answer.dossier) answer.reason = Reason::unknown_offline; // its holder has not arrived here yet
    if (answer.dossier) shown_ = answer.dossier;
    dead_.reset();
    if (badge && answer.reason != Reason::welcome) dead_ = {badge->attendee, answer.reason};
    const bool may_be_a_thing = !badge && view.code().form == Presented::Form::foreign &&
                                code.use == Presented::Use::any && is_valid_slug(code.text);
    if (may_be_a_thing && take_back_item(code.text)) return;
    if (may_be_a_thing) answer.item = code.text;
    ways_.tell(std::move(answer));
}

// A thing that is out and is scanned by itself is back.
bool Clerk::take_back_item(const std::string& item) {
    const auto loan = ledger_.loan(item);
    if (!loan || !loan->to) return false;
    const Draft back{{SubjectKind::item, item}, Loan{std::nullopt, ledger_.now()}, ledger_.now()};
    DeskActed acted{.request = ItemIsBack{item, *loan->to}};
    if (const auto written = ledger_.append({&back, 1}); !written) acted.fault = written.error();
    done(std::move(acted), {});
    return true;
}

void Clerk::act_on(const LendItem& act) {
    const Draft lent{{SubjectKind::item, act.item}, Loan{act.who, ledger_.now(), by_.text}, ledger_.now()};
    const auto written = ledger_.append({&lent, 1});
    done(act, written ? Result<>{} : std::unexpected(written.error()));
}

void Clerk::go_round() { tell_cards(); }

// Whether what is on the glass may be another one now: a person in it, a thing that is lent.
bool Clerk::is_shown(const Subject& subject) const {
    if (!shown_ || subject.kind == SubjectKind::item) return shown_.has_value();
    if (subject.kind != SubjectKind::attendee) return false;
    const auto& members = shown_->delegation;
    return shown_->file.attendee.id.text == subject.id ||
           std::ranges::any_of(members, [&](const Dossier::Member& member) { return member.id.text == subject.id; });
}

bool Clerk::is_found(const Subject& subject) const {
    return subject.kind == SubjectKind::attendee && last_found_ &&
           std::ranges::any_of(last_found_->best, [&](const FoundPerson& one) { return one.id.text == subject.id; });
}

// Staff see what other doors and desks do meanwhile.
void Clerk::ledger_changed() {
    read_on();
    // Whose badge it was is not said beside it: theirs is one look-up, all of the delegation would be many.
    if (std::exchange(badges_differ_, false) && shown_) {
        const auto row = ledger_.person_row(shown_->file.attendee.id);
        if (row && row->badge != shown_->file.badge) shown_may_differ_ = true;
    }
    if (std::exchange(shown_may_differ_, false)) show_again();
}

void Clerk::show_again() {
    if (!shown_) return;
    auto now = dossier(shown_->file.attendee.id);
    if (now == shown_) return;
    shown_ = std::move(now);
    ways_.tell(PersonLookedUp{PersonLookedUp::By::changed, shown_, Reason::welcome});
}

// --- the conflict inbox --------------------------------------------------------------------------------------------

void Clerk::tell_cards() {
    CardsChanged changed;
    std::vector<std::string> ids;
    for (Card& card : ledger_.cards()) {
        std::erase_if(card.choices, [](CardChoice choice) { return !is_for_desks(choice); });
        if (card.resolved || card.choices.empty() || ids.size() == cards_most) continue;
        ids.push_back(card.id);
        const auto person = card.who ? ledger_.person(*card.who) : std::nullopt;
        changed.open.push_back({std::move(card), person});
    }
    if (ids == std::exchange(cards_, ids)) return;
    ways_.tell(std::move(changed));
}

void Clerk::act_on(const ResolveCard& act) {
    for (const Card& card : ledger_.cards())
        if (card.id == act.card) {
            done(act, ledger_.resolve(card, act.choice, by_whom("at a desk")));
            return tell_cards();
        }
    done(act, fault(FaultKind::not_found, "that card is not in the inbox any more"));
}

// --- what staff do -------------------------------------------------------------------------------------------------

void Clerk::done(DeskActed acted, const AttendeeId& show_now) {
    const bool well = !acted.fault;
    ways_.tell(std::move(acted));
    if (well && !show_now.text.empty()) show(show_now, PersonLookedUp::By::asked);
}

static std::vector<std::pair<AttendeeId, FactId>> pairs(const std::vector<Recorded>& recorded) {
    std::vector<std::pair<AttendeeId, FactId>> all;
    for (const Recorded& one : recorded) all.emplace_back(one.who, one.fact);
    return all;
}

// What the door would say of them now; of a paper list, what it would have said then.
std::optional<Reason> Clerk::refused(const AttendeeId& who, const CheckByHand& act) const {
    const Checkpoint* here = ledger_.programme().checkpoint(checkpoint_);
    if (!here || act.direction == Direction::out || ledger_.presence(who, here->place).inside) return std::nullopt;
    if (dead_ && dead_->first == who) return dead_->second;
    return refused_in_person(ledger_, who, *here, act.happened);
}

std::string Clerk::by_whom(std::string why) const { return by_.text.empty() ? why : why + " by " + by_.text; }

void Clerk::act_on(const CheckByHand& act) {
    const Checkpoint* here = ledger_.programme().checkpoint(checkpoint_);
    if (!here) return done(act, fault(FaultKind::not_found, "this desk's checkpoint is not in the programme"));
    std::string why{name(act.why)};
    for (const AttendeeId& who : act.who)
        if (const auto refusal = refused(who, act)) {
            if (role_of(ledger_, by_) < StaffRole::supervisor) return done(takes_supervisor(act, refusal), {});
            if (act.who.size() == 1) why += " over " + std::string{name(*refusal)};
        }
    const auto recorded = check_by_hand(ledger_, *here, {act.who, act.direction, act.happened, by_whom(why)});
    DeskActed acted{.request = act};
    if (recorded)
        acted.recorded = pairs(*recorded);
    else
        acted.fault = recorded.error();
    done(std::move(acted), {}); // who is shown is told again by the commit
}

void Clerk::act_on(const TakeBack& act) {
    std::vector<Recorded> facts;
    for (const auto& [who, fact] : act.facts) facts.push_back({who, fact});
    done(act, take_back(ledger_, facts, by_whom("taken back at a desk, " + std::string{name(act.why)})));
}

void Clerk::act_on(const AddGuest& act) {
    const Checkpoint* here = ledger_.programme().checkpoint(checkpoint_);
    if (!here) return done(act, fault(FaultKind::not_found, "this desk's checkpoint is not in the programme"));
    NewGuest guest{.name = act.name, .latin_name = act.latin_name, .organisation = act.organisation};
    guest.category = act.category;
    const auto arrived = add_guest_here(ledger_, guest, *here, by_whom("walk_in"));
    if (!arrived) return done(act, std::unexpected(arrived.error()));
    DeskActed acted{.request = act};
    acted.recorded = {{arrived->guest.id, arrived->entered}};
    done(std::move(acted), arrived->guest.id);
}

void Clerk::act_on(const SubstituteGuest& act) {
    const NewGuest guest{.name = act.name, .latin_name = act.latin_name, .organisation = act.organisation};
    const std::string done_by = by_.text.empty() || act.allowed_by.empty() ? by_.text : ", written down by " + by_.text;
    const auto added = substitute(ledger_, act.instead_of, guest, act.allowed_by + done_by);
    if (!added) return done(act, std::unexpected(added.error()));
    done(act, {}, added->id);
}

void Clerk::act_on(const EditGuest& act) {
    const NewGuest guest{.name = act.name, .latin_name = act.latin_name, .organisation = act.organisation};
    done(act, edit_guest(ledger_, act.who, guest, by_.text), act.who);
}

void Clerk::act_on(const SettleHold& act) { done(act, settle_hold(ledger_, act.who, by_whom("settled")), act.who); }

} // namespace foyer
