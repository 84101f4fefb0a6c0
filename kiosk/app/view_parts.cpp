#include "kiosk/app/view_parts.h"

#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/app/guest.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/sources.h"

namespace foyer {

namespace {

// Before the summit is known, so is its time of day not.
bool knows_time(const Model& model) { return !model.programme.summit.time_zone.empty(); }

void describe_demo(StatusView& view, const Model& model, const Voice& voice) {
    using Pictures = Settings::Pictures;
    std::string source, time, clock;
    if (model.settings.pictures == Pictures::generated) source = voice.text("Demo camera"_t);
    if (model.settings.pictures == Pictures::recording) source = voice.text("Recorded pictures"_t);
    if (model.settings.run == Settings::Run::demo && knows_time(model)) {
        const Summit& summit = model.programme.summit;
        clock = time_of_day(summit, model.now);
        time = voice.text("demo time {1}, {2}"_t, {clock, date_with_year(voice, summit, model.now)});
    }
    view.demo = voice.join({source, time});
    view.demo_shortly = {source.empty() ? clock : source, voice.language()};
}

void describe_network(StatusView& view, const Model& model, const Voice& voice) {
    const LinkState& link = model.link;
    const bool cut = model.network.wire == NetworkSwitched::Wire::cut;
    view.network_attention = cut || !link.connected;
    const auto why = !view.network_attention ? "" : voice.text(cut ? "Network cut"_t : "No connection"_t);
    view.network = voice.join({why, unsent_words(link, voice), contact_words(model, voice), doors_words(link, voice)});
    view.network_shortly = voice.join({why, unsent_words(link, voice)});
}

} // namespace

std::string span_words(const Voice& voice, Milliseconds span) {
    const auto seconds = std::max<long>(0, std::chrono::duration_cast<std::chrono::seconds>(span).count());
    if (seconds < 60) return voice.text("{1} s"_t, {std::to_string(seconds)});
    if (seconds < 3600) return voice.text("{1} min"_t, {std::to_string(seconds / 60)});
    return voice.text("{1} h"_t, {std::to_string(seconds / 3600)});
}

// Seconds are said only once they are many: the strip of a terminal that is well does not change all the time.
std::string contact_words(const Model& model, const Voice& voice) {
    static constexpr std::chrono::seconds just_now{10};
    if (!model.link.last_contact) return voice.text("no contact yet"_t);
    const Milliseconds age = model.now - *model.link.last_contact;
    if (model.link.connected && age < just_now) return voice.text("in contact"_t);
    return voice.text("last contact {1} ago"_t, {span_words(voice, age)});
}

std::string unsent_words(const LinkState& link, const Voice& voice) {
    if (link.unsent == 0) return voice.text("All sent"_t);
    return voice.count("{1} record not sent"_t, "{1} records not sent"_t, link.unsent).text;
}

std::string doors_words(const LinkState& link, const Voice& voice) {
    if (link.doors_enrolled == 0) return "";
    return voice.text("{1} of {2} doors"_t, {std::to_string(link.doors_seen), std::to_string(link.doors_enrolled)});
}

Label camera_words(const SourceState& camera, const Voice& voice) {
    switch (camera.state) {
    case SourceState::State::starting: return voice.say("Starting the camera..."_t);
    case SourceState::State::missing: return voice.say("The camera is taking a break"_t);
    case SourceState::State::ok: break;
    }
    return {};
}

std::string taker_words(const OpenCall& open, const Voice& voice) {
    if (!open.taker) return open.call.by;
    const Person& person = open.taker->person;
    const std::string& name = person.short_name.empty() ? person.latin_name : person.short_name;
    return voice.join({name, open.call.by}).text;
}

// To the camera while it works, else to a hand scanner that does.
static Arrow source_at(const Model& model) {
    const auto camera = cameras_of(model.sources);
    if (camera && camera->state == SourceState::State::ok) return model.settings.stand.camera_at;
    const bool gone = !camera || camera->state == SourceState::State::missing;
    return gone && has_hand_scanner(model.sources) ? model.settings.stand.scanner_at : Arrow::none;
}

HeaderView header_view(const Model& model, const Voice& voice) {
    HeaderView view;
    view.text =
        is_gate(model) ? HeaderView::Text::usual : model.visit.text; // a gate's screen is for the next guest too
    view.zoom =
        view.text == HeaderView::Text::large ? large_text : std::min(model.settings.stand.zoom / 100.0, large_text);
    view.reach = is_gate(model) ? Reach::both : model.visit.reach.value_or(model.settings.stand.reach);
    if (view.reach != Reach::both) view.zoom = std::min(view.zoom, large_text_gathered);
    view.source_at = source_at(model);
    view.summit = voice.of(model.programme.summit.name);
    if (knows_time(model)) view.clock = time_of_day(model.programme.summit, model.now);
    const Checkpoint* checkpoint = model.programme.checkpoint(model.settings.checkpoint);
    const Place* place = checkpoint ? model.programme.place(checkpoint->place) : nullptr;
    if (!place || (mode_of(model) == Mode::self && place->kind != PlaceKind::room)) return view;
    if (mode_of(model) == Mode::meeting) {
        if (place->kind != PlaceKind::site && !place->name.empty()) view.summit = voice.of(place->name);
        return view;
    }
    // At a room's door the room is what matters.
    const Forum* forum = model.programme.forum_at(checkpoint->place);
    const std::string code = room_code(model.programme, checkpoint->place);
    const std::string room = code.empty() ? "" : voice.text("Room {1}"_t, {code});
    const Label door = voice.join({room, forum ? voice.of(forum->name).text : ""});
    if (!door.text.empty()) view.summit = door;
    return view;
}

StatusView status_view(const Model& model, const Voice& voice) {
    StatusView view;
    describe_demo(view, model, voice);
    describe_network(view, model, voice);
    if (model.ledger_fault)
        view.trouble = voice.say("Cannot record: {1}"_t, {model.ledger_fault->detail});
    else if (const auto* source = first_trouble(model.sources))
        view.trouble = source->kind == SourceState::Kind::camera ? voice.say("No camera: {1}"_t, {source->detail})
                                                                 : Label{source->detail, "en"};
    else
        view.trouble = clock_words(model, voice);
    return view;
}

TimeoutView timeout_view(const Model& model, const Voice& voice) {
    const auto limit = lasts(model);
    if (!limit) return {1.0, {}, {}};
    TimeoutView view = timeout_view(voice, model.touched_at + *limit - model.monotonic, *limit);
    if (model.offered) view.offer = voice.say("Was that your badge? Tap here."_t);
    return view;
}

TimeoutView timeout_view(const Voice& voice, Milliseconds left, Milliseconds limit) {
    left = std::clamp(left, Milliseconds{0}, limit);
    const long seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    return {static_cast<double>(left.count()) / static_cast<double>(limit.count()),
            voice.say("{1} s left"_t, {std::to_string(seconds)}),
            {}};
}

std::vector<LanguagePill> language_pills(const Model& model, const Voice& voice) {
    std::vector<LanguagePill> pills;
    for (const Language& language : offered_languages(model))
        pills.push_back({language, own_name(language), language == voice.language()});
    return pills;
}

std::string unbroken(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '-' ? std::string{"\u2011"} : c == ' ' ? std::string{"\u00a0"} : std::string{c};
    return out;
}

Label room_line(const Model& model, const Voice& voice, const PlaceId& place, std::string_view seat) {
    const Place* room = model.programme.place(place);
    const std::string name = room && room_code(model.programme, place).empty() ? voice.of(room->name).text : "";
    const std::string level = level_words(voice, model.programme, place).text;
    return voice.join({name, level, seat.empty() ? "" : voice.text("Seat {1}"_t, {unbroken(seat)})});
}

// The channel of a language, or of the nearest that is interpreted; none: it is not.
static const std::string* channel_of(const Session& session, const Language& language) {
    const auto& channels = session.channels.by_language;
    for (const Language& tag : nearest_tags(language))
        if (const auto found = channels.find(tag); found != channels.end()) return &found->second;
    return nullptr;
}

Label languages_line(const Voice& voice, const Session& session) {
    if (const auto* channel = channel_of(session, voice.language()))
        return voice.say("{1} on channel {2}"_t, {name_in(voice, voice.language()), *channel});
    std::string list;
    for (const Language& language : session.languages) {
        const auto name = name_in(voice, language);
        list = list.empty() ? name : voice.text("{1}, {2}"_t, {list, name});
    }
    return {list, voice.language()};
}

Label channels_line(const Voice& voice, const Session& session) {
    if (session.channels.by_language.empty()) return languages_line(voice, session);
    Label line{"", voice.language()};
    for (const auto& [language, channel] : session.channels.by_language)
        line = voice.join({line.text, channel + "\u00a0" + name_in(voice, language)});
    for (const Language& language : session.languages)
        if (!channel_of(session, language)) line = voice.join({line.text, name_in(voice, language)});
    return line;
}

} // namespace foyer
