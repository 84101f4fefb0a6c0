// The programme by sub-forum: what is on, what is next, which seats are left.
#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

using Lane = ProgrammeView::Lane;

ProgrammeView programme_at(Instant now, Programme programme = open_day(), const Occupancies& places = {},
                           const Language& language = "en") {
    Terminal terminal{std::move(programme)};
    terminal.set_clock(now).tell(OccupancyChanged{places}).touch(ChooseLanguage{language}).touch(OpenProgramme{});
    return terminal.see<ProgrammeView>();
}

const Lane& lane(const ProgrammeView& view, const std::string& forum) {
    for (const Lane& one : view.lanes)
        if (one.forum == ForumId{forum}) return one;
    FAIL("no lane " + forum);
    return view.lanes.front();
}

std::string marks(const Lane& lane) {
    std::string all;
    for (const auto& item : lane.items) all += "[" + item.now_or_next.text + (item.past ? "past" : "") + "]";
    return all;
}

TEST_CASE("Plenary first, then a lane for each forum in its order, with room, level and colour") {
    const auto view = programme_at(at("10:35"));
    REQUIRE(view.lanes.size() == 3);
    CHECK_FALSE(view.lanes[0].forum);
    CHECK(view.lanes[0].name.text == "For everybody");
    CHECK(view.lanes[0].colour == -1);
    CHECK(view.lanes[1].name.text == "Biomedicine");
    CHECK(view.lanes[2].room_code == "2.04");
    CHECK(view.lanes[2].level.text == "Level\u00a02");
    CHECK(view.lanes[2].colour == 1);
    CHECK(view.title.text == "Programme, Monday, 29\u00a0May");
}

TEST_CASE("A plenary that is over makes room for the forums that are on") {
    auto view = programme_at(at("10:50"));
    CHECK(view.title.text == "Now in the sub\u2011forums");
    REQUIRE(view.lanes.size() == 2);
    CHECK(view.lanes[0].forum == ForumId{"biomedicine"});
    CHECK(view.axis_from_hours == Approx(10.5));
    view = programme_at(at("11:40"));
    CHECK(view.lanes.size() == 3);
    CHECK(lane(view, "materials").seats.text.empty());
}

TEST_CASE("Now and next move at the minute") {
    CHECK(marks(lane(programme_at(at("10:49")), "materials")) == "[Next\u00a010:50][]");
    CHECK(marks(lane(programme_at(at("10:50")), "materials")) == "[Now][Next\u00a011:10]");
    CHECK(marks(lane(programme_at(at("11:10") - Milliseconds{1}), "materials")) == "[Now][Next\u00a011:10]");
    CHECK(marks(lane(programme_at(at("11:10")), "materials")) == "[past][Now]");
    CHECK(marks(lane(programme_at(at("11:40")), "materials")) == "[past][past]");
}

TEST_CASE("A session that is on shows how far it is") {
    const auto view = programme_at(at("11:00"));
    CHECK(lane(view, "materials").items[0].progress == Approx(0.5));
    CHECK(lane(view, "biomedicine").items[0].progress == Approx(0.2));
    CHECK(lane(view, "materials").items[1].progress == 0.0);
}

TEST_CASE("The axis reaches from the first start to the last end, in half hours") {
    const auto view = programme_at(at("10:40"));
    CHECK(view.now_hours == Approx(10.0 + 40.0 / 60.0));
    CHECK(view.axis_from_hours == Approx(8.5));
    CHECK(view.axis_to_hours == Approx(12.0));
    CHECK(lane(view, "materials").items[1].from_hours == Approx(11.0 + 10.0 / 60.0));
    CHECK(lane(view, "materials").items[1].starts == "11:10");
}

TEST_CASE("A session past midnight stays on the day it began, beyond 24 hours") {
    Programme programme = open_day();
    Session night = programme.sessions.back();
    night.id = {"night"};
    night.starts = at("23:00");
    night.ends = at("01:00", 1);
    programme.sessions.push_back(night);
    const auto view = programme_at(at("00:30", 1), programme);
    CHECK(view.now_hours == Approx(24.5));
    CHECK(view.axis_to_hours == Approx(25.0));
    CHECK(lane(view, "materials").items.back().now);
    CHECK(lane(view, "materials").items.back().ends == "01:00");
}

TEST_CASE("The day after the last session still shows the last day, the evening before shows the first") {
    auto view = programme_at(at("10:00", 1));
    CHECK(view.lanes.size() == 3);
    CHECK(view.title.text == "Programme, Monday, 29\u00a0May");
    CHECK(marks(lane(view, "materials")) == "[past][past]");
    view = programme_at(at("20:00", -1));
    CHECK(marks(lane(view, "materials")) == "[Next\u00a010:50][]");
}

TEST_CASE("Seats left are those that nobody sits on and nobody registered for, as the door counts them") {
    const auto seats = [](int inside, int absent, const Language& language = "en") {
        return lane(programme_at(at("10:55"), open_day(), {{PlaceId{"2.04"}, {inside, absent}}}, language),
                    "materials");
    };
    CHECK(seats(60, 22).seats.text == "14\u00a0seats left");
    CHECK(seats(60, 22).seats_number == "14");
    CHECK(seats(60, 22).seats_unit.text == "seats left");
    CHECK_FALSE(seats(60, 22).scarce);
    CHECK(seats(92, 0).scarce);
    CHECK(seats(95, 0).seats.text == "1\u00a0seat left");
    CHECK(seats(95, 0).seats_unit.text == "seat left");
    CHECK(seats(60, 36).seats.text == "By registration");
    CHECK(seats(60, 36).seats_number.empty());
    CHECK(seats(96, 0).seats.text == "Full · overflow\u00a02.06");
    CHECK(seats(99, 5).seats.text == "Full · overflow\u00a02.06");
    CHECK(seats(96, 0, "zh").seats.text == "已满 · 请到\u00a02.06");
    CHECK(seats(95, 0, "fr").seats.text == "1\u00a0place libre");
    CHECK(seats(95, 0, "de").seats.text == "1\u00a0Platz frei");
}

TEST_CASE("A room without a capacity says nothing of seats") {
    Programme programme = open_day();
    for (Place& place : programme.places) place.capacity.reset();
    const auto view = programme_at(at("10:55"), programme);
    CHECK(lane(view, "materials").seats.text.empty());
    CHECK_FALSE(lane(view, "materials").scarce);
}

TEST_CASE("A chosen forum stands alone with the plenary, and its pill is chosen") {
    Terminal terminal;
    terminal.set_clock(at("10:45")).touch(OpenProgramme{}).touch(ChooseForum{ForumId{"materials"}});
    auto view = terminal.see<ProgrammeView>();
    CHECK(view.lanes.size() == 2);
    CHECK(view.title.text == "Materials");
    REQUIRE(view.pills.size() == 3);
    CHECK(view.pills[2].chosen);
    CHECK_FALSE(view.pills[0].chosen);
    terminal.touch(ChooseForum{});
    view = terminal.see<ProgrammeView>();
    CHECK(view.lanes.size() == 3);
    CHECK(view.pills[0].chosen);
    CHECK(view.pills[0].name.text == "All");
}

TEST_CASE("An opened session tells all that is known of it, in every language") {
    Terminal terminal;
    terminal.set_clock(at("10:55")).touch(OpenProgramme{}).touch(OpenSession{SessionId{"coatings"}});
    const auto detail = [&](const Language& language) {
        terminal.touch(ChooseLanguage{language});
        return terminal.see<ProgrammeView>().detail.value();
    };
    CHECK(detail("en").title.text == "Coatings that last fifty years");
    CHECK(detail("en").time == "10:50–11:10");
    CHECK(detail("en").room_code == "2.04");
    CHECK(detail("en").room_line.text == "Level\u00a02");
    CHECK(detail("en").colour == 1);
    CHECK(detail("en").arrow == Arrow::right);
    CHECK(detail("zh").forum.text == "材料");
    CHECK(detail("zh").close_button.text == "关闭");
    CHECK(detail("fr").summary.text == "Ce qui s’use en dernier.");
    CHECK(detail("de").hint.text == "Rolltreppe hoch, dann rechts");
    CHECK(detail("de").languages.text == "Englisch, Chinesisch");
}

TEST_CASE("The programme closes by itself after a minute, counted down in words") {
    Terminal terminal;
    terminal.touch(OpenProgramme{}).wait(18);
    CHECK(terminal.see<ProgrammeView>().timeout.words.text == "42\u00a0s\u00a0left");
    CHECK(terminal.see<ProgrammeView>().timeout.fraction_left == Approx(0.7));
}

} // namespace
} // namespace foyer::tests
