#include "kiosk/terminal/lister.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "kiosk/terminal/rights.h"

namespace foyer {

namespace {

constexpr std::size_t cases_most = 60;
constexpr std::chrono::hours case_kept{18}; // nobody waits overnight

WaitingCase waiting_case(const Ledger& ledger, const OpenCase& open) {
    const AttendanceRow& refusal = open.refusal;
    WaitingCase one{refusal.id, refusal.case_number, refusal.reason, refusal.checkpoint, refusal.happened, open.who, {},
                    {}};
    if (!open.who) return one;
    one.person = ledger.person(*open.who).value_or(Person{});
    if (const auto guest = ledger.attendee(*open.who)) one.organisation = guest->organisation;
    return one;
}

} // namespace

Lister::Lister(Ledger& ledger, Ways ways) : ledger_(ledger), ways_(std::move(ways)) { tell_lists(); }

bool Lister::ask(const DeskRequest& request, const AttendeeId& by) {
    by_ = by;
    return std::visit(
        [&](const auto& asked) {
            if constexpr (requires { act_on(asked); }) {
                may_ask(ledger_, by, request) ? act_on(asked) : ways_.tell(takes_supervisor(request));
                return true;
            }
            return false;
        },
        request);
}

void Lister::touched(const Subject& subject) {
    using enum SubjectKind;
    if (subject.kind == attendee || subject.kind == visitor || subject.kind == card || subject.kind == item)
        differ_ = true;
}

void Lister::go_round() {
    if (std::exchange(differ_, false)) tell_lists();
}

void Lister::tell_lists() {
    const auto open = ledger_.open_cases(ledger_.now() - case_kept);
    ListsChanged lists{{}, open.size(), ledger_.loans().size()};
    for (const OpenCase& one : open)
        if (lists.waiting.size() < cases_most) lists.waiting.push_back(waiting_case(ledger_, one));
    if (lists == told_) return;
    told_ = lists;
    ways_.tell(std::move(lists));
}

void Lister::act_on(const SettleCase& act) {
    const std::string note = by_.text.empty() ? "at a desk" : "at a desk by " + by_.text;
    const Draft said = case_said(act.refusal, act.state, note, ledger_.now());
    DeskActed acted{.request = act};
    if (const auto written = ledger_.append({&said, 1}); !written) acted.fault = written.error();
    ways_.tell(std::move(acted));
    tell_lists();
}

LoansListed Lister::loans() const {
    LoansListed listed{ledger_.now(), {}};
    for (const auto& [item, loan] : ledger_.loans()) {
        const AttendeeId to = loan.to.value_or(AttendeeId{});
        LoansListed::Out out{item, loan.since, to, ledger_.person(to).value_or(Person{}), {}};
        if (const auto guest = ledger_.attendee(to)) {
            const Delegation* party = guest->delegation ? ledger_.programme().delegation(*guest->delegation) : nullptr;
            out.party = party ? party->name : guest->organisation;
            if (party) out.delegation = party->id;
        }
        listed.out.push_back(std::move(out));
    }
    std::ranges::stable_sort(listed.out, {}, [](const LoansListed::Out& out) {
        return std::tuple{out.party.in("en"), out.delegation, sort_name(out.person), out.item};
    });
    return listed;
}

void Lister::act_on(const ShowLoans&) { ways_.tell(loans()); }

// By party, as they are collected: a row a thing, with whoever has it.
void Lister::act_on(const PrintLoans& act) {
    const Summit& summit = ledger_.programme().summit;
    RollJob job{{act.title, act.language},
                {act.note, act.language},
                {},
                "lent-" + clock_in_name(summit, ledger_.now()) + ".pdf"};
    std::optional<DelegationId> last;
    for (const auto& out : loans().out) {
        const std::string party = out.party.in(act.language);
        const bool another = std::exchange(last, out.delegation) != out.delegation;
        if (job.places.empty() || another || job.places.back().place.text != party)
            job.places.push_back({{party, act.language}, {}, {}});
        job.places.back().people.push_back(on_paper(out.person, out.to, out.item));
    }
    for (RollPlace& place : job.places) place.count = std::to_string(place.people.size());
    ways_.print(std::move(job),
                [this, act](const Result<std::string>& printed) { ways_.tell(acted_on_paper(act, printed)); });
}

} // namespace foyer
