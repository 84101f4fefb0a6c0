// A clerk and a steward on a real ledger, without a thread: what they tell is kept, what they put off is done by
// `work`.
#pragma once

#include <deque>

#include "kiosk/terminal/clerk.h"
#include "kiosk/terminal/folder_printer.h"
#include "kiosk/terminal/steward.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"
#include "tests/terminal/told.h"

namespace foyer::test {

class HelpDesk {
public:
    explicit HelpDesk(int attendees = 3) {
        ledger = Ledger::create_summit(folder.path / "hub", "Desk 2", frozen()).value();
        auto drafts = tiny_summit(ledger->summit_id(), ledger->identity().code_key, attendees);
        drafts.push_back({{SubjectKind::checkpoint, "desk"},
                          Checkpoint{{"desk"}, words("Help desk"), {"site"}, Direction::in, Mode::desk},
                          noon()});
        (void)ledger->append(drafts).value();
        ledger->on_commit([this] {
            steward->ledger_changed();
            if (clerk) clerk->ledger_changed();
        });
        ledger->on_touched([this](const Subject& subject) {
            steward->touched(subject);
            if (clerk) clerk->touched(subject);
        });
        steward.emplace(*ledger, CheckpointId{"desk"}, [this](Event event) { told.push_back(std::move(event)); });
        clerk.emplace(*ledger, CheckpointId{"desk"},
                      Clerk::Ways{[this](Event event) { told.push_back(std::move(event)); },
                                  [this](std::function<void()> work) { waiting.push_back(std::move(work)); },
                                  [this](const PrintJob& job, const std::function<void(Result<std::string>)>& printed) {
                                      printed(printer.print(job));
                                  }});
        work();
    }
    ~HelpDesk() { clerk.reset(); }

    void add(const char* id, const Person& person, std::optional<DelegationId> delegation = std::nullopt) {
        Attendee who{{id}};
        who.delegation = std::move(delegation);
        const std::vector<Draft> drafts{{subject_of(AttendeeId{id}), person, noon()},
                                        {subject_of(AttendeeId{id}), who, noon()}};
        (void)ledger->append(drafts).value();
        work();
    }
    void work() {
        while (!waiting.empty()) {
            const auto next = std::move(waiting.front());
            waiting.pop_front();
            next();
        }
    }
    template <class Told>
    [[nodiscard]] Told last() const {
        return last_of<Told>(told);
    }
    PeopleFound find(const std::string& query) {
        clerk->ask(FindPeople{++number, query});
        return last<PeopleFound>();
    }
    void ask(const DeskRequest& request, const AttendeeId& by = {}) {
        told.clear();
        if (!steward->ask(request)) clerk->ask(request, by);
        work();
    }

    TemporaryFolder folder;
    std::unique_ptr<Ledger> ledger;
    std::deque<std::function<void()>> waiting;
    std::vector<Event> told;
    std::size_t number = 0;
    FolderPrinter printer{folder.path / "badges"};
    std::optional<Steward> steward;
    std::optional<Clerk> clerk;
};

inline const Person qingchuan{"沐晴川", "zh", "Mu Qingchuan", {}, ""};

inline FreshBadge printed_badge(Ledger& ledger, const char* who) {
    const FreshBadge fresh = fresh_badge(ledger, {who}).value();
    (void)issue_printed(ledger, fresh, {"folder"}).value();
    return fresh;
}

} // namespace foyer::test
