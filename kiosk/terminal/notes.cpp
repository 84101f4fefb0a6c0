#include "kiosk/terminal/notes.h"

#include <algorithm>
#include <vector>

#include "kiosk/app/verdict_words.h"

namespace foyer {

std::string sheet_of_notes(const Voice& voice) {
    std::vector<const VerdictWords*> notes;
    for (const VerdictWords& words : all_verdict_words()) notes.push_back(&words);
    std::ranges::sort(notes, {}, [](const VerdictWords* words) { return words->note; });
    std::string sheet;
    for (const VerdictWords* words : notes) {
        std::string number = std::to_string(words->note);
        number.insert(0, 3 - std::min<std::size_t>(3, number.size()), ' ');
        sheet += number + "  " + voice.text(words->title) + "\n     " + voice.text(words->staff) + "\n";
    }
    return sheet;
}

} // namespace foyer
