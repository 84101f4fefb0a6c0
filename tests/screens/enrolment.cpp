// The screen of a terminal that is not enrolled: whatever it has to say, no word lies on another one.
#include <imgui.h>

#include <map>
#include <set>

#include "kiosk/app/enrolment.h"
#include "kiosk/app/gettext.h"
#include "kiosk/screens/glass.h"
#include "tests/catch.h"

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

// Every text that one frame of `view` draws, by where it lies. Ink that is no text is the shadow, drawn in pieces.
std::vector<Rect> texts_of(const CurrentView& view, int width, int height) {
    ImGuiContext* context = ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
    unsigned char* pixels = nullptr;
    int w = 0, h = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &w, &h);
    Noted textures;
    std::vector<Rect> texts;
    {
        Glass glass(textures);
        io.DeltaTime = 1.f / 30;
        ImGui::NewFrame();
        (void)glass.show(view, width, height);
        ImGui::Render();
        const ImDrawData* drawn = ImGui::GetDrawData();
        for (int i = 0; i < drawn->CmdListsCount; ++i) {
            const ImDrawList& list = *drawn->CmdLists[i];
            for (const ImDrawCmd& command : list.CmdBuffer) {
                const auto texture = (TextureId)(std::uintptr_t)command.GetTexID(); // a pointer in some versions
                if (command.ElemCount != 6 || !textures.inks.contains(texture)) continue;
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
    }
    ImGui::DestroyContext(context);
    return texts;
}

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.end() && b.x < a.end() && a.y < b.bottom() && b.y < a.bottom();
}

// The longest that each fault has had to say.
const std::map<EnrolmentProblem, std::string> problems{
    {EnrolmentProblem::not_a_ticket, ""},
    {EnrolmentProblem::damaged, "this is no enrolment code of a Foyer hub: its fingerprint is not 32 digits from 0 to "
                                "9 and A to F, or the word PLAIN"},
    {EnrolmentProblem::code_refused, "the hub at https://summit-hub.lan:8080 refuses: this code is not known here, or "
                                     "was used, or is older than 12 hours"},
    {EnrolmentProblem::hub_away,
     "no answer from https://summit-hub.conference-centre.example:8080: connect: No route to host [system:113 at "
     "/usr/include/boost/asio/detail/reactive_socket_connect_op.hpp:97:37 in function 'do_assign']"},
    {EnrolmentProblem::other_hub,
     "https://10.20.30.40:8080 is not the hub that was asked for: its fingerprint is "
     "FEDCBA9876543210FEDCBA9876543210 and not 0123456789ABCDEF0123456789ABCDEF. Is somebody in between?"},
    {EnrolmentProblem::hub_busy, "the hub at https://summit-hub.lan:8080 has had too many attempts: wait a minute"},
    {EnrolmentProblem::cannot_keep, "/var/lib/foyer/terminals/entrance-1: the folder cannot be made: No space left on "
                                    "device"}};

} // namespace

TEST_CASE("whatever a terminal that is not enrolled has to say, in each language and shape, no word hides another") {
    const auto folder = find_locale_folder();
    REQUIRE(folder);
    const auto words = open_strings(*folder).value();
    const auto [width, height] = GENERATE(std::pair{1280, 800}, std::pair{1920, 1080}, std::pair{1080, 1920},
                                          std::pair{800, 1280}, std::pair{1024, 768});
    for (const Language& language : words->languages())
        for (const auto& [problem, detail] : problems) {
            EnrolmentModel model{.offered = words->languages(), .language = language, .problem = problem};
            model.detail = detail;
            const auto texts = texts_of(enrolment_view(model, *words), width, height);
            INFO(language << ": " << detail << ", " << width << "x" << height);
            REQUIRE(texts.size() >= 9);
            for (std::size_t i = 0; i < texts.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    INFO("at " << texts[i].x << " " << texts[i].y << " and " << texts[j].x << " " << texts[j].y);
                    CHECK_FALSE(overlap(texts[i], texts[j]));
                }
        }
}

} // namespace foyer
