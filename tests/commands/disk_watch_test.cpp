#include "sync/commands/disk_watch.h"
#include "tests/catch.h"

using foyer::DiskTale;

TEST_CASE("a full disk is told once when it begins and once when it ends") {
    DiskTale tale;
    CHECK_FALSE(tale.on_free(1'000'000'000));
    CHECK(tale.on_free(3'200'000)->starts_with("the disk is full (3.2 MB free): free some space"));
    CHECK_FALSE(tale.on_free(0));
    CHECK_FALSE(tale.on_free(20'000'000)); // neither full nor well
    CHECK(tale.on_free(52'000'000) == "the disk has space again (52 MB free)");
    CHECK_FALSE(tale.on_free(20'000'000));
    CHECK(tale.on_free(0));
}
