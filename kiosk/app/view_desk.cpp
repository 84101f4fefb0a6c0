// A staff desk: who was found, and who is open.
#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/app/desk_steps.h"
#include "kiosk/app/guest.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/verdict_words.h"
#include "kiosk/app/view_desk_parts.h"

namespace foyer {

namespace {

using Row = DeskView::Row;
using What = DeskTap::What;

constexpr std::size_t events_most = 12; // screens show as many as there is room for

DeskView::State state_of(FoundPerson::State state) { return static_cast<DeskView::State>(state); }

Row row_of(const Voice& voice, const FoundPerson& found, const StaffDesk& desk) {
    Row row;
    row.id = found.id;
    const PersonName name = staff_name(found.person, found.id);
    row.name = name.native;
    row.line = voice.join({name.latin.text, voice.of(found.organisation).text});
    using In = FoundPerson::In;
    // A person whose name is in Latin letters has it on the first line alone.
    const bool in_line = found.in == In::latin_name && !name.latin.text.empty();
    row.marked = found.length == 0         ? Row::Marked::nothing
                 : in_line                 ? Row::Marked::line
                 : found.in != In::neither ? Row::Marked::name
                                           : Row::Marked::nothing;
    row.from = found.from;
    row.length = found.length;
    const auto& shown = row.marked == Row::Marked::line ? row.line.text : row.name.text;
    if (row.from + row.length > shown.size()) row.marked = Row::Marked::nothing;
    row.state = state_of(found.state);
    row.case_number = unbroken(found.open_case);
    row.chosen = desk.dossier && desk.dossier->file.attendee.id == found.id;
    return row;
}

void describe_search(DeskView& view, const StaffDesk& desk, const Voice& voice) {
    const bool reading = desk.found.read < desk.found.people;
    view.search.empty = desk.query.empty();
    view.search.text = view.search.empty ? voice.say("Name, organisation, telephone or number"_t)
                                         : Label{desk.query, voice.language()};
    view.search.focused = !desk.form;
    if (reading)
        view.search.found =
            voice.say("reading the roster: {1} of {2}"_t, {voice.number(static_cast<long>(desk.found.read)),
                                                           voice.number(static_cast<long>(desk.found.people))});
    else if (!view.search.empty)
        view.search.found = voice.say("{1} found"_t, {voice.number(static_cast<long>(desk.found.all))});
    view.rows_page = desk.rows_page;
    if (view.search.empty) return;
    for (const FoundPerson& found : desk.found.best) view.rows.push_back(row_of(voice, found, desk));
    const bool answered = desk.found.number == desk.asked;
    if (desk.found.all > view.rows.size())
        view.more = voice.count("and {1} more"_t, "and {1} more people"_t,
                                static_cast<long>(desk.found.all - view.rows.size()));
    if (answered && view.rows.empty() && !reading) view.more = voice.say("Nobody of that name or number."_t);
}

// Somebody whom nobody knew was sent here with a number.
void describe_visitor(DeskView& view, const Model& model, const Voice& voice) {
    const auto& visitor = model.desk.found.visitor;
    if (!visitor || model.desk.query.empty()) return;
    const VerdictWords& words = words_for(visitor->reason);
    const auto time = time_of_day(model.programme.summit, visitor->happened);
    view.more = voice.join({unbroken(visitor->number), time, voice.text(words.staff)});
}

struct State {
    Label words;
    DeskView::Someone::Tone tone;
};
State state_words(const Dossier& dossier, const Voice& voice) {
    using Tone = DeskView::Someone::Tone;
    if (dossier.file.attendee.withdrawn) return {voice.say("Registration withdrawn"_t), Tone::attention};
    if (const std::string open = open_case(dossier.file); !open.empty())
        return {voice.say("Waits for staff: {1}"_t, {unbroken(open)}), Tone::attention};
    if (dossier.inside) return {voice.say("Checked in"_t), Tone::good};
    if (dossier.file.attendee.hold != Hold::none) return {voice.say("Not checked in"_t), Tone::attention};
    if (has_arrived(dossier.file)) return {voice.say("Was here, went out"_t), Tone::neutral};
    return {voice.say("Not checked in"_t), Tone::neutral};
}

Label badge_words(const PersonFile& file, const Voice& voice) {
    if (!file.badge) return voice.say("none"_t);
    const bool invitation = file.badge->kind == BadgeKind::invitation;
    if (invitation) return voice.say("invitation only"_t);
    if (file.badge->state == BadgeState::handed_over) return voice.say("handed over"_t);
    return file.badge->state == BadgeState::printed ? voice.say("printed, not handed over"_t)
                                                    : voice.say("not printed"_t);
}

std::string forums_of(const Model& model, const Attendee& who, const Voice& voice) {
    std::string list;
    for (const ForumId& id : who.forums)
        if (const Forum* forum = model.programme.forum(id)) {
            const auto& wording = forum->short_name.empty() ? forum->name : forum->short_name;
            list = list.empty() ? voice.of(wording).text : voice.text("{1}, {2}"_t, {list, voice.of(wording).text});
        }
    return list;
}

void describe_lines(DeskView::Someone& view, const Model& model, const Dossier& dossier, const Voice& voice) {
    const PersonFile& file = dossier.file;
    const auto line = [&](Msgid name, Label value) {
        if (!value.text.empty()) view.lines.push_back({voice.say(name), std::move(value)});
    };
    const auto own = [&](std::string text) { return Label{std::move(text), voice.language()}; };
    const Hold hold = file.attendee.hold;
    if (hold != Hold::none) {
        const bool unpaid = hold == Hold::unpaid || hold == Hold::incomplete;
        line("Note"_t, voice.say(words_for(unpaid ? Reason::unpaid : Reason::needs_person).staff));
    }
    line("Organisation"_t, voice.of(file.attendee.organisation));
    line("Country or region"_t, voice.of(dossier.region));
    if (file.attendee.delegation)
        if (const Delegation* party = model.programme.delegation(*file.attendee.delegation))
            line("Delegation"_t, voice.of(party->name));
    line("Seat"_t, own(unbroken(file.attendee.seat)));
    line("Forums"_t, own(forums_of(model, file.attendee, voice)));
    line("Badge"_t, badge_words(file, voice));
    const bool has_it = file.badge && file.badge->state == BadgeState::handed_over;
    if (!has_it) line("Badge lies in"_t, own(unbroken(file.attendee.box)));
    line("Speaks"_t, own(name_in(voice, file.attendee.language)));
    std::string lent;
    for (const std::string& item : dossier.lent) lent = lent.empty() ? item : voice.text("{1}, {2}"_t, {lent, item});
    line("Lent"_t, own(lent));
    line("Contact"_t, voice.join({file.contact.phone, file.contact.email}));
    for (const std::string& note : file.notes) line("Note"_t, own(note));
}

Label place_words(const Model& model, const AttendanceRow& row, const Voice& voice) {
    if (const Checkpoint* checkpoint = model.programme.checkpoint(row.checkpoint);
        checkpoint && !checkpoint->name.empty())
        return voice.of(checkpoint->name);
    return {row.checkpoint.text, "en"};
}

// What was said of it by hand: why it was done, and why it was taken back.
std::string said_of(const PersonFile& file, const AttendanceRow& row, const Voice& voice) {
    const auto find = [&](const std::map<FactId, std::string>& all) {
        const auto found = all.find(row.id);
        return found == all.end() ? std::string_view{} : std::string_view{found->second};
    };
    const auto why = by_hand_why(find(file.why));
    const bool by_hand = why || row.reason == Reason::by_hand;
    const auto back = row.voided ? back_why(find(file.back_why)) : std::nullopt;
    return voice
        .join({by_hand ? voice.text("by staff"_t) : "", why ? voice.text(words_of(*why)) : "",
               unbroken(row.case_number), row.observed ? "" : voice.text("assumed"_t),
               row.voided ? voice.text("taken back"_t) : "", back ? voice.text(words_of(*back)) : ""})
        .text;
}

DeskView::Event event_of(const Model& model, const PersonFile& file, const AttendanceRow& row, const Voice& voice) {
    DeskView::Event event;
    const Summit& summit = model.programme.summit;
    event.time = time_of_day(summit, row.happened);
    const bool today = day_of(summit, row.happened) == day_of(summit, model.now);
    const std::string what = row.event == "entered" ? voice.text("Came in"_t)
                             : row.event == "left"  ? voice.text("Went out"_t)
                                                    : voice.text(words_for(row.reason).staff);
    event.what = voice.join({today ? "" : weekday_date(voice, day_of(summit, row.happened)), what,
                             place_words(model, row, voice).text, said_of(file, row, voice)});
    event.taken_back = row.voided;
    return event;
}

DeskView::Someone person_view(const Model& model, const Dossier& dossier, const Voice& voice) {
    DeskView::Someone view;
    const auto [words, tone] = state_words(dossier, voice);
    view.state = words;
    view.tone = tone;
    const PersonName name = staff_name(dossier.file.person, dossier.file.attendee.id);
    view.name = name.native;
    view.latin_name = name.latin;
    view.role = voice.join({category_words(voice, dossier.file.attendee.category), dossier.file.attendee.id.text});
    describe_lines(view, model, dossier, voice);
    for (const AttendanceRow& row : dossier.file.attendance) {
        if (view.events.size() == events_most) break;
        view.events.push_back(event_of(model, dossier.file, row, voice));
    }
    return view;
}

void describe_actions(DeskView& view, const Model& model, const Dossier& dossier, const Voice& voice) {
    const PersonFile& file = dossier.file;
    const auto offer = [&](What what, Msgid label, bool main = false) {
        if (!may_at_desk(model, what)) return;
        view.actions.push_back({{what, file.attendee.id}, voice.say(label), main});
    };
    if (!file.attendee.withdrawn) {
        dossier.inside ? offer(What::check_out, "Check out"_t, true) : offer(What::check_in, "Check in"_t, true);
        offer(What::give_reason, "Reason..."_t);
        offer(What::print, "Print badge"_t);
        if (file.badge && file.badge->kind == BadgeKind::badge && file.badge->state == BadgeState::printed) {
            offer(What::hand_over, "Hand over"_t);
            if (focal_point_of(model.programme, file.attendee)) offer(What::hand_to_focal, "To the focal point"_t);
        }
        if (file.attendee.hold != Hold::none) offer(What::settle, "Settled"_t);
        offer(What::from_paper, "From paper"_t);
        offer(What::substitute, "Substitute"_t);
        offer(What::edit, "Edit"_t);
    }
    if (last_seen(file)) offer(What::take_back, "Take back"_t);
}

} // namespace

PersonName staff_name(const Person& person, const AttendeeId& id) {
    if (person.native_name.empty() && person.latin_name.empty()) return {{id.text, "en"}, {}};
    if (person.native_name.empty()) return {{person.latin_name, "en"}, {}};
    PersonName name{{person.native_name, person.native_language}, {}};
    if (!person.latin_name.empty() && person.latin_name != person.native_name) name.latin = {person.latin_name, "en"};
    return name;
}

DeskView desk_view(const Model& model, const Voice& voice) {
    const StaffDesk& desk = model.desk;
    DeskView view;
    view.header = header_view(model, voice);
    view.header.zoom = std::min(view.header.zoom, large_text_gathered); // three columns, or a form over a keyboard
    view.status = status_view(model, voice);
    const Checkpoint* checkpoint = model.programme.checkpoint(model.settings.checkpoint);
    view.checkpoint = checkpoint ? voice.of(checkpoint->name) : Label{};
    if (view.checkpoint.text.empty()) view.checkpoint = {model.settings.checkpoint.text, "en"};
    if (model.programme.emergency.state == Emergency::State::on) view.checkpoint = voice.say("All doors are open."_t);
    if (desk.lock == StaffDesk::Lock::locked) {
        view.locked = DeskView::Locked{voice.say("This desk is locked"_t),
                                       unlocking(model) == Unlocking::by_badge
                                           ? voice.say("Staff unlock it by their badge and their PIN."_t)
                                           : voice.say("Staff unlock it by the number of this terminal."_t),
                                       voice.say("Unlock"_t)};
        if (desk.locked_by == StaffDesk::LockedBy::role_changed)
            view.locked->line = voice.say("What this badge may do has changed: please unlock again."_t);
        return view;
    }
    if (model.settings.run == Settings::Run::terminal) view.lock_button = voice.say("Lock"_t);
    describe_search(view, desk, voice);
    describe_visitor(view, model, voice);
    if (may_at_desk(model, What::walk_in)) view.walk_in_button = voice.say("Add a guest"_t);
    view.hint = may_search(model) ? voice.say("Search, or hold a badge in front of the camera."_t)
                                  : voice.say("Hold a badge in front of the camera."_t);
    if (!may_search(model)) view.search.text = voice.say("Supervisors search here"_t);
    if (desk.dossier) {
        view.person = person_view(model, *desk.dossier, voice);
        // What stands in front of them is not to be acted through.
        if (!desk.roll && !desk.loans && !desk.board && desk.inbox == StaffDesk::Inbox::closed)
            describe_actions(view, model, *desk.dossier, voice);
    }
    describe_party(view, model, voice);
    describe_inbox(view, model, voice);
    describe_calls(view, model, voice);
    describe_roll(view, model, voice);
    describe_cases(view, model, voice);
    describe_loans(view, model, voice);
    describe_board(view, model, voice);
    describe_form(view, model, voice);
    describe_told(view, model, voice);
    if (desk.keyboard.shown == TouchKeyboard::Shown::yes)
        view.keys = DeskView::Keys{key_rows(desk.keyboard, voice.language()), desk.keyboard.page,
                                   desk.keyboard.shift == TouchKeyboard::Shift::once};
    return view;
}

} // namespace foyer
