// The screens: each paints one small struct and pushes what was asked for. No state, no clock: how far an animation has
// come is in the view (`seconds_shown`), so the same view always gives the same picture.
#pragma once

#include "kiosk/app/intents.h"
#include "kiosk/app/views.h"
#include "kiosk/screens/paint.h"

namespace foyer {

void draw(const WaitingView& view, Paint& paint, Intents& intents);
void draw(const VerdictView& view, Paint& paint, Intents& intents);
void draw(const ProgrammeView& view, Paint& paint, Intents& intents);
void draw(const LanguageView& view, Paint& paint, Intents& intents);
void draw(const PrivacyView& view, Paint& paint, Intents& intents);
void draw(const TroubleView& view, Paint& paint, Intents& intents);
void draw(const StaffView& view, Paint& paint, Intents& intents);
void draw(const HealthView& view, Paint& paint, Intents& intents);
void draw(const StandView& view, Paint& paint, Intents& intents);
void draw(const CameraCheckView& view, Paint& paint, Intents& intents);
void draw(const EnrolmentView& view, Paint& paint, Intents& intents);
void draw(const GateView& view, Paint& paint, Intents& intents);
void draw(const SignView& view, Paint& paint, Intents& intents);
void draw(const OwnDayView& view, Paint& paint, Intents& intents);
void draw(const CallView& view, Paint& paint, Intents& intents);
void draw(const ClaimView& view, Paint& paint, Intents& intents);
void draw(const DeskView& view, Paint& paint, Intents& intents);

// Where staff rest a finger to come to their panel: a corner of the glass in which no screen has anything else.
void staff_corner(Paint& paint, Intents& intents);

// Is it read by staff alone? Then the corner leads nowhere.
bool is_for_staff(const CurrentView& view);
// Of a verdict: since it appeared.
std::optional<double> seconds_shown(const CurrentView& view);
// Does this view change from frame to frame by itself? Then it wants some 30 frames a second.
bool moving(const CurrentView& view);
// After how many seconds it should be painted again if nothing happens: 1/30 while moving, 1/8 while a time bar runs
// down, else 1 (for the clock).
double seconds_to_next_frame(const CurrentView& view);
// Every screen has one.
const HeaderView& header_of(const CurrentView& view);
// The language the screen is in: which way it reads.
const Language& language_of(const CurrentView& view);

} // namespace foyer
