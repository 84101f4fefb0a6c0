#include "kiosk/screens/screens.h"

#include <variant>

namespace foyer {

bool is_for_staff(const CurrentView& view) {
    return std::holds_alternative<StaffView>(view) || std::holds_alternative<CameraCheckView>(view) ||
           std::holds_alternative<EnrolmentView>(view);
}

bool moving(const CurrentView& view) {
    const auto* verdict = std::get_if<VerdictView>(&view);
    return verdict && verdict->seconds_shown < theme::pulse;
}

double seconds_to_next_frame(const CurrentView& view) {
    if (moving(view)) return 1.0 / 30;
    const auto bar = std::visit(
        [](const auto& screen) {
            if constexpr (requires { screen.timeout; })
                return screen.timeout.fraction_left;
            else
                return 0.0;
        },
        view);
    return bar > 0 && bar < 1 ? 0.125 : 1.0;
}

const Language& language_of(const CurrentView& view) {
    struct Ask {
        // The largest words each screen always has.
        const Language& operator()(const WaitingView& v) const { return v.title.language; }
        const Language& operator()(const VerdictView& v) const { return v.keep_open_button.language; }
        const Language& operator()(const ProgrammeView& v) const { return v.title.language; }
        const Language& operator()(const LanguageView& v) const { return v.back_button.language; }
        const Language& operator()(const TroubleView& v) const { return v.title.language; }
        const Language& operator()(const StaffView& v) const { return v.leave_button.language; }
        const Language& operator()(const CameraCheckView& v) const { return v.title.language; }
        const Language& operator()(const EnrolmentView& v) const { return v.title.language; }
    };
    return std::visit(Ask{}, view);
}

} // namespace foyer
