#include "kiosk/screens/window.h"

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace foyer {
namespace {

using Steady = std::chrono::steady_clock;

class GlTextures : public Textures {
public:
    TextureId create(TextureKind kind, int width, int height, int stride, const std::uint8_t* pixels) override {
        GLuint id = 0;
        glGenTextures(1, &id);
        glBindTexture(GL_TEXTURE_2D, id);
        for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
            glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
        for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
            glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
        if (kind != TextureKind::rgba) {
            const bool ink = kind == TextureKind::ink; // white with this much alpha, or grey and solid
            const std::array<GLint, 4> swizzle{ink ? GL_ONE : GL_RED, ink ? GL_ONE : GL_RED, ink ? GL_ONE : GL_RED,
                                               ink ? GL_RED : GL_ONE};
            glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle.data());
        }
        unpack(kind, stride);
        glTexImage2D(GL_TEXTURE_2D, 0, kind == TextureKind::rgba ? GL_RGBA8 : GL_R8, width, height, 0, format(kind),
                     GL_UNSIGNED_BYTE, pixels);
        unpack(TextureKind::rgba, 0);
        return id;
    }
    void update(TextureId id, TextureKind kind, int width, int height, int stride,
                const std::uint8_t* pixels) override {
        glBindTexture(GL_TEXTURE_2D, id);
        unpack(kind, stride);
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, format(kind), GL_UNSIGNED_BYTE, pixels);
        unpack(TextureKind::rgba, 0);
    }
    void destroy(TextureId id) override { glDeleteTextures(1, &id); }
    void set_ground(Colour top, Colour bottom) override { top_ = top, bottom_ = bottom; }

    // Bands of one shade each. There are no finer ones: top and bottom are some forty shades apart.
    void paint_ground(int width, int height) const {
        const auto apart = [](int a, int b) { return std::abs(a - b); };
        const int bands = std::max({1, apart(top_.red, bottom_.red), apart(top_.green, bottom_.green),
                                    apart(top_.blue, bottom_.blue)}) *
                          2;
        glEnable(GL_SCISSOR_TEST);
        for (int band = 0; band < bands; ++band) {
            const int from = height * band / bands, to = height * (band + 1) / bands;
            const auto shade = between(top_, bottom_, (band + 0.5) / bands);
            glScissor(0, height - to, width, to - from);
            glClearColor(static_cast<float>(shade.red) / 255, static_cast<float>(shade.green) / 255,
                         static_cast<float>(shade.blue) / 255, 1);
            glClear(GL_COLOR_BUFFER_BIT);
        }
        glDisable(GL_SCISSOR_TEST);
    }

private:
    Colour top_, bottom_;

    static GLenum format(TextureKind kind) { return kind == TextureKind::rgba ? GL_RGBA : GL_RED; }
    // ImGui's own uploads rely on the default row length, so it is put back each time.
    static void unpack(TextureKind kind, int stride) {
        glPixelStorei(GL_UNPACK_ALIGNMENT, kind == TextureKind::rgba ? 4 : 1);
        glPixelStorei(GL_UNPACK_ROW_LENGTH, kind == TextureKind::rgba ? stride / 4 : stride);
    }
};

std::string reason() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words ? words : "no reason given";
}

Key named(int key) {
    switch (key) {
    case GLFW_KEY_ESCAPE: return Key::escape;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Key::enter;
    case GLFW_KEY_BACKSPACE: return Key::backspace;
    case GLFW_KEY_TAB: return Key::tab;
    case GLFW_KEY_LEFT: return Key::left;
    case GLFW_KEY_RIGHT: return Key::right;
    case GLFW_KEY_UP: return Key::up;
    case GLFW_KEY_DOWN: return Key::down;
    case GLFW_KEY_F11: return Key::f11;
    default: return Key::other;
    }
}

GLFWwindow* make(const WindowOptions& options) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_VISIBLE, options.place == WindowOptions::Place::hidden ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE); // a kiosk stays where it is
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    auto* monitor = options.place == WindowOptions::Place::fullscreen ? glfwGetPrimaryMonitor() : nullptr;
    const auto* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
    return glfwCreateWindow(mode ? mode->width : options.width, mode ? mode->height : options.height,
                            options.title.c_str(), mode ? monitor : nullptr, nullptr);
}

void start_imgui(GLFWwindow* window) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window, true); // after our callbacks: it calls them in turn
    ImGui_ImplOpenGL3_Init("#version 330");
}

} // namespace

struct Window::Inside {
    GLFWwindow* window = nullptr;
    GlTextures textures;
    std::function<void(Key, KeyTime)> key = [](Key, KeyTime) {};
    std::function<void(char32_t, KeyTime)> character = [](char32_t, KeyTime) {};
    std::function<void()> touch = [] {};

    // What comes at once when listening begins may have come at any time since it ended; anything later comes as it is.
    [[nodiscard]] KeyTime key_time() const {
        const auto now = Steady::now();
        return {now - listens_since < at_once ? listened_until : now, now};
    }
    static constexpr auto at_once = std::chrono::milliseconds{5};
    Steady::time_point listens_since, listened_until;

    static Inside& of(GLFWwindow* window) { return *static_cast<Inside*>(glfwGetWindowUserPointer(window)); }
    void listen() {
        glfwSetWindowUserPointer(window, this);
        glfwSetKeyCallback(window, [](GLFWwindow* w, int code, int, int action, int) {
            if (action == GLFW_PRESS) of(w).key(named(code), of(w).key_time());
        });
        glfwSetCharCallback(window, [](GLFWwindow* w, unsigned code) { of(w).character(code, of(w).key_time()); });
        glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int action, int) {
            if (action == GLFW_PRESS) of(w).touch();
        });
    }
};

Window::Window(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    if (!glfwInit())
        return fault(FaultKind::device,
                     "No display to open a window on (" + reason() + "). Start a desktop session, or set DISPLAY.");
    auto* window = make(options);
    if (!window) {
        const auto why = reason();
        glfwTerminate();
        return fault(FaultKind::device,
                     "The display gives no window with OpenGL 3.3 (" + why + "). Are Mesa's drivers installed?");
    }
    auto inside = std::make_unique<Inside>();
    inside->window = window;
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    inside->listen();
    if (options.place == WindowOptions::Place::fullscreen) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    start_imgui(window);
    if (options.place == WindowOptions::Place::fullscreen)
        ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    return std::unique_ptr<Window>(new Window(std::move(inside)));
}

Window::~Window() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(inside_->window);
    glfwTerminate();
}

void Window::on_key(std::function<void(Key, KeyTime)> act) { inside_->key = std::move(act); }
void Window::on_character(std::function<void(char32_t, KeyTime)> act) { inside_->character = std::move(act); }
void Window::on_touch(std::function<void()> act) { inside_->touch = std::move(act); }

void Window::wait(double seconds_max) {
    inside_->listens_since = Steady::now();
    if (seconds_max > 0)
        glfwWaitEventsTimeout(seconds_max);
    else
        glfwPollEvents();
    inside_->listened_until = Steady::now();
}

void Window::wake() { glfwPostEmptyEvent(); }
bool Window::closing() const { return glfwWindowShouldClose(inside_->window) != 0; }
Textures& Window::textures() { return inside_->textures; }

int Window::width() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(inside_->window, &width, &height);
    return std::max(1, width);
}

int Window::height() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(inside_->window, &width, &height);
    return std::max(1, height);
}

void Window::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
}

namespace {

void render(const GlTextures& textures, int width, int height) {
    ImGui::Render();
    glViewport(0, 0, width, height);
    textures.paint_ground(width, height);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

} // namespace

void Window::end_frame() {
    render(inside_->textures, width(), height());
    glfwSwapBuffers(inside_->window);
}

Picture Window::end_frame_with_picture() {
    Picture picture{width(), height(), {}};
    render(inside_->textures, picture.width, picture.height);
    const auto row = 4 * static_cast<std::size_t>(picture.width), rows = static_cast<std::size_t>(picture.height);
    std::vector<std::uint8_t> read(row * rows);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, picture.width, picture.height, GL_RGBA, GL_UNSIGNED_BYTE, read.data());
    glfwSwapBuffers(inside_->window);
    for (std::size_t y = rows; y-- > 0;) // OpenGL counts rows from the foot
        picture.rgba.insert(picture.rgba.end(), read.begin() + static_cast<std::ptrdiff_t>(y * row),
                            read.begin() + static_cast<std::ptrdiff_t>((y + 1) * row));
    return picture;
}

} // namespace foyer
