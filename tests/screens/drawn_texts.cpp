#include "tests/screens/drawn_texts.h"

#include <set>

#include "kiosk/screens/glass.h"
#include "tests/catch.h"
#include "tests/screens/no_window.h"

namespace foyer {
namespace {

class Noted : public NoTextures {
public:
    TextureId create(TextureKind kind, int width, int height, int stride, const std::uint8_t* pixels) override {
        const auto id = NoTextures::create(kind, width, height, stride, pixels);
        if (kind == TextureKind::ink) inks.insert(id);
        return id;
    }
    std::set<TextureId> inks;
};

} // namespace

struct DrawnTexts::Inside {
    Inside(int wide, int tall) : window(wide, tall), width(wide), height(tall) {}
    NoWindow window;
    Noted textures;
    Glass glass{textures};
    int width, height;
};

DrawnTexts::DrawnTexts(int width, int height) : inside_(std::make_unique<Inside>(width, height)) {}
DrawnTexts::~DrawnTexts() = default;

// Ink that is no text is the shadow, drawn in pieces.
std::vector<Rect> DrawnTexts::of(const CurrentView& view) {
    std::vector<Rect> texts;
    ImGui::NewFrame();
    (void)inside_->glass.show(view, inside_->width, inside_->height);
    ImGui::Render();
    const ImDrawData* drawn = ImGui::GetDrawData();
    for (int i = 0; i < drawn->CmdListsCount; ++i) {
        const ImDrawList& list = *drawn->CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const auto texture = (TextureId)(std::uintptr_t)command.GetTexID(); // a pointer in some versions
            if (command.ElemCount != 6 || !inside_->textures.inks.contains(texture)) continue;
            const auto corner = [&](unsigned n) {
                return list
                    .VtxBuffer[static_cast<int>(command.VtxOffset +
                                                list.IdxBuffer[static_cast<int>(command.IdxOffset + n)])]
                    .pos;
            };
            const ImVec2 low = corner(0), high = corner(2);
            texts.push_back({low.x, low.y, high.x - low.x, high.y - low.y});
        }
    }
    return texts;
}

void check_apart(const std::vector<Rect>& texts) {
    const auto overlap = [](const Rect& a, const Rect& b) {
        return a.x < b.end() && b.x < a.end() && a.y < b.bottom() && b.y < a.bottom();
    };
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            if (!overlap(texts[i], texts[j])) continue; // said only where it is: there are thousands of pairs
            INFO("at " << texts[i].x << " " << texts[i].y << " and " << texts[j].x << " " << texts[j].y);
            CHECK_FALSE(overlap(texts[i], texts[j]));
        }
}

} // namespace foyer
