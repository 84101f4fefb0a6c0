#include "scanner/feed/feed.h"

#include <cmath>
#include <cstdlib>

#include "scanner/reader.h"
#include "tests/catch.h"
#include "tests/feed/day.h"

using namespace foyer;

namespace {

Frame as_frame(RawFrame raw) {
    Frame frame;
    frame.pixels = std::move(raw.pixels);
    frame.width = frame.stride = raw.width;
    frame.height = raw.height;
    frame.sequence = raw.number + 1;
    frame.captured = SteadyTime{std::chrono::milliseconds{83 * static_cast<int>(raw.number)}};
    return frame;
}

struct Tally {
    int frames = 0, whole = 0, plain = 0, foyer = 0; // of `whole`: read by a plain call, by Foyer's reader
    int strange = 0;                                 // readings of something that the guest does not hold
    std::vector<bool> met = std::vector<bool>(day_guests);
};

Tally read_day(std::uint64_t seed) {
    Tally tally;
    Feed feed(day(AtEnd::stop), seed);
    Reader reader;
    while (!feed.ended()) {
        RawFrame raw = feed.next();
        const Truth truth = raw.truth;
        const Frame frame = as_frame(std::move(raw));
        const auto plain = truth.whole_code_in_view ? plain_read(frame, "feed") : std::nullopt,
                   ours = reader.read(frame);
        ++tally.frames;
        for (const auto* reading : {&plain, &ours})
            if (*reading && (!truth.guest || (*reading)->text != code_of_guest(*truth.guest))) ++tally.strange;
        if (ours && truth.guest) tally.met[*truth.guest] = true;
        if (!truth.whole_code_in_view) continue;
        ++tally.whole;
        tally.plain += plain ? 1 : 0;
        tally.foyer += ours ? 1 : 0;
    }
    return tally;
}

FeedScript one_card(float pause_seconds) {
    FeedScript script;
    Guest guest;
    guest.picture = make_grey(86, 124, 255);
    guest.hold_seconds = 0.5F;
    guest.pause_seconds = pause_seconds;
    script.guests.push_back(guest);
    script.at_end = AtEnd::stop;
    return script;
}

} // namespace

TEST_CASE(
    "A plain call of the decoder reads 60 to 90 % of the frames that show a whole code, and Foyer meets everybody") {
    constexpr std::uint64_t seed = 20230529;
    const Tally tally = read_day(seed);
    const double plain = 100.0 * tally.plain / tally.whole, foyer = 100.0 * tally.foyer / tally.whole;
    UNSCOPED_INFO("seed " << seed << ": " << tally.whole << " of " << tally.frames
                          << " frames show a whole code; plain " << plain << " %, Foyer " << foyer << " %");
    CHECK(tally.whole > 150);
    CHECK(plain > 64);
    CHECK(plain < 86);
    CHECK(tally.strange == 0);
    for (std::size_t guest = 0; guest < day_guests; ++guest) {
        INFO("guest " << guest);
        CHECK(tally.met[guest]);
    }
    if (std::getenv("FOYER_TELL")) WARN("plain " << plain << " Foyer " << foyer);
}

TEST_CASE("The corners that the feed reports are those that a decoder finds") {
    Feed feed(day(AtEnd::stop), 7);
    int compared = 0;
    double worst = 0;
    while (!feed.ended() && compared < 60) {
        RawFrame raw = feed.next();
        const Truth truth = raw.truth;
        if (!truth.whole_code_in_view) continue;
        const auto reading = plain_read(as_frame(std::move(raw)), "feed");
        if (!reading) continue;
        ++compared;
        for (std::size_t i = 0; i < 4; ++i)
            worst = std::max(worst, static_cast<double>(std::hypot(reading->corners[i].x - truth.code[i].x,
                                                                   reading->corners[i].y - truth.code[i].y)));
    }
    REQUIRE(compared == 60);
    CHECK(worst < 25); // px; the decoder's own corners wander by a module, and half a motion blur
}

TEST_CASE("The same script and seed give the same frames, another seed others") {
    Feed a(day(AtEnd::loop), 5), b(day(AtEnd::loop), 5), c(day(AtEnd::loop), 6);
    bool differs = false;
    for (int i = 0; i < 60; ++i) {
        const RawFrame from_a = a.next(), from_b = b.next();
        REQUIRE(from_a.pixels == from_b.pixels);
        REQUIRE(from_a.number == static_cast<std::uint64_t>(i));
        differs = differs || from_a.pixels != c.next().pixels;
    }
    CHECK(differs);
}

TEST_CASE("A script that stops ends after its last guest and shows an empty foyer; one that loops begins again") {
    FeedScript script = one_card(0.2F);
    Feed once(script, 3);
    bool seen = false;
    int frames = 0;
    for (; !once.ended() && frames < 300; ++frames) seen = once.next().truth.whole_code_in_view || seen;
    CHECK(seen);
    REQUIRE(frames < 300);
    CHECK_FALSE(once.next().truth.guest);
    script.at_end = AtEnd::loop;
    Feed again(script, 3);
    int appearances = 0;
    bool before = false;
    for (int i = 0; i < 3 * frames; ++i) {
        const bool here = again.next().truth.guest.has_value();
        appearances += here && !before ? 1 : 0;
        before = here;
    }
    CHECK(appearances >= 2);
    CHECK_FALSE(again.ended());
}

TEST_CASE("Between two guests nobody holds anything up, for at least the pause") {
    FeedScript script = one_card(1.0F);
    script.guests.push_back(script.guests[0]);
    Feed feed(script, 9);
    int empty = 0, longest = 0;
    std::optional<std::size_t> last;
    while (!feed.ended()) {
        const auto guest = feed.next().truth.guest;
        empty = guest ? 0 : empty + 1;
        if (last == 0U && !guest) longest = std::max(longest, empty);
        if (guest) last = guest;
    }
    CHECK(longest >= 30);
}

TEST_CASE("Pictures of any shape can be held up, and no guest at all is an empty foyer") {
    const auto [width, height] = GENERATE(std::pair{1, 1}, std::pair{2000, 3}, std::pair{3, 2000}, std::pair{640, 480});
    FeedScript script = one_card(0);
    script.guests[0].picture = make_grey(width, height, 200);
    script.guests[0].difficulty = 1;
    Feed feed(script, 11);
    for (int i = 0; i < 60; ++i) REQUIRE(feed.next().pixels.size() == std::size_t{Feed::width} * Feed::height);
    Feed empty(FeedScript{}, 1);
    CHECK_FALSE(empty.next().truth.guest);
    CHECK_FALSE(empty.ended());
}
