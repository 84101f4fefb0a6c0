// The folder of a terminal that is about to be enrolled.
#include <fstream>

#include <unistd.h>

#include "sync/hub/data_folder.h"
#include "tests/catch.h"

using namespace foyer;
namespace fs = std::filesystem;

namespace {

struct Place {
    Place() { fs::create_directories(path); }
    ~Place() { fs::remove_all(path); }
    fs::path path = fs::temp_directory_path() / ("foyer-data-folder-" + std::to_string(::getpid()));
};

} // namespace

TEST_CASE("a data folder that can be made and written is good, and the attempt leaves nothing behind") {
    const Place place;
    CHECK(try_data_folder(place.path / "terminals" / "east-1"));
    CHECK(try_data_folder(place.path / "terminals" / ""));
    CHECK(fs::is_empty(place.path));
    CHECK(try_data_folder(place.path));
    CHECK(fs::is_empty(place.path));
}

TEST_CASE("a data folder that cannot be made is a fault that names it") {
    const Place place;
    std::ofstream(place.path / "file") << "no folder";
    for (const fs::path& folder : {place.path / "file" / "terminal", place.path / "file", fs::path("/proc/terminal")}) {
        const auto tried = try_data_folder(folder);
        INFO(folder);
        REQUIRE_FALSE(tried);
        CHECK(tried.error().kind == FaultKind::disk);
        CHECK(tried.error().detail.find(folder.string()) == 0);
    }
}
