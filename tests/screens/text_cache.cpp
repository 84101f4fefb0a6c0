#include "kiosk/screens/text_cache.h"

#include <set>

#include "tests/catch.h"

namespace foyer {
namespace {

class Counted : public NoTextures {
public:
    TextureId create(TextureKind kind, int width, int height, int stride, const std::uint8_t* pixels) override {
        const auto id = NoTextures::create(kind, width, height, stride, pixels);
        alive.insert(id);
        return id;
    }
    void destroy(TextureId id) override { CHECK(alive.erase(id) == 1); }
    std::set<TextureId> alive;
};

TextStyle at(double size) {
    TextStyle style;
    style.language = "en";
    style.size_px = size;
    return style;
}

} // namespace

TEST_CASE("a text shown again is not set again") {
    Counted textures;
    TextCache cache(textures);
    const auto first = cache.get("Welcome", at(40), Fit::cut, 40, {}).texture;
    CHECK(cache.get("Welcome", at(40), Fit::cut, 40, {255, 255, 255}).texture ==
          first); // tinted, not set, in its colour
    CHECK(cache.get("Welcome", at(41), Fit::cut, 40, {}).texture != first);
    CHECK(cache.counts().hits == 1);
    CHECK(cache.counts().misses == 2);
}

TEST_CASE("emoji are kept once for each colour of the text beside them") {
    Counted textures;
    TextCache cache(textures);
    const auto red = cache.get("A🚀", at(40), Fit::cut, 40, {255, 0, 0}).texture;
    const auto blue = cache.get("A🚀", at(40), Fit::cut, 40, {0, 0, 255}).texture;
    CHECK(red != blue);
    CHECK(cache.get("A🚀", at(40), Fit::cut, 40, {255, 0, 0}).texture == red);
    CHECK(cache.get("A🚀", at(40), Fit::cut, 40, {0, 0, 255}).texture == blue);
    CHECK(cache.get("A🚀", at(40), Fit::cut, 40, {0, 0, 255}).coloured);
}

TEST_CASE("over its bound the cache forgets what was shown longest ago, and only between frames") {
    Counted textures;
    {
        TextCache cache(textures, 40000);
        const auto name = [](int i) { return "Guest number " + std::to_string(i); };
        for (int i = 0; i < 50; ++i) (void)cache.get(name(i), at(40), Fit::cut, 40, {});
        CHECK(textures.alive.size() == 50);
        (void)cache.get(name(0), at(40), Fit::cut, 40, {});
        cache.trim();
        CHECK(cache.counts().bytes <= 40000);
        CHECK(textures.alive.size() < 50);
        const auto misses = cache.counts().misses;
        (void)cache.get(name(0), at(40), Fit::cut, 40, {}); // the latest: kept
        CHECK(cache.counts().misses == misses);
        (void)cache.get(name(1), at(40), Fit::cut, 40, {}); // the oldest: gone
        CHECK(cache.counts().misses == misses + 1);
    }
    CHECK(textures.alive.empty());
}

TEST_CASE("a text too wide shrinks to what fits, and says at what size") {
    Counted textures;
    TextCache cache(textures);
    auto style = at(100);
    style.width_max = 400;
    const auto& entry = cache.get("Anneliese Falkenrath", style, Fit::shrink, 30, {});
    CHECK(entry.size_px < 100);
    CHECK(entry.size_px >= 30);
    CHECK_FALSE(entry.size.cut);
    CHECK(entry.size.width <= 401);
}

} // namespace foyer
