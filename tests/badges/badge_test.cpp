#include "kiosk/badges/badge.h"

#include <cmath>

#include "kiosk/badges/card.h"
#include "tests/badges/cards.h"
#include "tests/catch.h"

using namespace foyer;

namespace {

constexpr double edge = 5.5, header_mm = 27, band_mm = 15; // mm

// Nothing leaves the card or its part of it, nothing lies on another text or in the code's quiet zone.
void check_places(const BadgeLayout& layout) {
    const auto inside = [](const char* what, const Placed& placed, double top, double bottom) {
        INFO(what << " at " << placed.left << ", " << placed.top << ", " << placed.width << " x " << placed.height);
        if (placed.size == 0) return; // empty
        CHECK(placed.left >= edge);
        CHECK(placed.left + placed.width <= badge_width_mm - edge);
        CHECK(placed.top >= top);
        CHECK(placed.top + placed.height <= bottom);
    };
    const double quiet_top = layout.code.top - 4 * layout.module_mm;
    inside("summit", layout.summit, 0, header_mm);
    inside("when", layout.when, layout.summit.top + layout.summit.height, header_mm);
    inside("name", layout.name, header_mm, quiet_top);
    inside("Latin name", layout.latin_name, layout.name.top + layout.name.height, quiet_top);
    inside("organisation", layout.organisation, layout.latin_name.top + layout.latin_name.height, quiet_top);
    inside("role", layout.role, badge_height_mm - band_mm, badge_height_mm);
    CHECK(layout.code.width >= code_width_mm - 0.01);
    CHECK(layout.code.top + layout.code.height + 4 * layout.module_mm <= badge_height_mm - band_mm + 0.01);
}

} // namespace

TEST_CASE("A badge's code is read off its picture at every resolution, its modules whole pixels of one width") {
    BadgePress press;
    const auto card = cards_in_many_scripts()[1];
    for (const int dpi : {72, 96, 110, 150, 203, 300, 600}) {
        INFO(dpi << " dpi");
        const auto drawn = press.picture(card, dpi);
        REQUIRE(drawn);
        CHECK(code_in(drawn->picture) == card.code);
        CHECK(drawn->picture.width == std::lround(badge_width_mm / 25.4 * dpi));
        const float module = drawn->code.width / 21;
        CHECK(module == std::round(module));
        CHECK(drawn->code.left == std::round(drawn->code.left));
        CHECK(drawn->code.width / static_cast<float>(dpi) * 25.4F >= 29.9F);
        for (float x = 0; x < drawn->code.width; ++x) { // the upper edge of the code: no grey between modules
            const auto grey =
                drawn->picture.at(static_cast<int>(drawn->code.left + x), static_cast<int>(drawn->code.top));
            REQUIRE((grey == 0 || grey == 255));
        }
    }
}

TEST_CASE("Names in nine scripts fit whole, in fonts that have their letters, and their codes are read") {
    BadgePress press;
    for (const auto& card : cards_in_many_scripts()) {
        INFO(card.name.text);
        const auto layout = press.layout(card);
        REQUIRE(layout);
        check_places(*layout);
        for (const auto* placed : {&layout->summit, &layout->when, &layout->name, &layout->latin_name,
                                   &layout->organisation, &layout->role}) {
            CHECK_FALSE(placed->cut);
            CHECK(placed->unknown_glyphs == 0);
        }
        CHECK(layout->name.size >= layout->organisation.size);
        CHECK(layout->name.size >= 4); // mm
        CHECK(code_in(press.picture(card, 150)->picture) == card.code);
    }
}

TEST_CASE("A Latin name equal to the name is not printed twice") {
    BadgePress press;
    const auto layout = press.layout(cards_in_many_scripts()[0]);
    REQUIRE(layout);
    CHECK(layout->latin_name.size == 0);
    CHECK(press.layout(cards_in_many_scripts()[1])->latin_name.size > 0);
}

TEST_CASE("Whatever an import brings, nothing leaves its place and the code is read") {
    BadgePress press;
    const std::string long_word(120, 'W'), many_words = [] {
        std::string text;
        for (int i = 0; i < 200; ++i) text += "Musterorganisation ";
        return text;
    }();
    std::string han;
    for (int i = 0; i < 150; ++i) han += "样";
    for (const auto& text :
         {std::string{}, std::string(" \n\t "), long_word, many_words, han, std::string("\x01\x02\x1b[31mA\x7f"),
          std::string("\xff\xfe\xc0\x80\xed\xa0\x80"), std::string("a\0b", 3),
          std::string("\u202eevil\u202c \u2066x\u2069"), std::string("👩‍🔬🇩🇪"), std::string("𤭢")}) {
        BadgeCard card;
        card.code = "FA2BCDEGH3456789";
        card.summit = card.when = card.name = card.organisation = card.role = {text, "de"};
        card.latin_name = {text + " x", "en"};
        const auto layout = press.layout(card);
        REQUIRE(layout);
        check_places(*layout);
        const auto drawn = press.picture(card, 110);
        REQUIRE(drawn);
        CHECK(code_in(drawn->picture) == card.code);
        const std::vector<BadgeCard> cards{card};
        CHECK(press.pdf(cards));
    }
}

TEST_CASE("What is printable has no control, no turned direction, no broken UTF-8 and single spaces") {
    CHECK(printable("  a \t\n b\u2028c ") == "a b c");
    CHECK(printable("a\u202eb\u2066c\ufeff") == "abc");
    CHECK(printable("\x1b[31mred\x7f!") == "[31mred !");
    CHECK(printable(std::string_view("\xff\xc3", 2)) == "\ufffd\ufffd");
    CHECK(printable("\xed\xa0\x80") == "\ufffd\ufffd\ufffd"); // a surrogate
    CHECK(printable("\xc0\xaf") == "\ufffd\ufffd");           // an overlong slash
    CHECK(printable("Grüße 王样例 👩‍🔬 \u200fx") == "Grüße 王样例 👩‍🔬 \u200fx");
    CHECK(printable(std::string(1000, 'a')).size() == 300);
    CHECK(printable("").empty());
}

TEST_CASE("The pages of a PDF are as large as a badge, hold text as text, and their codes are read") {
    BadgePress press;
    const auto cards = cards_in_many_scripts();
    const auto pdf = press.pdf(cards);
    REQUIRE(pdf);
    CHECK(as_text(*pdf).starts_with("%PDF-"));
    CHECK(as_text(*pdf).find("FontFile") != std::string::npos);
    for (const int dpi : {100, 200}) {
        const auto pages = pages_of(*pdf, dpi);
        REQUIRE(pages.size() == cards.size());
        for (std::size_t i = 0; i < cards.size(); ++i) {
            CHECK(std::abs(pages[i].width - badge_width_mm / 25.4 * dpi) <= 1.5);
            CHECK(code_in(pages[i]) == cards[i].code);
        }
    }
}

TEST_CASE("A PNG is one, and decodes to the picture that the feed gets") {
    BadgePress press;
    const auto png = press.png(cards_in_many_scripts()[0], 100);
    REQUIRE(png);
    CHECK(as_text(*png).substr(1, 3) == "PNG");
}

TEST_CASE("A resolution out of range, no badge and a code too long for a badge are faults") {
    BadgePress press;
    auto card = cards_in_many_scripts()[0];
    CHECK_FALSE(press.png(card, 71));
    CHECK_FALSE(press.png(card, 1201));
    CHECK_FALSE(press.pdf({}));
    card.code = "";
    CHECK_FALSE(press.png(card, 150));
    card.code = std::string(4000, 'A');
    CHECK_FALSE(press.png(card, 72));
    card.code = std::string(200, 'a'); // version 9: smaller modules, still read when printed finely
    const auto drawn = press.picture(card, 300);
    REQUIRE(drawn);
    CHECK(code_in(drawn->picture) == card.code);
}

TEST_CASE("A thousand badges go into one document") {
    BadgePress press;
    const auto some = cards_in_many_scripts();
    std::vector<BadgeCard> cards;
    for (std::size_t i = 0; i < 1000; ++i) cards.push_back(some[i % some.size()]);
    const auto pdf = press.pdf(cards);
    REQUIRE(pdf);
    CHECK(page_count(*pdf) == 1000);
}

TEST_CASE("Days are written as the language writes them, in the summit's time") {
    using namespace std::chrono;
    Summit summit;
    summit.utc_offset = hours{8};
    const auto at = [](int year, unsigned month, unsigned day, int hour) {
        return Instant{sys_days{std::chrono::year{year} / month / day} + hours{hour}};
    };
    summit.starts = at(2023, 5, 28, 17); // 01:00 on the 29th in Shanghai
    summit.ends = at(2023, 5, 29, 4);
    CHECK(days_of(summit, "en") == "29 May 2023");
    CHECK(days_of(summit, "zh-Hans") == "2023年5月29日");
    CHECK(days_of(summit, "de") == "2023-05-29");
    summit.ends = at(2023, 5, 30, 16); // midnight: the 30th was the last day
    CHECK(days_of(summit, "en") == "29–30 May 2023");
    summit.ends = at(2023, 6, 2, 4);
    CHECK(days_of(summit, "en") == "29 May – 2 June 2023");
    summit.ends = at(2024, 1, 2, 4);
    CHECK(days_of(summit, "zh") == "2023年5月29日–2024年1月2日");
}

TEST_CASE("A card takes the attendee's own language, the summit's first, and never leaves the name empty") {
    Summit summit;
    summit.name.by_language = {{"en", "Open Day"}, {"zh", "开放日"}};
    summit.languages = {"zh", "en"};
    Attendee attendee;
    attendee.organisation.by_language = {{"en", "Institute"}, {"ko", "연구소"}};
    attendee.category = Category::press;
    Person person{"김예시", "ko", "Kim Ye-si", {}, "Dr"};
    auto card = badge_card(summit, attendee, person, "CODE");
    CHECK(card.summit.text == "开放日");
    CHECK(card.name.text == "김예시");
    CHECK(card.organisation.text == "연구소");
    CHECK(card.role.text == "Press");
    CHECK(card.code == "CODE");
    person.native_name.clear();
    CHECK(badge_card(summit, attendee, person, "CODE").name.text == "Kim Ye-si");
}
