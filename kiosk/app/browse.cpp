#include "kiosk/app/browse.h"

#include <algorithm>

#include "kiosk/app/sessions.h"

namespace foyer {

namespace {

using Search = ShowingProgramme::Search;

ShowingProgramme* browsing(Model& model) { return std::get_if<ShowingProgramme>(&model.screen); }

// Also while the languages stand over it.
ShowingProgramme* programme_of(Model& model) {
    if (auto* choosing = std::get_if<ChoosingLanguage>(&model.screen))
        return std::get_if<ShowingProgramme>(&choosing->back_to);
    return browsing(model);
}

Search* searching(Model& model) {
    auto* programme = browsing(model);
    return programme && programme->search && !programme->opened ? &*programme->search : nullptr;
}

bool asks_something(const Search& search) { return search.query.find_first_not_of(' ') != std::string::npos; }

void ask(Search& search, Effects& effects) {
    search.turned = 0;
    if (asks_something(search)) return effects.emplace_back(FindSessions{search.query}), void();
    search.found.clear();
    search.found_for.clear();
}

// Another list: from its beginning.
void begin_list(ShowingProgramme& programme) {
    programme.rows_turned = 0;
    programme.opened.reset();
}

bool has_room(const Programme& programme, const PlaceId& room) {
    return std::ranges::count(rooms_of(programme), room) > 0;
}

bool has_day(const Programme& programme, Day day) { return std::ranges::count(days_of(programme), day) > 0; }

} // namespace

void browse(Model& model, const ChooseDay& wanted) {
    auto* programme = browsing(model);
    if (!programme || !has_day(model.programme, wanted.day)) return;
    programme->day = wanted.day;
    programme->days_turned = 0;
    begin_list(*programme);
}

void browse(Model& model, const ChooseBy& wanted) {
    auto* programme = browsing(model);
    if (!programme) return;
    programme->by = wanted.by;
    programme->forum.reset();
    programme->room.reset();
    programme->places_turned = 0;
    begin_list(*programme);
}

void browse(Model& model, const ChooseForum& wanted) {
    auto* programme = browsing(model);
    if (!programme || (wanted.forum && !model.programme.forum(*wanted.forum))) return;
    browse(model, ChooseBy{ProgrammeBy::forum});
    programme->forum = wanted.forum;
}

void browse(Model& model, const ChooseRoom& wanted) {
    auto* programme = browsing(model);
    if (!programme || (wanted.room && !has_room(model.programme, *wanted.room))) return;
    browse(model, ChooseBy{ProgrammeBy::room});
    programme->room = wanted.room;
}

void browse(Model& model, const ShowMore& more) {
    auto* programme = browsing(model);
    if (!programme) return;
    switch (more.of) {
    case ShowMore::Of::rows: ++(programme->search ? programme->search->turned : programme->rows_turned); break;
    case ShowMore::Of::places: ++programme->places_turned; break;
    case ShowMore::Of::days: ++programme->days_turned; break;
    }
}

void browse(Model& model, const OpenSession& wanted) {
    auto* programme = browsing(model);
    if (programme && model.programme.session(wanted.session)) programme->opened = wanted.session;
}

void browse(Model& model, const CloseSession&) {
    if (auto* programme = browsing(model)) programme->opened.reset();
}

void browse(Model& model, const OpenSearch&) {
    auto* programme = browsing(model);
    if (!programme || programme->search) return;
    programme->opened.reset();
    programme->search.emplace();
}

bool browse_back(Model& model) {
    auto* programme = browsing(model);
    if (!programme || (!programme->opened && !programme->search)) return false;
    if (programme->opened)
        programme->opened.reset();
    else
        programme->search.reset();
    return true;
}

bool is_searching(const Model& model) {
    const auto* programme = std::get_if<ShowingProgramme>(&model.screen);
    return programme && programme->search && !programme->opened;
}

void type_search(Model& model, Effects& effects, char32_t character) {
    Search* search = searching(model);
    if (!search) return;
    type_character(search->query, character);
    search->keyboard.shift = TouchKeyboard::Shift::off;
    ask(*search, effects);
}

void turn_search_keys(Model& model, TouchKeyboard::Page page) {
    if (Search* search = searching(model)) search->keyboard.page = page;
}

void tap_search(Model& model, Effects& effects, DeskTap::What what) {
    using Shift = TouchKeyboard::Shift;
    Search* search = searching(model);
    if (!search) return;
    if (what == DeskTap::What::shift)
        search->keyboard.shift = search->keyboard.shift == Shift::off ? Shift::once : Shift::off;
    if (what != DeskTap::What::erase && what != DeskTap::What::clear) return;
    if (what == DeskTap::What::erase)
        erase_character(search->query);
    else
        search->query.clear();
    ask(*search, effects);
}

bool search_key(Model& model, Effects& effects, char32_t key) {
    if (!is_searching(model) || key == KeyPressed::escape) return false;
    if (key == KeyPressed::backspace)
        tap_search(model, effects, DeskTap::What::erase);
    else if (key != KeyPressed::enter) // what is found is there already
        type_search(model, effects, key);
    return true;
}

// Of what is asked now: a slow answer to fewer letters is none to these.
void sessions_found(Model& model, const SessionsFound& found) {
    auto* programme = programme_of(model);
    if (!programme || !programme->search || programme->search->query != found.query) return;
    programme->search->found = found.sessions;
    programme->search->found_for = found.query;
}

void forget_what_is_gone(Model& model, Effects& effects) {
    auto* programme = programme_of(model);
    if (!programme) return;
    const Programme& now = model.programme;
    if (programme->day && !has_day(now, *programme->day)) programme->day.reset();
    if (programme->forum && !now.forum(*programme->forum)) programme->forum.reset();
    if (programme->room && !has_room(now, *programme->room)) programme->room.reset();
    if (programme->opened && !now.session(*programme->opened)) programme->opened.reset();
    if (programme->search && asks_something(*programme->search))
        effects.emplace_back(FindSessions{programme->search->query});
}

} // namespace foyer
