// What guests see, and all samples there are.
#include <algorithm>
#include <array>

#include "tests/screens/samples_words.h"

namespace foyer::samples {
namespace {

VerdictView verdict(VerdictKind kind, const Language& language) {
    VerdictView view;
    view.kind = kind;
    view.header = header(language);
    if (!is_admission(kind)) view.call_button = say("call staff", language);
    view.programme_button = say("programme", language);
    view.keep_open_button = say("keep", language);
    view.languages = pills(language);
    view.timeout = {0.8, say("left", language)};
    view.seconds_shown = 3;
    view.status = status();
    return view;
}

VerdictView::Card next_session(const Language& language) {
    VerdictView::Card card;
    card.heading = say("next", language);
    card.time = "11:10";
    card.starts_in = say("soon", language);
    card.title = say("session", language);
    card.room_code = "2.04";
    card.room_colour = 3;
    card.room_line = say("room", language);
    card.minutes = say("minutes", language);
    card.hint = say("hint", language);
    card.arrow = Arrow::right;
    card.languages = say("interpreted", language);
    return card;
}

VerdictView full() {
    auto view = verdict(VerdictKind::full, "en");
    view.greeting = {"Good morning,", "en"};
    view.name = {"Dr Wilhelmina Solbris", "en"};
    view.title = {"This room is full", "en"};
    view.advice = {"There is a place for you in", "en"};
    view.big_code = "2.06";
    view.big_arrow = Arrow::left;
    view.big_line = {"Next door: live video, 22\u00a0seats", "en"};
    view.staff_line = {"For staff: note 10", "en"};
    return view;
}

VerdictView again() {
    auto view = verdict(VerdictKind::again, "zh");
    view.greeting = {"您好，", "zh"};
    view.name = {"沐晴川 教授", "zh"};
    view.title = {"此证件已于 10:31 入场", "zh"};
    view.advice = {"如非本人，请到服务台，我们会协助您。", "zh"};
    view.staff_line = {"For staff: note 5", "en"};
    return view;
}

VerdictView wait() {
    auto view = verdict(VerdictKind::wait, "de");
    view.greeting = {"Guten Morgen,", "de"};
    view.name = {"Dr. Falkenrath", "de"};
    view.title = {"Einlass ab 11:00", "de"};
    view.advice = {"Kaffee gibt es solange im Foyer, gleich hinter Ihnen.", "de"};
    VerdictView::Card card = next_session("de");
    view.card = card;
    return view;
}

VerdictView welcome_back() {
    auto view = verdict(VerdictKind::admitted, "fr");
    view.greeting = {"Bon retour,", "fr"};
    view.name = say("name", "fr");
    view.affiliation = say("affiliation", "fr");
    return view;
}

VerdictView not_yet_settled() {
    auto view = admitted("de");
    view.status.network = {"12 not sent · last contact 40 s ago", "en"};
    view.status.network_attention = true;
    view.status.trouble = {"Camera missing: /dev/video0", "en"};
    view.seconds_shown = 0.3;
    return view;
}

} // namespace

WaitingView waiting(const Language& language) {
    WaitingView view;
    view.header = header(language);
    view.title = say("title", language);
    view.subtitle = say("subtitle", language);
    view.help = say("help", language);
    view.preview = true;
    view.programme_button = say("programme", language);
    view.call_button = say("call staff", language);
    view.privacy = WaitingView::Privacy::offered;
    view.languages = pills(language);
    view.status = status();
    return view;
}

PrivacyView privacy(const Language& language) {
    PrivacyView view;
    view.header = header(language);
    const auto said = [&](const char* en, const char* ar) { return Label{language == "ar" ? ar : en, language}; };
    view.title = said("What we keep about you", "ما نحتفظ به عنك");
    view.paragraphs = {
        said("The camera looks for codes. Its pictures are never kept.",
             "تبحث الكاميرا عن الرموز فقط، ولا تُحفظ صورها أبدًا."),
        said("We record where and when you come in and go out. The organisers of this summit keep these records.",
             "نسجّل مكان دخولك وخروجك ووقتهما، ويحتفظ منظمو القمة بهذه السجلات."),
        said("To see, correct or delete what is kept about you, please ask our staff.",
             "للاطلاع على ما نحتفظ به عنك أو تصحيحه أو حذفه، يُرجى التوجه إلى موظفينا.")};
    view.languages = pills(language);
    view.back_button = said("Back", "رجوع");
    view.timeout = {0.5, said("30 s left", "بقيت 30 ث")};
    view.status = status();
    return view;
}

VerdictView admitted(const Language& language) {
    auto view = verdict(VerdictKind::admitted, language);
    view.greeting = say("welcome", language);
    view.name = say("name", language);
    if (const Label latin = say("latin", language); latin.language == language) view.latin_name = {latin.text, "en"};
    view.affiliation = say("affiliation", language);
    view.card = next_session(language);
    return view;
}

VerdictView go_elsewhere() {
    auto view = verdict(VerdictKind::go_elsewhere, "en");
    view.greeting = {"Good morning,", "en"};
    view.name = {"Dr Solbris", "en"};
    view.title = {"Your session is in", "en"};
    view.big_code = "2.02";
    view.big_arrow = Arrow::down;
    view.big_line = {"Starts at 11:10 · Level\u00a02", "en"};
    view.advice = {"Down the escalator, then left", "en"};
    view.staff_line = {"For staff: note 8", "en"};
    auto card = next_session("en");
    card.heading = {"Your session", "en"};
    card.room_code = "2.02";
    view.card = card;
    return view;
}

VerdictView ask_a_person() {
    auto view = verdict(VerdictKind::ask_a_person, "fr");
    view.title = {"Un instant, s’il vous plaît", "fr"};
    view.advice = {"Nous allons régler cela ensemble.", "fr"};
    VerdictView::Card card;
    card.heading = {"Où aller maintenant", "fr"};
    card.title = {"Bureau d’accueil, à votre gauche", "fr"};
    card.arrow = Arrow::left;
    card.case_label = {"Votre numéro", "fr"};
    card.case_advice = {"Il suffit de le montrer, rien à expliquer.", "fr"};
    card.case_number = "A\u201131";
    view.card = card;
    view.programme_button = {};
    return view;
}

LanguageView languages() {
    LanguageView view;
    view.header = header("en");
    view.title = {"Please choose your language", "en"};
    view.languages = {{"en", {"English", "en"}, true}, {"zh", {"中文", "zh"}},    {"fr", {"Français", "fr"}},
                      {"de", {"Deutsch", "de"}},       {"ru", {"Русский", "ru"}}, {"ko", {"한국어", "ko"}},
                      {"ar", {"العربية", "ar"}},       {"th", {"ไทย", "th"}}};
    view.back_button = {"Back", "en"};
    view.timeout = {0.5, {"15 s left", "en"}};
    view.status = status();
    return view;
}

static void add_others(std::vector<Sample>& all) {
    auto no_code = waiting("de");
    no_code.claim_button = {"Ich habe keinen Code", "de"};
    all.push_back({"waiting-no-code-de", no_code});
    all.push_back({"staff-badge-en", staff_badge()});
    all.push_back({"staff-health-de", health()});
    // A badge was held up meanwhile.
    auto reading = programme("en", morning);
    reading.timeout.offer = {"Was that your badge? Tap here.", "en"};
    all.push_back({"programme-offer-en", reading});
    auto day = own_day("de");
    day.timeout.offer = {"War das Ihr Code? Hier tippen.", "de"};
    all.push_back({"own-day-offer-de", day});
    auto claim = claim_typing();
    claim.timeout.offer = {"Was that your badge? Tap here.", "en"};
    all.push_back({"claim-offer", claim});
    for (const Language language : {"en", "ar"}) all.push_back({"privacy-" + language, privacy(language)});
}

static TroubleView disk_full() {
    TroubleView trouble;
    trouble.header = header("en");
    trouble.title = {"This terminal is taking a break", "en"};
    trouble.advice = {"Please use the terminal next to it, or ask at the desk.", "en"};
    trouble.detail = {"Cannot write /var/lib/foyer/ledger.db: no space left on device. Free some space; check-ins up "
                      "to 10:51 are safe.",
                      "en"};
    trouble.status = status();
    return trouble;
}

std::vector<Sample> all() {
    auto no_camera = waiting("de");
    no_camera.preview = false;
    no_camera.camera_state = {"Keine Kamera gefunden. Bitte wenden Sie sich an den Empfang.", "de"};
    no_camera.status.trouble = {"Camera missing: /dev/video0", "en"};
    auto cut = waiting("fr");
    cut.status.demo = {"Caméra de démonstration · heure de démonstration\u00a0: 10:52, 29 mai 2023", "fr"};
    cut.status.demo_shortly = {"Caméra de démonstration", "fr"};
    cut.status.network = {"Réseau coupé · 5\u00a0entrées non envoyées · dernier contact il y a 12\u00a0s", "fr"};
    cut.status.network_attention = true;
    auto in_view = waiting("en");
    in_view.code_outline = {{{0.397f, 0.292f}}, {{0.594f, 0.292f}}, {{0.594f, 0.642f}}, {{0.397f, 0.642f}}};
    std::vector<Sample> all = doors();
    for (auto& desk : desks()) all.push_back(std::move(desk));
    for (auto& browsing : browsed()) all.push_back(std::move(browsing));
    for (auto& meeting : meetings()) all.push_back(std::move(meeting));
    const std::vector<Sample> guests{{"waiting-en", in_view},
                                     {"waiting-zh", waiting("zh")},
                                     {"waiting-ar", waiting("ar")},
                                     {"waiting-no-camera-de", no_camera},
                                     {"waiting-cut-fr", cut},
                                     {"admitted-en", admitted("en")},
                                     {"admitted-zh", admitted("zh")},
                                     {"admitted-de", not_yet_settled()},
                                     {"admitted-ar", admitted("ar")},
                                     {"admitted-back-fr", welcome_back()},
                                     {"again-zh", again()},
                                     {"go-elsewhere-en", go_elsewhere()},
                                     {"full-en", full()},
                                     {"wait-de", wait()},
                                     {"ask-a-person-fr", ask_a_person()},
                                     {"programme-en", programme("en", morning)},
                                     {"programme-zh", programme("zh", morning)},
                                     {"programme-early-en", programme("en", 9.9)},
                                     {"programme-early-zh", programme("zh", 9.9)},
                                     {"programme-forum-en", one_forum()},
                                     {"programme-detail-en", detail()},
                                     {"languages-en", languages()},
                                     {"staff-en", staff()},
                                     {"staff-paused-fr", staff_paused()},
                                     {"staff-unlocked-de", staff_unlocked()},
                                     {"staff-keyless-en", staff_keyless()},
                                     {"camera-good-en", camera_good()},
                                     {"camera-blurred-de", camera_blurred()},
                                     {"camera-gone-zh", camera_gone()},
                                     {"enrolment-en", new_here()},
                                     {"enrolment-another-hub-de", another_hub()},
                                     {"trouble-en", disk_full()}};
    add_others(all);
    all.insert(all.end(), guests.begin(), guests.end());
    return all;
}

Frame camera_frame() {
    Frame frame{640, 360, {}};
    std::uint32_t random = 20230529;
    std::array<bool, 21 * 21> modules{};
    for (auto& module : modules) module = (random = random * 1664525u + 1013904223u) >> 31;
    const auto finder = [&](int column, int row) {
        for (int y = 0; y < 7; ++y)
            for (int x = 0; x < 7; ++x) {
                const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
                modules[static_cast<std::size_t>((row + y) * 21 + column + x)] = ring != 2;
            }
    };
    finder(0, 0), finder(14, 0), finder(0, 14);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            int grey = 70 + y / 8 + (x - 320) * (x - 320) / 4000;
            if (x > 230 && x < 410 && y > 60 && y < 300) grey = 232;
            const int column = (x - 260) / 6, row = (y - 105) / 6;
            if (x >= 260 && y >= 105 && column < 21 && row < 21 && modules[static_cast<std::size_t>(row * 21 + column)])
                grey = 24;
            frame.grey.push_back(static_cast<std::uint8_t>(grey));
        }
    return frame;
}

} // namespace foyer::samples
