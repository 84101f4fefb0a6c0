// A camera with a reader behind it, as a source of codes.
#pragma once

#include "scanner/camera.h"
#include "scanner/reader.h"
#include "scanner/source.h"

namespace foyer {

class CameraWatch : public CodeSource {
public:
    explicit CameraWatch(Camera camera) : CameraWatch(std::move(camera), Reader::Settings()) {}
    // The readings are given the camera's name.
    CameraWatch(Camera camera, Reader::Settings settings);

    [[nodiscard]] const std::string& name() const override { return camera_.name(); }
    [[nodiscard]] int ready() const override { return camera_.ready(); }
    Result<std::optional<Glimpse>> take() override;
    [[nodiscard]] bool ended() const override { return camera_.ended(); }
    [[nodiscard]] std::string remark() const override;

private:
    Camera camera_;
    Reader reader_;
};

} // namespace foyer
