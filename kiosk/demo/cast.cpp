#include "kiosk/demo/cast.h"

#include <algorithm>

#include "kiosk/badges/badge.h"
#include "kiosk/badges/card.h"
#include "scanner/code/parse.h"
#include "scanner/code/short_code.h"

namespace foyer {

namespace {

constexpr int badge_dpi = 150;
constexpr float hold_s = 0.65F, pause_s = 0.05F;
constexpr std::size_t of_welcomes = 5, at_tables = 12;

// One code that will be held up.
struct Part {
    std::string label;
    std::string code;
    std::optional<PersonRow> person; // none: a stranger's code, without a badge round it
};

// The people whom the door would answer in this way, at most one of each language of names first.
class Castings {
public:
    Castings(const Ledger& hub, const Checkpoint& checkpoint) : hub_(hub) {
        for (PersonRow& row : hub.people())
            if (!row.code.empty()) {
                const Verdict verdict = admit(parse(row.code), hub, checkpoint, hub.now());
                by_reason_[verdict.reason].push_back(std::move(row));
            }
    }

    std::optional<Part> take(Reason reason) {
        auto& people = by_reason_[reason];
        if (people.empty()) return std::nullopt;
        auto chosen = std::ranges::find_if(
            people, [&](const PersonRow& row) { return !scripts_.contains(row.person.native_language); });
        if (chosen == people.end()) chosen = people.begin();
        scripts_.insert(chosen->person.native_language);
        Part part{std::string{name(reason)}, chosen->code, *chosen};
        people.erase(chosen);
        return part;
    }

private:
    const Ledger& hub_;
    std::map<Reason, std::vector<PersonRow>> by_reason_;
    std::set<Language> scripts_;
};

// Gives the person a new badge; the old code is then outdated.
Result<> replace_badge(Ledger& hub, const PersonRow& person) {
    const std::string code = mint(BadgeKind::badge);
    const CodeHash hash = code_hash(hub.identity().code_key, code);
    const BadgeId id = badge_id_of(hash);
    const std::vector<Draft> drafts{
        {subject_of(id),
         BadgeIssued{person.attendee.id, BadgeKind::badge, person.badge->revision + 1, hash, person.badge->id},
         hub.now()},
        {subject_of(id), BadgeCode{code}, hub.now()}};
    if (auto r = hub.append(drafts); !r) return std::unexpected(r.error());
    return {};
}

// Both who meet and their interpreter, table after table; between them who has no meeting, or a later one.
Result<std::vector<Part>> parts_at_tables(const Ledger& hub, const Checkpoint& checkpoint) {
    Castings castings(hub, checkpoint);
    std::vector<Part> order;
    for (const Meeting& meeting : hub.meetings()) {
        if (meeting.starts > hub.now() || order.size() > at_tables) break;
        for (const AttendeeId& who : everybody(meeting))
            if (auto row = hub.person_row(who); row && !row->code.empty())
                order.push_back({std::string{name(Reason::to_table)}, row->code, *row});
        const Reason reason = order.size() < 5 ? Reason::meeting_later : Reason::no_meeting;
        if (auto other = castings.take(reason)) order.push_back(std::move(*other));
    }
    if (order.empty()) return fault(FaultKind::not_found, "this summit has no meeting that the demo could show");
    return order;
}

// Each verdict once, so that a short demo has shown them all, then guests who are welcome; one of them comes twice.
Result<std::vector<Part>> parts(Ledger& hub, const Checkpoint& checkpoint, const std::optional<AttendeeId>& first) {
    Castings castings(hub, checkpoint);
    std::vector<Part> order;
    const auto add = [&](std::optional<Part> part) {
        if (part) order.push_back(std::move(*part));
    };
    if (first) {
        if (auto row = hub.person_row(*first)) order.push_back({"welcome", row->code, *row});
    }
    if (order.empty()) add(castings.take(Reason::welcome));
    add(castings.take(Reason::wrong_room));
    add(castings.take(Reason::room_full));
    if (auto outdated = castings.take(Reason::welcome)) {
        if (auto r = replace_badge(hub, *outdated->person); !r) return std::unexpected(r.error());
        outdated->label = name(Reason::outdated_badge);
        order.push_back(std::move(*outdated));
    }
    if (!order.empty()) {
        Part again = order.front();
        again.label = name(checkpoint.single_entry ? Reason::again : Reason::welcome_back);
        order.push_back(std::move(again));
    }
    order.push_back({std::string{name(Reason::forged)}, mint(BadgeKind::badge), std::nullopt});
    add(castings.take(Reason::not_yet_open));
    order.push_back({std::string{name(Reason::not_ours)}, "https://example.org/menu", std::nullopt});
    order.push_back({std::string{name(Reason::other_ticket)}, "https://u.wechat.com/example", std::nullopt});
    for (std::size_t i = 0; i < of_welcomes; ++i) add(castings.take(Reason::welcome));
    if (order.size() <= 2)
        return fault(FaultKind::not_found, "this summit has nobody whom the demo could show at this checkpoint");
    return order;
}

} // namespace

Result<FeedScript> cast_guests(Ledger& hub, const CastOptions& options) {
    const Checkpoint* checkpoint = hub.programme().checkpoint(options.checkpoint);
    if (!checkpoint)
        return fault(FaultKind::not_found, "no checkpoint \"" + options.checkpoint.text + "\" in this summit");
    const bool among_tables = checkpoint->mode == Mode::meeting && !options.first;
    const auto order =
        among_tables ? parts_at_tables(hub, *checkpoint) : parts(hub, Checkpoint{*checkpoint}, options.first);
    if (!order) return std::unexpected(order.error());
    BadgePress press;
    FeedScript script;
    float difficulty = 0.35F;
    for (const Part& part : *order) {
        BadgeCard card;
        card.code = part.code;
        if (part.person)
            card = badge_card(hub.programme().summit, part.person->attendee, part.person->person, part.code);
        auto drawn = press.picture(card, badge_dpi);
        if (!drawn) return std::unexpected(drawn.error());
        script.guests.push_back({std::move(drawn->picture), part.label, hold_s, difficulty, pause_s, drawn->code});
        difficulty = difficulty > 0.6F ? 0.3F : difficulty + 0.1F; // no two guests hold their badge equally well
    }
    return script;
}

CheckpointId demo_checkpoint(const Programme& programme) {
    const auto strictness = [](const Checkpoint& c) { return (c.forum_only ? 2 : 0) + (c.single_entry ? 1 : 0); };
    const auto strictest = std::ranges::max_element(programme.checkpoints, {}, strictness);
    return strictest == programme.checkpoints.end() ? CheckpointId{} : strictest->id;
}

Instant demo_time(const Programme& programme, std::span<const Meeting> meetings, const CheckpointId& checkpoint) {
    static constexpr auto into_it = std::chrono::minutes{2};
    const Checkpoint* where = programme.checkpoint(checkpoint);
    const auto first = std::ranges::min_element(meetings, {}, &Meeting::starts);
    if (where && where->mode == Mode::meeting && first != meetings.end()) return first->starts + into_it;
    for (const Session& session : programme.sessions)
        if (where && session.place == where->place) return session.starts + into_it;
    if (!programme.sessions.empty()) return programme.sessions.front().starts + into_it;
    return programme.summit.starts + into_it;
}

} // namespace foyer
