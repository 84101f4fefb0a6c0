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

// Letters of Latin scripts, their marks and general punctuation, by the first bytes of each character.
bool is_latin(std::string_view name) {
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto lead = static_cast<unsigned char>(name[i]);
        const auto next = i + 1 < name.size() ? static_cast<unsigned char>(name[i + 1]) : 0U;
        if (lead < 0x80 || (lead & 0xC0U) == 0x80) continue; // ASCII, or inside a character
        const bool letter = lead <= 0xC9 || (lead == 0xE1 && next >= 0xB8 && next <= 0xBB);
        const bool mark = lead == 0xCC || (lead == 0xCD && next <= 0xAF) || (lead == 0xE2 && next <= 0x81);
        if (!letter && !mark) return false;
    }
    return true;
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
    person.latin_name = guest.latin_name.empty() && is_latin(guest.name) ? guest.name : guest.latin_name;
    Attendee attendee;
    attendee.id = added.id;
    attendee.category = Category::guest;
    if (!guest.organisation.empty()) attendee.organisation.by_language[""] = guest.organisation;
    attendee.language = person.native_language;
    attendee.forums = guest.forums;

    const CodeHash code = code_hash(ledger.identity().code_key, added.code);
    const BadgeId badge = badge_id_of(code);
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
