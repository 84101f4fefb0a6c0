#include "scanner/watch.h"

namespace foyer {

static Reader::Settings named(Reader::Settings settings, const std::string& source) {
    settings.source = source;
    return settings;
}

CameraWatch::CameraWatch(Camera camera, Reader::Settings settings)
    : camera_(std::move(camera)), reader_(named(std::move(settings), camera_.name())) {}

Result<std::optional<Glimpse>> CameraWatch::take() {
    auto frame = camera_.next(std::chrono::milliseconds{0});
    if (!frame) return std::unexpected(frame.error());
    if (!*frame) return std::nullopt;
    auto reading = reader_.read(**frame);
    return Glimpse{std::move(*frame), std::move(reading)};
}

std::string CameraWatch::remark() const {
    return camera_.ended() ? camera_.name() + " has ended: no more pictures come from it." : "";
}

} // namespace foyer
