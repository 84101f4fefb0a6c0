// summit.toml, places.toml, programme.toml, checkpoints.toml, delegations.toml.
#include <algorithm>

#include "sync/import/fields.h"
#include "sync/import/readers.h"
#include "sync/import/tables.h"
#include "sync/import/time_zone.h"

namespace foyer {

namespace {

std::string time_zone(Fields& fields) {
    std::string zone = fields.text("time_zone", Need::required);
    if (!zone.empty() && zone != "UTC" && zone.find('/') == std::string::npos)
        fields.error("time_zone", "\"" + zone + "\" is no time zone; write one such as Asia/Shanghai");
    else if (!zone.empty() && !is_time_zone(zone))
        fields.error("time_zone", "there is no time zone \"" + zone + "\"; write one such as Asia/Shanghai");
    return zone;
}

// The summit's hours would all be wrong by the difference.
void check_offset(const Summit& summit, const Fields& fields) {
    const auto real = zone_offset(summit.time_zone, summit.starts);
    if (summit.starts != Instant{} && real && *real != summit.utc_offset)
        fields.warning("utc_offset", "is " + offset_text(summit.utc_offset) + ", and " + summit.time_zone + " has " +
                                         offset_text(*real) + " on these days; check both");
}

Milliseconds utc_offset(Fields& fields) {
    const std::string written = fields.text("utc_offset", Need::required);
    const auto offset = parse_offset(written);
    if (!written.empty() && !offset)
        fields.error("utc_offset", "\"" + written + "\" is no offset; write one such as +08:00");
    return offset.value_or(Milliseconds{0});
}

Categories some_categories(Fields& fields, std::string_view key) {
    Categories some;
    for (const std::string& word : fields.texts(key)) {
        const auto category = choice_named(categories(), word);
        category ? some.insert(*category) : fields.error(key, "\"" + word + "\" is not one of " + listed(categories()));
    }
    return some;
}

std::vector<Category> allowed_categories(Fields& fields) {
    std::vector<Category> allowed;
    for (const std::string& word : fields.texts("categories"))
        if (const auto category = choice_named(categories(), word))
            allowed.push_back(*category);
        else
            fields.error("categories", "\"" + word + "\" is not one of " + listed(categories()));
    return allowed;
}

} // namespace

void read_summit_table(const TomlNode& root, const Source& source, SummitFiles& files) {
    Fields fields(root, source);
    Summit summit;
    summit.name = fields.wording("name", Need::required);
    summit.venue = fields.wording("venue", Need::optional);
    summit.time_zone = time_zone(fields);
    summit.utc_offset = utc_offset(fields);
    summit.languages = fields.languages("languages", Need::required);
    const Calendar calendar{summit.utc_offset, std::nullopt};
    summit.starts = fields.time("starts", calendar);
    summit.ends = fields.time("ends", calendar);
    if (summit.ends <= summit.starts && summit.ends != Instant{} && summit.starts != Instant{})
        fields.error("ends", "the summit ends before it starts; check both dates");
    check_offset(summit, fields);
    files.categories = allowed_categories(fields);
    summit.second_factor = fields.one_of("second_factor", second_factors(), SecondFactor::none);
    summit.unlock = fields.one_of("unlock", staff_unlocks(), StaffUnlock::by_number);
    summit.walk_ins = fields.one_of("walk_ins", walk_ins(), WalkIns::allowed);
    read_look(fields, summit.look, files);
    summit.privacy = fields.wording("privacy", Need::optional);
    for (auto& [code, name] : fields.named_wordings("countries")) {
        if (!is_country_code(code))
            fields.error("countries",
                         "\"" + code + "\" is no country code; write two capital letters, such as CN or DE");
        summit.regions.push_back({code, std::move(name)});
    }
    summit.greeted_short = some_categories(fields, "greet_by_short_name");
    summit.greeted_unnamed = some_categories(fields, "greet_without_name");
    summit.discreet = some_categories(fields, "discreet");
    if (const auto minutes = fields.count("no_show_minutes", 0)) summit.no_show = std::chrono::minutes{*minutes};
    if (const auto minutes = fields.count("release_minutes", 0)) summit.release_after = std::chrono::minutes{*minutes};
    fields.finish();
    files.summit = std::move(summit);
}

void read_places(const TomlNode& root, const Source& source, SummitFiles& files) {
    only_tables(root, {"place"}, source);
    each_table(root, "place", source, [&](Fields& fields) {
        Place place;
        place.id = fields.id<PlaceId>("id");
        place.parent = fields.optional_id<PlaceId>("parent");
        place.kind = fields.one_of("kind", place_kinds(), PlaceKind::room);
        place.code = fields.text("code", Need::optional);
        place.name = fields.wording("name", Need::required);
        place.level = fields.wording("level", Need::optional);
        place.capacity = fields.count("capacity", 1);
        place.overflow = fields.optional_id<PlaceId>("overflow");
        files.places.push_back({std::move(place), fields.line()});
    });
}

static void read_forum(Fields& fields, SummitFiles& files) {
    Forum forum;
    forum.id = fields.id<ForumId>("id");
    forum.name = fields.wording("name", Need::required);
    forum.short_name = fields.wording("short_name", Need::optional);
    if (forum.short_name.empty()) forum.short_name = forum.name;
    forum.host = fields.wording("host", Need::optional);
    forum.place = fields.id<PlaceId>("place");
    forum.order = fields.count("order", 0).value_or(static_cast<int>(files.forums.size()));
    files.forums.push_back({std::move(forum), fields.line()});
}

static void read_session(Fields& fields, const Calendar& calendar, SummitFiles& files) {
    Session session;
    session.id = fields.id<SessionId>("id");
    session.forum = fields.optional_id<ForumId>("forum");
    const auto place = fields.optional_id<PlaceId>("place");
    if (place) session.place = *place;
    for (const auto& forum : files.forums)
        if (!place && session.forum && forum.value.id == *session.forum) session.place = forum.value.place;
    if (!place && !session.forum) fields.error("place", "is missing; a session of no forum needs a place");
    session.kind = fields.one_of("kind", session_kinds(), SessionKind::talk);
    session.title = fields.wording("title", Need::required);
    session.speaker = fields.wording("speaker", Need::optional);
    session.summary = fields.wording("summary", Need::optional);
    session.starts = fields.time("starts", calendar);
    session.ends = fields.time("ends", calendar);
    session.languages = fields.languages("languages", Need::optional);
    session.channels = fields.wording("channel", Need::optional);
    files.sessions.push_back({std::move(session), fields.line()});
}

void read_programme(const TomlNode& root, const Source& source, SummitFiles& files) {
    only_tables(root, {"forum", "session"}, source);
    const Calendar calendar = calendar_of(files.summit.value_or(Summit{}));
    each_table(root, "forum", source, [&](Fields& fields) { read_forum(fields, files); });
    each_table(root, "session", source, [&](Fields& fields) { read_session(fields, calendar, files); });
}

void read_checkpoints(const TomlNode& root, const Source& source, SummitFiles& files) {
    only_tables(root, {"checkpoint", "hint"}, source);
    each_table(root, "checkpoint", source, [&](Fields& fields) {
        Checkpoint checkpoint;
        checkpoint.id = fields.id<CheckpointId>("id");
        checkpoint.name = fields.wording("name", Need::required);
        checkpoint.place = fields.id<PlaceId>("place");
        checkpoint.direction = fields.one_of("direction", directions(), Direction::in);
        checkpoint.mode = fields.one_of("mode", modes(), Mode::self);
        checkpoint.single_entry = fields.flag("single_entry", false);
        checkpoint.forum_only = fields.flag("forum_only", false);
        if (const auto minutes = fields.count("opens_before_minutes", 0))
            checkpoint.opens_before = std::chrono::minutes{*minutes};
        checkpoint.unknown_code = fields.one_of("unknown_code", unknown_code_rules(), UnknownCodeRule::ask_a_person);
        checkpoint.categories = some_categories(fields, "categories");
        checkpoint.protocol = fields.flag("protocol", false);
        files.checkpoints.push_back({std::move(checkpoint), fields.line()});
    });
    each_table(root, "hint", source, [&](Fields& fields) {
        Hint hint;
        hint.from = fields.id<CheckpointId>("from");
        hint.to = fields.id<PlaceId>("to");
        hint.words = fields.wording("words", Need::required);
        hint.arrow = fields.one_of("arrow", arrows(), Arrow::none);
        hint.minutes_on_foot = fields.count("minutes", 0);
        files.hints.push_back({std::move(hint), fields.line()});
    });
}

void read_delegations(const TomlNode& root, const Source& source, SummitFiles& files) {
    only_tables(root, {"delegation"}, source);
    each_table(root, "delegation", source, [&](Fields& fields) {
        Delegation delegation;
        delegation.id = fields.id<DelegationId>("id");
        delegation.name = fields.wording("name", Need::required);
        delegation.focal_point = fields.optional_id<AttendeeId>("focal_point");
        files.delegations.push_back({std::move(delegation), fields.line()});
    });
}

} // namespace foyer
