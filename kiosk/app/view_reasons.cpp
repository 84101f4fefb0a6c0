// Why something is done by hand at a desk, or taken back: the words for it, and the forms in which staff choose it.
#include "kiosk/app/calendar.h"
#include "kiosk/app/view_desk_parts.h"

namespace foyer {

Msgid words_of(ByHandWhy why) {
    switch (why) {
    case ByHandWhy::at_desk: return "Badge at the desk"_t;
    case ByHandWhy::no_code: return "No code"_t;
    case ByHandWhy::from_paper: return "From paper"_t;
    case ByHandWhy::delegation: return "Delegation"_t;
    case ByHandWhy::badge_forgotten: return "Badge forgotten"_t;
    case ByHandWhy::badge_unreadable: return "Badge unreadable"_t;
    case ByHandWhy::phone_empty: return "Phone empty"_t;
    case ByHandWhy::known_in_person: return "Known in person"_t;
    case ByHandWhy::guided_group: return "Guided group"_t;
    case ByHandWhy::other: break;
    }
    return "Another reason"_t;
}

Msgid words_of(BackWhy why) {
    switch (why) {
    case BackWhy::by_mistake: return "By mistake"_t;
    case BackWhy::wrong_person: return "Wrong person"_t;
    case BackWhy::was_not_here: break;
    }
    return "Was not here"_t;
}

// On a narrow screen the form hides whose it is.
static Label name_of(const StaffDesk& desk) {
    return desk.dossier ? staff_name(desk.dossier->file.person, desk.dossier->file.attendee.id).native : Label{};
}

// First the one that stands where nobody chooses.
void describe_reasons(DeskView::Form& view, const StaffDesk& desk, const Voice& voice) {
    using enum ByHandWhy;
    const DeskForm& form = *desk.form;
    view.title = voice.say("Why by hand?"_t);
    view.line = name_of(desk);
    for (const ByHandWhy why :
         {desk.because, badge_forgotten, badge_unreadable, phone_empty, known_in_person, guided_group, other})
        view.choices.push_back({voice.say(words_of(why)), form.why == why, ChooseByHandWhy{why}});
    view.confirm_button = voice.say(form.direction == Direction::out ? "Check out"_t : "Check in"_t);
}

void describe_take_back(DeskView::Form& view, const DeskForm& form, const Model& model, const Voice& voice) {
    const AttendanceRow& row = form.row.value_or(AttendanceRow{});
    view.title = voice.say("Take this back?"_t);
    view.line = voice.join({name_of(model.desk).text, time_of_day(model.programme.summit, row.happened),
                            voice.text(row.event == "left" ? "Went out"_t : "Came in"_t)});
    for (const BackWhy why : {BackWhy::by_mistake, BackWhy::wrong_person, BackWhy::was_not_here})
        view.choices.push_back({voice.say(words_of(why)), form.back_why == why, ChooseBackWhy{why}});
    view.confirm_button = voice.say("Take back"_t);
}

} // namespace foyer
