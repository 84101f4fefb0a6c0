#include "tests/optics/bench/others.h"

#include <cstring>
#include <memory>

#ifdef FOYER_HAS_ZBAR
#include <zbar.h>
#endif
#ifdef FOYER_HAS_QUIRC
#include <quirc.h>
#endif

namespace foyer::bench {
namespace {

#ifdef FOYER_HAS_ZBAR
Contender with_zbar() {
    auto scanner = std::make_shared<zbar::ImageScanner>();
    scanner->set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner->set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    return {"zbar, QR only", "zbar", [scanner](const Frame& frame) {
                zbar::Image image(static_cast<unsigned>(frame.width), static_cast<unsigned>(frame.height), "Y800",
                                  frame.pixels.data(), frame.pixels.size());
                if (scanner->scan(image) <= 0) return std::string();
                return image.symbol_begin()->get_data();
            }};
}
#endif

#ifdef FOYER_HAS_QUIRC
Contender with_quirc() {
    const std::shared_ptr<quirc> reader(quirc_new(), quirc_destroy);
    return {"quirc", "quirc", [reader](const Frame& frame) {
                quirc_resize(reader.get(), frame.width, frame.height);
                std::uint8_t* into = quirc_begin(reader.get(), nullptr, nullptr);
                std::memcpy(into, frame.pixels.data(), frame.pixels.size());
                quirc_end(reader.get());
                for (int i = 0; i < quirc_count(reader.get()); ++i) {
                    quirc_code code{};
                    quirc_data data{};
                    quirc_extract(reader.get(), i, &code);
                    if (quirc_decode(&code, &data) == QUIRC_SUCCESS)
                        return std::string(data.payload, data.payload + data.payload_len);
                }
                return std::string();
            }};
}
#endif

} // namespace

std::vector<Contender> other_readers() {
    std::vector<Contender> all;
#ifdef FOYER_HAS_ZBAR
    all.push_back(with_zbar());
#endif
#ifdef FOYER_HAS_QUIRC
    all.push_back(with_quirc());
#endif
    return all;
}

} // namespace foyer::bench
