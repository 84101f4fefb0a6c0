#include "kiosk/screens/screens.h"

#include <variant>

namespace foyer {

bool is_for_staff(const CurrentView& view) {
    return std::holds_alternative<StaffView>(view) || std::holds_alternative<CameraCheckView>(view) ||
           std::holds_alternative<HealthView>(view) || std::holds_alternative<StandView>(view) ||
           std::holds_alternative<EnrolmentView>(view);
}

std::optional<double> seconds_shown(const CurrentView& view) {
    if (const auto* verdict = std::get_if<VerdictView>(&view)) return verdict->seconds_shown;
    if (const auto* day = std::get_if<OwnDayView>(&view)) return day->seconds_shown;
    if (const auto* gate = std::get_if<GateView>(&view); gate && gate->told) return gate->told->seconds_shown;
    return std::nullopt;
}

bool moving(const CurrentView& view) { return seconds_shown(view).value_or(theme::pulse) < theme::pulse; }

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

const HeaderView& header_of(const CurrentView& view) {
    return std::visit([](const auto& screen) -> const HeaderView& { return screen.header; }, view);
}

const Language& language_of(const CurrentView& view) {
    struct Ask {
        // The largest words each screen always has.
        const Language& operator()(const WaitingView& v) const { return v.title.language; }
        const Language& operator()(const VerdictView& v) const { return v.keep_open_button.language; }
        const Language& operator()(const ProgrammeView& v) const { return v.title.language; }
        const Language& operator()(const LanguageView& v) const { return v.back_button.language; }
        const Language& operator()(const PrivacyView& v) const { return v.back_button.language; }
        const Language& operator()(const TroubleView& v) const { return v.title.language; }
        const Language& operator()(const StaffView& v) const { return v.leave_button.language; }
        const Language& operator()(const HealthView& v) const { return v.leave_button.language; }
        const Language& operator()(const StandView& v) const { return v.leave_button.language; }
        const Language& operator()(const CameraCheckView& v) const { return v.title.language; }
        const Language& operator()(const EnrolmentView& v) const { return v.title.language; }
        const Language& operator()(const GateView& v) const { return v.title.language; }
        const Language& operator()(const SignView& v) const { return v.title.language; }
        const Language& operator()(const OwnDayView& v) const { return v.keep_open_button.language; }
        const Language& operator()(const CallView& v) const { return v.title.language; }
        const Language& operator()(const ClaimView& v) const { return v.title.language; }
        const Language& operator()(const DeskView& v) const {
            return v.locked ? v.locked->title.language : v.hint.language;
        }
    };
    return std::visit(Ask{}, view);
}

} // namespace foyer
