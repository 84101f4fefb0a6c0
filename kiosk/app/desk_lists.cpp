// What a staff desk lists besides people: who waits with a number, and what is lent.
#include "kiosk/app/desk_inside.h"

namespace foyer {

using What = DeskTap::What;

bool tap_on_lists(Model& model, Effects& effects, What what) {
    StaffDesk& desk = model.desk;
    switch (what) {
    case What::open_loans: ask_clerk(effects, ShowLoans{}); return true;
    case What::close_loans: desk.loans.reset(); return true;
    case What::next_loans: ++desk.loans_page; return true;
    case What::next_cases: ++desk.cases_page; return true;
    default: return false;
    }
}

// The list has just moved under the finger.
static bool has_settled(const Model& model) { return model.monotonic - model.desk.listed_at >= desk_settles; }

void desk_step(Model& model, Effects& effects, const ChooseCase& chosen) {
    if (!model.desk.form && has_settled(model)) ask_clerk(effects, LookUpCase{chosen.who});
}

void desk_step(Model& model, Effects& effects, const CloseCase& closed) {
    if (has_settled(model)) act(model.desk, effects, closed.settled);
}

void desk_step(Model& model, Effects& effects, const PrintTheLoans& wanted) { act(model.desk, effects, wanted.loans); }

void lists_changed(Model& model, const ListsChanged& changed) {
    StaffDesk& desk = model.desk;
    if (changed.waiting != desk.lists.waiting) desk.listed_at = model.monotonic;
    desk.lists = changed;
}

void loans_listed(Model& model, const LoansListed& listed) {
    StaffDesk& desk = model.desk;
    if (!desk.loans) desk.loans_page = 0;
    desk.loans = listed;
}

} // namespace foyer
