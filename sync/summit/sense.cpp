#include "sync/summit/sense.h"

namespace foyer {

namespace {

// Of which subject each kind speaks. What names itself must name the subject.
struct SubjectOf {
    const Subject& subject;

    [[nodiscard]] bool is(SubjectKind kind) const { return subject.kind == kind; }
    template <class Item>
    [[nodiscard]] bool is(SubjectKind kind, const Item& item) const {
        return subject.kind == kind && subject.id == item.id.text;
    }

    // At a door: somebody on the roster, or whom nobody knows.
    [[nodiscard]] bool is_of_somebody() const { return is(SubjectKind::attendee) || is(SubjectKind::visitor); }

    bool operator()(const OriginOpened&) const { return is(SubjectKind::device); }
    bool operator()(const DeviceEnrolled&) const { return is(SubjectKind::device); }
    bool operator()(const Summit&) const { return is(SubjectKind::summit); }
    bool operator()(const Place& v) const { return is(SubjectKind::place, v); }
    bool operator()(const Forum& v) const { return is(SubjectKind::forum, v); }
    bool operator()(const Session& v) const { return is(SubjectKind::session, v); }
    bool operator()(const Checkpoint& v) const { return is(SubjectKind::checkpoint, v); }
    bool operator()(const Delegation& v) const { return is(SubjectKind::delegation, v); }
    bool operator()(const Attendee& v) const { return is(SubjectKind::attendee, v); }
    bool operator()(const Hint&) const { return is(SubjectKind::hint); }
    bool operator()(const Person&) const { return is(SubjectKind::attendee); }
    bool operator()(const Contact&) const { return is(SubjectKind::attendee); }
    bool operator()(const Note&) const { return is(SubjectKind::attendee); }
    bool operator()(const Entered&) const { return is_of_somebody(); }
    bool operator()(const Left&) const { return is_of_somebody(); }
    bool operator()(const Refused&) const { return is_of_somebody(); }
    bool operator()(const BadgeIssued&) const { return is(SubjectKind::badge); }
    bool operator()(const BadgeCode&) const { return is(SubjectKind::badge); }
    bool operator()(const BadgePrinted&) const { return is(SubjectKind::badge); }
    bool operator()(const BadgeHandedOver&) const { return is(SubjectKind::badge); }
    bool operator()(const BadgeRevoked&) const { return is(SubjectKind::badge); }
    bool operator()(const DeviceRevoked&) const { return is(SubjectKind::device); }
    bool operator()(const Voided&) const { return is(SubjectKind::attendee); }
    bool operator()(const Purged&) const { return is(SubjectKind::attendee); }
    bool operator()(const CardResolved&) const { return is(SubjectKind::card); }
    bool operator()(const ClockNoticed&) const { return is(SubjectKind::device); }
    bool operator()(const SessionRuns&) const { return is(SubjectKind::session); }
    bool operator()(const Call&) const { return is(SubjectKind::call); }
    bool operator()(const Loan&) const { return is(SubjectKind::item); }
    bool operator()(const Emergency&) const { return is(SubjectKind::emergency); }
    bool operator()(const Meeting& v) const { return is(SubjectKind::meeting, v); }
    bool operator()(const MeetingRuns&) const { return is(SubjectKind::meeting); }
};

constexpr Instant earliest{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};
constexpr Instant latest{std::chrono::sys_days{std::chrono::year{2200} / 1 / 1}};

} // namespace

std::string contradiction(const Header& header, const Body& body, const Payload& payload) {
    if (body.happened < earliest || body.happened >= latest) return "it says that it happened at an impossible time";
    if (header.audience != audience_of(payload)) return "it is for another audience than its kind";
    if (!std::visit(SubjectOf{body.subject}, payload)) return "its content is about something else than its subject";
    return {};
}

} // namespace foyer
