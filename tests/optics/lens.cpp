#include "tests/optics/lens.h"

#include <jpeglib.h> // needs <cstdio> before it: lens.h has brought it by <string>

#include <cmath>
#include <cstdlib>

namespace foyer::test {
namespace {

// into += weight * from moved by (dx, dy) whole pixels; what lies outside is as at the edge.
void add_moved(const Light& from, Light& into, int dx, int dy, float weight) {
    const int inner_left = std::max(0, dx), inner_right = std::min(from.width, from.width + dx);
    for (int y = 0; y < from.height; ++y) {
        const float* row = &from.grey[from.index(0, std::clamp(y - dy, 0, from.height - 1))];
        float* out = &into.grey[into.index(0, y)];
        for (int x = 0; x < inner_left; ++x) out[x] += weight * row[0];
        for (int x = inner_left; x < inner_right; ++x) out[x] += weight * row[x - dx];
        for (int x = inner_right; x < from.width; ++x) out[x] += weight * row[from.width - 1];
    }
}

// The sum of four even numbers is near enough to a normal distribution, and the same everywhere.
float noise(feed::Prng& random) {
    const std::uint64_t bits = random.next();
    float sum = 0;
    for (unsigned i = 0; i < 4; ++i) sum += static_cast<float>(bits >> (16 * i) & 0xffffU);
    return (sum / 65535.0F - 2.0F) * 1.7320508F;
}

float glare_at(const Shot& shot, int x, int y) {
    const float dx = (static_cast<float>(x) - shot.glare_at.x) / shot.glare_radius;
    const float dy = (static_cast<float>(y) - shot.glare_at.y) / shot.glare_radius;
    const float away = dx * dx + dy * dy;
    return away > 4 ? 0 : 255 * shot.glare * std::exp(-1.5F * away * away);
}

} // namespace

void Light::blur(float sigma) {
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    if (reach == 0) return;
    std::vector<float> weights;
    float sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        const float part = static_cast<float>(i) / sigma;
        weights.push_back(std::exp(-0.5F * part * part));
        sum += weights.back();
    }
    for (const bool across : {true, false}) {
        Light into(width, height);
        for (int i = -reach; i <= reach; ++i)
            add_moved(*this, into, across ? i : 0, across ? 0 : i, weights[static_cast<std::size_t>(i + reach)] / sum);
        grey.swap(into.grey);
    }
}

void Light::smear(feed::Point path) {
    const int steps = static_cast<int>(2 * std::hypot(path.x, path.y));
    if (steps < 2) return;
    Light into(width, height);
    for (int i = 0; i < steps; ++i) { // each of the path's points, shared out among the four pixels round it
        const float part = (static_cast<float>(i) + 0.5F) / static_cast<float>(steps) - 0.5F;
        const float x = part * path.x, y = part * path.y, left = std::floor(x), top = std::floor(y);
        for (int corner = 0; corner < 4; ++corner) {
            const int right = corner % 2, below = corner / 2;
            const float weight = (right != 0 ? x - left : 1 - x + left) * (below != 0 ? y - top : 1 - y + top);
            if (weight < 0.01F) continue;
            add_moved(*this, into, static_cast<int>(left) + right, static_cast<int>(top) + below,
                      weight / static_cast<float>(steps));
        }
    }
    grey.swap(into.grey);
}

namespace {

// What the sensor makes of light from 0 to 255, in quarters of a grey level.
std::vector<float> gamma_curve(float gamma) {
    std::vector<float> curve;
    for (int i = 0; i <= 255 * 4; ++i) curve.push_back(255 * std::pow(static_cast<float>(i) / (255 * 4), gamma));
    return curve;
}

} // namespace

Frame exposed(const Light& light, const Shot& shot, feed::Prng& random) {
    Frame frame{{}, light.width, light.height, light.width, {}, 0};
    frame.pixels.reserve(light.grey.size());
    const auto curve = gamma_curve(shot.gamma);
    for (int y = 0; y < light.height; ++y)
        for (int x = 0; x < light.width; ++x) {
            const float part_x = static_cast<float>(x) / static_cast<float>(light.width) - 0.5F;
            const float part_y = static_cast<float>(y) / static_cast<float>(light.height) - 0.5F;
            const float gain = shot.gain * std::max(0.1F, 1 + shot.slope_x * part_x + shot.slope_y * part_y);
            float value = light.at(x, y) * gain + (shot.glare > 0 ? glare_at(shot, x, y) : 0);
            value = curve[static_cast<std::size_t>(std::clamp(value, 0.0F, 255.0F) * 4)];
            value = std::clamp(value + shot.noise * noise(random), 0.0F, 255.0F);
            frame.pixels.push_back(static_cast<std::uint8_t>(value + 0.5F));
        }
    return shot.jpeg_quality > 0 ? through_jpeg(frame, shot.jpeg_quality) : frame;
}

Bytes jpeg_of(const Frame& frame, int quality) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &memory, &size);
    jpeg.image_width = static_cast<JDIMENSION>(frame.width);
    jpeg.image_height = static_cast<JDIMENSION>(frame.height);
    jpeg.input_components = 1;
    jpeg.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto* row = const_cast<JSAMPLE*>(frame.view().row(static_cast<int>(jpeg.next_scanline)));
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    Bytes bytes(memory, memory + size);
    std::free(memory);
    return bytes;
}

Frame through_jpeg(const Frame& frame, int quality) {
    const Bytes bytes = jpeg_of(frame, quality);
    Frame result = frame;
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, bytes.data(), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    jpeg_start_decompress(&jpeg);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = result.pixels.data() + static_cast<std::size_t>(jpeg.output_scanline) * jpeg.output_width;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    return result;
}

} // namespace foyer::test
