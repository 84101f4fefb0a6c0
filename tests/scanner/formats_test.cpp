#include "scanner/formats.h"

#if __has_include(<ZXing/MultiFormatWriter.h>) // 1.4 and 2.3; 3.1 still, and calls it old
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#endif

#include "scanner/reader.h"
#include "tests/catch.h"
#include "tests/scanner/scene.h"

namespace foyer {
namespace {

TEST_CASE("Formats are named one by one, and a name that is none says which there are") {
    CHECK(formats_of("") == Formats{});
    CHECK(formats_of("qr") == Formats{});
    CHECK(formats_of("aztec,code-128") == Formats{.aztec = true, .code_128 = true});
    CHECK(formats_of("pdf417,qr,data-matrix") == Formats{.pdf417 = true, .data_matrix = true});
    const auto none = formats_of("aztec,ean");
    REQUIRE_FALSE(none);
    CHECK(none.error().detail.find("'ean'") != std::string::npos);
    CHECK(none.error().detail.find("data-matrix") != std::string::npos);
}

#if __has_include(<ZXing/MultiFormatWriter.h>)
Frame printed(ZXing::BarcodeFormat format, const std::wstring& text) {
    const auto bits = ZXing::MultiFormatWriter(format).setMargin(20).encode(text, 400, 240);
    Frame frame{{}, bits.width(), bits.height(), bits.width(), {}, 0};
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) frame.pixels.push_back(bits.get(x, y) ? 30 : 220);
    return frame;
}

std::string text_in(const Frame& frame, const Formats& formats) {
    Reader reader({.others = formats});
    for (int i = 0; i < 3; ++i) // not in each frame
        if (const auto reading = reader.read(frame)) return reading->text;
    return "";
}

TEST_CASE("Each format is read when it is switched on, by stream and still, and not otherwise") {
    using ZXing::BarcodeFormat;
    const auto [format, formats] =
        GENERATE(table<BarcodeFormat, Formats>({{BarcodeFormat::Aztec, {.aztec = true}},
                                                {BarcodeFormat::PDF417, {.pdf417 = true}},
                                                {BarcodeFormat::DataMatrix, {.data_matrix = true}},
                                                {BarcodeFormat::Code128, {.code_128 = true}}}));
    const auto frame = printed(format, L"ITEM 4711");
    CHECK(text_in(frame, {}).empty());
    CHECK(text_in(frame, formats) == "ITEM 4711");
    CHECK(read_all(frame, "").empty());
    const auto all = read_all(frame, "", formats);
    REQUIRE(all.size() == 1);
    CHECK(all[0].text == "ITEM 4711");
    const auto code = test::photograph({.text = "X22222222222222N"});
    CHECK(text_in(code, formats) == "X22222222222222N");
}
#endif

} // namespace
} // namespace foyer
