// What may not stay in the folder that badges and lists are printed to.
#include "kiosk/terminal/papers.h"

#include <fstream>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

namespace foyer::test {
namespace {

TEST_CASE("a purge takes somebody's badges and every list out of the printer's folder, and nobody else's") {
    TemporaryFolder folder;
    auto hub = make_hub(folder.path / "hub");
    const auto papers = folder.path / "badges";
    std::filesystem::create_directories(papers);
    for (const char* file : {"badge-0001-1.pdf", "badge-0001-2.pdf.part", "badge-0001-a-1.pdf", "badge-0002-1.pdf",
                             "who-is-where-1052.pdf", "notes.txt"})
        std::ofstream(papers / file) << "x";
    const auto there = [&](const char* file) { return std::filesystem::exists(papers / file); };
    std::set<AttendeeId> forgotten;
    forget_papers_of(*hub, papers, {{"0002"}, {"nobody-of-the-roster"}}, forgotten);
    CHECK(there("who-is-where-1052.pdf"));
    CHECK(there("badge-0002-1.pdf")); // still has a name
    const Draft purge{subject_of(AttendeeId{"0001"}), Purged{"asked for it"}, noon()};
    REQUIRE(hub->append({&purge, 1}));
    forget_papers_of(*hub, papers, {{"0001"}}, forgotten);
    CHECK_FALSE(there("badge-0001-1.pdf"));
    CHECK_FALSE(there("badge-0001-2.pdf.part"));
    CHECK_FALSE(there("who-is-where-1052.pdf"));
    CHECK(there("badge-0001-a-1.pdf"));
    CHECK(there("badge-0002-1.pdf"));
    CHECK(there("notes.txt"));
    std::ofstream(papers / "who-is-where-1420.pdf") << "x"; // without them
    forget_papers_of(*hub, papers, {{"0001"}}, forgotten);
    CHECK(there("who-is-where-1420.pdf"));
}

} // namespace
} // namespace foyer::test
