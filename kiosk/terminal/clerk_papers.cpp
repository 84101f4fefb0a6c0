// What a clerk has printed, and what is given away: badges, and the list of who is where.
#include <algorithm>

#include "kiosk/app/calendar.h"
#include "kiosk/terminal/clerk.h"

namespace foyer {

void Clerk::act_on(const PrintBadge& act) { print_badges(act, {&act.who, 1}, {}); }

// Its file is of no others: named by whose they are, when, and the first badge of them.
void Clerk::act_on(const PrintBadges& act) {
    if (act.who.empty()) return;
    const auto first = ledger_.attendee(act.who.front());
    const std::string party = first && first->delegation ? first->delegation->text : act.who.front().text;
    const std::string clock = clock_in_name(ledger_.programme().summit, ledger_.now());
    print_badges(act, act.who, "badges-" + party + "-" + clock);
}

// Nothing is written before it is printed: until then the badges that they have are the good ones. Whose cannot be made
// is named, and the others' are printed. `file_name`: what stands before the number of the first; empty: it is one
// badge alone.
void Clerk::print_badges(const DeskRequest& act, std::span<const AttendeeId> who, std::string file_name) {
    std::vector<FreshBadge> badges;
    BadgeJob job{ledger_.programme().summit, {}, std::move(file_name)};
    DeskActed acted{.request = act};
    for (const AttendeeId& one : who) {
        auto fresh = fresh_badge(ledger_, one);
        auto row = ledger_.person_row(one);
        if (!fresh || !row) {
            acted.left_out.emplace_back(one, ledger_.person(one).value_or(Person{}));
            acted.fault = fresh ? Fault{FaultKind::not_found, "nobody on the roster has that number"} : fresh.error();
            continue;
        }
        row->code = fresh->code;
        job.rows.push_back(std::move(*row));
        badges.push_back(std::move(*fresh));
    }
    if (badges.empty()) return done(std::move(acted), {});
    job.file_name = (job.file_name.empty() ? "badge" : job.file_name) + "-" + badges.front().who.text + "-" +
                    std::to_string(badges.front().revision) + ".pdf";
    ways_.print(std::move(job), [this, act, left_out = std::move(acted.left_out), badges = std::move(badges),
                                 by = by_.text](const Result<std::string>& printed) {
        DeskActed came = acted_on_paper(act, printed);
        came.left_out = left_out;
        for (const FreshBadge& fresh : badges) {
            if (!printed) break;
            const auto kept = issue_printed(ledger_, fresh, {"folder", by});
            if (kept) continue;
            came.fault = kept.error();
            came.left_out.emplace_back(fresh.who, ledger_.person(fresh.who).value_or(Person{}));
        }
        done(std::move(came), {});
        show_again();
    });
}

void Clerk::act_on(const HandOverBadge& act) { done(act, hand_over(ledger_, act.badge, {act.to.text, by_.text})); }

void Clerk::act_on(const HandOverBadges& act) {
    Result<> came_of_it;
    for (const BadgeId& badge : act.badges)
        if (came_of_it) came_of_it = hand_over(ledger_, badge, {act.to.text, by_.text});
    done(act, came_of_it);
    show_again();
}

// By place, names in the order of their Latin forms.
void Clerk::act_on(const ShowRoll&) {
    RollCalled called{ledger_.now(), {}, 0};
    for (const auto& one : ledger_.whereabouts()) {
        if (called.places.empty() || called.places.back().first != one.place) called.places.emplace_back(one.place, 0);
        ++called.places.back().second;
        ++called.all;
    }
    std::ranges::stable_sort(called.places, std::ranges::greater{}, [](const auto& entry) { return entry.second; });
    ways_.tell(std::move(called));
}

void Clerk::act_on(const PrintRoll& act) {
    const Summit& summit = ledger_.programme().summit;
    RollJob job{{act.title, act.language},
                {act.note, act.language},
                {},
                "who-is-where-" + clock_in_name(summit, ledger_.now()) + ".pdf"};
    for (const auto& one : ledger_.whereabouts()) {
        const Place* place = ledger_.programme().place(one.place);
        const std::string name = place ? place->name.in(act.language) : one.place.text;
        if (job.places.empty() || job.places.back().place.text != name)
            job.places.push_back({{name, act.language}, {}, {}});
        job.places.back().people.push_back(
            on_paper(ledger_.person(one.who).value_or(Person{}), one.who, time_of_day(summit, one.seen)));
    }
    for (RollPlace& place : job.places) {
        place.count = std::to_string(place.people.size());
        sort_by_name(place.people);
    }
    ways_.print(std::move(job),
                [this, act](const Result<std::string>& printed) { done(acted_on_paper(act, printed), {}); });
}

} // namespace foyer
