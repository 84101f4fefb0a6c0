#include "sync/simulate/service.h"

namespace foyer::simulate {

namespace {

// The draft, and whether what it says stands there once it is written.
template <class Stands>
void write(Stage& stage, Node& node, Ledger& ledger, const Draft& draft, const char* what, Stands stands) {
    const auto written = ledger.append({&draft, 1});
    stage.say(node.name, what + (written ? std::string{} : ", not recorded: " + written.error().detail));
    if (written && !stands()) stage.found(node.name, std::string(what) + ", and something else stands there");
}

// Once done a call is gone, whatever is still said of it.
void call(Stage& stage, Node& node, Ledger& ledger, Call::State state) {
    const std::string id = "call-" + std::to_string(stage.random.below(4));
    const Draft draft{{SubjectKind::call, id}, Call{{"east"}, node.now(), state, node.name}, node.now()};
    write(stage, node, ledger, draft, "calls, or answers a call", [&] {
        const auto open = ledger.open_calls();
        return state == Call::State::done ? !open.contains(id) : !open.contains(id) || open.at(id).state == state;
    });
}

void lend(Stage& stage, Node& node, Ledger& ledger) {
    const std::string item = "headset-" + std::to_string(stage.random.below(3));
    Loan loan{std::nullopt, node.now()};
    if (stage.random.chance(60)) loan.to = AttendeeId{"0001"};
    write(stage, node, ledger, {{SubjectKind::item, item}, loan, node.now()}, "lends a thing, or takes it back",
          [&] { return ledger.loan(item) == loan; });
}

void run_over(Stage& stage, Node& node, Ledger& ledger) {
    const SessionId keynote{"keynote"};
    const Session* planned = ledger.programme().session(keynote);
    if (planned == nullptr) return;
    const Instant ends = planned->ends + std::chrono::minutes{5};
    const Draft draft{{SubjectKind::session, keynote.text}, SessionRuns{{}, ends, {}}, node.now()};
    write(stage, node, ledger, draft, "lets the keynote run over",
          [&] { return ledger.programme().session(keynote)->ends == ends; });
}

void declare(Stage& stage, Node& node, Ledger& ledger) {
    const Emergency::State now = ledger.programme().emergency.state;
    const auto other = now == Emergency::State::on ? Emergency::State::over : Emergency::State::on;
    write(stage, node, ledger, {{SubjectKind::emergency, ""}, Emergency{other, node.now()}, node.now()},
          other == Emergency::State::on ? "declares an emergency" : "says that the emergency is over",
          [&] { return ledger.programme().emergency.state == other; });
}

} // namespace

void serve_at_door(Stage& stage, Node& door) {
    if (door.is_old_version) return;
    door.act([&](Ledger& ledger) {
        if (ledger.programme().emergency.state == Emergency::State::on) return declare(stage, door, ledger);
        switch (stage.random.below(8)) {
        case 0: return declare(stage, door, ledger);
        case 1:
        case 2:
        case 3: return run_over(stage, door, ledger);
        default: return call(stage, door, ledger, Call::State::open);
        }
    });
}

void serve_at_desk(Stage& stage, Node& desk) {
    if (desk.is_old_version) return;
    desk.act([&](Ledger& ledger) {
        if (stage.random.chance(50)) return lend(stage, desk, ledger);
        call(stage, desk, ledger, stage.random.chance(60) ? Call::State::taken : Call::State::done);
    });
}

} // namespace foyer::simulate
