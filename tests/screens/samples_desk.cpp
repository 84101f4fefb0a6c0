// A staff desk: who was found and who is open, a form with the keyboard, the conflict inbox, and locked.
#include "kiosk/app/typing.h"
#include "tests/screens/samples.h"

namespace foyer::samples {

namespace {

using State = DeskView::State;
using Comes = DeskView::Member::Comes;
using What = DeskTap::What;

Label en(std::string text) { return {std::move(text), "en"}; }

DeskView empty_desk() {
    DeskView view;
    view.header = {en("Open Day"), "14:20"};
    view.checkpoint = en("Help desk");
    view.lock_button = en("Lock");
    view.roll_button = en("Who is where");
    view.search.text = en("Name, organisation, telephone or number");
    view.search.focused = true;
    view.walk_in_button = en("Add a guest");
    view.hint = en("Search, or hold a badge in front of the camera.");
    view.status.network = en("All sent · in contact · 3 of 3 doors");
    return view;
}

DeskView::Row row(const char* id, Label name, const char* line, DeskView::Row::Marked marked, std::size_t length,
                  State state, const char* number = "") {
    return {{id}, std::move(name), en(line), marked, 0, length, state, number, false};
}

std::vector<DeskView::Row> six_scripts() {
    using Marked = DeskView::Row::Marked;
    std::vector<DeskView::Row> rows{
        row("0412", {"沐晴川", "zh"}, "Mu Qingchuan · Huaxing Materials Lab", Marked::line, 2, State::expected),
        row("0413", {"Амелия Муравина", "ru"}, "Ameliya Muravina · Severny", Marked::nothing, 0, State::arrived),
        row("0414", {"منى القمري", "ar"}, "Muna Al-Qamari · Qamar", Marked::line, 2, State::arrived),
        row("0415", {"무하늘", "ko"}, "Mu Haneul · Byeolbit", Marked::line, 2, State::expected),
        row("0416", {"夢路 澪", "ja"}, "Muji Mio · Tsukikage", Marked::line, 2, State::expected, "A\u201131"),
        row("0417", en("Mutterwald, Jorinde"), "Lindmark Institute", Marked::name, 2, State::withdrawn)};
    rows.front().chosen = true;
    return rows;
}

DeskView::Someone qingchuan() {
    DeskView::Someone who;
    who.state = en("Not checked in");
    who.name = {"沐晴川", "zh"};
    who.latin_name = en("Mu Qingchuan");
    who.role = en("Delegate · 0412");
    who.lines = {{en("Organisation"), en("Huaxing Materials Lab")},
                 {en("Delegation"), en("Lindmark partners")},
                 {en("Seat"), en("3B\u201115")},
                 {en("Forums"), en("Materials, Energy")},
                 {en("Badge"), en("printed, not handed over")},
                 {en("Speaks"), en("Chinese")}};
    who.events = {{"14:18", en("Registered for another forum. · Room 3B · A\u201131"), false},
                  {"09:05", en("Came in · Main entrance · taken back"), true}};
    return who;
}

DeskView::Party lindmark() {
    return {en("Lindmark partners"),
            en("2 are absent · tap who is absent"),
            "14",
            {{{"0415"}, {"무하늘", "ko"}, en("Mu Haneul"), Comes::absent},
             {{"0418"}, {"نور القمري", "ar"}, en("Noor Al-Qamari"), Comes::absent},
             {{"0412"}, {"沐晴川", "zh"}, en("Mu Qingchuan"), Comes::now},
             {{"0419"}, {"室井 椿", "ja"}, en("Muroi Tsubaki"), Comes::now},
             {{"0413"}, {"Амелия Муравина", "ru"}, en("Ameliya Muravina"), Comes::arrived}},
            0,
            en("Check in 11 together")};
}

DeskView::Inbox inbox() { return {en("Inbox: 2"), en("Entered twice · Амелия Муравина"), {}, en("Close")}; }

DeskView found_desk() {
    DeskView view = empty_desk();
    view.search = {en("mu"), false, true, en("6 found")};
    view.rows = six_scripts();
    return view;
}

DeskView::Keys keys(TouchKeyboard::Page page) {
    TouchKeyboard keyboard;
    keyboard.page = page;
    return {key_rows(keyboard, "en"), page, false};
}

} // namespace

DeskView desk_waiting() { return empty_desk(); }

DeskView desk_person() {
    DeskView view = found_desk();
    view.person = qingchuan();
    view.party = lindmark();
    view.inbox = inbox();
    const auto offer = [&](What what, const char* label) {
        view.actions.push_back({{what, {"0412"}}, en(label), what == What::check_in});
    };
    offer(What::check_in, "Check in");
    offer(What::print, "Print badge");
    offer(What::hand_over, "Hand over");
    offer(What::from_paper, "From paper");
    offer(What::substitute, "Substitute");
    offer(What::take_back, "Take back");
    view.told = DeskView::Told{en("1 person checked in"), false, en("Undo"), What::undo};
    return view;
}

DeskView desk_typing() {
    DeskView view = found_desk();
    view.keys = keys(TouchKeyboard::Page::latin);
    return view;
}

DeskView desk_walk_in() {
    DeskView view = empty_desk();
    DeskView::Form form;
    form.title = en("Somebody who was not expected");
    form.line = en("Is checked in at once. The badge can be printed next.");
    form.fields = {{en("Name"), "Sigrún Ævarsdóttir", false},
                   {en("Name in Latin letters"), "", true},
                   {en("Organisation"), "", false}};
    for (const char* category : {"Guest", "Delegate", "Speaker", "Press", "Exhibitor", "Guest of honour"})
        form.choices.push_back({en(category), form.choices.empty(), ChooseCategory{}});
    form.confirm_button = en("Add and check in");
    form.cancel_button = en("Cancel");
    form.can_confirm = true;
    view.form = form;
    view.keys = keys(TouchKeyboard::Page::accents);
    return view;
}

DeskView desk_paper() {
    DeskView view = found_desk();
    DeskView::Form form;
    form.title = en("From a list on paper");
    form.line = en("When did it happen?");
    form.time = "13:40";
    form.ago = en("40\u00a0min ago");
    for (const char* step : {"−1\u00a0h", "−10\u00a0min", "−1\u00a0min", "+1\u00a0min", "+10\u00a0min", "+1\u00a0h"})
        form.steps.push_back({en(step), false, StepBack{}});
    form.choices = {{en("Came in"), true, ChooseDirection{}}, {en("Went out"), false, ChooseDirection{Direction::out}}};
    form.confirm_button = en("Record");
    form.cancel_button = en("Cancel");
    form.can_confirm = true;
    view.form = form;
    return view;
}

DeskView desk_inbox() {
    DeskView view = empty_desk();
    view.inbox = inbox();
    view.inbox->cards = {{"aa",
                          en("Entered twice"),
                          en("14:06\u00a0Room 2A, 14:07\u00a0Room 3B"),
                          {"Амелия Муравина", "ru"},
                          {{CardChoice::void_later, en("Take the later back")},
                           {CardChoice::void_earlier, en("Take the earlier back")},
                           {CardChoice::both_stand, en("Both stand")}}},
                         {"bb", en("More people than places"), en("Room 2.04"), {}, {{CardChoice::noted, en("Seen")}}}};
    return view;
}

DeskView desk_locked() {
    DeskView view = empty_desk();
    view.lock_button = view.roll_button = {};
    view.locked = DeskView::Locked{en("This desk is locked"), en("Staff unlock it by the number of this terminal."),
                                   en("Unlock")};
    return view;
}

DeskView desk_calls() {
    DeskView view = desk_person();
    view.told.reset();
    view.calls = {
        {"c1", en("Staff are wanted: Main entrance · 2\u00a0min ago"), en("I take it"), {"c1"}},
        {"c2", en("Staff are wanted: Room 2.04 · 5\u00a0min ago · Desk 2"), en("Done"), {"c2", Call::State::done}}};
    return view;
}

DeskView desk_roll() {
    DeskView view = empty_desk();
    DeskView::Roll roll;
    roll.title = en("Who is where · 412");
    roll.note = en("Last seen at a door, as of\u00a014:20. Who left without a scan is still listed.");
    roll.rows = {{en("Conference Centre"), "188"},
                 {en("Room 2.04 · Materials"), "79"},
                 {en("Plenary hall"), "67"},
                 {en("Room 2.01 · Biomedicine"), "48"},
                 {en("Room 2.06 · Overflow"), "30"}};
    roll.print_button = en("Print the list");
    roll.close_button = en("Close");
    view.roll = roll;
    return view;
}

CallView call(bool coming) {
    CallView view;
    view.header = {en("Yangtze River Delta Open Day"), "10:52"};
    view.title = en(coming ? "Somebody is coming to you" : "Our staff have been called");
    view.line = en(coming ? "Help desk 2" : "Please wait here for a moment.");
    view.coming = coming;
    view.cancel_button = en("I do not need help any more");
    view.languages = {
        {"en", en("English"), true}, {"zh", {"中文", "zh"}}, {"fr", {"Français", "fr"}}, {"de", {"Deutsch", "de"}}};
    view.timeout = {0.8, en("96\u00a0s left")};
    view.status.network = en("All sent · in contact · 3 of 3 doors");
    return view;
}

static ClaimView claim_in(const Language& language, const char* title, const char* line) {
    ClaimView view;
    view.header = {{"Yangtze River Delta Open Day", language}, "10:52"};
    view.title = {title, language};
    view.line = {line, language};
    view.languages = {
        {"en", en("English"), language == "en"}, {"zh", {"中文", "zh"}}, {"ar", {"العربية", "ar"}, language == "ar"}};
    view.timeout = {0.8, language == "ar" ? Label{"بقي 48\u00a0ث", "ar"} : en("48\u00a0s left")};
    view.status.network = en("All sent · in contact · 3 of 3 doors");
    return view;
}

ClaimView claim_typing() {
    ClaimView view =
        claim_in("en", "Without a code",
                 "Type your name as on your invitation, and the last four digits of your telephone number.");
    view.fields = {{en("Your name"), "Amelie Lindm", true}, {en("Last four digits of your telephone"), "", false}};
    view.keys = DeskView::Keys{key_rows({}, "en"), TouchKeyboard::Page::latin, false, false};
    view.send_button = en("Continue");
    view.call_button = en("Call staff");
    view.back_button = en("Back");
    return view;
}

ClaimView claim_wrong() {
    ClaimView view = claim_in("ar", "بدون رمز", "لا يتطابق الحقلان بعد. يُرجى مراجعتهما مرة أخرى.");
    view.line_attention = true;
    view.fields = {{{"الاسم", "ar"}, "نور القمري", false}, {{"آخر أربعة أرقام من الهاتف", "ar"}, "4711", true}};
    TouchKeyboard signs;
    signs.page = TouchKeyboard::Page::signs;
    view.keys = DeskView::Keys{key_rows(signs, "ar"), TouchKeyboard::Page::signs, false, false};
    view.send_button = {"متابعة", "ar"};
    view.can_send = true;
    view.call_button = {"طلب المساعدة", "ar"};
    view.back_button = {"رجوع", "ar"};
    return view;
}

ClaimView claim_spent() {
    ClaimView view = claim_in("en", "Let us help you", "Our staff will gladly check you in.");
    view.call_button = en("Call staff");
    view.back_button = en("Back");
    return view;
}

DeskView desk_typing_while_called() {
    DeskView view = desk_typing();
    view.calls = desk_calls().calls;
    return view;
}

std::vector<Sample> desks() {
    DeskView arabic = desk_person();
    arabic.hint.language = "ar";
    arabic.person->name = {"نور القمري", "ar"};
    arabic.person->latin_name = en("Noor Al-Qamari");
    return {{"desk", desk_waiting()},         {"desk-person", desk_person()},
            {"desk-person-ar", arabic},       {"desk-typing", desk_typing()},
            {"desk-walk-in", desk_walk_in()}, {"desk-paper", desk_paper()},
            {"desk-inbox", desk_inbox()},     {"desk-calls", desk_calls()},
            {"desk-roll", desk_roll()},       {"call", call(false)},
            {"call-taken", call(true)},       {"desk-locked", desk_locked()},
            {"claim", claim_typing()},        {"claim-ar", claim_wrong()},
            {"claim-spent", claim_spent()},   {"desk-typing-called", desk_typing_while_called()}};
}

} // namespace foyer::samples
