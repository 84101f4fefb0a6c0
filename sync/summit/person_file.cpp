#include "sync/summit/person_file.h"

#include <algorithm>

namespace foyer {

const AttendanceRow* last_seen(const PersonFile& file) {
    const auto seen = std::ranges::find_if(file.attendance, [](const AttendanceRow& row) {
        return !row.voided && (row.event == "entered" || row.event == "left");
    });
    return seen == file.attendance.end() ? nullptr : &*seen;
}

bool has_arrived(const PersonFile& file) {
    return std::ranges::any_of(file.attendance,
                               [](const AttendanceRow& row) { return !row.voided && row.event == "entered"; });
}

std::string open_case(const PersonFile& file) {
    for (const AttendanceRow& row : file.attendance) {
        if (row.voided) continue;
        if (row.event == "entered") return {};
        if (!row.case_number.empty()) return file.seen_to.contains(row.id) ? "" : row.case_number;
    }
    return {};
}

} // namespace foyer
