#include "tests/screens/small_picture.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <map>

namespace foyer {
namespace {

using Colour = std::array<std::uint8_t, 3>;
constexpr std::size_t colours_most = 256;

std::vector<Colour> pixels_of(const Picture& picture) {
    std::vector<Colour> pixels;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4)
        pixels.push_back({picture.rgba[i], picture.rgba[i + 1], picture.rgba[i + 2]});
    return pixels;
}

std::vector<Colour> palette_of(const std::vector<Colour>& pixels) {
    std::map<Colour, int> counts;
    for (const Colour& colour : pixels) ++counts[colour];
    std::vector<Colour> palette;
    for (const auto& [colour, count] : counts) palette.push_back(colour);
    std::ranges::stable_sort(palette, std::greater{}, [&](const Colour& colour) { return counts[colour]; });
    if (palette.size() > colours_most) palette.resize(colours_most);
    return palette;
}

std::uint8_t nearest(const Colour& colour, const std::vector<Colour>& palette) {
    const auto apart = [&](const Colour& other) {
        int sum = 0;
        for (std::size_t i = 0; i < colour.size(); ++i) sum += (colour[i] - other[i]) * (colour[i] - other[i]);
        return sum;
    };
    return static_cast<std::uint8_t>(std::ranges::min_element(palette, {}, apart) - palette.begin());
}

} // namespace

Picture coarse(Picture picture) {
    for (std::uint8_t& value : picture.rgba) value = static_cast<std::uint8_t>(std::min(255, (value + 4) / 8 * 8));
    return picture;
}

Result<> keep(const Picture& picture, const std::string& path) {
    const auto pixels = pixels_of(picture);
    const auto palette = palette_of(pixels);
    std::map<Colour, std::uint8_t> places;
    std::vector<std::uint8_t> indices;
    for (const Colour& colour : pixels) {
        if (!places.contains(colour)) places[colour] = nearest(colour, palette);
        indices.push_back(places[colour]);
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = static_cast<png_uint_32>(palette.size());
    if (!png_image_write_to_file(&image, path.c_str(), 0, indices.data(), 0, palette.data()))
        return fault(FaultKind::disk, "Cannot write " + path + ": " + image.message);
    return {};
}

} // namespace foyer
