#include "sync/search/whole_name.h"

#include <algorithm>

#include "tests/catch.h"

using namespace foyer;

namespace {

bool same(std::string_view one, std::string_view other) {
    search::Spelling spelling;
    const auto a = search::whole_name_forms(one, spelling), b = search::whole_name_forms(other, spelling);
    return std::ranges::any_of(a, [&](const std::string& form) { return b.contains(form); });
}

} // namespace

TEST_CASE("a name is the same in any order of its words, with or without accents, spaces and hyphens") {
    CHECK(same("Anna-Lena Mösner", "mosner anna lena"));
    CHECK(same("Mösner", "Moesner"));
    CHECK(same("Li Ming", "liming"));
    CHECK(same("Zhang Xiaoming", "Xiao Ming Zhang"));
    CHECK(same("沐晴川", "沐 晴川"));
    CHECK(same("Фёдор Лунев", "лунев федор"));
}

TEST_CASE("a part of a name is not the name") {
    CHECK_FALSE(same("Li Ming", "Li"));
    CHECK_FALSE(same("Li Ming", "Li Min"));
    CHECK_FALSE(same("沐晴川", "沐"));
    CHECK_FALSE(same("", ""));
    CHECK_FALSE(same("L", "L"));
}
