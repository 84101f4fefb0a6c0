#include "scanner/code/proof.h"

#include <algorithm>

#include "scanner/code/foreign.h"
#include "scanner/code/pretix.h"

namespace foyer {

namespace {

using Form = Presented::Form;

Language first_language(const Programme& programme) {
    const auto& languages = programme.summit.languages;
    return languages.empty() ? Language{} : languages.front();
}

Claim claim_of(const SignedCode& code, const Programme& programme) {
    Claim claim;
    claim.badge = {{}, code.kind, code.attendee, code.serial, BadgeState::issued};
    claim.attendee.id = code.attendee;
    claim.attendee.category = code.rights.category;
    claim.attendee.language = first_language(programme);
    claim.attendee.admitted_from = code.from;
    claim.attendee.admitted_until = code.until;
    for (std::size_t i = 0; i < programme.forums.size() && i < forums_in_rights; ++i)
        if ((code.rights.forums >> i & 1U) != 0) claim.attendee.forums.push_back(programme.forums[i].id);
    return claim;
}

// Nobody's name is in it: the seed makes the id, the same at every door.
Claim claim_of(const PretixTicket& ticket, const Programme& programme) {
    Claim claim;
    claim.attendee.id = {"pretix-" + ticket.seed};
    claim.attendee.category = Category::guest;
    claim.attendee.language = first_language(programme);
    claim.attendee.admitted_from = ticket.from;
    claim.attendee.admitted_until = ticket.until;
    claim.badge = {{}, BadgeKind::invitation, claim.attendee.id, 1, BadgeState::issued};
    return claim;
}

Form form_of(Trust trust) {
    switch (trust) {
    case Trust::good: return Form::foyer;
    case Trust::forged: return Form::forged;
    case Trust::unknown_key: return Form::unknown_key;
    case Trust::retired_key: return Form::retired_key;
    }
    return Form::forged;
}

// The narrower of two times, where either may not be set.
template <class Narrower>
std::optional<Instant> narrowed(std::optional<Instant> a, std::optional<Instant> b, Narrower narrower) {
    return a && b ? narrower(*a, *b) : a ? a : b;
}

} // namespace

Examined examine(Presented code, const SummitId& summit, const Programme& programme, std::span<const CodeKey> keys) {
    Examined examined{std::move(code), std::nullopt, false};
    if (examined.code.form == Form::foyer) {
        const auto text = read_signed(examined.code.text);
        if (!text) return examined; // a short code proves nothing
        const Trust trust = judge(*text, summit, keys);
        examined.claim = claim_of(text->code, programme);
        examined.code.form = form_of(trust);
        examined.proven = trust == Trust::good;
    } else if (examined.code.form == Form::foreign) {
        const auto ticket = read_pretix(examined.code.text);
        if (!ticket) return examined;
        examined.claim = claim_of(*ticket, programme);
        const CodeKey* key = key_of(*ticket, keys);
        if (!key || !admits(*key, *ticket)) return examined;
        examined.code.form = key->retired ? Form::retired_key : Form::foyer;
        examined.proven = !key->retired;
    }
    return examined;
}

ProvenView::ProvenView(const View& known, Examined examined, BadgeId id, bool revoked)
    : known_(known), examined_(std::move(examined)) {
    if (!examined_.claim) return;
    examined_.claim->badge.id = std::move(id);
    if (revoked) examined_.claim->badge.state = BadgeState::revoked;
}

std::optional<Badge> ProvenView::badge_of(const Presented& code) const {
    const auto names = code.form == Form::foreign ? read_foreign(code.text).names : std::vector{code.text};
    for (const std::string& name : names)
        if (auto badge = known_.badge_of({code.form, name})) return badge;
    if (!examined_.proven) return std::nullopt;
    return examined_.claim->badge;
}

std::optional<Attendee> ProvenView::attendee(const AttendeeId& id) const {
    auto who = known_.attendee(id);
    if (!examined_.claim) return who;
    const Attendee& claimed = examined_.claim->attendee;
    if (!who && examined_.proven && claimed.id == id) return claimed;
    if (!who) return who;
    const auto later = [](Instant a, Instant b) { return std::max(a, b); };
    const auto earlier = [](Instant a, Instant b) { return std::min(a, b); };
    who->admitted_from = narrowed(who->admitted_from, claimed.admitted_from, later);
    who->admitted_until = narrowed(who->admitted_until, claimed.admitted_until, earlier);
    return who;
}

} // namespace foyer
