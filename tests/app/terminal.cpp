#include "tests/app/terminal.h"

#include "tests/app/longer_words.h"

namespace foyer::tests {

namespace {

using std::chrono::minutes;

Wording four(std::string en, std::string zh, std::string fr, std::string de) {
    return {{{"en", std::move(en)}, {"zh", std::move(zh)}, {"fr", std::move(fr)}, {"de", std::move(de)}}};
}

Wording level(const std::string& number) {
    return four("Level\u00a0" + number, number + "层", "Niveau\u00a0" + number, "Ebene\u00a0" + number);
}

Place place(std::string id, std::optional<std::string> parent, std::string code, Wording name, Wording where = {}) {
    Place made;
    made.id = {std::move(id)};
    if (parent) made.parent = PlaceId{*parent};
    made.code = std::move(code);
    made.name = std::move(name);
    made.level = std::move(where);
    return made;
}

std::vector<Place> venue() {
    std::vector<Place> all{
        place("centre", std::nullopt, "", four("Conference Centre", "会议中心", "Centre", "Kongresszentrum")),
        place("foyer", "centre", "", four("Foyer", "前厅", "Foyer", "Foyer"), level("1")),
        place("help-desk", "foyer", "H", four("Help desk", "服务台", "Accueil", "Info-Schalter")),
        place("plenary", "centre", "1.01", four("Plenary hall", "主会场", "Salle plénière", "Plenarsaal"), level("1")),
        place("floor-2", "centre", "", four("Forum floor", "分论坛区", "Étage des forums", "Forenebene"), level("2")),
        place("2.01", "floor-2", "2.01", {}),
        place("2.04", "floor-2", "2.04", {}),
        place("2.06", "floor-2", "2.06", {}),
        place("2.04-a", "2.04", "", four("Table A", "A桌", "Table A", "Tisch A")),
    };
    all[0].kind = PlaceKind::site;
    all[3].capacity = 640;
    all[5].capacity = 160;
    all[6].capacity = 96;
    all[6].overflow = PlaceId{"2.06"};
    all[7].capacity = 80;
    return all;
}

Session session(std::string id, std::optional<std::string> forum, std::string where, std::string_view from,
                std::string_view until, Wording title) {
    Session made;
    made.id = {std::move(id)};
    if (forum) made.forum = ForumId{*forum};
    made.place = {std::move(where)};
    made.title = std::move(title);
    made.starts = at(from);
    made.ends = at(until);
    made.languages = {"en", "zh"};
    return made;
}

std::vector<Session> morning() {
    std::vector<Session> all{
        session("registration", std::nullopt, "foyer", "08:30", "09:00",
                four("Registration", "签到", "Accueil", "Anmeldung")),
        session("opening", std::nullopt, "plenary", "09:00", "10:30",
                four("Opening", "开幕式", "Ouverture", "Eröffnung")),
        session("coffee", std::nullopt, "foyer", "10:30", "10:50", four("Coffee", "茶歇", "Pause café", "Kaffeepause")),
        session("trials", "biomedicine", "2.01", "10:50", "11:40",
                four("Shared data, joint trials", "从医院数据到联合试验", "Essais communs", "Gemeinsame Studien")),
        session("coatings", "materials", "2.04", "10:50", "11:10",
                four("Coatings that last fifty years", "五十年不变的涂层", "Des revêtements durables",
                     "Schichten für fünfzig Jahre")),
        session("labs", "materials", "2.04", "11:10", "11:40",
                four("Joint labs for new materials", "新材料联合实验室", "Laboratoires communs", "Gemeinsame Labore")),
    };
    all[0].kind = all[2].kind = SessionKind::break_;
    all[4].summary = four("What wears out last.", "经久耐用。", "Ce qui s’use en dernier.", "Was zuletzt verschleißt.");
    return all;
}

Forum forum(std::string id, Wording name, std::string where, int order) {
    Forum made;
    made.id = {std::move(id)};
    made.name = std::move(name);
    made.place = {std::move(where)};
    made.order = order;
    return made;
}

Checkpoint checkpoint(std::string id, std::string where, Mode mode) {
    Checkpoint made;
    made.id = {std::move(id)};
    made.place = {std::move(where)};
    made.mode = mode;
    return made;
}

Hint hint(std::string from, std::string to, Wording words, Arrow arrow, int minutes_on_foot) {
    return {{std::move(from)}, {std::move(to)}, std::move(words), arrow, minutes_on_foot};
}

} // namespace

Programme open_day() {
    Programme made;
    made.summit.name = four("Open Day", "开放日", "Journée portes ouvertes", "Tag der offenen Tür");
    made.summit.time_zone = "Asia/Shanghai";
    made.summit.utc_offset = Milliseconds{std::chrono::hours{8}};
    made.summit.starts = at("08:30");
    made.summit.ends = at("12:30");
    made.summit.languages = {"en", "zh", "fr", "de"};
    made.places = venue();
    made.forums = {forum("biomedicine", four("Biomedicine", "生物医药", "Biomédecine", "Biomedizin"), "2.01", 0),
                   forum("materials", four("Materials", "材料", "Matériaux", "Werkstoffe"), "2.04", 1)};
    made.sessions = morning();
    made.hints = {hint("entrance", "2.04",
                       four("Up the escalator, then right", "乘扶梯上楼后右转", "Escalator, puis à droite",
                            "Rolltreppe hoch, dann rechts"),
                       Arrow::right, 4),
                  hint("entrance", "help-desk", four("On your left", "左侧", "À votre gauche", "Links von Ihnen"),
                       Arrow::left, 1),
                  hint("materials", "2.06", four("Next door", "隔壁", "La porte à côté", "Nebenan"), Arrow::left, 1)};
    made.checkpoints = {checkpoint("entrance", "centre", Mode::self), checkpoint("materials", "2.04", Mode::self),
                        checkpoint("materials-gate", "2.04", Mode::gate)};
    return made;
}

Instant at(std::string_view clock, int days) {
    using namespace std::chrono;
    const auto digits = [&](std::size_t from) { return (clock[from] - '0') * 10 + (clock[from + 1] - '0'); };
    const sys_days midnight = sys_days{May / 29 / 2023} + std::chrono::days{days};
    return Instant{midnight} + hours{digits(0)} + minutes{digits(3)} - hours{8};
}

const Strings& words() {
    static const std::unique_ptr<Strings> loaded = [] {
        const auto folder = find_locale_folder();
        REQUIRE(folder);
        auto opened = open_strings(*folder);
        REQUIRE(opened);
        return with_longer_words(std::move(*opened));
    }();
    return *loaded;
}

Attendee attendee(std::string id, Language language, std::vector<ForumId> forums) {
    Attendee made;
    made.id = {std::move(id)};
    made.language = std::move(language);
    made.forums = std::move(forums);
    made.organisation = four("Lindmark Institute", "林德马克研究院", "Institut Lindmark", "Lindmark-Institut");
    return made;
}

Person person(std::string native, Language language, std::string latin, std::string form) {
    return {std::move(native), std::move(language), std::move(latin), {}, std::move(form)};
}

Outcome outcome(VerdictKind kind, Reason reason) {
    Outcome made;
    made.verdict.kind = kind;
    made.verdict.reason = reason;
    made.recorded = {FactId{{}, 1}};
    if (kind == VerdictKind::ask_a_person) made.case_number = "A-31";
    return made;
}

Outcome welcome(const Attendee& who, const Person& name) {
    Outcome made = outcome(VerdictKind::admitted, Reason::welcome);
    made.verdict.attendee = who.id;
    made.attendee = who;
    made.person = name;
    return made;
}

static Stand& usual_stand() {
    static Stand stand;
    return stand;
}

Standing::Standing(const Stand& stand) { usual_stand() = stand; }
Standing::~Standing() { usual_stand() = {}; }

Terminal::Terminal(Programme programme, std::string checkpoint, Settings::Run run) {
    Settings settings;
    settings.checkpoint = {std::move(checkpoint)};
    settings.run = run;
    settings.stand = usual_stand();
    settings.languages = words().languages();
    set_clock(at("09:00"));
    tell(Started{std::move(programme), settings});
    tell(camera(SourceState::State::ok));
}

Terminal& Terminal::tell(const Event& event) {
    Updated updated = update(std::move(model), event);
    model = std::move(updated.model);
    effects.insert(effects.end(), updated.effects.begin(), updated.effects.end());
    return *this;
}

Terminal& Terminal::set_clock(Instant now) { return tell(Tick{now, model.monotonic}); }

Terminal& Terminal::wait(int seconds) {
    constexpr Milliseconds second{1000};
    for (int i = 0; i < seconds; ++i) tell(Tick{model.now + second, model.monotonic + second});
    return *this;
}

std::string all_words(const VerdictView& view) {
    std::string all;
    const auto add = [&all](const Label& label) { all += label.text + "\n"; };
    for (const Label* label : {&view.header.summit, &view.greeting, &view.title, &view.advice, &view.big_line,
                               &view.staff_line, &view.programme_button, &view.keep_open_button, &view.timeout.words,
                               &view.status.demo, &view.status.network, &view.status.trouble})
        add(*label);
    if (!view.card) return all;
    for (const Label* label :
         {&view.card->heading, &view.card->starts_in, &view.card->title, &view.card->room_line, &view.card->minutes,
          &view.card->hint, &view.card->languages, &view.card->case_label, &view.card->case_advice})
        add(*label);
    return all;
}

} // namespace foyer::tests
