#include "kiosk/terminal/stage.h"

#include <csignal>

#include "kiosk/app/gettext.h"

namespace foyer {

static volatile std::sig_atomic_t signalled = 0, switched = 0;

bool asked_to_end() { return signalled != 0; }

bool asked_for_network_switch() {
    const bool asked = switched != 0;
    switched = 0;
    return asked;
}

Result<Stage> Stage::open(const WindowOptions& options) {
    std::signal(SIGINT, [](int) { signalled = 1; });
    std::signal(SIGTERM, [](int) { signalled = 1; });
    std::signal(SIGUSR1, [](int) { switched = 1; });
    const auto locale = find_locale_folder();
    if (!locale) return std::unexpected(locale.error());
    auto strings = open_strings(*locale);
    if (!strings) return std::unexpected(strings.error());
    auto window = Window::open(options);
    if (!window) return std::unexpected(window.error());
    return Stage{std::move(*window), std::move(*strings)};
}

} // namespace foyer
