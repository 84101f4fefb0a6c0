#include "sync/simulate/summit.h"

namespace foyer::simulate {

static Wording words(const std::string& text) { return {{{"en", text}}}; }

const std::vector<CheckpointId>& checkpoints() {
    static const std::vector<CheckpointId> all = {{"east"}, {"west"}, {"entrance"}, {"out"}};
    return all;
}

std::vector<Draft> programme_of(const SummitId& summit, Instant now) {
    std::vector<Draft> drafts;
    const auto add = [&](SubjectKind kind, const std::string& id, Payload payload) {
        drafts.push_back({{kind, id}, std::move(payload), now});
    };
    Summit all{summit, words("Simulated"), {}, "UTC"};
    all.starts = now - std::chrono::hours{1};
    all.ends = now + std::chrono::days{30};
    add(SubjectKind::summit, "", all);
    add(SubjectKind::place, "site", Place{{"site"}, std::nullopt, PlaceKind::site});
    add(SubjectKind::place, "hall", Place{{"hall"}, PlaceId{"site"}, PlaceKind::hall});
    Place table{{"table"}, PlaceId{"hall"}, PlaceKind::table};
    table.capacity = 3;
    add(SubjectKind::place, "table", table);
    // Two doors to one hall where everybody enters once; one that is left by; one to a table of three.
    Checkpoint east{{"east"}, words("East"), {"hall"}}, west{{"west"}, words("West"), {"hall"}};
    east.single_entry = west.single_entry = true;
    Checkpoint entrance{{"entrance"}, words("Entrance"), {"table"}}, out{{"out"}, words("Out"), {"hall"}};
    entrance.unknown_code = UnknownCodeRule::admit_and_flag;
    out.direction = Direction::out;
    add(SubjectKind::forum, "materials", Forum{{"materials"}, words("Materials"), words("Materials"), {}, {"hall"}, 1});
    Session keynote{{"keynote"}, ForumId{"materials"}, {"hall"}};
    keynote.starts = now + std::chrono::minutes{1};
    keynote.ends = now + std::chrono::minutes{2};
    add(SubjectKind::session, "keynote", keynote);
    for (const Checkpoint& checkpoint : {east, west, entrance, out})
        add(SubjectKind::checkpoint, checkpoint.id.text, checkpoint);
    return drafts;
}

BadgeId badge_id(const Bytes& code_key, const std::string& code) { return badge_id_of(code_hash(code_key, code)); }

std::vector<Draft> reissue(const AttendeeId& who, const std::string& code, const std::optional<std::string>& replaces,
                           int revision, const Bytes& code_key, Instant now) {
    const BadgeId badge = badge_id(code_key, code);
    BadgeIssued issued{who, BadgeKind::badge, revision, code_hash(code_key, code), std::nullopt};
    if (replaces) issued.replaces = badge_id(code_key, *replaces);
    return {{subject_of(badge), issued, now}, {subject_of(badge), BadgeCode{code}, now}};
}

std::vector<Draft> drafts_of(const Guest& guest, const Bytes& code_key, Instant now) {
    Attendee attendee;
    attendee.id = guest.id;
    std::vector<Draft> drafts = reissue(guest.id, guest.codes.front(), std::nullopt, 1, code_key, now);
    drafts.push_back({subject_of(guest.id), attendee, now});
    drafts.push_back({subject_of(guest.id), Person{"Guest " + guest.id.text, "en"}, now});
    drafts.push_back({subject_of(guest.id), Contact{guest.id.text + "@example.org", ""}, now});
    return drafts;
}

} // namespace foyer::simulate
