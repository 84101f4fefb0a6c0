#include "scanner/picture.h"

#include <jpeglib.h> // needs <cstdio> before it: frame.h has brought it by <string>
#include <png.h>

#include <array>
#include <csetjmp>
#include <cstring>
#include <fstream>
#include <memory>
#include <span>

#include <jerror.h>

namespace foyer {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t file_bytes_most = 256'000'000;

Frame frame_of(int width, int height) {
    Frame frame{{}, width, height, width, std::chrono::steady_clock::now(), 0};
    frame.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255);
    return frame;
}

std::unexpected<Fault> bad(const fs::path& file, const std::string& what) {
    return fault(FaultKind::bad_input, file.string() + ": " + what);
}

std::unexpected<Fault> too_large(const fs::path& file, std::int64_t width, std::int64_t height) {
    return bad(file, std::to_string(width) + " x " + std::to_string(height) +
                         " pixels are more than the 100 million that are read.");
}

bool starts_with(ByteView bytes, std::initializer_list<std::uint8_t> magic) {
    return bytes.size() >= magic.size() && std::equal(magic.begin(), magic.end(), bytes.begin());
}
bool is_png(ByteView bytes) { return starts_with(bytes, {0x89, 'P', 'N', 'G'}); }
bool is_jpeg(ByteView bytes) { return starts_with(bytes, {0xff, 0xd8, 0xff}); }

// A picture of a kind that is not read; empty: none that is known.
std::string_view foreign_kind(ByteView bytes) {
    if (starts_with(bytes, {'G', 'I', 'F', '8'})) return "a GIF";
    if (starts_with(bytes, {'B', 'M'})) return "a BMP";
    if (starts_with(bytes, {'I', 'I', 42, 0}) || starts_with(bytes, {'M', 'M', 0, 42})) return "a TIFF";
    if (starts_with(bytes, {'R', 'I', 'F', 'F'}) && bytes.size() >= 12 &&
        starts_with(bytes.subspan(8), {'W', 'E', 'B', 'P'}))
        return "a WebP";
    if (bytes.size() >= 12 && starts_with(bytes.subspan(4), {'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'})) return "a HEIC";
    return "";
}

// Of red, green and blue in turn.
void take_colour(const std::uint8_t* colours, std::span<std::uint8_t> into, Shades shades) {
    const std::size_t which = shades == Shades::green ? 1 : 0;
    for (std::size_t i = 0; i < into.size(); ++i) into[i] = colours[3 * i + which];
}

// libpng's simplified interface: no longjmp to look after.
Result<Frame> read_png(const fs::path& file, const Bytes& bytes, Shades shades) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, void (*)(png_image*)> owner(&image, png_image_free);
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return bad(file, image.message);
    const auto width = static_cast<std::int64_t>(image.width), height = static_cast<std::int64_t>(image.height);
    if (width * height > picture_pixels_most) return too_large(file, width, height);
    const bool one_colour = shades == Shades::red || shades == Shades::green;
    image.format = one_colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    auto frame = frame_of(static_cast<int>(width), static_cast<int>(height));
    // What it is filled with shows through where the picture is transparent.
    Bytes pixels(frame.pixels.size() * (one_colour ? 3 : 1), shades == Shades::grey_on_black ? 0 : 255);
    if (png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) == 0)
        return bad(file, std::string("cut off or damaged (") + image.message + ").");
    if (one_colour)
        take_colour(pixels.data(), frame.pixels, shades);
    else
        frame.pixels = std::move(pixels);
    return frame;
}

struct JpegErrors {
    jpeg_error_mgr manager; // first: libjpeg hands out a pointer to it
    std::jmp_buf leave;
    std::array<char, JMSG_LENGTH_MAX> message;
    bool cut_off;
};

JpegErrors& errors_of(j_common_ptr jpeg) { return *reinterpret_cast<JpegErrors*>(jpeg->err); }

extern "C" void foyer_jpeg_failed(j_common_ptr jpeg) {
    auto& errors = errors_of(jpeg);
    jpeg->err->format_message(jpeg, errors.message.data());
    std::longjmp(errors.leave, 1);
}

// Damage that libjpeg can paint over is left to the decoder; a file that ends early is not.
extern "C" void foyer_jpeg_message(j_common_ptr jpeg, int level) {
    if (level < 0 && jpeg->err->msg_code == JWRN_JPEG_EOF) errors_of(jpeg).cut_off = true;
}

extern "C" void foyer_jpeg_silent(j_common_ptr) {}

// A printer's four inks as grey. Adobe's files, nearly all there are, store them inverted: 255 is no ink.
void grey_of_inks(const std::uint8_t* inks, int width, bool inverted_inks, std::uint8_t* grey) {
    for (int x = 0; x < width; ++x, inks += 4) {
        const auto light = [&](int i) { return inverted_inks ? int{inks[i]} : 255 - inks[i]; };
        grey[x] = static_cast<std::uint8_t>((299 * light(0) + 587 * light(1) + 114 * light(2)) / 1000 * light(3) / 255);
    }
}

// Everything between setjmp and a possible longjmp lives here, outside of it: nothing with a destructor inside.
struct JpegReading {
    jpeg_decompress_struct jpeg{};
    JpegErrors errors{};
    Frame frame;
    Bytes line;
    Shades shades;
    bool large = false;

    explicit JpegReading(Shades wanted) : shades(wanted) {
        jpeg.err = jpeg_std_error(&errors.manager);
        errors.manager.error_exit = foyer_jpeg_failed;
        errors.manager.emit_message = foyer_jpeg_message;
        errors.manager.output_message = foyer_jpeg_silent;
    }
    ~JpegReading() { jpeg_destroy_decompress(&jpeg); }
    JpegReading(const JpegReading&) = delete;
    JpegReading& operator=(const JpegReading&) = delete;

    bool begin(const Bytes& bytes);
    void rows();
};

bool JpegReading::begin(const Bytes& bytes) {
    jpeg_create_decompress(&jpeg);
    jpeg.mem->max_memory_to_use = 400'000'000; // a progressive picture is held whole as coefficients
    jpeg_mem_src(&jpeg, bytes.data(), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    large = static_cast<std::int64_t>(jpeg.image_width) * jpeg.image_height > picture_pixels_most;
    return !large;
}

void JpegReading::rows() {
    const bool inks = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
    const bool one_colour = !inks && (shades == Shades::red || shades == Shades::green);
    jpeg.out_color_space = inks ? JCS_CMYK : one_colour ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_start_decompress(&jpeg);
    const int width = static_cast<int>(jpeg.output_width), height = static_cast<int>(jpeg.output_height);
    frame = frame_of(width, height);
    line.resize(static_cast<std::size_t>(width) * 4);
    while (jpeg.output_scanline < jpeg.output_height) {
        std::uint8_t* row = frame.pixels.data() + static_cast<std::size_t>(jpeg.output_scanline) * jpeg.output_width;
        JSAMPROW into = inks || one_colour ? line.data() : row;
        jpeg_read_scanlines(&jpeg, &into, 1);
        if (one_colour) take_colour(line.data(), {row, static_cast<std::size_t>(width)}, shades);
        if (inks) grey_of_inks(line.data(), width, jpeg.saw_Adobe_marker != 0, row);
    }
    jpeg_finish_decompress(&jpeg);
}

// True when it came to the end without an error.
bool run(JpegReading& reading, const Bytes& bytes) {
    if (setjmp(reading.errors.leave) != 0) return false;
    if (reading.begin(bytes)) reading.rows();
    return true;
}

Result<Frame> read_jpeg(const fs::path& file, const Bytes& bytes, Shades shades) {
    const auto reading = std::make_unique<JpegReading>(shades);
    if (!run(*reading, bytes)) return bad(file, std::string("damaged (") + reading->errors.message.data() + ").");
    if (reading->large) return too_large(file, reading->jpeg.image_width, reading->jpeg.image_height);
    if (reading->errors.cut_off) return bad(file, "cut off: the file ends within the picture.");
    return std::move(reading->frame);
}

Result<Bytes> contents(const fs::path& file) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        return fault(FaultKind::not_found, file.string() + ": there is no such file.");
    if (error) return fault(FaultKind::not_allowed, file.string() + ": cannot be opened: " + error.message() + ".");
    if (!fs::is_regular_file(status)) return bad(file, "not a file that can hold a picture.");
    const auto size = fs::file_size(file, error);
    if (error) return fault(FaultKind::disk, file.string() + ": cannot be read: " + error.message() + ".");
    if (size == 0) return bad(file, "the file is empty.");
    if (size > file_bytes_most) return bad(file, "larger than the 256 MB that are read of a picture.");
    std::ifstream in(file, std::ios::binary);
    if (!in) return fault(FaultKind::not_allowed, file.string() + ": cannot be opened: " + std::strerror(errno) + ".");
    Bytes bytes(static_cast<std::size_t>(size));
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

bool named_like_picture(const fs::path& file) {
    std::string ending = file.extension().string();
    for (auto& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return ending == ".png" || ending == ".jpg" || ending == ".jpeg";
}

} // namespace

Result<Frame> read_picture(const fs::path& file, Shades shades) {
    auto bytes = contents(file);
    if (!bytes) return std::unexpected(bytes.error());
    if (is_png(*bytes)) return read_png(file, *bytes, shades);
    if (is_jpeg(*bytes)) return read_jpeg(file, *bytes, shades);
    if (const auto kind = foreign_kind(*bytes); !kind.empty())
        return bad(file,
                   std::string(kind) + " picture; only PNG and JPEG are read: save or convert it as one of them.");
    return bad(file, "neither a PNG nor a JPEG picture.");
}

bool is_picture(const fs::path& file) {
    if (named_like_picture(file)) return true;
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return false;
    Bytes start(12);
    std::ifstream in(file, std::ios::binary);
    in.read(reinterpret_cast<char*>(start.data()), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    return is_png(start) || is_jpeg(start) || !foreign_kind(start).empty();
}

Result<std::vector<fs::path>> pictures_in(const fs::path& folder) {
    std::vector<fs::path> pictures;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (named_like_picture(entry->path()) && !entry->is_directory(error)) pictures.push_back(entry->path());
    if (error) return fault(FaultKind::not_found, folder.string() + ": cannot be listed: " + error.message() + ".");
    std::sort(pictures.begin(), pictures.end());
    return pictures;
}

} // namespace foyer
