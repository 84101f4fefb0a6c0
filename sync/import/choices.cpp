#include "sync/import/choices.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "sync/summit/mode_words.h"

namespace foyer {

template <class Value>
using Choice = std::pair<std::string_view, Value>;

Choices<PlaceKind> place_kinds() {
    using enum PlaceKind;
    static constexpr std::array<Choice<PlaceKind>, 4> all{
        {{"site", site}, {"hall", hall}, {"room", room}, {"table", table}}};
    return all;
}

Choices<SessionKind> session_kinds() {
    using enum SessionKind;
    static constexpr std::array<Choice<SessionKind>, 8> all{{{"opening", opening},
                                                             {"keynote", keynote},
                                                             {"talk", talk},
                                                             {"round_table", round_table},
                                                             {"signing", signing},
                                                             {"roadshow", roadshow},
                                                             {"matchmaking", matchmaking},
                                                             {"break", break_}}};
    return all;
}

Choices<Arrow> arrows() {
    using enum Arrow;
    static constexpr std::array<Choice<Arrow>, 7> all{{{"none", none},
                                                       {"left", left},
                                                       {"right", right},
                                                       {"ahead", ahead},
                                                       {"back", back},
                                                       {"up", up},
                                                       {"down", down}}};
    return all;
}

Choices<Direction> directions() {
    static constexpr std::array<Choice<Direction>, 2> all{{{"in", Direction::in}, {"out", Direction::out}}};
    return all;
}

Choices<Mode> modes() { return mode_words; }

Choices<Hold> holds() {
    using enum Hold;
    static constexpr std::array<Choice<Hold>, 5> all{{{"unpaid", unpaid},
                                                      {"incomplete", incomplete},
                                                      {"document", document},
                                                      {"minor", minor},
                                                      {"question", question}}};
    return all;
}

Choices<UnknownCodeRule> unknown_code_rules() {
    using enum UnknownCodeRule;
    static constexpr std::array<Choice<UnknownCodeRule>, 2> all{
        {{"ask_a_person", ask_a_person}, {"admit_and_flag", admit_and_flag}}};
    return all;
}

Choices<Category> categories() {
    using enum Category;
    static constexpr std::array<Choice<Category>, 9> all{{{"delegate", delegate},
                                                          {"speaker", speaker},
                                                          {"vip", vip},
                                                          {"press", press},
                                                          {"staff", staff},
                                                          {"crew", crew},
                                                          {"interpreter", interpreter},
                                                          {"exhibitor", exhibitor},
                                                          {"guest", guest}}};
    return all;
}

Choices<CodeKeyKind> code_key_kinds() {
    using enum CodeKeyKind;
    static constexpr std::array<Choice<CodeKeyKind>, 2> all{{{"foyer", foyer}, {"pretix_sig1", pretix_sig1}}};
    return all;
}

Choices<SecondFactor> second_factors() {
    using enum SecondFactor;
    static constexpr std::array<Choice<SecondFactor>, 3> all{
        {{"none", none}, {"phone_end", phone_end}, {"email", email}}};
    return all;
}

Choices<StaffUnlock> staff_unlocks() {
    static constexpr std::array<Choice<StaffUnlock>, 2> all{
        {{"number", StaffUnlock::by_number}, {"badge", StaffUnlock::by_badge}}};
    return all;
}

Choices<StaffRole> staff_roles() {
    using enum StaffRole;
    static constexpr std::array<Choice<StaffRole>, 3> all{
        {{"steward", steward}, {"supervisor", supervisor}, {"admin", admin}}};
    return all;
}

Choices<WalkIns> walk_ins() {
    using enum WalkIns;
    static constexpr std::array<Choice<WalkIns>, 3> all{
        {{"allowed", allowed}, {"supervisor", supervisor}, {"refused", refused}}};
    return all;
}

// Levenshtein's distance, one row at a time.
static std::size_t typing_mistakes(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    std::string_view best;
    std::size_t fewest = 3;
    if (word.size() > 64) return best;
    for (const std::string_view candidate : candidates)
        if (const auto mistakes = typing_mistakes(word, candidate); mistakes < std::min(fewest, candidate.size()))
            best = candidate, fewest = mistakes;
    return best;
}

} // namespace foyer
