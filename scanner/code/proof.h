// What a code proves by itself, laid over what a node knows: how a signed code leads to a verdict through `admit` where
// nobody has heard of its badge, or of its holder.
//
//     Presented --examine(keys)--> Examined --ProvenView(what the node knows)--> admit
//
// What the node knows goes first: a badge that it knows to be revoked is revoked whoever signed it, one that it has in
// its rows needs no key, and an attendee's rights there are newer than those in a code. The time in a code always
// counts too. Pure; any thread.
#pragma once

#include <span>

#include "sync/summit/admit.h"

namespace foyer {

// What a signed code, or a signed ticket of pretix, says.
struct Claim {
    Badge badge;       // without its id, which only a node can tell
    Attendee attendee; // as far as the code goes
};

struct Examined {
    Presented code; // its form is what the keys say of it
    std::optional<Claim> claim;
    bool proven = false; // by a signature that counts here
};

// `code` as `parse` gives it. A ticket of pretix that no key signed, or that is for another product or date, is
// `foreign`: it may be good elsewhere.
Examined examine(Presented code, const SummitId& summit, const Programme& programme, std::span<const CodeKey> keys);

// For the admission of one code. Keeps a reference to `known`.
class ProvenView final : public View {
public:
    // `id` and `revoked`: what the node says of the badge with this code.
    ProvenView(const View& known, Examined examined, BadgeId id, bool revoked);

    [[nodiscard]] const Programme& programme() const override { return known_.programme(); }
    [[nodiscard]] std::optional<Badge> badge_of(const Presented& code) const override;
    [[nodiscard]] std::optional<Attendee> attendee(const AttendeeId& id) const override;
    [[nodiscard]] Presence presence(const AttendeeId& who, const PlaceId& where) const override {
        return known_.presence(who, where);
    }
    [[nodiscard]] Occupancy occupancy(const PlaceId& where) const override { return known_.occupancy(where); }
    [[nodiscard]] std::span<const Meeting> meetings() const override { return known_.meetings(); }
    [[nodiscard]] bool in_contact(Instant now) const override { return known_.in_contact(now); }

    [[nodiscard]] const Presented& code() const { return examined_.code; }

private:
    const View& known_;
    Examined examined_;
};

} // namespace foyer
