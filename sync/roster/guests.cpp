#include "sync/roster/guests.h"

#include <algorithm>

#include "scanner/code/short_code.h"
#include "sync/crypto/second_factor.h"
#include "sync/summit/latin.h"

namespace foyer {

namespace {

Result<> check(const NewGuest& guest, const Programme& programme) {
    if (guest.name.find_first_not_of(' ') == std::string::npos)
        return fault(FaultKind::bad_input, "The field \"name\" is empty.");
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

std::string latin_form_of(const std::string& name) { return is_latin(name) ? name : ""; }

Result<GuestDrafts> guest_drafts(const Ledger& ledger, const NewGuest& guest, Attendee as) {
    if (auto checked = check(guest, ledger.programme()); !checked) return std::unexpected(checked.error());
    const auto& languages = ledger.programme().summit.languages;
    const Language first = languages.empty() ? "en" : languages.front();

    GuestDrafts made{{fresh_id(ledger), mint(BadgeKind::invitation)}, {}};
    Person person;
    person.native_name = guest.name;
    person.native_language = guest.language.empty() ? first : guest.language;
    person.latin_name = guest.latin_name.empty() ? latin_form_of(guest.name) : guest.latin_name;
    as.id = made.guest.id;
    as.withdrawn = false;
    as.role = StaffRole::none; // who comes instead of one of the staff unlocks nothing
    as.box.clear();
    person.proof = second_factor_hash(ledger.identity().code_key, as.id, ledger.programme().summit.second_factor,
                                      guest.contact.phone, guest.contact.email);

    const CodeHash code = code_hash(ledger.identity().code_key, made.guest.code);
    const BadgeId badge = badge_id_of(code);
    const BadgeIssued issued{.attendee = as.id, .kind = BadgeKind::invitation, .revision = 1, .code = code};
    const Instant now = ledger.now();
    made.drafts = {{subject_of(as.id), person, now},
                   {subject_of(as.id), as, now},
                   {subject_of(badge), issued, now},
                   {subject_of(badge), BadgeCode{made.guest.code}, now}};
    if (guest.contact != Contact{}) made.drafts.push_back({subject_of(as.id), guest.contact, now});
    return made;
}

static Result<GuestDrafts> drafts_of(const Ledger& ledger, const NewGuest& guest) {
    const auto& languages = ledger.programme().summit.languages;
    Attendee as;
    as.category = guest.category;
    if (!guest.organisation.empty()) as.organisation.by_language[""] = guest.organisation;
    as.language = !guest.language.empty() ? guest.language : languages.empty() ? "en" : languages.front();
    as.forums = guest.forums;
    return guest_drafts(ledger, guest, std::move(as));
}

Result<AddedGuest> add_guest(Ledger& ledger, const NewGuest& guest) {
    auto made = drafts_of(ledger, guest);
    if (!made) return std::unexpected(made.error());
    if (auto appended = ledger.append(made->drafts); !appended) return std::unexpected(appended.error());
    return std::move(made->guest);
}

Result<ArrivedGuest> add_guest_here(Ledger& ledger, const NewGuest& guest, const Checkpoint& checkpoint,
                                    const std::string& why) {
    auto made = drafts_of(ledger, guest);
    if (!made) return std::unexpected(made.error());
    const Entered here{checkpoint.place, checkpoint.id, std::nullopt, Reason::by_hand, why};
    made->drafts.push_back({subject_of(made->guest.id), here, ledger.now()});
    const auto appended = ledger.append(made->drafts);
    if (!appended) return std::unexpected(appended.error());
    return ArrivedGuest{std::move(made->guest), appended->back()};
}

} // namespace foyer
