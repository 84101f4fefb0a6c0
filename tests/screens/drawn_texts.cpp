#include "tests/screens/drawn_texts.h"

#include <algorithm>
#include <set>

#include "kiosk/screens/glass.h"
#include "tests/catch.h"
#include "tests/screens/no_window.h"

namespace foyer {
namespace {

struct Drawn {
    Rect box;
    TextureId texture;
    unsigned corners;
};

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
    Inside(int wide, int tall) : window(wide, tall), width(wide), height(tall) { glass.write_down(said); }
    NoWindow window;
    Noted textures;
    Glass glass{textures};
    std::vector<Label> said;
    int width, height;

    // Ink that is no text is the shadow, drawn in pieces.
    [[nodiscard]] bool is_text(const Drawn& drawn) const {
        return drawn.corners == 6 && textures.inks.contains(drawn.texture);
    }
    void paint(const CurrentView& view) {
        said.clear();
        ImGui::NewFrame();
        (void)glass.show(view, width, height);
        ImGui::Render();
    }
};

DrawnTexts::DrawnTexts(int width, int height) : inside_(std::make_unique<Inside>(width, height)) {}
DrawnTexts::~DrawnTexts() = default;

namespace {

std::vector<Drawn> drawn_now() {
    std::vector<Drawn> all;
    const ImDrawData* data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i) {
        const ImDrawList& list = *data->CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            ImVec2 low(1e9f, 1e9f), high(-1e9f, -1e9f);
            for (unsigned n = 0; n < command.ElemCount; ++n) {
                const unsigned index = command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + n)];
                const ImVec2 at = list.VtxBuffer[static_cast<int>(index)].pos;
                low = ImVec2(std::min(low.x, at.x), std::min(low.y, at.y));
                high = ImVec2(std::max(high.x, at.x), std::max(high.y, at.y));
            }
            const auto texture = (TextureId)(std::uintptr_t)command.GetTexID(); // a pointer in some versions
            if (command.ElemCount > 0)
                all.push_back({{low.x, low.y, high.x - low.x, high.y - low.y}, texture, command.ElemCount});
        }
    }
    return all;
}

} // namespace

std::vector<Rect> DrawnTexts::of(const CurrentView& view) {
    inside_->paint(view);
    std::vector<Rect> texts;
    for (const Drawn& drawn : drawn_now())
        if (inside_->is_text(drawn)) texts.push_back(drawn.box);
    return texts;
}

const std::vector<Label>& DrawnTexts::said() const { return inside_->said; }
const std::vector<Label>& DrawnTexts::cut() const { return inside_->glass.cut(); }

std::vector<DrawnTexts::Piece> DrawnTexts::pieces_of(const CurrentView& view) {
    inside_->paint(view);
    std::vector<Piece> pieces;
    for (const Drawn& drawn : drawn_now())
        pieces.push_back({drawn.box, inside_->is_text(drawn) ? Piece::Kind::text : Piece::Kind::shapes});
    return pieces;
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
