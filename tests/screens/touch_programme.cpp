// The programme under a finger: every choice answers, is large, and stands where a hand reaches.
#include <algorithm>

#include "tests/scenes/scenes.h"
#include "tests/screens/finger.h"

namespace foyer {
namespace {

using namespace tests;

// Every session that is opened from one of so many pages.
std::set<std::string> opened_on(Finger& finger, ProgrammeView view, std::size_t pages) {
    std::set<std::string> opened;
    for (std::size_t page = 0; page < pages; ++page) {
        view.rows_turned = page;
        for (const auto& name : names(sweep(finger, view)))
            if (name.starts_with("open ")) opened.insert(name);
    }
    return opened;
}

const ProgrammeView::Lane& lane_of(const ProgrammeView& view, const char* forum) {
    const auto found = std::ranges::find(view.lanes, ForumId{forum}, &ProgrammeView::Lane::forum);
    REQUIRE(found != view.lanes.end());
    return *found;
}

std::set<std::string> without_sessions(const std::map<std::string, Field>& fields) {
    std::set<std::string> all;
    for (const auto& name : names(fields))
        if (!name.starts_with("open ")) all.insert(name);
    return all;
}

} // namespace

TEST_CASE("days, forums, rooms and the search are chosen by large pills, nearly all in the bottom third") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    auto fields = sweep(finger, scene_of<ProgrammeView>("programme"));
    CHECK(without_sessions(fields) == std::set<std::string>{"back", "by room", "day 19506", "day 19507", "forum all",
                                                            "forum bio", "forum energy", "forum equipment", "forum it",
                                                            "forum materials", "languages", "search"});
    std::erase_if(fields, [](const auto& field) { return field.first.starts_with("open "); });
    check_sizes(fields);
    check_bottom_third(fields, shape.height);
}

TEST_CASE("with one day there is no day to choose") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    auto view = scene_of<ProgrammeView>("programme");
    view.days.clear();
    const auto found = names(sweep(finger, view));
    CHECK(found.contains("search"));
    CHECK(found.contains("by room"));
    CHECK_FALSE(found.contains("day 19506"));
}

TEST_CASE("rooms stand where the forums stood; what does not fit is on further pages, and \"all\" on each") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    auto view = scene_of<ProgrammeView>("programme-rooms");
    for (int i = 0; i < 12; ++i)
        view.pills.push_back(
            {std::nullopt, {"Pavilion " + std::to_string(i), "en"}, false, PlaceId{"pavilion-" + std::to_string(i)}});
    std::set<std::string> seen;
    for (view.places_turned = 0; view.places_turned < 8; ++view.places_turned) {
        const auto fields = sweep(finger, view);
        CHECK(fields.contains("by forum"));
        CHECK(fields.contains("room all"));
        CHECK(fields.contains("more 1"));
        for (const auto& name : names(fields))
            if (name.starts_with("room ")) seen.insert(name);
    }
    CHECK(seen.size() == view.pills.size());
}

TEST_CASE("a chosen room is in sight, on whichever page it is") {
    Finger finger(1080, 1920);
    auto view = scene_of<ProgrammeView>("programme-room");
    CHECK(names(sweep(finger, view)).contains("room 2.04"));
}

TEST_CASE("more days than fit in a row are in pages, the chosen one in sight first") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    auto view = scene_of<ProgrammeView>("programme");
    const auto first = view.days.front();
    view.days.assign(14, first);
    for (int i = 0; i < 14; ++i) {
        auto& day = view.days[static_cast<std::size_t>(i)];
        day = {first.day + std::chrono::days{i}, {"Mon\u00a0" + std::to_string(10 + i), "en"}, i == 13};
    }
    CHECK(names(sweep(finger, view)).contains("day 19519"));
    std::set<std::string> seen;
    for (view.days_turned = 0; view.days_turned < 5; ++view.days_turned)
        for (const auto& name : names(sweep(finger, view)))
            if (name.starts_with("day ")) seen.insert(name);
    CHECK(seen.size() == 14);
}

TEST_CASE("of a long day every session is on one of its pages, what is on now on the first") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto view = scene_of<ProgrammeView>("programme-long");
    const auto first = sweep(finger, view);
    CHECK(first.contains("more 0"));
    const auto& items = lane_of(view, "materials").items;
    const auto next = std::ranges::find(items, false, &ProgrammeView::Item::past);
    REQUIRE(next != items.begin());
    REQUIRE(next != items.end());
    CHECK(first.contains("open " + next->id.text));
    CHECK_FALSE(first.contains("open " + std::prev(next)->id.text)); // over
    for (const auto& item : items) CHECK(opened_on(finger, view, 6).contains("open " + item.id.text));
}

TEST_CASE("of more rooms than there is height for each is on one of the pages") {
    Finger finger(1080, 1920);
    auto view = scene_of<ProgrammeView>("programme-rooms");
    const auto rooms = view.lanes;
    for (int copy = 1; copy < 3; ++copy)
        for (ProgrammeView::Lane lane : rooms) {
            for (auto& item : lane.items) item.id.text += " again " + std::to_string(copy);
            if (lane.room) lane.room->text += " " + std::to_string(copy);
            lane.room_code += std::to_string(copy);
            view.lanes.push_back(std::move(lane));
        }
    CHECK(names(sweep(finger, view)).contains("more 0"));
    const auto opened = opened_on(finger, view, 6);
    CHECK(opened.size() == view.lanes.size());
}

TEST_CASE("lying, the lanes of a long day go on in pages of two hours") {
    Finger finger(1920, 1080);
    auto view = scene_of<ProgrammeView>("programme-long");
    for (auto& pill : view.pills) pill.chosen = !pill.forum;
    const auto opened = opened_on(finger, view, 8);
    for (const auto& item : lane_of(view, "materials").items) CHECK(opened.contains("open " + item.id.text));
}

TEST_CASE("the search types, erases, clears, opens what was found, and leads back; upright and lying") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, scene_of<ProgrammeView>("programme-search"));
    const auto clear = "tap " + std::to_string(static_cast<int>(DeskTap::What::clear));
    const auto erase = "tap " + std::to_string(static_cast<int>(DeskTap::What::erase));
    for (const auto& name : {std::string{"type q"}, std::string{"type  "}, clear, erase, std::string{"keep open"},
                             std::string{"back"}, std::string{"languages"}, std::string{"open materials-0"}}) {
        INFO(name);
        CHECK(fields.contains(name));
    }
    auto large = fields;
    std::erase_if(large, [&](const auto& field) {
        return field.first.starts_with("type ") || field.first.starts_with("page ") || field.first.starts_with("tap ");
    });
    check_sizes(large);
    CHECK_FALSE(sweep(finger, scene_of<ProgrammeView>("programme-search-typing")).contains(clear));
}

TEST_CASE("everything that was found is on one of the pages") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto view = scene_of<ProgrammeView>("programme-search");
    CHECK(opened_on(finger, view, 6).size() == view.search->hits.size());
}

} // namespace foyer
