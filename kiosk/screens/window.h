// The window: GLFW, OpenGL and ImGui's backends live behind this header and in no other file.
//
// Everything but `wake` belongs to the glass thread (the one that called open, which must be the main thread). One
// window at a time. Set LP_NUM_THREADS=1 before open where there is no graphics card.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "kiosk/screens/textures.h"
#include "kiosk/text/png.h"
#include "sync/summit/fault.h"

namespace foyer {

struct WindowOptions {
    enum class Place { windowed, fullscreen, hidden } place = Place::fullscreen;
    int width = 1080, height = 1920; // when not fullscreen
    std::string title;
};

enum class Key { escape, enter, backspace, tab, left, right, up, down, f11, other };

// When a key was pressed. While a frame is painted keys wait to be heard, and nobody is told since when.
struct KeyTime {
    std::chrono::steady_clock::time_point earliest, latest;
};

class Window {
public:
    // Fault{device} when there is no display, no OpenGL 3.3 or no window to be had: the detail says which.
    static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    void on_key(std::function<void(Key, KeyTime)> act);            // once a press
    void on_character(std::function<void(char32_t, KeyTime)> act); // typed text, also from a scanner that types
    void on_touch(std::function<void()> act);                      // a finger or pointer came down, wherever

    // Sleeps until something happens (touch, key, `wake`) or `seconds_max` have passed; 0 only looks. Calls the above.
    void wait(double seconds_max);
    // From any thread, while a window is open: ends a `wait` at once.
    static void wake();
    [[nodiscard]] bool closing() const; // the window system asked us to go, once or more

    [[nodiscard]] int width() const; // of the drawing area, in pixels
    [[nodiscard]] int height() const;
    [[nodiscard]] Textures& textures();

    void begin_frame();
    void end_frame();
    [[nodiscard]] Picture end_frame_with_picture(); // what is being shown, as a picture

private:
    struct Inside;
    explicit Window(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
