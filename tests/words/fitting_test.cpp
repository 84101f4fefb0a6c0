// Every sentence fits: each screen in each language, upright and lying, has no word that ends in an ellipsis.
#include "kiosk/app/enrolment.h"
#include "kiosk/app/verdict_words.h"
#include "kiosk/screens/glass.h"
#include "tests/app/terminal.h"
#include "tests/screens/no_window.h"

namespace foyer::tests {
namespace {

struct Shown {
    std::string name;
    CurrentView view;
};

Programme speaking(const Language& language) {
    Programme programme = open_day();
    programme.summit.languages = {language};
    if (language != "en") programme.summit.languages.emplace_back("en");
    return programme;
}

Terminal at_work(const Language& language, const std::string& checkpoint = "entrance") {
    Terminal terminal{speaking(language), checkpoint};
    terminal.set_clock(at("10:52"));
    terminal.tell(OccupancyChanged{{{PlaceId{"2.04"}, {12, 3}}, {PlaceId{"2.06"}, {1, 0}}}});
    return terminal;
}

Outcome every_detail(Reason reason, const Language& language) {
    Outcome said = outcome(words_for(reason).kind, reason);
    said.attendee = attendee("0001", language, {ForumId{"materials"}});
    said.attendee->seat = "A-31";
    said.attendee->category = Category::vip;
    said.person = person("沐晴川", "zh", "Mu Qingchuan", "Prof. Dr.");
    said.verdict.go_to = PlaceId{"2.06"};
    said.verdict.opens = at("13:30", 1);
    said.verdict.before = at("09:05");
    return said;
}

void add_verdicts(std::vector<Shown>& all, const Language& language) {
    for (const VerdictWords& words : all_verdict_words())
        for (const char* checkpoint : {"entrance", "materials-gate"}) {
            Terminal terminal = at_work(language, checkpoint);
            terminal.scan(every_detail(words.reason, language));
            all.push_back({std::string{name(words.reason)} + " at " + checkpoint, terminal.view()});
        }
}

void add_staff(std::vector<Shown>& all, const Language& language) {
    Terminal terminal = at_work(language);
    const auto open_panel = [&] { terminal.tell(KeyPressed{KeyPressed::escape}); };
    open_panel();
    all.push_back({"staff, no number", terminal.view()});
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    all.push_back({"staff, locked", terminal.view()});
    terminal.model.staff.panel->last = StaffPanel::Last::wrong;
    all.push_back({"staff, wrong number", terminal.view()});
    terminal.model.staff.barred_until = terminal.model.monotonic + Milliseconds{130'000};
    all.push_back({"staff, pause", terminal.view()});
    terminal.model.staff.panel->stage = StaffPanel::Stage::open;
    all.push_back({"staff, unlocked", terminal.view()});
    terminal.touch(CheckCamera{});
    all.push_back({"camera", terminal.view()});
}

void add_quiet(std::vector<Shown>& all, const Language& language) {
    Terminal terminal = at_work(language);
    all.push_back({"waiting", terminal.view()});
    terminal.touch(OpenProgramme{});
    all.push_back({"programme", terminal.view()});
    terminal.touch(OpenLanguages{});
    all.push_back({"languages", terminal.view()});
    for (const auto state : {SourceState::State::starting, SourceState::State::missing}) {
        Terminal blind = at_work(language);
        blind.tell(camera(state, "/dev/video0"));
        all.push_back({"waiting without a camera", blind.view()});
    }
    Terminal cut = at_work(language);
    cut.tell(LinkState{false, 1234, at("10:10"), 2, 3});
    all.push_back({"cut off", cut.view()});
    Terminal sign = at_work(language, "entrance");
    sign.model.settings.mode = Mode::sign;
    all.push_back({"sign", sign.view()});
    Terminal back = at_work(language);
    Outcome again = every_detail(Reason::welcome_back, language);
    back.scan(again);
    all.push_back({"own day", back.view()});
}

void add_enrolment(std::vector<Shown>& all, const Language& language) {
    for (int problem = 0; problem <= static_cast<int>(EnrolmentProblem::cannot_keep); ++problem) {
        EnrolmentModel model{.offered = words().languages(), .language = language};
        model.problem = static_cast<EnrolmentProblem>(problem);
        all.push_back({"enrolment " + std::to_string(problem), enrolment_view(model, words())});
    }
    EnrolmentModel asking{.offered = words().languages(), .language = language, .asking = "10.20.30.40:8080"};
    all.push_back({"enrolment, asking", enrolment_view(asking, words())});
}

std::vector<Shown> all_screens(const Language& language) {
    std::vector<Shown> all;
    add_quiet(all, language);
    add_verdicts(all, language);
    add_staff(all, language);
    add_enrolment(all, language);
    return all;
}

TEST_CASE("No sentence of any screen is cut, in any language, upright or lying") {
    struct Shape {
        int width, height;
    };
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    const NoWindow window(shape.width, shape.height);
    NoTextures textures;
    Glass glass(textures);
    for (const Language& language : words().languages())
        for (const auto& [name, view] : all_screens(language)) {
            ImGui::NewFrame();
            (void)glass.show(view, shape.width, shape.height);
            ImGui::Render();
            for (const Label& label : glass.cut()) {
                INFO(language << ", " << shape.width << ", " << name << ": " << label.text);
                CHECK(label.text.empty());
            }
        }
}

} // namespace
} // namespace foyer::tests
