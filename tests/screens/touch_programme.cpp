// The programme under a finger: every choice answers, is large, and stands where a hand reaches.
#include "tests/screens/finger.h"
#include "tests/screens/samples.h"

namespace foyer {
namespace {

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
    auto fields = sweep(finger, samples::programme("en", samples::morning));
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
    auto view = samples::programme("en", samples::morning);
    view.days.clear();
    const auto found = names(sweep(finger, view));
    CHECK(found.contains("search"));
    CHECK(found.contains("by room"));
    CHECK_FALSE(found.contains("day 19506"));
}

TEST_CASE("rooms stand where the forums stood; what does not fit is on further pages, and \"all\" on each") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    auto view = samples::rooms();
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
    auto view = samples::one_room();
    CHECK(names(sweep(finger, view)).contains("room 2.06"));
}

TEST_CASE("more days than fit in a row are in pages, the chosen one in sight first") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    auto view = samples::programme("en", samples::morning);
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
    const auto view = samples::long_day();
    const auto first = sweep(finger, view);
    CHECK(first.contains("more 0"));
    CHECK(first.contains("open talk-3"));
    CHECK_FALSE(first.contains("open talk-2")); // over
    CHECK(opened_on(finger, view, 6).size() == view.lanes.front().items.size());
}

TEST_CASE("of more rooms than there is height for each is on one of the pages") {
    Finger finger(1080, 1920);
    auto view = samples::rooms();
    CHECK(names(sweep(finger, view)).contains("more 0"));
    const auto opened = opened_on(finger, view, 2);
    CHECK(opened.size() == view.lanes.size());
}

TEST_CASE("lying, the lanes of a long day go on in pages of two hours") {
    Finger finger(1920, 1080);
    auto view = samples::long_day();
    for (auto& pill : view.pills) pill.chosen = !pill.forum;
    view.lanes.push_back(view.lanes.front());
    view.lanes.back().items.clear();
    view.axis_from_hours = 9;
    view.axis_to_hours = 15.5;
    CHECK(opened_on(finger, view, 1).contains("open talk-3"));
    CHECK(opened_on(finger, view, 5).size() == view.lanes.front().items.size());
}

TEST_CASE("the search types, erases, clears, opens what was found, and leads back; upright and lying") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto fields = sweep(finger, samples::search_found("en"));
    const auto clear = "tap " + std::to_string(static_cast<int>(DeskTap::What::clear));
    const auto erase = "tap " + std::to_string(static_cast<int>(DeskTap::What::erase));
    for (const auto& name :
         {std::string{"type q"}, std::string{"type  "}, clear, erase, std::string{"keep open"}, std::string{"back"},
          std::string{"languages"}, std::string{"open a"}, std::string{"more 0"}}) {
        INFO(name);
        CHECK(fields.contains(name));
    }
    auto large = fields;
    std::erase_if(large, [&](const auto& field) {
        return field.first.starts_with("type ") || field.first.starts_with("page ") || field.first.starts_with("tap ");
    });
    check_sizes(large);
    CHECK_FALSE(sweep(finger, samples::search_typing()).contains(clear));
}

TEST_CASE("everything that was found is on one of the pages") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    const auto view = samples::search_found("en");
    CHECK(opened_on(finger, view, 6).size() == view.search->hits.size());
}

} // namespace foyer
