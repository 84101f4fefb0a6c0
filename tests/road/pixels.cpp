#include "tests/road/pixels.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace foyer::test {

std::vector<unsigned long> pixels(const std::string& display, const Area& area) {
    Display* at = XOpenDisplay(display.c_str());
    if (at == nullptr) return {};
    std::vector<unsigned long> all;
    XImage* image = XGetImage(at, DefaultRootWindow(at), area.x, area.y, static_cast<unsigned>(area.width),
                              static_cast<unsigned>(area.height), AllPlanes, ZPixmap);
    for (int y = 0; image != nullptr && y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) all.push_back(XGetPixel(image, x, y));
    if (image != nullptr) XDestroyImage(image);
    XCloseDisplay(at);
    return all;
}

} // namespace foyer::test
