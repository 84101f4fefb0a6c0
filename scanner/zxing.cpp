#include "scanner/zxing.h"

// Makes text() a std::string in 1.4; later versions have nothing else.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#if __has_include(<ZXing/Version.h>)
#include <ZXing/Version.h>
#define FOYER_ZXING_2 1 // 2.x and 3.x; 1.4 has ZXVersion.h alone
#else
#include <ZXing/ZXVersion.h>
#endif

#include <exception>

#include "scanner/version.h"

namespace foyer {
namespace {

#ifdef FOYER_ZXING_2
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;
#endif

Options one_qr_code() {
    Options options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setMaxNumberOfSymbols(1); // with 1.4 also what makes it try smaller scales
    return options;
}

Options options_for(Effort effort) {
    auto options = one_qr_code();
    const bool hard = effort != Effort::quick;
    options.setTryHarder(hard);
    options.setTryDownscale(hard);
    options.setTryRotate(false); // finding QR codes is free of rotation: measured, no count changed
    if (effort == Effort::histogram) options.setBinarizer(ZXing::Binarizer::GlobalHistogram);
#ifdef FOYER_ZXING_2
    options.setTryInvert(false); // 1.4 cannot: the reader inverts the frame itself, with all versions alike
#endif
    return options;
}

std::string text_of(const Bytes& bytes, std::string converted) {
    if (is_utf8(bytes)) return std::string(as_text(bytes));
    if (is_utf8(as_bytes(converted))) return converted;
    return {}; // neither is text: `bytes` still has all of it
}

template <class Barcode>
Decoded decoded(const Barcode& barcode) {
    Decoded result;
    const auto& bytes = barcode.bytes();
    result.bytes.assign(bytes.begin(), bytes.end());
    result.text = text_of(result.bytes, barcode.text());
    const auto& position = barcode.position();
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& point = position[i];
        result.corners[i] = {static_cast<float>(point.x), static_cast<float>(point.y)};
    }
    return result;
}

std::vector<Decoded> decode(const GreyView& view, const Options& options) {
    std::vector<Decoded> codes;
    if (view.empty()) return codes;
    try {
        const ZXing::ImageView image(view.pixels, view.width, view.height, ZXing::ImageFormat::Lum, view.stride);
        for (const auto& barcode : ZXing::ReadBarcodes(image, options))
            if (barcode.isValid()) codes.push_back(decoded(barcode));
    } catch (const std::exception&) {
        // out of memory or a bug of the library: to a guest it is a frame without a code
    }
    return codes;
}

std::optional<Decoded> first(std::vector<Decoded> codes) {
    if (codes.empty()) return std::nullopt;
    return std::move(codes.front());
}

Options options_for(const Formats& formats) {
    std::string wanted;
    if (formats.aztec) wanted += "Aztec,";
    if (formats.pdf417) wanted += "PDF417,";
    if (formats.data_matrix) wanted += "DataMatrix,";
    if (formats.code_128) wanted += "Code128,";
    Options options;
    options.setFormats(ZXing::BarcodeFormatsFromString(wanted)); // the types differ, the names do not
    options.setMaxNumberOfSymbols(1);
    return options;
}

} // namespace

std::optional<Decoded> decode_qr(const GreyView& view, Effort effort) {
    return first(decode(view, options_for(effort)));
}

std::vector<Decoded> decode_all(const GreyView& view, Effort effort) {
    auto options = options_for(effort);
    options.setMaxNumberOfSymbols(255);
    return decode(view, options);
}

std::optional<Decoded> decode_others(const GreyView& view, const Formats& formats) {
    return first(decode(view, options_for(formats)));
}

std::optional<Decoded> decode_modules(const ModuleMap& modules) {
    constexpr int pixels = 2, quiet = 2; // a module; modules round the code
    const int side = (modules.side + 2 * quiet) * pixels;
    Bytes picture(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 255);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            if (modules.around(x / pixels - quiet, y / pixels - quiet) < 0)
                picture[static_cast<std::size_t>(y * side + x)] = 0;
    auto options = one_qr_code();
    options.setIsPure(true);
    options.setBinarizer(ZXing::Binarizer::FixedThreshold);
    return first(decode({picture.data(), side, side, side}, options));
}

int zxing_version_major() { return ZXING_VERSION_MAJOR; }

std::optional<Decoded> decode_plain(const GreyView& view) { return first(decode(view, one_qr_code())); }

std::string zxing_version() {
    return std::to_string(ZXING_VERSION_MAJOR) + "." + std::to_string(ZXING_VERSION_MINOR) + "." +
           std::to_string(ZXING_VERSION_PATCH);
}

} // namespace foyer
