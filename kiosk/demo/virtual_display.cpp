#include "kiosk/demo/virtual_display.h"

#include <cstddef>
#include <cstring>
#include <filesystem>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace foyer {

static constexpr const char* xvfb = "/usr/bin/Xvfb";

static bool connects(const sockaddr* address, std::size_t size) {
    const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool there = probe >= 0 && ::connect(probe, address, static_cast<socklen_t>(size)) == 0;
    if (probe >= 0) ::close(probe);
    return there;
}

// `abstract`: Linux's name without a file.
static bool listens(const std::string& path, bool abstract) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() + 2 > sizeof address.sun_path) return false;
    std::memcpy(address.sun_path + (abstract ? 1 : 0), path.data(), path.size());
    const std::size_t size = offsetof(sockaddr_un, sun_path) + path.size() + 1;
    return connects(reinterpret_cast<const sockaddr*>(&address), size);
}

bool display_is_there(const char* x11, const char* wayland, const char* runtime_folder) {
    if (wayland && *wayland && runtime_folder && listens(std::string{runtime_folder} + "/" + wayland, false))
        return true;
    const std::string_view name = x11 ? x11 : "";
    const auto colon = name.rfind(':');
    if (colon == std::string_view::npos) return false;
    if (colon > 0 && !name.starts_with("unix:")) return true; // of another machine: the terminal will see
    const auto number = name.substr(colon + 1, name.find('.', colon) - colon - 1);
    const std::string path = "/tmp/.X11-unix/X" + std::string{number};
    return listens(path, true) || listens(path, false);
}

Result<VirtualDisplay> start_virtual_display(const std::string& size) {
    if (!std::filesystem::exists(xvfb))
        return fault(FaultKind::not_found,
                     "no display here, and no Xvfb to make one: apt-get install xvfb, or set DISPLAY");
    // -displayfd 1: it picks a free number and says which on its output once it is ready.
    auto server =
        Process::start({xvfb, "-displayfd", "1", "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset"}, {},
                       Process::Complaints::unheard); // of folders that it could not give to root
    if (!server) return std::unexpected(server.error());
    const auto number = server->next_line(std::chrono::seconds{10});
    if (!number) return fault(FaultKind::device, "Xvfb did not start; what it says: Xvfb -displayfd 1");
    return VirtualDisplay{std::move(*server), ":" + *number};
}

} // namespace foyer
