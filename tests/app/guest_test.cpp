// How guests are addressed, and how days are named.
#include "kiosk/app/calendar.h"
#include "kiosk/app/guest.h"
#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

std::string native(const Person& who) { return name_of(who).native.text; }
std::string latin(const Person& who) { return name_of(who).latin.text; }

TEST_CASE("A form of address stands where the name's language puts it") {
    CHECK(native(person("Anna Mösner", "de", "Anna Mösner", "Prof. Dr.")) == "Prof. Dr.\u00a0Anna Mösner");
    CHECK(native(person("李明", "zh-Hans", "Li Ming", "先生")) == "李明先生");
    CHECK(native(person("김민준", "ko", "Kim Minjun", "교수님")) == "김민준\u00a0교수님");
    CHECK(native(person("佐藤花子", "ja", "Sato Hanako", "様")) == "佐藤花子様");
    CHECK(native(person("Ольга Ветрова", "ru", "Olga Vetrova", "г-жа")) == "г-жа\u00a0Ольга Ветрова");
}

TEST_CASE("No form of address is invented") {
    CHECK(native(person("李明", "zh", "Li Ming", "")) == "李明");
    CHECK(latin(person("李明", "zh", "Li Ming", "")) == "Li Ming");
}

TEST_CASE("The Latin form is shown beside a name in another script, and only there") {
    CHECK(latin(person("李明", "zh", "Li Ming", "先生")) == "Li Ming");
    CHECK(latin(person("يوسف النوارسي", "ar", "Yusuf al-Nawarisi", "")) == "Yusuf al-Nawarisi");
    CHECK(latin(person("Łukasz Żyła", "pl", "Lukasz Zyla", "")).empty());
    CHECK(latin(person("Nguyễn Thị Ánh", "vi", "Nguyen Thi Anh", "")).empty());
    CHECK(latin(person("Héloïse d’Orvanne", "fr", "Héloïse d’Orvanne", "Pr")).empty());
    CHECK(latin(person("李明", "zh", "", "")).empty());
}

TEST_CASE("A form in Latin letters goes with the Latin form of a name in another script") {
    CHECK(native(person("李明", "zh", "Li Ming", "Dr.")) == "李明");
    CHECK(latin(person("李明", "zh", "Li Ming", "Dr.")) == "Dr.\u00a0Li Ming");
    CHECK(native(person("Ксения", "ru", "", "Dr.")) == "Dr.\u00a0Ксения");
}

TEST_CASE("A name keeps the language of its owner, whatever the screen speaks") {
    CHECK(name_of(person("直子", "ja", "Naoko", "")).native.language == "ja");
}

TEST_CASE("Broken UTF-8 is no Latin, and nothing is read beyond it") {
    CHECK_FALSE(is_latin("\xff"));
    CHECK_FALSE(is_latin("a\xe6\x9d"));
    CHECK_FALSE(is_latin("\xf0"));
    CHECK(is_latin(""));
}

TEST_CASE("Every category but a plain guest's has words beside the organisation") {
    for (const Language& language : words().languages()) {
        const Voice voice{words(), language};
        for (int i = 0; i <= static_cast<int>(Category::guest); ++i) {
            const auto category = static_cast<Category>(i);
            CHECK(category_words(voice, category).empty() == (category == Category::guest));
        }
    }
    Attendee guest = attendee("1", "en", {});
    guest.category = Category::guest;
    CHECK(affiliation_of(Voice{words(), "en"}, {}, guest).text == "Lindmark Institute");
}

TEST_CASE("A category is greeted by the whole name, the short one where there is one, or without a name") {
    Summit summit;
    const Attendee guest = attendee("1", "en", {});
    Person anna{"Anna Mösner", "de", "Anna Mösner", {}, "Dr."};
    CHECK(greeted_as(summit, guest, anna).native.text == "Dr.\u00a0Anna Mösner");
    summit.greeted_short.insert(guest.category);
    CHECK(greeted_as(summit, guest, anna).native.text == "Dr.\u00a0Anna Mösner");
    anna.short_name = "Frau Mösner";
    CHECK(greeted_as(summit, guest, anna).native == Label{"Frau Mösner", "de"});
    summit.greeted_unnamed.insert(guest.category);
    CHECK(greeted_as(summit, guest, anna).native.text.empty());
}

TEST_CASE("Nothing public says that somebody is of a discreet category, and no sound is heard") {
    Programme programme = open_day();
    Attendee honoured = attendee("1", "en", {});
    honoured.category = Category::vip;
    const auto shown = [&] {
        Terminal terminal(programme);
        terminal.set_clock(at("09:30"));
        terminal.scan(welcome(honoured, {"Anna Mösner", "de", "Anna Mösner", {}, ""}));
        const auto sounds = std::ranges::count_if(
            terminal.effects, [](const Effect& effect) { return std::holds_alternative<Sound>(effect); });
        return std::pair{terminal.see<VerdictView>().affiliation.text, sounds};
    };
    CHECK(shown().first.contains("honour"));
    CHECK(shown().second == 1);
    programme.summit.discreet.insert(Category::vip);
    CHECK(shown() == std::pair<std::string, std::ptrdiff_t>{"Lindmark Institute", 0});
}

TEST_CASE("A language names itself on its pill, and is named in a list in the reader's language") {
    CHECK(own_name("zh-Hans") == Label{"中文", "zh-Hans"});
    CHECK(own_name("eo") == Label{"eo", "eo"});
    CHECK(name_in(Voice{words(), "de"}, "zh") == "Chinesisch");
    CHECK(name_in(Voice{words(), "de"}, "eo") == "eo");
}

TEST_CASE("Days and dates are written as each language writes them") {
    const Summit summit = open_day().summit;
    const auto weekday = [&](const Language& language, int days) {
        return weekday_date(Voice{words(), language}, day_of(summit, at("12:00", days)));
    };
    const auto date = [&](const Language& language) {
        return date_with_year(Voice{words(), language}, summit, at("12:00"));
    };
    CHECK(weekday("en", 0) == "Monday, 29\u00a0May");
    CHECK(weekday("zh", 0) == "5月29日，星期一");
    CHECK(weekday("fr", 0) == "lundi 29\u00a0mai");
    CHECK(weekday("de", 0) == "Montag, 29.\u00a0Mai");
    CHECK(weekday("fr", 3) == "jeudi 1er\u00a0juin");
    CHECK(date("en") == "29\u00a0May\u00a02023");
    CHECK(date("zh") == "2023年5月29日");
    CHECK(date("fr") == "29\u00a0mai\u00a02023");
    CHECK(date("de") == "29.\u00a0Mai\u00a02023");
}

TEST_CASE("Clocks show the summit's own time, also west of Greenwich") {
    Summit summit = open_day().summit;
    CHECK(time_of_day(summit, at("09:05")) == "09:05");
    CHECK(time_of_day(summit, at("09:05") + Milliseconds{59'999}) == "09:05");
    CHECK(time_span(summit, at("10:50"), at("11:10")) == "10:50–11:10");
    summit.utc_offset = Milliseconds{-std::chrono::hours{5}};
    CHECK(time_of_day(summit, at("09:05")) == "20:05");
    CHECK(time_of_day(summit, Instant{}) == "19:00");
}

TEST_CASE("A summit's day lasts until four in the morning") {
    const Summit summit = open_day().summit;
    CHECK(day_of(summit, at("03:59", 1)) == day_of(summit, at("12:00")));
    CHECK(day_of(summit, at("04:00", 1)) != day_of(summit, at("12:00")));
    CHECK(hours_since(summit, day_of(summit, at("12:00")), at("00:30", 1)) == Approx(24.5));
}

} // namespace
} // namespace foyer::tests
