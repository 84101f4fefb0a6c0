#include "kiosk/app/desk_talk.h"

namespace foyer {

std::string_view name(ByHandWhy why) {
    switch (why) {
    case ByHandWhy::at_desk: return "at_desk";
    case ByHandWhy::no_code: return "no_code";
    case ByHandWhy::from_paper: return "from_paper";
    case ByHandWhy::delegation: return "delegation";
    }
    return "";
}

std::string_view name(BackWhy why) {
    switch (why) {
    case BackWhy::by_mistake: return "by mistake";
    case BackWhy::wrong_person: return "wrong person";
    case BackWhy::was_not_here: return "was not here";
    }
    return "";
}

} // namespace foyer
