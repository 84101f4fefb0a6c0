#include "scanner/code/parse.h"

#include "scanner/code/reading_text.h"
#include "scanner/code/short_code.h"
#include "scanner/code/signed_code.h"

namespace foyer {

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
    return {foreign, std::move(kept)};
}

} // namespace foyer
