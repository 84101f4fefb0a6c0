#include "scanner/slides.h"

namespace foyer {
namespace {

namespace fs = std::filesystem;

class Slides {
public:
    Slides(std::vector<fs::path> pictures, int frames_each, LeftOut left_out)
        : pictures_(std::move(pictures)), each_(frames_each), left_out_(std::move(left_out)) {}

    std::optional<RawPicture> next() {
        if (shown_ == each_ || current_.pixels.empty()) {
            if (!advance()) return std::nullopt;
            shown_ = 0;
        }
        ++shown_;
        return current_;
    }

private:
    bool advance() {
        while (at_ < pictures_.size()) {
            auto frame = read_picture(pictures_[at_++]);
            if (!frame) { // one bad file must not stop the others
                if (left_out_) left_out_(frame.error());
                continue;
            }
            current_ = {PixelFormat::grey, frame->width, frame->height, frame->stride, std::move(frame->pixels)};
            return true;
        }
        return false;
    }

    std::vector<fs::path> pictures_;
    int each_;
    LeftOut left_out_;
    std::size_t at_ = 0;
    int shown_ = 0;
    RawPicture current_;
};

Result<std::vector<fs::path>> pictures_of(const fs::path& place) {
    std::error_code error;
    if (!fs::is_directory(place, error)) return std::vector{place};
    auto pictures = pictures_in(place);
    if (pictures && pictures->empty())
        return fault(FaultKind::not_found, place.string() + ": there is no PNG or JPEG picture in this folder.");
    return pictures;
}

} // namespace

Result<FrameGenerator> slides(const fs::path& place, int frames_each, LeftOut left_out) {
    auto pictures = pictures_of(place);
    if (!pictures) return std::unexpected(pictures.error());
    std::optional<Fault> last;
    for (const auto& picture : *pictures) {
        auto frame = read_picture(picture);
        if (frame)
            return [show = Slides(*pictures, std::max(frames_each, 1), std::move(left_out))]() mutable {
                return show.next();
            };
        last = frame.error();
    }
    return std::unexpected(*last);
}

} // namespace foyer
