#include "kiosk/terminal/figures.h"

#include <fstream>

#include <nlohmann/json.hpp>

namespace foyer {

Result<> Figures::write(const std::filesystem::path& file) const {
    nlohmann::json decisions = nlohmann::json::array();
    for (const Shown& s : shown)
        decisions.push_back({{"kind", name(s.kind)},
                             {"reason", name(s.reason)},
                             {"ms", s.reading_to_glass_ms},
                             {"shown_at_ms", s.shown_at_ms},
                             {"recorded", s.recorded}});
    const nlohmann::json json{{"shown", decisions},
                              {"first_frame_ms", first_frame_ms},
                              {"frame_ms", frame_ms},
                              {"frames", eye.frames},
                              {"readings", eye.readings},
                              {"sightings", eye.sightings},
                              {"unsent_at_end", unsent_at_end},
                              {"unsent_most", unsent_most},
                              {"network_cut", wire_at_end == NetworkSwitched::Wire::cut}};
    const std::filesystem::path temporary = file.string() + ".part";
    std::ofstream out(temporary);
    out << json.dump() << '\n';
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(temporary, file, error);
    if (!out || error) return fault(FaultKind::disk, file.string() + ": cannot be written");
    return {};
}

} // namespace foyer
