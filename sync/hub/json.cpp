#include "sync/hub/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sync/summit/mode_words.h"

namespace foyer {

namespace {

using nlohmann::json;

std::string written(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::int64_t millis(Instant time) { return time.time_since_epoch().count(); }

json millis_or_null(const std::optional<Instant>& time) { return time ? json(millis(*time)) : json(nullptr); }

const std::string& place_name(const Programme& programme, const PlaceId& id, const Language& language) {
    const Place* place = programme.place(id);
    if (place == nullptr) return id.text;
    const std::string& name = place->name.in(language);
    return name.empty() ? id.text : name;
}

json rooms(const Live& live, const Programme& programme, const Language& language) {
    json out = json::array();
    for (const Live::Room& room : live.rooms) {
        const Place* place = programme.place(room.place);
        json row = {{"id", room.place.text},
                    {"name", place_name(programme, room.place, language)},
                    {"code", place != nullptr ? place->code : ""},
                    {"capacity", nullptr},
                    {"inside", room.inside},
                    {"ever", room.ever},
                    {"registered", room.registered}};
        if (place != nullptr && place->capacity) row["capacity"] = *place->capacity;
        out.push_back(std::move(row));
    }
    return out;
}

json session_row(const Session& session, const Live& live, const Programme& programme, const Language& language) {
    const Place* place = programme.place(session.place);
    json row = {{"id", session.id.text},
                {"title", session.title.in(language)},
                {"place", place_name(programme, session.place, language)},
                {"speaker", session.speaker.empty() ? "" : session.speaker.in(language)},
                {"starts", millis(session.starts)},
                {"ends", millis(session.ends)},
                {"capacity", nullptr},
                {"inside", 0},
                {"registered", 0}};
    if (place != nullptr && place->capacity) row["capacity"] = *place->capacity;
    const auto room = std::ranges::find(live.rooms, session.place, &Live::Room::place);
    if (room != live.rooms.end()) {
        row["inside"] = room->inside;
        row["registered"] = room->registered;
    }
    return row;
}

constexpr std::size_t max_next = 6;

json sessions(const Live& live, const Programme& programme, const Language& language) {
    json now = json::array(), next = json::array();
    for (const Session& session : programme.sessions) { // by start
        if (session.starts <= live.as_of && live.as_of < session.ends) {
            now.push_back(session_row(session, live, programme, language));
        } else if (session.starts > live.as_of && next.size() < max_next) {
            next.push_back(session_row(session, live, programme, language));
        }
    }
    return {{"now", std::move(now)}, {"next", std::move(next)}};
}

// What a terminal says of itself; null of one that was not heard since the hub's start.
void add_line(json& row, const Line& line) {
    const auto told = [&](auto value) { return line.standing ? json(value(*line.standing)) : json(nullptr); };
    row["connected"] = line.connected;
    row["heard"] = millis_or_null(line.heard);
    row["clock_offset_ms"] = line.clock_offset ? json(line.clock_offset->count()) : json(nullptr);
    row["unsent"] = told([](const Standing& standing) { return standing.unsent; });
    row["doors_seen"] = told([](const Standing& standing) { return standing.doors_seen; });
    row["doors_enrolled"] = told([](const Standing& standing) { return standing.doors_enrolled; });
}

json terminals(const Live& live, const Programme& programme, const Lines& lines, const Language& language) {
    json out = json::array();
    for (const Live::Device& device : live.devices) {
        const auto line = lines.find(device.device);
        const Checkpoint* checkpoint = device.checkpoint ? programme.checkpoint(*device.checkpoint) : nullptr;
        json row = {{"id", device.device.hex()},
                    {"name", device.name},
                    {"role", device.role},
                    {"checkpoint", checkpoint != nullptr ? checkpoint->name.in(language) : ""},
                    {"facts", device.facts},
                    {"recorded", device.recorded},
                    {"last_fact", millis_or_null(device.last_fact)}};
        add_line(row, line == lines.end() ? Line{} : line->second);
        out.push_back(std::move(row));
    }
    return out;
}

json summit(const Programme& programme, const Language& language) {
    const Summit& it = programme.summit;
    return {{"name", it.name.in(language)}, {"venue", it.venue.in(language)}, {"starts", millis(it.starts)},
            {"ends", millis(it.ends)},      {"time_zone", it.time_zone},      {"utc_offset_ms", it.utc_offset.count()},
            {"languages", it.languages}};
}

json minutes(const Live& live) {
    json out = json::array();
    for (const Live::Minute& minute : live.minutes) out.push_back({millis(minute.starts), minute.arrivals});
    return out;
}

bool has_control(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::string trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return std::string(text);
}

} // namespace

std::string error_json(std::string_view what) { return written({{"error", what}}); }

static json store_row(const std::optional<StoreLine>& store) {
    if (!store) return nullptr;
    return {{"connected", store->connected}, {"fault", store->fault}, {"waiting", store->waiting}};
}

// Who waits longest first. Who has arrived is a matter of the desks that look after them.
static json call_rows(const Calls& calls, const Programme& programme, const Language& language) {
    std::vector<Call> waiting;
    for (const auto& [id, call] : calls)
        if (!call.guest) waiting.push_back(call);
    std::ranges::stable_sort(waiting, {}, &Call::called);
    json out = json::array();
    for (const Call& call : waiting) {
        const Checkpoint* at = programme.checkpoint(call.checkpoint);
        const bool named = at && !at->name.empty();
        out.push_back({{"place", named ? at->name.in(language) : call.checkpoint.text},
                       {"called", millis(call.called)},
                       {"taken_by", call.state == Call::State::taken ? json(call.by) : json(nullptr)},
                       {"meeting", call.meeting.has_value()}});
    }
    return out;
}

static json checkpoint_rows(const Programme& programme, const Language& language) {
    json out = json::array();
    for (const Checkpoint& checkpoint : programme.checkpoints)
        out.push_back(
            {{"id", checkpoint.id.text}, {"name", checkpoint.name.in(language)}, {"mode", name(checkpoint.mode)}});
    return out;
}

std::string live_json(const Live& live, const Calls& calls, const Programme& programme, const Lines& lines,
                      const std::optional<StoreLine>& store, const Language& language) {
    return written({{"as_of", millis(live.as_of)},
                    {"summit", summit(programme, language)},
                    {"expected", live.expected},
                    {"arrived", live.arrived},
                    {"inside", live.inside},
                    {"recorded", live.recorded},
                    {"rooms", rooms(live, programme, language)},
                    {"minutes", minutes(live)},
                    {"sessions", sessions(live, programme, language)},
                    {"scans", live.scans},
                    {"store", store_row(store)},
                    {"calls", call_rows(calls, programme, language)},
                    {"checkpoints", checkpoint_rows(programme, language)},
                    {"terminals", terminals(live, programme, lines, language)}});
}

std::string programme_json(const Programme& programme, const Language& language) {
    json places = json::array(), forums = json::array(), items = json::array(), checkpoints = json::array();
    for (const Place& place : programme.places) {
        json row = {{"id", place.id.text}, {"code", place.code}, {"name", place.name.in(language)}};
        row["parent"] = place.parent ? json(place.parent->text) : json(nullptr);
        row["capacity"] = place.capacity ? json(*place.capacity) : json(nullptr);
        places.push_back(std::move(row));
    }
    for (const Forum& forum : programme.forums) {
        forums.push_back({{"id", forum.id.text},
                          {"name", forum.name.in(language)},
                          {"short_name", forum.short_name.in(language)},
                          {"place", forum.place.text}});
    }
    for (const Session& session : programme.sessions) {
        items.push_back({{"id", session.id.text},
                         {"title", session.title.in(language)},
                         {"speaker", session.speaker.in(language)},
                         {"summary", session.summary.in(language)},
                         {"place", session.place.text},
                         {"forum", session.forum ? json(session.forum->text) : json(nullptr)},
                         {"starts", millis(session.starts)},
                         {"ends", millis(session.ends)}});
    }
    for (const Checkpoint& checkpoint : programme.checkpoints) {
        checkpoints.push_back(
            {{"id", checkpoint.id.text}, {"name", checkpoint.name.in(language)}, {"place", checkpoint.place.text}});
    }
    return written({{"summit", summit(programme, language)},
                    {"places", std::move(places)},
                    {"forums", std::move(forums)},
                    {"sessions", std::move(items)},
                    {"checkpoints", std::move(checkpoints)}});
}

std::string identity_json(const Identity& identity, const std::optional<CheckpointId>& checkpoint,
                          const Programme& programme, const std::string& unlock) {
    return object_json({{"device", identity.device.hex()},
                        {"device_name", identity.device_name},
                        {"certificate", to_hex(encode(identity.certificate))},
                        {"summit_key", to_hex(identity.summit_key)},
                        {"code_key", to_hex(identity.code_key)},
                        {"checkpoint", checkpoint ? checkpoint->text : ""},
                        {"unlock", unlock},
                        {"summit_name", programme.summit.name.in("en")}});
}

std::string object_json(const std::vector<std::pair<std::string, std::string>>& fields) {
    json out = json::object();
    for (const auto& [name, value] : fields) out[name] = value;
    return written(out);
}

std::string purge_json(const std::vector<std::string>& people, const std::string& why) {
    return written({{"attendees", people}, {"why", why}});
}

struct Fields::Inside {
    json object;
};

Fields::Fields(std::string_view body) : inside_(std::make_unique<Inside>()) {
    inside_->object = json::parse(body, nullptr, false);
    if (inside_->object.is_discarded()) {
        fault_ = Fault{FaultKind::bad_input, "The request's body is not JSON."};
    } else if (!inside_->object.is_object()) {
        fault_ = Fault{FaultKind::bad_input, "The request's body is JSON, but not an object."};
    }
    if (fault_) inside_->object = json::object();
}

Fields::~Fields() = default;

std::string Fields::needed(const std::string& name, std::size_t max) {
    std::string value = text(name, max);
    if (value.empty()) wrong(name, "is missing");
    return value;
}

std::string Fields::text(const std::string& name, std::size_t max) {
    const auto found = inside_->object.find(name);
    if (fault_ || found == inside_->object.end() || found->is_null()) return "";
    if (!found->is_string()) return wrong(name, "is not a text"), "";
    std::string value = trimmed(found->get_ref<const std::string&>());
    if (value.size() > max) return wrong(name, "is longer than " + std::to_string(max) + " bytes"), "";
    if (has_control(value)) return wrong(name, "has a control character"), "";
    return value;
}

std::vector<std::string> Fields::texts(const std::string& name, std::size_t max_count, std::size_t max) {
    const auto found = inside_->object.find(name);
    if (fault_ || found == inside_->object.end() || found->is_null()) return {};
    if (!found->is_array()) return wrong(name, "is not an array of texts"), std::vector<std::string>{};
    if (found->size() > max_count) return wrong(name, "has too many entries"), std::vector<std::string>{};
    std::vector<std::string> out;
    for (const json& item : *found) {
        if (!item.is_string()) return wrong(name, "is not an array of texts"), std::vector<std::string>{};
        out.push_back(trimmed(item.get_ref<const std::string&>()));
        if (out.back().size() > max || has_control(out.back())) wrong(name, "has an entry that is no name");
    }
    return out;
}

void Fields::wrong(const std::string& name, std::string_view what) {
    if (!fault_) fault_ = Fault{FaultKind::bad_input, "The field \"" + name + "\" " + std::string(what) + "."};
}

} // namespace foyer
