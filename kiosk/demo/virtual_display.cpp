#include "kiosk/demo/virtual_display.h"

#include <filesystem>

namespace foyer {

static constexpr const char* xvfb = "/usr/bin/Xvfb";

Result<VirtualDisplay> start_virtual_display(const std::string& size) {
    if (!std::filesystem::exists(xvfb))
        return fault(FaultKind::not_found,
                     "no display here, and no Xvfb to make one: apt-get install xvfb, or set DISPLAY");
    // -displayfd 1: it picks a free number and says which on its output once it is ready.
    auto server =
        Process::start({xvfb, "-displayfd", "1", "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset"});
    if (!server) return std::unexpected(server.error());
    const auto number = server->next_line(std::chrono::seconds{10});
    if (!number) return fault(FaultKind::device, "Xvfb did not start");
    return VirtualDisplay{std::move(*server), ":" + *number};
}

} // namespace foyer
