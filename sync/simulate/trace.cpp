#include "sync/simulate/trace.h"

#include <array>
#include <cstdio>

namespace foyer::simulate {

void Trace::say(Milliseconds now, std::string_view who, std::string_view what) {
    std::array<char, 32> time{};
    std::snprintf(time.data(), time.size(), "%9.3f  %-8s ", static_cast<double>(now.count()) / 1000,
                  std::string(who).c_str());
    const std::string line = std::string(time.data()) + std::string(what);
    for (const char c : line) digest_ = (digest_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    if (sink_) sink_(line);
}

} // namespace foyer::simulate
