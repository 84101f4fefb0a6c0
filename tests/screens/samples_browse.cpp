// The programme as it is browsed: a long day, rooms, and the search.
#include <algorithm>

#include "kiosk/app/typing.h"
#include "tests/screens/samples_words.h"

namespace foyer::samples {

namespace {

using Hit = ProgrammeView::Search::Hit;

ProgrammeView::Item talk(int number, const std::string& title) {
    ProgrammeView::Item item;
    const double from = 9 + number * 0.5;
    const auto clock = [](double hours) {
        const int minutes = static_cast<int>(hours * 60 + 0.5);
        const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
        return two(minutes / 60) + ":" + two(minutes % 60);
    };
    item.id = SessionId{"talk-" + std::to_string(number)};
    item.title = {title, "en"};
    item.speaker = {number % 3 == 2 ? "" : "Dr Ines Calder", "en"};
    item.starts = clock(from);
    item.ends = clock(from + 0.5);
    item.from_hours = from;
    item.to_hours = from + 0.5;
    item.now = from <= morning && morning < from + 0.5;
    item.past = from + 0.5 <= morning;
    if (item.now) item.now_or_next = {"Now", "en"};
    return item;
}

const std::vector<std::string>& titles() {
    static const std::vector<std::string> all{"Registration and coffee",
                                              "What harbour cranes teach a hospital",
                                              "Samples that travel: one cold chain for three countries",
                                              "Shared data, joint trials",
                                              "Doctorates with two homes",
                                              "Round table: what local innovation needs",
                                              "Lunch in the winter garden",
                                              "From a bench in Ghent to a ward in Suzhou",
                                              "Ethics boards that answer within a month",
                                              "Ten years of open imaging",
                                              "Signing: two joint laboratories",
                                              "Matchmaking: twelve tables, three languages",
                                              "Walk along the river"};
    return all;
}

ProgrammeView::Lane a_day(const std::string& code, int colour) {
    ProgrammeView::Lane lane;
    lane.room_code = code;
    lane.level = {"Level\u00a02", "en"};
    lane.colour = colour;
    for (std::size_t i = 0; i < titles().size(); ++i) lane.items.push_back(talk(static_cast<int>(i), titles()[i]));
    return lane;
}

std::vector<ProgrammeView::PlacePill> room_pills(const std::string& chosen) {
    std::vector<ProgrammeView::PlacePill> pills{{std::nullopt, {"All", "en"}, chosen.empty()}};
    for (const char* code : {"1.01", "2.01", "2.02", "2.03", "2.04", "2.05", "2.06"})
        pills.push_back({std::nullopt, {code, "en"}, chosen == code, PlaceId{code}});
    return pills;
}

Hit hit(const char* id, const Label& day, const char* starts, const Label& title, const char* room, int colour) {
    Hit made;
    made.id = SessionId{id};
    made.day = day;
    made.starts = starts;
    made.title = title;
    made.speaker = {"Prof. Mu Qingchuan", "en"};
    made.room_code = room;
    made.colour = colour;
    return made;
}

ProgrammeView searching(const Language& language) {
    auto view = programme(language == "zh" ? "zh" : "en", morning);
    const bool ar = language == "ar", zh = language == "zh";
    view.header = header(language);
    view.header.clock = "10:52";
    view.title = {ar ? "البحث في البرنامج" : zh ? "搜索日程" : "Search the programme", language};
    view.more = more_words(language);
    if (ar) view.back_button = {"رجوع", "ar"};
    if (ar) view.language_button = {"العربية", "ar"};
    if (ar) view.timeout.words = {"بقيت 42 ث", "ar"};
    ProgrammeView::Search search;
    search.hint = {ar ? "بحث" : zh ? "搜索" : "Search", language};
    search.keys = {key_rows({}, language), TouchKeyboard::Page::latin, false, false};
    view.search = search;
    return view;
}

} // namespace

ProgrammeView long_day() {
    auto view = programme("en", morning);
    auto lane = a_day("2.01", 0);
    lane.forum = ForumId{"bio"};
    lane.name = {"Biomedicine", "en"};
    view.lanes = {lane};
    view.title = lane.name;
    for (auto& pill : view.pills) pill.chosen = pill.forum == lane.forum;
    return view;
}

ProgrammeView rooms() {
    auto view = programme("en", morning);
    view.title = {"Programme, Monday, 29\u00a0May", "en"};
    view.by = ProgrammeBy::room;
    view.by_button = {"Sub\u2011forums", "en"};
    view.pills = room_pills("");
    auto hall = a_day("1.01", -1);
    hall.name = {"Plenary hall", "en"};
    hall.items.resize(5);
    hall.room = PlaceId{"1.01"};
    view.lanes.insert(view.lanes.begin(), hall);
    auto side = a_day("2.06", -1);
    side.name = {"Side room", "en"};
    side.room = PlaceId{"2.06"};
    side.items.erase(side.items.begin(), side.items.begin() + 4);
    view.lanes.push_back(side);
    return view;
}

ProgrammeView one_room() {
    auto view = rooms();
    view.pills = room_pills("2.06");
    view.lanes = {view.lanes.back()};
    view.lanes.front().items.clear();
    view.nothing = {"Nothing is planned here on this day.", "en"};
    view.title = {"Side room", "en"};
    for (auto& day : view.days) day.chosen = !day.chosen;
    return view;
}

ProgrammeView search_found(const Language& language) {
    auto view = searching(language);
    const bool ar = language == "ar";
    const Label monday{ar ? "الاثنين\u00a029" : "Mon\u00a029", language},
        tuesday{ar ? "الثلاثاء\u00a030" : "Tue\u00a030", language};
    const auto title = [&](const char* en, const char* arabic) { return Label{ar ? arabic : en, language}; };
    auto& search = *view.search;
    search.typed = ar ? "mu" : "joint";
    search.hits = {
        hit("a", monday, "10:30", title("Shared data, joint trials", "بيانات مشتركة وتجارب مشتركة"), "2.01", 0),
        hit("b", monday, "11:10", title("Joint labs for new materials", "مختبرات مشتركة لمواد جديدة"), "2.04", 3),
        hit("c", monday, "11:50", title("Signing: two joint laboratories", "توقيع: مختبران مشتركان"), "2.03", 2),
        hit("d", tuesday, "09:30",
            title("Joint calls: how two ministries pay for one project, and what auditors think of it",
                  "دعوات مشتركة: كيف تموّل وزارتان مشروعاً واحداً، وما رأي المدققين"),
            "1.01", -1),
        hit("e", tuesday, "14:00", title("A joint degree in hydrogen", "شهادة مشتركة في الهيدروجين"), "2.02", 1)};
    search.hits.front().now = true;
    if (!ar)
        for (int i = 0; i < 9; ++i)
            search.hits.push_back(hit(("f" + std::to_string(i)).c_str(), monday, "09:00",
                                      {"Jointly opened: the summit's first hour", "en"}, "", -1));
    for (auto& one : search.hits)
        if (one.room_code.empty()) one.past = true, one.room = {"Foyer", "en"};
    return view;
}

ProgrammeView search_typing() {
    auto view = searching("en");
    view.search->line = {"Type a word of the title, a name, a room or a sub\u2011forum.", "en"};
    return view;
}

ProgrammeView search_nothing() {
    auto view = searching("zh");
    view.search->typed = "gangkou qq";
    view.search->line = {"没有找到相关场次。请减少字数或换一个词。", "zh"};
    return view;
}

std::vector<Sample> browsed() {
    auto later = long_day();
    later.rows_turned = 2;
    // Gathered at a side.
    auto left = programme("en", morning);
    auto right = search_found("en");
    left.header.reach = Reach::left;
    right.header.reach = Reach::right;
    return {{"programme-long-en", long_day()},
            {"programme-long-later-en", later},
            {"programme-left-en", left},
            {"programme-search-right-en", right},
            {"programme-rooms-en", rooms()},
            {"programme-room-en", one_room()},
            {"programme-search-en", search_found("en")},
            {"programme-search-ar", search_found("ar")},
            {"programme-search-typing-en", search_typing()},
            {"programme-search-nothing-zh", search_nothing()}};
}

} // namespace foyer::samples
