// A node that knows one summit's files and keeps who is inside in memory: what `admit` needs, without a ledger.
#pragma once

#include <algorithm>

#include "sync/import/summit_files.h"
#include "sync/summit/admit.h"

namespace foyer {

class Doors final : public View {
public:
    explicit Doors(const SummitFiles& files) : programme_(to_programme(files)) {
        for (const RosterRow& row : files.people) people_[row.attendee.id] = row.attendee;
    }
    [[nodiscard]] Presented code_of(const AttendeeId& who) const { return {Presented::Form::foyer, who.text}; }
    void replace_badge(const AttendeeId& who) { state_[who] = BadgeState::replaced; }
    void enter(const AttendeeId& who, const PlaceId& where, Instant when) {
        presence_[{who, where}] = {true, when, when};
    }

    [[nodiscard]] const Programme& programme() const override { return programme_; }
    [[nodiscard]] std::optional<Badge> badge_of(const Presented& code) const override {
        const AttendeeId who{code.text};
        if (!people_.contains(who)) return std::nullopt;
        const auto state = state_.find(who);
        return Badge{BadgeId{"b" + who.text}, BadgeKind::badge, who, 1,
                     state == state_.end() ? BadgeState::printed : state->second};
    }
    [[nodiscard]] std::optional<Attendee> attendee(const AttendeeId& id) const override { return people_.at(id); }
    [[nodiscard]] Presence presence(const AttendeeId& who, const PlaceId& where) const override {
        const auto found = presence_.find({who, where});
        return found == presence_.end() ? Presence{} : found->second;
    }
    [[nodiscard]] Occupancy occupancy(const PlaceId& where) const override {
        Occupancy occupancy;
        const Forum* forum = programme_.forum_at(where);
        for (const auto& [id, who] : people_) {
            const bool inside = presence(id, where).inside;
            occupancy.inside += inside ? 1 : 0;
            if (!inside && forum && std::ranges::count(who.forums, forum->id) > 0) ++occupancy.registered_absent;
        }
        return occupancy;
    }
    [[nodiscard]] bool in_contact(Instant) const override { return true; }

private:
    Programme programme_;
    std::map<AttendeeId, Attendee> people_;
    std::map<AttendeeId, BadgeState> state_;
    std::map<std::pair<AttendeeId, PlaceId>, Presence> presence_;
};

} // namespace foyer
