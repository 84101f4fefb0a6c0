#include "kiosk/app/spoken.h"

namespace foyer {

namespace {

// Sentences one after the other; what is written without a full stop gets its pause.
struct Sentences {
    Label said;
    void operator()(const Label& label) { (*this)(label.text, label.language); }
    void operator()(const std::string& text, const Language& language) {
        if (text.empty()) return;
        if (said.text.empty()) said.language = language;
        said.text += (said.text.empty() ? "" : ". ") + text;
    }
};

void say_card(Sentences& say, const VerdictView::Card& card, const Language& language) {
    say(card.heading);
    say(card.time, language);
    say(card.title);
    say(card.room_code, language);
    say(card.room_line);
    say(card.hint);
    say(card.case_label);
    say(card.case_number, language);
}

struct Say {
    Label operator()(const VerdictView& view) const {
        Sentences say;
        const Language& language = view.keep_open_button.language;
        say(view.greeting);
        say(view.title);
        say(view.advice);
        say(view.big_code, language);
        say(view.big_line);
        if (view.card) say_card(say, *view.card, language);
        return say.said;
    }
    Label operator()(const OwnDayView& view) const {
        Sentences say;
        say(view.greeting);
        if (view.card) say_card(say, *view.card, view.keep_open_button.language);
        return say.said;
    }
    Label operator()(const GateView& view) const {
        Sentences say;
        if (!view.told) return {};
        say(view.told->word);
        if (!is_admission(view.told->kind)) say(view.told->line); // else it may be whose they are
        say(view.told->big_code, view.told->word.language);
        say(view.told->big_line);
        return say.said;
    }
    Label operator()(const ClaimView& view) const {
        Sentences say; // never what is typed
        say(view.title);
        say(view.line);
        return say.said;
    }
    Label operator()(const CallView& view) const {
        Sentences say;
        say(view.title);
        say(view.line);
        return say.said;
    }
    template <class Other>
    Label operator()(const Other&) const {
        return {};
    }
};

} // namespace

Label spoken(const CurrentView& view) { return std::visit(Say{}, view); }

} // namespace foyer
