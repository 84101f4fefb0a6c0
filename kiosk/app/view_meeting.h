// Meetings in the views of guests and staff: which one is meant, and the words for it. Only the views' files include
// this.
#pragma once

#include "kiosk/app/model.h"
#include "kiosk/app/sessions.h"
#include "kiosk/app/strings.h"

namespace foyer {

// Which of them a guest is to be told of now: what is on or next, and planned. None: nothing is left.
const MeetingSeen* meeting_now(const std::vector<MeetingSeen>& meetings, Instant now);
const MeetingSeen* meeting_with(const std::vector<MeetingSeen>& meetings, const MeetingId& id);
// So near that it is where the guest goes next, whatever else is on; or before `other`, which begins then.
bool goes_first(const MeetingSeen& meeting, Instant now, std::optional<Instant> other);
// Where a guest is to be next: at a session that is theirs, or at a meeting that is about to begin or comes first; at
// most one of them. The meeting is one of `outcome`.
struct WhereNext {
    std::optional<GuestSession> session;
    const MeetingSeen* meeting = nullptr;
};
WhereNext where_next(const Model& model, const Outcome& outcome);

// "Table 12"; a table without a code is called by its name.
Label table_words(const Voice& voice, const Programme& programme, const PlaceId& table);
// "Deutsch / 中文", each as it calls itself; empty when the file says none.
std::string language_pair(const Meeting& meeting);
// "Meeting · Deutsch / 中文".
Label meeting_title(const Voice& voice, const Meeting& meeting);
// Those of a meeting who are there, or not yet: names in the form that staff read.
std::string names_of(const MeetingSeen& meeting, const Voice& voice, MeetingSeen::Someone::Is is);
// Everybody whom `who` meets, and the interpreter where they are not it themselves.
std::vector<VerdictView::Partner> partners(const Voice& voice, const MeetingSeen& meeting, const AttendeeId& who);

} // namespace foyer
