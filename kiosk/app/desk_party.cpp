// A delegation at a staff desk, in one act: checked in but for the absent, its badges printed, and handed over.
#include "kiosk/app/desk_inside.h"

namespace foyer {

using State = FoundPerson::State;

static bool comes_along(const StaffDesk& desk, const Dossier::Member& member) {
    return member.state != State::withdrawn && !desk.absent.contains(member.id);
}

std::vector<AttendeeId> to_be_checked_in(const StaffDesk& desk) {
    std::vector<AttendeeId> who;
    if (!desk.dossier) return who;
    for (const auto& member : desk.dossier->delegation)
        if (member.state == State::expected && comes_along(desk, member)) who.push_back(member.id);
    return who;
}

std::vector<AttendeeId> to_be_printed(const StaffDesk& desk) {
    std::vector<AttendeeId> who;
    if (!desk.dossier) return who;
    for (const auto& member : desk.dossier->delegation) {
        using enum BadgeState;
        const bool has_one = member.badge && member.badge->kind == BadgeKind::badge &&
                             (member.badge->state == printed || member.badge->state == handed_over);
        const bool was_taken_away = member.badge && member.badge->state == revoked; // on purpose: that is one by one
        if (!has_one && !was_taken_away && comes_along(desk, member)) who.push_back(member.id);
    }
    return who;
}

std::vector<BadgeId> to_be_handed_over(const StaffDesk& desk) {
    std::vector<BadgeId> badges;
    if (!desk.dossier) return badges;
    for (const auto& member : desk.dossier->delegation) {
        const bool waits =
            member.badge && member.badge->kind == BadgeKind::badge && member.badge->state == BadgeState::printed;
        if (waits && comes_along(desk, member)) badges.push_back(member.badge->id);
    }
    return badges;
}

void tap_on_party(Model& model, Effects& effects, DeskTap::What what) {
    StaffDesk& desk = model.desk;
    if (!desk.dossier) return;
    const Attendee& open = desk.dossier->file.attendee;
    if (what == DeskTap::What::together) {
        auto who = to_be_checked_in(desk);
        if (!who.empty())
            act(desk, effects, CheckByHand{std::move(who), Direction::in, model.now, ByHandWhy::delegation});
    } else if (what == DeskTap::What::print_together) {
        auto who = to_be_printed(desk);
        if (!who.empty()) act(desk, effects, PrintBadges{std::move(who)});
    } else if (what == DeskTap::What::hand_over_together) {
        auto badges = to_be_handed_over(desk);
        const auto to = focal_point_of(model.programme, open).value_or(open.id);
        if (!badges.empty()) act(desk, effects, HandOverBadges{std::move(badges), to});
    }
}

} // namespace foyer
