#include "tests/screens/samples.h"

#include <algorithm>
#include <array>
#include <map>

namespace foyer::samples {
namespace {

using Words = std::map<std::string, std::map<Language, std::string>>;

const Words& words() {
    static const Words table{
        {"summit",
         {{"en", "Yangtze River Delta Open Day"},
          {"zh", "长三角国创中心 · 全球创新伙伴开放日"},
          {"ar", "يوم دلتا نهر اليانغتسي المفتوح"}}},
        {"title",
         {{"en", "Welcome to the summit"},
          {"zh", "欢迎参加开放日"},
          {"fr", "Bienvenue au sommet"},
          {"de", "Willkommen zum Gipfeltreffen"},
          {"ar", "أهلاً بكم في القمة"}}},
        {"subtitle",
         {{"en", "Hold your QR code in front of the camera"},
          {"zh", "请将二维码对准摄像头"},
          {"fr", "Présentez votre code QR devant la caméra"},
          {"de", "Halten Sie Ihren QR\u2011Code vor die Kamera"},
          {"ar", "ضع رمز QR أمام الكاميرا"}}},
        {"help",
         {{"en", "On your phone or on paper – either works."},
          {"zh", "手机或纸质均可。"},
          {"fr", "Sur téléphone ou sur papier, les deux conviennent."},
          {"de", "Auf dem Telefon oder auf Papier – beides geht."},
          {"ar", "على الهاتف أو على الورق – كلاهما مناسب."}}},
        {"programme",
         {{"en", "Programme"}, {"zh", "查看日程"}, {"fr", "Programme"}, {"de", "Programm"}, {"ar", "برنامجي اليوم"}}},
        {"call staff",
         {{"en", "Call staff"},
          {"zh", "呼叫工作人员"},
          {"fr", "Appeler l’équipe"},
          {"de", "Team rufen"},
          {"ar", "طلب المساعدة"}}},
        {"keep",
         {{"en", "Keep open"},
          {"zh", "保持显示"},
          {"fr", "Laisser affiché"},
          {"de", "Offen lassen"},
          {"ar", "إبقاء الشاشة"}}},
        {"left",
         {{"en", "12 s left"},
          {"zh", "12 秒后返回"},
          {"fr", "encore 12 s"},
          {"de", "noch 12 s"},
          {"ar", "بقي 12 ثانية"}}},
        {"welcome",
         {{"en", "Welcome,"}, {"zh", "欢迎您，"}, {"fr", "Bienvenue,"}, {"de", "Willkommen,"}, {"ar", "أهلاً وسهلاً،"}}},
        {"name",
         {{"en", "Ms Eleanor Whitcombe"},
          {"zh", "沐晴川 教授"},
          {"fr", "Mme Camille Desrosiers"},
          {"de", "Prof. Dr. Anneliese Falkenrath-Mösner"},
          {"ar", "د. نور القمري"}}},
        {"latin", {{"zh", "Prof. Mu Qingchuan"}, {"ar", "Dr Noor Al-Qamari"}}},
        {"affiliation",
         {{"en", "Harbour Hydrogen Trust · Speaker"},
          {"zh", "长三角材料联合实验室 · 嘉宾"},
          {"fr", "Institut Rivage · Déléguée"},
          {"de", "Lindmark-Institut für Werkstoffforschung · Delegierte"},
          {"ar", "مختبر القمر للمواد · مندوب"}}},
        {"next",
         {{"en", "Your next session"},
          {"zh", "您的下一场"},
          {"fr", "Votre prochaine session"},
          {"de", "Ihr nächster Termin"},
          {"ar", "جلستكم التالية"}}},
        {"soon",
         {{"en", "in 18\u00a0minutes"},
          {"zh", "18\u00a0分钟后"},
          {"fr", "dans 18\u00a0minutes"},
          {"de", "in 18\u00a0Minuten"},
          {"ar", "بعد 18 دقيقة"}}},
        {"session",
         {{"en", "Joint laboratories for new materials"},
          {"zh", "新材料联合实验室：从样品到产线"},
          {"fr", "Laboratoires communs pour de nouveaux matériaux"},
          {"de", "Gemeinsame Labore für neue Werkstoffe"},
          {"ar", "مختبرات مشتركة للمواد الجديدة"}}},
        {"room",
         {{"en", "Level\u00a02 · Seat\u00a014"},
          {"zh", "2\u00a0层 · 14\u00a0座"},
          {"fr", "Niveau\u00a02 · Place\u00a014"},
          {"de", "Ebene\u00a02 · Platz\u00a014"},
          {"ar", "الطابق الثاني · المقعد 14"}}},
        {"minutes",
         {{"en", "4\u00a0minutes on foot"},
          {"zh", "步行 4\u00a0分钟"},
          {"fr", "4\u00a0minutes à pied"},
          {"de", "4\u00a0Minuten zu Fuß"},
          {"ar", "أربع دقائق سيرًا على الأقدام"}}},
        {"hint",
         {{"en", "Up the escalator, then right"},
          {"zh", "乘扶梯上楼，右转"},
          {"fr", "Par l’escalier roulant, puis à droite"},
          {"de", "Rolltreppe hoch, dann rechts"},
          {"ar", "بالسلّم المتحرك صعودًا ثم يمينًا"}}},
        {"interpreted",
         {{"en", "Interpreted: English, Chinese"},
          {"zh", "同声传译：中文、英文"},
          {"fr", "Interprétation : anglais, chinois"},
          {"de", "Gedolmetscht: Englisch, Chinesisch"},
          {"ar", "ترجمة فورية: العربية والإنجليزية"}}},
    };
    return table;
}

Label say(const std::string& key, const Language& language) {
    const auto& by = words().at(key);
    const auto found = by.find(language);
    if (found != by.end()) return {found->second, language};
    return by.contains("en") ? Label{by.at("en"), "en"} : Label{};
}

HeaderView header(const Language& language) { return {say("summit", language), "10:52"}; }

StatusView status() {
    StatusView view;
    view.demo = {"Demo camera · demo time 10:52, 29 May 2023", "en"};
    view.network = {"All sent", "en"};
    return view;
}

std::vector<LanguagePill> pills(const Language& chosen) {
    std::vector<LanguagePill> all{
        {"en", {"English", "en"}}, {"zh", {"中文", "zh"}}, {"fr", {"Français", "fr"}}, {"de", {"Deutsch", "de"}}};
    if (chosen == "ar") all.push_back({"ar", {"العربية", "ar"}});
    for (auto& pill : all) pill.chosen = pill.language == chosen;
    return all;
}

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

// --- the programme

struct Talk {
    double from, to;
    std::map<Language, std::string> title;
    std::string speaker;
};

struct Forum {
    std::string id, room;
    std::map<Language, std::string> name, short_name;
    int seats;
    std::vector<Talk> talks;
};

const std::vector<Forum>& forums() {
    static const std::vector<Forum> table{
        {"bio",
         "2.01",
         {{"en", "Biomedicine"}, {"zh", "生物医药"}},
         {{"en", "Biomedicine"}, {"zh", "生物医药"}},
         14,
         {{10.5, 11.1667, {{"en", "Shared data, joint trials"}, {"zh", "从医院数据到联合试验"}}, "Dr Ines Calder"},
          {11.1667, 11.75, {{"en", "Doctorates with two homes"}, {"zh", "双导师博士培养"}}, "Prof. Liang Yue"},
          {11.75,
           12.5,
           {{"en", "Round table: what local innovation needs"}, {"zh", "圆桌：本地创新需要什么"}},
           "Five speakers"}}},
        {"energy",
         "2.02",
         {{"en", "Energy and environment"}, {"zh", "能源与环保"}},
         {{"en", "Energy"}, {"zh", "能源环保"}},
         3,
         {{10.5,
           11.3333,
           {{"en", "Hydrogen at harbour scale: results"}, {"zh", "港口规模氢能：首批成果"}},
           "Eleanor Whitcombe"},
          {11.3333, 11.8333, {{"en", "Clean water, shared rivers"}, {"zh", "共享河流的清洁用水"}}, "Dr Han Seo-yun"},
          {11.8333, 12.5, {{"en", "Round table: grids and neighbours"}, {"zh", "圆桌：电网与邻里"}}, "Four speakers"}}},
        {"equipment",
         "2.03",
         {{"en", "Equipment manufacturing"}, {"zh", "装备制造"}},
         {{"en", "Equipment"}, {"zh", "装备制造"}},
         20,
         {{10.5,
           11.1667,
           {{"en", "Sensors for the quiet factory"}, {"zh", "安静工厂：会听的传感器"}},
           "Timur Ravnikov"},
          {11.1667,
           11.8333,
           {{"en", "Robots on a shared test floor"}, {"zh", "机器人共训：共享试验场"}},
           "Dr Jonas Ebeling"},
          {11.8333, 12.5, {{"en", "Signing: two joint laboratories"}, {"zh", "签约：两家联合实验室"}}, ""}}},
        {"materials",
         "2.04",
         {{"en", "Materials"}, {"zh", "材料"}},
         {{"en", "Materials"}, {"zh", "材料"}},
         0,
         {{10.5, 11.1667, {{"en", "Coatings that last fifty years"}, {"zh", "五十年不变的涂层"}}, "Prof. Mu Qingchuan"},
          {11.1667,
           11.75,
           {{"en", "Joint labs for new materials"}, {"zh", "新材料联合实验室"}},
           "Dr Anneliese Falkenrath"},
          {11.75,
           12.5,
           {{"en", "Matchmaking: twelve tables, three languages"}, {"zh", "对接：十二张桌，三种语言"}},
           ""}}},
        {"it",
         "2.05",
         {{"en", "Information technology"}, {"zh", "信息技术"}},
         {{"en", "IT"}, {"zh", "信息技术"}},
         29,
         {{10.5, 11.3333, {{"en", "Open innovation in practice"}, {"zh", "共享数据上的开放创新"}}, "Bai Yunlan"},
          {11.3333, 11.8333, {{"en", "Chips, tools and talent"}, {"zh", "芯片、工具与人才"}}, "C. Rosenquell"},
          {11.8333, 12.5, {{"en", "Round table: local partners"}, {"zh", "圆桌：本地伙伴"}}, "Six speakers"}}},
    };
    return table;
}

std::string clock(double hours) {
    const int minutes = static_cast<int>(hours * 60 + 0.5);
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

ProgrammeView::Item item(const Talk& talk, const std::string& forum, std::size_t index, const Language& language,
                         double now) {
    ProgrammeView::Item made;
    made.id = SessionId{forum + "-" + std::to_string(index)};
    made.title = {talk.title.at(language), language};
    made.speaker = {talk.speaker, "en"};
    made.starts = clock(talk.from);
    made.ends = clock(talk.to);
    made.from_hours = talk.from;
    made.to_hours = talk.to;
    made.now = talk.from <= now && now < talk.to;
    made.past = talk.to <= now;
    made.progress = made.now ? (now - talk.from) / (talk.to - talk.from) : 0;
    const bool zh = language == "zh";
    made.now_or_next =
        made.now ? Label{zh ? "正在进行" : "Now", language} : Label{(zh ? "下一场 " : "Next ") + made.starts, language};
    return made;
}

void set_seats(ProgrammeView::Lane& lane, int seats, const Language& language) {
    const bool zh = language == "zh";
    const auto number = std::to_string(seats);
    lane.scarce = seats < 5;
    if (seats == 0) {
        lane.seats = {zh ? "已满 · 请到 2.06" : "Full, overflow 2.06", language};
        return;
    }
    lane.seats = {zh ? "余 " + number + " 座" : number + " seats left", language};
    lane.seats_number = number;
    lane.seats_unit = {zh ? "剩余座位" : "seats left", language};
}

ProgrammeView::Lane plenary(const Language& language, double now) {
    const std::vector<Talk> talks{
        {9, 9.5, {{"en", "Opening and speeches"}, {"zh", "开幕与致辞"}}, "The hosts"},
        {9.5,
         9.8333,
         {{"en", "How the Innovation Center works with partners"}, {"zh", "介绍：国创中心的创新生态与合作模式"}},
         "Chief expert"},
        {9.8333,
         10.5,
         {{"en", "Closer cooperation, wider spillovers: foreign-funded R&D in Shanghai"},
          {"zh", "加强合作，促进溢出：上海外资研发机构的现状、问题与对策"}},
         "A professor"}};
    ProgrammeView::Lane lane;
    lane.name = {language == "zh" ? "全体会议" : "For everybody", language};
    lane.room_code = "1.01";
    lane.level = {language == "zh" ? "1\u00a0层" : "Level\u00a01", language};
    for (std::size_t i = 0; i < talks.size(); ++i) lane.items.push_back(item(talks[i], "plenary", i, language, now));
    return lane;
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
    if (words().at("latin").contains(language)) view.latin_name = {words().at("latin").at(language), "en"};
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

ProgrammeView programme(const Language& language, double now) {
    ProgrammeView view;
    const bool zh = language == "zh";
    view.header = header(language);
    view.title = {zh ? "正在进行 · 五个分论坛" : "Now in the five sub-forums", language};
    view.now_hours = now;
    view.header.clock = clock(now);
    view.axis_from_hours = 8.5;
    view.axis_to_hours = 12.5;
    view.pills.push_back({std::nullopt, {zh ? "全部" : "All", language}, true});
    view.lanes.push_back(plenary(language, now));
    int colour = 0;
    for (const auto& forum : forums()) {
        ProgrammeView::Lane lane;
        lane.forum = ForumId{forum.id};
        lane.name = {forum.name.at(language), language};
        lane.room_code = forum.room;
        lane.level = {zh ? "2\u00a0层" : "Level\u00a02", language};
        lane.colour = colour++;
        set_seats(lane, forum.seats, language);
        for (std::size_t i = 0; i < forum.talks.size(); ++i)
            lane.items.push_back(item(forum.talks[i], forum.id, i, language, now));
        view.lanes.push_back(lane);
        view.pills.push_back({ForumId{forum.id}, {forum.short_name.at(language), language}, false});
    }
    view.language_button = {zh ? "中文" : "English", language};
    view.back_button = {zh ? "返回" : "Back", language};
    view.timeout = {0.7, {zh ? "42 秒后返回" : "Closes in 42 s", language}};
    view.status = status();
    return view;
}

ProgrammeView one_forum() {
    auto view = programme("en", morning);
    const auto& forum = forums()[3];
    auto lane = view.lanes[4];
    lane.items.clear();
    for (std::size_t i = 0; i < forum.talks.size(); ++i)
        lane.items.push_back(item(forum.talks[i], forum.id, i, "en", morning));
    view.lanes = {view.lanes[0], lane};
    view.title = {"Materials", "en"};
    for (auto& pill : view.pills) pill.chosen = pill.forum == ForumId{"materials"};
    return view;
}

ProgrammeView detail() {
    auto view = programme("en", morning);
    ProgrammeView::Detail open;
    open.title = {"Coatings that last fifty years", "en"};
    open.speaker = {"Prof. Mu Qingchuan · Delta Materials Laboratory", "en"};
    open.forum = {"Materials", "en"};
    open.room_line = {"Level\u00a02 · 4\u00a0minutes on foot", "en"};
    open.summary = {
        "What twelve years of sea air, sun and sand did to two hundred samples on three harbours, which of them "
        "are still bright, and what a shared test field for coatings would need to look like.",
        "en"};
    open.languages = {"Interpreted: English, Chinese", "en"};
    open.hint = {"Up the escalator, then right", "en"};
    open.arrow = Arrow::right;
    open.room_code = "2.04";
    open.time = "10:30–11:10";
    open.colour = 3;
    open.close_button = {"Close", "en"};
    view.detail = open;
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

StaffView staff() {
    StaffView view;
    view.header = header("en");
    view.title = {"Staff", "en"};
    view.line = {"Enter the unlock number of this terminal.", "en"};
    view.pad = {2, 6, true};
    view.leave_button = {"Cancel", "en"};
    view.timeout = {0.8, {"24\u00a0s left", "en"}};
    view.status = status();
    return view;
}

StaffView staff_paused() {
    auto view = staff();
    view.behind = StaffView::Behind{VerdictKind::admitted, {"Bienvenue", "fr"}};
    view.title = {"Équipe", "fr"};
    view.line = {"Plusieurs codes erronés\u00a0: veuillez patienter 30\u00a0s.", "fr"};
    view.line_attention = true;
    view.pad = {0, 6, false};
    view.leave_button = {"Annuler", "fr"};
    return view;
}

StaffView staff_unlocked() {
    auto view = staff();
    view.behind = StaffView::Behind{VerdictKind::ask_a_person, {"Einen Moment bitte", "de"}};
    view.title = {"Team", "de"};
    view.line = {};
    view.pad.reset();
    view.rows = {{{"Kontrollpunkt", "de"}, {"Haupteingang des Kongresszentrums, Drehkreuze 1–4", "de"}},
                 {{"Hub", "de"}, {"letzter Kontakt vor 40\u00a0s", "de"}},
                 {{"Einträge", "de"}, {"12\u00a0Einträge nicht gesendet", "de"}},
                 {{"Andere Terminals", "de"}, {"2\u00a0von\u00a03\u00a0Türen", "de"}},
                 {{"Kamera", "de"}, {"läuft", "de"}},
                 {{"Sitzung", "de"}, {"10:50–11:10 · Beschichtungen, die fünfzig Jahre halten", "de"}}};
    view.changes = {{{"+5\u00a0min", "de"}, {}}, {{"+10\u00a0min", "de"}, {}}, {{"Ist zu Ende", "de"}, {}}};
    view.emergency_button = {"Notfall: alle Türen öffnen", "de"};
    view.camera_button = {"Kamera prüfen", "de"};
    view.close_button = {"Foyer beenden", "de"};
    view.leave_button = {"Zurück zu den Gästen", "de"};
    return view;
}

CameraCheckView camera_good() {
    CameraCheckView view;
    view.header = header("en");
    view.title = {"Camera", "en"};
    view.line = {"Nobody is checked in by this camera meanwhile.", "en"};
    view.preview = true;
    view.code_outline = {{{0.397f, 0.292f}}, {{0.594f, 0.292f}}, {{0.594f, 0.642f}}, {{0.397f, 0.642f}}};
    view.advice = {"Good: codes are read well here.", "en"};
    view.mark = CameraCheckView::Mark::good;
    view.rows = {{{"Brightness, 0 to 255", "en"}, {"118", "en"}},
                 {{"Black", "en"}, {"2%", "en"}},
                 {{"Overexposed", "en"}, {"0%", "en"}},
                 {{"Sharpness", "en"}, {"47%", "en"}},
                 {{"Pixels per module, 4 or more", "en"}, {"6.1", "en"}}};
    view.leave_button = {"Back", "en"};
    view.timeout = {0.8, {"144 s left", "en"}};
    view.status = status();
    return view;
}

CameraCheckView camera_blurred() {
    auto view = camera_good();
    view.title = {"Kamera 2 von 2", "de"};
    view.line = {"Unterdessen trägt diese Kamera niemanden ein.", "de"};
    view.advice = {"Linse schmutzig oder unscharf: Linse abwischen, dann scharf stellen.", "de"};
    view.mark = CameraCheckView::Mark::attention;
    view.rows = {{{"Helligkeit, 0 bis 255", "de"}, {"118", "de"}},
                 {{"Schwarz", "de"}, {"2 %", "de"}},
                 {{"Überbelichtet", "de"}, {"0 %", "de"}},
                 {{"Schärfe", "de"}, {"9 %", "de"}, true},
                 {{"Pixel je Modul, 4 oder mehr", "de"}, {"noch kein Code", "de"}}};
    view.code_outline = {};
    view.next_button = {"Nächste Kamera", "de"};
    view.leave_button = {"Zurück", "de"};
    return view;
}

CameraCheckView camera_gone() {
    auto view = camera_good();
    view.title = {"摄像头", "zh"};
    view.line = {"检查期间此摄像头不会办理签到。", "zh"};
    view.preview = false;
    view.camera_state = {"摄像头暂时休息", "zh"};
    view.advice = {};
    view.mark = CameraCheckView::Mark::waiting;
    view.rows = {};
    view.code_outline = {};
    view.leave_button = {"返回", "zh"};
    return view;
}

StaffView staff_keyless() {
    auto view = staff();
    view.title = {"This terminal has no unlock number", "en"};
    view.line = {"It was enrolled before there were any. Enrol it again, or end it by SIGTERM.", "en"};
    view.pad.reset();
    view.leave_button = {"Back to guests", "en"};
    return view;
}

StaffView staff_badge() {
    StaffView view = staff();
    view.line = {"Hold your staff badge in front of the camera.", "en"};
    view.pad.reset();
    return view;
}

HealthView health() {
    const auto de = [](const char* text) { return Label{text, "de"}; };
    HealthView view;
    view.header = header("de");
    view.title = de("Zustand dieses Terminals");
    view.rows = {
        {de("Version"), de("Foyer\u00a00.1.0")},
        {de("Kamera"), de("funktioniert")},
        {de("Hub"), de("10.20.30.40:8080 · letzter Kontakt vor 12\u00a0min · connection refused"), true},
        {de("Uhr"), de("12\u00a0ms neben der des Hubs")},
        {de("Einträge"), de("34\u00a0Einträge nicht gesendet"), true},
        {de("Buch"), de("48211 Fakten aus 7 Quellen · Format\u00a03")},
        {de("Terminals erreichbar"), de("East 1, East 2, Help desk")},
        {de("Terminals nicht erreichbar"), de("West 2"), true},
        {de("Drucker"), de("/var/lib/foyer/badges · bereit")},
        {de("Speicher"), de("41.7\u00a0GB frei")},
        {de("Sprachen geprüft"), de("en, de")},
        {de("Sprachen ungeprüft"), de("zh, fr"), true},
        {de("Bibliotheken"), de("ZXing\u00a01.4.0, GStreamer\u00a01.22.0, SQLite\u00a03.40.1")},
        {de("Bibliotheken"), de("Pango\u00a01.50.12, ImGui\u00a01.89.2, OpenSSL\u00a03.0.17, libsodium\u00a01.0.18")}};
    view.log_title = de("Letzte Zeilen des Protokolls");
    for (const char* line : {"02:52:31Z  admitted welcome", "02:52:20Z  ask a person forged I-2",
                             "02:51:58Z  /dev/video0 has no picture: the cable may be loose",
                             "02:51:40Z  wait not_yet_open", "02:51:22Z  admitted welcome_back"})
        view.log.push_back({line, "en"});
    view.leave_button = de("Zurück");
    view.timeout = {0.7, de("noch 126\u00a0s")};
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
