#include "sync/hub/guests.h"

#include <algorithm>

#include "scanner/code/short_code.h"

namespace foyer {

namespace {

Result<> check(const NewGuest& guest, const Programme& programme) {
    for (const ForumId& forum : guest.forums) {
        if (programme.forum(forum) == nullptr) {
            return fault(FaultKind::bad_input,
                         "The field \"forums\" names \"" + forum.text + "\", which is no forum of this summit.");
        }
    }
    const auto& languages = programme.summit.languages;
    if (!guest.language.empty() && std::ranges::find(languages, guest.language) == languages.end()) {
        return fault(FaultKind::bad_input, "The field \"language\" is none of this summit's languages.");
    }
    return {};
}

// Not counted up: two hubs of one summit must not give the same id to two guests.
AttendeeId fresh_id(const Ledger& ledger) {
    for (;;) {
        AttendeeId id{"g" + to_hex(random_bytes(4))};
        if (!ledger.attendee(id)) return id;
    }
}

} // namespace

Result<AddedGuest> add_guest(Ledger& ledger, const NewGuest& guest) {
    const Programme& programme = ledger.programme();
    if (auto checked = check(guest, programme); !checked) return std::unexpected(checked.error());
    const auto& languages = programme.summit.languages;
    const Language first = languages.empty() ? "en" : languages.front();

    AddedGuest added{fresh_id(ledger), mint(BadgeKind::invitation)};
    Person person;
    person.native_name = guest.name;
    person.native_language = guest.language.empty() ? first : guest.language;
    person.latin_name = guest.latin_name.empty() ? guest.name : guest.latin_name;
    Attendee attendee;
    attendee.id = added.id;
    attendee.category = Category::guest;
    if (!guest.organisation.empty()) attendee.organisation.by_language[""] = guest.organisation;
    attendee.language = person.native_language;
    attendee.forums = guest.forums;

    const CodeHash code = code_hash(ledger.identity().code_key, added.code);
    const BadgeId badge{to_hex(code.view().first(8))};
    const BadgeIssued issued{.attendee = added.id, .kind = BadgeKind::invitation, .revision = 1, .code = code};
    const Instant now = ledger.now();
    const std::vector<Draft> drafts = {{subject_of(added.id), person, now},
                                       {subject_of(added.id), attendee, now},
                                       {subject_of(badge), issued, now},
                                       {subject_of(badge), BadgeCode{added.code}, now}};
    if (auto appended = ledger.append(drafts); !appended) return std::unexpected(appended.error());
    return added;
}

} // namespace foyer
