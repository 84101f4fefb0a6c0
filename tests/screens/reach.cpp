// Who reaches one side of the glass alone finds there whatever can be touched.
#include "kiosk/screens/controls.h"
#include "tests/scenes/scenes.h"
#include "tests/screens/drawn_texts.h"
#include "tests/screens/finger.h"

namespace foyer {

using tests::scene;
using tests::scene_of;

namespace {

CurrentView at(Reach reach, CurrentView view) {
    std::visit([&](auto& screen) { screen.header.reach = reach; }, view);
    return view;
}

// Upright six tenths of the width, lying half of it.
int part_of(Shape shape) { return shape.width * (shape.width < shape.height ? 63 : 50) / 100; }

void check_within(const std::map<std::string, Field>& fields, Reach reach, Shape shape) {
    for (const auto& [name, field] : fields) {
        INFO(name);
        if (reach == Reach::left)
            CHECK(field.right <= part_of(shape));
        else
            CHECK(field.left >= shape.width - part_of(shape));
    }
}

} // namespace

TEST_CASE("gathered at a side, whatever a guest touches is there and as large, in the order the language reads") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    const auto reach = GENERATE(Reach::left, Reach::right);
    Finger finger(shape.width, shape.height);
    const std::vector<CurrentView> screens{scene("waiting"),
                                           scene("waiting", "ar"),
                                           scene("verdict-welcome"),
                                           scene("verdict-welcome", "ar"),
                                           scene("verdict-wrong-room"),
                                           scene("verdict-ask-a-person", "fr"),
                                           scene("own-day-offer", "de"),
                                           scene("own-day", "ar"),
                                           scene("privacy"),
                                           scene("call"),
                                           scene("claim-spent"),
                                           scene("languages"),
                                           scene("programme-detail")};
    for (const CurrentView& view : screens) {
        const auto fields = sweep(finger, at(reach, view));
        CHECK_FALSE(fields.empty());
        check_within(fields, reach, shape);
        check_sizes(fields);
        auto asked = names(fields);
        for (const auto& name : names(sweep(finger, view)))
            if (!name.starts_with("choose ")) {
                INFO(name);
                CHECK(asked.contains(name));
            }
    }
}

TEST_CASE("gathered at a side, the keyboard and both fields of who has no code are there") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    const auto reach = GENERATE(Reach::left, Reach::right);
    Finger finger(shape.width, shape.height);
    for (const CurrentView& view : {scene("claim"), scene("claim-wrong", "ar")}) {
        const auto fields = sweep(finger, at(reach, view));
        check_within(fields, reach, shape);
        for (const auto* name : {"field 0", "field 1", "back", "call staff"}) CHECK(fields.contains(name));
    }
    CHECK(names(sweep(finger, at(reach, scene("claim")))).contains("type q"));
}

TEST_CASE("gathered at a side, all that the programme is chosen and left by is there") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    const auto reach = GENERATE(Reach::left, Reach::right);
    Finger finger(shape.width, shape.height);
    for (const CurrentView& view : {scene("programme"), scene("programme-rooms"), scene("programme-long"),
                                    scene("programme-search"), scene("programme-search", "ar")}) {
        auto fields = sweep(finger, at(reach, view));
        std::erase_if(fields, [](const auto& field) { return field.first.starts_with("open "); });
        CHECK(fields.contains("back"));
        CHECK(fields.contains("languages"));
        const bool searching = std::get<ProgrammeView>(view).search.has_value();
        CHECK(fields.contains("type q") == searching);
        for (const auto* name : {"search", "day 19506", "day 19507"}) CHECK(fields.contains(name) != searching);
        check_within(fields, reach, shape);
    }
}

TEST_CASE("a hand at an end of the choices gathers them at that side of the glass, and spreads them again") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const Language language : {"en", "ar"}) {
        const auto fields = sweep(finger, scene("waiting", language));
        CHECK(fields.at("reach left").right < shape.width / 4);
        CHECK(fields.at("reach right").left > shape.width * 3 / 4);
        for (const Reach reach : {Reach::left, Reach::right}) {
            const auto gathered = sweep(finger, at(reach, scene("waiting", language)));
            CHECK(gathered.contains("reach both"));
            CHECK_FALSE(gathered.contains("reach left"));
            CHECK_FALSE(gathered.contains("reach right"));
        }
    }
}

TEST_CASE("wherever text can be made larger, what is touched can be gathered") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    Finger finger(shape.width, shape.height);
    for (const CurrentView& view : {scene("waiting"), scene("verdict-welcome", "ar"), scene("own-day", "de"),
                                    scene("privacy", "ar"), scene("call-taken"), scene("claim-spent")}) {
        const auto fields = sweep(finger, view);
        CHECK(fields.contains("text size"));
        CHECK((fields.contains("reach left") || fields.contains("reach right")));
        check_sizes(fields);
    }
}

TEST_CASE("nothing that is gathered at a side lies on another's words") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    const auto reach = GENERATE(Reach::left, Reach::right);
    DrawnTexts screen(shape.width, shape.height);
    for (const auto& sample : tests::scenes_in({"en", "de", "ar"})) {
        if (std::holds_alternative<DeskView>(sample.view) || is_for_staff(sample.view)) continue;
        INFO(sample.name << ", " << shape.width);
        std::vector<Rect> words;
        for (const Rect& box : screen.of(at(reach, sample.view))) words.push_back(box.inset(0, 6)); // accents reach out
        check_apart(words);
    }
}

TEST_CASE("three long words share two rows where one would cut them") {
    const NoWindow window(1080, 1920);
    NoTextures textures;
    Glass glass(textures);
    WaitingView view = scene_of<WaitingView>("waiting-no-code", "de");
    view.header.zoom = 1.25;
    ImGui::NewFrame();
    (void)glass.show(view, 1080, 1920);
    ImGui::Render();
    CHECK(glass.cut().empty());
}

} // namespace foyer
