#include "kiosk/terminal/terminal.h"

#include <algorithm>
#include <atomic>
#include <cstdio>

#include "kiosk/app/sources.h"
#include "kiosk/app/spoken.h"
#include "kiosk/app/view_of.h"
#include "kiosk/screens/glass.h"
#include "kiosk/terminal/album.h"
#include "kiosk/terminal/eye.h"
#include "kiosk/terminal/figures.h"
#include "kiosk/terminal/folder_printer.h"
#include "kiosk/terminal/inbox.h"
#include "kiosk/terminal/keyboard.h"
#include "kiosk/terminal/speaker.h"
#include "kiosk/terminal/tour.h"
#include "kiosk/terminal/watchdog.h"
#include "sync/crypto/password.h"
#include "sync/hub/remembered.h"
#include "sync/uplink/ticket.h"

namespace foyer {

namespace {

using Steady = std::chrono::steady_clock;

double ms_between(Steady::time_point from, Steady::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

std::int64_t wall_ms() {
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()).time_since_epoch().count();
}

// A line for the log: what was decided, never about whom.
void log(const Outcome& outcome, double ms) {
    const Verdict& verdict = outcome.verdict;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(outcome.read_at.time_since_epoch()).count() % 86400;
    std::printf("%02d:%02d:%02dZ  %-13s %-16s %s%s%5.1f ms\n", static_cast<int>(seconds / 3600),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60),
                std::string{name(verdict.kind)}.c_str(), std::string{name(verdict.reason)}.c_str(),
                outcome.case_number.c_str(), outcome.case_number.empty() ? "" : "  ", ms);
    std::fflush(stdout);
}

// A line for each source that has something new to say.
void say_news(Journal& journal, const std::vector<SourceState>& now, const std::vector<SourceState>& before) {
    for (const SourceState& state : now)
        if (!state.detail.empty() && std::ranges::find(before, state) == before.end()) journal.say(state.detail);
}

// The glass thread.
class GlassLoop {
public:
    GlassLoop(Window& window, const Strings& strings, const TerminalOptions& options, SummitClock clock,
              Steady::time_point started)
        : window_(window), strings_(strings), options_(options), clock_(std::move(clock)), started_(started),
          glass_(window.textures()) {
        if (options_.pictures) album_.emplace(*options_.pictures, press_);
        window_.on_touch([this] { step(Touched{}); });
    }

    // --- from other threads ---
    void post(Incoming incoming) {
        inbox_.post(std::move(incoming));
        Window::wake();
    }
    void post_preview(Preview preview) {
        preview_.put(std::move(preview));
        Window::wake();
    }

    // --- glass thread ---
    [[nodiscard]] const std::optional<Fault>& broken() const { return broken_; }
    Figures run(std::unique_ptr<Ledger> ledger) {
        tick();
        unlock_ = remembered(*ledger).unlock.value_or("");
        step(Started{ledger->programme(), settings()});
        if (options_.sources.sources.empty() || looks() == Eye::Looks::no) step(only_keys());
        Desk desk(
            std::move(ledger),
            {options_.checkpoint, options_.hub, options_.lan, options_.stand.mode, printing(), &journal_,
             options_.badges},
            clock_, [this](Event event) { post({std::move(event), std::nullopt}); },
            [this](const Sighting& sighting, Outcome outcome) { post({Decided{std::move(outcome)}, sighting.seen}); });
        desk_ = &desk;
        {
            Eye eye(options_.sources.sources, clock_,
                    {[&](Sighting sighting) {
                         if (looks_like_ticket(sighting.code.text)) return; // staff has just enrolled this terminal
                         if (mode_ == Mode::sign) return;                   // a scanner that types is heard anywhere
                         if (offers_badges_) return post({BadgeOffered{std::move(sighting.code)}, std::nullopt});
                         const bool counts = mode_ != Mode::desk;
                         if (counts) deciding_.fetch_add(1);
                         if (awaits_staff_badge_)
                             return desk.recognise(std::move(sighting), [this, counts] {
                                 if (counts) deciding_.fetch_sub(1);
                             });
                         if (!counts) return desk.look_up(std::move(sighting));
                         desk.take(std::move(sighting));
                     },
                     [this](Preview preview) { post_preview(std::move(preview)); },
                     [this, said = std::vector<SourceState>{}](const std::vector<SourceState>& states) mutable {
                         say_news(journal_, states, std::exchange(said, states));
                         post({states.empty() ? only_keys() : SourcesChanged{states}, std::nullopt});
                     },
                     [this](PreviewOutline outline) { post({std::move(outline), std::nullopt}); },
                     [this](const CameraMeasured& measured) { post({measured, std::nullopt}); }},
                    looks());
            eye_ = &eye;
            while (!ended()) turn();
            watchdog_.ending();
            figures_.eye = eye.counts();
            eye_ = nullptr;
        }
        settle();
        desk_ = nullptr;
        figures_.unsent_at_end = model_.link.unsent;
        figures_.wire_at_end = model_.network.wire;
        return std::move(figures_);
    }

private:
    [[nodiscard]] Settings settings() const {
        using enum Settings::Unlocks;
        return {options_.checkpoint,  options_.run,        options_.sources.pictures,
                strings_.languages(), strings_.reviewed(), unlock_.empty() ? never : by_number,
                options_.stand};
    }

    // Nothing is open: a scanner that types is heard anyway.
    static SourcesChanged only_keys() { return {{{SourceState::Kind::hand_scanner, SourceState::State::ok, ""}}}; }

    // A sign takes no codes, and keeps no camera running.
    [[nodiscard]] Eye::Looks looks() const { return mode_ == Mode::sign ? Eye::Looks::no : Eye::Looks::yes; }

    [[nodiscard]] bool ended() const {
        const bool time_is_up = options_.seconds && Steady::now() - started_ >= *options_.seconds;
        // Like a key, the window system's wish is nothing to a terminal in a foyer: Alt+F4 is on every keyboard.
        const bool closed = window_.closing() && options_.run != Settings::Run::terminal;
        return quit_ || broken_ || asked_to_end() || closed || time_is_up;
    }

    // Who has just held up a badge still sees what was recorded of it, and what the hub lacks still goes there, if it
    // can be reached: a moment of patience before the lights go out.
    void settle() {
        static constexpr auto patience = std::chrono::milliseconds{1500};
        const auto deadline = Steady::now() + patience;
        do turn();
        while ((deciding_ > 0 || (model_.link.connected && model_.link.unsent > 0)) && Steady::now() < deadline);
    }

    // Poll, step, draw, act, swap.
    void turn() {
        if (eye_ && desk_) watchdog_.turn(Steady::now(), {eye_->rounds(), desk_->rounds()});
        tick();
        for (Incoming& incoming : inbox_.take()) take(std::move(incoming));
        if (asked_for_network_switch() && desk_ && options_.run == Settings::Run::demo) toggle_network(*desk_);
        check_unlock();
        if (options_.tour == TerminalOptions::Tour::touches)
            if (auto touch = tour_.touch(std::chrono::floor<Milliseconds>(Steady::now() - started_), model_))
                step(std::move(*touch));
        if (auto preview = preview_.take())
            glass_.set_preview(preview->frame.width, preview->frame.height, preview->frame.stride,
                               preview->frame.pixels.data());
        const auto camera = cameras_of(model_.sources);
        if (!camera || camera->state == SourceState::State::missing) glass_.no_preview();
        const CurrentView view = view_of(model_, strings_);
        // Nothing came and nothing changed: the picture on the glass is still right, and costs nothing.
        if (awaits_decision()) return keyboard_.wait(decision_wait_s);
        if (something_came_ || view != drawn_) draw(view);
        const auto asleep = Steady::now();
        keyboard_.wait(wait_s_);
        something_came_ = wait_s_ == 0 || ms_between(asleep, Steady::now()) < 1000 * wait_s_;
    }

    // A decision is a few milliseconds away: a frame begun now, for the preview, would make the guest wait for it.
    bool awaits_decision() {
        if (deciding_ == 0 || waited_ == decision_waits_most) return false;
        ++waited_;
        return true;
    }

    void tick() { step(Tick{clock_.now(), std::chrono::floor<Milliseconds>(Steady::now() - started_)}); }

    void take(Incoming incoming) {
        if (incoming.seen) {
            deciding_.fetch_sub(1);
            const Outcome& outcome = std::get<Decided>(incoming.event).outcome;
            recorded_ += outcome.recorded.size();
            waiting_for_glass_.push_back({outcome, *incoming.seen});
        }
        if (const auto* trouble = std::get_if<LedgerTrouble>(&incoming.event))
            if (trouble->fault && trouble->fault->kind == FaultKind::corrupt) broken_ = trouble->fault;
        step(std::move(incoming.event));
        figures_.unsent_most = std::max(figures_.unsent_most, model_.link.unsent);
    }

    void step(const Event& event) {
        Updated updated = update(std::move(model_), event);
        model_ = std::move(updated.model);
        mode_ = mode_of(model_);
        if (eye_) eye_->look(looks());
        awaits_staff_badge_ = awaits_staff_badge(model_);
        offers_badges_ = offers_badges(model_);
        for (const Effect& effect : updated.effects) {
            if (std::holds_alternative<Quit>(effect)) quit_ = true;
            if (std::holds_alternative<ToggleNetwork>(effect) && desk_) toggle_network(*desk_);
            if (const auto* watch = std::get_if<WatchCamera>(&effect); watch && eye_) eye_->watch(watch->index);
            if (const auto* check = std::get_if<CheckUnlock>(&effect)) to_check_ = *check;
            if (const auto* asked = std::get_if<AskDesk>(&effect); asked && desk_)
                desk_->ask(asked->request, asked->by);
            if (const auto* offered = std::get_if<DecideOffered>(&effect); offered && desk_) {
                deciding_.fetch_add(1);
                desk_->take({offered->code, clock_.now(), Steady::now()});
            }
            if (const auto* find = std::get_if<FindSessions>(&effect); find && desk_) desk_->find_sessions(find->query);
            if (const auto* sound = std::get_if<Sound>(&effect)) hear(*sound);
            if (const auto* apply = std::get_if<ApplyStand>(&effect)) speaker_.set_volume(apply->stand.volume);
        }
    }

    // A tenth of a second: by the press, for no guest waits for it. When it has too much to do, with the next turn.
    void check_unlock() {
        if (!to_check_) return;
        const bool taken =
            press_.take([this, number = to_check_->number, hash = to_check_->pin.empty() ? unlock_ : to_check_->pin] {
                using enum UnlockChecked::Answer;
                post({UnlockChecked{password_fits(number, hash) ? right : wrong}, std::nullopt});
            });
        if (taken) to_check_.reset();
    }

    // Drawn and written by the press.
    PrintBy printing() {
        return [this](PrintJob job, std::function<void(Result<std::string>)> printed) {
            const bool taken = press_.take([this, job = std::move(job), printed] { printed(printer_.print(job)); });
            if (!taken) printed(fault(FaultKind::busy, "too much is being printed already: try again in a moment"));
        };
    }

    void hear(const Sound& sound) {
        speaker_.play(sound.kind);
        if (options_.aloud == TerminalOptions::Reads::nothing) return;
        Label said = spoken(view_of(model_, strings_));
        speaker_.say(std::move(said.text), std::move(said.language));
    }

    void toggle_network(Desk& desk) {
        using enum NetworkSwitched::Wire;
        desk.set_network(model_.network.wire == cut ? whole : cut);
    }

    void draw(const CurrentView& view) {
        const auto begun = Steady::now();
        window_.begin_frame();
        glass_.set_look(model_.programme.summit.look);
        const Intents intents = glass_.show(view, window_.width(), window_.height());
        if (album_ && album_->wants(model_, view))
            album_->keep(model_, view, window_.end_frame_with_picture());
        else
            window_.end_frame();
        shown(begun);
        if (!std::holds_alternative<TroubleView>(view)) tour_.drawn(); // what waits behind it is not seen yet
        for (const Intent& intent : intents) step(intent);
        wait_s_ = intents.empty() ? seconds_to_next_frame(view) : 0;
        drawn_ = view;
        waited_ = 0;
    }

    // A frame is on the glass: the decisions in it are seen now.
    void shown(Steady::time_point begun) {
        const auto now = Steady::now();
        if (figures_.first_frame_ms == 0) {
            figures_.first_frame_ms = ms_between(started_, now);
            std::printf("ready: first picture after %.0f ms\n", figures_.first_frame_ms);
            std::fflush(stdout);
            watchdog_.ready();
        }
        if (options_.report) figures_.frame_ms.push_back(ms_between(begun, now));
        for (const Waiting& waiting : std::exchange(waiting_for_glass_, {})) {
            const double ms = ms_between(waiting.seen, now);
            const Verdict& verdict = waiting.outcome.verdict;
            if (options_.report) figures_.shown.push_back({verdict.kind, verdict.reason, ms, wall_ms(), recorded_});
            log(waiting.outcome, ms);
            journal_.keep(std::string{name(verdict.kind)} + " " + std::string{name(verdict.reason)} +
                          (waiting.outcome.case_number.empty() ? "" : " " + waiting.outcome.case_number));
        }
    }

    struct Waiting {
        Outcome outcome;
        Steady::time_point seen;
    };

    Window& window_;
    const Strings& strings_;
    const TerminalOptions& options_;
    SummitClock clock_;
    Steady::time_point started_;
    Glass glass_;
    FingerTour tour_;
    Model model_;
    Inbox inbox_;
    Slot<Preview> preview_;
    Desk* desk_ = nullptr;
    Eye* eye_ = nullptr;
    Keyboard keyboard_{window_,
                       {[this](char32_t key) { step(KeyPressed{key}); },
                        [this](std::string code) {
                            if (eye_) eye_->take_typed(std::move(code));
                        }}};
    std::vector<Waiting> waiting_for_glass_;
    std::size_t recorded_ = 0;
    Figures figures_;
    static constexpr double decision_wait_s = 0.02;
    static constexpr int decision_waits_most = 4;
    std::atomic<int> deciding_ = 0; // sightings that the desk has not answered yet
    int waited_ = 0;                // turns that left out a frame for one
    CurrentView drawn_;             // what the glass shows
    double wait_s_ = 0;
    bool something_came_ = true; // an event, a picture, a touch: since the last wait
    bool quit_ = false;
    std::optional<Fault> broken_;         // the ledger's file is damaged: it is to be opened anew
    std::string unlock_;                  // a slow hash of the unlock number; empty: there is none
    std::optional<CheckUnlock> to_check_; // typed by somebody, on its way to the press
    std::atomic<Mode> mode_ = Mode::self; // the eye asks
    std::atomic<bool> awaits_staff_badge_ = false, offers_badges_ = false;
    Watchdog watchdog_;
    Speaker speaker_{options_.stand.volume};
    FolderPrinter printer_{options_.badges};
    Journal journal_;
    Press press_; // late: its jobs post to what is above
    std::optional<Album> album_;
};

} // namespace

Result<> run_terminal(Stage& stage, std::unique_ptr<Ledger> ledger, const TerminalOptions& options, SummitClock clock,
                      std::chrono::steady_clock::time_point started) {
    GlassLoop loop(*stage.window, *stage.strings, options, std::move(clock), started);
    const Figures figures = loop.run(std::move(ledger));
    if (loop.broken()) return std::unexpected(*loop.broken());
    if (options.report) return figures.write(*options.report);
    return {};
}

} // namespace foyer
