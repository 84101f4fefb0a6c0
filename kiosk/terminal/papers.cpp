#include "kiosk/terminal/papers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

// "badge-0412-2.pdf" is of 0412: what follows the id is a revision and nothing else.
static bool is_badge_of(std::string_view file, const AttendeeId& who) {
    const std::string begins = "badge-" + who.text + "-";
    if (!file.starts_with(begins)) return false;
    file.remove_prefix(begins.size());
    const auto digits = file.find_first_not_of("0123456789");
    return digits != 0 && digits != std::string_view::npos && file.substr(digits).starts_with(".pdf");
}

static void forget_papers_of(const std::filesystem::path& papers, const AttendeeId& who) {
    std::error_code failed;
    std::vector<std::filesystem::path> gone;
    for (const auto& entry : std::filesystem::directory_iterator(papers, failed)) {
        const std::string name = entry.path().filename().string();
        const bool of_many =
            name.starts_with("who-is-where-") || name.starts_with("badges-") || name.starts_with("lent-");
        if (is_badge_of(name, who) || of_many) gone.push_back(entry.path());
    }
    for (const auto& file : gone) std::filesystem::remove(file, failed);
}

void forget_papers_of(const Ledger& ledger, const std::filesystem::path& papers, const std::set<AttendeeId>& touched,
                      std::set<AttendeeId>& forgotten) {
    if (papers.empty()) return;
    for (const AttendeeId& who : touched)
        if (!ledger.person(who) && ledger.attendee(who) && forgotten.insert(who).second) forget_papers_of(papers, who);
}

} // namespace foyer
