#include "kiosk/screens/glass.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/screens/shadow.h"
#include "kiosk/text/logo.h"
#include "sync/summit/reading.h"

namespace foyer {

Glass::Glass(Textures& textures) : textures_(textures), texts_(textures), palette_{texts_, textures} {
    texts_.warm_up(1);
}

Glass::~Glass() {
    if (palette_.shadow) textures_.destroy(palette_.shadow);
    if (palette_.logo) textures_.destroy(palette_.logo);
    no_preview();
}

void Glass::set_preview(int width, int height, int stride, const std::uint8_t* grey) {
    if (palette_.preview && (width != palette_.preview_width || height != palette_.preview_height)) no_preview();
    if (palette_.preview)
        textures_.update(palette_.preview, TextureKind::grey, width, height, stride, grey);
    else
        palette_.preview = textures_.create(TextureKind::grey, width, height, stride, grey);
    palette_.preview_width = width;
    palette_.preview_height = height;
}

void Glass::no_preview() {
    if (palette_.preview) textures_.destroy(palette_.preview);
    palette_.preview = 0;
}

void Glass::set_look(const SummitLook& look) {
    if (look == look_) return;
    look_ = look;
    palette_.shades = shades_of(look_);
    logo_scale_ = 0;
}

void Glass::fit_logo(float scale) {
    if (scale == logo_scale_) return;
    logo_scale_ = scale;
    if (palette_.logo) textures_.destroy(std::exchange(palette_.logo, 0));
    const auto px = [&](float length) { return static_cast<int>(std::lround(length * scale)); };
    const auto logo = look_.logo.empty() ? std::nullopt
                                         : make_logo(look_.logo, px(theme::logo_height - 2 * theme::logo_margin),
                                                     px(theme::logo_widest));
    if (!logo) return;
    palette_.logo =
        textures_.create(TextureKind::rgba, logo->width, logo->height, 4 * logo->width, logo->pixels.data());
    palette_.logo_width = logo->width;
    palette_.logo_height = logo->height;
}

void Glass::fit_shadow(float scale) {
    if (scale == shadow_scale_) return;
    if (palette_.shadow) textures_.destroy(palette_.shadow);
    const auto shadow = make_shadow(theme::card_radius * scale, theme::shadow_blur * scale);
    palette_.shadow =
        textures_.create(TextureKind::ink, shadow.side_px, shadow.side_px, shadow.side_px, shadow.ink.data());
    palette_.shadow_corner_px = shadow.corner_px;
    shadow_scale_ = scale;
}

Intents Glass::show(const CurrentView& view, int width_px, int height_px) {
    texts_.make_room(width_px, height_px);
    texts_.trim();
    const auto wide = static_cast<float>(width_px), tall = static_cast<float>(height_px);
    const auto zoom = static_cast<float>(header_of(view).zoom);
    fit_shadow(std::min(wide, tall) / 1080 * zoom);
    fit_logo(std::min(wide, tall) / 1080 * zoom);
    const auto reading =
        reads_right_to_left(language_of(view)) ? Paint::Reading::right_to_left : Paint::Reading::left_to_right;
    palette_.cut.clear();
    Intents intents;
    Paint paint(palette_, wide, tall, reading, zoom, header_of(view).reach);
    std::visit([&](const auto& screen) { draw(screen, paint, intents); }, view);
    if (!is_for_staff(view)) staff_corner(paint, intents); // after the screen: what it has there answers first
    return intents;
}

} // namespace foyer
