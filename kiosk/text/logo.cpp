#include "kiosk/text/logo.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <cairo.h>

namespace foyer {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Drawing = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

Surface read_png(ByteView png) {
    const auto take = [](void* left, unsigned char* to, unsigned int size) {
        auto& bytes = *static_cast<ByteView*>(left);
        if (bytes.size() < size) return CAIRO_STATUS_READ_ERROR;
        std::copy_n(bytes.begin(), size, to);
        bytes = bytes.subspan(size);
        return CAIRO_STATUS_SUCCESS;
    };
    return {cairo_image_surface_create_from_png_stream(take, &png), &cairo_surface_destroy};
}

} // namespace

std::optional<Logo> make_logo(ByteView png, int height, int most_wide) {
    const Surface picture = read_png(png);
    if (cairo_surface_status(picture.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    const double wide = cairo_image_surface_get_width(picture.get()),
                 tall = cairo_image_surface_get_height(picture.get()),
                 scale = std::min(height / tall, most_wide / wide);
    Logo logo{std::max(1, static_cast<int>(std::lround(wide * scale))),
              std::max(1, static_cast<int>(std::lround(tall * scale))),
              {}};
    const Surface drawn{cairo_image_surface_create(CAIRO_FORMAT_RGB24, logo.width, logo.height),
                        &cairo_surface_destroy};
    const Drawing cairo{cairo_create(drawn.get()), &cairo_destroy};
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), logo.width / wide, logo.height / tall);
    cairo_set_source_surface(cairo.get(), picture.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo.get()), CAIRO_FILTER_BEST);
    cairo_paint(cairo.get());
    cairo_surface_flush(drawn.get());
    const int stride = cairo_image_surface_get_stride(drawn.get());
    const unsigned char* rows = cairo_image_surface_get_data(drawn.get());
    if (rows == nullptr) return std::nullopt;
    for (int y = 0; y < logo.height; ++y)
        for (int x = 0; x < logo.width; ++x) {
            const unsigned char* bgr = rows + y * stride + 4 * x; // little-endian
            logo.pixels.insert(logo.pixels.end(), {bgr[2], bgr[1], bgr[0], 255});
        }
    return logo;
}

} // namespace foyer
