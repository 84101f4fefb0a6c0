#include "scanner/code/parse.h"

#include "scanner/code/foreign.h"
#include "scanner/code/reading_text.h"
#include "scanner/code/short_code.h"
#include "scanner/code/signed_code.h"

namespace foyer {

static Presented::Use use_of(ForeignKind kind) {
    switch (kind) {
    case ForeignKind::pretix_signed:
    case ForeignKind::indico:
    case ForeignKind::eventyay:
    case ForeignKind::alfio: return Presented::Use::ticket;
    case ForeignKind::other_use: return Presented::Use::other;
    case ForeignKind::uuid:
    case ForeignKind::address:
    case ForeignKind::opaque: break;
    }
    return Presented::Use::any;
}

Presented parse(std::string_view text) {
    using enum Presented::Form;
    std::string kept = tidy(text);
    std::string raised = upper_case(kept);
    if (looks_short(raised)) {
        const auto form = kind_of(raised) ? foyer : forged;
        return {form, std::move(raised)};
    }
    if (looks_signed(raised)) {
        const auto form = read_signed(raised) ? foyer : forged;
        return {form, std::move(raised)};
    }
    const auto use = use_of(read_foreign(kept).kind);
    return {foreign, std::move(kept), use};
}

} // namespace foyer
