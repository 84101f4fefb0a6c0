// The programme: of the whole morning, one sub-forum, one session.
#include <algorithm>
#include <array>
#include <map>

#include "tests/screens/samples_words.h"

namespace foyer::samples {

namespace {

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

// Two days, rooms instead of forums, the search.
void describe_choices(ProgrammeView& view, const Language& language) {
    const bool zh = language == "zh";
    using namespace std::chrono;
    const local_days first{2023y / May / 29};
    view.days = {{first, {zh ? "29日\u00a0周一" : "Mon\u00a029", language}, true},
                 {first + days{1}, {zh ? "30日\u00a0周二" : "Tue\u00a030", language}, false}};
    view.by_button = {zh ? "会场" : "Rooms", language};
    view.search_button = {zh ? "搜索" : "Search", language};
    view.more = more_words(language);
}

} // namespace

std::vector<Label> more_words(const Language& language) {
    std::vector<Label> words;
    for (int count = 0; count < 40; ++count) {
        const auto number = std::to_string(count);
        words.push_back({language == "zh"   ? "还有\u00a0" + number + "\u00a0项"
                         : language == "ar" ? number + "\u00a0أخرى"
                                            : number + "\u00a0more",
                         language});
    }
    return words;
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
    describe_choices(view, language);
    view.pills.push_back({std::nullopt, {zh ? "全部" : "All", language}, true});
    if (now < 10.5) view.lanes.push_back(plenary(language, now)); // then it makes room
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
    auto lane = view.lanes[3];
    lane.items.clear();
    for (std::size_t i = 0; i < forum.talks.size(); ++i)
        lane.items.push_back(item(forum.talks[i], forum.id, i, "en", morning));
    view.lanes = {plenary("en", morning), lane};
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

} // namespace foyer::samples
