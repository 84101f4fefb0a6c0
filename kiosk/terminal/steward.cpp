#include "kiosk/terminal/steward.h"

#include <algorithm>
#include <utility>

#include "kiosk/terminal/host.h"
#include "sync/summit/overrun.h"

namespace foyer {

static Milliseconds opens_before(const Ledger& ledger, const CheckpointId& checkpoint) {
    const Checkpoint* here = ledger.programme().checkpoint(checkpoint);
    return here ? here->opens_before : Checkpoint{}.opens_before;
}

std::set<SessionId> off_plan(const Ledger& ledger, const CheckpointId& checkpoint) {
    const Milliseconds before = opens_before(ledger, checkpoint);
    std::set<SessionId> off;
    for (const Session& session : ledger.programme().sessions)
        if (const auto plan = ledger.planned(session.id); plan && is_off_plan(session, *plan, before))
            off.insert(session.id);
    return off;
}

Occupancies occupancies(const Ledger& ledger, const CheckpointId& checkpoint) {
    Occupancies places;
    const Checkpoint* here = ledger.programme().checkpoint(checkpoint);
    for (const Place& place : ledger.programme().places)
        if (place.capacity || (here && here->place == place.id)) places[place.id] = ledger.occupancy(place.id);
    return places;
}

bool Steward::ask(const DeskRequest& request, const AttendeeId& by) {
    by_ = by;
    return std::visit(
        [this](const auto& asked) {
            if constexpr (requires { act_on(asked); }) return act_on(asked), true;
            return false;
        },
        request);
}

void Steward::write(const DeskRequest& request, std::span<const Draft> drafts) {
    DeskActed acted{.request = request};
    if (const auto written = ledger_.append(drafts); !written) acted.fault = written.error();
    tell_(std::move(acted));
}

void Steward::act_on(const CallStaffHere& asked) {
    const std::string id = to_hex(random_bytes(8));
    own_.insert(id);
    const Draft call{{SubjectKind::call, id}, Call{checkpoint_, ledger_.now(), Call::State::open, {}}, ledger_.now()};
    write(asked, {&call, 1});
}

void Steward::act_on(const AnswerCall& asked) {
    const auto calls = ledger_.open_calls();
    const auto found = calls.find(asked.call);
    if (found == calls.end()) return; // somebody else was faster
    Call call = found->second;
    call.state = asked.state;
    if (asked.state == Call::State::taken) call.by = ledger_.identity().device_name, call.taken_by = by_;
    const Draft answered{{SubjectKind::call, asked.call}, call, ledger_.now()};
    write(asked, {&answered, 1});
}

void Steward::act_on(const ChangeSession& asked) {
    const Session* session = ledger_.programme().session(asked.session);
    if (!session) return; // it has gone meanwhile, and so has the button
    using How = ChangeSession::How;
    const Instant now = ledger_.now();
    const auto plan = ledger_.planned(asked.session);
    const auto plan_of = [&](const SessionId& id) { return ledger_.planned(id); };
    const Milliseconds before = opens_before(ledger_, checkpoint_);
    if (asked.how == How::as_planned && !plan) return;
    write(asked, asked.how == How::as_planned ? as_planned(ledger_.programme(), *plan, plan_of, before, now)
                 : asked.how == How::longer   ? runs_longer(ledger_.programme(), *session, asked.by, now)
                 : asked.how == How::ended    ? has_ended(*session, now)
                                              : opens_now(*session, now));
}

void Steward::act_on(const SetEmergency& asked) {
    const Draft emergency{{SubjectKind::emergency, ""}, Emergency{asked.state, ledger_.now()}, ledger_.now()};
    write(asked, {&emergency, 1});
}

void Steward::touched(const Subject& subject) {
    if (subject.kind == SubjectKind::call) calls_differ_ = true;
}

void Steward::ledger_changed() {
    if (!std::exchange(calls_differ_, false)) return;
    std::vector<OpenCall> open;
    for (auto& [id, call] : ledger_.open_calls()) {
        OpenCall one{id, call, own_.contains(id) ? OpenCall::Whose::ours : OpenCall::Whose::of_others};
        if (call.guest) {
            const auto guest = ledger_.attendee(*call.guest);
            one.guest = someone(ledger_, *call.guest, guest);
            if (guest) one.seat = guest->seat;
        }
        if (!call.taken_by.text.empty()) one.taker = someone(ledger_, call.taken_by);
        open.push_back(std::move(one));
    }
    std::ranges::stable_sort(open, {}, [](const OpenCall& one) { return one.call.called; });
    if (open == told_) return;
    told_ = open;
    tell_(CallsChanged{std::move(open)});
}

} // namespace foyer
