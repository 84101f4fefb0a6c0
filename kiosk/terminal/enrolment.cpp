#include "kiosk/terminal/enrolment.h"

#include <cstdio>
#include <cstdlib>

#include "kiosk/app/enrolment.h"
#include "kiosk/app/model.h"
#include "kiosk/screens/glass.h"
#include "kiosk/terminal/channel.h"
#include "kiosk/terminal/eye.h"
#include "kiosk/terminal/keyboard.h"
#include "kiosk/terminal/press.h"
#include "kiosk/terminal/watchdog.h"
#include "sync/hub/data_folder.h"
#include "sync/hub/enrol.h"

namespace foyer {

namespace {

using Steady = std::chrono::steady_clock;

// The staff member's language as far as this machine's settings tell.
Language language_here(const std::vector<Language>& offered) {
    const char* said = std::getenv("LANG");
    const std::string primary = std::string(said == nullptr ? "" : said).substr(0, 2);
    return std::ranges::find(offered, primary) != offered.end() ? primary : "en";
}

class EnrolmentLoop {
public:
    EnrolmentLoop(Stage& stage, const std::filesystem::path& data, const TerminalOptions& options, SummitClock clock)
        : window_(*stage.window), strings_(*stage.strings), data_(data), options_(options), clock_(std::move(clock)),
          glass_(window_.textures()) {
        model_.offered = strings_.languages();
        model_.run = options_.run;
        model_.language = language_here(model_.offered);
        window_.on_touch([] {});
    }
    EnrolmentLoop(const EnrolmentLoop&) = delete;
    EnrolmentLoop& operator=(const EnrolmentLoop&) = delete;

    std::unique_ptr<Ledger> run(const SourceChoice& choice) {
        std::printf("not enrolled: waiting for an enrolment code in front of the camera\n");
        std::fflush(stdout);
        Press asker; // one question after the other
        asker_ = &asker;
        Eye eye(choice.sources, clock_,
                {[this](Sighting sighting) { tell(held_, std::move(sighting.code.text)); },
                 [this](Preview preview) { tell(preview_, std::move(preview)); },
                 [this](const std::vector<SourceState>& states) { tell(sources_, states); },
                 [this](PreviewOutline outline) { tell(outline_, std::move(outline)); }});
        eye_ = &eye;
        while (!ledger_ && !ended()) turn();
        return std::move(ledger_);
    }

private:
    [[nodiscard]] bool may_close() const { return options_.run != Settings::Run::terminal; }
    [[nodiscard]] bool ended() const {
        const bool time_is_up = options_.seconds && Steady::now() - started_ >= *options_.seconds;
        return closed_ || asked_to_end() || time_is_up || (window_.closing() && may_close());
    }

    // From other threads: of everything the newest counts, and the answer that a code was used up for is never lost.
    template <class Value>
    static void tell(Slot<Value>& slot, Value value) {
        slot.put(std::move(value));
        Window::wake();
    }

    void turn() {
        if (auto sources = sources_.take()) model_.sources = std::move(*sources);
        if (auto outline = outline_.take()) {
            model_.outline = std::move(*outline);
            outline_at_ = Steady::now();
        }
        if (auto answer = answer_.take()) take(*answer);
        if (auto held = held_.take()) take(*held);
        if (Steady::now() - outline_at_ >= outline_lasts) model_.outline.corners.clear();
        if (auto preview = preview_.take())
            glass_.set_preview(preview->frame.width, preview->frame.height, preview->frame.stride,
                               preview->frame.pixels.data());
        window_.begin_frame();
        const CurrentView view = enrolment_view(model_, strings_);
        for (const Intent& intent : glass_.show(view, window_.width(), window_.height()))
            if (const auto* wanted = std::get_if<ChooseLanguage>(&intent)) model_.language = wanted->language;
        if (options_.pictures && kept_ != std::pair{model_.problem, model_.asking})
            keep(window_.end_frame_with_picture());
        else
            window_.end_frame();
        if (++turns_ == 1) watchdog_.ready(); // staff may need long to fetch the code
        watchdog_.turn(Steady::now(), {turns_});
        keyboard_.wait(1);
    }

    void take(const std::string& held) {
        if (!model_.asking.empty() || ledger_) return;
        if (!looks_like_ticket(held)) return refuse(EnrolmentProblem::not_a_ticket, {});
        auto ticket = read_ticket(held);
        if (!ticket) return refuse(problem_of(ticket.error()), ticket.error().detail);
        // The code works once: not for a terminal that could not keep what comes of it.
        if (auto good = try_data_folder(data_); !good)
            return refuse(EnrolmentProblem::cannot_keep, good.error().detail);
        model_.problem = EnrolmentProblem::none;
        const std::string hub = ticket->hub.text();
        const bool asked = asker_->take([this, asks = std::move(*ticket)] { tell(answer_, enrol(asks)); });
        if (asked) model_.asking = hub; // else it is held up again: pictures are still being written
    }
    void take(const Result<Enrolled>& answer) {
        model_.asking.clear();
        if (!answer) return refuse(problem_of(answer.error()), answer.error().detail);
        auto ledger = create_terminal(data_, *answer, [time = clock_] { return time.now(); });
        if (!ledger) return refuse(EnrolmentProblem::cannot_keep, ledger.error().detail);
        ledger_ = std::move(*ledger);
        std::printf("enrolled as \"%s\" at %s\n", answer->identity.device_name.c_str(), answer->hub.url().c_str());
        std::fflush(stdout);
    }

    void refuse(EnrolmentProblem problem, const std::string& detail) {
        model_.problem = problem;
        model_.detail = detail;
        std::fprintf(stderr, "foyer-kiosk: not enrolled: %s\n",
                     detail.empty() ? "this is not an enrolment code" : detail.c_str());
    }

    void keep(Picture picture) {
        kept_ = std::pair{model_.problem, model_.asking};
        const auto file = *options_.pictures / ("enrolment-" + std::to_string(pictures_++) + ".png");
        (void)asker_->take([file, picture = std::move(picture)] { (void)write_png(picture, file.string()); });
    }

    Window& window_;
    const Strings& strings_;
    std::filesystem::path data_;
    const TerminalOptions& options_;
    SummitClock clock_;
    Steady::time_point started_ = Steady::now(), outline_at_;
    Glass glass_;
    Watchdog watchdog_;
    std::uint64_t turns_ = 0;
    EnrolmentModel model_;
    Slot<std::string> held_; // the text of the code that came last
    Slot<Preview> preview_;
    Slot<std::vector<SourceState>> sources_;
    Slot<PreviewOutline> outline_;
    Slot<Result<Enrolled>> answer_;
    Press* asker_ = nullptr;
    Eye* eye_ = nullptr; // while it runs
    Keyboard keyboard_{window_,
                       {[this](char32_t key) { closed_ = closed_ || (key == KeyPressed::escape && may_close()); },
                        [this](std::string code) { eye_->take_typed(std::move(code)); }}};
    std::unique_ptr<Ledger> ledger_;
    std::optional<std::pair<EnrolmentProblem, std::string>> kept_;
    int pictures_ = 0;
    bool closed_ = false;
};

} // namespace

std::unique_ptr<Ledger> enrol_by_camera(Stage& stage, const std::filesystem::path& data, const TerminalOptions& options,
                                        SummitClock clock) {
    return EnrolmentLoop(stage, data, options, std::move(clock)).run(options.sources);
}

} // namespace foyer
