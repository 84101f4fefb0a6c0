// What a staff desk lists besides people: who was sent to staff with a number and waits, and what is lent.
#include "kiosk/app/calendar.h"
#include "kiosk/app/verdict_words.h"
#include "kiosk/app/view_desk_parts.h"

namespace foyer {

static DeskView::Case case_view(const WaitingCase& one, const Model& model, const Voice& voice) {
    DeskView::Case row;
    row.number = {unbroken(one.number), "en"};
    row.who = one.who ? staff_name(one.person, *one.who).native : voice.say("Nobody knows this code"_t);
    const Checkpoint* at = model.programme.checkpoint(one.checkpoint);
    row.line = voice.join({voice.text(words_for(one.reason).staff), time_of_day(model.programme.summit, one.happened),
                           at ? voice.of(at->name).text : one.checkpoint.text});
    row.opens = one.who;
    row.asks = {SettleCase{one.refusal, one.number}};
    return row;
}

void describe_cases(DeskView& view, const Model& model, const Voice& voice) {
    const ListsChanged& lists = model.desk.lists;
    if (lists.lent > 0) view.loans_button = voice.say("Lent: {1}"_t, {std::to_string(lists.lent)});
    if (lists.waiting.empty()) return;
    DeskView::Cases cases;
    cases.title = voice.say("Sent to staff: {1}"_t, {std::to_string(lists.all)});
    cases.page = model.desk.cases_page;
    cases.close_button = voice.say("Seen to"_t);
    for (const WaitingCase& one : lists.waiting) cases.rows.push_back(case_view(one, model, voice));
    view.cases = std::move(cases);
}

// The day too, where it is another one: things stay out overnight.
static std::string since_words(const Summit& summit, Instant since, Instant now, const Voice& voice) {
    const std::string time = time_of_day(summit, since);
    const auto day = day_of(summit, since);
    return day == day_of(summit, now) ? time : voice.join({weekday_date(voice, day), time}).text;
}

void describe_loans(DeskView& view, const Model& model, const Voice& voice) {
    const auto& listed = model.desk.loans;
    if (!listed) return;
    const Summit& summit = model.programme.summit;
    DeskView::Loans loans;
    loans.title = voice.say("Lent: {1}"_t, {std::to_string(listed->out.size())});
    if (listed->out.empty()) loans.nothing = voice.say("Everything is back."_t);
    for (const auto& out : listed->out)
        loans.rows.push_back({{out.item, "en"},
                              staff_name(out.person, out.to).native,
                              voice.join({voice.of(out.party).text, since_words(summit, out.since, model.now, voice)}),
                              out.to});
    loans.page = model.desk.loans_page;
    loans.print_button = voice.say("Print the list"_t);
    loans.close_button = voice.say("Close"_t);
    const Label note = voice.say("As of {1}, by delegation and person."_t, {time_of_day(summit, listed->as_of)});
    loans.asks = {PrintLoans{loans.title.text, note.text, voice.language()}};
    view.loans = std::move(loans);
}

} // namespace foyer
