// Fuzz target of codes: whatever somebody holds before a camera. Nothing may crash, and what is read is the one form of
// what it says: reading it again changes nothing. tests/code replays the corpus with the same function.
#include <array>
#include <cstdlib>

#include "scanner/code/base45.h"
#include "scanner/code/explain.h"
#include "scanner/code/foreign.h"
#include "scanner/code/parse.h"
#include "scanner/code/pretix.h"
#include "scanner/code/proof.h"
#include "scanner/code/reading_text.h"
#include "scanner/code/short_code.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_signed(const foyer::Presented& code) {
    const auto text = foyer::read_signed(code.text);
    if (!text) return require(foyer::kind_of(code.text).has_value());
    foyer::Bytes bytes = text->payload;
    bytes.insert(bytes.end(), text->signature.begin(), text->signature.end());
    require("V" + foyer::to_base45(bytes) == code.text);
    // What it says can be said again, in the same bytes, up to the signature.
    const auto keys = foyer::key_pair_from(foyer::Bytes(32, 7));
    const auto again = foyer::sign_code(text->code, {}, keys);
    require(again.has_value());
    auto payload = foyer::read_signed(*again)->payload;
    payload[1] = text->payload[1]; // the id of another key
    payload[2] = text->payload[2];
    require(payload == text->payload);
}

// Nobody signed anything here.
void check_unproven(const foyer::Presented& code) {
    const std::array keys{foyer::CodeKey{foyer::CodeKeyKind::foyer, foyer::Bytes(32, 1), false, {}, {}},
                          foyer::CodeKey{foyer::CodeKeyKind::pretix_sig1, foyer::Bytes(32, 1), false, {}, {}}};
    require(!foyer::examine(code, {}, {}, keys).proven);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = foyer::as_text({data, size});
    const foyer::Presented code = foyer::parse(text);
    require(code.text.size() <= size);
    const foyer::Presented again = foyer::parse(code.text);
    require(again.form == code.form && again.text == code.text && again.use == code.use);
    require(foyer::tidy(code.text) == code.text);
    if (code.form == foyer::Presented::Form::foyer) check_signed(code);
    const foyer::Foreign foreign = foyer::read_foreign(code.text);
    require(!foreign.names.empty() && !foreign.words.empty());
    require(!foyer::explain(text).empty());
    check_unproven(code);
    return 0;
}
