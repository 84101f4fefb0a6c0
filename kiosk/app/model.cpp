// What the state of a terminal comes to, for whoever reads it.
#include "kiosk/app/model.h"

#include <algorithm>

#include "kiosk/app/strings.h"
#include "sync/summit/overrun.h"

namespace foyer {

Mode mode_of(const Model& model) {
    if (model.settings.stand.mode) return *model.settings.stand.mode;
    const Checkpoint* checkpoint = model.programme.checkpoint(model.settings.checkpoint);
    return checkpoint ? checkpoint->mode : Mode::self;
}

bool lacks_roster(const Model& model) {
    const Checkpoint* here = model.programme.checkpoint(model.settings.checkpoint);
    const Mode mode = mode_of(model);
    const bool knows_guests = mode != Mode::sign && mode != Mode::desk; // there anybody may be added
    return here && here->unknown_code == UnknownCodeRule::ask_a_person && knows_guests &&
           model.link.roster == LinkState::Roster::not_yet;
}

bool is_gate(const Model& model) {
    const Mode mode = mode_of(model);
    return mode == Mode::gate || mode == Mode::room;
}

bool is_idle(const Model& model) {
    return std::holds_alternative<Waiting>(model.screen) || std::holds_alternative<Trouble>(model.screen);
}

const OpenCall* own_call(const Model& model) {
    const auto found = std::ranges::find(model.calls, OpenCall::Whose::ours, &OpenCall::whose);
    return found == model.calls.end() ? nullptr : &*found;
}

const Session* session_at(const Model& model) {
    const Checkpoint* checkpoint = model.programme.checkpoint(model.settings.checkpoint);
    const Place* place = checkpoint ? model.programme.place(checkpoint->place) : nullptr;
    if (!place || place->kind == PlaceKind::site) return nullptr;
    return session_at_door(model.programme, place->id, model.now);
}

std::optional<Milliseconds> lasts(const Model& model) {
    if (const auto* verdict = std::get_if<ShowingVerdict>(&model.screen)) {
        const bool admitted = is_admission(verdict->outcome.verdict.kind);
        if (is_gate(model)) return admitted ? gate_verdict_lasts : gate_refusal_lasts;
        if (verdict->form == ShowingVerdict::Form::own_day) return own_day_lasts;
        return admitted ? verdict_lasts : refusal_lasts;
    }
    if (is_idle(model)) return std::nullopt;
    return std::holds_alternative<CallingStaff>(model.screen) ? call_lasts : programme_lasts;
}

std::vector<Language> offered_languages(const Model& model) {
    const auto has_words = [&](const Language& language) {
        const auto& all = model.settings.languages;
        return std::ranges::any_of(nearest_tags(language),
                                   [&](const Language& tag) { return std::ranges::count(all, tag) > 0; });
    };
    std::vector<Language> offered;
    std::ranges::copy_if(model.programme.summit.languages, std::back_inserter(offered), has_words);
    if (offered.empty()) offered.emplace_back("en");
    return offered;
}

std::optional<Language> served_by(const Model& model, const Language& wanted) {
    const auto all = offered_languages(model);
    for (const Language& tag : nearest_tags(wanted))
        if (std::ranges::count(all, tag) > 0) return tag;
    const auto same =
        std::ranges::find_if(all, [&](const Language& l) { return primary_subtag(l) == primary_subtag(wanted); });
    if (wanted.empty() || same == all.end()) return std::nullopt;
    return *same;
}

Language language_of(const Model& model) {
    // A programme that changed may have taken a language away.
    for (const auto& choice : {model.visit.touched, model.visit.guests_own})
        if (choice)
            if (const auto language = served_by(model, *choice)) return *language;
    return offered_languages(model).front();
}

} // namespace foyer
