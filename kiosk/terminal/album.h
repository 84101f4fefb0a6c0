// A picture of each kind of screen, as it first appeared once its animation had come to rest. Glass thread; the files
// are written by the press.
#pragma once

#include <filesystem>
#include <set>

#include "kiosk/app/model.h"
#include "kiosk/app/views.h"
#include "kiosk/terminal/press.h"
#include "kiosk/text/png.h"

namespace foyer {

class Album {
public:
    Album(std::filesystem::path folder, Press& press) : folder_(std::move(folder)), press_(press) {}

    // Whether what is being shown is a kind of screen that the album lacks.
    [[nodiscard]] bool wants(const Model& model, const CurrentView& view) const;
    void keep(const Model& model, const CurrentView& view, Picture picture);

private:
    std::filesystem::path folder_;
    Press& press_;
    std::set<std::string> kept_;
};

} // namespace foyer
