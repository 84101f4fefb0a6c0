// What guests see of meetings: at the tables, and on the own day.
#include "tests/scenes/meetings.h"

#include "tests/scenes/scenes.h"

namespace foyer::tests {
namespace {

using Is = MeetingSeen::Someone::Is;

MeetingSeen::Someone seen(const Guest& who, Is is) {
    return {who.attendee.id, who.person, who.attendee.organisation, is};
}

Scene at_tables(const char* name, Reason reason, std::string_view starts, std::string_view ends) {
    return {name, [=](const Language& l) {
                Terminal terminal = on_the_morning(l, "meetings");
                Outcome said = answer(reason, l);
                const bool now = reason == Reason::to_table;
                said.meetings = {meeting_of(l, "m-12", starts, ends, now ? Is::there : Is::expected)};
                if (reason == Reason::no_meeting) said.meetings.clear();
                if (reason == Reason::meeting_released) said.meetings[0].meeting.state = Meeting::State::released;
                if (reason != Reason::no_meeting) said.verdict.meeting = said.meetings[0].meeting.id;
                return terminal.scan(said).wait(3).view();
            }};
}

} // namespace

Guest lu() {
    Guest made{attendee("0009", "zh", {}), person("陆听川", "zh-Hans", "Lu Tingchuan", "女士")};
    made.attendee.organisation = wording({"Organising office", "组委会办公室", "مكتب التنظيم"});
    return made;
}

MeetingSeen meeting_of(const Language& language, const char* id, std::string_view starts, std::string_view ends,
                       Is partner_is) {
    const Guest who = who_speaks(language);
    const Guest other = language == "zh" ? anna() : qingchuan();
    Meeting meeting{{id}, {"table-12"}, at(starts), at(ends), {}, {}, {}};
    meeting.parties = {who.attendee.id, other.attendee.id};
    meeting.interpreter = lu().attendee.id;
    meeting.languages = {who.attendee.language, other.attendee.language};
    return {meeting, {seen(who, Is::there), seen(other, partner_is)}, seen(lu(), Is::expected)};
}

std::vector<Scene> meeting_scenes() {
    return {
        {"waiting-tables", [](const Language& l) { return on_the_morning(l, "meetings").view(); }},
        at_tables("table-now", Reason::to_table, "10:50", "11:10"),
        at_tables("table-later", Reason::meeting_later, "11:50", "12:10"),
        at_tables("table-given-back", Reason::meeting_released, "10:30", "10:50"),
        at_tables("table-none", Reason::no_meeting, "10:30", "10:50"),
        {"own-day-meeting",
         [](const Language& l) {
             Outcome said = answer(Reason::welcome_back, l);
             said.meetings = {meeting_of(l, "m-12", "10:55", "11:10", Is::expected),
                              meeting_of(l, "m-13", "11:50", "12:10", Is::expected)};
             return on_the_morning(l).scan(said).wait(3).view();
         }},
    };
}

} // namespace foyer::tests
