// What an admin sets at a terminal: a row of choices for each thing.
#include "kiosk/app/sources.h"
#include "kiosk/app/staff.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

// Adds rows whose choices differ from how it stands now in one thing.
class StandRows {
public:
    StandRows(StandView& view, const Stand& now, const Voice& voice) : view_(view), now_(now), voice_(voice) {}

    template <class Value>
    void add(Msgid name, Value Stand::* part, std::initializer_list<std::pair<Value, Label>> choices) {
        StandView::Row row{voice_.say(name), {}};
        for (const auto& [value, label] : choices) {
            Stand stand = now_;
            stand.*part = value;
            row.choices.push_back({label, stand == now_, SetStand{stand}});
        }
        view_.rows.push_back(std::move(row));
    }

private:
    StandView& view_;
    const Stand& now_;
    const Voice& voice_;
};

Label percent(int value, const Voice& voice) { return voice.say("{1}%"_t, {std::to_string(value)}); }

void add_mode(StandRows& rows, const Voice& voice) {
    using Choice = std::pair<std::optional<Mode>, Label>;
    rows.add("What it is for"_t, &Stand::mode,
             {Choice{std::nullopt, voice.say("As planned"_t)}, Choice{Mode::self, voice.say("Guests by themselves"_t)},
              Choice{Mode::gate, voice.say("Gate"_t)}, Choice{Mode::room, voice.say("Room"_t)},
              Choice{Mode::meeting, voice.say("Meetings"_t)}, Choice{Mode::desk, voice.say("Staff desk"_t)},
              Choice{Mode::sign, voice.say("Sign"_t)}});
}

void add_edge(StandRows& rows, Msgid name, Arrow Stand::* part, const Voice& voice) {
    using Choice = std::pair<Arrow, Label>;
    rows.add(name, part,
             {Choice{Arrow::none, voice.say("not shown"_t)}, Choice{Arrow::up, voice.say("Top"_t)},
              Choice{Arrow::down, voice.say("Bottom"_t)}, Choice{Arrow::left, voice.say("Left"_t)},
              Choice{Arrow::right, voice.say("Right"_t)}});
}

} // namespace

StandView stand_view(const Model& model, const Voice& voice) {
    StandView view;
    view.header = header_view(model, voice);
    view.header.zoom = 1; // all of it has to fit, also to make it smaller again
    view.title = voice.say("Settings"_t);
    view.line = voice.say("They take effect at once, and stay when it is started again."_t);
    if (const auto& fault = model.staff.panel->fault) {
        view.line = voice.say("Not recorded: {1}"_t, {fault->detail});
        view.line_attention = true;
    }
    view.leave_button = voice.say("Back"_t);
    view.status = status_view(model, voice);
    const Milliseconds ends = model.staff.panel->touched_at + health_lasts;
    view.timeout = timeout_view(voice, ends - model.monotonic, health_lasts);
    StandRows rows(view, model.settings.stand, voice);
    add_mode(rows, voice);
    using Number = std::pair<int, Label>;
    rows.add("Sounds"_t, &Stand::volume,
             {Number{0, voice.say("Silent"_t)}, Number{30, percent(30, voice)}, Number{60, percent(60, voice)},
              Number{100, percent(100, voice)}});
    rows.add("Size"_t, &Stand::zoom,
             {Number{100, percent(100, voice)}, Number{112, percent(112, voice)}, Number{125, percent(125, voice)}});
    using Motion = std::pair<bool, Label>;
    rows.add("Motion"_t, &Stand::still, {Motion{false, voice.say("Calm"_t)}, Motion{true, voice.say("None"_t)}});
    using Side = std::pair<Reach, Label>;
    rows.add("Buttons for guests"_t, &Stand::reach,
             {Side{Reach::both, voice.say("Everywhere"_t)}, Side{Reach::left, voice.say("Left"_t)},
              Side{Reach::right, voice.say("Right"_t)}});
    add_edge(rows, "The camera is at"_t, &Stand::camera_at, voice);
    add_edge(rows, "The hand scanner is at"_t, &Stand::scanner_at, voice);
    return view;
}

} // namespace foyer
