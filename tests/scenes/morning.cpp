#include "tests/scenes/morning.h"

#include <algorithm>

namespace foyer::tests {
namespace {

Place place(const char* id, const char* parent, PlaceKind kind, const char* code, const Said& name, int level) {
    Place made;
    made.id = {id};
    if (*parent) made.parent = PlaceId{parent};
    made.kind = kind;
    made.code = code;
    if (*name.en) made.name = wording(name);
    const auto number = std::to_string(level);
    if (level > 0)
        made.level.by_language = {
            {"en", "Level\u00a0" + number}, {"zh", number + "层"}, {"ar", "الطابق\u00a0" + number}};
    return made;
}

Place forum_room(const char* id, int capacity) {
    Place made = place(id, "floor-2", PlaceKind::room, id, {"", "", ""}, 2);
    made.capacity = capacity;
    if (made.id != PlaceId{"2.06"}) made.overflow = PlaceId{"2.06"};
    return made;
}

std::vector<Place> venue() {
    using enum PlaceKind;
    std::vector<Place> all{
        place("centre", "", site, "", {"Conference Centre", "会议中心", "مركز المؤتمرات"}, 0),
        place("foyer", "centre", hall, "", {"Foyer", "前厅", "البهو"}, 1),
        place("help-desk", "foyer", table, "H", {"Help desk", "服务台", "مكتب المساعدة"}, 1),
        place("plenary", "centre", hall, "1.01", {"Plenary hall", "主会场", "القاعة الرئيسية"}, 1),
        place("floor-2", "centre", hall, "", {"Forum floor", "分论坛区", "طابق المنتديات"}, 2),
        place("matchmaking", "centre", hall, "", {"Matchmaking area", "洽谈区", "منطقة اللقاءات"}, 1),
    };
    all[3].capacity = 640;
    for (const auto& [id, capacity] :
         {std::pair{"2.01", 160}, {"2.02", 140}, {"2.03", 140}, {"2.04", 96}, {"2.05", 160}, {"2.06", 80}})
        all.push_back(forum_room(id, capacity));
    for (const char* number : {"1", "2", "3", "4", "12"}) {
        all.push_back(place("", "matchmaking", table, number, {"", "", ""}, 1));
        all.back().id.text = "table-" + std::string{number};
    }
    return all;
}

struct Talk {
    const char *from, *until;
    Said title, speaker;
};

void add_sessions(Programme& programme, const char* id, std::optional<ForumId> forum, const char* where,
                  const std::vector<Talk>& talks) {
    int number = 0;
    for (const Talk& talk : talks) {
        Session session;
        session.id = {std::string{id} + "-" + std::to_string(number++)};
        session.forum = forum;
        session.place = {where};
        session.title = wording(talk.title);
        if (*talk.speaker.en) session.speaker = wording(talk.speaker);
        session.starts = at(talk.from);
        session.ends = at(talk.until);
        session.languages = {"en", "zh"};
        programme.sessions.push_back(session);
    }
}

void add_forum(Programme& programme, const char* id, const char* where, const Said& name, const Said& short_name,
               const std::vector<Talk>& talks) {
    Forum forum;
    forum.id = {id};
    forum.name = wording(name);
    forum.short_name = wording(short_name);
    forum.place = {where};
    forum.order = static_cast<int>(programme.forums.size());
    programme.forums.push_back(forum);
    add_sessions(programme, id, forum.id, where, talks);
}

void add_plenary(Programme& programme) {
    add_sessions(programme, "plenary", std::nullopt, "plenary",
                 {{"09:00",
                   "09:30",
                   {"Opening and speeches", "开幕与致辞", "الافتتاح والكلمات"},
                   {"The hosts", "主办方", "الجهة المضيفة"}},
                  {"09:30",
                   "09:50",
                   {"How the Innovation Center works with partners", "国创中心的创新生态与合作模式",
                    "كيف يعمل مركز الابتكار مع شركائه"},
                   {"Chief expert", "首席专家", "كبير الخبراء"}},
                  {"09:50",
                   "10:30",
                   {"Closer cooperation, wider spillovers: foreign-funded R&D in Shanghai",
                    "加强合作，促进溢出：上海外资研发机构的现状、问题与对策",
                    "تعاون أوثق وأثر أوسع: البحث والتطوير بتمويل أجنبي في شنغهاي"},
                   {"A professor of the city", "某高校教授", "أستاذ من المدينة"}}});
}

void add_first_forums(Programme& programme) {
    add_forum(programme, "bio", "2.01", {"Biomedicine", "生物医药", "الطب الحيوي"},
              {"Biomedicine", "生物医药", "الطب الحيوي"},
              {{"10:30",
                "11:10",
                {"Shared data, joint trials", "从医院数据到联合试验", "بيانات مشتركة وتجارب مشتركة"},
                {"Dr Ines Calder", "伊内丝·卡尔德博士", "د. إينيس كالدر"}},
               {"11:10",
                "11:45",
                {"Doctorates with two homes", "双导师博士培养", "دكتوراه بين جامعتين"},
                {"Prof. Liang Yue", "梁越教授", "أ. د. ليانغ يويه"}},
               {"11:45",
                "12:30",
                {"Round table: what local innovation needs", "圆桌：本地创新需要什么",
                 "مائدة مستديرة: ما يحتاجه الابتكار المحلي"},
                {"Five speakers", "五位嘉宾", "خمسة متحدثين"}}});
    add_forum(programme, "energy", "2.02", {"Energy and environment", "能源与环保", "الطاقة والبيئة"},
              {"Energy", "能源环保", "الطاقة"},
              {{"10:30",
                "11:20",
                {"Hydrogen at harbour scale: results", "港口规模氢能：首批成果", "الهيدروجين في الموانئ: أولى النتائج"},
                {"Eleanor Whitcombe", "埃莉诺·惠特科姆", "إليانور ويتكومب"}},
               {"11:20",
                "11:50",
                {"Clean water, shared rivers", "共享河流的清洁用水", "مياه نظيفة وأنهار مشتركة"},
                {"Dr Han Seo-yun", "韩瑞允博士", "د. هان سو يون"}},
               {"11:50",
                "12:30",
                {"Round table: grids and neighbours", "圆桌：电网与邻里", "مائدة مستديرة: الشبكات والجيران"},
                {"Four speakers", "四位嘉宾", "أربعة متحدثين"}}});
    add_forum(programme, "equipment", "2.03", {"Equipment manufacturing", "装备制造", "تصنيع المعدات"},
              {"Equipment", "装备制造", "المعدات"},
              {{"10:30",
                "11:10",
                {"Sensors for the quiet factory", "安静工厂：会听的传感器", "مستشعرات للمصنع الهادئ"},
                {"Timur Ravnikov", "铁木尔·拉夫尼科夫", "تيمور رافنيكوف"}},
               {"11:10",
                "11:50",
                {"Robots on a shared test floor", "机器人共训：共享试验场", "روبوتات في ساحة اختبار مشتركة"},
                {"Dr Jonas Ebeling", "约纳斯·埃贝林博士", "د. يوناس إيبيلينغ"}},
               {"11:50",
                "12:30",
                {"Signing: two joint laboratories", "签约：两家联合实验室", "توقيع: مختبران مشتركان"},
                {"", "", ""}}});
}

void add_last_forums(Programme& programme) {
    add_forum(programme, "materials", "2.04", {"Materials", "材料", "المواد"}, {"Materials", "材料", "المواد"},
              {{"10:30",
                "11:10",
                {"Coatings that last fifty years", "五十年不变的涂层", "طلاءات تدوم خمسين عامًا"},
                {"Prof. Mu Qingchuan", "沐晴川教授", "أ. د. مو تشينغتشوان"}},
               {"11:10",
                "11:45",
                {"Joint labs for new materials", "新材料联合实验室", "مختبرات مشتركة للمواد الجديدة"},
                {"Dr Anna Mösner", "安娜·默斯纳博士", "د. آنا موزنر"}},
               {"11:45",
                "12:30",
                {"Matchmaking: twelve tables, three languages", "对接：十二张桌，三种语言",
                 "لقاءات: اثنتا عشرة طاولة وثلاث لغات"},
                {"", "", ""}}});
    add_forum(programme, "it", "2.05", {"Information technology", "信息技术", "تقنية المعلومات"},
              {"IT", "信息技术", "التقنية"},
              {{"10:30",
                "11:20",
                {"Open innovation in practice", "共享数据上的开放创新", "الابتكار المفتوح في الواقع"},
                {"Bai Yunlan", "白云岚", "باي يونلان"}},
               {"11:20",
                "11:50",
                {"Chips, tools and talent", "芯片、工具与人才", "رقائق وأدوات ومواهب"},
                {"Camille Rosenquell", "卡米耶·罗森凯尔", "كاميل روزنكيل"}},
               {"11:50",
                "12:30",
                {"Round table: local partners", "圆桌：本地伙伴", "مائدة مستديرة: الشركاء المحليون"},
                {"Six speakers", "六位嘉宾", "ستة متحدثين"}}});
    const auto coatings = std::ranges::find(programme.sessions, SessionId{"materials-0"}, &Session::id);
    coatings->summary = wording(
        {"What twelve years of sea air, sun and sand did to two hundred samples on three harbours, which of them are "
         "still bright, and what a shared test field for coatings would need to look like.",
         "两百件样品在三座港口经历了十二年的海风、日晒与风沙：哪些光亮如初，共享的涂层试验场又应是什么样子。",
         "ما فعلته اثنتا عشرة سنة من هواء البحر والشمس والرمل بمئتي عينة في ثلاثة موانئ، وأيها ما زال لامعًا، وكيف "
         "ينبغي أن يكون ميدان اختبار مشترك."});
}

void add_checkpoint(Programme& programme, const char* id, const char* where, Mode mode, const Said& name) {
    Checkpoint made;
    made.id = {id};
    made.place = {where};
    made.mode = mode;
    made.name = wording(name);
    programme.checkpoints.push_back(made);
}

void add_checkpoints(Programme& programme) {
    const Said materials{"Room 2.04 · Materials", "2.04会议室 · 材料", "القاعة 2.04 · المواد"};
    add_checkpoint(programme, "entrance", "centre", Mode::self, {"Main entrance", "主入口", "المدخل الرئيسي"});
    add_checkpoint(programme, "west", "centre", Mode::self, {"West entrance", "西入口", "المدخل الغربي"});
    add_checkpoint(programme, "materials", "2.04", Mode::self, materials);
    add_checkpoint(programme, "materials-gate", "2.04", Mode::gate, materials);
    add_checkpoint(programme, "materials-sign", "2.04", Mode::sign, materials);
    add_checkpoint(programme, "hall-sign", "centre", Mode::sign, {"Sign in the hall", "大厅指示屏", "لوحة البهو"});
    add_checkpoint(programme, "desk", "centre", Mode::desk, {"Help desk", "服务台", "مكتب المساعدة"});
    add_checkpoint(programme, "meetings", "matchmaking", Mode::meeting,
                   {"Matchmaking area", "洽谈区", "منطقة اللقاءات"});
}

void add_hint(Programme& programme, const char* from, const char* to, Arrow arrow, int minutes, const Said& words) {
    programme.hints.push_back({{from}, {to}, wording(words), arrow, minutes});
}

void add_hints(Programme& programme) {
    const Said upstairs{"Up the escalator, then right", "乘扶梯上楼，右转", "بالسلّم المتحرك صعودًا ثم يمينًا"};
    const Said next_door{"Next door, live video", "隔壁，视频直播", "في القاعة المجاورة، بث مباشر"};
    for (const char* room : {"2.01", "2.02", "2.03", "2.04", "2.05"})
        add_hint(programme, "entrance", room, Arrow::right, 4, upstairs);
    const Said beside{"On your left, beside the cloakroom", "左侧，衣帽间旁", "على يساركم بجانب غرفة المعاطف"};
    add_hint(programme, "entrance", "help-desk", Arrow::left, 1, beside);
    add_hint(programme, "entrance", "matchmaking", Arrow::left, 2,
             {"In the row by the windows", "靠窗一排", "في الصف بجانب النوافذ"});
    add_hint(programme, "meetings", "matchmaking", Arrow::left, 1,
             {"In the row by the windows", "靠窗一排", "في الصف بجانب النوافذ"});
    add_hint(programme, "meetings", "help-desk", Arrow::right, 1,
             {"In the foyer, beside the cloakroom", "前厅，衣帽间旁", "في البهو بجانب غرفة المعاطف"});
    for (const char* door : {"materials", "materials-gate"}) {
        add_hint(programme, door, "2.06", Arrow::left, 1, next_door);
        add_hint(programme, door, "2.01", Arrow::right, 1,
                 {"To the end of the hall, then right", "走到大厅尽头，右转", "إلى آخر الممر ثم يمينًا"});
        add_hint(programme, door, "help-desk", Arrow::down, 4,
                 {"Down the escalator, in the foyer", "乘扶梯下楼，在前厅", "بالسلّم المتحرك نزولًا، في البهو"});
    }
}

// The summit's own first, then the usual ones: four, or five in another language.
std::vector<Language> spoken(const Language& language) {
    std::vector<Language> all{"en", "zh", "fr", "de"};
    std::erase(all, language);
    all.insert(all.begin(), language);
    return all;
}

} // namespace

Wording wording(const Said& said) { return {{{"en", said.en}, {"zh", said.zh}, {"ar", said.ar}}}; }

Programme summit_morning(const Language& language) {
    Programme made;
    made.summit.name = wording(
        {"Yangtze River Delta Open Day", "长三角国创中心 · 全球创新伙伴开放日", "يوم دلتا نهر اليانغتسي المفتوح"});
    made.summit.time_zone = "Asia/Shanghai";
    made.summit.utc_offset = Milliseconds{std::chrono::hours{8}};
    made.summit.starts = at("08:30");
    made.summit.ends = at("12:30");
    made.summit.languages = spoken(language);
    made.places = venue();
    add_plenary(made);
    add_first_forums(made);
    add_last_forums(made);
    std::ranges::stable_sort(made.sessions, {}, &Session::starts);
    add_checkpoints(made);
    add_hints(made);
    Delegation partners{{"partners"}, wording({"Lindmark partners", "林德马克伙伴团", "شركاء ليندمارك"}), {}};
    made.delegations = {partners};
    return made;
}

Terminal on_the_morning(const Language& language, const std::string& checkpoint) {
    Terminal terminal{summit_morning(language), checkpoint};
    terminal.set_clock(at("10:52"));
    terminal.tell(LinkState{true, 0, at("10:52"), 3, 3});
    terminal.tell(OccupancyChanged{{{PlaceId{"2.01"}, {131, 15}},
                                    {PlaceId{"2.02"}, {132, 5}},
                                    {PlaceId{"2.03"}, {105, 15}},
                                    {PlaceId{"2.04"}, {96, 0}},
                                    {PlaceId{"2.05"}, {121, 10}},
                                    {PlaceId{"2.06"}, {58, 0}}}});
    return terminal;
}

} // namespace foyer::tests
