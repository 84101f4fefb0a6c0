#include "scanner/sightings.h"

#include "tests/catch.h"

namespace foyer {
namespace {

using namespace std::chrono_literals;

const Bytes anna = {'A'}, boris = {'B'};
const SteadyTime start = SteadyTime(1h);

TEST_CASE("The first reading of a code is a sighting") {
    Sightings sightings;
    CHECK(sightings.is_new(anna, start));
    CHECK(sightings.is_new(boris, start + 1ms));
}

TEST_CASE("The badge still held is not new, however long it is held") {
    Sightings sightings;
    CHECK(sightings.is_new(anna, start));
    for (auto held = 33ms; held < 60s; held += 33ms) REQUIRE_FALSE(sightings.is_new(anna, start + held));
}

TEST_CASE("A few frames in which it was not read do not make it new") {
    Sightings sightings;
    CHECK(sightings.is_new(anna, start));
    CHECK_FALSE(sightings.is_new(anna, start + 1900ms));
    CHECK_FALSE(sightings.is_new(anna, start + 3800ms));
}

TEST_CASE("A badge that was away for two seconds is new") {
    Sightings sightings;
    CHECK(sightings.is_new(anna, start));
    CHECK_FALSE(sightings.is_new(anna, start + 500ms));
    CHECK(sightings.is_new(anna, start + 2500ms));
}

TEST_CASE("A badge that comes back after another one is new earlier") {
    Sightings sightings;
    CHECK(sightings.is_new(anna, start));
    CHECK(sightings.is_new(boris, start + 300ms));
    CHECK(sightings.is_new(anna, start + 800ms));
    CHECK(sightings.is_new(boris, start + 1100ms));
}

TEST_CASE("Two badges side by side, read in turn, are two sightings and no more") {
    Sightings sightings;
    int sighted = 0;
    for (int frame = 0; frame < 300; ++frame)
        if (sightings.is_new(frame % 2 == 0 ? anna : boris, start + 33ms * frame)) ++sighted;
    CHECK(sighted == 2);
}

TEST_CASE("How long a badge must be away is a setting") {
    Sightings sightings({.absent = 5s, .absent_after_another = 5s});
    CHECK(sightings.is_new(anna, start));
    CHECK_FALSE(sightings.is_new(anna, start + 4s));
    CHECK(sightings.is_new(boris, start + 5s));
    CHECK_FALSE(sightings.is_new(anna, start + 8s));
    CHECK(sightings.is_new(anna, start + 13s));
}

TEST_CASE("Sightings can be told to forget") {
    Sightings sightings;
    CHECK(sightings.is_new(anna, start));
    sightings.forget();
    CHECK(sightings.is_new(anna, start + 10ms));
}

TEST_CASE("What is remembered has a bound, and what is read goes on being the badge still held") {
    Sightings sightings;
    for (std::uint8_t i = 0; i < 200; ++i) CHECK(sightings.is_new(Bytes{i}, start + 1ms * i));
    CHECK_FALSE(sightings.is_new(Bytes{199}, start + 201ms));
}

} // namespace
} // namespace foyer
