#include "kiosk/screens/paint.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <vector>

#include "kiosk/screens/version.h"

namespace foyer {
namespace {

ImU32 packed(Colour colour) { return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha); }

// A number in 1.92, a pointer before.
ImTextureID as_imgui(TextureId id) { return (ImTextureID)(std::intptr_t)id; }

ImDrawFlags flags(Rounded corners, bool mirrored) {
    switch (corners) {
    case Rounded::all: return ImDrawFlags_RoundCornersAll;
    case Rounded::top: return ImDrawFlags_RoundCornersTop;
    case Rounded::bottom: return ImDrawFlags_RoundCornersBottom;
    case Rounded::start: return mirrored ? ImDrawFlags_RoundCornersRight : ImDrawFlags_RoundCornersLeft;
    case Rounded::end: return mirrored ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersRight;
    }
    return ImDrawFlags_RoundCornersAll;
}

constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                  ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus;

} // namespace

Paint::Paint(Palette& palette, float width_px, float height_px, Reading reading, float zoom, Reach reach)
    : palette_(palette), scale_(std::min(width_px, height_px) / 1080 * zoom),
      mirrored_(reading == Reading::right_to_left), reach_(reach) {
    width = width_px / scale_;
    height = height_px / scale_;
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImVec2(width_px, height_px));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("glass", nullptr, bare);
    list_ = ImGui::GetWindowDrawList();
}

Paint::~Paint() {
    ImGui::End();
    ImGui::PopStyleVar(2);
}

Rect Paint::within_reach() const {
    const float whole = width - 2 * theme::margin;
    if (!gathered()) return {theme::margin, 0, whole, height};
    const float part = portrait() ? whole * theme::reach_upright : (whole - theme::between_columns) / 2;
    return {reach_ == side_of(Side::start) ? theme::margin : width - theme::margin - part, 0, part, height};
}

Paint::Glass Paint::at(Point point) const {
    return {(mirrored_ ? width - point.x : point.x) * scale_, point.y * scale_};
}

namespace {

struct Span {
    ImVec2 low, high;
};

// The two corners on the glass, left top and right bottom, whichever way the screen reads; whole pixels, so that edges
// are sharp.
Span corners_of(Rect rect, float scale, bool mirrored, float width) {
    const float left = mirrored ? width - rect.end() : rect.x;
    return {ImVec2(std::round(left * scale), std::round(rect.y * scale)),
            ImVec2(std::round((left + rect.width) * scale), std::round(rect.bottom() * scale))};
}

} // namespace

void Paint::ground(Colour top, Colour bottom) { palette_.textures.set_ground(top, bottom); }

void Paint::fill(Rect rect, Colour colour, float radius, Rounded corners) {
    const auto [low, high] = corners_of(rect, scale_, mirrored_, width);
    const float round = std::min({radius * scale_, (high.x - low.x) / 2, (high.y - low.y) / 2});
    list_->AddRectFilled(low, high, packed(colour), round, flags(corners, mirrored_));
}

void Paint::outline(Rect rect, Colour colour, float radius, float thickness) {
    const auto [low, high] = corners_of(rect, scale_, mirrored_, width);
    const float half = thickness * scale_ / 2;
    list_->AddRect(ImVec2(low.x + half, low.y + half), ImVec2(high.x - half, high.y - half), packed(colour),
                   std::min(radius * scale_, (high.y - low.y) / 2) - half, ImDrawFlags_RoundCornersAll,
                   thickness * scale_);
}

void Paint::shadow(Rect rect) {
    if (!palette_.shadow) return;
    auto [low, high] =
        corners_of({rect.x, rect.y + theme::shadow_drop, rect.width, rect.height}, scale_, mirrored_, width);
    const float out = std::round(theme::shadow_blur * scale_), whole = static_cast<float>(palette_.shadow_corner_px);
    // A small thing has no room for whole corners: their outer parts do, or they would overlap.
    const float corner = std::floor(std::min({whole, (high.x - low.x) / 2 + out, (high.y - low.y) / 2 + out}));
    const float part = corner / whole / 2;
    const std::array<float, 4> xs{low.x - out, low.x - out + corner, high.x + out - corner, high.x + out};
    const std::array<float, 4> ys{low.y - out, low.y - out + corner, high.y + out - corner, high.y + out};
    const std::array<float, 4> uv{0, part, 1 - part, 1};
    const auto colour = packed(with_alpha(rgb(0x030A18), theme::shadow_alpha));
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            if (row == 1 && column == 1) continue; // hidden by what casts the shadow
            list_->AddImage(as_imgui(palette_.shadow), ImVec2(xs[column], ys[row]), ImVec2(xs[column + 1], ys[row + 1]),
                            ImVec2(uv[column], uv[row]), ImVec2(uv[column + 1], uv[row + 1]), colour);
        }
}

void Paint::card(Rect rect, float radius) {
    shadow(rect);
    fill(rect, theme::white, radius);
}

void Paint::disc(Point centre, float radius, Colour colour) {
    const auto middle = at(centre);
    list_->AddCircleFilled(ImVec2(middle.x, middle.y), radius * scale_, packed(colour), 96);
}

void Paint::ring(Point centre, float radius, Colour colour, float thickness) {
    const auto middle = at(centre);
    list_->AddCircle(ImVec2(middle.x, middle.y), radius * scale_, packed(colour), 128, thickness * scale_);
}

void Paint::polygon(std::span<const Point> points, Colour colour) {
    for (const auto& point : points) {
        const auto corner = at(point);
        list_->PathLineTo(ImVec2(corner.x, corner.y));
    }
    // Mirroring turns the winding round, and ImGui smooths edges on the outer side of one winding only.
    if (mirrored_) std::reverse(list_->_Path.begin(), list_->_Path.end());
    list_->PathFillConvex(packed(colour));
}

void Paint::lines(std::span<const Point> points, Colour colour, float thickness) {
    for (const auto& point : points) {
        const auto corner = at(point);
        list_->PathLineTo(ImVec2(corner.x, corner.y));
    }
    list_->PathStroke(packed(colour), 0, thickness * scale_);
}

// Segments with a disc at each point: round caps and round joins, which ImGui's polylines lack.
void Paint::stroke(const Stroke& stroke, Point centre, float size, Colour colour, float thickness) {
    const auto middle = at(centre);
    const float unit = size * scale_ / 24, half = thickness * unit / 2;
    const auto place = [&](Point p) { return ImVec2(middle.x + (p.x - 12) * unit, middle.y + (p.y - 12) * unit); };
    std::vector<ImVec2> points;
    for (const auto& point : stroke) points.push_back(place(point));
    const bool curve = points.size() > 8; // its joins are too flat to show
    if (curve) list_->AddPolyline(points.data(), static_cast<int>(points.size()), packed(colour), 0, thickness * unit);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!curve || i == 0 || i + 1 == points.size()) list_->AddCircleFilled(points[i], half, packed(colour), 24);
        // Not AddLine: that is half a pixel off the discs.
        if (!curve && i > 0) list_->AddPolyline(&points[i - 1], 2, packed(colour), 0, thickness * unit);
    }
}

void Paint::icon(Icon icon, Point centre, float size, Colour colour, float thickness) {
    for (const auto& line : strokes(icon)) stroke(line, centre, size, colour, thickness);
}

void Paint::arrow(Arrow arrow, Point centre, float size, Colour colour, float thickness) {
    for (const auto& line : strokes(arrow)) stroke(line, centre, size, colour, thickness);
}

void Paint::tick(Point centre, float size, Colour colour, float thickness, double drawn) {
    const auto whole = strokes(Icon::tick).front();
    const auto length = [](Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); };
    float left = static_cast<float>(drawn) * (length(whole[0], whole[1]) + length(whole[1], whole[2]));
    Stroke part{whole[0]};
    for (std::size_t i = 1; i < whole.size() && left > 0; ++i) {
        const float segment = length(whole[i - 1], whole[i]), share = std::min(1.f, left / segment);
        part.push_back({whole[i - 1].x + (whole[i].x - whole[i - 1].x) * share,
                        whole[i - 1].y + (whole[i].y - whole[i - 1].y) * share});
        left -= segment;
    }
    if (part.size() > 1) stroke(part, centre, size, colour, thickness);
}

Paint::Crop Paint::crop(Rect rect) const {
    const auto [low, high] = corners_of(rect, scale_, mirrored_, width);
    const float across = high.x - low.x, along = high.y - low.y;
    const auto w = static_cast<float>(palette_.preview_width), h = static_cast<float>(palette_.preview_height);
    const float zoom = std::max(across / w, along / h);
    return {low.x - (w * zoom - across) / 2, low.y - (h * zoom - along) / 2, w * zoom, h * zoom};
}

void Paint::preview(Rect rect, float radius) {
    if (!has_preview()) return;
    const auto [low, high] = corners_of(rect, scale_, mirrored_, width);
    const auto whole = crop(rect);
    const auto u = [&](float x) { return 1 - (x - whole.left) / whole.width; }; // as in a mirror
    const auto v = [&](float y) { return (y - whole.top) / whole.height; };
    list_->AddImageRounded(as_imgui(palette_.preview), low, high, ImVec2(u(low.x), v(low.y)),
                           ImVec2(u(high.x), v(high.y)), packed(theme::white), radius * scale_);
}

float Paint::logo(Point at) {
    if (!palette_.logo) return 0;
    const float wide = static_cast<float>(palette_.logo_width) / scale_,
                tall = static_cast<float>(palette_.logo_height) / scale_;
    const Rect field{at.x, at.y, wide + 2 * theme::logo_margin, theme::logo_height};
    fill(field, theme::white, theme::chip_radius);
    const Rect sign{at.x + theme::logo_margin, at.y + (field.height - tall) / 2, wide, tall};
    const auto [low, high] = corners_of(sign, scale_, mirrored_, width);
    list_->AddImage(
        as_imgui(palette_.logo), low,
        ImVec2(low.x + static_cast<float>(palette_.logo_width), low.y + static_cast<float>(palette_.logo_height)));
    return field.width;
}

void Paint::preview_lines(Rect rect, std::span<const std::array<float, 2>> points, Colour colour, float thickness) {
    if (!has_preview() || points.size() < 2) return;
    const auto [low, high] = corners_of(rect, scale_, mirrored_, width);
    const auto whole = crop(rect);
    list_->PushClipRect(low, high, true);
    for (const auto& [x, y] : points)
        list_->PathLineTo(ImVec2(whole.left + x * whole.width, whole.top + y * whole.height));
    list_->PathStroke(packed(colour), ImDrawFlags_Closed, thickness * scale_);
    list_->PopClipRect();
}

const TextCache::Entry& Paint::entry(const Label& label, const Setting& setting, Colour colour) {
    TextStyle style;
    style.language = label.language;
    style.size_px = setting.type.size * scale_;
    style.weight = setting.type.bold ? Weight::bold : Weight::regular;
    style.width_max = setting.width * scale_;
    style.lines_max = setting.lines;
    style.line_height = setting.type.line_height;
    const auto end = mirrored_ ? Align::left : Align::right;
    const auto start = mirrored_ ? Align::right : Align::left;
    style.align = setting.side == Side::centre ? Align::centre : setting.side == Side::start ? start : end;
    if (setting.lines == 1) style.align = Align::left; // placed by `put`, so that one texture serves every side
    const float smallest = setting.smallest > 0
                               ? setting.smallest
                               : std::min(setting.type.size, std::max(theme::smallest, setting.type.size * 0.66f));
    const auto fit = setting.width > 0 && smallest < setting.type.size ? Fit::shrink : Fit::cut;
    return palette_.texts.get(label.text, style, fit, smallest * scale_, {colour.red, colour.green, colour.blue});
}

Extent Paint::measure(const Label& label, const Setting& setting) {
    if (label.text.empty()) return {};
    const auto& size = entry(label, setting, theme::white).size;
    return {static_cast<float>(size.width) / scale_, static_cast<float>(size.height) / scale_};
}

bool Paint::fits(const Label& label, const Setting& setting) {
    return label.text.empty() || !entry(label, setting, theme::white).size.cut;
}

Setting Paint::on_one_line(const Label& label, const Setting& setting) {
    Setting one = setting;
    one.lines = 1;
    one.smallest = setting.type.size * 0.84f;
    return fits(label, one) ? one : setting;
}

void Paint::put(const Label& label, const TextCache::Entry& set, const Setting& setting, Point place, Colour colour) {
    if (set.size.cut) palette_.cut.push_back(label);
    if (palette_.said) palette_.said->push_back(label);
    const bool boxed = setting.width > 0;
    const float inked = static_cast<float>(set.size.width), box = boxed ? setting.width * scale_ : 0;
    // Where the text's left edge lies from the start edge of its box, as if reading from the left.
    const float slack = setting.side == Side::start    ? 0
                        : setting.side == Side::centre ? (box - inked) / 2
                                                       : box - inked;
    float x = mirrored_ ? (width - place.x) * scale_ - slack - inked : place.x * scale_ + slack;
    if (setting.lines > 1 && boxed) { // its lines are already placed within the box
        const bool left_aligned = mirrored_ ? setting.side == Side::end : setting.side == Side::start;
        const float left = mirrored_ ? (width - place.x) * scale_ - box : place.x * scale_;
        if (!left_aligned) x = left;
    }
    if (!set.texture) return;
    const float left = std::round(x) + static_cast<float>(set.left);
    const float top = std::round((place.y + text_down_) * scale_) + static_cast<float>(set.top);
    const auto tint = with_alpha(set.coloured ? theme::white : colour, text_alpha_ * colour.alpha / 255.0);
    list_->AddImage(as_imgui(set.texture), ImVec2(left, top),
                    ImVec2(left + static_cast<float>(set.width), top + static_cast<float>(set.height)), ImVec2(0, 0),
                    ImVec2(1, 1), packed({tint.red, tint.green, tint.blue, tint.alpha}));
}

Extent Paint::text(const Label& label, const Setting& setting, Point place, Colour colour) {
    if (label.text.empty()) return {};
    const auto& set = entry(label, setting, colour);
    put(label, set, setting, place, colour);
    return {static_cast<float>(set.size.width) / scale_, static_cast<float>(set.size.height) / scale_};
}

void Paint::text_in(Rect rect, const Label& label, Setting setting, Colour colour) {
    if (label.text.empty()) return;
    setting.width = rect.width;
    const auto& set = entry(label, setting, colour);
    const auto tall = static_cast<float>(set.size.height) / scale_;
    float y = rect.y + (rect.height - tall) / 2;
    // One line: half a capital's height below the middle looks more even than the box, which counts descenders.
    if (set.size.lines == 1)
        y = rect.y + rect.height / 2 + 0.357f * static_cast<float>(set.size_px) / scale_ -
            static_cast<float>(set.size.baseline) / scale_;
    put(label, set, setting, {rect.x, y}, colour);
}

Extent Paint::text_on(const Label& label, const Setting& setting, Point baseline, Colour colour) {
    if (label.text.empty()) return {};
    const auto& set = entry(label, setting, colour);
    put(label, set, setting, {baseline.x, baseline.y - static_cast<float>(set.size.baseline) / scale_}, colour);
    return {static_cast<float>(set.size.width) / scale_, static_cast<float>(set.size.height) / scale_};
}

Touch Paint::touch(const std::string& id, Rect rect) {
    const auto [low, high] = corners_of(rect, scale_, mirrored_, width);
    ImGui::SetCursorScreenPos(low);
    const bool tapped =
        ImGui::InvisibleButton(id.c_str(), ImVec2(std::max(1.f, high.x - low.x), std::max(1.f, high.y - low.y)));
    return tapped ? Touch::tapped : ImGui::IsItemActive() ? Touch::down : Touch::none;
}

void Paint::move_texts(float down, double alpha) {
    text_down_ = down;
    text_alpha_ = alpha;
}

std::string imgui_version() { return ImGui::GetVersion(); }

} // namespace foyer
