#include "kiosk/terminal/printing.h"

#include <algorithm>

#include "kiosk/app/calendar.h"

namespace foyer {

RollPlace::Person on_paper(const Person& person, const AttendeeId& id, std::string beside) {
    const bool named = !person.native_name.empty();
    return {named ? BadgeText{person.native_name, person.native_language} : BadgeText{id.text, "en"},
            person.latin_name == person.native_name ? "" : person.latin_name, std::move(beside)};
}

std::string clock_in_name(const Summit& summit, Instant when) {
    std::string clock = time_of_day(summit, when);
    std::erase(clock, ':');
    return clock;
}

const std::string& sort_name(const Person& person) {
    return person.latin_name.empty() ? person.native_name : person.latin_name;
}

DeskActed acted_on_paper(const DeskRequest& act, const Result<std::string>& printed) {
    DeskActed acted{.request = act};
    printed ? void(acted.where = *printed) : void(acted.fault = printed.error());
    return acted;
}

void sort_by_name(std::vector<RollPlace::Person>& people) {
    std::ranges::stable_sort(people, {}, [](const RollPlace::Person& person) {
        return person.latin_name.empty() ? person.name.text : person.latin_name;
    });
}

} // namespace foyer
