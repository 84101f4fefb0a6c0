#include "kiosk/terminal/journal.h"

#include <chrono>
#include <cstdio>

namespace foyer {

static constexpr std::size_t lines_most = 12;

static std::string clock_now() {
    using namespace std::chrono;
    const auto now = floor<seconds>(system_clock::now().time_since_epoch()).count() % 86400;
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d:%02dZ", static_cast<int>(now / 3600), static_cast<int>(now / 60 % 60),
                  static_cast<int>(now % 60));
    return text;
}

void Journal::say(const std::string& what) {
    std::fprintf(stderr, "foyer-kiosk: %s\n", what.c_str());
    keep(what);
}

void Journal::keep(std::string line) {
    const std::lock_guard lock(mutex_);
    lines_.push_back(clock_now() + "  " + std::move(line));
    if (lines_.size() > lines_most) lines_.pop_front();
}

std::vector<std::string> Journal::last() const {
    const std::lock_guard lock(mutex_);
    return {lines_.begin(), lines_.end()};
}

} // namespace foyer
