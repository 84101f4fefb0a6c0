#include "kiosk/text/png.h"

#include <cairo.h>

#include <cassert>
#include <memory>

namespace foyer {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

std::size_t pixel(const Picture& picture, int x, int y) {
    return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x));
}

} // namespace

Result<> write_png(const Picture& picture, const std::string& path) {
    assert(picture.rgba.size() == pixel(picture, 0, picture.height));
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height),
                    cairo_surface_destroy);
    auto* rows = cairo_image_surface_get_data(surface.get());
    if (!rows) return fault(FaultKind::bad_input, "A picture of this size cannot be written: " + path);
    const int stride = cairo_image_surface_get_stride(surface.get());
    cairo_surface_flush(surface.get());
    for (int y = 0; y < picture.height; ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < picture.width; ++x) {
            const auto* p = &picture.rgba[pixel(picture, x, y)];
            row[x] =
                0xff000000u | static_cast<std::uint32_t>(p[0]) << 16 | static_cast<std::uint32_t>(p[1]) << 8 | p[2];
        }
    }
    cairo_surface_mark_dirty(surface.get());
    if (const auto status = cairo_surface_write_to_png(surface.get(), path.c_str()); status != CAIRO_STATUS_SUCCESS)
        return fault(FaultKind::disk, "Cannot write " + path + ": " + cairo_status_to_string(status));
    return {};
}

Result<Picture> read_png(const std::string& path) {
    Surface loaded(cairo_image_surface_create_from_png(path.c_str()), cairo_surface_destroy);
    const auto status = cairo_surface_status(loaded.get());
    if (status == CAIRO_STATUS_FILE_NOT_FOUND) return fault(FaultKind::not_found, "No such picture: " + path);
    if (status != CAIRO_STATUS_SUCCESS)
        return fault(FaultKind::bad_input, "Cannot read " + path + ": " + cairo_status_to_string(status));
    const auto format = cairo_image_surface_get_format(loaded.get());
    if (format != CAIRO_FORMAT_RGB24 && format != CAIRO_FORMAT_ARGB32)
        return fault(FaultKind::bad_input, "Not a colour picture: " + path);

    Picture picture{cairo_image_surface_get_width(loaded.get()), cairo_image_surface_get_height(loaded.get()), {}};
    picture.rgba.resize(pixel(picture, 0, picture.height));
    const auto* rows = cairo_image_surface_get_data(loaded.get());
    const int stride = cairo_image_surface_get_stride(loaded.get());
    for (int y = 0; y < picture.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < picture.width; ++x) {
            auto* p = &picture.rgba[pixel(picture, x, y)];
            p[0] = static_cast<std::uint8_t>(row[x] >> 16);
            p[1] = static_cast<std::uint8_t>(row[x] >> 8);
            p[2] = static_cast<std::uint8_t>(row[x]);
            p[3] = 255;
        }
    }
    return picture;
}

Picture halved(const Picture& picture) {
    Picture half{picture.width / 2, picture.height / 2, {}};
    half.rgba.resize(pixel(half, 0, half.height));
    for (int y = 0; y < half.height; ++y)
        for (int x = 0; x < half.width; ++x)
            for (std::size_t channel = 0; channel < 4; ++channel) {
                const int sum = picture.rgba[pixel(picture, 2 * x, 2 * y) + channel] +
                                picture.rgba[pixel(picture, 2 * x + 1, 2 * y) + channel] +
                                picture.rgba[pixel(picture, 2 * x, 2 * y + 1) + channel] +
                                picture.rgba[pixel(picture, 2 * x + 1, 2 * y + 1) + channel];
                half.rgba[pixel(half, x, y) + channel] = static_cast<std::uint8_t>((sum + 2) / 4);
            }
    return half;
}

} // namespace foyer
