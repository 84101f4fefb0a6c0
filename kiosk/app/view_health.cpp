// How the terminal is: what staff would otherwise read in a log, with what is wrong marked.
#include <algorithm>
#include <ranges>

#include "kiosk/app/calendar.h"
#include "kiosk/app/sources.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

class Listing {
public:
    Listing(HealthView& view, const Voice& voice) : view_(view), voice_(voice) {}
    void add(Msgid name, Label value, bool attention = false) {
        if (!value.text.empty()) view_.rows.push_back({voice_.say(name), std::move(value), attention});
    }
    void add(Msgid name, std::string value, bool attention = false) {
        add(name, Label{std::move(value), voice_.language()}, attention);
    }

private:
    HealthView& view_;
    const Voice& voice_;
};

std::string gigabytes(std::uint64_t bytes) {
    const std::uint64_t tenths = bytes / 100'000'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void describe_sources(Listing& rows, const Model& model, const Voice& voice) {
    for (const SourceState& source : model.sources) {
        Label words = source_words(source, voice);
        if (source.state == SourceState::State::missing) words = {source.detail, "en"};
        rows.add(source.kind == SourceState::Kind::camera ? "Camera"_t : "Hand scanner"_t, std::move(words),
                 source.state == SourceState::State::missing);
    }
}

void describe_sync(Listing& rows, const Model& model, const Health& health, const Voice& voice) {
    const bool away = !health.hub.empty() && !model.link.connected;
    rows.add("Hub"_t, voice.join({health.hub, contact_words(model, voice), away ? health.hub_fault : ""}), away);
    const Summit& summit = model.programme.summit;
    if (!clock_words(model, voice).text.empty()) // the strip says more
        rows.add("Clock"_t, voice.join({date_with_year(voice, summit, model.now), time_of_day(summit, model.now)}),
                 true);
    else if (health.clock_offset)
        rows.add("Clock"_t,
                 voice.text("{1} ms off the hub's"_t, {std::to_string(std::chrono::abs(*health.clock_offset).count())}),
                 std::chrono::abs(*health.clock_offset) > Milliseconds{2'000});
    rows.add("Records"_t, unsent_words(model.link, voice), away && model.link.unsent > 0);
    rows.add("Ledger"_t,
             voice.join({voice.text("{1} facts of {2} origins"_t,
                                    {voice.number(static_cast<long>(health.facts)), std::to_string(health.origins)}),
                         voice.text("format {1}"_t, {std::to_string(health.ledger_format)})}));
    if (model.ledger_fault) rows.add("Records"_t, Label{model.ledger_fault->detail, "en"}, true);
    std::string here, gone;
    for (const auto& peer : health.peers) {
        std::string& list = peer.heard == Health::Peer::Heard::yes ? here : gone;
        list = list.empty() ? peer.name : voice.text("{1}, {2}"_t, {list, peer.name});
    }
    rows.add("Terminals heard"_t, here);
    rows.add("Terminals not heard"_t, gone, true);
}

void describe_printer(Listing& rows, const Health& health, const Voice& voice) {
    if (health.papers.empty()) return;
    const bool bad = health.papers_are == Health::Papers::cannot_be_written;
    rows.add("Printer"_t, voice.join({health.papers, bad ? voice.text("cannot be written"_t) : voice.text("ready"_t)}),
             bad);
    static constexpr std::uint64_t little = 1'000'000'000;
    if (health.free_bytes)
        rows.add("Disk"_t, voice.text("{1} GB free"_t, {gigabytes(*health.free_bytes)}), *health.free_bytes < little);
}

// Two rows of them, so that each has room.
void describe_libraries(Listing& rows, const Health& health, const Voice& voice) {
    constexpr std::size_t first_row = 3;
    std::string lists[2];
    for (std::size_t i = 0; i < health.libraries.size(); ++i) {
        std::string& list = lists[i < first_row ? 0 : 1];
        list = list.empty() ? health.libraries[i] : voice.text("{1}, {2}"_t, {list, health.libraries[i]});
    }
    for (const std::string& list : lists) rows.add("Libraries"_t, list);
}

// Of the languages that this summit offers.
void describe_languages(Listing& rows, const Model& model, const Voice& voice) {
    std::string reviewed, others;
    for (const Language& language : offered_languages(model)) {
        const bool read = std::ranges::count(model.settings.reviewed, language) > 0;
        std::string& list = read ? reviewed : others;
        list = list.empty() ? language : voice.text("{1}, {2}"_t, {list, language});
    }
    rows.add("Languages reviewed"_t, reviewed);
    rows.add("Languages not reviewed"_t, others, true);
}

} // namespace

HealthView health_view(const Model& model, const Voice& voice) {
    HealthView view;
    view.header = header_view(model, voice);
    view.header.zoom = 1; // a dozen lines that belong together
    view.title = voice.say("How this terminal is"_t);
    view.leave_button = voice.say("Back"_t);
    view.status = status_view(model, voice);
    const Milliseconds ends = model.staff.panel->touched_at + health_lasts;
    view.timeout = timeout_view(voice, ends - model.monotonic, health_lasts);
    const auto& health = model.staff.panel->reading->health;
    if (!health) return view; // it comes with the next turn
    Listing rows(view, voice);
    rows.add("Version"_t, "Foyer\u00a0" + health->version);
    describe_sources(rows, model, voice);
    describe_sync(rows, model, *health, voice);
    describe_printer(rows, *health, voice);
    describe_languages(rows, model, voice);
    describe_libraries(rows, *health, voice);
    view.log_title = voice.say("Last lines of the log"_t);
    for (const std::string& line : health->log | std::views::reverse) view.log.push_back({line, "en"});
    return view;
}

} // namespace foyer
