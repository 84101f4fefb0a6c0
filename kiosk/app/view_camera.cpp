// One of the cameras, looked at by staff: its picture, the numbers, and the one thing to do.
#include <cmath>

#include "kiosk/app/sources.h"
#include "kiosk/app/staff.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

using enum CameraAdvice;

std::string percent(const Voice& voice, double share) {
    return voice.text("{1}%"_t, {std::to_string(std::lround(100 * share))});
}

std::string tenths(const Voice& voice, double number) {
    const long all = std::lround(10 * number);
    return voice.text("{1}.{2}"_t, {std::to_string(all / 10), std::to_string(all % 10)});
}

Msgid words_for(CameraAdvice advice, const CameraCheck& check) {
    switch (advice) {
    case too_dark: return "Too dark: more light on the guest, or a longer exposure."_t;
    case too_bright: return "Too bright: no lamp or window behind the guest, or a shorter exposure."_t;
    case out_of_focus: return "Dirty lens or out of focus: wipe the lens, then set the focus."_t;
    case move_closer: return "Move closer: the code is too small in the picture."_t;
    case good: break;
    }
    return check.pixels_per_module ? "Good: codes are read well here."_t
                                   : "Light and focus are good. Now hold up a badge."_t;
}

void describe(CameraCheckView& view, const CameraCheck& check, const Voice& voice) {
    const CameraAdvice advice = advise(check);
    view.advice = voice.say(words_for(advice, check));
    view.mark = advice != good            ? CameraCheckView::Mark::attention
                : check.pixels_per_module ? CameraCheckView::Mark::good
                                          : CameraCheckView::Mark::waiting;
    const auto row = [&](Msgid name, std::string value, bool attention) {
        view.rows.push_back({voice.say(name), {std::move(value), voice.language()}, attention});
    };
    const bool dark = advice == too_dark, bright = advice == too_bright;
    row("Brightness, 0 to 255"_t, std::to_string(std::lround(check.mean)), dark || bright);
    row("Black"_t, percent(voice, check.dark), dark);
    row("Overexposed"_t, percent(voice, check.clipped), bright);
    row("Sharpness"_t, check.sharpness ? percent(voice, *check.sharpness) : voice.text("nothing to judge by"_t),
        advice == out_of_focus);
    row("Pixels a module, 4 or more"_t,
        check.pixels_per_module ? tenths(voice, *check.pixels_per_module) : voice.text("no code yet"_t),
        advice == move_closer);
}

} // namespace

CameraCheckView camera_check_view(const Model& model, const Voice& voice) {
    const StaffPanel::Camera& looked_at = *model.staff.panel->camera;
    const auto cameras = only(SourceState::Kind::camera, model.sources);
    CameraCheckView view;
    view.header = header_view(model, voice);
    view.header.zoom = 1; // beside a picture that is large enough to see what is wrong with it
    view.status = status_view(model, voice);
    view.timeout = timeout_view(voice, staff_panel_ends(model.staff) - model.monotonic, camera_check_lasts);
    view.title = voice.say("Camera"_t);
    if (cameras.size() > 1)
        view.title =
            voice.say("Camera {1} of {2}"_t, {std::to_string(looked_at.index + 1), std::to_string(cameras.size())});
    view.line = voice.say("Nobody is checked in by this camera meanwhile."_t);
    if (cameras.size() > 1) view.next_button = voice.say("Next camera"_t);
    view.leave_button = voice.say("Back"_t);
    const SourceState camera = looked_at.index < cameras.size() ? cameras[looked_at.index] : SourceState{};
    view.preview = camera.state == SourceState::State::ok;
    view.camera_state = camera_words(camera, voice);
    if (!view.preview) return view;
    view.code_outline = model.outline;
    if (looked_at.check)
        describe(view, *looked_at.check, voice);
    else
        view.advice = voice.say("Hold a badge in front of the camera."_t);
    return view;
}

} // namespace foyer
