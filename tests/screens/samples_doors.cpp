// Doors: a gate with nobody before it and with each kind of answer, signs, and the day of a guest who came back.
#include "tests/screens/samples.h"

namespace foyer::samples {

namespace {

using Kind = VerdictKind;

StatusView well() {
    StatusView status;
    status.network = {"All sent · in contact · 3 of 3 doors", "en"};
    return status;
}

Label en(std::string text) { return {std::move(text), "en"}; }

GateView gate(int inside) {
    GateView view;
    view.header = {en("Room 2.04 · Materials"), "10:52"};
    view.title = en("Hold your QR code in front of the camera");
    view.preview = true;
    view.fill = {en("Inside"), std::to_string(inside), "/\u00a080", inside / 80.0};
    view.passed = {{Kind::admitted, en("Wilhelmina Solbris"), "10:52"},
                   {Kind::admitted, en("Camille Rosenquell"), "10:52"},
                   {Kind::ask_a_person, en("A\u201131"), "10:51"},
                   {Kind::go_elsewhere, en("Timur Ravnikov"), "10:51"},
                   {Kind::admitted, {"沐晴川", "zh"}, "10:50"}};
    view.session = en("Until 11:10: Coatings that last fifty years");
    view.status = well();
    return view;
}

SignView::Row room(const std::string& code, int colour, const std::string& forum, const std::string& now,
                   const std::string& next, int inside, int of) {
    SignView::Row row;
    row.room_code = code;
    row.colour = colour;
    row.forum = en(forum);
    row.now = SignView::Talk{"10:30", "11:10", en(now), en("Prof. Aurelio Montefino"), 0.55, en("18\u00a0min left")};
    row.next = SignView::Talk{"11:10", "11:45", en(next), en("Dr Anneliese Falkenrath"), 0, {}};
    row.now_or_next = en("Now");
    row.scarce = of - inside < 5;
    row.seats = inside == of ? en("Full, overflow 2.06") : en(std::to_string(of - inside) + "\u00a0seats left");
    row.fill = {en("Inside"), std::to_string(inside), "/\u00a0" + std::to_string(of), double(inside) / of};
    row.languages = en("English, Chinese, German");
    return row;
}

} // namespace

GateView gate_waiting() { return gate(66); }

GateView gate_admitted() {
    auto view = gate(67);
    view.told = GateView::Told{Kind::admitted,
                               en("Welcome"),
                               en("Dr. Wilhelmina Solbris"),
                               {},
                               en("Level\u00a02 · Seat 22"),
                               "",
                               Arrow::none,
                               {},
                               {},
                               "",
                               3};
    return view;
}

GateView gate_admitted_arabic() {
    auto view = gate(68);
    view.told = gate_admitted().told;
    view.told->word = {"أهلاً وسهلاً", "ar"};
    view.told->name = {"د. نور القمري", "ar"};
    view.told->latin_name = en("Dr Noor Al-Qamari");
    view.told->line = {"الطابق 2", "ar"};
    return view;
}

GateView gate_full() {
    auto view = gate(80);
    view.passed.front().kind = Kind::full;
    view.told = GateView::Told{Kind::full,
                               en("This room is full"),
                               en("Dr. Solbris"),
                               {},
                               en("There is a place for you in"),
                               "2.06",
                               Arrow::left,
                               en("Next door · 22\u00a0seats left"),
                               {},
                               "",
                               3};
    view.staff_line = en("For staff: note 10");
    return view;
}

GateView gate_asks() {
    auto view = gate(67);
    view.passed.front() = {Kind::ask_a_person, en("A\u201132"), "10:52"};
    view.told = GateView::Told{Kind::ask_a_person,
                               {"Un instant, s’il vous plaît", "fr"},
                               {},
                               {},
                               {"Nous allons régler cela ensemble.", "fr"},
                               "",
                               Arrow::none,
                               {},
                               {"Votre numéro", "fr"},
                               "A\u201132",
                               3};
    view.staff_line = en("For staff: note 12 · A\u201132");
    return view;
}

SignView sign_hall() {
    SignView view;
    view.header = {en("Yangtze River Delta Open Day"), "10:52"};
    view.title = en("Now in the sub-forums");
    view.rows = {
        room("2.01", 0, "Biomedicine", "Shared data, joint trials", "Doctorates with two homes", 66, 80),
        room("2.02", 1, "Energy and environment", "Hydrogen at harbour scale: first results",
             "Clean water, shared rivers", 57, 60),
        room("2.03", 2, "Equipment manufacturing", "Sensors for the quiet factory", "Robots on a shared test floor", 40,
             60),
        room("2.04", 3, "Materials", "Coatings that last fifty years", "Joint labs for new materials", 80, 80),
        room("2.05", 4, "Information technology", "Open innovation in practice", "Chips, tools and talent", 31, 60)};
    view.rows[2].now.reset();
    view.rows[2].now_or_next = en("Next 11:10");
    view.status = well();
    return view;
}

SignView sign_door() {
    auto view = sign_hall();
    view.rows = {view.rows[3]};
    return view;
}

OwnDayView own_day(const Language& language) {
    const auto welcome = admitted(language);
    const bool de = language == "de";
    OwnDayView view;
    view.header = welcome.header;
    view.greeting = de ? Label{"Willkommen zurück,", "de"} : welcome.greeting;
    view.name = welcome.name;
    view.latin_name = welcome.latin_name;
    view.affiliation = welcome.affiliation;
    view.card = welcome.card;
    view.day = de ? Label{"Ihr Tag · Montag, 29. Mai", "de"} : Label{"يومكم · الاثنين، 29 مايو", "ar"};
    const auto title = welcome.card->title;
    view.rows = {{"09:00", de ? Label{"Eröffnung und Ansprachen", "de"} : title, welcome.card->room_line, "1.01", -1,
                  true, false},
                 {"09:50", de ? Label{"Zusammenarbeit und ihre Wirkung: auslandsfinanzierte Forschung", "de"} : title,
                  welcome.card->room_line, "1.01", -1, true, false},
                 {"11:10", title, welcome.card->room_line, "2.04", 3, false, true},
                 {"11:45", de ? Label{"Gespräche an zwölf Tischen", "de"} : title, welcome.card->room_line, "2.04", 3,
                  false, false}};
    view.programme_button = de ? Label{"Ganzes Programm", "de"} : Label{"البرنامج كاملاً", "ar"};
    view.keep_open_button = welcome.keep_open_button;
    view.languages = welcome.languages;
    view.timeout = welcome.timeout;
    view.seconds_shown = 3;
    view.status = well();
    return view;
}

template <class View>
static View large(View view) {
    view.header.text = HeaderView::Text::large;
    view.header.zoom = 1.25;
    return view;
}

template <class View>
static View gathered(View view, Reach reach) {
    view.header.reach = reach;
    return view;
}

std::vector<Sample> doors() {
    return {{"gate-waiting-en", gate_waiting()},
            {"gate-admitted-en", gate_admitted()},
            {"gate-admitted-ar", gate_admitted_arabic()},
            {"gate-full-en", gate_full()},
            {"gate-ask-a-person-fr", gate_asks()},
            {"sign-hall-en", sign_hall()},
            {"sign-door-en", sign_door()},
            {"own-day-de", own_day("de")},
            {"own-day-large-de", large(own_day("de"))},
            {"admitted-large-en", large(admitted("en"))},
            {"waiting-large-en", large(waiting("en"))},
            {"waiting-left-ar", gathered(waiting("ar"), Reach::left)},
            {"go-elsewhere-right-en", gathered(go_elsewhere(), Reach::right)},
            {"own-day-ar", own_day("ar")}};
}

} // namespace foyer::samples
