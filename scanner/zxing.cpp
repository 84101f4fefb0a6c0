#include "scanner/zxing.h"

// Makes text() a std::string in 1.4; later versions have nothing else.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#if __has_include(<ZXing/Version.h>)
#define FOYER_ZXING_2 1 // 2.x and 3.x; 1.4 has ZXVersion.h alone
#endif

#include <exception>

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

std::optional<Decoded> decode(const GreyView& view, const Options& options) {
    if (view.empty()) return std::nullopt;
    try {
        const ZXing::ImageView image(view.pixels, view.width, view.height, ZXing::ImageFormat::Lum, view.stride);
        const auto barcodes = ZXing::ReadBarcodes(image, options);
        if (barcodes.empty() || !barcodes.front().isValid()) return std::nullopt;
        return decoded(barcodes.front());
    } catch (const std::exception&) {
        return std::nullopt; // out of memory or a bug of the library: to a guest it is a frame without a code
    }
}

} // namespace

std::optional<Decoded> decode_qr(const GreyView& view, Effort effort) { return decode(view, options_for(effort)); }

std::optional<Decoded> decode_plain(const GreyView& view) { return decode(view, one_qr_code()); }

std::optional<Decoded> decode_any_format(const GreyView& view) { return decode(view, Options()); }

} // namespace foyer
