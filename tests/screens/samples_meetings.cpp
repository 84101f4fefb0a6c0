// What is seen of meetings: at the tables, on the own day, and on the board of a staff desk.
#include <map>

#include "tests/screens/samples.h"

namespace foyer::samples {

namespace {

// In English, Chinese and Arabic.
Label say(const char* what, const Language& language) {
    static const std::map<std::string, std::map<Language, std::string>> words{
        {"now", {{"en", "Your meeting now"}, {"zh", "您现在的洽谈"}, {"ar", "لقاؤك الآن"}}},
        {"greeting", {{"en", "Good morning,"}, {"zh", "上午好，"}, {"ar", "صباح الخير،"}}},
        {"title",
         {{"en", "Meeting · English / 中文"}, {"zh", "洽谈 · 中文 / Deutsch"}, {"ar", "لقاء · العربية / 中文"}}},
        {"table", {{"en", "Table\u00a012"}, {"zh", "12号桌"}, {"ar", "الطاولة\u00a012"}}},
        {"level", {{"en", "Level\u00a01"}, {"zh", "1层"}, {"ar", "الطابق\u00a01"}}},
        {"hint", {{"en", "In the row by the windows"}, {"zh", "靠窗一排"}, {"ar", "في الصف بجانب النوافذ"}}},
        {"there", {{"en", "is at the table"}, {"zh", "已就座"}, {"ar", "على الطاولة"}}},
        {"expected", {{"en", "is expected"}, {"zh", "等候中"}, {"ar", "في انتظاره"}}},
        {"interpreter", {{"en", "Interpreter"}, {"zh", "口译"}, {"ar", "ترجمة شفوية"}}},
        {"later",
         {{"en", "Your meeting begins at\u00a011:50"},
          {"zh", "您的洽谈11:50开始"},
          {"ar", "يبدأ لقاؤك الساعة\u00a011:50"}}},
        {"early",
         {{"en", "Thank you for coming early. Please scan again shortly before it begins."},
          {"zh", "感谢您提前到来。请在开始前不久再扫一次。"},
          {"ar", "شكرًا لحضورك مبكرًا. يُرجى المسح مرة أخرى قبل البدء بقليل."}}},
        {"with", {{"en", "with Mu Qingchuan"}, {"zh", "与Anna Mösner"}, {"ar", "مع Mu Qingchuan"}}},
        {"day",
         {{"en", "Your day · Monday, 29\u00a0May"},
          {"zh", "您的一天 · 5月29日 星期一"},
          {"ar", "يومكم · الاثنين، 29 مايو"}}},
        {"back", {{"en", "Welcome back,"}, {"zh", "欢迎回来，"}, {"ar", "مرحبًا بعودتك،"}}},
        {"whole", {{"en", "Whole programme"}, {"zh", "全部日程"}, {"ar", "البرنامج كاملاً"}}},
    };
    return {words.at(what).at(language), language};
}

Label en(const char* text) { return {text, "en"}; }

VerdictView::Partner partner(const Language& language, bool there) {
    VerdictView::Partner partner;
    const bool zh = language == "zh";
    partner.name = zh ? Label{"Dr.\u00a0Anna Mösner", "de"} : Label{"沐晴川女士", "zh-Hans"};
    partner.line = {zh ? "Lindmark-Institut" : "Mu Qingchuan · Institute of River Catalysis", language};
    partner.there = there;
    partner.state = say(there ? "there" : "expected", language);
    return partner;
}

VerdictView::Card meeting_card(const Language& language) {
    VerdictView::Card card;
    card.heading = say("now", language);
    card.time = "10:50";
    card.title = say("title", language);
    card.room_code = say("table", language).text;
    card.room_line = say("level", language);
    card.hint = say("hint", language);
    card.arrow = Arrow::left;
    VerdictView::Partner interpreter;
    interpreter.name = {"陆听川教授", "zh-Hans"};
    interpreter.line = {"Lu Tingchuan · " + say("interpreter", language).text, language};
    interpreter.state = say("expected", language);
    card.partners = {partner(language, true), interpreter};
    return card;
}

VerdictView at_the_tables(const Language& language) {
    VerdictView view = admitted(language);
    view.greeting = say("greeting", language);
    view.card = meeting_card(language);
    return view;
}

VerdictView too_early(const Language& language) {
    VerdictView view = at_the_tables(language);
    view.kind = VerdictKind::wait;
    view.title = say("later", language);
    view.advice = say("early", language);
    view.card->time = "11:50";
    view.card->heading = en("Your next meeting");
    view.card->starts_in = {};
    view.affiliation = {};
    view.latin_name = {};
    view.card->partners[0].there = false;
    view.card->partners[0].state = say("expected", language);
    return view;
}

OwnDayView day(const Language& language) {
    const VerdictView verdict = admitted(language);
    OwnDayView view;
    view.header = verdict.header;
    view.greeting = say("back", language);
    view.name = verdict.name;
    view.latin_name = verdict.latin_name;
    view.affiliation = verdict.affiliation;
    view.card = meeting_card(language);
    view.card->hint = {};
    view.day = say("day", language);
    const auto& session = *verdict.card;
    OwnDayView::Row meeting{"10:50", say("title", language), say("with", language), say("table", language).text};
    if (language != "zh") meeting.beside = {"沐晴川", "zh-Hans"};
    meeting.meeting = meeting.meant = true;
    OwnDayView::Row later = meeting;
    later.time = "11:50";
    later.meant = false;
    view.rows = {
        meeting, {session.time, session.title, session.room_line, session.room_code, session.room_colour}, later};
    view.programme_button = say("whole", language);
    view.keep_open_button = verdict.keep_open_button;
    view.languages = verdict.languages;
    view.timeout = verdict.timeout;
    view.seconds_shown = 3;
    view.status = verdict.status;
    return view;
}

using Tone = DeskView::Someone::Tone;

DeskView board() {
    DeskView view = desk_waiting();
    view.board_button = en("Meetings");
    view.board_attention = true;
    DeskView::Board board;
    board.title = en("Meetings now and next");
    board.close_button = en("Close");
    const auto row = [](const char* id, const char* time, const char* table, const char* who, const char* state,
                        Tone tone) { return DeskView::Meeting{{id}, time, en(table), en(who), en(state), tone}; };
    board.rows = {row("m-02", "10:50", "Table\u00a02", "Héloïse d’Orvanne, 陆晚屿", "1 of 3 there", Tone::attention),
                  row("m-01", "10:50", "Table\u00a01", "Ilse Ährenfels, 阮晚渡", "All are here", Tone::good),
                  row("m-03", "10:50", "Table\u00a03", "يوسف النوارسي, 庄溪影", "table given back", Tone::neutral),
                  row("m-07", "11:10", "Table\u00a01", "Ilse Ährenfels, 陆晚屿", "0 of 3 there", Tone::neutral),
                  row("m-10", "11:10", "Table\u00a04", "서나래, 呂雲泊", "0 of 3 there", Tone::neutral)};
    view.board = board;
    return view;
}

DeskView open_meeting() {
    DeskView view = board();
    DeskView::OpenMeeting opened;
    opened.title = en("10:50–11:10 · Table\u00a02");
    opened.line = en("Français / 中文 · 1 of 3 there");
    opened.people = {
        {{"Héloïse d’Orvanne", "fr"}, en("Quellmoor Antriebe R&D Centre Shanghai"), en("is at the table"), true},
        {{"陆晚屿", "zh-Hans"}, en("Lu Wanyu · Institute of River Catalysis"), en("is expected"), false},
        {{"Odile d’Orvanne", "fr"}, en("Interpreter · Organising office of the Open Day"), en("is expected"), false}};
    opened.table_button = en("Another table");
    opened.interpreter_button = en("Another interpreter");
    opened.release_button = en("Give the table back");
    opened.choices_title = en("Another interpreter");
    const auto choice = [](Label who, const char* why) {
        return DeskView::Choice{std::move(who), en(why), std::string_view{why}.empty(), {}};
    };
    opened.choices = {choice({"陆晚汀", "zh-Hans"}, ""), choice({"顾霁棠", "zh-Hans"}, ""),
                      choice({"노윤슬", "ko"}, ""), choice(en("Philippa Dunmarrow"), "in a meeting until 11:10"),
                      choice({"陆听川", "zh-Hans"}, "in a meeting until 11:10")};
    view.board->close_button = en("Back");
    view.board->opened = opened;
    return view;
}

} // namespace

std::vector<Sample> meetings() {
    std::vector<Sample> all;
    for (const char* language : {"en", "zh", "ar"}) {
        const std::string ending = "-" + std::string{language};
        all.push_back({"meeting" + ending, at_the_tables(language)});
        all.push_back({"own-day-meeting" + ending, day(language)});
    }
    all.push_back({"meeting-later-en", too_early("en")});
    all.push_back({"desk-meetings", board()});
    all.push_back({"desk-meeting", open_meeting()});
    return all;
}

} // namespace foyer::samples
