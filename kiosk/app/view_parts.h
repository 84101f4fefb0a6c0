// The parts of views that several screens share, and the views themselves, one function each. Only view_of.cpp and the
// files behind it include this.
#pragma once

#include "kiosk/app/model.h"
#include "kiosk/app/strings.h"

namespace foyer {

// Who takes a call: the desk, and whoever of the staff is known.
std::string taker_words(const OpenCall& open, const Voice& voice);

HeaderView header_view(const Model& model, const Voice& voice);
StatusView status_view(const Model& model, const Voice& voice);
// Of the clock, where it is wrong or may be: what is wrong and what to do. Empty: nothing.
Label clock_words(const Model& model, const Voice& voice);
bool clock_is_plainly_wrong(const Model& model); // guests are told too
TimeoutView timeout_view(const Model& model, const Voice& voice);
TimeoutView timeout_view(const Voice& voice, Milliseconds left, Milliseconds limit);
// "40 s", "5 min", "3 h": in the largest unit that is not nought.
std::string span_words(const Voice& voice, Milliseconds span);
// Parts of the strip: "last contact 40 s ago", "12 records not sent", "2 of 3 doors" (empty: there are no others).
std::string contact_words(const Model& model, const Voice& voice);
std::string unsent_words(const LinkState& link, const Voice& voice);
std::string doors_words(const LinkState& link, const Voice& voice);
// Why there is no picture of this camera; empty when there is.
Label camera_words(const SourceState& camera, const Voice& voice);
std::vector<LanguagePill> language_pills(const Model& model, const Voice& voice);

// "Level 2 · Seat A-31"; parts that are unknown are left out, and a room without a code is named.
Label room_line(const Model& model, const Voice& voice, const PlaceId& place, std::string_view seat);
// Where a guest hears the own language: "German on channel 2"; else what is spoken: "English, Chinese". Empty when none
// is given.
Label languages_line(const Voice& voice, const Session& session);
// All of them, for everybody: "1 English · 2 German · Chinese".
Label channels_line(const Voice& voice, const Session& session);
// Seats, numbers and codes that must not break at their hyphen.
std::string unbroken(std::string_view text);

WaitingView waiting_view(const Model& model, const Voice& voice);
VerdictView verdict_view(const Model& model, const Voice& voice, const ShowingVerdict& showing);
Label staff_line(const Model& model, const Voice& voice, const Outcome& outcome); // of a verdict, small
OwnDayView own_day_view(const Model& model, const Voice& voice, const ShowingVerdict& showing);
ProgrammeView programme_view(const Model& model, const Voice& voice, const ShowingProgramme& showing);
LanguageView language_view(const Model& model, const Voice& voice);
PrivacyView privacy_view(const Model& model, const Voice& voice);
CallView call_view(const Model& model, const Voice& voice);
ClaimView claim_view(const Model& model, const Voice& voice, const Claiming& claim);
TroubleView trouble_view(const Model& model, const Voice& voice);
StaffView staff_view(const Model& model, const Voice& voice);
HealthView health_view(const Model& model, const Voice& voice);
StandView stand_view(const Model& model, const Voice& voice);
// How one camera or hand scanner is.
Label source_words(const SourceState& source, const Voice& voice);
CameraCheckView camera_check_view(const Model& model, const Voice& voice);
// `guests`: in the language of who scanned last.
GateView gate_view(const Model& model, const Voice& voice, const Voice& guests);
SignView sign_view(const Model& model, const Voice& voice);
DeskView desk_view(const Model& model, const Voice& voice);

// Persons in a place, of those that it holds.
FillView fill_view(const Model& model, const Voice& voice, const PlaceId& place);

} // namespace foyer
