#include "kiosk/app/languages.h"

#include <type_traits>

namespace foyer {

std::optional<Screen> languages_over(const Model& model) {
    const auto* claim = std::get_if<Claiming>(&model.screen);
    if (claim && claim->state == Claiming::State::asked) return std::nullopt;
    const auto over = []<class Behind>(const Behind& behind) -> std::optional<Screen> {
        if constexpr (std::is_constructible_v<decltype(ChoosingLanguage::back_to), const Behind&>)
            return ChoosingLanguage{behind};
        else
            return std::nullopt;
    };
    return std::visit(over, model.screen);
}

std::optional<Screen> behind_languages(const Model& model) {
    const auto* choosing = std::get_if<ChoosingLanguage>(&model.screen);
    if (!choosing || std::holds_alternative<Waiting>(choosing->back_to)) return std::nullopt;
    const auto* calling = std::get_if<CallingStaff>(&choosing->back_to);
    if (calling && calling->known == CallingStaff::Known::yes && !own_call(model)) return std::nullopt;
    return std::visit([](const auto& behind) { return Screen{behind}; }, choosing->back_to);
}

} // namespace foyer
