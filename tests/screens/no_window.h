// Dear ImGui without a window: a screen of some size whose frames are drawn into memory.
#pragma once

#include <imgui.h>

namespace foyer {

class NoWindow {
public:
    NoWindow(int width, int height) : context_(ImGui::CreateContext()) {
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
        io.DeltaTime = 1.f / 30;
        unsigned char* pixels = nullptr;
        int w = 0, h = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &w, &h); // it wants its own font, drawn or not
    }
    ~NoWindow() { ImGui::DestroyContext(context_); }
    NoWindow(const NoWindow&) = delete;
    NoWindow& operator=(const NoWindow&) = delete;

private:
    ImGuiContext* context_;
};

} // namespace foyer
