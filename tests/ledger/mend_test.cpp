// A file whose pages are not what was written: it is put aside, and what can be proved of it goes on in a new one.
#include <fstream>

#include "sync/ledger/folder_lock.h"
#include "sync/ledger/mend.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"
#include "tests/random.h"

using namespace foyer;
using namespace foyer::test;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t page_size = 4096;

void overwrite_page(const fs::path& folder, std::size_t page, Random& random) {
    std::fstream file(folder / "ledger.sqlite", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(page * page_size));
    for (std::size_t i = 0; i < page_size; ++i) file.put(static_cast<char>(random.below(256)));
    REQUIRE(file.good());
}

void copy_folder(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
}

// A hub and a desk with all its facts; the desk wrote some that nobody else has.
struct Venue {
    Venue() {
        hub->append(std::vector{Draft{{SubjectKind::attendee, "0001"}, Contact{"one@example.org", ""}, noon()}})
            .value();
        desk = enrol(*hub, at_desk.path, Role::desk);
        pour(*hub, *desk, 1 << 20);
        for (int i = 0; i < 20; ++i) (void)desk->append(std::vector{entered("0002", noon() + Milliseconds{i})}).value();
        identity = desk->identity().device;
        facts = desk->stat().facts;
        desk.reset();
    }
    [[nodiscard]] std::size_t pages() const { return fs::file_size(at_desk.path / "ledger.sqlite") / page_size; }

    TemporaryFolder at_hub, at_desk;
    std::unique_ptr<Ledger> hub = make_hub(at_hub.path, 200), desk;
    DeviceId identity;
    std::uint64_t facts = 0;
};

std::optional<fs::path> put_aside(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with("damaged-")) return entry.path();
    return std::nullopt;
}

} // namespace

TEST_CASE("whichever page of a ledger is damaged, it goes on with what can be proved, and peers bring the rest") {
    Venue venue;
    TemporaryFolder at_copy;
    const fs::path copy = at_copy.path / "desk";
    Random random(7);
    int mended = 0, lost = 0;
    std::size_t most_missing = 0;
    for (std::size_t page = 1; page < venue.pages(); ++page) {
        CAPTURE(page);
        copy_folder(venue.at_desk.path, copy);
        overwrite_page(copy, page, random);
        const auto done = mend_ledger(copy, frozen());
        if (!done) { // the page that says who it is: nothing was moved
            CHECK(done.error().kind == FaultKind::corrupt);
            CHECK(fs::exists(copy / "ledger.sqlite"));
            ++lost;
            continue;
        }
        ++mended;
        CHECK(fs::exists(done->aside / "ledger.sqlite"));
        CHECK(done->facts + done->own_missing <= venue.facts);
        CHECK((done->facts < venue.facts || done->own_missing == 0));
        most_missing = std::max(most_missing, done->own_missing);
        auto ledger = Ledger::open(copy, frozen());
        REQUIRE(ledger);
        CHECK((*ledger)->identity().device == venue.identity);
        CHECK((*ledger)->verify());
        CHECK((*ledger)->append(std::vector{entered("0003")}));
        pour(*venue.hub, **ledger, 1 << 20);
        const Have have = (*ledger)->have();
        for (const auto& [key, mark] : venue.hub->have()) CHECK((have.contains(key) && have.at(key).seq >= mark.seq));
        CHECK((*ledger)->rebuild());
    }
    CHECK(mended > 20);
    CHECK(most_missing > 0); // the page that its own facts are on
    CHECK(lost <= 3);
}

TEST_CASE("a ledger damaged in what was made from its facts only loses no fact") {
    Venue venue;
    Random random(8);
    std::optional<Mended> whole;
    TemporaryFolder at_copy;
    for (std::size_t page = venue.pages() - 1; page > 0 && !whole; --page) {
        const fs::path copy = at_copy.path / "desk";
        copy_folder(venue.at_desk.path, copy);
        overwrite_page(copy, page, random);
        auto done = mend_ledger(copy, frozen());
        if (done && done->facts == venue.facts) whole = *done;
    }
    REQUIRE(whole);
}

TEST_CASE("a program that meets a damaged page writes nothing any more, and its next start mends it") {
    Venue venue;
    Random random(9);
    TemporaryFolder at_copy;
    const fs::path folder = at_copy.path / "desk";
    std::optional<Fault> wrong;
    for (std::size_t page = 1; page < venue.pages() && !wrong; ++page) {
        copy_folder(venue.at_desk.path, folder);
        overwrite_page(folder, page, random);
        const auto ledger = Ledger::open(folder, frozen());
        if (!ledger) continue;
        (void)(*ledger)->people(); // as a screen looks somebody up
        if (const auto written = (*ledger)->append(std::vector{entered("0002")}); !written) wrong = written.error();
        if (wrong) CHECK_FALSE((*ledger)->append(std::vector{entered("0002")}));
    }
    REQUIRE(wrong);
    CHECK(wrong->kind == FaultKind::corrupt);
    CHECK(Ledger::open(folder, frozen()).error().kind == FaultKind::corrupt);
    std::string remark;
    auto ledger = open_or_mend(folder, frozen(), remark);
    REQUIRE(ledger);
    CHECK_FALSE(remark.empty());
    CHECK((*ledger)->append(std::vector{entered("0002")}));
}

TEST_CASE("of a file that is no database nothing is taken, and it is put aside whole") {
    TemporaryFolder folder;
    std::ofstream(folder.path / "ledger.sqlite") << std::string(20'000, 'x');
    std::string remark;
    CHECK(open_or_mend(folder.path, frozen(), remark).error().kind == FaultKind::corrupt);
    CHECK(remark.empty());
    const auto aside = put_ledger_aside(folder.path, noon());
    REQUIRE(aside);
    CHECK(fs::file_size(*aside / "ledger.sqlite") == 20'000);
    CHECK(Ledger::open(folder.path, frozen()).error().kind == FaultKind::not_found);
}

TEST_CASE("a mending that was cut off is done to its end by the next start, wherever it was cut off") {
    Venue venue;
    Random random(10);
    const fs::path& folder = venue.at_desk.path;
    overwrite_page(folder, venue.pages() - 2, random);
    const auto done = mend_ledger(folder, frozen());
    REQUIRE(done);
    TemporaryFolder at_copy;
    for (int moved = 0; moved <= 4; ++moved) { // of the old files to one side, then of the new ones into their place
        CAPTURE(moved);
        const fs::path copy = at_copy.path / "desk";
        copy_folder(folder, copy);
        fs::create_directory(copy / "mended");
        for (const char* name : {"ledger.mark", "ledger.sqlite"}) fs::rename(copy / name, copy / "mended" / name);
        const fs::path aside = copy / done->aside.filename();
        if (moved < 1) fs::rename(aside / "ledger.mark", copy / "ledger.mark");
        if (moved < 2) fs::rename(aside / "ledger.sqlite", copy / "ledger.sqlite");
        if (moved > 2) fs::rename(copy / "mended" / "ledger.mark", copy / "ledger.mark");
        if (moved > 3) fs::rename(copy / "mended" / "ledger.sqlite", copy / "ledger.sqlite");
        CHECK(Ledger::exists(copy));
        auto ledger = Ledger::open(copy, frozen());
        REQUIRE(ledger);
        CHECK((*ledger)->doubt().empty());
        CHECK((*ledger)->verify());
        CHECK((*ledger)->identity().device == venue.identity);
        CHECK_FALSE(fs::exists(copy / "mended" / "ledger.sqlite"));
    }
}

TEST_CASE("what keeps a ledger from being mended is said, and nothing is moved") {
    Venue venue;
    Random random(11);
    const fs::path& folder = venue.at_desk.path;
    overwrite_page(folder, 1, random);
    std::ofstream(folder / "ledger.damaged") << "";
    const auto held = FolderLock::take(folder);
    REQUIRE(held);
    std::string remark;
    CHECK(open_or_mend(folder, frozen(), remark).error().kind == FaultKind::busy);
    CHECK(put_ledger_aside(folder, noon()).error().kind == FaultKind::busy);
    CHECK(fs::exists(folder / "ledger.sqlite"));
}

TEST_CASE("a ledger that is gone or empty is not mended, and nothing is made in its place") {
    Venue venue;
    const fs::path& folder = venue.at_desk.path;
    fs::remove(folder / "ledger.sqlite");
    CHECK(mend_ledger(folder, frozen()).error().kind == FaultKind::corrupt);
    CHECK_FALSE(fs::exists(folder / "ledger.sqlite"));
    CHECK(Ledger::open(folder, frozen()).error().detail.contains("is gone"));
}

TEST_CASE("a purge and a wipe leave nothing of what was put aside or backed up, but what is still needed") {
    Venue venue;
    const auto aside = [&](const fs::path& folder) {
        fs::create_directory(folder / "damaged-1");
        std::ofstream(folder / "damaged-1" / "ledger.sqlite") << "Guest 0001";
        std::ofstream(folder / "backup.sqlite") << "Guest 0001";
    };
    fs::create_directory(venue.at_hub.path / "damaged-2-missing");
    fs::create_directory(venue.at_desk.path / "damaged-2-missing");
    aside(venue.at_hub.path);
    REQUIRE(venue.hub->append(std::vector{Draft{{SubjectKind::attendee, "0001"}, Purged{"asked"}, noon()}}));
    CHECK(put_aside(venue.at_hub.path)->filename() == "damaged-2-missing");
    CHECK_FALSE(fs::exists(venue.at_hub.path / "backup.sqlite"));
    aside(venue.at_desk.path);
    auto desk = Ledger::open(venue.at_desk.path, frozen()).value();
    REQUIRE(desk->wipe("lost"));
    CHECK_FALSE(put_aside(venue.at_desk.path));
    CHECK_FALSE(fs::exists(venue.at_desk.path / "backup.sqlite"));
}

TEST_CASE("a damaged page that only a reader met is mended at the next start, too") {
    Venue venue;
    Random random(10);
    TemporaryFolder at_copy;
    const fs::path folder = at_copy.path / "desk";
    bool met = false;
    for (std::size_t page = 1; page < venue.pages() && !met; ++page) {
        copy_folder(venue.at_desk.path, folder);
        overwrite_page(folder, page, random);
        const auto ledger = Ledger::open(folder, frozen());
        if (!ledger) continue;
        (void)(*ledger)->live(); // as a page shows it
        met = (*ledger)->damage().has_value();
    }
    REQUIRE(met);
    CHECK(Ledger::open(folder, frozen()).error().kind == FaultKind::corrupt);
    std::string remark;
    REQUIRE(open_or_mend(folder, frozen(), remark));
    CHECK_FALSE(remark.empty());
    CHECK(Ledger::open(folder, frozen()));
}
