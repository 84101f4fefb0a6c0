#include "kiosk/app/view_desk_parts.h"

#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/app/desk_form.h"
#include "kiosk/app/desk_steps.h"
#include "kiosk/app/guest.h"
#include "kiosk/app/verdict_words.h"
#include "kiosk/app/view_meeting.h"

namespace foyer {

namespace {

using Comes = DeskView::Member::Comes;
using FormKind = DeskForm::Kind;

Comes comes(const Dossier::Member& member, const StaffDesk& desk) {
    if (member.state == FoundPerson::State::withdrawn) return Comes::withdrawn;
    if (member.state == FoundPerson::State::arrived) return Comes::arrived;
    return desk.absent.contains(member.id) ? Comes::absent : Comes::now;
}

Msgid title_of(CardKind kind) {
    switch (kind) {
    case CardKind::double_admission: return "Entered twice"_t;
    case CardKind::admitted_against_revocation: return "Entered with a code that was dead"_t;
    case CardKind::withdrawn_twice: return "Withdrawn at two desks"_t;
    case CardKind::fork: return "Two histories of one terminal"_t;
    case CardKind::clock: return "A terminal's clock is off"_t;
    case CardKind::over_full: return "More people than places"_t;
    case CardKind::quarantined: return "Records that do not count"_t;
    }
    return "Records that do not count"_t;
}

// What a desk may decide; revoking a device is for organisers.
std::optional<Msgid> words_of(CardChoice choice) {
    switch (choice) {
    case CardChoice::noted: return "Seen"_t;
    case CardChoice::both_stand: return "Both stand"_t;
    case CardChoice::void_earlier: return "Take the earlier back"_t;
    case CardChoice::void_later: return "Take the later back"_t;
    case CardChoice::admission_stands: return "The entry stands"_t;
    case CardChoice::void_admission: return "Take the entry back"_t;
    case CardChoice::revoke:
    case CardChoice::trust: break;
    }
    return std::nullopt;
}

DeskView::InboxCard card_view(const OpenCard& open, const Model& model, const Voice& voice) {
    const Card& card = open.card;
    DeskView::InboxCard view;
    view.id = card.id;
    view.title = voice.say(title_of(card.kind));
    if (card.who) view.who = staff_name(open.person.value_or(Person{}), *card.who).native;
    std::string where;
    for (const CardEvent& event : card.events) {
        const Checkpoint* at = event.checkpoint ? model.programme.checkpoint(*event.checkpoint) : nullptr;
        const std::string name = at ? voice.of(at->name).text : event.device_name;
        const auto said = time_of_day(model.programme.summit, event.happened) + "\u00a0" + name;
        where = where.empty() ? said : voice.text("{1}, {2}"_t, {where, said});
    }
    view.what = where.empty() ? Label{card.what, "en"} : Label{where, voice.language()};
    for (const CardChoice choice : card.choices)
        if (const auto words = words_of(choice)) view.decisions.push_back({choice, voice.say(*words)});
    return view;
}

Msgid name_of(DeskForm::Field field) {
    switch (field) {
    case DeskForm::Field::name: return "Name"_t;
    case DeskForm::Field::latin_name: return "Name in Latin letters"_t;
    case DeskForm::Field::organisation: return "Organisation"_t;
    case DeskForm::Field::allowed_by: return "Allowed by"_t;
    }
    return "Name"_t;
}

void describe_fields(DeskView::Form& view, const DeskForm& form, const Voice& voice) {
    for (std::size_t i = 0; i < form.fields.size(); ++i)
        view.fields.push_back({voice.say(name_of(form.fields[i].first)), form.fields[i].second, form.focus == i});
}

void describe_paper(DeskView::Form& view, const DeskForm& form, const Model& model, const Voice& voice) {
    view.title = voice.say("From a list on paper"_t);
    view.line = voice.say("When did it happen?"_t);
    view.time = time_of_day(model.programme.summit, form.at);
    const Milliseconds ago = model.now - form.at;
    view.ago = ago < std::chrono::minutes{1} ? voice.say("now"_t) : voice.say("{1} ago"_t, {span_words(voice, ago)});
    using std::chrono::minutes;
    for (const int step : {60, 10, 1})
        view.steps.push_back(
            {Label{"\u2212" + span_words(voice, minutes{step}), voice.language()}, false, StepBack{minutes{step}}});
    for (const int step : {1, 10, 60})
        view.steps.push_back(
            {Label{"+" + span_words(voice, minutes{step}), voice.language()}, false, StepBack{-minutes{step}}});
    for (const auto& [direction, words] : {std::pair{Direction::in, "Came in"_t}, {Direction::out, "Went out"_t}})
        view.choices.push_back({voice.say(words), form.direction == direction, ChooseDirection{direction}});
    view.confirm_button = voice.say("Record"_t);
}

void describe_walk_in(DeskView::Form& view, const DeskForm& form, const Voice& voice) {
    view.title = voice.say("Somebody who was not expected"_t);
    view.line = voice.say("Is checked in at once. The badge can be printed next."_t);
    using enum Category;
    for (const Category category : {guest, delegate, speaker, press, exhibitor, vip}) {
        const Label words =
            category == guest ? voice.say("Guest"_t) : Label{category_words(voice, category), voice.language()};
        view.choices.push_back({words, form.category == category, ChooseCategory{category}});
    }
    view.confirm_button = voice.say("Add and check in"_t);
}

Label told_words(const DeskActed& acted, const Voice& voice) {
    struct Say {
        const DeskActed& acted;
        const Voice& voice;
        Label operator()(const CheckByHand& act) const {
            const auto count = static_cast<long>(acted.recorded.size());
            if (count == 0) return voice.say("Nothing to record: already inside."_t);
            if (act.direction == Direction::out)
                return voice.count("{1} person checked out"_t, "{1} people checked out"_t, count);
            return voice.count("{1} person checked in"_t, "{1} people checked in"_t, count);
        }
        Label operator()(const TakeBack&) const { return voice.say("Taken back"_t); }
        Label operator()(const PrintBadges& act) const {
            return voice.count("{1} badge is in {2}"_t, "{1} badges are in {2}"_t,
                               static_cast<long>(act.who.size() - acted.left_out.size()), {acted.where});
        }
        Label operator()(const HandOverBadges& act) const {
            return voice.count("{1} badge handed over"_t, "{1} badges handed over"_t,
                               static_cast<long>(act.badges.size()));
        }
        Label operator()(const SettleCase& act) const {
            return act.state == CaseState::waits ? voice.say("Waits for staff: {1}"_t, {unbroken(act.number)})
                                                 : voice.say("Seen to: {1}"_t, {unbroken(act.number)});
        }
        Label operator()(const LookUpCase&) const { return {}; }
        Label operator()(const KeepStand&) const { return {}; }
        Label operator()(const ShowLoans&) const { return {}; }
        Label operator()(const PrintLoans&) const { return voice.say("The list is in {1}"_t, {acted.where}); }
        Label operator()(const AddGuest&) const { return voice.say("Added and checked in"_t); }
        Label operator()(const EditGuest&) const { return voice.say("Changed. The badge can be printed now."_t); }
        Label operator()(const SubstituteGuest&) const {
            return voice.say("Substituted. The old codes open nothing any more."_t);
        }
        Label operator()(const PrintBadge&) const { return voice.say("The badge is in {1}"_t, {acted.where}); }
        Label operator()(const HandOverBadge&) const { return voice.say("Badge handed over"_t); }
        Label operator()(const SettleHold&) const { return voice.say("Settled: doors let this person in"_t); }
        Label operator()(const ResolveCard&) const { return voice.say("Decided"_t); }
        Label operator()(const LendItem& act) const { return voice.say("Lent: {1}"_t, {act.item}); }
        Label operator()(const ItemIsBack& act) const { return voice.say("{1} is back"_t, {act.item}); }
        Label operator()(const PrintRoll&) const { return voice.say("The list is in {1}"_t, {acted.where}); }
        Label operator()(const ShowRoll&) const { return {}; }
        Label operator()(const CallStaffHere&) const { return {}; }
        Label operator()(const AnswerCall&) const { return {}; }
        Label operator()(const SetEmergency&) const { return {}; }
        Label operator()(const FindPeople&) const { return {}; }
        Label operator()(const LookUpPerson&) const { return {}; }
        Label operator()(const ChangeSession&) const { return {}; }
        Label operator()(const ClaimToBe&) const { return {}; }
        Label operator()(const ShowHealth&) const { return {}; }
        Label operator()(const OpenMeeting&) const { return {}; }
        Label operator()(const ChangeMeeting&) const { return voice.say("The meeting was changed"_t); }
    };
    if (acted.refused) return voice.say("A supervisor is needed: {1}"_t, {voice.text(words_for(*acted.refused).staff)});
    if (acted.needs == DeskActed::Needs::supervisor) return voice.say("This takes a supervisor."_t);
    if (acted.fault) return voice.say("Not recorded: {1}"_t, {acted.fault->detail});
    return std::visit(Say{acted, voice}, acted.request);
}

} // namespace

// Badges of a delegation: what is not printed yet first, then what waits to be handed over.
static void describe_papers(DeskView::Party& party, const StaffDesk& desk, const Voice& voice) {
    const auto count = [](const auto& all) { return static_cast<long>(all.size()); };
    if (const long print = count(to_be_printed(desk)); print > 0) {
        party.papers_button = voice.count("Print {1} badge"_t, "Print {1} badges"_t, print);
        party.papers_asks = DeskTap::What::print_together;
    } else if (const long waiting = count(to_be_handed_over(desk)); waiting > 0) {
        party.papers_button = voice.count("Hand over {1} badge"_t, "Hand over {1} badges"_t, waiting);
        party.papers_asks = DeskTap::What::hand_over_together;
    }
}

void describe_party(DeskView& view, const Model& model, const Voice& voice) {
    const StaffDesk& desk = model.desk;
    if (!desk.dossier || desk.dossier->delegation.size() < 2) return;
    DeskView::Party party;
    const auto& id = desk.dossier->file.attendee.delegation;
    const Delegation* found = id ? model.programme.delegation(*id) : nullptr;
    party.name = found ? voice.of(found->name) : voice.say("Delegation"_t);
    party.page = desk.members_page;
    party.count = std::to_string(desk.dossier->delegation.size());
    const auto now = static_cast<long>(to_be_checked_in(desk).size());
    long absent = 0;
    for (const auto& member : desk.dossier->delegation) {
        const PersonName name = staff_name(member.person, member.id);
        const Comes how = comes(member, desk);
        const Label line = name.latin.text.empty() ? voice.of(member.organisation) : name.latin;
        party.members.push_back({member.id, name.native, line, how});
        if (how == Comes::absent) ++absent;
    }
    std::ranges::stable_sort(party.members, {}, [](const DeskView::Member& member) {
        return member.comes == Comes::arrived || member.comes == Comes::withdrawn;
    });
    if (now + absent > 0)
        party.line = voice.join({absent == 0 ? "" : voice.count("{1} absent"_t, "{1} are absent"_t, absent).text,
                                 voice.text("tap who is absent"_t)});
    else
        party.line = voice.say("All are here"_t);
    if (now > 0) party.button = voice.count("Check in {1} person"_t, "Check in {1} together"_t, now);
    describe_papers(party, desk, voice);
    view.party = std::move(party);
}

void describe_inbox(DeskView& view, const Model& model, const Voice& voice) {
    const StaffDesk& desk = model.desk;
    if (desk.cards.empty()) return;
    DeskView::Inbox inbox;
    inbox.title = voice.say("Inbox: {1}"_t, {std::to_string(desk.cards.size())});
    const auto newest = card_view(desk.cards.front(), model, voice);
    inbox.first = voice.join({newest.title.text, newest.who.text});
    inbox.close_button = voice.say("Close"_t);
    if (desk.inbox == StaffDesk::Inbox::open)
        for (const OpenCard& card : desk.cards) inbox.cards.push_back(card_view(card, model, voice));
    view.inbox = std::move(inbox);
}

// Nobody called: somebody of a meeting is missing.
static std::string missing_words(const Model& model, const Call& call, const Voice& voice) {
    const MeetingSeen* seen = call.meeting ? meeting_with(model.meetings, *call.meeting) : nullptr;
    if (!seen) return {};
    const std::string who = names_of(*seen, voice, MeetingSeen::Someone::Is::expected);
    return who.empty() ? ""
                       : voice.text("{1}: waiting for {2}"_t,
                                    {table_words(voice, model.programme, seen->meeting.table).text, who});
}

// Nobody called: a discreet guest has come, or waits with a case number.
static std::string arrival_words(const OpenCall& open, const std::string& where, const Voice& voice) {
    const Person& person = open.guest->person;
    const std::string& known = person.latin_name.empty() ? person.native_name : person.latin_name;
    const std::string name = known.empty() ? open.guest->id.text : known; // purged
    const std::string& number = open.call.case_number;
    const std::string organisation = voice.of(open.guest->organisation).text;
    const std::string said = number.empty() ? voice.text("Arrived: {1}, {2}"_t, {name, where})
                                            : voice.text("Waiting: {1}, {2}"_t, {name, where});
    return voice.join({said, number.empty() ? open.seat : unbroken(number), organisation}).text;
}

static std::string call_words(const Model& model, const OpenCall& open, const Voice& voice) {
    const Checkpoint* at = model.programme.checkpoint(open.call.checkpoint);
    const std::string where = at ? voice.of(at->name).text : open.call.checkpoint.text;
    if (open.guest) return arrival_words(open, where, voice);
    const std::string missing = missing_words(model, open.call, voice);
    return missing.empty() ? voice.text("Staff are wanted: {1}"_t, {where}) : missing;
}

// Who has called comes before who has arrived.
void describe_calls(DeskView& view, const Model& model, const Voice& voice) {
    std::vector<const OpenCall*> calls;
    for (const OpenCall& open : model.calls)
        if (is_for_desk(model, open)) calls.push_back(&open);
    std::ranges::stable_partition(calls, [](const OpenCall* open) { return !open->guest; });
    for (const OpenCall* call : calls) {
        const OpenCall& open = *call;
        const bool taken = open.call.state == Call::State::taken;
        const auto since = voice.text("{1} ago"_t, {span_words(voice, model.now - open.call.called)});
        const Label words =
            voice.join({call_words(model, open, voice), since, taken ? taker_words(open, voice) : std::string{}});
        view.calls.push_back({open.id, words, taken ? voice.say("Done"_t) : voice.say("I take it"_t),
                              TakeCall{open.id, taken ? Call::State::done : Call::State::taken}});
    }
}

void describe_roll(DeskView& view, const Model& model, const Voice& voice) {
    if (!may_at_desk(model, DeskTap::What::open_roll)) return;
    view.roll_button = voice.say("Who is where"_t);
    const auto& called = model.desk.roll;
    if (!called) return;
    DeskView::Roll roll;
    roll.title = voice.join({view.roll_button.text, voice.number(called->all)});
    roll.note = voice.say("Last seen at a door, as of {1}. Who left without a scan is still listed."_t,
                          {time_of_day(model.programme.summit, called->as_of)});
    for (const auto& [id, count] : called->places) {
        const Place* place = model.programme.place(id);
        const Label name = place && !place->name.empty() ? voice.of(place->name) : Label{id.text, "en"};
        roll.rows.push_back({name, voice.number(count)});
    }
    roll.print_button = voice.say("Print the list"_t);
    roll.close_button = voice.say("Close"_t);
    roll.asks = {{roll.title.text, roll.note.text, voice.language()}};
    view.roll = std::move(roll);
}

void describe_form(DeskView& view, const Model& model, const Voice& voice) {
    const StaffDesk& desk = model.desk;
    if (!desk.form) return;
    DeskView::Form form;
    const std::string name =
        desk.dossier ? staff_name(desk.dossier->file.person, desk.dossier->file.attendee.id).native.text : "";
    describe_fields(form, *desk.form, voice);
    form.can_confirm = is_complete(*desk.form, model.at_desk.who);
    switch (desk.form->kind) {
    case FormKind::from_paper: describe_paper(form, *desk.form, model, voice); break;
    case FormKind::walk_in: describe_walk_in(form, *desk.form, voice); break;
    case FormKind::substitute:
        form.title = voice.say("Somebody comes instead of {1}"_t, {name});
        form.line = voice.say("Delegation, seat, forums and meetings move. All codes of {1} die."_t, {name});
        form.confirm_button = voice.say("Substitute"_t);
        break;
    case FormKind::edit:
        form.title = voice.say("What is on the badge"_t);
        form.line = voice.say("Print it again afterwards."_t);
        form.confirm_button = voice.say("Change"_t);
        break;
    case FormKind::take_back: describe_take_back(form, *desk.form, model, voice); break;
    case FormKind::by_hand: describe_reasons(form, desk, voice); break;
    }
    if (desk.acting) form.can_confirm = false;
    form.cancel_button = voice.say("Cancel"_t);
    view.form = std::move(form);
}

// Whose badge is not among those that were printed.
static std::string left_out_words(const DeskActed& acted, const Voice& voice) {
    std::string names;
    for (const auto& [id, person] : acted.left_out) {
        const std::string name = staff_name(person, id).native.text;
        names = names.empty() ? name : voice.text("{1}, {2}"_t, {names, name});
    }
    return names.empty() ? "" : voice.text("Not printed: {1}"_t, {names});
}

void describe_told(DeskView& view, const Model& model, const Voice& voice) {
    const StaffDesk& desk = model.desk;
    if (desk.offered) {
        const auto& file = desk.offered->dossier.file;
        view.told = DeskView::Told{
            voice.say("A badge was held up: {1}"_t, {staff_name(file.person, file.attendee.id).native.text}), false,
            voice.say("Open"_t), DeskTap::What::open_offered};
        return;
    }
    if (desk.unknown) {
        const VerdictWords& words = words_for(desk.unknown->reason);
        view.told = DeskView::Told{voice.say(words.staff), true, {}, {}};
        return;
    }
    if (!desk.item.empty() && desk.dossier) {
        const auto& file = desk.dossier->file;
        view.told = DeskView::Told{
            voice.say("Lend {1} to {2}?"_t, {desk.item, staff_name(file.person, file.attendee.id).native.text}), false,
            voice.say("Lend"_t), DeskTap::What::lend};
        return;
    }
    if (!desk.told) return;
    const DeskActed& acted = desk.told->what;
    Label words = told_words(acted, voice);
    if (const auto& of = desk.told->of; of && !acted.fault)
        words = voice.join({words.text, staff_name(of->person, of->attendee.id).native.text});
    if (std::holds_alternative<PrintBadges>(acted.request))
        words = voice.join({words.text, left_out_words(acted, voice)});
    const bool attention = acted.fault || !acted.left_out.empty();
    DeskView::Told told{std::move(words), attention, {}, DeskTap::What::undo};
    const auto* closed = std::get_if<SettleCase>(&acted.request);
    const bool can = closed ? closed->state == CaseState::seen_to : !acted.recorded.empty();
    if (!acted.fault && can && may_at_desk(model, DeskTap::What::undo)) told.button = voice.say("Undo"_t);
    view.told = std::move(told);
}

} // namespace foyer
