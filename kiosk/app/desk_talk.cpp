#include "kiosk/app/desk_talk.h"

#include <algorithm>
#include <array>

namespace foyer {

std::string_view name(ByHandWhy why) {
    switch (why) {
    case ByHandWhy::at_desk: return "at_desk";
    case ByHandWhy::no_code: return "no_code";
    case ByHandWhy::from_paper: return "from_paper";
    case ByHandWhy::delegation: return "delegation";
    case ByHandWhy::badge_forgotten: return "badge_forgotten";
    case ByHandWhy::badge_unreadable: return "badge_unreadable";
    case ByHandWhy::phone_empty: return "phone_empty";
    case ByHandWhy::known_in_person: return "known_in_person";
    case ByHandWhy::guided_group: return "guided_group";
    case ByHandWhy::other: return "other";
    }
    return "";
}

std::optional<ByHandWhy> by_hand_why(std::string_view said) {
    using enum ByHandWhy;
    static constexpr std::array all{at_desk,          no_code,     from_paper,      delegation,   badge_forgotten,
                                    badge_unreadable, phone_empty, known_in_person, guided_group, other};
    const auto found = std::ranges::find(all, said.substr(0, said.find(' ')), [](ByHandWhy why) { return name(why); });
    return found == all.end() ? std::nullopt : std::optional{*found};
}

std::string_view name(BackWhy why) {
    switch (why) {
    case BackWhy::by_mistake: return "by mistake";
    case BackWhy::wrong_person: return "wrong person";
    case BackWhy::was_not_here: return "was not here";
    }
    return "";
}

std::optional<BackWhy> back_why(std::string_view said) {
    for (const BackWhy why : {BackWhy::by_mistake, BackWhy::wrong_person, BackWhy::was_not_here})
        if (said.find(name(why)) != std::string_view::npos) return why;
    return std::nullopt;
}

} // namespace foyer
