#include "kiosk/terminal/counter.h"

#include "kiosk/terminal/exits.h"

namespace foyer {

Counter::Counter(Ledger& ledger, CheckpointId checkpoint, std::optional<Mode> mode, Ways ways)
    : ledger_(ledger), checkpoint_(std::move(checkpoint)), mode_(mode), ways_(std::move(ways)),
      steward_(ledger, checkpoint_, ways_.tell), staff_(ledger, ways_.tell) {}

Mode Counter::mode() const {
    const Checkpoint* here = ledger_.programme().checkpoint(checkpoint_);
    return mode_.value_or(here ? here->mode : Mode::self);
}

void Counter::set_mode(std::optional<Mode> mode) {
    if (std::exchange(mode_, mode) != mode) ledger_changed();
}

static bool is_a_door(const Ledger& ledger) { return ledger.identity().certificate.certificate.role == Role::door; }

bool Counter::is_a_door_at_a_desk() const { return mode() == Mode::desk && is_a_door(ledger_); }

void Counter::close() {
    closed_ = true;
    lister_.reset();
    clerk_.reset();
    greeter_.reset();
    claims_.reset();
    host_.reset();
    sessions_.reset();
}

// As soon as it is known to be a staff desk.
void Counter::staff_the_desk() {
    if (closed_ || mode() != Mode::desk || is_a_door(ledger_)) return lister_.reset(), clerk_.reset();
    if (clerk_) return clerk_->ledger_changed();
    const auto later = [this](std::function<void()> portion) {
        ways_.later([this, portion = std::move(portion)] {
            if (clerk_) portion();
        });
    };
    clerk_.emplace(ledger_, checkpoint_, Clerk::Ways{ways_.tell, later, print_for_the_desk()});
    lister_.emplace(ledger_, Lister::Ways{ways_.tell, print_for_the_desk()});
}

// What came of it is told to who asked for it, if they are here still.
PrintBy Counter::print_for_the_desk() {
    return [this](PrintJob job, std::function<void(Result<std::string>)> printed) {
        ways_.print(std::move(job), [this, printed = std::move(printed)](const Result<std::string>& what) {
            if (clerk_) printed(what);
        });
    };
}

void Counter::greet_delegations() {
    if (closed_ || mode() != Mode::sign) return greeter_.reset();
    if (!greeter_) greeter_.emplace(ledger_, ways_.tell);
    greeter_->ledger_changed();
}

// Where guests serve themselves, and the summit says what they are known by.
void Counter::hear_claims() {
    const bool heard = mode() == Mode::self && ledger_.programme().summit.second_factor != SecondFactor::none;
    if (closed_ || !heard) return claims_.reset();
    if (claims_) return claims_->ledger_changed();
    const auto later = [this](std::function<void()> portion) {
        ways_.later([this, portion = std::move(portion)] {
            if (claims_) portion();
        });
    };
    claims_.emplace(ledger_, Claims::Ways{later, [this](const std::optional<AttendeeId>& who) {
                                              if (!who || ledger_.badges_of(*who).empty())
                                                  return ways_.tell(ClaimRefused{});
                                              ways_.let_in(*who);
                                          }});
}

// At the tables, and at every staff desk of a summit that has meetings.
void Counter::host_meetings() {
    const bool among_tables = mode() == Mode::meeting;
    const bool wanted = among_tables || (clerk_ && !ledger_.meetings().empty());
    if (closed_ || !wanted) return host_.reset();
    if (host_) return host_->ledger_changed();
    host_.emplace(ledger_, checkpoint_, among_tables ? Host::Stands::among_tables : Host::Stands::at_a_desk,
                  ways_.tell);
}

// Where guests may read it.
void Counter::know_the_programme() {
    const bool read_here = mode() == Mode::self || mode() == Mode::meeting;
    if (closed_ || !read_here) return sessions_.reset();
    const std::uint64_t now = ledger_.programme_version();
    if (sessions_ && std::exchange(known_, now) == now) return;
    if (!sessions_) sessions_.emplace();
    known_ = now;
    sessions_->put(ledger_.programme());
    read_the_programme();
}

// In small portions, so that no scan waits for it.
void Counter::read_the_programme() {
    static constexpr std::size_t portion = 20; // texts: some milliseconds
    if (std::exchange(reading_, true)) return;
    ways_.later([this] {
        reading_ = false;
        if (sessions_ && sessions_->read_some(portion)) read_the_programme();
    });
}

void Counter::find_sessions(const std::string& query) {
    ways_.tell(SessionsFound{query, sessions_ ? sessions_->find(query) : std::vector<SessionId>{}});
}

void Counter::ask(const DeskRequest& request, const AttendeeId& by) {
    if (const auto* claim = std::get_if<ClaimToBe>(&request)) {
        if (claims_) return claims_->ask(*claim);
        return ways_.tell(ClaimRefused{});
    }
    if (steward_.ask(request, by) || (host_ && host_->ask(request, by))) return;
    if (lister_ && lister_->ask(request, by)) return;
    if (clerk_) clerk_->ask(request, by);
}

void Counter::touched(const Subject& subject) {
    steward_.touched(subject);
    staff_.touched(subject);
    if (clerk_) clerk_->touched(subject);
    if (lister_) lister_->touched(subject);
    if (greeter_ && subject.kind == SubjectKind::attendee) greeter_->touched({subject.id});
    if (host_) host_->touched(subject);
    if (claims_ && subject.kind == SubjectKind::attendee) claims_->touched({subject.id});
}

void Counter::ledger_changed() {
    steward_.ledger_changed();
    staff_.ledger_changed();
    staff_the_desk();
    hear_claims();
    host_meetings();
    greet_delegations();
    know_the_programme();
}

void Counter::go_round() {
    if (clerk_) clerk_->go_round();
    if (lister_) lister_->go_round();
    if (host_) host_->go_round();
    if (!closed_ && mode() == Mode::room) assume_exits(ledger_, checkpoint_);
}

} // namespace foyer
