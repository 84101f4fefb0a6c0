// What no file can see alone. Names in sentences are ids, never people.
#include <algorithm>

#include "sync/import/readers.h"

namespace foyer {

namespace {

constexpr const char* places_file = "places.toml";
constexpr const char* programme_file = "programme.toml";
constexpr const char* checkpoints_file = "checkpoints.toml";
constexpr const char* delegations_file = "delegations.toml";

std::string in_quotes(const std::string& text) { return "\"" + text + "\""; }

// Every id once; an empty one was reported where it was read.
template <class Value>
void check_unique(const std::vector<Located<Value>>& items, const Source& source) {
    std::map<std::string, std::size_t> first_line;
    for (const auto& [value, line] : items) {
        if (value.id.text.empty()) continue;
        const auto [first, is_new] = first_line.emplace(value.id.text, line);
        if (!is_new)
            source.error(line, "id",
                         in_quotes(value.id.text) + " is already used in line " + std::to_string(first->second) +
                             "; give each its own id");
    }
}

template <class Value, class Id>
bool has(const std::vector<Located<Value>>& items, const Id& id) {
    return std::ranges::any_of(items, [&](const auto& item) { return item.value.id == id; });
}

// A text in some of the summit's languages leaves the others without.
void check_languages(const Wording& wording, const std::string& field, std::size_t line, const SummitFiles& files,
                     const Source& source) {
    if (wording.empty() || wording.by_language.contains("")) return;
    for (const Language& language : files.summit->languages)
        if (!wording.by_language.contains(language))
            source.warning(line, field,
                           "has no text in " + in_quotes(language) + "; guests who chose it see another language");
}

class Check {
public:
    Check(const SummitFiles& files, Problems& problems) : files_(files), problems_(problems) {}

    void places() {
        const Source source{places_file, problems_};
        check_unique(files_.places, source);
        for (const auto& [place, line] : files_.places) {
            if (place.parent) known_place(*place.parent, line, "parent", source);
            if (place.overflow) known_place(*place.overflow, line, "overflow", source);
            if (place.overflow == place.id) source.error(line, "overflow", "a place cannot be its own overflow");
            if (is_in_a_ring(place))
                source.error(line, "parent",
                             "the parents of " + in_quotes(place.id.text) +
                                 " go round in a ring; one of them must be a site");
            check_languages(place.name, "name", line, files_, source);
            check_languages(place.level, "level", line, files_, source);
        }
    }

    void forums() {
        const Source source{programme_file, problems_};
        check_unique(files_.forums, source);
        std::map<std::string, std::string> at;
        for (const auto& [forum, line] : files_.forums) {
            known_place(forum.place, line, "place", source);
            const auto [other, is_first] = at.emplace(forum.place.text, forum.id.text);
            if (!is_first && !forum.place.text.empty())
                source.warning(line, "place",
                               "is also the place of " + in_quotes(other->second) + "; its door asks for that forum");
            check_languages(forum.name, "name", line, files_, source);
            check_languages(forum.short_name, "short_name", line, files_, source);
            check_languages(forum.host, "host", line, files_, source);
        }
    }

    void sessions() {
        const Source source{programme_file, problems_};
        check_unique(files_.sessions, source);
        for (const auto& [session, line] : files_.sessions) {
            if (session.forum && !has(files_.forums, *session.forum))
                source.error(line, "forum",
                             "there is no forum " + in_quotes(session.forum->text) + "; correct it or add a [[forum]]");
            known_place(session.place, line, "place", source);
            session_times(session, line, source);
            check_languages(session.title, "title", line, files_, source);
            check_languages(session.speaker, "speaker", line, files_, source);
            check_languages(session.summary, "summary", line, files_, source);
        }
        overlaps(source);
    }

    void checkpoints() {
        const Source source{checkpoints_file, problems_};
        check_unique(files_.checkpoints, source);
        for (const auto& [checkpoint, line] : files_.checkpoints) {
            known_place(checkpoint.place, line, "place", source);
            const bool has_forum = std::ranges::any_of(
                files_.forums, [&](const auto& forum) { return forum.value.place == checkpoint.place; });
            if (checkpoint.forum_only && !has_forum)
                source.error(line, "forum_only",
                             "no forum takes place at " + in_quotes(checkpoint.place.text) +
                                 "; correct the place or delete the line");
            check_languages(checkpoint.name, "name", line, files_, source);
        }
        if (files_.checkpoints.empty())
            source.warning(0, "", "the summit has no checkpoint; terminals need one to stand at");
    }

    void hints() {
        const Source source{checkpoints_file, problems_};
        std::set<std::pair<std::string, std::string>> seen;
        for (const auto& [hint, line] : files_.hints) {
            if (!hint.from.text.empty() && !has(files_.checkpoints, hint.from))
                source.error(line, "from",
                             "there is no checkpoint " + in_quotes(hint.from.text) +
                                 "; correct it or add a [[checkpoint]]");
            known_place(hint.to, line, "to", source);
            if (!seen.emplace(hint.from.text, hint.to.text).second)
                source.error(line, "to",
                             "the way from " + in_quotes(hint.from.text) + " to " + in_quotes(hint.to.text) +
                                 " is described twice; delete one");
            check_languages(hint.words, "words", line, files_, source);
        }
    }

    void delegations() {
        const Source source{delegations_file, problems_};
        check_unique(files_.delegations, source);
        for (const auto& [delegation, line] : files_.delegations)
            check_languages(delegation.name, "name", line, files_, source);
    }

private:
    void known_place(const PlaceId& id, std::size_t line, const std::string& field, const Source& source) {
        if (!id.text.empty() && !has(files_.places, id))
            source.error(line, field,
                         "there is no place " + in_quotes(id.text) + "; correct it or add a [[place]] to places.toml");
    }

    bool is_in_a_ring(const Place& start) const {
        std::optional<PlaceId> at = start.parent;
        for (std::size_t steps = 0; at && steps < files_.places.size(); ++steps) {
            if (*at == start.id) return true;
            const auto next =
                std::ranges::find_if(files_.places, [&](const auto& place) { return place.value.id == *at; });
            if (next == files_.places.end()) return false;
            at = next->value.parent;
        }
        return false;
    }

    void session_times(const Session& session, std::size_t line, const Source& source) {
        if (session.starts == Instant{} || session.ends == Instant{}) return; // reported where they were read
        if (session.ends <= session.starts)
            return source.error(line, "ends", "the session ends before it starts; check both times");
        if (session.starts < files_.summit->starts)
            source.error(line, "starts", "the session starts before the summit does; check it and summit.toml");
        if (session.ends > files_.summit->ends)
            source.error(line, "ends", "the session ends after the summit; check it and summit.toml");
    }

    void overlaps(const Source& source) {
        auto sessions = files_.sessions;
        std::ranges::stable_sort(sessions, [](const auto& a, const auto& b) {
            return std::tie(a.value.place, a.value.starts) < std::tie(b.value.place, b.value.starts);
        });
        for (std::size_t i = 1; i < sessions.size(); ++i) {
            const auto& [before, line_before] = sessions[i - 1];
            const auto& [session, line] = sessions[i];
            if (session.place == before.place && session.starts < before.ends)
                source.warning(line, "starts", "overlaps " + in_quotes(before.id.text) + " in the same place");
        }
    }

    const SummitFiles& files_;
    Problems& problems_;
};

} // namespace

void check_summit(const SummitFiles& files, Problems& problems) {
    Check check(files, problems);
    check.places();
    check.forums();
    check.sessions();
    check.checkpoints();
    check.hints();
    check.delegations();
}

void check_focal_points(const SummitFiles& files, const Known& known, Problems& problems) {
    const Source source{delegations_file, problems};
    std::set<AttendeeId> ids;
    for (const RosterRow& row : files.people) ids.insert(row.attendee.id);
    for (const auto& [delegation, line] : files.delegations) {
        const auto& focal = delegation.focal_point;
        if (focal && !known.people.contains(*focal) && !ids.contains(*focal))
            source.error(line, "focal_point",
                         "nobody has the id " + in_quotes(focal->text) + "; correct it or add the person");
    }
}

void check_people(const SummitFiles& files, const Programme& programme, Problems& problems) {
    const Source source{files.people_file, problems};
    std::map<std::string, std::size_t> ids, codes;
    for (const RosterRow& row : files.people) {
        const Attendee& who = row.attendee;
        const auto [first, is_new] = ids.emplace(who.id.text, row.line);
        if (!is_new && !who.id.text.empty())
            source.error(row.line, "id",
                         in_quotes(who.id.text) + " is already used in line " + std::to_string(first->second) +
                             "; give each person their own id");
        const auto [same, is_own] = codes.emplace(row.code, row.line);
        if (!is_own && !row.code.empty())
            source.error(row.line, "code",
                         "is the same as in line " + std::to_string(same->second) + "; a code belongs to one person");
        for (const ForumId& forum : who.forums)
            if (!programme.forum(forum))
                source.error(row.line, "forums",
                             "there is no forum " + in_quotes(forum.text) + "; correct it or add it to programme.toml");
        const auto is_theirs = [&](const Delegation& delegation) { return delegation.id == who.delegation; };
        if (who.delegation && std::ranges::none_of(programme.delegations, is_theirs))
            source.error(row.line, "delegation",
                         "there is no delegation " + in_quotes(who.delegation->text) +
                             "; correct it or add it to delegations.toml");
    }
    const bool by_badge = files.summit && files.summit->unlock == StaffUnlock::by_badge;
    const auto is_admin = [](const RosterRow& row) {
        return row.attendee.role == StaffRole::admin && !row.pin.empty();
    };
    if (by_badge && !files.people.empty() && std::ranges::none_of(files.people, is_admin))
        source.warning(1, "role",
                       "nobody is an admin with a PIN, and summit.toml says that badges unlock terminals: nobody could "
                       "close one");
}

} // namespace foyer
