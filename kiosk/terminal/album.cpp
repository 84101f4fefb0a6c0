#include "kiosk/terminal/album.h"

#include <cstdio>

#include "kiosk/screens/screens.h"

namespace foyer {

static constexpr double at_rest_s = 0.8; // the longest entrance is over after 0.55 s

// "verdict-wrong_room", "programme-session", "waiting-code"...
static std::string title_of(const Model& model, const CurrentView& view) {
    if (const auto* staff = std::get_if<StaffView>(&view)) return staff->pad ? "staff" : "staff-unlocked";
    if (std::holds_alternative<CameraCheckView>(view)) return "staff-camera";
    if (std::holds_alternative<HealthView>(view)) return "staff-health";
    if (std::holds_alternative<StandView>(view)) return "staff-settings";
    if (std::holds_alternative<OwnDayView>(view)) return "own-day";
    if (std::holds_alternative<SignView>(view)) return "sign";
    if (const auto* call = std::get_if<CallView>(&view)) return call->coming ? "call-taken" : "call";
    if (const auto* claim = std::get_if<ClaimView>(&view)) return claim->fields.empty() ? "claim-spent" : "claim";
    if (const auto* desk = std::get_if<DeskView>(&view))
        return desk->form ? "desk-form" : desk->person ? "desk-person" : desk->rows.empty() ? "desk" : "desk-found";
    if (std::holds_alternative<GateView>(view) && std::holds_alternative<Waiting>(model.screen)) return "gate";
    if (const auto* shown = std::get_if<ShowingVerdict>(&model.screen))
        return "verdict-" + std::string{name(shown->outcome.verdict.reason)};
    if (const auto* programme = std::get_if<ProgrammeView>(&view))
        return programme->detail ? "programme-session" : "programme";
    if (const auto* waiting = std::get_if<WaitingView>(&view))
        return waiting->code_outline.empty() ? "waiting" : "waiting-code";
    if (std::holds_alternative<LanguageView>(view)) return "languages";
    if (std::holds_alternative<PrivacyView>(view)) return "privacy";
    return "trouble";
}

bool Album::wants(const Model& model, const CurrentView& view) const {
    if (seconds_shown(view).value_or(at_rest_s) < at_rest_s) return false;
    return !kept_.contains(title_of(model, view));
}

void Album::keep(const Model& model, const CurrentView& view, Picture picture) {
    const std::string title = title_of(model, view);
    const std::string file = (folder_ / (title + ".png")).string();
    const bool taken = press_.take([file, picture = std::move(picture)] {
        if (auto r = write_png(picture, file); !r) std::fprintf(stderr, "foyer-kiosk: %s\n", r.error().detail.c_str());
    });
    if (taken) kept_.insert(title); // else it is tried again with the next frame
}

} // namespace foyer
