#include "tests/scanner/files.h"

#include <gst/app/gstappsrc.h>
#include <gst/gst.h>
#include <jpeglib.h>
#include <png.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <stdexcept>

#include "tests/catch.h"

namespace foyer::test {
namespace fs = std::filesystem;

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "foyer-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

namespace {

// `channels` bytes a pixel, each by its rule.
template <class Rule>
Bytes inked(const Frame& frame, int channels, Rule rule) {
    Bytes bytes;
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            for (int i = 0; i < channels; ++i) bytes.push_back(rule(frame.view().row(y)[x], i));
    return bytes;
}

} // namespace

void write_png(const fs::path& file, const Frame& frame, Ink ink) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(frame.width);
    image.height = static_cast<png_uint_32>(frame.height);
    Bytes bytes;
    if (ink == Ink::grey) {
        image.format = PNG_FORMAT_GRAY;
        bytes = inked(frame, 1, [](std::uint8_t grey, int) { return grey; });
    } else if (ink == Ink::rgb) {
        image.format = PNG_FORMAT_RGB;
        bytes = inked(frame, 3, [](std::uint8_t grey, int) { return grey; });
    } else if (ink == Ink::rgba_on_nothing) { // black where it is dark, nothing where it is light
        image.format = PNG_FORMAT_RGBA;
        bytes =
            inked(frame, 4, [](std::uint8_t grey, int i) { return static_cast<std::uint8_t>(i < 3 ? 0 : 255 - grey); });
    } else if (ink == Ink::palette_on_nothing) { // colour 0 is black, colour 1 nothing
        image.format = PNG_FORMAT_RGBA_COLORMAP;
        image.colormap_entries = 2;
        bytes = inked(frame, 1, [](std::uint8_t grey, int) { return grey < 128 ? std::uint8_t{0} : std::uint8_t{1}; });
    } else if (ink == Ink::red_on_grey) {
        image.format = PNG_FORMAT_RGB;
        bytes = inked(frame, 3, [](std::uint8_t grey, int i) {
            return static_cast<std::uint8_t>(grey >= 128 ? 127 : i == 0 ? 255 : 0);
        });
    } else if (ink == Ink::white_on_nothing) {
        image.format = PNG_FORMAT_RGBA;
        bytes = inked(frame, 4,
                      [](std::uint8_t grey, int i) { return static_cast<std::uint8_t>(i < 3 ? 255 : 255 - grey); });
    } else {
        image.format = PNG_FORMAT_LINEAR_Y;
        bytes = inked(frame, 2, [](std::uint8_t grey, int) { return grey; });
    }
    const std::array<std::uint8_t, 8> palette = {0, 0, 0, 255, 0, 0, 0, 0};
    REQUIRE(png_image_write_to_file(&image, file.c_str(), 0, bytes.data(), 0, palette.data()) != 0);
}

void write_jpeg(const fs::path& file, const Frame& frame, Ink ink) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    FILE* out = fopen(file.c_str(), "wb");
    jpeg_stdio_dest(&jpeg, out);
    jpeg.image_width = static_cast<JDIMENSION>(frame.width);
    jpeg.image_height = static_cast<JDIMENSION>(frame.height);
    const int channels = ink == Ink::cmyk ? 4 : 1;
    jpeg.input_components = channels;
    jpeg.in_color_space = ink == Ink::cmyk ? JCS_CMYK : JCS_GRAYSCALE;
    jpeg_set_defaults(&jpeg); // writes an Adobe marker for CMYK, whose inks are then inverted: 255 is none
    jpeg_start_compress(&jpeg, TRUE);
    Bytes bytes =
        inked(frame, channels, [&](std::uint8_t grey, int i) { return i == channels - 1 ? grey : std::uint8_t{255}; });
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW row = bytes.data() + static_cast<std::size_t>(jpeg.next_scanline) * jpeg.image_width *
                                          static_cast<unsigned>(channels);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    fclose(out);
}

void write_recording(const fs::path& file, const std::vector<Frame>& frames) {
    gst_init(nullptr, nullptr);
    const std::string size =
        "width=" + std::to_string(frames.at(0).width) + ",height=" + std::to_string(frames.at(0).height);
    GstElement* pipe = gst_parse_launch(("appsrc name=in format=time caps=video/x-raw,format=GRAY8," + size +
                                         ",framerate=30/1 ! videoconvert ! jpegenc ! avimux ! filesink name=out")
                                            .c_str(),
                                        nullptr);
    GstElement* in = gst_bin_get_by_name(GST_BIN(pipe), "in");
    GstElement* out = gst_bin_get_by_name(GST_BIN(pipe), "out");
    g_object_set(out, "location", file.c_str(), nullptr);
    gst_element_set_state(pipe, GST_STATE_PLAYING);
    GstClockTime at = 0;
    for (const auto& frame : frames) {
        GstBuffer* buffer = gst_buffer_new_memdup(frame.pixels.data(), frame.pixels.size());
        GST_BUFFER_PTS(buffer) = at;
        GST_BUFFER_DURATION(buffer) = GST_SECOND / 30;
        at += GST_SECOND / 30;
        gst_app_src_push_buffer(GST_APP_SRC(in), buffer);
    }
    gst_app_src_end_of_stream(GST_APP_SRC(in));
    GstBus* bus = gst_element_get_bus(pipe);
    GstMessage* message = gst_bus_timed_pop_filtered(bus, 20 * GST_SECOND,
                                                     static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR));
    REQUIRE(message != nullptr);
    CHECK(GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS);
    gst_message_unref(message);
    gst_object_unref(bus);
    gst_element_set_state(pipe, GST_STATE_NULL);
    gst_object_unref(in);
    gst_object_unref(out);
    gst_object_unref(pipe);
}

void write_text(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

void cut(const fs::path& file, double part_kept) {
    fs::resize_file(file, static_cast<std::uintmax_t>(static_cast<double>(fs::file_size(file)) * part_kept));
}

} // namespace foyer::test
