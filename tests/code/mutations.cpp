#include "tests/code/mutations.h"

#include <algorithm>
#include <set>

#include "scanner/code/parse.h"
#include "scanner/code/pretix.h"
#include "scanner/code/proof.h"
#include "tests/code/seeded.h"

namespace foyer::test {

namespace {

constexpr std::size_t kinds = 3, codes_a_kind = 40;

std::string piece_of(const std::string& other, std::size_t at, std::size_t length) {
    return at < other.size() ? other.substr(at, length) : "";
}

void change_once(std::string& text, const std::string& other, Random& random) {
    if (text.empty()) return;
    const std::size_t at = random.below(text.size()), length = 1 + random.below(8);
    const auto from = text.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random.below(8)) {
    case 0: text[at] = static_cast<char>(random.next()); break;
    case 1: text[at] = static_cast<char>(text[at] ^ (1 << random.below(8))); break;
    case 2: text[at] = other[random.below(other.size())]; break; // of its own alphabet
    case 3: std::swap(text[at], text[random.below(text.size())]); break;
    case 4: text.erase(at, 1); break;
    case 5: text.insert(at, 1, text[at]); break;
    case 6: std::reverse(from, from + static_cast<std::ptrdiff_t>(std::min(length, text.size() - at))); break;
    default: text.replace(at, length, piece_of(other, at, length)); break;
    }
}

// What a summit issued, and the keys of its doors.
struct Issued {
    explicit Issued(Random& random) : signing(seeded_keys(random)), pretix(seeded_keys(random)) {
        keys = {{CodeKeyKind::foyer, signing.public_key, false, {}, {}},
                {CodeKeyKind::pretix_sig1, pretix.public_key, false, {}, {}}};
        for (std::size_t i = 0; i < codes_a_kind; ++i) {
            good[0].push_back(seeded_short(random));
            good[1].push_back(sign_code(seeded_code(random), some_summit(), signing).value());
            good[2].push_back(seeded_pretix(random, pretix));
        }
        for (const auto& list : good) all.insert(list.begin(), list.end());
    }

    [[nodiscard]] bool accepts(const Presented& code) const {
        return examine(code, some_summit(), {}, keys).proven ||
               (code.form == Presented::Form::foyer && all.contains(code.text));
    }

    KeyPair signing, pretix;
    std::vector<CodeKey> keys;
    std::vector<std::string> good[kinds];
    std::set<std::string> all;
};

} // namespace

std::string mutated(std::string text, const std::string& other, Random& random) {
    for (std::size_t changes = 1 + random.below(4); changes > 0; --changes) change_once(text, other, random);
    return text;
}

Trial try_mutations(std::uint64_t seed, std::size_t count) {
    Random random(seed);
    const Issued issued(random);
    Trial trial;
    for (; trial.mutations < count; ++trial.mutations) {
        const auto& list = issued.good[trial.mutations % kinds];
        const std::string text = mutated(list[random.below(list.size())], list[random.below(list.size())], random);
        const Presented code = parse(text);
        if (issued.all.contains(code.text)) {
            ++trial.unchanged;
        } else if (issued.accepts(code)) {
            if (trial.accepted++ == 0) trial.first_accepted = text;
        }
    }
    return trial;
}

} // namespace foyer::test
